import { writeCamt053 } from "./camt053/write-camt053";
import { sniffFile } from "./sniff-file";

const camt = writeCamt053({ createdAt: "2026-11-20T08:00:00", statements: [] });

test.each([
  ["a PDF", "%PDF-1.7\n", "", "pdf"],
  ["a workbook", "PK\u0003\u0004....[Content_Types].xml", "", "xlsx"],
  ["another archive", "PK\u0003\u0004....photos", "a.zip", "unknown"],
  ["an invoice", '<?xml version="1.0"?><!-- <Document> --><ubl:Invoice xmlns:ubl="urn:x">', "", "ubl"],
  ["a credit note", "\ufeff<CreditNote>", "", "ubl"],
  ["a CAMT.053 file", camt, "", "camt053"],
  ["a CAMT.053 file without namespace", "<Document>\n<BkToCstmrStmt>", "", "camt053"],
  [
    "a CAMT.052 report",
    camt.replaceAll("camt.053", "camt.052").replaceAll("BkToCstmrStmt", "BkToCstmrAcctRpt"),
    "",
    "unknown",
  ],
  ["a web page", "<!doctype html><html><body>", "x.xml", "unknown"],
  [
    "an MT940 file with bank lines before it",
    "ABNANL2A\r\n940\r\nABNANL2A\r\n:20:ABN AMRO\r\n:25:500950253\r\n:28:1/1",
    "",
    "mt940",
  ],
  ["an MT940 file in SWIFT blocks", "{1:F01INGBNL2A}{2:I940}{4:\n:20:P1\n:25:NL77INGB0574908765EUR\n", "", "mt940"],
  ["a CSV file", "Datum;Bedrag\n2026-11-20;12,50\n", "", "csv"],
  ["one line, named .csv", "Datum;Bedrag", "export.CSV", "csv"],
  ["a letter", "Beste mevrouw,\nhierbij", "brief.txt", "unknown"],
  ["nothing", "", "x.csv", "unknown"],
  ["a picture", "\u0089PNG\r\n\u001a\n\u0000\u0000", "", "unknown"],
])("%s is told by its first bytes", (_what, text, name, kind) => {
  expect(sniffFile(Buffer.from(text), name)).toBe(kind);
});

test("UTF-16 is looked through", () => {
  expect(sniffFile(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(camt, "utf16le")]))).toBe("camt053");
});
