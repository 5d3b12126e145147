/** Kinds that people send and that can be shown without running anything, by what the file begins with and not by its name (T-62). */
const KINDS: readonly { readonly mimeType: string; readonly fits: (bytes: Buffer) => boolean }[] = [
  { mimeType: "application/pdf", fits: (bytes) => bytes.subarray(0, 1024).includes("%PDF-") },
  { mimeType: "image/jpeg", fits: (bytes) => bytes.length > 3 && bytes.readUIntBE(0, 3) === 0xffd8ff },
  { mimeType: "image/png", fits: (bytes) => bytes.subarray(0, 8).equals(Buffer.from("89504e470d0a1a0a", "hex")) },
  { mimeType: "image/heic", fits: (bytes) => /^ftyp(heic|heix|hevc|mif1|msf1)/.test(bytes.subarray(4, 12).toString("latin1")) },
];

/** What a file really is: PDF, JPEG, PNG or HEIC; undefined for anything else. */
export function fileKind(bytes: Buffer): string | undefined {
  return KINDS.find(({ fits }) => fits(bytes))?.mimeType;
}
