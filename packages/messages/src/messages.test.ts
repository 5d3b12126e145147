import { Refusal, tone, type Language } from "@tegemoet/domain";
import {
  LETTER_KINDS,
  LETTER_TEMPLATES,
  MESSAGE_KINDS,
  MESSAGE_TONES,
  renderLetterText,
  renderMail,
  SAMPLE_BRAND,
  sampleFacts,
  TEMPLATES,
} from ".";
import type { MessageKind, MessageTone } from ".";

const LANGUAGES: readonly Language[] = ["nl", "en"];
const EVERY = MESSAGE_KINDS.flatMap((kind) =>
  LANGUAGES.flatMap((language) => MESSAGE_TONES.map((voice) => ({ kind, language, voice }))),
);
const EVERY_LETTER = LETTER_KINDS.flatMap((kind) =>
  LANGUAGES.flatMap((language) => MESSAGE_TONES.map((voice) => ({ kind, language, voice }))),
);

function mail(kind: MessageKind, language: Language, voice: MessageTone): ReturnType<typeof renderMail> {
  return renderMail({ kind, language, tone: voice, facts: sampleFacts(kind, language, voice), brand: SAMPLE_BRAND });
}

/** The sentences of a text: up to the greeting at its end, without links, bank details and figures in columns. */
function sentences(text: string): string {
  return (text.split(/\n(?:Met vriendelijke groet|Kind regards)/)[0] ?? "")
    .split("\n")
    .filter(
      (line) =>
        !/^https?:|^[-=]{3,}$|^.{10,}\s{3,}\S|^ {2}|^(Bedrag|Rekening|Op naam van|Kenmerk|Amount|Account|Payee|Reference):/.test(
          line,
        ),
    )
    .join("\n");
}

/**
 * What the tone meter says of a text. The law's letters tell in English that somebody is "in default", and explain it.
 */
function marks(text: string, language: Language, kind: MessageKind, longestSentence: number): string[] {
  return tone(text, { language, kind: kindOfText(kind), longestSentence })
    .marks.filter((mark) => !(mark.text === "default" && kindOfText(kind) !== "reminder"))
    .map(({ rule, text: marked }) => `${rule}: ${marked}`);
}

const kindOfText = (kind: MessageKind) =>
  kind === "fourteen-day-letter" || kind === "business-notice" ? kind : "reminder";

describe("every mail", () => {
  test.each(EVERY)(
    "$kind, $language, $voice: a subject, HTML under 15 kB, a text with lines of 72 or fewer",
    ({ kind, language, voice }) => {
      const { subject, preheader, html, text, from, replyTo } = mail(kind, language, voice);
      expect(subject).toMatch(/^Bakkerij De Ochtend: /);
      expect(subject.length).toBeLessThanOrEqual(120);
      expect(preheader.length).toBeGreaterThan(10);
      expect(Buffer.byteLength(html)).toBeLessThan(15_000);
      const tooLong = text.split("\n").filter((line) => line.length > 72 && !line.startsWith("https://"));
      expect(tooLong).toEqual([]);
      expect(from).toEqual({ name: "Bakkerij De Ochtend", address: "administratie@deochtend.example" });
      expect(replyTo).toBe("administratie@deochtend.example");
      expect(`${subject}${html}${text}`).not.toMatch(
        /\{\{|\{%|%%|undefined|null|NaN|\[object|@(?:bill|link|facts|button|bank)\b/,
      );
      expect(`${subject}${text}`).not.toMatch(/ [,.?]|\s{2,}[.,]/);
    },
  );

  test.each(EVERY)("$kind, $language, $voice: the tone meter marks nothing", ({ kind, language, voice }) => {
    const { subject, preheader, text } = mail(kind, language, voice);
    expect(marks(`${preheader}\n\n${sentences(text)}`, language, kind, language === "nl" ? 15 : 18)).toEqual([]);
    expect(subject).not.toMatch(/!|moet/i);
  });

  test.each(EVERY)(
    "$kind, $language, $voice: the text twin tells each amount, day, link and number that the HTML tells",
    ({ kind, language, voice }) => {
      const { html, text } = mail(kind, language, voice);
      const shown = decode(html.slice(html.indexOf("<body")).replace(/<!--[\s\S]*?-->/g, ""));
      const facts = [
        ...shown
          .replace(/<[^>]+>/g, " ")
          .matchAll(
            /€.\d[\d.,]*\d|F-\d+|\d{1,2}.(?:oktober|november|december|januari|October|November|December|January)|NL91[\d A-Z\u00a0]+\d/g,
          ),
      ].map(([fact]) => fact.replace(/\u00a0/g, " "));
      const links = [...shown.matchAll(/href="(https:[^"]+)"/g)].map(([, link = ""]) => link);
      const flat = text.replace(/\s+/g, " ");
      for (const fact of facts) expect(flat).toContain(fact.replace(/\s+/g, " ").trim());
      for (const link of links) expect(text.split("\n")).toContain(link);
    },
  );

  test.each(EVERY)(
    "$kind, $language, $voice: one button and at most one link (two equal buttons to confirm a call)",
    ({ kind, language, voice }) => {
      const html = mail(kind, language, voice).html.replace(/<!--\[if mso\]>[\s\S]*?<!\[endif\]-->/g, "");
      const buttons = [...html.matchAll(/<a [^>]*class="btn2?a"/g)].length;
      const links = [...html.matchAll(/<a href="https:[^>]*class="link"/g)].length;
      expect(buttons).toBe(kind === "call-confirmation" ? 2 : kind === "portal-code" ? 0 : 1);
      expect(links).toBeLessThanOrEqual(1);
    },
  );

  test("the same order gives the same bytes, pictures included", () => {
    expect(mail("reminder-2", "nl", "u")).toEqual(mail("reminder-2", "nl", "u"));
  });

  test("no picture is needed to understand it, and none is fetched from the network", () => {
    for (const { kind, language, voice } of EVERY) {
      const { html } = mail(kind, language, voice);
      expect(html).not.toMatch(/src="http|url\(|@import|<link|<script|<form/);
      for (const [image] of html.matchAll(/<img [^>]*>/g)) expect(image).toMatch(/alt="/);
    }
  });
});

describe("words", () => {
  test("u and je are never mixed, and the letters of the law say u in both tones", () => {
    for (const { kind, voice } of EVERY) {
      const law = kind === "fourteen-day-letter" || kind === "business-notice";
      const { subject, preheader, body } = TEMPLATES[kind].nl[voice];
      const wrong =
        voice === "u" || law ? /(?<![\p{L}-])(?:je|jij|jou|jouw)(?![\p{L}-])/u : /(?<![\p{L}-])(?:u|uw)(?![\p{L}-])/iu;
      expect(`${kind}: ${`${subject}\n${preheader}\n${body}`.match(wrong)?.[0] ?? "fits"}`).toBe(`${kind}: fits`);
    }
  });

  test('before a fourteen-day letter nobody reads a word of coming costs, but for "geen extra kosten" and "kost niets extra"', () => {
    for (const { kind, language, voice } of EVERY) {
      if (kind === "fourteen-day-letter" || kind === "business-notice") continue;
      const said = mail(kind, language, voice).text.replace(
        /geen extra kosten|kost niets extra|no extra costs|costs nothing extra/g,
        "",
      );
      expect(said).not.toMatch(/kosten|incasso|rente|costs|interest|collection/i);
    }
  });

  test("the second reminder tells the day and hour of the call from the log: Wednesday 18 November, 10.05", () => {
    const { text } = mail("reminder-2", "nl", "u");
    expect(text.replace(/\s+/g, " ")).toContain(
      "Wij belden u op woensdag 18 november om 10.05 uur. Wij kregen u niet te pakken",
    );
  });

  test("without a call in the log the second reminder doesn't speak of one", () => {
    const facts = { ...sampleFacts("reminder-2"), calls: [] };
    expect(renderMail({ kind: "reminder-2", language: "nl", tone: "u", facts, brand: SAMPLE_BRAND }).text).not.toMatch(
      /belden|spraken/,
    );
  });

  test("three calls without answer are told as three, the last by its hour; a summer call at 08:05 UTC was at 10.05", () => {
    const calls = ["2026-11-02T10:00:00Z", "2026-11-05T10:00:00Z", "2026-10-07T08:05:00Z"].map((at) => ({
      at,
      reached: false,
    }));
    const render = (count: number): string =>
      renderMail({
        kind: "reminder-2",
        language: "nl",
        tone: "u",
        facts: { ...sampleFacts("reminder-2"), calls: calls.slice(-count) },
        brand: SAMPLE_BRAND,
      }).text.replace(/\s+/g, " ");
    expect(render(3)).toContain("Wij belden u 3 keer. De laatste keer was op donderdag 5 november om 11.00 uur.");
    expect(render(1)).toContain("op woensdag 7 oktober om 10.05 uur");
  });

  test('one invoice is spoken of as one: "Er staat nog 1 factuur van ons open … hem"', () => {
    const facts = sampleFacts("reminder-1");
    const invoices = facts.invoices.slice(0, 1);
    const { subject, text } = renderMail({
      kind: "reminder-1",
      language: "nl",
      tone: "u",
      brand: SAMPLE_BRAND,
      facts: { ...facts, invoices, totalCents: 22_250 },
    });
    expect(subject).toBe("Bakkerij De Ochtend: factuur F-10871, € 222,50, graag uiterlijk vr 4 december");
    expect(text).toContain("Er staat nog 1 factuur van ons open.");
    expect(text).toContain("Wilt u hem uiterlijk vrijdag 4 december betalen?");
  });

  test("forty invoices are bundled in one mail: 12 named, 28 counted, under 15 kB", () => {
    const facts = sampleFacts("reminder-1");
    const invoices = Array.from({ length: 40 }, (_, index) => ({
      ...facts.invoices[0]!,
      number: `F-2${index}`,
      openCents: 1_000,
      totalCents: 1_000,
    }));
    const { subject, html, text } = renderMail({
      kind: "reminder-1",
      language: "nl",
      tone: "u",
      brand: SAMPLE_BRAND,
      facts: { ...facts, invoices, totalCents: 40_000 },
    });
    expect(subject).toContain("factuur F-20 en 39 andere, € 400,00");
    expect(text).toContain("En 28 andere facturen");
    expect(Buffer.byteLength(html)).toBeLessThan(15_000);
  });
});

describe("missing facts", () => {
  test.each([
    ["reminder-1", { payBy: null }, "payBy"],
    ["reminder-1", { portalUrl: null }, "portalUrl"],
    ["reminder-1", { invoices: [], totalCents: 0 }, "invoices"],
    ["reminder-1", { totalCents: 29_651 }, "totalCents"],
    ["not-reached", { calls: [{ at: "2026-11-18T09:05:00Z", reached: true }] }, "calls"],
    ["call-confirmation", { agreement: null }, "agreement"],
    ["plan-offered", { plan: { instalments: [] } }, "plan"],
    ["portal-code", { code: "" }, "code"],
    ["fourteen-day-letter", { costsCents: null }, "costsCents"],
  ] as const)("%s without it is refused and names %j as %s", (kind, change, element) => {
    const facts = { ...sampleFacts(kind), ...change };
    const write = (): unknown => renderMail({ kind, language: "nl", tone: "u", facts, brand: SAMPLE_BRAND });
    expect(write).toThrow(Refusal);
    expect(write).toThrow(
      expect.objectContaining({ code: "LETTER_ELEMENT_MISSING", details: expect.objectContaining({ element }) }),
    );
  });
});

describe("every letter", () => {
  test.each(EVERY_LETTER)("$kind, $language, $voice: the tone meter marks nothing", ({ kind, language, voice }) => {
    const text = renderLetterText({
      kind,
      language,
      tone: voice,
      facts: sampleFacts(kind, language, voice),
      brand: SAMPLE_BRAND,
    });
    expect(marks(sentences(text), language, kind, 18)).toEqual([]);
    expect(text).not.toMatch(/\{\{|\{%|undefined|null|NaN/);
  });

  test("nothing about court, bailiff or agency stands in any of them", () => {
    for (const { kind, language, voice } of EVERY_LETTER) {
      const { heading, body } = LETTER_TEMPLATES[kind][language][voice];
      expect(`${heading}${body}`).not.toMatch(/rechter|deurwaarder|incassobureau|dagvaard|court|bailiff|agency/i);
    }
  });
});

function decode(html: string): string {
  return html.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}
