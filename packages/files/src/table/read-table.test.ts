import { refusalOf } from "../test-reading";
import { statingBytes, xlsxOf, zipOf } from "../test-xlsx";
import { readXlsx } from "../xlsx/read-xlsx";
import { ZipReader } from "../zip/read-zip";
import { readTable } from "./read-table";
import { writeDelimited } from "./write-delimited";

const csv = (text: string, encoding: BufferEncoding = "utf8") => readTable(Buffer.from(text, encoding), "csv");
const texts = ({ rows }: Awaited<ReturnType<typeof readTable>>) => rows.map(({ cells }) => cells.map(({ text }) => text));

describe("tables of delimited files", () => {
  test("a title, a blank line, then the header: names, rows with their line numbers, separator and encoding", async () => {
    const table = await csv("Openstaande posten\r\n\r\nFactuur;Naam;Naam;Bedrag\r\n2026-1;Café;x;12,50\r\n");
    expect(table).toMatchObject({ headerLine: 3, columns: ["Factuur", "Naam", "Naam (2)", "Bedrag"], separator: ";", encoding: "utf-8" });
    expect(table.rows[0]).toMatchObject({ line: 4 });
    expect(texts(table)).toEqual([["2026-1", "Café", "x", "12,50"]]);
  });

  test("accents of Windows, and a byte order mark, are read as people wrote them", async () => {
    expect(texts(await csv("Nummer;Naam\n1;Café\n", "latin1"))).toEqual([["1", "Café"]]);
    expect(await csv("\ufeffNummer;Naam\n1;Café\n")).toMatchObject({ columns: ["Nummer", "Naam"], encoding: "utf-8" });
    expect(await csv("Nummer;Naam\n1;Café\n", "latin1")).toMatchObject({ encoding: "windows-1252" });
  });

  test("a formula is a fault of its cell; the guards of spreadsheets are taken off", async () => {
    const { rows } = await csv("Nummer;Naam;Bedrag\n=\"0012\";=cmd|' /C calc'!A0;'0034\n");
    expect(rows[0]?.cells).toEqual([{ text: "0012", type: "text" }, { text: "=cmd|' /C calc'!A0", type: "text", fault: "FORMULA" }, { text: "0034", type: "text" }]);
  });

  test.each([
    ["nothing but a header", "Nummer;Naam\n", "FILE_FIELD_MISSING"], ["no header", "1;2\n3;4\n", "FILE_FIELD_MISSING"], ["nothing", "", "FILE_EMPTY"],
    ["a quote that never closes", "Nummer;Naam\n1;\"Jan\n", "FILE_CUT_OFF"],
  ])("%s is refused", async (_what, text, code) => {
    expect(await refusalOf(csv(text))).toMatchObject({ code });
  });
});

describe("tables of spreadsheets", () => {
  const HEADER = ["Factuur", "Datum", "Bedrag"];

  test("texts, numbers without noise, days by their style, formulas by the value beside them", async () => {
    const file = xlsxOf([["Openstaand"], HEADER, ["2026-1", { day: 46_346 }, 1234.5599999999999], ["2026-2", { day: 46_347.5 }, { formula: "C3*2", value: 2469.12 }], [null, null, null]]);
    const table = await readTable(file, "xlsx");
    expect(table).toMatchObject({ kind: "xlsx", sheet: "Facturen", headerLine: 2, columns: HEADER });
    expect(table.rows).toEqual([
      { line: 3, cells: [{ text: "2026-1", type: "text" }, { text: "2026-11-20", type: "day" }, { text: "1234.56", type: "number" }] },
      { line: 4, cells: [{ text: "2026-2", type: "text" }, { text: "2026-11-21", type: "day" }, { text: "2469.12", type: "number" }] },
    ]);
  });

  test("a formula without a value and an error are faults of their cells", async () => {
    const { rows } = await readTable(xlsxOf([HEADER, ["1", { error: "#REF!" }, { formula: "A1+1" }]]), "xlsx");
    expect(rows[0]?.cells.map(({ text, fault }) => [text, fault])).toEqual([["1", undefined], ["#REF!", "CELL_ERROR"], ["=A1+1", "FORMULA"]]);
  });

  test("merged cells in the header are refused with their range; a merged title above it is no matter", async () => {
    expect(await refusalOf(readTable(xlsxOf([["Factuur", "Naam", null, "Bedrag"], ["1", "Jan", "x", 5]], { merged: ["B1:C1"] }), "xlsx"))).toMatchObject({ code: "FILE_HEADER_MERGED", details: { range: "B1:C1", line: 1 } });
    expect(texts(await readTable(xlsxOf([["Openstaand"], HEADER, ["1", "x", 5]], { merged: ["A1:C1"] }), "xlsx"))).toEqual([["1", "x", "5"]]);
  });

  test("a workbook cut in half, a zip of something else and a locked one are each refused by name", async () => {
    const whole = xlsxOf([HEADER, ["1", "x", 5]]);
    expect(await refusalOf(readTable(whole.subarray(0, whole.length / 2), "xlsx"))).toMatchObject({ code: "FILE_CUT_OFF" });
    expect(await refusalOf(readTable(zipOf({ "a.txt": "x" }), "xlsx"))).toMatchObject({ code: "FILE_UNKNOWN_KIND" });
    const locked = Buffer.from(zipOf({ "a.txt": "x" }));
    locked[locked.indexOf(Buffer.from("PK\u0001\u0002")) + 8] = 1;
    expect(await refusalOf(readTable(locked, "xlsx"))).toMatchObject({ code: "FILE_UNKNOWN_KIND" });
  });

  test("a zip bomb is refused before it fills memory: by the 300 MB that it states, by what comes out, and when it lies", async () => {
    const sheet = "xl/worksheets/sheet1.xml";
    expect(await refusalOf(readTable(statingBytes(xlsxOf([HEADER, ["1", "x", 5]]), sheet, 300_000_000), "xlsx"))).toMatchObject({ code: "FILE_TOO_LARGE" });
    const bomb = xlsxOf([], { sheet: `<worksheet>${" ".repeat(5_000_000)}</worksheet>` });
    expect(bomb.length).toBeLessThan(10_000);
    expect(await refusalOf(readXlsx(bomb, { entries: 20, unpackedBytes: 1_000_000 }))).toMatchObject({ code: "FILE_TOO_LARGE" });
    expect(await refusalOf(readXlsx(statingBytes(bomb, sheet, 100), { entries: 20, unpackedBytes: 1_000_000 }))).toMatchObject({ code: "FILE_CUT_OFF" });
    const many = zipOf(Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`${at}.xml`, "x"])));
    expect(await refusalOf(ZipReader.open(many, { entries: 20, unpackedBytes: 1_000 }))).toMatchObject({ code: "FILE_TOO_LARGE" });
  });

  test("a billion laughs in a sheet is refused at its DOCTYPE", async () => {
    const sheet = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData>&b;</sheetData></worksheet>`;
    expect(await refusalOf(readTable(xlsxOf([], { sheet }), "xlsx"))).toMatchObject({ code: "FILE_HAS_DOCTYPE" });
  });
});

test("rows for people: what a spreadsheet would compute gets an apostrophe, a negative amount doesn't", () => {
  expect(writeDelimited([["=1+1", "+31 6", "-12,50", "a;b", "zeg \"ja\"", "@x"]])).toBe("\ufeff'=1+1;'+31 6;-12,50;\"a;b\";\"zeg \"\"ja\"\"\";'@x\r\n");
});
