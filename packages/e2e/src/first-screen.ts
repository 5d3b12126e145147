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
  const link = (): string => {
    const address = whole().product.welcome?.debtorLink;
    if (!address) throw new Error("the demo gave no debtor link");
    return address;
  };

  describe("the first screen", () => {
    test("at 320 × 568 a debtor reads who asks, how much, and what to press without scrolling, and nothing runs off the side", async () => {
      expect(await visit(link(), { viewport: SMALLEST }, async (person) => {
        await person.page.locator("h1").waitFor();
        const { page } = person;
        const [who, amount, when, button] = [page.locator(".who b"), page.locator("main .money, main td").filter({ hasText: "€" }), page.getByText(/Wilt u dit betalen/), page.locator("a.btn")];
        for (const part of [who, page.locator("h1"), amount, when, button].map((found) => found.first())) {
          const box = await part.boundingBox();
          expect(box && box.y >= 0 && box.y + box.height <= SMALLEST.height).toBe(true);
        }
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(SMALLEST.width);
      })).toEqual([]);
    });

    test.each([["light", false], ["dark", true]] as const)("in the %s and in English the debtor's page keeps nobody out", async (_, dark) => {
      expect(await visit(link(), { viewport: PHONE, dark, locale: "en-GB" }, async (person) => {
        // The page that loads speaks the browser's language, the bill the debtor's: only the bill has a button to pay by.
        await person.page.locator("main a.btn").first().waitFor();
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
        // Signing in goes on in the language of the person, whatever the browser speaks.
        await person.seesHeading("Vandaag");
        await person.page.locator(".who-button").click();
        await person.page.getByRole("menuitem", { name: "English" }).click();
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
