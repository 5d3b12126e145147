import { Refusal, type Cents, type PlainDate } from "@tegemoet/domain";
import type { BankFileEvent, EntryEvent, StatementEndEvent, StatementEvent } from "@tegemoet/files";
import { audit } from "../../platform/audit";
import { dayOf } from "../../platform/clock";
import type { Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";
import { sha256 } from "../../platform/tokens";
import { foldKnown } from "./fold-known";
import { deleteStatement, findLastCoveredDay, insertBankLines, insertStatement, isOwnAccount, closeStatement } from "./statement.queries";

/** Lines that go to the database at once: few round trips, little memory. */
const LINES_AT_ONCE = 500;

export interface StoredStatement {
  outcome: "created" | "unchanged";
  /** Null when nothing of it was new. */
  statementId: string | null;
  newLines: number;
  /** ACCOUNT_NOT_OURS, LINES_KNOWN, FUTURE_DATE and the codes of notices in the file. */
  warnings: string[];
}

/**
 * Stores one statement of a bank file while it is read, in the caller's transaction: all of it or, by a refusal, nothing. An entry
 * that came before, in this file or another of any kind, isn't stored again: equal real entries are told apart by their place among equals (I-22).
 *
 * Refuses with FILE_BALANCE_WRONG (expected, actual, difference in cents), CURRENCY_UNSUPPORTED, and with all of the reader; after
 * the first two, `events` stands at the end of this statement, so the next one can go on.
 *
 * @param events The events after `statement`; taken up to and including its `statement-end`.
 */
export async function storeStatement(tx: Tx, statement: StatementEvent, events: AsyncIterator<BankFileEvent, void>): Promise<StoredStatement> {
  await tx.query("select pg_advisory_xact_lock(hashtextextended('statements:' || $1, 0))", [tx.organisationId]);
  const [statementId, notices] = [newId(), new Set<string>()];
  const foreign = statement.currency !== "EUR";
  if (!foreign) await insertStatement(tx, { id: statementId, statement, openingCents: statement.opening?.amount ?? 0 });
  const seen = { newLines: 0, lines: 0, sum: 0, first: undefined as PlainDate | undefined, last: undefined as PlainDate | undefined };
  let waiting: EntryEvent[] = [];
  // The database stores lines while the next ones are read; one lot at a time.
  let storing = Promise.resolve(0);
  const flush = async (): Promise<void> => {
    seen.newLines += await storing;
    storing = foreign ? Promise.resolve(0) : insertBankLines(tx, statementId, statement.account, waiting);
    // Who waits for it next hears of its failure; until then it is no failure of nobody.
    storing.catch(() => undefined);
    waiting = [];
  };
  for (;;) {
    const { value: event, done } = await events.next();
    if (done || event.type === "statement") throw new Refusal("FILE_CUT_OFF");
    if (event.type === "notice") notices.add(event.code);
    if (event.type === "entry") {
      seen.lines += 1;
      seen.sum += event.amount;
      if (!seen.first || event.bookedOn < seen.first) seen.first = event.bookedOn;
      if (!seen.last || event.bookedOn > seen.last) seen.last = event.bookedOn;
      if (waiting.push(event) >= LINES_AT_ONCE) await flush();
    }
    if (event.type !== "statement-end") continue;
    refuseWhenOff(statement, event);
    await flush();
    seen.newLines += await storing;
    if (seen.newLines > 0) seen.newLines -= await foldKnown(tx, { statementId, account: statement.account, format: statement.format, balances: balancesOf(event) });
    const warnings = [...notices];
    if (!(await isOwnAccount(tx, statement.account, statementId))) warnings.push("ACCOUNT_NOT_OURS");
    if (seen.newLines < seen.lines && seen.newLines > 0) warnings.push("LINES_KNOWN");
    const stored = await finish(tx, statementId, statement, event, seen, warnings);
    return { ...stored, newLines: seen.newLines, warnings };
  }
}

/** Amounts in another currency, or a sum that doesn't come out: nothing of the statement is kept. */
function refuseWhenOff(statement: StatementEvent, { sumCheck }: StatementEndEvent): void {
  if (statement.currency !== "EUR") throw new Refusal("CURRENCY_UNSUPPORTED", { currency: statement.currency, account: statement.account });
  if (sumCheck.outcome !== "different") return;
  if (sumCheck.sameCurrency === false) throw new Refusal("CURRENCY_UNSUPPORTED", { currency: "?", account: statement.account });
  throw new Refusal("FILE_BALANCE_WRONG", {
    statement: statement.id, expected: sumCheck.expected ?? null, actual: sumCheck.actual ?? null, difference: sumCheck.difference ?? null,
  });
}

function balancesOf({ opening, closing }: StatementEndEvent): { openingCents: Cents; closingCents: Cents; untilDay: PlainDate } | undefined {
  return opening && closing && { openingCents: opening.amount, closingCents: closing.amount, untilDay: closing.on };
}

async function finish(
  tx: Tx, statementId: string, statement: StatementEvent, end: StatementEndEvent,
  seen: { newLines: number; sum: Cents; first?: PlainDate; last?: PlainDate }, warnings: string[],
): Promise<{ outcome: "created" | "unchanged"; statementId: string | null }> {
  const today = dayOf(tx.now);
  const stated = end.closing?.on ?? seen.last;
  if ((stated !== undefined && stated > today) || (seen.last !== undefined && seen.last > today)) warnings.push("FUTURE_DATE");
  // A statement can't have seen the future: how fresh our bank data is hangs on this day.
  const untilDay = stated === undefined || stated > today ? today : stated;
  const fromDay = [end.opening?.on, seen.first, untilDay].filter((day) => day !== undefined).sort()[0] ?? untilDay;
  const covered = await findLastCoveredDay(tx, statement.account, statementId);
  if (seen.newLines === 0 && covered !== null && untilDay <= covered) {
    await deleteStatement(tx, statementId);
    return { outcome: "unchanged", statementId: null };
  }
  // Where the file leaves a balance out, the other one and the entries give it.
  const net = end.credits.sum - end.debits.sum;
  const closingCents = end.closing?.amount ?? (end.opening?.amount ?? 0) + net;
  const openingCents = end.opening?.amount ?? closingCents - net;
  const key = sha256(JSON.stringify([statement.account, statement.id, statement.number, fromDay, untilDay, openingCents, closingCents])).toString("base64url");
  await closeStatement(tx, statementId, { key, fromDay, untilDay, openingCents, closingCents });
  await audit(tx, { action: "import-statement", subject: "statement", subjectId: statementId, after: { account: statement.account, fromDay, untilDay, newLines: seen.newLines } });
  return { outcome: "created", statementId };
}
