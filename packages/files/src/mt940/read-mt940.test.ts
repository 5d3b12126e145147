import { bytes, gathered, inPieces, refusalOf } from "../test-reading";
import { readMt940 } from "./read-mt940";

const read = (text: string) => gathered(readMt940(bytes(text)));
const OWN = "NL02ABNA0123456789";

/** A statement of € 1.000 with one entry of these lines, closing at this amount. */
function statement(entry: string, closing: string, account = OWN, more = ""): string {
  return `:20:STMT1\n:25:${account}\n:28C:321/1\n:60F:C261119EUR1000,00\n${entry}\n:62F:C261120EUR${closing}\n${more}`;
}

async function single(entry: string, closing: string, account?: string) {
  const { entries, ends } = await read(statement(entry, closing, account));
  expect(ends.map(({ sumCheck }) => sumCheck.outcome)).toEqual(["balanced"]);
  expect(entries).toHaveLength(1);
  return entries[0];
}

describe("MT940", () => {
  test("ING: € 32 by betalingskenmerk, in SWIFT blocks with CRLF, tags cut over lines", async () => {
    const file = `{1:F01INGBNL2ABXXX0000000000}\n{2:I940INGBNL2AXXXN}\n{4:\n${statement(
      ":61:2611201120C32,00NTRF9001123412341234//00000000001011\n/TRCD/00108/\n" +
        ":86:/EREF/15814016000676480//CNTP/NL91ABNA0417164300/ABNANL2A/J.J\nanssen///RE\nMI/STRD/CUR/9001123412341234/",
      "1032,00",
      `${OWN}EUR`,
      ":64:C261120EUR1032,00\n:86:/SUM/0/1/0,00/32,00/\n-\n}\n",
    )}`;
    for (const source of [bytes(file), bytes(file.replaceAll("\n", "\r\n")), inPieces(bytes(file), 5)]) {
      const { statements, entries, ends } = await gathered(readMt940(source));
      expect(statements).toMatchObject([
        { format: "mt940", id: "STMT1", account: OWN, iban: OWN, number: "321/1", currency: "EUR" },
      ]);
      expect(entries).toMatchObject([
        {
          amount: 3_200,
          bookedOn: "2026-11-20",
          valueOn: "2026-11-20",
          bankReference: "00000000001011",
          proprietaryCode: "NTRF",
          endToEndId: "15814016000676480",
          structuredReference: { value: "9001123412341234", issuer: "CUR" },
          remittance: "",
          counterparty: { iban: "NL91ABNA0417164300", bic: "ABNANL2A", name: "J.Janssen" },
          otherReferences: [],
        },
      ]);
      expect(ends).toMatchObject([{ entries: 1, closing: { amount: 103_200 }, sumCheck: { outcome: "balanced" } }]);
    }
  });

  test("ING: a collection of € 12,75 that came back with MS03, its mandate cut before a lone dash", async () => {
    expect(
      await single(
        ":61:2611201120D12,75NRTIEREF//00000000001010\n:86:/RTRN/MS03//EREF/20120501P0123478//MARF/MND\n-\n120123//CSID/NL32ZZZ999999991234" +
          "//CNTP/NL91ABNA0417164300/ABNANL2A/J.Janssen///REMI/USTD//CO\nNTRIBUTIE NOV/",
        "987,25",
      ),
    ).toMatchObject({
      amount: -1_275,
      returned: "direct-debit",
      returnReason: { code: "MS03" },
      endToEndId: "20120501P0123478",
      mandateId: "MND-120123",
      creditorId: "NL32ZZZ999999991234",
      remittance: "CONTRIBUTIE NOV",
      counterparty: { name: "J.Janssen" },
    });
  });

  test("ING before 2014: an account, a name and BET.KENM. in free text", async () => {
    expect(
      await single(
        ":61:261120C50,NTRFNONREF\n:86:0417164300 J JANSSEN\nBET.KENM. 1004510036716378 FACTUUR",
        "1050",
        "0001234567",
      ),
    ).toMatchObject({
      amount: 5_000,
      structuredReference: { value: "1004510036716378", issuer: "CUR" },
      counterparty: { account: "0417164300", name: "J JANSSEN" },
    });
  });

  test("ABN AMRO: tags without an end, NOTPROVIDED cut in two, a decimal that is left out", async () => {
    expect(
      await single(
        ":61:2611201120C109,6N654NONREF\n:86:/TRTP/SEPA OVERBOEKING/IBAN/NL91ABNA0417164300/BIC/ABNANL2A/NAME/\nHR K JANSEN EN/OF MW H" +
          " JANSEN/REMI/RES.NR 00042/EREF/NOTPROV\nIDED",
        "1109,60",
        "123456789",
      ),
    ).toMatchObject({
      amount: 10_960,
      endToEndId: undefined,
      remittance: "RES.NR 00042",
      additionalInformation: "SEPA OVERBOEKING",
      counterparty: { iban: "NL91ABNA0417164300", bic: "ABNANL2A", name: "HR K JANSEN EN/OF MW H JANSEN" },
    });
  });

  test("ABN AMRO: type N245 is a collection that bounced", async () => {
    expect(
      await single(
        ":61:2611201120D62,63N245NONREF\n:86:/TRTP/SEPA INCASSO BATCH/NAME/J JANSEN/MARF/M1/EREF/INV-7/REMI/contributie",
        "937,37",
        "123456789",
      ),
    ).toMatchObject({ amount: -6_263, returned: "direct-debit", mandateId: "M1", endToEndId: "INV-7" });
  });

  test("ABN AMRO before SEPA: columns of text, a betalingskenmerk over two lines", async () => {
    expect(
      await single(
        ":61:2611201120D7,5N192NONREF\n:86:GIRO   428428 KPN BV             BETALINGSKENM.  000000018503995\n" +
          "5109227317                       BETREFT FACTUUR D.D. 20-06-2009\nINCL. 1,20 BTW",
        "992,50",
        "500950253",
      ),
    ).toMatchObject({
      amount: -750,
      structuredReference: { value: "0000000185039955" },
      counterparty: { account: "428428", name: "KPN BV" },
      remittance: expect.stringMatching(/20-06-2009 INCL\. 1,20 BTW$/),
    });
  });

  test("Rabobank: padded amounts, the other account below the entry, a name cut over lines", async () => {
    expect(
      await single(
        ":61:261120D000000000025,00N102EREF             \nNL91ABNA0417164300\n:86:/EREF/20-11-2026 12:00 0030000987654321/BENM//NAME/CONTRA ACCOUN\n" +
          "T HOLDER/REMI/Factuur 7/ISDT/2026-11-20",
        "975,00",
        `${OWN} EUR`,
      ),
    ).toMatchObject({
      amount: -2_500,
      endToEndId: "20-11-2026 12:00 0030000987654321",
      remittance: "Factuur 7",
      counterparty: { iban: "NL91ABNA0417164300", name: "CONTRA ACCOUNT HOLDER" },
    });
  });

  test("Triodos: numbered parts, of which 31 is our own account", async () => {
    expect(
      await single(
        ":61:261120D15,70N000NONREF\n:86:000>100987654321\n>20ALGEMENE TUSSENREKENING KOS>21TEN VAN 01-10-2010 TOT EN M\n>22ET 31-12-2010>310390123456",
        "984,30",
        "TRIODOSBANK/0390123456",
      ),
    ).toMatchObject({
      remittance: "ALGEMENE TUSSENREKENING KOSTEN VAN 01-10-2010 TOT EN MET 31-12-2010",
      counterparty: { account: "0987654321" },
    });
  });

  test("parts with question marks: name, account, text", async () => {
    expect(
      await single(
        ":61:2611201120C10,00NTRFNONREF\n:86:166?00GUTSCHRIFT?20Rechnung ?21 2026-7?30ABNANL2A?31NL91ABNA0417164300?32Jan?33sen",
        "1010,00",
      ),
    ).toMatchObject({
      remittance: "Rechnung 2026-7",
      counterparty: { iban: "NL91ABNA0417164300", name: "Jansen" },
      additionalInformation: "GUTSCHRIFT",
    });
  });

  test("Knab: REK and NAAM; SNS: an IBAN and a name at the start", async () => {
    expect(
      await single(
        ":61:2611201120C10,00NTRFNONREF//K1\n:86:Factuur 2026-7 REK: NL91ABNA0417164300/NAAM: J. Jansen",
        "1010,00",
      ),
    ).toMatchObject({
      bankReference: "K1",
      remittance: "Factuur 2026-7",
      counterparty: { iban: "NL91ABNA0417164300", name: "J. Jansen" },
    });
    expect(
      await single(":61:2611201120C10,00NOVBNONREF\n:86:NL91ABNA0417164300 j.jansen\nfactuur 2026-7", "1010,00"),
    ).toMatchObject({
      counterparty: { iban: "NL91ABNA0417164300", name: "j.jansen" },
      remittance: expect.stringContaining("factuur 2026-7"),
    });
  });

  test("RC takes € 5 back, RD gives € 3 back, and the letter after the sign is the currency's", async () => {
    const { entries, ends } = await read(statement(":61:2611201120RCR5,00NTRFA\n:61:2611201120RD3,NTRFB", "998,00"));
    expect(entries.map(({ amount, reversal, otherReferences }) => [amount, reversal, otherReferences])).toEqual([
      [-500, true, ["A"]],
      [300, true, ["B"]],
    ]);
    expect(ends[0]?.sumCheck.outcome).toBe("balanced");
  });

  test("booked on 31 December with the value of 2 January is last year's 31 December", async () => {
    expect(await single(":61:2701021231C1,00NTRFNONREF", "1001,00")).toMatchObject({
      bookedOn: "2026-12-31",
      valueOn: "2027-01-02",
    });
  });

  test("pages of one statement (62M, 60M) are one statement; equal entries on both pages are both real", async () => {
    const page = (from: string, to: string, entry: string) =>
      `:20:P\n:25:${OWN}\n:28C:7\n${from}\n${entry}\n${to}\n-\n`;
    const entry = ":61:2611201120C10,00NTRFNONREF\n:86:zelfde";
    const { statements, entries, ends } = await read(
      page(":60F:C261119EUR0,00", ":62M:C261120EUR10,00", entry) +
        page(":60M:C261120EUR10,00", ":62F:C261120EUR20,00", entry),
    );
    expect(statements).toHaveLength(1);
    expect(entries.map(({ ordinal }) => ordinal)).toEqual([1, 2]);
    expect(ends).toMatchObject([{ closing: { amount: 2_000 }, sumCheck: { outcome: "balanced" } }]);
  });

  test("several statements with the bank's own lines around them, overdrawn, one that doesn't add up", async () => {
    const frame = "ABNANL2A\n940\nABNANL2A\n";
    const { statements, ends } = await read(
      `${frame}${statement(":61:261120D2000,NTRFX", "0,01").replace("62F:C", "62F:D")}-\n${frame}${statement(":61:261120C1,NTRFX", "1001,")}-\n`,
    );
    expect(statements).toHaveLength(2);
    expect(ends.map(({ sumCheck }) => [sumCheck.outcome, sumCheck.difference])).toEqual([
      ["different", 99_999],
      ["balanced", 0],
    ]);
  });
});

describe("MT940, bad input", () => {
  const good = statement(":61:2611201120C10,00NTRFNONREF\n:86:tekst", "1010,00");
  test.each([
    [
      "a garbled amount",
      good.replace("C10,00N", "C1O,00N"),
      "FILE_FIELD_INVALID",
      { field: ":61:", line: 5, statement: 1, entry: 1 },
    ],
    ["a part of a cent", good.replace("C10,00N", "C10,005N"), "FILE_FIELD_INVALID", { field: ":61:", value: "10,005" }],
    ["30 February", good.replace(":61:261120", ":61:260230"), "FILE_FIELD_INVALID", { field: ":61:", value: "260230" }],
    ["a garbled balance", good.replace("EUR1000,00", "EUR1OOO,00"), "FILE_FIELD_INVALID", { field: ":60F:" }],
    ["no account", good.replace(`:25:${OWN}\n`, ""), "FILE_FIELD_MISSING", { field: ":25:", line: 1 }],
    ["no opening balance", good.replace(":60F:C261119EUR1000,00\n", ""), "FILE_FIELD_MISSING", { field: ":60F:" }],
    ["cut in an entry", good.slice(0, good.indexOf("NTRF")), "FILE_CUT_OFF", { statement: 1 }],
    ["cut after an entry", good.slice(0, good.indexOf(":62F")), "FILE_CUT_OFF", { field: ":62F:" }],
    ["cut before the next statement ends", `${good}${good.slice(0, 60)}`, "FILE_CUT_OFF", {}],
    ["an interim report", good.replace(":60F:", ":34F:EUR0,\n:60F:"), "FILE_UNKNOWN_KIND", { found: "MT942" }],
    ["another text", "Beste bank,\nhierbij\n", "FILE_UNKNOWN_KIND", {}],
    ["a line without end", "x".repeat(300_000), "FILE_UNKNOWN_KIND", {}],
    [
      "a description without end",
      `${good.slice(0, good.indexOf(":62F"))}${"x\n".repeat(10_000)}`,
      "FILE_UNKNOWN_KIND",
      {},
    ],
    ["nothing", "", "FILE_EMPTY", {}],
  ])("%s is refused", async (_what, text, code, details) => {
    expect(await refusalOf(read(text))).toMatchObject({ code, details });
  });

  test("latin-1 bytes are read, with a notice", async () => {
    const { entries, notices } = await gathered(readMt940(bytes(good.replace("tekst", "Café Zoë"), "latin1")));
    expect(entries[0]?.remittance).toBe("Café Zoë");
    expect(notices).toEqual(["ENCODING_GUESSED"]);
  });
});
