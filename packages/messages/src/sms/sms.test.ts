import { Refusal, toneMarks, type Language } from "@tegemoet/domain";
import { MESSAGE_TONES, renderSms, sampleFacts, SMS_KINDS, smsLength, toGsm } from "..";

const EVERY = SMS_KINDS.flatMap((kind) => (["nl", "en"] as const).flatMap((language) => MESSAGE_TONES.map((tone) => ({ kind, language, tone }))));
const LINK = "https://betalen.deochtend.example/portal/l/Zk3vQ8tYw1LrNc5HZk3vQ8tYw1LrNc5HZk3vQ8tYw1LrNc5HZk3vQ8tYw1LrNc5H";
const facts = (kind: (typeof SMS_KINDS)[number], language: Language, tone: "u" | "je") => ({ ...sampleFacts(kind, language, tone), portalUrl: LINK });

describe("every text message", () => {
  test.each(EVERY)("$kind, $language, $tone: who, how much, the link, in GSM; 160 characters beside the link, two parts with it", ({ kind, language, tone }) => {
    const { text, alphabet, parts } = renderSms({ kind, language, tone, facts: facts(kind, language, tone) });
    expect(text).toMatch(/^Bakkerij De Ochtend: /);
    expect(text).toContain(LINK);
    expect({ alphabet, parts }).toEqual({ alphabet: "gsm", parts: 2 });
    expect(smsLength(text.replace(LINK, "")).characters).toBeLessThanOrEqual(160);
    expect(text).not.toMatch(/undefined|null|NaN|\{\{|\{%| {2}|\n/);
    expect(text).not.toMatch(tone === "u" ? /\b(je|jou|kun je|wil je)\b/i : /\b(u|uw)\b/);
    expect(toneMarks(text.replace(LINK, "."), { language, longestSentence: 20 })).toEqual([]);
  });

  test("a short own link leaves reminder 1 in one message of 160", () => {
    const { text, parts, characters } = renderSms({ kind: "reminder-1", language: "nl", tone: "u", facts: { ...facts("reminder-1", "nl", "u"), portalUrl: "https://ochtend.nl/b/K4TR92WM" } });
    expect(text).toBe("Bakkerij De Ochtend: factuur F-10871 en F-10902 staan nog open, € 296,50. Wilt u betalen uiterlijk vr 4 december? Dat kan hier: https://ochtend.nl/b/K4TR92WM");
    expect({ parts, characters }).toEqual({ parts: 1, characters: 158 });
  });

  test("the second reminder says that we called only when we did", () => {
    const called = facts("reminder-2", "nl", "u");
    expect(renderSms({ kind: "reminder-2", language: "nl", tone: "u", facts: called }).text).toContain("wij belden u op woensdag 18 november.");
    const spoke = renderSms({ kind: "reminder-2", language: "nl", tone: "u", facts: { ...called, calls: [] } }).text;
    expect(spoke).not.toContain("belden");
    expect(spoke).toContain("In termijnen kan ook");
  });

  test("a fact that is missing, a link that is none and a text of five parts are refused", () => {
    const order = { kind: "not-reached", language: "nl", tone: "u", facts: facts("not-reached", "nl", "u") } as const;
    const code = (changed: object): unknown => {
      try {
        return renderSms({ ...order, ...changed });
      } catch (error) {
        return error instanceof Refusal ? [error.code, error.details["element"] ?? error.details["field"]] : error;
      }
    };
    expect(code({ facts: { ...order.facts, calls: [] } })).toEqual(["LETTER_ELEMENT_MISSING", "calls"]);
    expect(code({ facts: { ...order.facts, portalUrl: "javascript:alert(1)" } })).toEqual(["INPUT_INVALID", "portalUrl"]);
    expect(code({ template: "lang ".repeat(130) })).toEqual(["INPUT_INVALID", "sms"]);
  });
});

describe("how long a text message is", () => {
  test.each([
    { text: "a".repeat(160), alphabet: "gsm", characters: 160, parts: 1 },
    { text: "a".repeat(161), alphabet: "gsm", characters: 161, parts: 2 },
    { text: "€".repeat(80), alphabet: "gsm", characters: 160, parts: 1 },
    { text: "a".repeat(306), alphabet: "gsm", characters: 306, parts: 2 },
    { text: "a".repeat(307), alphabet: "gsm", characters: 307, parts: 3 },
    { text: "ł".repeat(70), alphabet: "unicode", characters: 70, parts: 1 },
    { text: "ł".repeat(71), alphabet: "unicode", characters: 71, parts: 2 },
  ])("$characters characters of $alphabet are $parts parts", ({ text, ...length }) => {
    expect(smsLength(text)).toEqual(length);
  });

  test("“Zoë” is written “Zoe”, “Çelik” stays, and what has no twin keeps its letter", () => {
    expect(toGsm("Zoë’s café – Çelik, één ł")).toBe("Zoe's café - Çelik, één ł");
  });
});
