import { invoiceNumberKeys, lookupKeys, numberDigits, type Cents, type KnownAccount, type LineToMatch, type LookupKeys, type OpenItem, type PlainDate } from "@tegemoet/domain";
import type { Reader } from "../../platform/database/transaction";
import { together } from "../../platform/together";

/** A line that is to find its place, as stored. */
export interface LineRow {
  id: string;
  account: string;
  bookedOn: PlainDate;
  amountCents: Cents;
  counterpartyName: string | null;
  counterpartyIban: string | null;
  reference: string | null;
  remittance: string | null;
  endToEndId: string | null;
  reversal: boolean;
  returnReason: string | null;
}

export const LINE_COLUMNS = `line.id, line.account, line.booked_on as "bookedOn", line.amount_cents as "amountCents", line.counterparty_name as "counterpartyName",
  line.counterparty_iban as "counterpartyIban", line.reference, line.remittance, line.end_to_end_id as "endToEndId", line.reversal, line.return_reason as "returnReason"`;

/** What the domain looks at of a line. */
export function lineToMatch(line: LineRow): LineToMatch {
  const { amountCents: cents, bookedOn, counterpartyIban: iban, counterpartyName: name, remittance: text, reference, endToEndId } = line;
  return { cents, bookedOn, iban, name, text, reference, endToEndId };
}

/** Lines without any decision, in the order they came. What was decided of lines before them isn't read, or each chunk would walk over all of it. */
export function listLinesToMatch(reader: Reader, { after, limit }: { after?: string; limit: number }): Promise<LineRow[]> {
  return reader.query<LineRow>(
    `select ${LINE_COLUMNS} from bank_line line
     where line.organisation_id = $1 and ($2::uuid is null or line.id > $2) and not exists (
       select 1 from bank_match match where match.organisation_id = $1 and match.bank_line_id = line.id and match.undone_at is null
         and ($2::uuid is null or match.bank_line_id > $2))
     order by line.id limit $3`,
    [reader.organisationId, after ?? null, limit],
  );
}

export interface PlanToPay {
  id: string;
  debtorId: string;
  debtorName: string;
  acceptedOn: PlainDate;
  proposedBy: "debtor" | "staff";
  graceDays: number;
  instalments: { number: number; dueOn: PlainDate; cents: Cents }[];
  payments: { receivedOn: PlainDate; cents: Cents }[];
  /** In the order in which they are paid. */
  invoices: { invoiceId: string; number: string; reference: string | null; openCents: Cents }[];
}

export interface MatchFacts {
  /** With what is left of credit notes. */
  invoices: OpenItem[];
  accounts: KnownAccount[];
  plans: PlanToPay[];
}

/** Above this many open invoices of one debtor the oldest are looked at: sums over more prove nothing. */
const MOST_OF_DEBTOR = 100;
const MOST_BY_AMOUNT = 24;
/** Of a line that names an invoice of exactly its amount, it is enough to know whether another has that amount. */
const FEW_BY_AMOUNT = 2;

/** All that the lines may be about, in a handful of queries however many lines there are. */
export async function findMatchFacts(reader: Reader, lines: readonly LineToMatch[]): Promise<MatchFacts> {
  const keys = lines.map(lookupKeys);
  const ibans = distinct(keys.flatMap(({ iban }) => iban ?? []));
  const names = distinct(keys.flatMap(({ nameKey }) => nameKey ?? []));
  const amounts = distinct(keys.map(({ cents }) => cents).filter((cents) => cents > 0));
  const [named, accounts, namesakes] = await together([
    findNamed(reader, keys),
    reader.query<KnownAccount>(`select iban, debtor_id as "debtorId" from debtor_iban where organisation_id = $1 and iban = any($2::text[])`, [reader.organisationId, ibans]),
    reader.query<{ id: string }>("select subject_id as id from match_key where organisation_id = $1 and kind = 'name' and key = any($2::text[])", [reader.organisationId, names]),
  ]);
  const settled = amountsSettled(keys, named);
  const invoices = await reader.query<OpenItem>(FIND_INVOICES, [
    reader.organisationId, distinct(named.map(({ id }) => id)), distinct([...named, ...accounts].map(({ debtorId }) => debtorId).concat(namesakes.map(({ id }) => id))),
    amounts, amounts.map((cents) => (settled.has(cents) ? FEW_BY_AMOUNT : MOST_BY_AMOUNT)), MOST_OF_DEBTOR,
  ]);
  const debtorIds = distinct(invoices.map(({ debtorId }) => debtorId));
  const [plans, credits] = await together([findPlans(reader, debtorIds, amounts), reader.query<OpenItem>(FIND_CREDITS, [reader.organisationId, debtorIds])]);
  return { invoices: [...invoices, ...credits], accounts, plans };
}

export interface Named {
  kind: "reference" | "number";
  key: string;
  id: string;
  debtorId: string;
  /** Null of a credit note. */
  openCents: Cents | null;
}

/** The invoices that lines name by a reference or a number. Kept are the figures of a number; whether it is the one that is written, its own keys tell. */
export async function findNamed(reader: Reader, keys: readonly LookupKeys[]): Promise<Named[]> {
  const written = new Map<string, Set<string>>();
  for (const key of keys.flatMap(({ numbers }) => numbers)) {
    const figures = numberDigits(key);
    written.set(figures, (written.get(figures) ?? new Set()).add(key));
  }
  const rows = await reader.query<Named & { number: string }>(
    `select named.kind, named.key, named.subject_id as id, invoice.number, invoice.debtor_id as "debtorId", standing.open_cents as "openCents"
     from (select kind, key, subject_id from match_key where organisation_id = $1 and kind = 'reference' and key = any($2::text[])
       union all select kind, key, subject_id from match_key where organisation_id = $1 and kind = 'number' and key = any($3::text[])) named
     cross join lateral (select number, debtor_id from invoice where organisation_id = $1 and id = named.subject_id limit 1) invoice
     left join lateral (select open_cents from invoice_standing where organisation_id = $1 and invoice_id = named.subject_id limit 1) standing on true`,
    [reader.organisationId, distinct(keys.flatMap(({ references }) => references)), [...written.keys()]],
  );
  return rows.flatMap((row) => {
    if (row.kind === "reference") return [row];
    const asked = written.get(row.key);
    return invoiceNumberKeys(row.number).filter((key) => asked?.has(key)).map((key) => ({ ...row, key }));
  });
}

/** Amounts of which every line names an invoice that has exactly that open. */
function amountsSettled(keys: readonly LookupKeys[], named: readonly Named[]): Set<Cents> {
  const exact = new Set(named.map(({ kind, key, openCents }) => `${kind} ${key} ${openCents}`));
  const isNamed = ({ references, numbers, cents }: LookupKeys): boolean =>
    references.some((key) => exact.has(`reference ${key} ${cents}`)) || numbers.some((key) => exact.has(`number ${key} ${cents}`));
  const settled = new Set(keys.filter(isNamed).map(({ cents }) => cents));
  for (const one of keys) if (!isNamed(one)) settled.delete(one.cents);
  return settled;
}

function distinct<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}

/**
 * Invoices that are named, all open ones of the debtors that are named or known, and those of exactly the amount. Each is looked up by its
 * key (`limit 1` keeps it so): the planner would rather read a table whole, which grows with the administration.
 */
const FIND_INVOICES = `
  with wanted as (
    select unnest($2::uuid[]) as invoice_id
    union select standing.invoice_id from unnest($3::uuid[]) as known (debtor_id) cross join lateral (
      select invoice_id from invoice_standing where organisation_id = $1 and debtor_id = known.debtor_id and open_cents <> 0 order by due_on limit $6) standing
    union select standing.invoice_id from unnest($4::bigint[], $5::int[]) as amount (cents, most) cross join lateral (
      select invoice_id from invoice_standing where organisation_id = $1 and open_cents = amount.cents and open_cents <> 0 order by due_on limit amount.most) standing
  )
  select invoice.id, invoice.debtor_id as "debtorId", debtor.name as "debtorName", 'invoice' as kind, invoice.number,
    array_remove(array[invoice.payment_reference], null) as references, standing.open_cents as "openCents", invoice.due_on as "dueOn"
  from wanted
  cross join lateral (
    select id, debtor_id, number, payment_reference, due_on, kind from invoice where organisation_id = $1 and id = wanted.invoice_id limit 1) invoice
  cross join lateral (select open_cents from invoice_standing where organisation_id = $1 and invoice_id = wanted.invoice_id limit 1) standing
  cross join lateral (select name from debtor where organisation_id = $1 and id = invoice.debtor_id limit 1) debtor
  where invoice.kind = 'invoice'
  order by invoice.due_on, invoice.id`;

/** What is left of the credit notes of debtors that are in sight: a payer may have taken it off. */
const FIND_CREDITS = `
  select invoice.id, invoice.debtor_id as "debtorId", debtor.name as "debtorName", 'creditNote' as kind, invoice.number, left_over.cents as "openCents", invoice.due_on as "dueOn"
  from invoice
  join debtor on debtor.organisation_id = $1 and debtor.id = invoice.debtor_id
  cross join lateral (
    select -coalesce(sum(amount_cents), 0)::bigint as cents from posting where organisation_id = $1 and invoice_id = invoice.id and account = 'receivable') left_over
  where invoice.organisation_id = $1 and invoice.kind = 'credit-note' and invoice.debtor_id = any($2::uuid[]) and left_over.cents > 0
  order by invoice.due_on, invoice.id`;

/** Running plans of debtors that are in sight, and those with a term of exactly the amount. Mostly there are none, and what is told of one takes long to plan. */
async function findPlans(reader: Reader, debtorIds: readonly string[], amounts: readonly Cents[]): Promise<PlanToPay[]> {
  const found = await reader.query<{ id: string }>(
    `select id from plan where organisation_id = $1 and accepted_on is not null and ended_on is null and (
       debtor_id = any($2::uuid[]) or exists (select 1 from instalment where organisation_id = $1 and plan_id = plan.id and amount_cents = any($3::bigint[])))`,
    [reader.organisationId, debtorIds, amounts],
  );
  return found.length === 0 ? [] : reader.query<PlanToPay>(TELL_PLANS, [reader.organisationId, found.map(({ id }) => id)]);
}

const TELL_PLANS = `
  select plan.id, plan.debtor_id as "debtorId", debtor.name as "debtorName", plan.accepted_on as "acceptedOn", plan.proposed_by as "proposedBy",
    (plan.policy ->> 'graceDays')::int as "graceDays",
    (select json_agg(json_build_object('number', number, 'dueOn', due_on, 'cents', amount_cents) order by number) from instalment
     where organisation_id = $1 and plan_id = plan.id) as instalments,
    (select coalesce(json_agg(json_build_object('invoiceId', invoice.id, 'number', invoice.number, 'reference', invoice.payment_reference, 'openCents', standing.open_cents)
       order by invoice.due_on, invoice.id), '[]')
     from plan_invoice line
     join invoice on invoice.organisation_id = $1 and invoice.id = line.invoice_id
     join invoice_standing standing on standing.organisation_id = $1 and standing.invoice_id = line.invoice_id
     where line.organisation_id = $1 and line.plan_id = plan.id) as invoices,
    coalesce((select json_agg(json_build_object('receivedOn', day, 'cents', cents)) from (
      select entry.value_on as day, -sum(posting.amount_cents) as cents
      from plan_invoice line
      join posting on posting.organisation_id = $1 and posting.invoice_id = line.invoice_id and posting.account = 'receivable'
      join ledger_entry entry on entry.organisation_id = $1 and entry.id = posting.entry_id and entry.kind = 'allocation' and entry.value_on >= plan.accepted_on
      where line.organisation_id = $1 and line.plan_id = plan.id
        and not exists (select 1 from ledger_entry reversal where reversal.organisation_id = $1 and reversal.reverses_id = entry.id)
      group by entry.value_on) money), '[]') as payments
  from plan join debtor on debtor.organisation_id = $1 and debtor.id = plan.debtor_id
  where plan.organisation_id = $1 and plan.id = any($2::uuid[])
  order by plan.id`;

/** Locks what is open of invoices, in the order of the house, and tells it as it now is. */
export async function lockOpenCents(reader: Reader, invoiceIds: readonly string[]): Promise<Map<string, Cents>> {
  const rows = await reader.query<{ id: string; openCents: Cents }>(
    `select invoice_id as id, open_cents as "openCents" from invoice_standing where organisation_id = $1 and invoice_id = any($2::uuid[]) order by invoice_id for update`,
    [reader.organisationId, invoiceIds],
  );
  return new Map(rows.map(({ id, openCents }) => [id, openCents]));
}

/** Our own accounts: money between them is no payment. */
export async function listOwnIbans(reader: Reader): Promise<string[]> {
  const rows = await reader.query<{ iban: string }>(
    "select iban from organisation where id = $1 union select account from statement where organisation_id = $1", [reader.organisationId]);
  return rows.map(({ iban }) => iban);
}
