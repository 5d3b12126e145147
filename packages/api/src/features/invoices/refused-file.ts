import { Refusal } from "@tegemoet/domain";
import { writeDelimited } from "@tegemoet/files";
import { refusedText, type WordsLanguage } from "./fault-words";
import { findImport, listRefused } from "./import.queries";
import { readImportFile, type Reading } from "./preview-import";

const HEAD = { nl: { line: "Regel", reason: "Reden", file: "Bestand" }, en: { line: "Line", reason: "Reason", file: "File" } } as const;

/**
 * What an import refused, as a delimited file: of a spreadsheet each row with its own columns, its line and the reason; of other files their
 * name and the reason. Mended, it can be brought in as it is: the two columns beside it are passed over.
 *
 * Refuses with NOT_FOUND.
 */
export async function refusedFile(read: Reading, importId: string, language: WordsLanguage, now: Date): Promise<string> {
  const found = await read((reader) => findImport(reader, importId, now));
  if (!found) throw new Refusal("NOT_FOUND");
  const refused = await read((reader) => listRefused(reader, importId));
  const head = HEAD[language];
  if (!found.documentId) return writeDelimited([[head.file, head.reason], ...refused.map((row) => [row.label, refusedText(row, language)])]);
  const { columns } = await readImportFile(read, importId);
  const rows = refused.map((row) => [...columns.map((_, index) => row.cells?.[index] ?? ""), String(row.line ?? ""), refusedText(row, language)]);
  return writeDelimited([[...columns, head.line, head.reason], ...rows]);
}
