import { describeFirstScreen } from "./first-screen";
import { tellOfTheAgency } from "./thread/from-letter-to-agency";
import { tellOfThePlan } from "./thread/from-broken-promise-to-plan";
import { tellOfTheInvoice } from "./thread/from-invoice-to-promise";
import { Story } from "./thread/story";

jest.setTimeout(180_000);

const story = new Story();
beforeAll(() => story.begin());
afterAll(() => story.end());

// First of all, while the demo is as a newcomer finds it.
describeFirstScreen(() => story);

describe("from an unpaid invoice to a case at the agency, in the browser", () => {
  tellOfTheInvoice(story);
  tellOfThePlan(story);
  tellOfTheAgency(story);

  test("nothing on sign-in, the work list, the case, the call room, the debtor's overview, payment and terms keeps anybody from using it", () => {
    expect(story.barriers).toEqual([]);
  });

  test("no page that anybody visited made the browser complain, and no content was refused by its policy", () => {
    expect([story.collector, story.debtor, story.second].flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
