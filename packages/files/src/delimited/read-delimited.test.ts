import { bytes, inPieces, refusalOf } from "../test-reading";
import { readDelimited, type DelimitedOptions, type DelimitedRow } from "./read-delimited";

async function rows(
  source: Uint8Array | AsyncIterable<Uint8Array>,
  options?: DelimitedOptions,
): Promise<DelimitedRow[]> {
  const found: DelimitedRow[] = [];
  for await (const row of readDelimited(source, options)) found.push(row);
  return found;
}

const cells = async (text: string, options?: DelimitedOptions) =>
  (await rows(bytes(text), options)).map((row) => row.cells);

describe("delimited files", () => {
  test.each([
    ["semicolons and decimal commas", "Datum;Bedrag;Naam\n2026-11-20;1.234,56;Jansen, J.\n2026-11-21;12,50;Zoë\n"],
    ["commas and quotes", 'Datum,Bedrag,Naam\r\n2026-11-20,"1.234,56","Jansen, J."\r\n2026-11-21,"12,50",Zoë\r\n'],
    ["tabs", "Datum\tBedrag\tNaam\n2026-11-20\t1.234,56\tJansen, J.\n2026-11-21\t12,50\tZoë"],
    ["single quotes", "'Datum','Bedrag','Naam'\n'2026-11-20','1.234,56','Jansen, J.'\n'2026-11-21','12,50','Zoë'\n"],
    [
      "the separator named by Excel, old Mac line ends after it",
      "sep=|\nDatum|Bedrag|Naam\r2026-11-20|1.234,56|Jansen, J.\r\r2026-11-21|12,50|Zoë",
    ],
  ])("%s are found out", async (_what, text) => {
    const wanted = [
      ["Datum", "Bedrag", "Naam"],
      ["2026-11-20", "1.234,56", "Jansen, J."],
      ["2026-11-21", "12,50", "Zoë"],
    ];
    expect(await cells(text)).toEqual(wanted);
    expect((await rows(inPieces(bytes(text), 3))).map((row) => row.cells)).toEqual(wanted);
  });

  test("quoted cells hold separators, doubled quotes and line ends; lines are counted in the file", async () => {
    const text = 'a;b\n"x;""y""\nz";2\n\n3;4" hout\n';
    expect(await rows(bytes(text))).toEqual([
      { line: 1, cells: ["a", "b"] },
      { line: 2, cells: ['x;"y"\nz', "2"] },
      { line: 5, cells: ["3", '4" hout'] },
    ]);
    expect(await rows(inPieces(bytes(text), 1))).toEqual(await rows(bytes(text)));
  });

  test("a byte order mark, UTF-16 and Windows-1252 are read", async () => {
    const text = "Naam;Plaats\nZoë;Curaçao\n";
    const wanted = [
      ["Naam", "Plaats"],
      ["Zoë", "Curaçao"],
    ];
    expect(await cells(`\ufeff${text}`)).toEqual(wanted);
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
    for (const file of [utf16, bytes(text, "latin1")])
      expect((await rows(file)).map((row) => row.cells)).toEqual(wanted);
    expect((await rows(bytes(text, "latin1"), { encoding: "windows-1252" })).map((row) => row.cells)).toEqual(wanted);
  });

  test("a formula is text", async () => {
    expect(await cells('a;b\n=1+1;"@SUM(A1)"\n')).toEqual([
      ["a", "b"],
      ["=1+1", "@SUM(A1)"],
    ]);
  });

  test.each([
    ["a million columns", ";".repeat(1_000_000), "FILE_TOO_LARGE", { limitCells: 500 }],
    ["a cell of a million characters", "x".repeat(1_000_000), "FILE_TOO_LARGE", { limitCharacters: 100_000 }],
    ["a quote that never closes", 'a;b\n1;"2\n3;4\n', "FILE_CUT_OFF", { line: 2 }],
    ["nothing", "", "FILE_EMPTY", {}],
    ["only blank lines", "\n;;\n\n", "FILE_EMPTY", {}],
  ])("%s is refused", async (_what, text, code, details) => {
    expect(await refusalOf(rows(bytes(text)))).toMatchObject({ code, details });
  });
});
