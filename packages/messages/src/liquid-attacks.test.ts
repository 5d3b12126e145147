import { renderMail, SAMPLE_BRAND, sampleFacts, templateFaults, TEMPLATES, VARIABLES } from ".";
import { MESSAGE_KINDS, MESSAGE_TONES } from "./message-kinds";
import { LETTER_TEMPLATES } from "./texts/letter-texts";

const OURS = TEMPLATES["reminder-1"].nl.u;

function render(body: string): string {
  return renderMail({
    kind: "reminder-1",
    language: "nl",
    tone: "u",
    facts: sampleFacts("reminder-1"),
    brand: SAMPLE_BRAND,
    template: { ...OURS, body },
  }).text;
}

describe("texts of an organisation", () => {
  test("our own texts, 92 mails and 24 letters, have no fault", () => {
    const faults = [...MESSAGE_KINDS.map((kind) => TEMPLATES[kind]), ...Object.values(LETTER_TEMPLATES)].flatMap(
      (byLanguage) =>
        (["nl", "en"] as const).flatMap((language) =>
          MESSAGE_TONES.flatMap((voice) => templateFaults(byLanguage[language][voice])),
        ),
    );
    expect(faults).toEqual([]);
  });

  test.each([
    ["{{constructor}}", "UNKNOWN_VARIABLE"],
    ["{{ debtor.constructor }}", "UNKNOWN_VARIABLE"],
    ["{{ debtor.__proto__.polluted }}", "UNKNOWN_VARIABLE"],
    ["{% for invoice in invoices %}{{ invoice.constructor }}{% endfor %}", "UNKNOWN_VARIABLE"],
    ["{{ debtor_name }}", "UNKNOWN_VARIABLE"],
    ["{% include '/etc/passwd' %}", "UNKNOWN_TAG"],
    ["{% render 'x' %}", "UNKNOWN_TAG"],
    ["{% layout 'x' %}", "UNKNOWN_TAG"],
    ["{% assign total = 1 %}{{ total }}", "UNKNOWN_TAG"],
    ["{% raw %}{{ x }}{% endraw %}", "UNKNOWN_TAG"],
    ["{{ total | raw }}", "UNKNOWN_FILTER"],
    ["{{ total | where: 'x' }}", "UNKNOWN_FILTER"],
    ["{% for i in (1..1000000000) %}x{% endfor %}", "TOO_HEAVY"],
    [
      "{% for a in invoices %}{% for b in invoices %}{% for c in invoices %}x{% endfor %}{% endfor %}{% endfor %}",
      "TOO_HEAVY",
    ],
    ["{% if total %}", "SYNTAX"],
    ["{{ total", "SYNTAX"],
    ["@button https://kwaad.example Betaal", "UNKNOWN_BLOCK"],
    ["@script x", "UNKNOWN_BLOCK"],
    ["   ", "EMPTY"],
    ["x".repeat(20_001), "TOO_LONG"],
  ])("%s can't be activated: %s", (source, code) => {
    expect(templateFaults({ ...OURS, body: source }).map((fault) => fault.code)).toContain(code);
  });

  test("an unknown variable on line 3 of the body is told by name, part and line", () => {
    expect(templateFaults({ ...OURS, body: "Beste\n\n{{ naam }}" })).toEqual([
      { part: "body", code: "UNKNOWN_VARIABLE", detail: "naam", line: 3 },
    ]);
  });

  test.each([
    "{{constructor}}",
    "{{ debtor.constructor.name }}",
    "{% include '/etc/passwd' %}",
    "{% for i in (1..1000000000) %}x{% endfor %}",
    "{{ total | raw }}",
    "{{ onbekend }}",
  ])("%s is stopped even when it was never checked, within 100 ms of work", (source) => {
    const started = process.cpuUsage();
    expect(() => render(source)).toThrow(/undefined|not found|limit exceeded/);
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(250);
  });

  test("eight loops over 40 invoices within each other are stopped", () => {
    const depth = 8;
    const source = `${"{% for i in invoices %}".repeat(depth)}{{ i.number }}${"{% endfor %}".repeat(depth)}`;
    const facts = sampleFacts("reminder-1");
    const invoices = Array.from({ length: 40 }, () => ({ ...facts.invoices[0]!, openCents: 0 }));
    expect(() =>
      renderMail({
        kind: "reminder-1",
        language: "nl",
        tone: "u",
        brand: SAMPLE_BRAND,
        facts: { ...facts, invoices, totalCents: 0 },
        template: { ...OURS, body: source },
      }),
    ).toThrow(/loop limit exceeded/);
  });

  test("the variables are a closed list with plain names", () => {
    expect(VARIABLES.size).toBeGreaterThan(60);
    for (const path of VARIABLES) expect(path).toMatch(/^[a-z_]+(\.[a-z_]+)?$/);
  });
});

describe("values of debtors", () => {
  const EVIL =
    "<script>alert(1)</script> **vet** @button pay Betaal {{ total }} {% include 'x' %} [link](javascript:alert(1))";

  test("a dispute in HTML, Liquid and our own marks is shown as it was typed, and does nothing", () => {
    const facts = sampleFacts("dispute-received");
    const { html, text } = renderMail({
      kind: "dispute-received",
      language: "nl",
      tone: "u",
      brand: SAMPLE_BRAND,
      facts: { ...facts, dispute: { ...facts.dispute!, reason: EVIL } },
    });
    expect(html).not.toContain("<script>alert");
    expect(html).toContain("&#60;script&#62;alert(1)&#60;/script&#62; **vet** @button pay Betaal {{ total }}");
    expect(html.match(/class="btna"/g)).toHaveLength(1);
    expect(text.replace(/\s+/g, " ")).toContain(EVIL);
  });

  test.each(["@button pay Betaal", "# Kop", "@facts", "@link pay x"])(
    "a name that starts as a block (%s) stays a name",
    (name) => {
      const facts = sampleFacts("reminder-1", "nl", "u");
      const { text } = renderMail({
        kind: "reminder-1",
        language: "nl",
        tone: "u",
        brand: SAMPLE_BRAND,
        template: { ...OURS, body: "{{ debtor.name }}\n\n@bill Samen" },
        facts: { ...facts, debtor: { ...facts.debtor, name } },
      });
      expect(text.startsWith(`${name}\n`)).toBe(true);
    },
  );

  test("lines and directional overrides in a value become one space", () => {
    const facts = sampleFacts("reminder-1");
    const invoices = facts.invoices.map((invoice) => ({
      ...invoice,
      description: "regel 1\r\n@button pay\u202egnp.exe",
    }));
    const { text } = renderMail({
      kind: "reminder-1",
      language: "nl",
      tone: "u",
      brand: SAMPLE_BRAND,
      facts: { ...facts, invoices },
    });
    expect(text).toContain("regel 1 @button pay gnp.exe");
  });
});
