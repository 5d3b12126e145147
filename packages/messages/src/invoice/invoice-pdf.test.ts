import { inflateSync } from "node:zlib";
import { Refusal } from "@tegemoet/domain";
import { SAMPLE_BRAND, sampleFacts } from "../sample-facts";
import type { InvoiceOrder } from "./invoice-order";
import { renderInvoicePdf } from "./render-invoice-pdf";

const FACTS = sampleFacts("invoice");
const ORDER: InvoiceOrder = {
  number: "F-10902",
  issuedOn: "2026-10-12",
  dueOn: "2026-10-26",
  reference: "5000056789012345",
  lines: [
    { description: "Aardbeientaart (groot)", quantity: "3", unitCents: 2_500, netCents: 7_500, vatPercent: 9 },
    { description: "Bezorgen", quantity: "1", unitCents: 1_000, netCents: 1_000, vatPercent: 21 },
  ],
  vat: [
    { percent: 9, netCents: 7_500, vatCents: 675 },
    { percent: 21, netCents: 1_000, vatCents: 210 },
  ],
  netCents: 8_500,
  vatCents: 885,
  totalCents: 9_385,
  creditor: FACTS.creditor,
  debtor: FACTS.debtor,
  brand: SAMPLE_BRAND,
};

/** What the pages say, in order. */
function wordsOf(pdf: Buffer): string {
  return [...pdf.toString("latin1").matchAll(/stream\n([\s\S]*?)\nendstream/g)]
    .map(([, data = ""]) => inflateSync(Buffer.from(data, "latin1")).toString("latin1"))
    .flatMap((content) =>
      [...content.matchAll(/\(((?:\\.|[^\\)])*)\) Tj/g)].map(([, text = ""]) => text.replace(/\\(.)/g, "$1")),
    )
    .join("|")
    .replace(/\u00a0/g, " ");
}

/** Its plain objects, which are packed together. */
function objectsOf(pdf: Buffer): string {
  return [...pdf.toString("latin1").matchAll(/\/Type\/ObjStm[^>]*>>\nstream\n([\s\S]*?)\nendstream/g)]
    .map(([, data = ""]) => inflateSync(Buffer.from(data, "latin1")).toString("latin1"))
    .join("\n");
}

describe("an invoice as PDF", () => {
  test("tells who, what, the VAT by rate, € 93,85 and how to pay it", () => {
    const words = wordsOf(renderInvoicePdf(ORDER));
    for (const said of [
      "Factuur F-10902",
      "Yasemin Çelik",
      "Aardbeientaart (groot)",
      "\u0080 25,00",
      "9% btw over \u0080 75,00",
      "\u0080 6,75",
      "\u0080 93,85",
      "maandag 26 oktober 2026",
      "NL91 ABNA 0417 1643 00",
      "5000056789012345",
      "KVK 01234567",
      "Btw-nummer NL001234567B01",
    ])
      expect(words).toContain(said);
  });

  test("is some 3 kB, tagged, in its language, and the same bytes each time", () => {
    const pdf = renderInvoicePdf(ORDER);
    expect(pdf.length).toBeLessThan(4_000);
    expect(pdf.equals(renderInvoicePdf(ORDER))).toBe(true);
    const objects = objectsOf(pdf);
    expect(objects).toMatch(/\/Lang \(nl-NL\).*\/Marked true/);
    expect(objects).toContain("/S/H1");
  });

  test("each entry of its cross-reference table points at an object", () => {
    const pdf = renderInvoicePdf(ORDER);
    const text = pdf.toString("latin1");
    const start = Number(/startxref\n(\d+)/.exec(text)?.[1]);
    expect(text.slice(start)).toMatch(/^\d+ 0 obj\n<<\/Type\/XRef/);
    const rows = inflateSync(Buffer.from(/stream\n([\s\S]*?)\nendstream/.exec(text.slice(start))?.[1] ?? "", "latin1"));
    for (let at = 6; at < rows.length; at += 6) {
      if (rows[at] !== 1) continue;
      expect(text.slice(rows.readUInt32BE(at + 1))).toMatch(new RegExp(`^${at / 6} 0 obj\n`));
    }
  });

  test("60 lines run on over more pages, under the same heads", () => {
    const lines = Array.from({ length: 60 }, (_, index) => ({
      description: `Regel ${index + 1}`,
      netCents: 100,
      vatPercent: 21,
    }));
    const words = wordsOf(
      renderInvoicePdf({
        ...ORDER,
        lines,
        vat: [{ percent: 21, netCents: 6_000, vatCents: 1_260 }],
        netCents: 6_000,
        vatCents: 1_260,
        totalCents: 7_260,
      }),
    );
    expect(words).toContain("Regel 60");
    expect(words.match(/Omschrijving/g)?.length).toBeGreaterThan(1);
  });

  test("a name outside Windows-1252 gets the embedded font instead of a wrong letter", () => {
    const pdf = renderInvoicePdf({ ...ORDER, debtor: { ...ORDER.debtor, name: "Şule Aydın" } });
    expect(objectsOf(pdf)).toContain("AtkinsonHyperlegible-Regular");
  });

  test("a credit note says what comes back and asks for nothing; one with € 20,00 paid asks for the rest of € 73,85", () => {
    const credit = wordsOf(renderInvoicePdf({ ...ORDER, creditNote: true }));
    expect(credit).toContain("Creditnota F-10902");
    expect(credit).toContain("U krijgt terug");
    expect(credit).not.toContain("Wilt u betalen");
    expect(wordsOf(renderInvoicePdf({ ...ORDER, prepaidCents: 2_000 }))).toContain("\u0080 73,85");
  });

  test.each([
    ["net", { netCents: 8_400, totalCents: 9_285 }],
    ["vat", { vatCents: 886, totalCents: 9_386 }],
    ["total", { totalCents: 9_386 }],
  ])("with a %s that isn't the sum of its parts it is refused", (part, change) => {
    expect(() => renderInvoicePdf({ ...ORDER, ...change })).toThrow(Refusal);
    expect(() => renderInvoicePdf({ ...ORDER, ...change })).toThrow(
      expect.objectContaining({ details: expect.objectContaining({ part }) }),
    );
  });
});
