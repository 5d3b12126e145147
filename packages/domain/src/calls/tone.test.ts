import { reading, tone, toneMarks } from "./tone";
import { proseOfSource } from "./tone-source";
import type { ToneRule } from "./tone-rules";

const rules = (text: string, kind?: "reminder" | "fourteen-day-letter" | "business-notice") =>
  toneMarks(text, { language: "nl", kind }).map(({ rule }) => rule);

describe("the tone of a Dutch text", () => {
  test.each<{ text: string; rule: ToneRule }>([
    { text: "U moet nu betalen.", rule: "must" },
    { text: "U dient het bedrag over te maken.", rule: "must" },
    { text: "U bent verplicht dit te betalen.", rule: "must" },
    { text: "Dit is onze laatste waarschuwing.", rule: "threat" },
    { text: "Anders schakelen wij een deurwaarder in.", rule: "threat" },
    { text: "Wij zien ons genoodzaakt verder te gaan.", rule: "threat" },
    { text: "Wij nemen verdere stappen.", rule: "threat" },
    { text: "Ondanks eerdere herinneringen betaalde u niet.", rule: "blame" },
    { text: "U bent nalatig.", rule: "blame" },
    { text: "U heeft een betalingsachterstand.", rule: "blame" },
    { text: "Wij zien u als wanbetaler.", rule: "blame" },
    { text: "U wordt verzocht contact op te nemen.", rule: "legalese" },
    { text: "Indien u vragen heeft, bel ons.", rule: "legalese" },
    { text: "Derhalve sturen wij deze mail.", rule: "legalese" },
    { text: "De vordering bedraagt € 350,00.", rule: "jargon" },
    { text: "Wilt u de factuur voldoen?", rule: "jargon" },
    { text: "De vervaldatum was 2 november.", rule: "jargon" },
    { text: "Wilt u zo snel mogelijk betalen?", rule: "vague-day" },
    { text: "Betaal graag binnen 5 werkdagen.", rule: "vague-day" },
    { text: "Heeft u de factuur ontvangen?", rule: "forbidden-question" },
    { text: "Was de levering niet goed?", rule: "forbidden-question" },
    { text: "Waarom heeft u nog niet betaald?", rule: "forbidden-question" },
    { text: "Anders komen er extra kosten bij.", rule: "costs-too-early" },
    { text: "Dan rekenen wij wettelijke rente.", rule: "costs-too-early" },
    { text: "Betaal vandaag nog!", rule: "exclamation" },
    { text: "Dit is een HERINNERING van ons.", rule: "capitals" },
    { text: "Klik hier.", rule: "click-here" },
    { text: "Helaas staat de factuur nog open.", rule: "sorry-tone" },
    { text: "U betaalt vrijdag. Dan hoor je niets meer.", rule: "mixed-voice" },
    {
      text: "Wij vragen u om de facturen van september en oktober die nog open staan deze week te betalen aan ons.",
      rule: "long-sentence",
    },
  ])("“$text” is marked as $rule", ({ text, rule }) => {
    expect(rules(text)).toContain(rule);
  });

  test.each([
    "Beste mevrouw Hendriks,",
    "Er staan nog 2 facturen van ons open. Misschien heeft u ze niet gezien. Dat kan gebeuren.",
    "Wilt u ze betalen uiterlijk dinsdag 27 oktober?", "Heeft u net betaald? Dan hoeft u niets te doen. Dank u wel.",
    "Op dinsdag 3 november om 10.20 uur belde ik u. Ik kon u niet bereiken. Daarom schrijf ik u.",
    "Dan kunt u in termijnen betalen. Dat kost niets extra.", "Er zijn geen extra kosten.", "Dat is niet verplicht.",
    "Betaal € 350,00 op NL91 ABNA 0417 1643 00, met kenmerk 3000 0020 2600 0001.",
    "Een pdf van de factuur zit bij deze mail. Ons KVK-nummer is 01234567.",
    "Zal ik u terugbellen? Antwoord dan met een dag en een tijd.",
  ])("“%s” fits", (text) => {
    expect(toneMarks(text, { language: "nl" })).toEqual([]);
  });

  test("English: “in default” is blame in a reminder, and may stand in the letters of the law, as “verzuim” does", () => {
    const marked = (kind: "reminder" | "fourteen-day-letter" | "business-notice") =>
      toneMarks("You are therefore in default: you are late in paying.", { language: "en", kind }).map(({ text, rule }) => `${text}: ${rule}`);
    expect(marked("reminder")).toEqual(["default: blame"]);
    expect([marked("fourteen-day-letter"), marked("business-notice")]).toEqual([[], []]);
    expect(toneMarks("You are a defaulter.", { language: "en", kind: "business-notice" }).map(({ rule }) => rule)).toEqual(["blame"]);
  });

  test("the fourteen-day letter may name costs and explain verzuim; a reminder may not", () => {
    const text = "U bent daarom in verzuim: u bent te laat met betalen. Dan komt er € 52,50 aan incassokosten bij.";
    expect(rules(text)).toEqual(["jargon", "costs-too-early"]);
    expect(rules(text, "fourteen-day-letter")).toEqual([]);
  });

  test("a mark says where, why and what to say instead", () => {
    const text = "Beste Jan, u moet betalen.";
    const [mark] = toneMarks(text, { language: "nl" });
    expect(mark).toMatchObject({ from: 13, to: 17, text: "moet", rule: "must", suggestion: "Wilt u …?" });
    expect(text.slice(mark!.from, mark!.to)).toBe("moet");
    expect(mark!.why.nl && mark!.why.en).toBeTruthy();
  });

  test("words inside other words are left alone: “moeder”, “vermoeid”, “aanmoedigen”", () => {
    expect(rules("Mijn moeder is vermoeid. Wij aanmoedigen u.")).toEqual([]);
  });
});

describe("the tone of an English text", () => {
  test.each<{ text: string; rule: ToneRule }>([
    { text: "You must pay now.", rule: "must" }, { text: "This is our final warning.", rule: "threat" },
    { text: "You failed to pay.", rule: "blame" },
    { text: "Please pay as soon as possible.", rule: "vague-day" }, {
      text: "Did you receive the invoice?", rule: "forbidden-question",
    },
    { text: "Unfortunately it is still open.", rule: "sorry-tone" }, {
      text: "Kindly remit the amount.", rule: "legalese",
    },
  ])("“$text” is marked as $rule", ({ text, rule }) => {
    expect(toneMarks(text, { language: "en" }).map((mark) => mark.rule)).toContain(rule);
  });

  test("“Would you please pay by Friday 27 November?” fits", () => {
    expect(
      tone("Would you please pay by Friday 27 November? There are no extra costs.", { language: "en" }).fits,
    ).toBe(true);
  });
});

describe("how easy a text reads", () => {
  test("counts sentences and words, and knows that 10.20 uur is no end of a sentence", () => {
    expect(reading("Om 10.20 uur belde ik u. Ik kon u niet bereiken.", "nl")).toMatchObject(
      { sentences: 2, words: 11, longestSentence: 6 },
    );
  });

  test("the house's own mail is B1 or easier, an official letter isn't", () => {
    const kind = "Er staan nog 2 facturen van ons open. Misschien heeft u ze niet gezien. Dat kan gebeuren. Wilt u ze betalen uiterlijk dinsdag 27 oktober?";
    const official = "Naar aanleiding van bovengenoemde betalingsverplichting verzoeken wij u overeenkomstig de toepasselijke leveringsvoorwaarden onverwijld tot"
      + " betaling van het verschuldigde factuurbedrag over te gaan.";
    expect(["A2", "B1"]).toContain(reading(kind, "nl").level);
    expect(reading(official, "nl").level).toBe("C1");
  });

  test("nothing at all reads easily", () => {
    expect(reading("", "nl")).toMatchObject({ sentences: 0, words: 0, ease: 100 });
  });
});

describe("the tone of a text that is still being written", () => {
  const source = "{{ greeting }},\n\n{% if call %}Wij belden u.{% endif %} U **moet** {{ total }} betalen.\n\n@bill Samen nog open\n@button pay Betaal {{ total }}\n\n# Lukt het niet?";

  test("a mark lies in the source where its word stands, and neither variables nor blocks are marked", () => {
    expect(proseOfSource(source)).toHaveLength(source.length);
    const marks = toneMarks(proseOfSource(source), { language: "nl" });
    expect(marks.map(({ rule, from, to }) => [rule, source.slice(from, to)])).toEqual([["must", "moet"]]);
  });

  test("of one or more invoices the words for one are read, at their place", () => {
    const counted = "Wilt u <deze factuur|deze facturen> voldoen?";
    expect(proseOfSource(counted)).toHaveLength(counted.length);
    expect(toneMarks(proseOfSource(counted), { language: "nl" }).map(({ from, to }) => counted.slice(from, to))).toEqual(["voldoen"]);
  });

  test("blocks are sentences of their own: five lines of a bill and a button are no long sentence", () => {
    const lines = ["@bill Samen nog open en te betalen", "@button pay Betaal het hele bedrag nu", "@button terms Kies uw eigen termijnen"].join("\n");
    expect(toneMarks(proseOfSource(lines), { language: "nl", longestSentence: 10 })).toEqual([]);
  });
});
