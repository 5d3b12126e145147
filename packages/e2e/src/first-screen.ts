import type { Browser } from "playwright-core";
import { DESK, Person, PHONE, type Looks } from "./person";
import type { RunningProduct } from "./running-product";

const SMALLEST = { width: 320, height: 568 };

/** What somebody sees first: a debtor on the smallest phone, and both portals in the dark and in English. */
export function describeFirstScreen(whole: () => { readonly product: RunningProduct; readonly browser: Browser }): void {
  const visit = async (address: string, looks: Looks, look: (person: Person) => Promise<void>): Promise<string[]> => {
    const person = await Person.arrives(whole().browser, "visitor", looks);
    try {
      await person.goesTo(address);
      await look(person);
      return person.complaints;
    } catch (error) {
      await person.keepsEvidence("the first screen");
      throw error;
    } finally {
      await person.leaves();
    }
  };
  /** The personal link of the newest reminder that lies in the sandbox's inbox: it says an amount before anything is opened. */
  const link = async (): Promise<string> => {
    const inbox = `${whole().product.sandboxUrl}/api/mails`;
    const { mails } = (await (await fetch(`${inbox}?limit=100`)).json()) as { mails: { id: string; subject: string }[] };
    const reminder = mails.find(({ subject }) => subject.includes("graag uiterlijk"));
    const { text } = (await (await fetch(`${inbox}/${reminder?.id}`)).json()) as { text: string };
    const address = /http\S+\/portal\/l\/[\w-]{64}/.exec(text)?.[0];
    if (!address) throw new Error("no reminder with a link lies in the inbox");
    return address;
  };

  describe("the first screen", () => {
    test("at 320 × 568 a debtor reads who asks, how much, and what to press without scrolling, and nothing runs off the side", async () => {
      expect(await visit(await link(), { viewport: SMALLEST }, async (person) => {
        await person.page.locator("h1").waitFor();
        const { page } = person;
        for (const part of [page.locator(".who b").first(), page.locator("h1"), page.locator("main .money, main td").filter({ hasText: "€" }).first(), page.locator("a.btn").first()]) {
          const box = await part.boundingBox();
          expect(box && box.y >= 0 && box.y + box.height <= SMALLEST.height).toBe(true);
        }
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(SMALLEST.width);
      })).toEqual([]);
    });

    test.each([["light", false], ["dark", true]] as const)("in the %s and in English the debtor's page keeps nobody out", async (_, dark) => {
      expect(await visit(await link(), { viewport: PHONE, dark, locale: "en-GB" }, async (person) => {
        await person.page.locator("h1").waitFor();
        if (await person.page.getByRole("button", { name: "English" }).count()) await person.pressesButton("English");
        await person.sees("Does something else suit you better?");
        expect(await person.barriers()).toEqual([]);
      })).toEqual([]);
    });

    test.each([["light", false], ["dark", true]] as const)("in the %s and in English the work of the day keeps nobody out", async (_, dark) => {
      const login = whole().product.welcome?.logins.find(({ role }) => role === "collector");
      expect(await visit(whole().product.url, { viewport: DESK, dark, locale: "en-GB" }, async (person) => {
        if (await person.page.getByRole("button", { name: "English" }).count()) await person.pressesButton("English");
        await person.fillsIn("E-mail address", login?.email ?? "");
        await person.fillsIn("Password", login?.password ?? "");
        await person.pressesButton("Sign in");
        await person.page.getByRole("navigation").first().waitFor();
        await person.page.locator(".who-button").click();
        const english = person.page.getByRole("menuitem", { name: "English" });
        if (await english.count()) await english.click();
        else await person.page.keyboard.press("Escape");
        await person.seesHeading("Today");
        expect(await person.barriers()).toEqual([]);
        // Whoever comes next finds the language that the demo gave.
        await person.page.locator(".who-button").click();
        await person.page.getByRole("menuitem", { name: "Nederlands" }).click();
        await person.seesHeading("Vandaag");
      })).toEqual([]);
    });
  });
}
