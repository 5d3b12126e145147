import { readCamt053 } from "../camt053/read-camt053";
import { bytes, gathered, inPieces, refusalOf } from "../test-reading";
import { readUbl } from "../ubl/read-ubl";
import { writeUbl } from "../ubl/write-ubl";

const laughs = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "haha">${Array.from(
  { length: 9 },
  (_, i) => `<!ENTITY a${i} "${`&a${i === 0 ? "" : i - 1};`.repeat(10)}">`,
).join("")}]><Invoice>&a8;</Invoice>`;
const wide = (content: string) => `<Invoice><ID>${content}</ID></Invoice>`;

const CORPUS: readonly [string, string, string][] = [
  ["a billion laughs", laughs, "FILE_HAS_DOCTYPE"],
  [
    "a quadratic entity",
    `<!DOCTYPE x [<!ENTITY a "${"a".repeat(50_000)}">]><Invoice>${"&a;".repeat(50_000)}</Invoice>`,
    "FILE_HAS_DOCTYPE",
  ],
  [
    "an external entity on disk",
    '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><Invoice>&a;</Invoice>',
    "FILE_HAS_DOCTYPE",
  ],
  [
    "an external entity on the web",
    '<!DOCTYPE x [<!ENTITY a SYSTEM "http://127.0.0.1/x">]><Invoice>&a;</Invoice>',
    "FILE_HAS_DOCTYPE",
  ],
  ["a DTD elsewhere", '<!DOCTYPE Invoice SYSTEM "http://127.0.0.1/x.dtd"><Invoice/>', "FILE_HAS_DOCTYPE"],
  [
    "a DOCTYPE after a comment, in capitals of its own",
    "<!-- <x> --> <!doctype html><html></html>",
    "FILE_HAS_DOCTYPE",
  ],
  ["a DOCTYPE that never ends", `<!DOCTYPE x [${"<!-- -->".repeat(30_000)}`, "FILE_HAS_DOCTYPE"],
  ["a DOCTYPE inside", "<Invoice><!DOCTYPE x><ID>1</ID></Invoice>", "FILE_HAS_DOCTYPE"],
  ["an entity nobody defined", wide("&bank;"), "FILE_NOT_XML"],
  ["2 million numeric references in one text", wide("&#65;".repeat(2_000_000)), "FILE_TOO_LARGE"],
  [
    "2 million numeric references over many texts",
    `<Invoice>${`<Note>${"&#65;".repeat(10_000)}</Note>`.repeat(200)}</Invoice>`,
    "FILE_TOO_LARGE",
  ],
  ["200,000 levels", "<Invoice>".repeat(200_000), "FILE_NOT_XML"],
  ["2 million elements", `<Invoice>${"<a/>".repeat(2_000_000)}</Invoice>`, "FILE_TOO_LARGE"],
  [
    "100,000 attributes",
    `<Invoice ${Array.from({ length: 100_000 }, (_, i) => `a${i}="1"`).join(" ")}/>`,
    "FILE_TOO_LARGE",
  ],
  ["an attribute of 5 MB", `<Invoice a="${"x".repeat(5_000_000)}"/>`, "FILE_TOO_LARGE"],
  ["a name of 5 MB", `<${"x".repeat(5_000_000)}/>`, "FILE_TOO_LARGE"],
  ["a text of 5 MB", wide("x".repeat(5_000_000)), "FILE_TOO_LARGE"],
  ["a text of 5 MB cut up by comments", wide("xxxxxxxxxx<!-- -->".repeat(300_000)), "FILE_TOO_LARGE"],
  ["a text of 5 MB in CDATA", wide(`<![CDATA[${"x".repeat(5_000_000)}]]>`), "FILE_TOO_LARGE"],
  ["a NUL", wide("a\u0000b"), "FILE_NOT_XML"],
  ["a reference to NUL", wide("&#0;"), "FILE_NOT_XML"],
];

describe("hostile XML (quality.md T-60)", () => {
  test.each(CORPUS)("%s is refused by both readers, with little memory", async (_what, xml, code) => {
    const file = bytes(xml);
    const before = process.memoryUsage().rss;
    const invoice = await refusalOf(readUbl(inPieces(file, 10_000)));
    const statement = await refusalOf(gathered(readCamt053(file)));
    expect(invoice.code).toBe(code);
    // For a reader of statements an invoice is another kind of file, which it may notice before it meets the fault.
    expect([code, "FILE_UNKNOWN_KIND"]).toContain(statement.code);
    expect(JSON.stringify(invoice.details).length).toBeLessThan(300);
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
  });

  test("text after the end of the document is refused", async () => {
    expect(await refusalOf(readUbl(bytes("<Invoice><ID>1</ID></Invoice>x")))).toMatchObject({ code: "FILE_NOT_XML" });
  });

  test("the five entities of XML and numbers are read", async () => {
    const xml =
      "<Document><BkToCstmrStmt><Stmt><Acct><Id><Othr><Id>&lt;&gt;&amp;&apos;&quot;&#65;&#x42;</Id></Othr></Id><Ccy>EUR</Ccy></Acct></Stmt></BkToCstmrStmt></Document>";
    const { statements } = await gathered(readCamt053(bytes(xml)));
    expect(statements[0]?.account).toBe("<>&'\"AB");
  });

  test("texts that make patterns run long are read in no time: slashes, padding, spaces", async () => {
    const line = `/TRTP/${"/".repeat(90_000)}x`;
    const details = `<NtryDtls><TxDtls><AddtlTxInf>${line}</AddtlTxInf></TxDtls></NtryDtls>`;
    const entry = `<Ntry><Amt Ccy="EUR">1</Amt><CdtDbtInd>CRDT</CdtDbtInd><BookgDt><Dt>2026-11-20</Dt></BookgDt>${details}</Ntry>`;
    const xml = `<Document><BkToCstmrStmt><Stmt><Acct><Id><Othr><Id>1</Id></Othr></Id></Acct>${entry}</Stmt></BkToCstmrStmt></Document>`;
    expect((await gathered(readCamt053(bytes(xml)))).entries).toHaveLength(1);
    const embedded = `<EmbeddedDocumentBinaryObject>${"=".repeat(4_000_000)}x</EmbeddedDocumentBinaryObject>`;
    const attachment = `<AdditionalDocumentReference><Attachment>${embedded}</Attachment></AdditionalDocumentReference>`;
    const invoice = writeUbl({
      number: "1",
      issuedOn: "2026-11-02",
      supplier: { name: "A" },
      buyer: { name: "B" },
      terms: `${"9 ".repeat(20_000)}${" ".repeat(40_000)}x`,
      lines: [{ description: "C", amount: 100 }],
    });
    const { warnings } = await readUbl(bytes(invoice.replace("</Invoice>", `${attachment}</Invoice>`)));
    expect(warnings.map(({ code }) => code)).toContain("DOCUMENT_UNREADABLE");
  }, 5_000);
});
