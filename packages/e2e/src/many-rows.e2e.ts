import { Story } from "./thread/story";

jest.setTimeout(180_000);

const story = new Story();
beforeAll(() => story.begin());
afterAll(() => story.end());

describe("one act on many rows, in the browser", () => {
  story.chapter("two cases are picked, looked at, paused, found again after the page was left, and taken back", async () => {
    const { collector, product } = story;
    await collector.goesTo(product.url);
    await story.signIn(collector, "collector");
    await collector.goesTo(`${product.url}/cases`);
    const { page } = collector;
    const boxes = page.locator("td.pick input");
    await boxes.nth(0).check();
    await boxes.nth(1).check();
    await collector.sees("2 gekozen");
    await page.getByRole("button", { name: "Wat doen?" }).click();
    await page.getByLabel("Waarom?").fill("Kantoor dicht tot januari");
    await page.getByRole("button", { name: "Eerst bekijken" }).click();
    await collector.sees(/2 regels kunnen/);
    // Nothing was done yet: the act names how many and how much before it is pressed.
    await page.getByRole("button", { name: /^Pauzeren: 2 regels, €/ }).click();
    const address = page.url();
    await collector.goesTo(`${product.url}/cases`);
    await collector.goesTo(address);
    await collector.sees(/2 regels gedaan/);
    await page.getByRole("button", { name: "Terugdraaien" }).click();
    await page.getByRole("dialog").getByLabel("Waarom?").fill("vergissing");
    await page.getByRole("dialog").getByRole("button", { name: "Terugdraaien" }).click();
    await page.getByRole("heading", { name: "Teruggedraaid: Pauzeren" }).waitFor();
    await collector.sees(/2 regels gedaan/);
    expect(collector.complaints).toEqual([]);
  });
});
