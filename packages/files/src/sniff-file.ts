export type FileKind = "ubl" | "camt053" | "mt940" | "csv" | "xlsx" | "pdf" | "unknown";

/** How many bytes from the start {@link sniffFile} likes to see. */
export const SNIFF_BYTES = 8192;

/**
 * What a file is, by its first bytes (8 kB is plenty); the name only decides between text files that could be anything.
 * Never throws: what it doesn't know is "unknown". camt.052 and camt.054 are "unknown" too: they are no statements.
 */
export function sniffFile(firstBytes: Uint8Array, fileName = ""): FileKind {
  const bytes = Buffer.from(firstBytes.subarray(0, SNIFF_BYTES));
  if (bytes.subarray(0, 1024).includes("%PDF-")) return "pdf";
  if (bytes.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 3, 4]))) {
    return /\.xls[xm]$/i.test(fileName) || /\[Content_Types\]\.xml|xl\//.test(bytes.toString("latin1"))
      ? "xlsx"
      : "unknown";
  }
  const text = textOf(bytes);
  if (text.trimStart().startsWith("<")) return xmlKind(text);
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u0008\u000e-\u001f]/.test(text.replace(/[\u0001\u0003]/g, ""))) return "unknown";
  if (/(^|\n|\{4:\s*):20:/.test(text) && /\n:25:/.test(text)) return "mt940";
  return looksDelimited(text) || (/\.(csv|tsv)$/i.test(fileName) && text.trim() !== "") ? "csv" : "unknown";
}

function textOf(bytes: Buffer): string {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0x3c && bytes[1] === 0);
  const swapped = (bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0 && bytes[1] === 0x3c);
  const even = Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2)));
  const text = utf16
    ? even.toString("utf16le")
    : swapped
      ? even.swap16().toString("utf16le")
      : bytes.toString("latin1");
  return text.replace(/^(\ufeff|\u00ef\u00bb\u00bf)/, "").replace(/\r\n?/g, "\n");
}

function xmlKind(text: string): FileKind {
  const start = text.replace(/<!--[^]*?(-->|$)/g, "").replace(/<[?!][^>]*>/g, "");
  const root = /<(?:[\w.-]+:)?([A-Za-z]\w*)[\s/>]/.exec(start)?.[1];
  if (root === "Invoice" || root === "CreditNote") return "ubl";
  if (root === "StandardBusinessDocument") return /BkToCstmrStmt|camt\.053/.test(text) ? "camt053" : "ubl";
  if (root === "BkToCstmrStmt") return "camt053";
  return root === "Document" && /camt\.053\.|<(?:[\w.-]+:)?BkToCstmrStmt\b/.test(text) ? "camt053" : "unknown";
}

/** Two lines or more with the same separator in both. */
function looksDelimited(text: string): boolean {
  const [first = "", second = ""] = text.split("\n").filter((line) => line.trim() !== "");
  return [";", ",", "\t", "|"].some((separator) => first.includes(separator) && second.includes(separator));
}
