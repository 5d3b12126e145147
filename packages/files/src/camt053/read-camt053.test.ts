import type { Cents } from "@tegemoet/domain";
import { bytes, gathered, inPieces } from "../test-reading";
import { readCamt053 } from "./read-camt053";
import { writeCamt053, type Camt053Entry, type Camt053File } from "./write-camt053";

const OWN = "NL02ABNA0123456789";
const PAYER = "NL91ABNA0417164300";

function file(
  entries: readonly Camt053Entry[],
  more: Partial<Camt053File["statements"][number]> & { version?: "02" | "08" } = {},
): string {
  const { version, ...statement } = more;
  return writeCamt053({
    version,
    createdAt: "2026-11-20T08:00:00",
    statements: [{ id: "2026-1120", iban: OWN, opening: { amount: 100_000, on: "2026-11-19" }, entries, ...statement }],
  });
}

const read = (xml: string) => gathered(readCamt053(bytes(xml)));
const payment = (amount: Cents, more: Partial<Camt053Entry> = {}): Camt053Entry => ({
  amount,
  bookedOn: "2026-11-20",
  name: "J. Jansen",
  iban: PAYER,
  ...more,
});

describe("CAMT.053", () => {
  test.each(["02", "08"] as const)(
    "version %s: € 50 in and € 12,34 out bring € 1.000 to € 1.037,66",
    async (version) => {
      const { statements, entries, ends } = await read(
        file(
          [
            payment(5_000, {
              bankReference: "REF1",
              endToEndId: "E2E-1",
              remittance: "factuur 2026-0042",
              valueOn: "2026-11-21",
              bic: "ABNANL2A",
              structuredReference: { value: "9001123412341234", issuer: "CUR" },
              transactionCode: "PMNT/RCDT/ESCT",
            }),
            payment(-1_234, { name: "Drukkerij & Zn.", mandateId: "M-7" }),
          ],
          { version, number: "321" },
        ),
      );
      expect(statements).toEqual([
        {
          type: "statement",
          format: "camt053",
          index: 1,
          id: "2026-1120",
          account: OWN,
          iban: OWN,
          currency: "EUR",
          number: "321",
          createdAt: "2026-11-20T08:00:00",
          bic: undefined,
          opening: { amount: 100_000, currency: "EUR", on: "2026-11-19" },
        },
      ]);
      expect(entries[0]).toMatchObject({
        index: 1,
        amount: 5_000,
        currency: "EUR",
        bookedOn: "2026-11-20",
        valueOn: "2026-11-21",
        reversal: false,
        bankReference: "REF1",
        endToEndId: "E2E-1",
        structuredReference: { value: "9001123412341234", issuer: "CUR" },
        remittance: "factuur 2026-0042",
        counterparty: { name: "J. Jansen", iban: PAYER, bic: "ABNANL2A" },
        transactionCode: "PMNT/RCDT/ESCT",
        ordinal: 1,
      });
      expect(entries[1]).toMatchObject({
        amount: -1_234,
        endToEndId: undefined,
        mandateId: "M-7",
        counterparty: { name: "Drukkerij & Zn." },
      });
      expect(ends[0]).toMatchObject({
        entries: 2,
        credits: { count: 1, sum: 5_000 },
        debits: { count: 1, sum: 1_234 },
        closing: { amount: 103_766, on: "2026-11-20" },
        sumCheck: { outcome: "balanced", expected: 103_766, actual: 103_766, difference: 0 },
      });
    },
  );

  test("a closing balance that is € 10 too low is reported with the difference, and nothing is dropped", async () => {
    const { entries, ends } = await read(file([payment(5_000)], { closing: { amount: 104_000 } }));
    expect(entries).toHaveLength(1);
    expect(ends[0]?.sumCheck).toEqual({
      outcome: "different",
      expected: 105_000,
      actual: 104_000,
      difference: -1_000,
      sameCurrency: true,
    });
  });

  test("two equal payments on one day are both real: one hash, ordinals 1 and 2, the same in an overlapping file", async () => {
    const twice = await read(file([payment(450), payment(450), payment(451)]));
    expect(twice.entries.map(({ ordinal }) => ordinal)).toEqual([1, 2, 1]);
    expect(new Set(twice.entries.map(({ contentHash }) => contentHash)).size).toBe(2);
    const later = await read(
      file([payment(99, { bookedOn: "2026-11-19" }), payment(450), payment(450), payment(451)], { id: "other" }),
    );
    const identity = ({ contentHash, ordinal }: { contentHash: string; ordinal: number }) =>
      `${contentHash} ${ordinal}`;
    expect(later.entries.slice(1).map(identity)).toEqual(twice.entries.map(identity));
  });

  test.each(["02", "08"] as const)(
    "version %s: a batch of € 30 with parts of 10, 15 and 5 becomes three entries",
    async (version) => {
      const parts = [1_000, 1_500, 500].map((amount, index) => ({
        amount,
        name: `Lid ${index + 1}`,
        endToEndId: `LID${index + 1}`,
      }));
      const { entries, ends } = await read(
        file([{ amount: 3_000, bookedOn: "2026-11-20", bankReference: "BATCH", parts }], { version }),
      );
      expect(
        entries.map(({ amount, part, endToEndId, counterparty }) => [amount, part, endToEndId, counterparty.name]),
      ).toEqual([
        [1_000, { index: 1, of: 3 }, "LID1", "Lid 1"],
        [1_500, { index: 2, of: 3 }, "LID2", "Lid 2"],
        [500, { index: 3, of: 3 }, "LID3", "Lid 3"],
      ]);
      expect(ends[0]).toMatchObject({ entries: 1, sumCheck: { outcome: "balanced" } });
    },
  );

  test("a batch whose parts add up to € 29 stays one entry of € 30, with a notice", async () => {
    const parts = [
      { amount: 1_900, remittance: "a" },
      { amount: 1_000, remittance: "b" },
    ];
    const { entries, notices } = await read(file([{ amount: 3_000, bookedOn: "2026-11-20", parts }]));
    expect(entries).toMatchObject([{ amount: 3_000, batchSize: 2, remittance: "a b" }]);
    expect(notices).toEqual(["BATCH_NOT_SPLIT"]);
  });

  test("two bounces in one amount of € 29 that their own amounts don't make: it stays whole, says why it came back and names both", async () => {
    const part = (amount: number, endToEndId: string) => ({ amount, endToEndId, returnReason: { code: "AM04" } });
    const bounced = {
      amount: -2_900, bookedOn: "2026-11-20", transactionCode: "PMNT/IDDT/UPDD",
      parts: [part(-1_900, "2026-0498"), part(-900, "2026-0577")],
    };
    const { entries } = await read(file([bounced]));
    expect(entries).toMatchObject([
      { amount: -2_900, returned: "direct-debit", returnReason: { code: "AM04" }, otherReferences: ["2026-0498", "2026-0577"] },
    ]);
  });

  test("a collection that bounced names the debtor as creditor (law.md §8.1), also when the bank keeps the roles", async () => {
    const bounced = payment(-6_405, {
      reversal: true,
      transactionCode: "PMNT/IDDT/UPDD",
      mandateId: "M-1",
      endToEndId: "INCASSO-1",
      returnReason: { code: "MS03" },
    });
    const turned = file([bounced]);
    const kept = turned.replace(
      /<RltdPties>.*?<\/RltdPties>/,
      `<RltdPties><Dbtr><Nm>J. Jansen</Nm></Dbtr><DbtrAcct><Id><IBAN>${PAYER}</IBAN>` +
        `</Id></DbtrAcct><Cdtr><Nm>Wij</Nm></Cdtr><CdtrAcct><Id><IBAN>${OWN}</IBAN></Id></CdtrAcct></RltdPties>`,
    );
    for (const xml of [turned, kept]) {
      const { entries } = await read(xml);
      expect(entries).toMatchObject([
        {
          amount: -6_405,
          reversal: true,
          returned: "direct-debit",
          returnReason: { code: "MS03" },
          endToEndId: "INCASSO-1",
          mandateId: "M-1",
          counterparty: { name: "J. Jansen", iban: PAYER },
        },
      ]);
    }
  });

  test("what is pending is skipped and told, and doesn't count in the sum", async () => {
    const { entries, ends, all } = await read(file([payment(5_000), payment(700, { status: "PDNG" })]));
    expect(entries).toHaveLength(1);
    expect(ends[0]?.sumCheck.outcome).toBe("balanced");
    expect(all.find(({ type }) => type === "notice")).toMatchObject({
      code: "ENTRY_NOT_BOOKED",
      amount: 700,
      value: "PDNG",
    });
  });

  test("without namespace, with a prefix, in UTF-16, cut in pieces of 7 bytes: the same events", async () => {
    const plain = file([payment(5_000, { name: "Café Zoë €" })]);
    const wanted = JSON.stringify((await read(plain)).entries);
    const bare = plain.replace(/ xmlns="[^"]*"/, "");
    const prefixed = bare.replace(/<(\/?)([A-Z])/g, "<$1ns2:$2");
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(plain.replace("UTF-8", "UTF-16"), "utf16le")]);
    for (const source of [bytes(bare), bytes(prefixed), bytes(`\ufeff${plain}`), utf16, inPieces(bytes(plain), 7)]) {
      expect(JSON.stringify((await gathered(readCamt053(source))).entries)).toBe(wanted);
    }
  });

  test("latin-1 bytes are read, whether the file says so or says UTF-8", async () => {
    const plain = file([payment(5_000, { name: "Café Zoë" })]);
    const honest = await gathered(readCamt053(bytes(plain.replace("UTF-8", "ISO-8859-1"), "latin1")));
    expect(honest.entries[0]?.counterparty.name).toBe("Café Zoë");
    expect(honest.notices).toEqual([]);
    const mistaken = await gathered(readCamt053(bytes(plain, "latin1")));
    expect(mistaken.entries[0]?.counterparty.name).toBe("Café Zoë");
    expect(mistaken.notices).toEqual(["ENCODING_GUESSED"]);
  });

  test("several statements, also in another currency, and dates with a time", async () => {
    const xml = writeCamt053({
      createdAt: "2026-11-20T08:00:00",
      statements: [
        { id: "1", iban: OWN, opening: { amount: -500, on: "2026-11-19" }, entries: [payment(500)] },
        { id: "2", iban: PAYER, currency: "CHF", opening: { amount: 0, on: "2026-11-19" }, entries: [] },
      ],
    }).replace("<BookgDt><Dt>2026-11-20</Dt>", "<BookgDt><DtTm>2026-11-19T23:30:00Z</DtTm>");
    const { statements, entries, ends } = await read(xml);
    expect(statements.map(({ id, currency, opening }) => [id, currency, opening?.amount])).toEqual([
      ["1", "EUR", -500],
      ["2", "CHF", 0],
    ]);
    expect(entries[0]?.bookedOn).toBe("2026-11-20");
    expect(ends.map(({ sumCheck }) => sumCheck.outcome)).toEqual(["balanced", "balanced"]);
  });

  test("opening balance PRCD, three decimals of which the last is zero, 29 February, pieces of text of 140", async () => {
    const text = `${"x".repeat(139)}1234567 factuur 9`;
    const xml = file([payment(5_000, { remittance: text, bookedOn: "2028-02-29" })], {
      opening: { amount: 0, on: "2028-02-28" },
    })
      .replace("OPBD", "PRCD")
      .replace(
        '<Amt Ccy="EUR">50.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>',
        '<Amt Ccy="EUR">50.000</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>',
      );
    const { entries, ends } = await read(xml);
    expect(entries).toMatchObject([{ amount: 5_000, bookedOn: "2028-02-29", remittance: text }]);
    expect(ends[0]?.sumCheck.outcome).toBe("balanced");
  });

  test("an empty TxDtls is filled from the bank's own line in the style of MT940", async () => {
    const xml = file([
      payment(5_000, {
        additionalInformation: `/TRTP/SEPA OVERBOEKING/IBAN/${PAYER}/BIC/ABNANL2A/NAME/HR JANSEN/REMI/RES.NR 00042/EREF/NOTPROVIDED`,
      }),
    ]).replace(/<TxDtls>.*?<\/TxDtls>/, "<TxDtls/>");
    const { entries } = await read(xml);
    expect(entries).toMatchObject([
      { remittance: "RES.NR 00042", endToEndId: undefined, counterparty: { name: "HR JANSEN", iban: PAYER } },
    ]);
  });

  test("the first of 5,000 entries comes when a tenth of the file was read, and stopping closes the source", async () => {
    const whole = bytes(file(Array.from({ length: 5_000 }, (_, index) => payment(100 + index))));
    let given = 0;
    let closed = false;
    async function* source(): AsyncGenerator<Uint8Array> {
      try {
        for await (const piece of inPieces(whole, 10_000)) {
          given += piece.length;
          yield piece;
        }
      } finally {
        closed = true;
      }
    }
    for await (const event of readCamt053(source())) if (event.type === "entry") break;
    expect(given).toBeLessThan(whole.length / 10);
    expect(closed).toBe(true);
  });
});
