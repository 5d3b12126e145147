import { run } from "./cli";

const json = (line: string): unknown => {
  const { output, error, exitCode } = run([...line.split(" "), "--json"]);
  expect([error, exitCode]).toEqual(["", 0]);
  return JSON.parse(output);
};

describe("the command line", () => {
  test("costs 1234.56 --vat 21 is 185.18 and 38.89 VAT", () => {
    expect(json("costs 1234.56 --vat 21")).toEqual({
      costs: "185.18",
      vat: "38.89",
      total: "224.07",
      brackets: [{ from: "0.00", upTo: "2500.00", part: "1234.56", rate: "15.00", exact: "185.184" }],
    });
    expect(json("costs 1000000")).toMatchObject({ costs: "6775.00", vat: "0.00", brackets: { length: 5 } });
  });

  test("interest on 8400 due 30 May 2026 until 21 June is 51.39 over 22 days", () => {
    expect(json("interest --kind commercial --principal 8400 --due 2026-05-30 --until 2026-06-21")).toEqual({
      total: "51.39",
      days: 22,
      periods: [
        {
          from: "2026-05-31",
          until: "2026-06-21",
          days: 22,
          rate: "10.15",
          base: "8400.00",
          interest: "51.39",
          exact: "51.38958904",
          source: expect.stringContaining("BW 6:119a"),
        },
      ],
    });
    expect(
      json("interest --kind=contractual --rate=8 --principal=1000 --due=2025-01-01 --until=2026-01-01"),
    ).toMatchObject({ total: "80.00" });
    expect(
      json(
        "interest --kind consumer --principal 1000 --due 2023-12-31 --until 2024-12-31 --day-count actual/calendar-year",
      ),
    ).toMatchObject({ total: "70.00" });
  });

  test("a letter of 20 November 2026 is delivered on the 24th, free until 9 December, costs from the 10th", () => {
    expect(json("letter 2026-11-20")).toEqual({
      delivered: "2026-11-24",
      lastDay: "2026-12-09",
      costsFrom: "2026-12-10",
    });
    expect(json("letter 2026-11-20 --channel mail")).toEqual({ delivered: null, lastDay: null, costsFrom: null });
    expect(json("letter 2026-11-20 --channel mail --delivered 2026-11-21")).toMatchObject({
      delivered: "2026-11-21",
      lastDay: "2026-12-07",
    });
  });

  test("without --json it is told in words, with the articles", () => {
    expect(run(["costs", "100"]).output).toContain(
      "raised to the minimum\ncosts 40.00, VAT 0.00, total 40.00\nBW 6:96 lid 5",
    );
    expect(run(["letter", "2026-11-20"]).output).toBe(
      "delivered 2026-11-24 (presumed), last day to pay without costs 2026-12-09, costs from 2026-12-10\n",
    );
    expect(
      run(["interest", "--kind", "consumer", "--principal", "100", "--due", "2026-01-01", "--until", "2026-02-01"])
        .output,
    ).toContain("31 days × 4.00% over 100.00 = 0.34");
    expect(run([]).output).toContain("tegemoet-law costs 1234.56 [--vat 21]");
  });

  test("a rate that nobody looked up yet is told on the other stream, and the JSON stays as it is", () => {
    const line = [
      "interest",
      "--kind",
      "commercial",
      "--principal",
      "100",
      "--due",
      "2040-01-01",
      "--until",
      "2040-02-01",
      "--json",
    ];
    const { output, error, exitCode } = run(line);
    expect(Object.keys(JSON.parse(output) as object)).toEqual(["total", "days", "periods"]);
    expect(error).toBe(
      "tegemoet-law: The rate from 2040-01-02 on was not looked up yet; the last known one is used.\n",
    );
    expect(exitCode).toBe(0);
  });

  test.each([
    { line: "cost 100", says: 'there is no command "cost", only costs, interest and letter' },
    { line: "toString", says: 'there is no command "toString"' },
    { line: "costs", says: "give the principal, such as 1234.56" },
    { line: "costs 1234,56", says: '"1234,56" is not an amount such as 1234.56' },
    { line: "costs 0", says: "there are no costs without a claim" },
    { line: "costs -5", says: "there are no costs without a claim" },
    { line: "costs 100 200", says: '"200" is one word too many' },
    { line: "costs 100 --vat", says: "--vat needs a value" },
    { line: "costs 100 --vat --json", says: "--vat needs a value" },
    { line: "costs 100 --vat=", says: '--vat is a percentage such as 21, not ""' },
    { line: "costs 100 --vat 21 --vat 9", says: "--vat is given twice" },
    { line: "costs 100 --btw 21", says: "--btw is not known here, only --vat, --json" },
    { line: "interest --kind consumer --principal 100 --due 2026-01-01", says: "--until is missing" },
    {
      line: "interest --kind trade --principal 100 --due 2026-01-01 --until 2026-02-01",
      says: "--kind is consumer or commercial or contractual",
    },
    {
      line: "interest --kind consumer --rate 8 --principal 100 --due 2026-01-01 --until 2026-02-01",
      says: "--rate goes with --kind contractual only",
    },
    { line: "interest --kind contractual --principal 100 --due 2026-01-01 --until 2026-02-01", says: "needs --rate" },
    {
      line: "interest --kind consumer --principal 100 --due 2026-02-30 --until 2026-03-01",
      says: '"2026-02-30" is not a day',
    },
    {
      line: "interest --kind consumer --principal 100 --due 2009-01-01 --until 2010-02-01",
      says: "the table starts on 2010-01-01",
    },
    { line: "letter 20-11-2026", says: '"20-11-2026" is not a day such as 2026-11-20' },
    { line: "letter 2026-11-20 --delivered 2026-11-01", says: "can't have been delivered" },
  ])('"$line" is one sentence on stderr and exit code 2: $says', ({ line, says }) => {
    const { output, error, exitCode } = run(line.split(" "));
    expect(output).toBe("");
    expect(error).toContain(says);
    expect(error.match(/\n/g)).toHaveLength(1);
    expect(exitCode).toBe(2);
  });
});
