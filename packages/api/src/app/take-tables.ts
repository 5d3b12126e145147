import { understandTable, type UnderstoodRow } from "../features/invoices/table-source";
import { addImportResults, finishImport, listRunningTables, lockProgress, type ImportResultRow, type RunningImport } from "../features/invoices/import.queries";
import { planRows, readImportFile, type PlannedRow } from "../features/invoices/preview-import";
import type { TakenInvoice } from "../features/invoices/take-invoices";
import { bringInvoices } from "../features/escalations/bring-invoices";
import { inTransaction, reading, type Act, type Tx } from "../platform/database/transaction";
import { refusalOf } from "../platform/refusal-of";
import { creditWarning } from "./import-invoices";
import type { Product } from "./product";
import { isTimeToCount, refreshStatistics } from "./refresh-statistics";

/** Rows that are taken in one transaction; what is done is kept, so a stop loses at most these. */
const ROWS_AT_ONCE = 250;

/**
 * Takes in the spreadsheets of an organisation that were begun. What stands is never taken twice: each transaction holds the import, goes on
 * after its last line, and keeps what came of its rows; a program that was stopped goes on where it was.
 */
export async function takeTables(product: Product, organisationId: string): Promise<void> {
  for (const running of await reading(product.source, organisationId, (reader) => listRunningTables(reader))) {
    await takeTable(product, organisationId, running);
  }
}

async function takeTable(product: Product, organisationId: string, { id, mapping, startedBy }: RunningImport): Promise<void> {
  const act = (): Act => ({ organisationId, actor: startedBy ? { kind: "staff", id: startedBy } : { kind: "system" }, now: product.clock.now() });
  const table = await readImportFile((work) => reading(product.source, organisationId, work), id);
  const understood = await understandTable(table, mapping);
  const plan = await reading(product.source, organisationId, (reader) => planRows(reader, understood));
  const context = { id, plan, realNow: () => product.clock.realNow() };
  for (let pieces = 1; ; pieces += 1) {
    const more = await inTransaction(product.source, act(), (tx) => takeSome(tx, context, ROWS_AT_ONCE)).catch(async (error: unknown) => {
      product.logger.error({ err: error, importId: id }, "some rows of an import failed: trying them one by one");
      return takeOneByOne(product, act, context);
    });
    if (!more) break;
    if (isTimeToCount(pieces)) await refreshStatistics(product);
  }
}

interface TableContext {
  readonly id: string;
  readonly plan: readonly PlannedRow[];
  realNow(): Date;
}

/** @returns Whether there may be more rows. */
async function takeSome(tx: Tx, { id, plan, realNow }: TableContext, most: number, failed?: unknown): Promise<boolean> {
  const after = await lockProgress(tx, id);
  if (after === undefined) return false;
  const next = plan.filter(({ row }) => row.line > after).slice(0, most);
  if (next.length === 0) {
    await finishImport(tx, id);
    return false;
  }
  const sound = next.filter(({ refusal }) => failed === undefined && !isOwnFault(refusal));
  const taken = await bringInvoices(tx, sound.flatMap(({ row }) => row.invoice ?? []), realNow());
  const became = new Map(sound.map(({ row }, index) => [row, taken[index] as TakenInvoice]));
  await addImportResults(tx, id, next.map((planned) => resultOf(planned, became.get(planned.row), failed)));
  return true;
}

/** Rows that fail together are taken alone; the one that fails alone says so, and holds up no other. */
async function takeOneByOne(product: Product, act: () => Act, context: TableContext): Promise<boolean> {
  let more = true;
  for (let count = 0; more && count < ROWS_AT_ONCE; count += 1) {
    more = await inTransaction(product.source, act(), (tx) => takeSome(tx, context, 1)).catch((error: unknown) => {
      product.logger.error({ err: error, importId: context.id }, "a row of an import failed");
      return inTransaction(product.source, act(), (tx) => takeSome(tx, context, 1, error));
    });
  }
  return more;
}

/** What is wrong with the row itself; what the books say is asked again in the transaction that takes it. */
function isOwnFault(refusal: PlannedRow["refusal"]): boolean {
  return refusal?.code === "ROW_FAULTY" || refusal?.code === "ROWS_DIFFER";
}

function resultOf({ row, refusal }: PlannedRow, taken: TakenInvoice | undefined, failed: unknown): ImportResultRow {
  const label = labelOf(row);
  const empty = { label, line: row.line, statementId: null, warnings: row.notices.map(({ code }) => code) };
  if (taken && taken.outcome !== "refused") return { ...empty, warnings: [...empty.warnings, ...creditWarning(row.invoice, taken)], outcome: taken.outcome, code: null, details: null, invoiceId: taken.invoiceId, debtorId: taken.debtorId };
  const no = taken?.outcome === "refused" ? { code: taken.refusal.code, details: taken.refusal.details } : (refusal ?? refusalOf(failed) ?? { code: "INTERNAL", details: {} });
  return { ...empty, outcome: "refused", code: no.code, details: JSON.stringify({ ...no.details, line: row.line }), invoiceId: null, debtorId: null, cells: [...row.cells] };
}

function labelOf(row: UnderstoodRow): string {
  return row.invoice ? `${row.invoice.number} ${row.invoice.debtor.name}` : row.cells.filter((text) => text !== "").slice(0, 3).join(" ");
}
