import type { Language } from "@tegemoet/domain";
import { draftText, MESSAGE_KINDS, MESSAGE_TONES, ownTextFaults, pickableVariables, readyText, redMarks, SAMPLE_BRAND, sampleFacts, type TextKey, type TextMedium } from ".";

const EVERY: TextKey[] = MESSAGE_KINDS.flatMap((kind) =>
  (["mail", "letter", "sms"] as const satisfies readonly TextMedium[]).flatMap((channel) =>
    (["nl", "en"] as const satisfies readonly Language[]).flatMap((language) => MESSAGE_TONES.map((tone) => ({ kind, channel, language, tone }))),
  ),
).filter((key) => readyText(key) !== undefined);
const MAIL: TextKey = { kind: "reminder-1", channel: "mail", language: "nl", tone: "u" };
const parts = (body: string, subject = "Herinnering") => ({ subject, preheader: "", body });
const faults = (key: TextKey, body: string): string[] => ownTextFaults(key, parts(body)).map(({ code, detail }) => `${code} ${detail}`);

describe("our ready texts, as people start from them", () => {
  test.each(EVERY)("$kind, $channel, $language, $tone: may be taken into use as it is, sounds friendly, and reads at B1 or easier", (key) => {
    const text = readyText(key);
    if (!text) throw new Error("no text");
    expect(text.body).not.toContain("{% if invoice_count == 1 %}");
    expect(ownTextFaults(key, text)).toEqual([]);
    const drafted = draftText(key, text, { ...sampleFacts(key.kind, key.language, key.tone) }, SAMPLE_BRAND);
    expect(redMarks(drafted.tone)).toEqual([]);
    expect(["A2", "B1"]).toContain(drafted.tone.reading.level);
  });

  test("there are texts for 24 kinds of mail, 9 letters and 5 text messages, in two languages and two voices", () => {
    const count = (channel: TextMedium): number => EVERY.filter((key) => key.channel === channel).length / 4;
    expect([count("mail"), count("letter"), count("sms")]).toEqual([24, 9, 5]);
  });

  test("<factuur|facturen> reads as one for one invoice, and as more for two", () => {
    const facts = sampleFacts("reminder-1");
    const [first] = facts.invoices;
    const write = (invoices: typeof facts.invoices, totalCents: number): string => draftText(MAIL, parts("Uw <factuur|{{ invoice_count }} facturen>."), { ...facts, invoices, totalCents }, SAMPLE_BRAND).text;
    expect(write(facts.invoices, facts.totalCents)).toContain("Uw 2 facturen.");
    expect(write(first ? [first] : [], first?.openCents ?? 0)).toContain("Uw factuur.");
  });
});

describe("what keeps an own text from use", () => {
  test.each<{ key: TextKey; body: string; fault: string }>([
    { key: MAIL, body: "{{ debtor.bsn }}", fault: "UNKNOWN_VARIABLE debtor.bsn" },
    { key: MAIL, body: "Uw <factuur|{{ nope }}>", fault: "UNKNOWN_VARIABLE nope" },
    { key: MAIL, body: "{{ link }}", fault: "UNKNOWN_VARIABLE link" },
    { key: MAIL, body: "Rente: {{ interest }}", fault: "EMPTY_VARIABLE interest" },
    { key: MAIL, body: "{% include 'x' %}", fault: "UNKNOWN_TAG include" },
    { key: MAIL, body: "{{ total | upcase }}", fault: "UNKNOWN_VARIABLE" },
    { key: MAIL, body: "Anders komen er incassokosten bij.", fault: "LAW costs-too-early" },
    { key: { ...MAIL, channel: "letter" }, body: "Beste,\n\n@button pay Betaal", fault: "UNKNOWN_BLOCK @button" },
    { key: { ...MAIL, channel: "letter" }, body: "Kijk:\n@link portal Hier | Daar", fault: "UNKNOWN_BLOCK @link" },
    { key: { ...MAIL, channel: "sms" }, body: "@bill Samen", fault: "UNKNOWN_BLOCK @bill Samen" },
    { key: { ...MAIL, channel: "sms" }, body: "woord ".repeat(130), fault: "LAW too-long" },
  ])("$key.channel: “$body” has $fault", ({ key, body, fault }) => {
    const found = faults(key, body);
    if (fault === "UNKNOWN_VARIABLE") expect(found.join()).toMatch(/UNKNOWN_FILTER upcase/);
    else expect(found).toContain(fault);
  });

  test("a text message may name its link, and needs no subject", () => {
    expect(ownTextFaults({ ...MAIL, channel: "sms" }, { subject: "", preheader: "", body: "{{ total }}: {{ link }}" })).toEqual([]);
    expect(ownTextFaults(MAIL, { subject: "", preheader: "", body: "Hoi" }).map(({ part, code }) => `${part} ${code}`)).toEqual(["subject EMPTY"]);
  });

  test("who can't set off VAT needs the VAT in the letter: left out, the letter lacks it (Besluit art. 2 lid 3)", () => {
    const key: TextKey = { ...MAIL, kind: "fourteen-day-letter" };
    const ready = readyText(key);
    const without = (ready?.body ?? "").replace(/\{% if costs_vat %\}[\s\S]*?\{% endif %\}/, "");
    expect(without).not.toBe(ready?.body);
    expect(ownTextFaults(key, { ...parts(without, ready?.subject) }).map(({ detail }) => detail)).toEqual(["vat"]);
  });
});

test("the picker offers what a kind has facts for: a plan's for a plan, none for a reminder", () => {
  const names = (key: TextKey): string[] => pickableVariables(key).map(({ name }) => name);
  expect(names({ ...MAIL, kind: "plan-offered" })).toEqual(expect.arrayContaining(["plan.count", "greeting", "creditor.name"]));
  expect(names(MAIL).filter((name) => /^(plan|dispute|code|agreement)\b/.test(name))).toEqual([]);
  expect(names({ ...MAIL, channel: "sms" })).toContain("link");
});
