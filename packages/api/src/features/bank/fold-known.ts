import { pairSameEntries, type Cents, type PlainDate, type ToldEntry } from "@tegemoet/domain";
import type { StatementEvent } from "@tegemoet/files";
import type { Tx } from "../../platform/database/transaction";

interface StatementToFold {
  readonly statementId: string;
  readonly account: string;
  readonly format: StatementEvent["format"];
  /** Both balances as the file told them; absent when it didn't. */
  readonly balances?: { readonly openingCents: Cents; readonly closingCents: Cents; readonly untilDay: PlainDate };
}

/** Days and amounts that are compared at once. */
const GROUPS_AT_ONCE = 500;

/**
 * Takes out of a new statement what a file of another kind brought already: the same day as CAMT.053 and as MT940 or the bank's own
 * export is booked once (I-22). A statement with the opening and closing balance of another one tells of the same money, however it
 * divides a batch, unless it has entries of a day that no other file told of, which cancel each other; else entries of the same day and amount are paired one by one. What only the new file knows of an entry (a
 * counter account, a reference) is added to the one that stays.
 *
 * @returns How many of its lines were known.
 */
export async function foldKnown(tx: Tx, statement: StatementToFold): Promise<number> {
  const others = await findOtherStatements(tx, statement);
  if (others.length === 0) return 0;
  const { balances } = statement;
  const whole = balances && balances.openingCents !== balances.closingCents && others.some((other) =>
    other.openingCents === balances.openingCents && other.closingCents === balances.closingCents && other.untilDay === balances.untilDay);
  const otherIds = others.map(({ id }) => id);
  if (whole && !(await hasDayOfItsOwn(tx, statement.statementId, otherIds))) return forgetLines(tx, "statement_id = $2", statement.statementId);
  let folded = 0;
  let after: { bookedOn: PlainDate; cents: Cents } | undefined;
  for (;;) {
    const groups = await listSharedGroups(tx, { statementId: statement.statementId, otherIds, after });
    if (groups.length === 0) return folded;
    after = groups.at(-1);
    folded += await foldGroups(tx, { statementId: statement.statementId, otherIds, groups });
  }
}

interface OtherStatement {
  id: string;
  openingCents: Cents;
  closingCents: Cents;
  untilDay: PlainDate | null;
}

/** Statements of the same account, told by another kind of file, with a day in common. MT940 may name an account without its IBAN. */
function findOtherStatements(tx: Tx, { statementId, account, format }: StatementToFold): Promise<OtherStatement[]> {
  return tx.query<OtherStatement>(
    `with days as (select min(booked_on) as first, max(booked_on) as last from bank_line where organisation_id = $1 and statement_id = $2)
     select other.id, other.opening_cents as "openingCents", other.closing_cents as "closingCents", other.until_day as "untilDay"
     from statement other, days
     where other.organisation_id = $1 and other.id <> $2 and other.format <> $4
       and (other.account = $3 or ltrim(other.account, '0') = ltrim(substring($3 from '^NL\\d\\d[A-Z]{4}(\\d{10})$'), '0')
         or ltrim($3, '0') = ltrim(substring(other.account from '^NL\\d\\d[A-Z]{4}(\\d{10})$'), '0'))
       and other.until_day >= days.first and coalesce(other.from_day, other.until_day) <= days.last + 1`,
    [tx.organisationId, statementId, account, format],
  );
}

/** Whether a statement has lines of a day of which the others have none. */
async function hasDayOfItsOwn(tx: Tx, statementId: string, otherIds: readonly string[]): Promise<boolean> {
  const day = await tx.first(
    `select booked_on from bank_line where organisation_id = $1 and statement_id = $2
     except select booked_on from bank_line where organisation_id = $1 and statement_id = any($3::uuid[]) limit 1`,
    [tx.organisationId, statementId, otherIds],
  );
  return day !== undefined;
}

interface Group {
  bookedOn: PlainDate;
  cents: Cents;
}

function listSharedGroups(tx: Tx, { statementId, otherIds, after }: { statementId: string; otherIds: readonly string[]; after: Group | undefined }): Promise<Group[]> {
  return tx.query<Group>(
    `select booked_on as "bookedOn", amount_cents as cents from bank_line where organisation_id = $1 and statement_id = $2
       and ($4::date is null or (booked_on, amount_cents) > ($4, $5::bigint))
     intersect select booked_on, amount_cents from bank_line where organisation_id = $1 and statement_id = any($3::uuid[])
     order by 1, 2 limit ${GROUPS_AT_ONCE}`,
    [tx.organisationId, statementId, otherIds, after?.bookedOn ?? null, after?.cents ?? null],
  );
}

interface Told extends ToldEntry, Group {
  fresh: boolean;
}

async function foldGroups(tx: Tx, { statementId, otherIds, groups }: { statementId: string; otherIds: readonly string[]; groups: readonly Group[] }): Promise<number> {
  const lines = await tx.query<Told>(
    `select line.id, line.booked_on as "bookedOn", line.amount_cents as cents, line.counterparty_iban as iban, line.reference, line.statement_id = $2 as fresh,
       concat_ws(' ', line.counterparty_name, line.remittance) as words
     from unnest($4::date[], $5::bigint[]) as shared (day, cents)
     join bank_line line on line.organisation_id = $1 and line.booked_on = shared.day and line.amount_cents = shared.cents and (line.statement_id = $2 or line.statement_id = any($3::uuid[]))
     order by line.id`,
    [tx.organisationId, statementId, otherIds, groups.map(({ bookedOn }) => bookedOn), groups.map(({ cents }) => cents)],
  );
  const byGroup = new Map<string, Told[]>();
  for (const line of lines) {
    const key = `${line.bookedOn} ${line.cents}`;
    byGroup.set(key, [...(byGroup.get(key) ?? []), line]);
  }
  const pairs = [...byGroup.values()].flatMap((those) => [...pairSameEntries(those.filter(({ fresh }) => !fresh), those.filter(({ fresh }) => fresh))]);
  if (pairs.length === 0) return 0;
  await addWhatIsNew(tx, pairs);
  return forgetLines(tx, "id = any($2::uuid[])", pairs.map(([fresh]) => fresh));
}

/** Only what was empty is filled: what a person saw of a line stays as it was. */
async function addWhatIsNew(tx: Tx, pairs: readonly (readonly [fresh: string, known: string])[]): Promise<void> {
  await tx.query(
    `update bank_line known set counterparty_iban = coalesce(known.counterparty_iban, fresh.counterparty_iban), counterparty_name = coalesce(known.counterparty_name, fresh.counterparty_name),
       reference = coalesce(known.reference, fresh.reference), end_to_end_id = coalesce(known.end_to_end_id, fresh.end_to_end_id), mandate_id = coalesce(known.mandate_id, fresh.mandate_id)
     from unnest($2::uuid[], $3::uuid[]) as pair (fresh_id, known_id)
     join bank_line fresh on fresh.organisation_id = $1 and fresh.id = pair.fresh_id
     where known.organisation_id = $1 and known.id = pair.known_id
       and (known.counterparty_iban is null or known.counterparty_name is null or known.reference is null or known.end_to_end_id is null or known.mandate_id is null)`,
    [tx.organisationId, pairs.map(([fresh]) => fresh), pairs.map(([, known]) => known)],
  );
}

/** Lines that were stored a moment ago, in this transaction: nothing hangs on them. */
async function forgetLines(tx: Tx, which: string, value: unknown): Promise<number> {
  return (await tx.query(`delete from bank_line where organisation_id = $1 and ${which} returning 1`, [tx.organisationId, value])).length;
}
