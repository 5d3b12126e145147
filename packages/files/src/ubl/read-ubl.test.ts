import { bytes, inPieces, refusalOf } from "../test-reading";
import { readUbl } from "./read-ubl";
import type { UblWarningCode } from "./ubl-invoice";
import { writeUbl, type UblFile } from "./write-ubl";

const INVOICE: UblFile = {
  number: "2026-0042",
  issuedOn: "2026-11-02",
  dueOn: "2026-11-16",
  terms: "Betaling binnen 14 dagen",
  note: "Dank voor uw opdracht",
  buyerReference: "PO-7",
  orderReference: "ORD-9",
  period: { from: "2026-10-01", until: "2026-10-31" },
  supplier: {
    name: "Fietsenmaker Van Dijk",
    legalName: "Van Dijk Tweewielers B.V.",
    kvk: "12345678",
    vat: "NL8200.98.395.B.01",
    address: { street: "Dorpsstraat 1", postalCode: "3511 AB", city: "Utrecht", country: "NL" },
  },
  buyer: {
    name: "Bakkerij de Zon",
    kvk: "87654321",
    customerNumber: "10202",
    address: { street: "Markt 5", postalCode: "5611 EC", city: "Eindhoven", country: "NL" },
    contact: { name: "S. de Wit", phone: "+31401234567", email: "administratie@dezon.example" },
  },
  paymentMeans: [{ code: "30", paymentId: "9001 1234 1234 1234", iban: "NL91 ABNA 0417 1643 00" }],
  lines: [
    {
      description: "Onderhoud bakfiets",
      quantity: "1.5",
      unit: "HUR",
      unitPrice: "33.3333",
      amount: 5_000,
      vatRateBasisPoints: 2_100,
    },
    { description: "Kinderboek", amount: 1_000, vatRateBasisPoints: 900 },
  ],
};

const read = (xml: string) => readUbl(bytes(xml));
const codes = async (xml: string) => (await read(xml)).warnings.map(({ code }) => code);

describe("UBL invoices", () => {
  test("an invoice of € 71,40 is read with everything that is in it, and nothing to warn about", async () => {
    const pdf = bytes(`%PDF-1.7\n${"x".repeat(100_000)}`);
    const invoice = await read(
      writeUbl({ ...INVOICE, documents: [{ fileName: "../factuur 2026-0042.pdf", bytes: pdf }] }),
    );
    expect(invoice).toMatchObject({
      kind: "invoice",
      document: "Invoice",
      typeCode: "380",
      number: "2026-0042",
      issuedOn: "2026-11-02",
      dueOn: "2026-11-16",
      terms: "Betaling binnen 14 dagen",
      currency: "EUR",
      buyerReference: "PO-7",
      orderReference: "ORD-9",
      credits: [],
      period: { from: "2026-10-01", until: "2026-10-31" },
      note: "Dank voor uw opdracht",
      supplier: {
        name: "Fietsenmaker Van Dijk",
        legalName: "Van Dijk Tweewielers B.V.",
        kvk: "12345678",
        vat: "NL820098395B01",
      },
      buyer: {
        name: "Bakkerij de Zon",
        legalName: "Bakkerij de Zon",
        kvk: "87654321",
        customerNumber: "10202",
        endpoint: { id: "87654321", scheme: "0106" },
        address: { street: "Markt 5", postalCode: "5611 EC", city: "Eindhoven", country: "NL" },
        contact: { name: "S. de Wit", phone: "+31401234567", email: "administratie@dezon.example" },
      },
      paymentMeans: [{ code: "30", paymentId: "9001 1234 1234 1234", iban: "NL91ABNA0417164300" }],
      lines: [
        {
          id: "1",
          description: "Onderhoud bakfiets",
          quantity: "1.5",
          unit: "HUR",
          unitPrice: "33.3333",
          amount: 5_000,
          vatRateBasisPoints: 2_100,
        },
        { id: "2", description: "Kinderboek", quantity: "1", amount: 1_000, vatRateBasisPoints: 900 },
      ],
      totals: { taxExclusive: 6_000, tax: 1_140, taxInclusive: 7_140, payable: 7_140 },
      receivable: 7_140,
      documents: [{ fileName: "factuur 2026-0042.pdf", mimeType: "application/pdf", isPdf: true }],
      warnings: [],
    });
    expect(Buffer.compare(invoice.documents[0]?.bytes ?? bytes(""), pdf)).toBe(0);
  });

  test("what is owed is the payable amount: € 71,40 of which € 50 was prepaid is € 21,40", async () => {
    expect(await read(writeUbl({ ...INVOICE, prepaid: 5_000 }))).toMatchObject({
      receivable: 2_140,
      totals: { prepaid: 5_000, payable: 2_140 },
      warnings: [],
    });
  });

  test("a credit note, a negative invoice and an invoice of type 381 all lower what is owed by € 71,40", async () => {
    const note = writeUbl({ ...INVOICE, kind: "credit-note", credits: ["2026-0041"] });
    expect(await read(note)).toMatchObject({
      kind: "credit-note",
      document: "CreditNote",
      typeCode: "381",
      dueOn: "2026-11-16",
      credits: ["2026-0041"],
      receivable: -7_140,
      totals: { payable: 7_140 },
      warnings: [],
    });
    const lines = INVOICE.lines.map((line) => ({ ...line, amount: -line.amount, quantity: "-1" }));
    expect(await read(writeUbl({ ...INVOICE, lines }))).toMatchObject({
      kind: "credit-note",
      document: "Invoice",
      receivable: -7_140,
      totals: { payable: -7_140 },
    });
    expect(await read(writeUbl(INVOICE).replace(">380<", ">381<"))).toMatchObject({
      kind: "credit-note",
      receivable: -7_140,
    });
  });

  test("other prefixes, an envelope, ISO-8859-1, Windows-1252 and pieces of 11 bytes give the same invoice", async () => {
    const xml = writeUbl({ ...INVOICE, buyer: { ...INVOICE.buyer, name: "Café Zoë" } });
    const wanted = JSON.stringify(await read(xml));
    const renamed = xml.replaceAll("cbc:", "b:").replaceAll("cac:", "a:");
    const enveloped = xml
      .replace(/<Invoice/, '<s:StandardBusinessDocument xmlns:s="x"><Invoice')
      .replace("</Invoice>", "</Invoice></s:StandardBusinessDocument>");
    const latin = (name: string) => bytes(xml.replace("UTF-8", name), "latin1");
    for (const source of [
      bytes(renamed),
      bytes(enveloped),
      latin("ISO-8859-1"),
      latin("windows-1252"),
      bytes(`\ufeff${xml}`),
      inPieces(bytes(xml), 11),
    ]) {
      expect(JSON.stringify(await readUbl(source))).toBe(wanted);
    }
  });

  test("a KvK number without its scheme is known by its eight digits", async () => {
    const xml = writeUbl(INVOICE).replaceAll(' schemeID="0106"', "");
    expect(await read(xml)).toMatchObject({ supplier: { kvk: "12345678" }, buyer: { kvk: "87654321" } });
  });

  test("without a due date, '14 dagen' in the terms is told as 14, two different terms as nothing", async () => {
    expect(await read(writeUbl({ ...INVOICE, dueOn: undefined }))).toMatchObject({ dueOn: undefined, termDays: 14 });
    const two = writeUbl({ ...INVOICE, dueOn: undefined, terms: "30 dagen, of 2% korting binnen 8 dagen" });
    expect((await read(two)).termDays).toBeUndefined();
  });

  test.each<[string, (xml: string) => string, UblWarningCode]>([
    ["no customization", (xml) => xml.replace(/<cbc:CustomizationID>.*<\/cbc:CustomizationID>/, ""), "NOT_NLCIUS"],
    ["type 326", (xml) => xml.replace(">380<", ">326<"), "TYPE_CODE_UNKNOWN"],
    [
      "no issue date, but a period",
      (xml) => xml.replace(/<cbc:IssueDate>.*<\/cbc:IssueDate>/, ""),
      "ISSUE_DATE_MISSING",
    ],
    ["no due date", (xml) => xml.replace(/<cbc:DueDate>.*<\/cbc:DueDate>/, ""), "DUE_DATE_MISSING"],
    ["an IBAN with wrong check digits", (xml) => xml.replace("NL91", "NL92"), "IBAN_INVALID"],
    [
      "totals that don't add up",
      (xml) => xml.replace(">71.40</cbc:PayableAmount>", ">70.00</cbc:PayableAmount>"),
      "TOTALS_DIFFER",
    ],
    [
      "a line with a part of a cent",
      (xml) => xml.replace(">50.00</cbc:LineExtensionAmount>", ">50.004</cbc:LineExtensionAmount>"),
      "AMOUNT_ROUNDED",
    ],
    [
      "a garbled total that isn't the payable one",
      (xml) => xml.replace(">60.00</cbc:TaxExclusiveAmount>", ">6O</cbc:TaxExclusiveAmount>"),
      "AMOUNT_UNREADABLE",
    ],
    ["no lines", (xml) => xml.replace(/<cac:InvoiceLine>[^]*<\/cac:InvoiceLine>/, ""), "LINES_MISSING"],
    [
      "no means of payment",
      (xml) => xml.replace(/<cac:PaymentMeans>.*<\/cac:PaymentMeans>/, ""),
      "PAYMENT_MEANS_MISSING",
    ],
    [
      "a direct debit without mandate",
      (xml) => xml.replace(">30</cbc:PaymentMeansCode>", ">59</cbc:PaymentMeansCode>"),
      "MANDATE_MISSING",
    ],
    ["a correction without the invoice", (xml) => xml.replace(">380<", ">384<"), "CREDITED_INVOICE_MISSING"],
  ])("%s is imported with a warning", async (_what, change, code) => {
    const xml = change(writeUbl(INVOICE));
    expect(await codes(xml)).toContain(code);
    expect(await codes(writeUbl(INVOICE))).toEqual([]);
  });

  test("an attachment that is no base64 is left out with a warning; a path in its name is cut off", async () => {
    const xml = writeUbl({
      ...INVOICE,
      documents: [
        { fileName: "C:\\temp\\a.pdf", bytes: bytes("%PDF-1.4") },
        { fileName: "b.pdf", bytes: bytes("%PDF-1.4 b") },
      ],
    }).replace(Buffer.from("%PDF-1.4 b").toString("base64"), "%%%");
    const invoice = await read(xml);
    expect(invoice.documents.map(({ fileName }) => fileName)).toEqual(["a.pdf"]);
    expect(invoice.warnings).toEqual([
      { code: "DOCUMENT_UNREADABLE", field: "EmbeddedDocumentBinaryObject", value: "b.pdf" },
    ]);
  });

  test("an attachment of 10 MB is read; one byte more is refused", async () => {
    const limit = 10 * 1024 * 1024;
    const withPdf = (size: number) =>
      writeUbl({ ...INVOICE, documents: [{ fileName: "a.pdf", bytes: Buffer.alloc(size, "%PDF-") }] });
    expect((await read(withPdf(limit))).documents[0]?.bytes.length).toBe(limit);
    expect(await refusalOf(read(withPdf(limit + 1)))).toMatchObject({
      code: "FILE_TOO_LARGE",
      details: { limitBytes: limit },
    });
  }, 30_000);
});
