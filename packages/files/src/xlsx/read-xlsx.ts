import { Refusal } from "@tegemoet/domain";
import { EMPTY_CELL, type MergedRange, type TableRow } from "../table/table";
import { TextSource } from "../text-source";
import { readXml, XML_LIMITS } from "../xml/read-xml";
import type { XmlElement } from "../xml/xml-element";
import { ZIP_LIMITS, ZipReader, type ZipLimits } from "../zip/read-zip";
import { cellOf, columnOf, type Workbook } from "./xlsx-cell";
import { dateStylesOf } from "./xlsx-styles";

/** The largest spreadsheet we take, packed. */
export const MAX_XLSX_BYTES = 20 * 1024 * 1024;
/** So many rows and cells hold a bookkeeper's year; more is a fault or an attack. */
export const MAX_TABLE_ROWS = 100_000;
const MAX_TABLE_CELLS = 3_000_000;
const MAX_COLUMNS = 500;

export interface Sheet {
  readonly name: string;
  readonly rows: readonly TableRow[];
  readonly merged: readonly MergedRange[];
}

/**
 * Reads the first visible sheet of an Office Open XML workbook. Formulas are never computed: the value that the program
 * kept beside them counts, and a formula without one is a fault of its cell.
 *
 * Source: ECMA-376 part 1, §18.3 (sheets), §18.8 (styles), §18.17.4.1 (days as numbers).
 *
 * Refuses with FILE_UNKNOWN_KIND when the zip holds no workbook, FILE_CUT_OFF, FILE_TOO_LARGE (rows, cells, unpacked
 * bytes), FILE_EMPTY, and with all of {@link readXml}.
 */
export async function readXlsx(bytes: Uint8Array, limits: ZipLimits = ZIP_LIMITS): Promise<Sheet> {
  const zip = await ZipReader.open(bytes, limits);
  const book = await xmlOf(zip, "xl/workbook.xml");
  if (!book) throw new Refusal("FILE_UNKNOWN_KIND", { kind: "zip", expected: "xlsx" });
  const { name, path } = await firstSheet(zip, book);
  const workbook: Workbook = {
    strings: await sharedStrings(zip),
    dateStyles: dateStylesOf(await xmlOf(zip, "xl/styles.xml")),
    from1904: /^(1|true)$/.test(book.at("workbookPr")?.attributes.date1904 ?? ""),
  };
  return { name, ...(await readSheet(zip, path, workbook)) };
}

async function firstSheet(zip: ZipReader, book: XmlElement): Promise<{ name: string; path: string }> {
  const sheets = book.at("sheets")?.all("sheet") ?? [];
  const sheet = sheets.find(({ attributes }) => (attributes.state ?? "visible") === "visible") ?? sheets[0];
  const id = sheet && Object.entries(sheet.attributes).find(([name]) => name.endsWith(":id"))?.[1];
  const relations = (await xmlOf(zip, "xl/_rels/workbook.xml.rels"))?.all("Relationship") ?? [];
  const target = relations.find(({ attributes }) => attributes.Id === id)?.attributes.Target;
  const path = target?.startsWith("/") ? target.slice(1) : `xl/${target ?? "worksheets/sheet1.xml"}`;
  if (!sheet || !zip.has(path)) throw new Refusal("FILE_FIELD_MISSING", { field: "sheet" });
  return { name: sheet.attributes.name ?? "", path };
}

async function xmlOf(zip: ZipReader, name: string): Promise<XmlElement | undefined> {
  if (!zip.has(name)) return undefined;
  return readAll(zip, name, () => false);
}

async function readAll(zip: ZipReader, name: string, finished: (element: XmlElement, around: readonly XmlElement[]) => boolean): Promise<XmlElement> {
  const xml = readXml(new TextSource(zip.read(name), ZIP_LIMITS.unpackedBytes), finished, XML_LIMITS);
  let step = await xml.next();
  while (!step.done) step = await xml.next();
  return step.value;
}

/** The texts that cells point at. Text in several fonts is one text; the reading aid of Japanese is none. */
async function sharedStrings(zip: ZipReader): Promise<string[]> {
  const strings: string[] = [];
  if (!zip.has("xl/sharedStrings.xml")) return strings;
  await readAll(zip, "xl/sharedStrings.xml", (element, around) => {
    if (element.name !== "si" || around.length !== 1) return false;
    strings.push(textOf(element));
    return true;
  });
  return strings;
}

/** The text of a string item or an inline string. */
export function textOf(item: XmlElement): string {
  return item.children.map((child) => (child.name === "t" ? child.text : child.name === "r" ? (child.at("t")?.text ?? "") : "")).join("");
}

async function readSheet(zip: ZipReader, path: string, workbook: Workbook): Promise<Pick<Sheet, "rows" | "merged">> {
  const rows: TableRow[] = [];
  const merged: MergedRange[] = [];
  let cells = 0;
  let before = 0;
  await readAll(zip, path, (element) => {
    if (element.name === "mergeCell") {
      const range = rangeOf(element.attributes.ref ?? "");
      if (range) merged.push(range);
      return true;
    }
    if (element.name !== "row") return false;
    const line = Number(element.attributes.r ?? before + 1);
    before = line;
    const row = rowOf(element, line, workbook);
    if (row.cells.every(({ text, fault }) => text === "" && !fault)) return true;
    cells += row.cells.length;
    rows.push(row);
    if (rows.length > MAX_TABLE_ROWS + 1) throw new Refusal("FILE_TOO_LARGE", { line, limitRows: MAX_TABLE_ROWS });
    if (cells > MAX_TABLE_CELLS) throw new Refusal("FILE_TOO_LARGE", { line, limitCells: MAX_TABLE_CELLS });
    return true;
  });
  if (rows.length === 0) throw new Refusal("FILE_EMPTY");
  return { rows, merged };
}

function rowOf(element: XmlElement, line: number, workbook: Workbook): TableRow {
  const cells: TableRow["cells"][number][] = [];
  for (const cell of element.all("c")) {
    const column = columnOf(cell.attributes.r) ?? cells.length + 1;
    if (column > MAX_COLUMNS) throw new Refusal("FILE_TOO_LARGE", { line, limitCells: MAX_COLUMNS });
    while (cells.length < column - 1) cells.push(EMPTY_CELL);
    cells[column - 1] = cellOf(cell, workbook, textOf);
  }
  return { line, cells };
}

/** "B2:D4". */
function rangeOf(reference: string): MergedRange | undefined {
  const match = /^([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)$/.exec(reference);
  if (!match) return undefined;
  const [, left, top, right, bottom] = match;
  return { fromColumn: columnOf(left) ?? 0, fromLine: Number(top), untilColumn: columnOf(right) ?? 0, untilLine: Number(bottom) };
}
