import { Refusal } from "@tegemoet/domain";
import { returnedOf } from "../statements/returned";
import type { Balance, BankFileEvent, EntryEvent } from "../statements/statement-events";
import { StatementTally } from "../statements/statement-tally";
import type { Table } from "../table/table";
import { missingBankFields, type BankMapping } from "./bank-mapping";
import { BankRowReader, refuseRow, type BankRow } from "./bank-row";

/** After so many rows others get a turn. */
const ROWS_A_TURN = 500;

/**
 * Reads a bank's own export, a table whose columns a person named, as the same events as any bank file: a statement for each account
 * and currency, opening and closing balance where a column tells what stood after each row. Newest first or last makes no difference.
 *
 * Refuses with FILE_COLUMN_MISSING (fields), and FILE_FIELD_INVALID (line, field, column, value, fault) for the first row that can't be
 * read, before anything of the file came out.
 */
export async function* readBankTable(table: Table, mapping: BankMapping): AsyncGenerator<BankFileEvent, void, void> {
  const missing = missingBankFields(mapping);
  if (missing.length > 0) throw new Refusal("FILE_COLUMN_MISSING", { fields: missing });
  const accounts = new Map<string, BankRow[]>();
  const reader = new BankRowReader(table, mapping);
  for (const [index, row] of table.rows.entries()) {
    if (index % ROWS_A_TURN === ROWS_A_TURN - 1) await new Promise((resolve) => setImmediate(resolve));
    const read = reader.read(row);
    if ("code" in read) refuseRow(read);
    const key = `${read.account} ${read.currency}`;
    const rows = accounts.get(key);
    if (rows) rows.push(read);
    else accounts.set(key, [read]);
  }
  let statementIndex = 0;
  for (const rows of accounts.values()) yield* statementOf(oldestFirst(rows), ++statementIndex);
}

function* statementOf(rows: readonly BankRow[], statementIndex: number): Generator<BankFileEvent> {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return;
  const { account, currency } = first;
  const told = rows.every(({ balanceCents }) => balanceCents !== undefined);
  const balance = (amount: number, on: string): Balance => ({ amount, currency, on });
  const opening = told ? balance((first.balanceCents ?? 0) - first.cents, first.bookedOn) : undefined;
  const closing = told ? balance(last.balanceCents ?? 0, last.bookedOn) : undefined;
  const iban = /^[A-Z]{2}\d\d/.test(account) ? account : undefined;
  yield { type: "statement", format: "csv", index: statementIndex, id: `${account} ${first.bookedOn} ${last.bookedOn}`, iban, account, currency, opening };
  if (!told) yield { type: "notice", code: "BALANCE_MISSING", statementIndex, line: first.line };
  const tally = new StatementTally(account, currency);
  for (const [index, row] of rows.entries()) {
    tally.count(row.cents, currency);
    yield tally.number(entryOf(row, statementIndex, index + 1), row.text.bankReference);
  }
  yield tally.end(statementIndex, opening, closing);
}

function entryOf({ line, bookedOn, valueOn, cents: amount, currency, text }: BankRow, statementIndex: number, index: number): EntryEvent {
  const remittance = [text.remittance, text.remittance2, text.remittance3].filter(Boolean).join(" ").replace(/\s+/g, " ");
  const returnReason = text.returnReason ? { text: text.returnReason } : undefined;
  const iban = text.iban?.replace(/\s/g, "").toUpperCase();
  const isIban = iban !== undefined && /^[A-Z]{2}\d\d[A-Z0-9]{10,30}$/.test(iban);
  return {
    type: "entry", statementIndex, index, amount, currency, bookedOn, valueOn, reversal: false, line, remittance, otherReferences: [], contentHash: "", ordinal: 0,
    returned: returnedOf({ amount, reversal: false, returnReason, mandateId: text.mandateId, proprietaryCode: text.code, description: remittance }), returnReason,
    bankReference: text.bankReference, endToEndId: /^NOTPROVIDED$/i.test(text.endToEndId ?? "") ? undefined : text.endToEndId, mandateId: text.mandateId,
    structuredReference: text.reference ? { value: text.reference.replace(/\s/g, "") } : undefined,
    counterparty: { name: text.name, iban: isIban ? iban : undefined, account: isIban ? undefined : iban }, proprietaryCode: text.code,
  };
}

/** The balances tell in which order the rows stand; without them, or when they don't add up either way, the days do. */
function oldestFirst(rows: readonly BankRow[]): readonly BankRow[] {
  const turned = [...rows].reverse();
  const follows = (order: readonly BankRow[]): boolean =>
    order.every(({ balanceCents, cents }, index) => index === 0 || (balanceCents !== undefined && (order[index - 1]?.balanceCents ?? NaN) + cents === balanceCents));
  if (follows(rows)) return rows;
  if (follows(turned)) return turned;
  return (rows[0]?.bookedOn ?? "") > (rows.at(-1)?.bookedOn ?? "") ? turned : rows;
}
