import { Refusal } from "@tegemoet/domain";
import { readBankTable, readCamt053, readMt940, sniffFile, SNIFF_BYTES, type BankFileEvent, type BankMapping, type StatementEvent } from "@tegemoet/files";
import { findBankMapping } from "../features/bank/bank-mapping.queries";
import { bankTableOf, isBankTable } from "../features/bank/bank-table";
import { keepMatchKeys, type DueSubject } from "../features/bank/keep-match-keys";
import { leaveToPerson, matchLines } from "../features/bank/match-lines";
import { listLinesToMatch } from "../features/bank/match-facts.queries";
import { storeStatement } from "../features/bank/store-statement";
import type { ImportResultRow } from "../features/invoices/import.queries";
import { inTransaction, reading, type Act } from "../platform/database/transaction";
import { refusalOf } from "../platform/refusal-of";
import type { Product } from "./product";
import { headOf, piecesOf, wholeOf, type FileBytes, type UploadedFile } from "./uploaded-file";

const MAX_MEGABYTES = 64;
const KEYS_AT_ONCE = 5_000;

/**
 * One bank file into the books, statement by statement: each all or nothing. A statement that is refused says why and holds up no
 * other; what came before is not stored again. Then every new line finds its place.
 *
 * Refuses with FILE_TOO_LARGE, FILE_EMPTY, FILE_UNKNOWN_KIND, and FILE_COLUMN_MISSING for a bank's own export with a header that nobody
 * explained yet; what else is wrong with the file is a result.
 *
 * @param mapping Which column is what, of a bank's own export; else the one that was remembered for its header.
 * @param alive Called every few hundred lines: a large file takes minutes, and who looks on wants to know that it goes on.
 */
export const importBankFile = async (
  product: Product, act: Act, file: UploadedFile<FileBytes>, mapping?: BankMapping, alive?: () => Promise<void>,
): Promise<ImportResultRow[]> => {
  const results = await takeStatements(product, act, file, mapping);
  await matchNewLines(product, act, alive);
  return results;
};

/** By itself, so that what reading the file held is let go before its lines are matched. */
async function takeStatements(product: Product, act: Act, file: UploadedFile<FileBytes>, mapping: BankMapping | undefined): Promise<ImportResultRow[]> {
  const results: ImportResultRow[] = [];
  const events = await eventsOf(product, act, file, mapping);
  try {
    for (let next = await events.next(); !next.done; next = await events.next()) {
      if (next.value.type === "statement") results.push(await importStatement(product, act, file.name, next.value, events));
    }
  } catch (error) {
    results.push(refused(file.name, error));
  }
  return results;
}

async function eventsOf(product: Product, act: Act, file: UploadedFile<FileBytes>, mapping: BankMapping | undefined): Promise<AsyncGenerator<BankFileEvent, void, void>> {
  if (file.cut) throw new Refusal("FILE_TOO_LARGE", { maxMegabytes: MAX_MEGABYTES });
  if (file.bytes.length === 0) throw new Refusal("FILE_EMPTY");
  const head = headOf(file.bytes);
  const kind = sniffFile(head.subarray(0, SNIFF_BYTES), file.name);
  if (kind === "mt940") return readMt940(piecesOf(file.bytes));
  if (isBankTable(head, file.name)) {
    const table = await bankTableOf(await wholeOf(file.bytes), file.name);
    const known = mapping ?? (await reading(product.source, act.organisationId, (reader) => findBankMapping(reader, table.columns)));
    return readBankTable(table, known ?? { columns: {} });
  }
  // XML of another kind is read too: the reader says what is wrong with it.
  const xml = kind === "unknown" && head.subarray(0, 100).toString("latin1").trimStart().startsWith("<");
  if (kind === "camt053" || xml) return readCamt053(piecesOf(file.bytes));
  throw new Refusal("FILE_UNKNOWN_KIND", { kind, expected: "camt053" });
}

async function importStatement(
  product: Product, act: Act, fileName: string, statement: StatementEvent, events: AsyncGenerator<BankFileEvent, void, void>,
): Promise<ImportResultRow> {
  const label = `${fileName}: ${[statement.iban ?? statement.account, statement.number].filter(Boolean).join(" ")}`;
  let begun = false;
  try {
    const { outcome, statementId, warnings } = await inTransaction(product.source, act, (tx) => {
      // What was read of the file can't be read again, so this transaction isn't tried twice.
      if (begun) throw new Refusal("TEMPORARILY_UNAVAILABLE");
      begun = true;
      return storeStatement(tx, statement, events);
    });
    return { ...EMPTY, label, outcome, statementId, warnings };
  } catch (error) {
    return refused(label, error);
  }
}

const EMPTY: Omit<ImportResultRow, "label" | "outcome"> = { code: null, details: null, invoiceId: null, debtorId: null, statementId: null, warnings: [] };

function refused(label: string, error: unknown): ImportResultRow {
  const refusal = refusalOf(error);
  if (!refusal) throw error;
  return { ...EMPTY, label, outcome: "refused", code: refusal.code, details: JSON.stringify(refusal.details) };
}

/**
 * Matches every line that has no decision yet, those of an import that broke off included. When a chunk fails its lines are tried
 * one by one, and the one that fails is left to a person.
 */
export async function matchNewLines(product: Product, act: Act, alive?: () => Promise<void>): Promise<void> {
  const { source, logger } = product;
  await keepAllMatchKeys(product, act, alive);
  let after: string | undefined;
  for (;;) {
    const from = after;
    await alive?.();
    try {
      const chunk = await inTransaction(source, act, (tx) => matchLines(tx, { after: from }));
      after = chunk.after;
      if (after === undefined) return;
    } catch (error) {
      logger.error({ err: error }, "a chunk of bank lines could not be matched: trying them one by one");
      after = await matchOneByOne(product, act, from);
      if (after === from) throw error;
    }
  }
}

/** A first bank file finds the keys of all invoices due: minutes of a million, in parts that each stand by themselves. */
async function keepAllMatchKeys({ source }: Product, act: Act, alive?: () => Promise<void>): Promise<void> {
  let after: DueSubject | undefined;
  do {
    const from = after;
    after = await inTransaction(source, act, (tx) => keepMatchKeys(tx, { after: from, limit: KEYS_AT_ONCE }));
    if (after) await alive?.();
  } while (after);
}

async function matchOneByOne({ source, logger }: Product, act: Act, after: string | undefined): Promise<string | undefined> {
  const lines = await reading(source, act.organisationId, (reader) => listLinesToMatch(reader, { after, limit: 200 }));
  let from = after;
  for (const { id } of lines) {
    const before = from;
    await inTransaction(source, act, (tx) => matchLines(tx, { after: before, limit: 1 })).catch(async (error: unknown) => {
      logger.error({ err: error, bankLineId: id }, "a bank line could not be matched");
      await inTransaction(source, act, (tx) => leaveToPerson(tx, id));
    });
    from = id;
  }
  return from;
}
