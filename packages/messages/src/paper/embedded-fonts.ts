import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { deflateSync, inflateSync } from "node:zlib";
import PDFDocument from "pdfkit";
import { ref, type PdfFile } from "./pdf-file";

/** What pdfkit's reader of fonts tells of one. */
interface ReadFont {
  readonly postscriptName: string;
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly xHeight: number;
  readonly italicAngle: number;
  readonly bbox: { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number };
  readonly numGlyphs: number;
  readonly unitsPerEm: number;
  readonly characterSet: readonly number[];
  getGlyph(id: number): { readonly advanceWidth: number };
  layout(text: string, features?: Record<string, boolean>): Layout;
}

interface Layout {
  readonly glyphs: readonly { readonly id: number; readonly advanceWidth: number }[];
  readonly positions: readonly { readonly xAdvance: number; readonly xOffset: number }[];
}

/** One file of the font, with all of it that is the same in every document worked out once. */
export interface FontFile {
  has(character: string): boolean;
  /** The glyph of a space in hexadecimal, and its width at 1 point. */
  readonly space: { readonly glyph: string; readonly width: number };
  readonly font: ReadFont;
  /** Glyph widths and the names of the font as PDF objects, the font itself and what its glyphs mean as packed streams. */
  readonly widths: string;
  readonly name: string;
  readonly descriptor: string;
  readonly program: { readonly head: string; readonly data: Buffer };
  readonly meanings: Buffer;
}

/** One weight: the Latin letters, and the file with the rest of Europe's (ş, ğ, ő, č). */
export interface FontFace {
  readonly latin: FontFile;
  readonly extended: FontFile;
}

const FILES = dirname(require.resolve("@fontsource/atkinson-hyperlegible/package.json"));
/** What a reader needs to draw glyphs by their number; the rest (names, kerning, other encodings) we worked out ourselves. */
const DRAWING_TABLES: readonly string[] = ["head", "hhea", "maxp", "hmtx", "loca", "glyf", "cvt ", "fpgm", "prep"];
/** What stands before the name of a font that isn't there in full (ISO 32000-1, 9.6.4): these files have one script each. */
const SUBSET_TAGS = { latin: "LATINS", "latin-ext": "EUROPE" } as const;

const faces = new Map<400 | 700, FontFace>();

/**
 * Atkinson Hyperlegible, made for telling 0 from O and 1 from l: right for invoice numbers on paper. The font has no
 * ligatures, so none can swallow a letter when a screen reader or a search reads the PDF.
 */
export function fontFace(weight: 400 | 700): FontFace {
  const known = faces.get(weight);
  if (known) return known;
  const face = { latin: openFont("latin", weight), extended: openFont("latin-ext", weight) };
  faces.set(weight, face);
  return face;
}

/** A text as a line of glyphs: hexadecimal strings with the kerning between them, as `TJ` takes them, and its width at 1 point. */
export function glyphsOf({ font }: FontFile, text: string): { readonly shown: string; readonly width: number } {
  const { glyphs, positions } = layOut(font, text);
  let [shown, width] = ["<", 0];
  glyphs.forEach(({ id, advanceWidth }, index) => {
    const { xAdvance, xOffset } = positions[index] ?? { xAdvance: advanceWidth, xOffset: 0 };
    // TJ counts thousandths of the size, to the left; a mark is put over its letter and the next starts where that one ended.
    shown += moved(xOffset, font) + hex(id) + moved(xAdvance - advanceWidth - xOffset, font);
    width += xAdvance / font.unitsPerEm;
  });
  return { shown: `${shown}>`.replaceAll("<>", ""), width };
}

/** With figures of equal width, as columns of amounts need. */
function layOut(font: ReadFont, text: string): Layout {
  return font.layout(text, { tnum: true });
}

function moved(units: number, { unitsPerEm }: ReadFont): string {
  return units === 0 ? "" : `>${-Math.round((units * 1000) / unitsPerEm)}<`;
}

function hex(glyph: number): string {
  return glyph.toString(16).padStart(4, "0");
}

/** Puts a font in a document: by glyph number, with what each glyph means for who reads or copies it. @returns Its object. */
export function writeFont(file: PdfFile, { name, descriptor, widths, program, meanings }: FontFile): number {
  const fontFile = file.addPacked(program.data, program.head);
  const described = file.add(`${descriptor}/FontFile2 ${ref(fontFile)}>>`);
  const glyphs = file.add(
    `<</Type/Font/Subtype/CIDFontType2/BaseFont/${name}/CIDSystemInfo <</Registry (Adobe)/Ordering (Identity)/Supplement 0>>` +
      `/FontDescriptor ${ref(described)}/W [0 [${widths}]]/CIDToGIDMap/Identity>>`,
  );
  return file.add(
    `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/Identity-H/DescendantFonts [${ref(glyphs)}]/ToUnicode ${ref(file.addPacked(meanings))}>>`,
  );
}

function openFont(script: keyof typeof SUBSET_TAGS, weight: number): FontFile {
  const woff = readFileSync(join(FILES, "files", `atkinson-hyperlegible-${script}-${weight}-normal.woff`));
  const font = readFont(woffToSfnt(woff));
  const known = new Set(font.characterSet);
  const name = `${SUBSET_TAGS[script]}+${font.postscriptName}`;
  const inThousandths = (units: number): number => Math.round((units * 1000) / font.unitsPerEm);
  const box = [font.bbox.minX, font.bbox.minY, font.bbox.maxX, font.bbox.maxY].map(inThousandths);
  const [ascent, descent, capitals, small] = [font.ascent, font.descent, font.capHeight, font.xHeight].map(inThousandths);
  const [space] = layOut(font, " ").glyphs;
  const drawn = woffToSfnt(woff, DRAWING_TABLES);
  return {
    font, name,
    has: (character) => known.has(character.codePointAt(0) ?? 0),
    space: { glyph: hex(space?.id ?? 0), width: (space?.advanceWidth ?? 0) / font.unitsPerEm },
    widths: Array.from({ length: font.numGlyphs }, (_, id) => inThousandths(font.getGlyph(id).advanceWidth)).join(" "),
    // Flag 4: its glyphs go by number, and not by a standard set of letters.
    descriptor:
      `<</Type/FontDescriptor/FontName/${name}/Flags 4/FontBBox [${box.join(" ")}]/ItalicAngle ${font.italicAngle}` +
      `/Ascent ${ascent}/Descent ${descent}/CapHeight ${capitals}/XHeight ${small}/StemV ${weight === 700 ? 140 : 80}`,
    program: { head: `/Length1 ${drawn.length}`, data: deflateSync(drawn, { level: 9 }) },
    meanings: deflateSync(meaningsOf(font), { level: 9 }),
  };
}

function readFont(sfnt: Buffer): ReadFont {
  const document = new PDFDocument({ autoFirstPage: false, font: null as unknown as string });
  document.font(sfnt);
  return (document as unknown as { _font: { font: ReadFont } })._font.font;
}

/** The character of each glyph, as PDF tells it (ISO 32000-1, 9.10.3). Of two with one glyph, such as both spaces, the first. */
function meaningsOf(font: ReadFont): Buffer {
  const characters = new Map<number, number>();
  for (const codePoint of [...font.characterSet].sort((a, b) => a - b)) {
    const [glyph, ...more] = layOut(font, String.fromCodePoint(codePoint)).glyphs;
    if (glyph && more.length === 0 && !characters.has(glyph.id)) characters.set(glyph.id, codePoint);
  }
  const lines = [...characters].map(([glyph, codePoint]) => `<${hex(glyph)}> <${Buffer.from(String.fromCodePoint(codePoint), "utf16le").swap16().toString("hex")}>`);
  const blocks = Array.from({ length: Math.ceil(lines.length / 100) }, (_, index) => lines.slice(index * 100, (index + 1) * 100));
  return Buffer.from(
    `/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo <</Registry (Adobe)/Ordering (UCS)/Supplement 0>> def\n` +
      `/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n` +
      blocks.map((block) => `${block.length} beginbfchar\n${block.join("\n")}\nendbfchar\n`).join("") +
      `endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n`,
  );
}

/**
 * Unpacks a WOFF 1.0 file (https://www.w3.org/TR/WOFF/) to the TrueType file within. fontkit could read the WOFF
 * itself, but it inflates a table at every look, and in JavaScript: a letter took 200 ms instead of a few.
 *
 * @param wanted The tables to keep. Default: all.
 */
export function woffToSfnt(woff: Buffer, wanted?: readonly string[]): Buffer {
  const entries = Array.from({ length: woff.readUInt16BE(12) }, (_, index) => 44 + index * 20)
    .filter((entry) => !wanted || wanted.includes(woff.toString("latin1", entry, entry + 4)));
  const count = entries.length;
  const directory = Buffer.alloc(12 + count * 16);
  woff.copy(directory, 0, 4, 8);
  directory.writeUInt16BE(count, 4);
  const power = 2 ** Math.floor(Math.log2(count));
  directory.writeUInt16BE(power * 16, 6);
  directory.writeUInt16BE(Math.log2(power), 8);
  directory.writeUInt16BE((count - power) * 16, 10);
  const tables: Buffer[] = [];
  let offset = directory.length;
  for (const [index, entry] of entries.entries()) {
    const [start, packed, length] = [4, 8, 12].map((at) => woff.readUInt32BE(entry + at)) as [number, number, number];
    const data = woff.subarray(start, start + packed);
    const table = Buffer.alloc(Math.ceil(length / 4) * 4);
    (packed < length ? inflateSync(data) : data).copy(table);
    woff.copy(directory, 12 + index * 16, entry, entry + 4);
    woff.copy(directory, 12 + index * 16 + 4, entry + 16, entry + 20);
    directory.writeUInt32BE(offset, 12 + index * 16 + 8);
    directory.writeUInt32BE(length, 12 + index * 16 + 12);
    tables.push(table);
    offset += table.length;
  }
  return Buffer.concat([directory, ...tables]);
}

/**
 * Text with every letter that the font lacks brought back to its base letter, or a question mark when there is none.
 */
export function printable(text: string): string {
  const { latin, extended } = fontFace(400);
  const has = (character: string): boolean => latin.has(character) || extended.has(character);
  return Array.from(text.normalize("NFC"), (character) => {
    if (has(character) || character === "\u00a0") return character;
    const base = character.normalize("NFD").charAt(0);
    return has(base) ? base : "?";
  }).join("");
}
