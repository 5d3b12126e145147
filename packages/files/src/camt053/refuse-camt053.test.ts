import { bytes, gathered, refusalOf } from "../test-reading";
import { readCamt053 } from "./read-camt053";
import { writeCamt053 } from "./write-camt053";

const good = writeCamt053({
  createdAt: "2026-11-20T08:00:00",
  statements: [
    {
      id: "2026-1120",
      iban: "NL02ABNA0123456789",
      opening: { amount: 100_000, on: "2026-11-19" },
      entries: [{ amount: 5_000, bookedOn: "2026-11-20", name: "J. Jansen", iban: "NL91ABNA0417164300" }],
    },
  ],
});

describe("CAMT.053, bad input", () => {
  test.each([
    [
      "a garbled amount",
      good.replace(">50.00<", ">5O.00<"),
      "FILE_FIELD_INVALID",
      { field: "Ntry/Amt", value: "5O.00", statement: 1, entry: 1 },
    ],
    ["a comma in an amount", good.replace(">50.00<", ">50,00<"), "FILE_FIELD_INVALID", { field: "Ntry/Amt" }],
    ["a part of a cent", good.replace(">50.00<", ">50.005<"), "FILE_FIELD_INVALID", { field: "Ntry/Amt" }],
    ["an amount below zero", good.replace(">50.00<", ">-50.00<"), "FILE_FIELD_INVALID", { field: "Ntry/Amt" }],
    ["an amount of 2⁵³", good.replace(">50.00<", ">9007199254740992<"), "FILE_FIELD_INVALID", { field: "Ntry/Amt" }],
    ["no amount", good.replace(/<Ntry><Amt.*?<\/Amt>/, "<Ntry>"), "FILE_FIELD_MISSING", { field: "Ntry/Amt", line: 7 }],
    ["no currency", good.replaceAll(' Ccy="EUR"', ""), "FILE_FIELD_MISSING", { field: "Bal/Amt/@Ccy" }],
    [
      "no sign",
      good.replace("<CdtDbtInd>CRDT</CdtDbtInd><Sts>", "<Sts>"),
      "FILE_FIELD_MISSING",
      { field: "Ntry/CdtDbtInd" },
    ],
    ["no account", good.replace(/<Acct>.*?<\/Acct>/, ""), "FILE_FIELD_MISSING", { field: "Stmt/Acct/Id" }],
    [
      "30 February",
      good.replace("<BookgDt><Dt>2026-11-20", "<BookgDt><Dt>2026-02-30"),
      "FILE_FIELD_INVALID",
      { field: "Ntry/BookgDt", value: "2026-02-30" },
    ],
    ["no statement", good.replace(/<Stmt>[^]*<\/Stmt>/, ""), "FILE_FIELD_MISSING", { field: "Stmt" }],
    ["cut in half", good.slice(0, good.length / 2), "FILE_CUT_OFF", {}],
    [
      "a camt.052 report",
      good.replaceAll("BkToCstmrStmt", "BkToCstmrAcctRpt"),
      "FILE_UNKNOWN_KIND",
      { found: "BkToCstmrAcctRpt" },
    ],
    ["an invoice", "<Invoice><ID>1</ID></Invoice>", "FILE_UNKNOWN_KIND", { found: "Invoice" }],
    ["text", "Beste bank, hierbij", "FILE_NOT_XML", {}],
    ["nothing", "", "FILE_EMPTY", {}],
    ["only white space", " \n ", "FILE_EMPTY", {}],
    ["an unknown encoding", good.replace("UTF-8", "EBCDIC-42"), "FILE_ENCODING", { value: "ebcdic-42" }],
  ])("%s is refused", async (_what, xml, code, details) => {
    expect(await refusalOf(gathered(readCamt053(bytes(xml))))).toMatchObject({ code, details });
  });

  test("UTF-8 that is damaged halfway is refused, not guessed", async () => {
    const damaged = Buffer.concat([
      bytes(good.replace("J. Jansen", "Zoë").replace("</Stmt>", "<!-- ")),
      Buffer.from([0xe9]),
      bytes(" --></Stmt>"),
    ]);
    expect(await refusalOf(gathered(readCamt053(damaged)))).toMatchObject({ code: "FILE_ENCODING" });
  });

  test("a file over the limit is refused while it comes in", async () => {
    expect(await refusalOf(gathered(readCamt053(bytes(good), { maxBytes: 1_000 })))).toEqual({
      code: "FILE_TOO_LARGE",
      details: { limitBytes: 1_000 },
    });
  });
});
