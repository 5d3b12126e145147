import { inflateSync } from "node:zlib";
import { Refusal } from "@tegemoet/domain";
import type { MessageFacts } from "../message-facts";
import { LETTER_KINDS } from "../message-kinds";
import { bankAppText, qrPng } from "../qr-code";
import { SAMPLE_BRAND, sampleFacts } from "../sample-facts";
import { LETTER_TEMPLATES } from "../texts/letter-texts";
import { renderLetter, renderLetters, renderLetterText } from "./render-letter";
import type { LetterOrder } from "./letter-content";

const ORDER: LetterOrder = {
  kind: "fourteen-day-letter",
  language: "nl",
  tone: "u",
  facts: sampleFacts("fourteen-day-letter"),
  brand: SAMPLE_BRAND,
};

function withFacts(change: Partial<MessageFacts>): LetterOrder {
  return { ...ORDER, facts: { ...ORDER.facts, ...change } };
}

/** The streams of a PDF unpacked, to see what it draws. */
function contentOf(pdf: Buffer): string {
  const text = pdf.toString("latin1");
  return [...text.matchAll(/stream\n([\s\S]*?)\nendstream/g)]
    .map(([, data = ""]) => {
      try {
        return inflateSync(Buffer.from(data, "latin1")).toString("latin1");
      } catch {
        return "";
      }
    })
    .join("\n");
}

/** Its plain objects, which are packed together. */
function objectsOf(pdf: Buffer): string {
  return [...pdf.toString("latin1").matchAll(/\/Type\/ObjStm[^>]*>>\nstream\n([\s\S]*?)\nendstream/g)]
    .map(([, data = ""]) => inflateSync(Buffer.from(data, "latin1")).toString("latin1"))
    .join("\n");
}

function pagesOf(pdf: Buffer): number {
  return objectsOf(pdf).match(/\/Type\/Page\//g)?.length ?? 0;
}

describe("the fourteen-day letter", () => {
  test("says the term word for word, € 296,50 without costs, € 44,48 after it, and both sums", () => {
    const text = renderLetterText(ORDER).replace(/\s+/g, " ");
    expect(text).toContain(
      "betaal € 296,50 binnen vijftien dagen nadat deze brief bij u is bezorgd. Dan betaalt u geen incassokosten.",
    );
    expect(text).toContain("Dan komt er € 44,48 aan incassokosten bij.");
    expect(text).toContain("U betaalt € 296,50 € 340,98");
    expect(text).toContain("U bent daarom in verzuim: u bent te laat met betalen.");
  });

  test("says u although the organisation says je, and in English quotes the Dutch term", () => {
    expect(renderLetterText({ ...ORDER, tone: "je" })).toBe(renderLetterText(ORDER));
    expect(renderLetterText({ ...ORDER, language: "en" }).replace(/\s+/g, " ")).toContain(
      "“binnen vijftien dagen nadat deze brief bij u is bezorgd”",
    );
  });

  test("names no calendar day as the end of the term", () => {
    expect(renderLetterText(ORDER)).not.toMatch(/vóór \d|uiterlijk|na heden|na dagtekening|december/);
  });

  test("tells the VAT of € 7,72 and why, when the creditor can't set it off", () => {
    const facts = {
      ...ORDER.facts,
      creditor: { ...ORDER.facts.creditor, vatDeductible: false },
      costsCents: 4_448,
      costsVatCents: 772,
    };
    expect(renderLetterText({ ...ORDER, facts }).replace(/\s+/g, " ")).toContain(
      "Daarin zit € 7,72 btw. Wij kunnen deze btw niet verrekenen",
    );
  });

  test.each<[string, Partial<MessageFacts>, string]>([
    ["no invoices", { invoices: [], totalCents: 0 }, "invoices"],
    ["no costs", { costsCents: null }, "costsCents"],
    ["costs of zero", { costsCents: 0 }, "costsCents"],
    ["a total that isn't the sum", { totalCents: 29_651 }, "totalCents"],
    [
      "an invoice due today",
      { invoices: ORDER.facts.invoices.map((invoice) => ({ ...invoice, dueOn: "2026-11-24" })) },
      "default",
    ],
    [
      "an invoice with nothing open",
      { invoices: [{ ...ORDER.facts.invoices[0]!, openCents: 0 }], totalCents: 0 },
      "principal",
    ],
    ["no address of the debtor", { debtor: { name: "Y. Çelik" } }, "debtor.address"],
    ["no address of the creditor", { creditor: { ...ORDER.facts.creditor, city: "" } }, "creditor.city"],
    ["no account", { creditor: { ...ORDER.facts.creditor, iban: " " } }, "creditor.iban"],
    [
      "VAT that can't be set off and isn't told",
      { creditor: { ...ORDER.facts.creditor, vatDeductible: false } },
      "costsVatCents",
    ],
  ])("with %s it refuses to be written and names what is missing", (_, change, element) => {
    for (const write of [renderLetter, renderLetterText]) {
      expect(() => write(withFacts(change))).toThrow(Refusal);
      expect(() => write(withFacts(change))).toThrow(
        expect.objectContaining({
          code: "LETTER_ELEMENT_MISSING",
          details: expect.objectContaining({ elements: expect.arrayContaining([element]) }),
        }),
      );
    }
  });

  test.each([
    ["vijftien dagen nadat", "veertien dagen na", "term"],
    ["in verzuim: u bent te laat met betalen", "wat later", "default"],
    ["{{ costs }}", "een bedrag", "costs"],
    ["@bill", "", "invoice"],
  ])("an organisation that edits %j out of it can't send it", (words, instead, fault) => {
    const ours = LETTER_TEMPLATES["fourteen-day-letter"].nl.u;
    const body = ours.body
      .replaceAll(words, instead)
      .replace(/betaaltermijn is voorbij/g, words.startsWith("in verzuim") ? "dag ging voorbij" : "$&");
    const costless = instead === "een bedrag" ? body.replace("@costs", "") : body;
    expect(() => renderLetterText({ ...ORDER, template: { ...ours, body: costless } })).toThrow(
      expect.objectContaining({
        details: expect.objectContaining({ elements: expect.arrayContaining([fault]) }),
      }),
    );
  });
});

describe("letters on paper", () => {
  test.each(LETTER_KINDS)(
    "%s is one page of A4, tagged, in its language, made at noon of 24 November 2026, twice the same",
    (kind) => {
      for (const language of ["nl", "en"] as const) {
        const order: LetterOrder = { ...ORDER, kind, language, facts: sampleFacts(kind, language) };
        const pdf = renderLetter(order);
        expect(pdf.toString("latin1").startsWith("%PDF-1.7")).toBe(true);
        const text = objectsOf(pdf);
        expect(pagesOf(pdf)).toBe(1);
        expect(text).toContain("/MediaBox [0 0 595.28 841.89]");
        expect(text).toContain("/Marked true");
        expect(text).toMatch(language === "nl" ? /\/Lang \(nl-NL\)/ : /\/Lang \(en-GB\)/);
        expect(text).toContain("(D:20261124120000Z)");
        expect(text).toContain("AtkinsonHyperlegible-Regular");
        expect(text).not.toMatch(/https?:\/\/(?!www\.w3|ns\.adobe|purl)/);
        expect(renderLetter(order).equals(pdf)).toBe(true);
      }
    },
  );

  test("the window of the envelope, x 10–110 and y 49–95 mm, holds the address and nothing else", () => {
    const drawn = contentOf(renderLetter(ORDER));
    const places = [...drawn.matchAll(/BT ([\d.]+) ([\d.]+) Td/g)].map(([, x, y]) => ({
      x: Number(x) / 2.8346,
      y: 297 - Number(y) / 2.8346,
    }));
    const inWindow = places.filter(({ x, y }) => x > 10 && x < 110 && y > 49 && y < 95);
    expect(inWindow.length).toBeGreaterThanOrEqual(3);
    for (const { x, y } of inWindow) {
      expect(x).toBeGreaterThanOrEqual(24.9);
      expect(y).toBeGreaterThan(60);
      expect(y).toBeLessThan(84);
    }
  });

  test("names with letters from all of Europe are written; a sign that no font has becomes a question mark", () => {
    const debtor = { ...ORDER.facts.debtor, name: "Şule Çelik-Őrsi 王" };
    const pdf = objectsOf(renderLetter(withFacts({ debtor })));
    expect(pdf.match(/\/FontName\/[A-Z]{6}\+AtkinsonHyperlegible-Regular/g)).toHaveLength(2);
  });

  test("each glyph says which character it is, so that a name can be searched and copied: Ş, ő, € and the figures of equal width", () => {
    const pdf = renderLetter(withFacts({ debtor: { ...ORDER.facts.debtor, name: "Şule Őrsi" } }));
    for (const character of "Şő€09A-") {
      const code = character.charCodeAt(0).toString(16).padStart(4, "0");
      expect(contentOf(pdf)).toMatch(new RegExp(`^<[0-9a-f]{4}> <${code}>$`, "m"));
    }
  });

  test("20 invoices take more pages, each invoice named", () => {
    const invoices = Array.from({ length: 20 }, (_, index) => ({
      ...ORDER.facts.invoices[0]!,
      number: `F-3${index}`,
      openCents: 1_000,
      totalCents: 1_000,
    }));
    const order = withFacts({ invoices, totalCents: 20_000 });
    expect(pagesOf(renderLetter(order))).toBe(2);
    expect(renderLetterText(order)).toContain("F-319");
  });
});

describe("codes", () => {
  test("the bank app reads amount, account and reference; an RF reference goes in its own field", () => {
    const transfer = { name: "De Ochtend Bakkers B.V.", iban: "NL91 ABNA 0417 1643 00", amountCents: 29_650 };
    expect(bankAppText({ ...transfer, reference: "5000056789012345" })).toBe(
      "BCD\n002\n1\nSCT\n\nDe Ochtend Bakkers B.V.\nNL91ABNA0417164300\nEUR296.50\n\n\n5000056789012345",
    );
    expect(bankAppText({ ...transfer, reference: "RF18539007547034" })).toMatch(/EUR296\.50\n\nRF18539007547034$/);
  });

  test("a QR code is a small PNG of one bit a pixel", () => {
    const png = qrPng("https://betalen.deochtend.example/portal/p/Zk3vQ8tYw1LrNc5H");
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect(png[24]).toBe(1);
    expect(png.length).toBeLessThan(1_500);
  });
});

describe("letters in one document", () => {
  const orders = LETTER_KINDS.map((kind): LetterOrder => ({ ...ORDER, kind, facts: sampleFacts(kind) }));

  test("each letter starts on a fresh sheet: an even number of pages before it, and a section of its own", () => {
    const { pdf, pages } = renderLetters(orders, "Brieven van 24 november");
    const single = orders.map((order) => pagesOf(renderLetter(order)));
    expect(single).toContain(1);
    expect(pages).toBe(single.reduce((sum, count) => sum + count + (count % 2), 0));
    expect(pagesOf(pdf)).toBe(pages);
    expect(objectsOf(pdf).match(/\/S\/Sect\b/g)).toHaveLength(orders.length);
    expect(objectsOf(pdf)).toContain("/Lang (nl-NL)");
  });

  test("40 letters share one set of fonts, and no stream holds more than 200 objects, whose place in it is one byte", () => {
    const { pdf } = renderLetters(Array.from({ length: 40 }, () => ORDER), "Brieven");
    const sizes = [...pdf.toString("latin1").matchAll(/\/Type\/ObjStm\/N (\d+)/g)].map(([, count]) => Number(count));
    expect(sizes.length).toBeGreaterThan(10);
    expect(Math.max(...sizes)).toBe(200);
    expect(objectsOf(pdf).match(/\/Type\/FontDescriptor/g)).toHaveLength(2);
  });

  test("one letter that lacks an address refuses them all, before anything is printed; none at all is an error", () => {
    const [first, second] = orders as [LetterOrder, LetterOrder];
    const nowhere = { ...second, facts: { ...second.facts, debtor: { ...second.facts.debtor, postalCode: null } } };
    expect(() => renderLetters([first, nowhere], "x")).toThrow(Refusal);
    expect(() => renderLetters([], "x")).toThrow(RangeError);
  });
});
