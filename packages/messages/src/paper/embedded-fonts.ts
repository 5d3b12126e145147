import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { inflateSync } from "node:zlib";
import PDFDocument from "pdfkit";

/** A font as fontkit read it. pdfkit takes it as it is, so each file is unpacked once and not for every letter. */
interface ReadFont {
  hasGlyphForCodePoint(codePoint: number): boolean;
  layout(text: string, features?: Record<string, boolean>): Layout;
}

interface Layout {
  readonly glyphs: unknown[];
  readonly positions: Record<string, number>[];
  readonly advanceWidth: number;
}

/** One weight: the Latin letters, and the file with the rest of Europe's (ş, ğ, ő, č). */
export interface FontFace {
  readonly latin: ReadFont;
  readonly extended: ReadFont;
}

const FILES = dirname(require.resolve("@fontsource/atkinson-hyperlegible/package.json"));

const faces = new Map<400 | 700, FontFace>();

/**
 * Atkinson Hyperlegible, made for telling 0 from O and 1 from l: right for invoice numbers on paper. The font has no
 * ligatures, so none can swallow a letter when a screen reader or a search reads the PDF.
 */
export function fontFace(weight: 400 | 700): FontFace {
  const known = faces.get(weight);
  if (known) return known;
  const face = { latin: readFont("latin", weight), extended: readFont("latin-ext", weight) };
  faces.set(weight, face);
  return face;
}

function readFont(script: string, weight: number): ReadFont {
  const file = join(FILES, "files", `atkinson-hyperlegible-${script}-${weight}-normal.woff`);
  const document = new PDFDocument({ autoFirstPage: false, font: null as unknown as string });
  document.font(woffToSfnt(readFileSync(file)));
  return withTabularFigures((document as unknown as { _font: { font: ReadFont } })._font.font);
}

/** The font with figures of equal width, as columns of amounts need. */
function withTabularFigures(font: ReadFont): ReadFont {
  return Object.create(font, { layout: { value: (text: string) => font.layout(text, { tnum: true }) } }) as ReadFont;
}

/**
 * Unpacks a WOFF 1.0 file (https://www.w3.org/TR/WOFF/) to the TrueType file within. fontkit could read the WOFF
 * itself, but it inflates a table at every look, and in JavaScript: a letter took 200 ms instead of a few.
 */
export function woffToSfnt(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12);
  const directory = Buffer.alloc(12 + count * 16);
  woff.copy(directory, 0, 4, 8);
  directory.writeUInt16BE(count, 4);
  const power = 2 ** Math.floor(Math.log2(count));
  directory.writeUInt16BE(power * 16, 6);
  directory.writeUInt16BE(Math.log2(power), 8);
  directory.writeUInt16BE((count - power) * 16, 10);
  const tables: Buffer[] = [];
  let offset = directory.length;
  for (let index = 0; index < count; index++) {
    const entry = 44 + index * 20;
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
  const has = (character: string): boolean =>
    latin.hasGlyphForCodePoint(character.codePointAt(0) ?? 0) ||
    extended.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
  return Array.from(text.normalize("NFC"), (character) => {
    if (has(character) || character === "\u00a0") return character;
    const base = character.normalize("NFD").charAt(0);
    return has(base) ? base : "?";
  }).join("");
}
