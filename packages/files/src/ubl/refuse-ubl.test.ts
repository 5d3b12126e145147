import { bytes, refusalOf } from "../test-reading";
import { readUbl } from "./read-ubl";
import { writeUbl } from "./write-ubl";

const good = writeUbl({
  number: "2026-0042",
  issuedOn: "2026-11-02",
  dueOn: "2026-11-16",
  supplier: { name: "Fietsenmaker Van Dijk", kvk: "12345678" },
  buyer: { name: "Bakkerij de Zon", kvk: "87654321", contact: { name: "S. de Wit" } },
  lines: [{ description: "Onderhoud", amount: 6_000, vatRateBasisPoints: 1_900 }],
});

describe("UBL, bad input", () => {
  test.each([
    ["no number", good.replace("<cbc:ID>2026-0042</cbc:ID>", ""), "FILE_FIELD_MISSING", { field: "ID", line: 2 }],
    [
      "no payable amount",
      good.replace(/<cbc:PayableAmount.*?<\/cbc:PayableAmount>/, ""),
      "FILE_FIELD_MISSING",
      { field: "PayableAmount" },
    ],
    [
      "a garbled payable amount",
      good.replace(">71.40</cbc:Payable", ">71,40</cbc:Payable"),
      "FILE_FIELD_INVALID",
      { field: "PayableAmount", value: "71,40" },
    ],
    [
      "a part of a cent to pay",
      good.replace(">71.40</cbc:Payable", ">71.405</cbc:Payable"),
      "FILE_FIELD_INVALID",
      { field: "PayableAmount" },
    ],
    [
      "2⁵³ to pay",
      good.replace(">71.40</cbc:Payable", ">9007199254740992</cbc:Payable"),
      "FILE_FIELD_INVALID",
      { field: "PayableAmount" },
    ],
    [
      "payable in another currency",
      good.replace('currencyID="EUR">71.40</cbc:Payable', 'currencyID="USD">71.40</cbc:Payable'),
      "FILE_FIELD_INVALID",
      { field: "PayableAmount/@currencyID", value: "USD" },
    ],
    [
      "no buyer",
      good.replace(/<cac:AccountingCustomerParty>.*<\/cac:AccountingCustomerParty>/, ""),
      "FILE_FIELD_MISSING",
      { field: "AccountingCustomerParty" },
    ],
    [
      "a buyer without any name",
      good.replace(
        /(CustomerParty>.*?)<cac:PartyName>.*?<\/cac:PartyName>(.*?)<cbc:RegistrationName>.*?<\/cbc:RegistrationName>(.*?)<cac:Contact>.*?<\/cac:Contact>/,
        "$1$2$3",
      ),
      "FILE_FIELD_MISSING",
      { field: "AccountingCustomerParty/Party/PartyLegalEntity/RegistrationName" },
    ],
    [
      "30 February",
      good.replace(">2026-11-16<", ">2026-02-30<"),
      "FILE_FIELD_INVALID",
      { field: "DueDate", value: "2026-02-30" },
    ],
    ["cut in half", good.slice(0, good.length / 2), "FILE_CUT_OFF", {}],
    ["a bank statement", "<Document><BkToCstmrStmt/></Document>", "FILE_UNKNOWN_KIND", { found: "Document" }],
    ["an order", "<Order><ID>1</ID></Order>", "FILE_UNKNOWN_KIND", { found: "Order" }],
    ["a web page", "<html><p>x</p></html>", "FILE_UNKNOWN_KIND", { found: "html" }],
    ["tags that don't close in turn", "<Invoice><ID>x</Invoice></ID>", "FILE_NOT_XML", { line: 1 }],
    ["a PDF", "%PDF-1.7", "FILE_NOT_XML", { line: 1 }],
    ["nothing", "", "FILE_EMPTY", {}],
  ])("%s is refused", async (_what, xml, code, details) => {
    expect(await refusalOf(readUbl(bytes(xml)))).toMatchObject({ code, details });
  });

  test("50 MB is refused before it is read", async () => {
    expect(await refusalOf(readUbl(Buffer.alloc(50 * 1024 * 1024, 32)))).toMatchObject({
      code: "FILE_TOO_LARGE",
      details: { limitBytes: 20 * 1024 * 1024 },
    });
  });
});
