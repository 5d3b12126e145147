import {
  DEFAULT_SELF_CHECK_POLICY, failedChecks, isAnswerable, lookupKeys, mailDomain, probablyMeantDomain, selfCheck, withAnswers,
  type Channel, type InvoiceDelivery, type PlainDate, type SelfCheckFacts, type SelfCheckResult,
} from "@tegemoet/domain";
import { anyOf } from "../../platform/database/any-of";
import type { Reader } from "../../platform/database/transaction";
import { together } from "../../platform/together";
import { listSelfCheckAnswers } from "./self-check-answer.queries";

/** How a step reaches the debtor, as far as that changes what is looked at. */
export type StepRoute = "mail" | "letter" | "both";

/** By which way a step would go: the letters of the law by post as well, and all of who has no mail address. */
export function routeOf(channel: Channel, email: string | null): StepRoute {
  return channel === "letter" || !email ? "letter" : channel === "mail-and-letter" ? "both" : "mail";
}

interface Row {
  invoiceId: string;
  debtorId: string;
  issuedOn: PlainDate;
  dueOn: PlainDate;
  performedOn: PlainDate | null;
  totalCents: number;
  /** All lines together, VAT included, and how many they are; null when there are none. */
  linesCents: number | null;
  lineCount: number | null;
  mailTo: string | null;
  postalAddress: boolean;
  otherAddresses: string[];
  addressBouncedOn: PlainDate | null;
  postReturnedOn: PlainDate | null;
  agreedTermDays: number | null;
  largestOtherCents: number | null;
  openCreditCents: number;
  unmatchedReceiptCents: number;
  bankCoveredUntil: PlainDate | null;
  bankFreshDays: number;
  toleranceCents: number;
}

/** Below this an amount isn't held against what is usual, and with fewer invoices than this nothing is usual yet. */
const WORTH_COMPARING_CENTS = 100_000;
const ENOUGH_TO_BE_USUAL = 3;
/** A receipt that nobody could place for so long is somebody else's. */
const RECEIPT_DAYS = 120;

/**
 * Looks at our own work before anybody is reminded: what was sent, where to, what came back, whether days and amounts can be right, and
 * whether all the money is looked at.
 *
 * @param routes How the reminder of an invoice would go; by mail where it isn't said.
 * @returns For each invoice all twelve checks, each with what it looked at.
 */
export async function checkOurselves(
  reader: Reader, invoiceIds: readonly string[], today: PlainDate, routes: ReadonlyMap<string, StepRoute> = new Map(),
): Promise<Map<string, SelfCheckResult[]>> {
  if (invoiceIds.length === 0) return new Map();
  const named = await receiptsByName(reader, today);
  const [rows, deliveries] = await together([
    reader.query<Row>(FACTS, [reader.organisationId, invoiceIds, today, named.map(({ lineId }) => lineId), named.map(({ debtorId }) => debtorId)]),
    deliveriesOf(reader, invoiceIds),
  ]);
  const proven = await provenAddresses(reader, rows);
  const checks = new Map(rows.map((row) => [row.invoiceId, checkRow(row, {
    today, route: routes.get(row.invoiceId) ?? "mail", deliveries: deliveries.get(row.invoiceId) ?? [], addressProven: proven.has(row.debtorId),
  })]));
  const answers = await listSelfCheckAnswers(reader, [...checks].flatMap(([invoiceId, results]) => (results.some(isAnswerable) ? [invoiceId] : [])));
  for (const [invoiceId, answered] of answers) checks.set(invoiceId, withAnswers(checks.get(invoiceId) ?? [], answered));
  return checks;
}

const WAITING = `bank_match match join bank_line line on line.organisation_id = $1 and line.id = match.bank_line_id
    where match.organisation_id = $1 and match.undone_at is null and match.state in ('proposed', 'unknown') and line.amount_cents > 0`;

/** Debtors of one name so many that it says nothing about whose money it is. */
const MOST_NAMESAKES = 3;

/** Receipts without a place whose payer is called as one of the debtors is. */
async function receiptsByName(reader: Reader, today: PlainDate): Promise<{ lineId: string; debtorId: string }[]> {
  const lines = await reader.query<{ id: string; name: string; cents: number; bookedOn: PlainDate }>(
    `select line.id, line.counterparty_name as name, line.amount_cents as cents, line.booked_on as "bookedOn" from ${WAITING}
       and match.state = 'unknown' and line.counterparty_name is not null and line.booked_on >= $2::date - ${RECEIPT_DAYS}`,
    [reader.organisationId, today],
  );
  if (lines.length === 0) return [];
  const keyed = lines.flatMap((line) => {
    const { nameKey } = lookupKeys(line);
    return nameKey ? [{ lineId: line.id, nameKey }] : [];
  });
  const namesakes = await reader.query<{ key: string; debtorIds: string[] }>(
    `select key, array_agg(subject_id) as "debtorIds" from match_key where organisation_id = $1 and kind = 'name' and key = any($2::text[])
     group by key having count(*) <= ${MOST_NAMESAKES}`,
    [reader.organisationId, [...new Set(keyed.map(({ nameKey }) => nameKey))]],
  );
  const byKey = new Map(namesakes.map(({ key, debtorIds }) => [key, debtorIds]));
  return keyed.flatMap(({ lineId, nameKey }) => (byKey.get(nameKey) ?? []).map((debtorId) => ({ lineId, debtorId })));
}

/**
 * The facts of some invoices, each table read once for all of them. Bank data counts as far as the account goes that our invoices name;
 * a receipt may be a debtor's when it names one of the invoices, came from an account of theirs or by their name, or was proposed as theirs.
 */
const FACTS = `
  with wanted as materialized (
    select id, debtor_id, number, payment_reference, issued_on, due_on, performed_on, total_cents from invoice where organisation_id = $1 and id = any($2::uuid[])
  ), who as materialized (
    select distinct debtor_id as id from wanted
  ), loose as materialized (
    select line.id, line.amount_cents, line.counterparty_iban as iban, line.reference, line.remittance, match.state, match.candidates
    from ${WAITING}
      and line.booked_on >= $3::date - ${RECEIPT_DAYS}
  ), receipts as (
    select debtor_id, sum(amount_cents)::bigint as cents from (
      select (candidate ->> 'debtorId')::uuid as debtor_id, loose.id, loose.amount_cents from loose cross join lateral jsonb_array_elements(loose.candidates) candidate
      union select known.debtor_id, loose.id, loose.amount_cents from loose join debtor_iban known on known.organisation_id = $1 and known.iban = loose.iban
      union select named.debtor_id, loose.id, loose.amount_cents from unnest($4::uuid[], $5::uuid[]) as named (line_id, debtor_id) join loose on loose.id = named.line_id
      union select wanted.debtor_id, loose.id, loose.amount_cents from loose join wanted on loose.state = 'unknown'
        and (loose.reference = wanted.payment_reference or (length(wanted.number) >= 5 and position(wanted.number in loose.remittance) > 0))
    ) maybe group by debtor_id
  ), unplaced as (
    select payment.debtor_id, sum(standing.unallocated_cents)::bigint as cents
    from payment_standing standing join payment on payment.organisation_id = $1 and payment.id = standing.payment_id
    where standing.organisation_id = $1 and standing.unallocated_cents > 0 and payment.debtor_id in (select id from who) group by payment.debtor_id
  ), credits as (
    select note.debtor_id, -sum(posting.amount_cents)::bigint as cents
    from invoice note join posting on posting.organisation_id = $1 and posting.invoice_id = note.id and posting.account = 'receivable'
    where note.organisation_id = $1 and note.kind = 'credit-note' and note.debtor_id in (select id from who) group by note.debtor_id
  ), faults as (
    select fault.debtor_id, max((found_at at time zone 'Europe/Amsterdam')::date) filter (where channel = 'mail' and lower(fault.address) = lower(debtor.email)) as mail_on,
      max((found_at at time zone 'Europe/Amsterdam')::date) filter (where channel = 'letter') as post_on
    from contact_fault fault join debtor on debtor.organisation_id = $1 and debtor.id = fault.debtor_id
    where fault.organisation_id = $1 and fault.resolved_at is null and fault.debtor_id in (select id from who) group by fault.debtor_id
  ), people as (
    select debtor_id, array_agg(distinct email) as mails from contact
    where organisation_id = $1 and email is not null and debtor_id in (select id from who) group by debtor_id
  ), lines as (
    select invoice_id, sum(amount_cents + (amount_cents * coalesce(vat_basis_points, 0) + case when amount_cents < 0 then -5000 else 5000 end) / 10000)::bigint as cents, count(*)::int as number
    from invoice_line
    where organisation_id = $1 and invoice_id = any($2::uuid[]) group by invoice_id
  )
  select wanted.id as "invoiceId", wanted.debtor_id as "debtorId", wanted.issued_on as "issuedOn", wanted.due_on as "dueOn", wanted.performed_on as "performedOn",
    wanted.total_cents as "totalCents", lines.cents as "linesCents", lines.number as "lineCount",
    debtor.email as "mailTo", (debtor.street is not null and debtor.postal_code is not null and debtor.city is not null) as "postalAddress",
    coalesce(people.mails, '{}') as "otherAddresses", faults.mail_on as "addressBouncedOn", faults.post_on as "postReturnedOn", debtor.agreed_term_days as "agreedTermDays",
    usual.cents as "largestOtherCents", coalesce(credits.cents, 0) as "openCreditCents", coalesce(unplaced.cents, 0) + coalesce(receipts.cents, 0) as "unmatchedReceiptCents",
    bank.until_day as "bankCoveredUntil", organisation.bank_fresh_days as "bankFreshDays", organisation.tolerance_cents as "toleranceCents"
  from wanted
  join debtor on debtor.organisation_id = $1 and debtor.id = wanted.debtor_id
  join organisation on organisation.id = $1
  left join lines on lines.invoice_id = wanted.id
  left join people on people.debtor_id = wanted.debtor_id
  left join faults on faults.debtor_id = wanted.debtor_id
  left join credits on credits.debtor_id = wanted.debtor_id
  left join unplaced on unplaced.debtor_id = wanted.debtor_id
  left join receipts on receipts.debtor_id = wanted.debtor_id
  cross join (select coalesce(max(until_day) filter (where account = (select iban from organisation where id = $1)), max(until_day)) as until_day
    from statement where organisation_id = $1) bank
  left join lateral (
    select case when count(*) >= ${ENOUGH_TO_BE_USUAL} then max(other.total_cents) end as cents from invoice other
    where other.organisation_id = $1 and other.debtor_id = wanted.debtor_id and other.kind = 'invoice' and other.id <> wanted.id
      and wanted.total_cents >= ${WORTH_COMPARING_CENTS}
  ) usual on true`;

/** How some invoices were sent, in the order in which they were. By itself: put together for each invoice by PostgreSQL, it took half the time of all the facts. */
async function deliveriesOf(reader: Reader, invoiceIds: readonly string[]): Promise<Map<string, InvoiceDelivery[]>> {
  const rows = await reader.query<InvoiceDelivery & { invoiceId: string }>(
    `select invoice_id as "invoiceId", case channel when 'unknown' then 'source' else channel end as channel, address, (sent_at at time zone 'Europe/Amsterdam')::date as "sentOn",
       (delivered_at at time zone 'Europe/Amsterdam')::date as "deliveredOn", (bounced_at at time zone 'Europe/Amsterdam')::date as "bouncedOn"
     from invoice_delivery where organisation_id = $1 and invoice_id = ${anyOf("$2")} and sent_at is not null order by sent_at`,
    [reader.organisationId, invoiceIds],
  );
  const deliveries = new Map<string, InvoiceDelivery[]>();
  for (const delivery of rows) {
    const others = deliveries.get(delivery.invoiceId);
    if (others) others.push(delivery);
    else deliveries.set(delivery.invoiceId, [delivery]);
  }
  return deliveries;
}

/** Debtors whose address looks like a slip of a colleague's, and was reached before: then it is none. The others aren't asked about. */
async function provenAddresses(reader: Reader, rows: readonly Row[]): Promise<ReadonlySet<string>> {
  const doubted = rows.filter(({ mailTo, otherAddresses }) => {
    const domain = mailTo === null ? null : mailDomain(mailTo);
    return domain !== null && probablyMeantDomain(domain, domainsOf(otherAddresses)) !== null;
  });
  if (doubted.length === 0) return new Set();
  const proven = await reader.query<{ id: string }>(
    `select debtor.id from debtor where organisation_id = $1 and id = any($2::uuid[]) and (
       exists (select 1 from message where message.organisation_id = $1 and message.debtor_id = debtor.id and lower(message.to_address) = lower(debtor.email) and message.delivered_at is not null)
       or exists (select 1 from invoice join invoice_delivery delivery on delivery.organisation_id = $1 and delivery.invoice_id = invoice.id
         where invoice.organisation_id = $1 and invoice.debtor_id = debtor.id and lower(delivery.address) = lower(debtor.email) and delivery.delivered_at is not null))`,
    [reader.organisationId, doubted.map(({ debtorId }) => debtorId)],
  );
  return new Set(proven.map(({ id }) => id));
}

function domainsOf(addresses: readonly string[]): string[] {
  return addresses.flatMap((address) => mailDomain(address) ?? []);
}

function checkRow(
  row: Row, { today, route, deliveries, addressProven }: { today: PlainDate; route: StepRoute; deliveries: readonly InvoiceDelivery[]; addressProven: boolean },
): SelfCheckResult[] {
  // VAT is rounded on the invoice and not by line: what a cent or two differs stands apart from the lines.
  const difference = row.linesCents === null ? 0 : row.totalCents - row.linesCents;
  const rounding = Math.abs(difference) <= Math.max(2, row.lineCount ?? 0) ? difference : 0;
  // Written out: a row of so many columns copied with a spread takes several times as long, hundreds of thousands of times a night.
  const facts: Required<SelfCheckFacts> = {
    issuedOn: row.issuedOn, dueOn: row.dueOn, performedOn: row.performedOn, agreedTermDays: row.agreedTermDays,
    total: row.totalCents, lineCents: row.linesCents === null ? null : [row.linesCents], otherCents: rounding, largestOtherCents: row.largestOtherCents,
    deliveries, mailTo: route === "letter" ? null : row.mailTo, byPost: route !== "mail", postalAddress: row.postalAddress,
    otherAddresses: row.otherAddresses, addressProven, addressBouncedOn: row.addressBouncedOn, postReturnedOn: row.postReturnedOn,
    openCreditCents: row.openCreditCents, unmatchedReceiptCents: row.unmatchedReceiptCents, bankCoveredUntil: row.bankCoveredUntil,
  };
  return selfCheck(facts, today, { ...DEFAULT_SELF_CHECK_POLICY, bankMaxAgeDays: row.bankFreshDays, toleranceCents: row.toleranceCents });
}

/** Of each invoice the checks that failed, where any did. */
export function faultsOf(checks: ReadonlyMap<string, readonly SelfCheckResult[]>): Map<string, readonly string[]> {
  return new Map([...checks].map(([invoiceId, results]): [string, readonly string[]] => [invoiceId, failedChecks(results)]).filter(([, failed]) => failed.length > 0));
}
