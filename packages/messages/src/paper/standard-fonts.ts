import PDFDocument from "pdfkit";

/** The bytes 0x80–0x9f of Windows-1252; the rest of it is Latin-1. */
const HIGH = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const BYTE_OF = new Map([...HIGH].map((character, index) => [character, 0x80 + index]));

const LATIN_1 = /^[\u0020-\u007e\u00a0-\u00ff]*$/;
const WESTERN = /^[\u0020-\u007e\u00a0-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\u2212]*$/;

/** Whether a text can be written in the standard fonts without loss. */
export function isWestern(text: string): boolean {
  return WESTERN.test(text);
}

/** A text in the encoding of the standard fonts; a real minus becomes the dash of the same width. */
export function toWindows1252(text: string): string {
  if (LATIN_1.test(text)) return text;
  return Array.from(text.replace(/\u2212/g, "–"), (character) => {
    const byte = BYTE_OF.get(character) ?? character.charCodeAt(0);
    return String.fromCharCode(byte > 0xff ? 0x3f : byte);
  }).join("");
}

const widths = new Map<string, number[]>();

/** The width of a Windows-1252 text at 1 point, by the Adobe metrics that pdfkit carries, without kerning. */
export function standardWidth(encoded: string, font: "Helvetica" | "Helvetica-Bold"): number {
  let table = widths.get(font);
  if (!table) {
    const document = new PDFDocument({ autoFirstPage: false });
    document.font(font).fontSize(1000);
    table = Array.from({ length: 256 }, (_, byte) =>
      byte < 32 ? 0 : document.widthOfString(HIGH[byte - 0x80] ?? String.fromCharCode(byte)) / 1000,
    );
    widths.set(font, table);
  }
  let width = 0;
  for (let index = 0; index < encoded.length; index++) width += table[encoded.charCodeAt(index)] ?? 0;
  return width;
}
