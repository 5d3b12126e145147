import { REFUSAL_CODES, tone, type ToneMark } from "@tegemoet/domain";
import type { Tone } from "../graphql/graphql";
import { firstTexts as firstEnglish } from "./en";
import { firstTexts as firstDutch } from "./nl";
import { pageTexts as pagesEnglish } from "./pages/en";
import { pageTexts as pagesDutch } from "./pages/nl";
import type { Texts } from "./texts";

const dutch = (tone: Tone): Texts => ({ ...firstDutch(tone), ...pagesDutch(tone) });
const english = (tone: Tone): Texts => ({ ...firstEnglish(tone), ...pagesEnglish(tone) });

interface Said {
  readonly at: string;
  readonly text: string;
}

/** What a text that names an amount, a day or a count sounds like with one in it. */
const FILLED = ["€ 350,00", "dinsdag 1 december 2026", "€ 50,00"];

/** Every sentence of a language, with its place. */
function said(node: unknown, at = ""): Said[] {
  if (typeof node === "string") return [{ at, text: node.replaceAll("**", "") }];
  if (typeof node === "function") {
    return [FILLED, [1, "€ 75,00", "€ 50,00"], [null, null], ["dinsdag 1 december 2026", true]]
      .flatMap((filled, index) => said((node as (...all: unknown[]) => unknown)(...filled), `${at}(${index})`));
  }
  return Object.entries(node as object).flatMap(([key, value]) => said(value, at ? `${at}.${key}` : key));
}

/** The rule is about costs that would come. That there are none is a fact, and a line of the breakdown names what was booked. */
const saysNone = (at: string, text: string) => at === "overview.breakdown.costs" || at.startsWith("standing.") || /\b(geen|no)\b.* (kosten|costs)\b/.test(text);

const marksOf = (all: readonly Said[], language: "nl" | "en") => all.flatMap(({ at, text }) => tone(text, { language }).marks
  .filter(({ rule }) => rule !== "costs-too-early" || !saysNone(at, text))
  .map((mark: ToneMark) => `${at}: ${mark.rule} "${mark.text}"`));

const keysOf = (texts: Texts) => said(texts).map(({ at }) => at).sort();

describe("the texts of the portal", () => {
  test.each([
    { name: "Dutch with u", texts: dutch("u"), language: "nl" },
    { name: "Dutch with je", texts: dutch("je"), language: "nl" },
    { name: "English", texts: english("u"), language: "en" },
  ] as const)("have nothing hard, long, loud or official in $name", ({ texts, language }) => {
    const all = said(texts);
    expect(all.length).toBeGreaterThan(300);
    expect(marksOf(all, language)).toEqual([]);
  });

  test("say u everywhere or je everywhere", () => {
    const formal = said(dutch("u")).filter(({ text }) => /(?<!\p{L})(je|jij|jou|jouw)(?!\p{L})/iu.test(text));
    const informal = said(dutch("je")).filter(({ text }) => /(?<!\p{L})(u|uw)(?!\p{L})/iu.test(text));
    expect({ formal, informal }).toEqual({ formal: [], informal: [] });
  });

  test("are the same in number in both languages", () => {
    expect(keysOf(english("u"))).toEqual(keysOf(dutch("u")));
  });

  test("explain each of the refusals in both languages, and never with its code", () => {
    for (const texts of [dutch("u"), english("u")]) {
      for (const code of REFUSAL_CODES) {
        expect(texts.errors.refusals[code].length).toBeGreaterThan(10);
        expect(texts.errors.refusals[code]).not.toContain(code);
      }
    }
  });

  test("turn a question around with its verb: betaalt u, betaal je, gaat u, ga je", () => {
    expect(dutch("u").forms.later.legend).toBe("Op welke dag betaalt u?");
    expect(dutch("je").forms.later.legend).toBe("Op welke dag betaal je?");
    expect(dutch("u").frame.privacy.lines[4]).toContain("gaat u");
    expect(dutch("je").frame.privacy.lines[4]).toContain("ga je");
  });
});
