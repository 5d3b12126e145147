import { deflateSync } from "node:zlib";
import { epcQr, isCreditorReference, type Cents } from "@tegemoet/domain";
import { create } from "qrcode";

/** A QR code as rows of dark (true) and light modules, without its quiet zone. */
export interface QrModules {
  readonly size: number;
  readonly isDark: (row: number, column: number) => boolean;
}

/**
 * Encodes a text with error correction M, as the EPC guideline asks and as paper needs. The mask is fixed: every reader
 * handles each of the eight, and trying them all took most of the time of a mail.
 *
 * Looking for the shortest mix of modes makes a transfer's code smaller, for its long figures, and a link's never: a text
 * that starts as a link is encoded as bytes at once.
 */
export function qrModules(text: string): QrModules {
  const segments = /^https?:/.test(text) ? [{ data: Buffer.from(text, "utf8"), mode: "byte" as const }] : text;
  const { modules } = create(segments, { errorCorrectionLevel: "M", maskPattern: 2 });
  return { size: modules.size, isDark: (row, column) => modules.get(row, column) === 1 };
}

const QUIET_ZONE = 4;

/** A QR code as a black and white PNG of one bit a pixel, some 300 bytes, with its quiet zone. */
export function qrPng(text: string, pixelsPerModule = 4): Buffer {
  const { size, isDark } = qrModules(text);
  const side = (size + 2 * QUIET_ZONE) * pixelsPerModule;
  const bytesPerRow = Math.ceil(side / 8);
  const pixels = Buffer.alloc((bytesPerRow + 1) * side, 0xff);
  for (let row = 0; row < size; row++) {
    const first = (row + QUIET_ZONE) * pixelsPerModule * (bytesPerRow + 1);
    for (let column = 0; column < size; column++) {
      if (!isDark(row, column)) continue;
      const left = (column + QUIET_ZONE) * pixelsPerModule;
      for (let x = left; x < left + pixelsPerModule; x++) {
        const at = first + 1 + (x >> 3);
        pixels[at] = (pixels[at] ?? 0) & ~(0x80 >> (x & 7));
      }
    }
    for (let line = 1; line < pixelsPerModule; line++)
      pixels.copy(pixels, first + line * (bytesPerRow + 1), first, first + bytesPerRow + 1);
  }
  for (let y = 0; y < side; y++) pixels[y * (bytesPerRow + 1)] = 0;
  return png(side, deflateSync(pixels, { level: 6 }));
}

const CRC_TABLE = Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  return crc >>> 0;
});

function png(side: number, data: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header[8] = 1;
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", data),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  let crc = 0xffffffff;
  for (const byte of body) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE((crc ^ 0xffffffff) >>> 0, body.length + 4);
  return out;
}

/**
 * What a bank app reads: a SEPA transfer of the amount, with an ISO 11649 reference in its own field and any other in
 * the free text. Names and texts that are too long are cut, never refused: a letter needs its code.
 *
 * @throws RangeError when the IBAN or the amount can't be paid.
 */
export function bankAppText({
  name,
  iban,
  bic,
  amountCents,
  reference,
}: {
  name: string;
  iban: string;
  bic?: string | null;
  amountCents: Cents;
  reference: string;
}): string {
  const transfer = { name: shortened(name, 70), iban, amount: amountCents, ...(bic ? { bic } : {}) };
  return epcQr(
    isCreditorReference(reference)
      ? { ...transfer, creditorReference: reference }
      : { ...transfer, text: shortened(reference, 140) },
  );
}

function shortened(text: string, length: number): string {
  return Array.from(text.replace(/\s+/g, " ").trim()).slice(0, length).join("");
}
