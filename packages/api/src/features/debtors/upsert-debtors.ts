import { Refusal } from "@tegemoet/domain";
import { auditAll } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";
import { columnsOf, mayTakeKey, type DebtorColumn, type DebtorColumns, type DebtorDetails } from "./debtor-details";
import { resolveFaults } from "./resolve-faults";
import { insertContacts, insertDebtors, lastNumber, lockDebtors, lockNumbers, updateDebtors, type StoredDebtor } from "./upsert-debtors.queries";

/** What a source tells of a debtor; with `debtorId` it is about that very one, whatever its key says now. */
export type ToldDebtor = DebtorDetails & { readonly debtorId?: string };
export type UpsertOutcome = { readonly debtorId: string; readonly created: boolean; readonly changed: readonly DebtorColumn[] } | { readonly refusal: Refusal };

/**
 * Finds each debtor by the source's key, else by its number, else by KvK number and name, or makes it, in a few statements for all.
 * Told twice is one debtor. What a source says now wins over what it said before; what it leaves out stays. An address that is mended is a
 * fault no more.
 *
 * One that is refused holds up no other: FILE_FIELD_MISSING without a name, NOT_FOUND for an unknown `debtorId`.
 *
 * @returns What became of each, in their order.
 */
export async function upsertDebtors(tx: Tx, told: readonly ToldDebtor[]): Promise<UpsertOutcome[]> {
  if (told.length === 0) return [];
  let known = new KnownDebtors(await lockDebtors(tx, told));
  if (told.some((details) => !known.find(details))) {
    // Who makes debtors waits for whoever is making some, and looks again: it may be the same debtor.
    await lockNumbers(tx);
    known = new KnownDebtors(await lockDebtors(tx, told));
  }
  const outcomes = told.map((details) => known.apply(details));
  const made = known.made();
  if (made.length > 0) {
    await numberThem(tx, made);
    await insertDebtors(tx, made);
    await insertContacts(tx, made);
  }
  const mended = known.mended();
  await updateDebtors(tx, mended.map(({ row }) => row));
  await resolveFaults(tx, mended.map(({ row, before }) => ({ debtorId: row.id, columns: Object.keys(before), before })));
  await auditAll(tx, [
    ...made.map(({ row }) => ({ action: "create-debtor", subject: "debtor", subjectId: row.id, after: { name: row.name, kind: row.kind ?? "unknown" } })),
    ...mended.map(({ row, before }) => ({
      action: "update-debtor", subject: "debtor", subjectId: row.id, before, after: Object.fromEntries(Object.keys(before).map((column) => [column, row[column as DebtorColumn]])),
    })),
  ]);
  return outcomes;
}

export interface MadeDebtor {
  readonly row: StoredDebtor;
  readonly contact?: DebtorDetails["contact"];
}

/** The debtors that are in the books or were told in this call, findable as a source names them. */
class KnownDebtors {
  private readonly rows = new Map<string, StoredDebtor>();
  private readonly byKey = new Map<string, StoredDebtor>();
  private readonly byNumber = new Map<string, StoredDebtor>();
  private readonly byKvkAndName = new Map<string, StoredDebtor>();
  private readonly madeNow: MadeDebtor[] = [];
  private readonly before = new Map<string, Partial<Record<DebtorColumn, string | null>>>();

  constructor(rows: readonly StoredDebtor[]) {
    for (const row of rows) this.index(row);
  }

  find(details: ToldDebtor): StoredDebtor | undefined {
    if (details.debtorId) return this.rows.get(details.debtorId);
    const byKey = details.externalKey ? this.byKey.get(details.externalKey) : undefined;
    const numbered = details.number ? this.byNumber.get(details.number) : undefined;
    const named = details.kvk ? this.byKvkAndName.get(kvkAndName(details.kvk, details.name)) : undefined;
    return byKey ?? (numbered && isSame(numbered, details) ? numbered : undefined) ?? (named && isOtherSource(named, details) ? named : undefined);
  }

  apply(details: ToldDebtor): UpsertOutcome {
    const columns = columnsOf(details);
    if (columns.name === undefined) return { refusal: new Refusal("FILE_FIELD_MISSING", { field: "debtor.name" }) };
    const row = this.find(details);
    if (row) return { debtorId: row.id, created: false, changed: this.change(row, columns) };
    if (details.debtorId) return { refusal: new Refusal("NOT_FOUND") };
    // A number that another has by now is ours, not the source's: it gets the next one.
    const fresh: StoredDebtor = { ...columns, id: newId(), number: details.number && !this.byNumber.has(details.number) ? details.number : "" };
    this.madeNow.push({ row: fresh, contact: details.contact });
    this.index(fresh);
    return { debtorId: fresh.id, created: true, changed: [] };
  }

  made(): readonly MadeDebtor[] {
    return this.madeNow;
  }

  mended(): { row: StoredDebtor; before: Partial<Record<DebtorColumn, string | null>> }[] {
    return [...this.before].flatMap(([id, before]) => {
      const row = this.rows.get(id);
      return row ? [{ row, before }] : [];
    });
  }

  private change(row: StoredDebtor, columns: DebtorColumns): DebtorColumn[] {
    const changed: DebtorColumn[] = [];
    for (const [name, value] of Object.entries(columns)) {
      const column = name as DebtorColumn;
      // A key that is another's by now stays with that one.
      const taken = column === "external_key" && ((this.byKey.get(value) ?? row) !== row || !mayTakeKey(row.external_key, value));
      if (row[column] === value || taken) continue;
      if (!this.madeNow.some((made) => made.row === row)) {
        const before = this.before.get(row.id) ?? {};
        if (!(column in before)) before[column] = row[column] ?? null;
        this.before.set(row.id, before);
        changed.push(column);
      }
      row[column] = value;
    }
    if (changed.includes("external_key")) this.index(row);
    return changed;
  }

  private index(row: StoredDebtor): void {
    this.rows.set(row.id, row);
    if (row.external_key) this.byKey.set(row.external_key, row);
    if (row.number) this.byNumber.set(row.number, row);
    const legal = row.kvk ? kvkAndName(row.kvk, row.name ?? "") : undefined;
    if (legal && !(this.byKvkAndName.has(legal) && row.external_key)) this.byKvkAndName.set(legal, row);
  }
}

/** A number is the debtor's own when no source gave it a key, or when the name agrees: numbers of two sources are alike by chance. */
function isSame(row: StoredDebtor, { name, externalKey }: ToldDebtor): boolean {
  return !row.external_key || !externalKey || plain(row.name ?? "") === plain(name);
}

/** A debtor that this source calls by another key is another one; what a different source calls it says nothing. */
function isOtherSource(row: StoredDebtor, { externalKey }: ToldDebtor): boolean {
  return !row.external_key || (externalKey !== undefined && !mayTakeKey(row.external_key, externalKey));
}

function plain(name: string): string {
  return name.replace(/\s+/g, " ").trim().toLowerCase();
}

function kvkAndName(kvk: string, name: string): string {
  return `${kvk} ${plain(name)}`;
}

/** Debtors without a number of their source get the next one of the house. */
async function numberThem(tx: Tx, made: readonly MadeDebtor[]): Promise<void> {
  if (made.every(({ row }) => row.number !== "")) return;
  const given = made.map(({ row }) => (/^[0-9]{5,9}$/.test(row.number) ? Number(row.number) : 0));
  let last = Math.max(await lastNumber(tx), ...given);
  for (const { row } of made) if (row.number === "") row.number = String((last += 1));
}
