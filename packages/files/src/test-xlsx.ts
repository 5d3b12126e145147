import { crc32, deflateRawSync } from "node:zlib";

/** A zip file of these entries, for tests: packed, with table of contents. */
export function zipOf(entries: Readonly<Record<string, Uint8Array | string>>): Buffer {
  const parts: Buffer[] = [];
  const contents: Buffer[] = [];
  let offset = 0;
  for (const [name, value] of Object.entries(entries)) {
    const bytes = Buffer.from(value);
    const packed = deflateRawSync(bytes);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    parts.push(Buffer.from("PK\u0003\u0004"), common, Buffer.from(name), packed);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    contents.push(Buffer.from("PK\u0001\u0002"), Buffer.from([20, 0]), common, rest, Buffer.from(name));
    offset += 30 + Buffer.byteLength(name) + packed.length;
  }
  const table = Buffer.concat(contents);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", "latin1");
  end.writeUInt16LE(Object.keys(entries).length, 8);
  end.writeUInt16LE(Object.keys(entries).length, 10);
  end.writeUInt32LE(table.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, table, end]);
}

/** The same file, with an entry that says it unpacks to so many bytes. */
export function statingBytes(zip: Buffer, name: string, bytes: number): Buffer {
  const changed = Buffer.from(zip);
  for (let at = changed.indexOf("PK\u0001\u0002"); at >= 0; at = changed.indexOf("PK\u0001\u0002", at + 4)) {
    if (changed.subarray(at + 46, at + 46 + name.length).toString() === name) changed.writeUInt32LE(bytes, at + 24);
  }
  return changed;
}

/** A cell: text, a number, a day (shown as one by its style), a formula with or without its value, or an error. */
export type TestCell = string | number | { day: number } | { formula: string; value?: number } | { error: string } | null;

/** A workbook of one sheet, for tests. */
export function xlsxOf(rows: readonly (readonly TestCell[])[], { merged = [], sheet }: { merged?: readonly string[]; sheet?: string } = {}): Buffer {
  const strings: string[] = [];
  const cellXml = (cell: TestCell, reference: string): string => {
    if (cell === null) return "";
    if (typeof cell === "number") return `<c r="${reference}"><v>${cell}</v></c>`;
    if (typeof cell === "string") return `<c r="${reference}" t="s"><v>${strings.push(cell) - 1}</v></c>`;
    if ("day" in cell) return `<c r="${reference}" s="1"><v>${cell.day}</v></c>`;
    if ("error" in cell) return `<c r="${reference}" t="e"><v>${cell.error}</v></c>`;
    return `<c r="${reference}"><f>${cell.formula}</f>${cell.value === undefined ? "" : `<v>${cell.value}</v>`}</c>`;
  };
  const data = rows.map((cells, row) => `<row r="${row + 1}">${cells.map((cell, column) => cellXml(cell, `${String.fromCharCode(65 + column)}${row + 1}`)).join("")}</row>`).join("");
  const merges = merged.length > 0 ? `<mergeCells>${merged.map((reference) => `<mergeCell ref="${reference}"/>`).join("")}</mergeCells>` : "";
  const text = (value: string): string => value.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return zipOf({
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    "xl/workbook.xml": `<workbook xmlns:r="r"><sheets><sheet name="Facturen" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/styles.xml": `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\\-mm\\-jjjj"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
    "xl/worksheets/sheet1.xml": sheet ?? `<worksheet><sheetData>${data}</sheetData>${merges}</worksheet>`,
    "xl/sharedStrings.xml": `<sst>${strings.map((value) => `<si><t>${text(value)}</t></si>`).join("")}</sst>`,
  });
}
