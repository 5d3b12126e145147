import type { Cents, PlainDate } from "@tegemoet/domain";
import type { Reader } from "../../platform/database/transaction";
import { KEY_PREFIX } from "./demo-debtors";

const DEMO_DEBTOR = (column: string): string =>
  `join debtor on debtor.organisation_id = $1 and debtor.id = ${column} and debtor.external_key like '${KEY_PREFIX}%'`;

/** Bank lines with one likely owner, a day old at least, as far as what they would pay is still open; the rest of the money stays with that owner. */
export async function listProposedLines(reader: Reader, today: PlainDate): Promise<{ lineId: string; invoices: { invoiceId: string; cents: Cents }[] }[]> {
  return reader.query<{ lineId: string; invoices: { invoiceId: string; cents: Cents }[] }>(
    `select line.id as "lineId", json_agg(json_build_object('invoiceId', standing.invoice_id, 'cents', least((part ->> 'cents')::bigint, standing.open_cents)) order by standing.due_on) as invoices
     from bank_match match
     join bank_line line on line.organisation_id = $1 and line.id = match.bank_line_id
     cross join lateral jsonb_array_elements(match.candidates -> 0 -> 'invoices') as part
     join invoice_standing standing on standing.organisation_id = $1 and standing.invoice_id = (part ->> 'invoiceId')::uuid and standing.open_cents > 0
     where match.organisation_id = $1 and match.undone_at is null and match.state = 'proposed' and line.booked_on < $2 and line.amount_cents > 0 and (part ->> 'cents')::bigint > 0
     group by line.id, line.booked_on order by line.booked_on, line.id`,
    [reader.organisationId, today],
  );
}

/** What debtors proposed and nobody answered. */
export function listPlansToDecide(reader: Reader): Promise<{ id: string; proposedOn: PlainDate; terms: number }[]> {
  return reader.query(
    `select plan.id, plan.proposed_on as "proposedOn", (select count(*) from instalment where organisation_id = $1 and plan_id = plan.id)::int as terms from plan
     ${DEMO_DEBTOR("plan.debtor_id")}
     where plan.organisation_id = $1 and plan.proposed_by = 'debtor' and plan.accepted_on is null and plan.declined_on is null and plan.ended_on is null order by plan.proposed_on, debtor.external_key`,
    [reader.organisationId],
  );
}

export function listUnreadReplies(reader: Reader): Promise<{ id: string }[]> {
  return reader.query(
    `select inbound_message.id from inbound_message ${DEMO_DEBTOR("inbound_message.debtor_id")}
     where inbound_message.organisation_id = $1 and read_at is null and inbound_message.kind <> 'bounce' order by received_at`, [reader.organisationId]);
}

/** "I paid already", with what is still open of that debtor. */
export function listPaidClaims(reader: Reader): Promise<{ id: string; placedOn: PlainDate; openCents: Cents }[]> {
  return reader.query(
    `select hold.id, hold.from_day as "placedOn", coalesce((select sum(open_cents) from invoice_standing where organisation_id = $1 and debtor_id = debtor.id and due_on < hold.from_day), 0)::bigint as "openCents"
     from hold ${DEMO_DEBTOR("hold.debtor_id")} where hold.organisation_id = $1 and hold.kind = 'paid-claim' and hold.lifted_at is null order by hold.placed_at, hold.id`,
    [reader.organisationId],
  );
}

/** Cases whose ladder says hand over, since a day or longer, and nobody proposed it yet. */
export function listReadyForAgency(reader: Reader, since: PlainDate): Promise<{ caseId: string }[]> {
  return reader.query(
    `select distinct cases.id as "caseId", cases.number from step_taken taken
     join invoice on invoice.organisation_id = $1 and invoice.id = taken.invoice_id
     join invoice_standing standing on standing.organisation_id = $1 and standing.invoice_id = invoice.id and standing.open_cents > 0
     ${DEMO_DEBTOR("invoice.debtor_id")}
     join collection_case cases on cases.organisation_id = $1 and cases.debtor_id = debtor.id and cases.closed_on is null
     where taken.organisation_id = $1 and taken.step_key = 'hand-over' and taken.skipped_reason is null and taken.taken_on <= $2
       and not exists (select 1 from hand_over where organisation_id = $1 and case_id = cases.id and rejected_at is null and declined_at is null and recalled_at is null and closed_at is null)
     order by cases.number`,
    [reader.organisationId, since],
  );
}

export function listHandOversToApprove(reader: Reader): Promise<{ id: string; proposedOn: PlainDate }[]> {
  return reader.query(
    `select hand_over.id, (proposed_at at time zone 'Europe/Amsterdam')::date as "proposedOn" from hand_over ${DEMO_DEBTOR("hand_over.debtor_id")}
     where hand_over.organisation_id = $1 and approved_at is null and rejected_at is null and recalled_at is null and hand_over.closed_at is null order by proposed_at`,
    [reader.organisationId],
  );
}

/** Debtors who can't pay and whose review has come, with what is open. */
export function listHardshipToReview(reader: Reader, today: PlainDate): Promise<{ id: string; debtorId: string; invoices: { invoiceId: string; openCents: Cents }[] }[]> {
  return reader.query(
    `select hold.id, debtor.id as "debtorId", coalesce((select json_agg(json_build_object('invoiceId', invoice_id, 'openCents', open_cents) order by due_on, invoice_id) from invoice_standing
       where organisation_id = $1 and debtor_id = debtor.id and open_cents > 0), '[]') as invoices
     from hold ${DEMO_DEBTOR("hold.debtor_id")}
     where hold.organisation_id = $1 and hold.kind = 'hardship' and hold.lifted_at is null and hold.review_on <= $2 order by hold.placed_at, hold.id`,
    [reader.organisationId, today],
  );
}

export interface DisputeToDecide {
  /** That credit this invoice already. */
  creditNotes: number;
  id: string;
  key: string;
  debtorId: string;
  number: string;
  raisedOn: PlainDate;
  openCents: Cents;
}

export function listDisputesToDecide(reader: Reader): Promise<DisputeToDecide[]> {
  return reader.query(
    `select dispute.id, debtor.external_key as key, debtor.id as "debtorId", invoice.number, dispute.raised_on as "raisedOn", standing.open_cents as "openCents",
       (select count(*) from invoice note where note.organisation_id = $1 and note.credits_invoice_id = invoice.id)::int as "creditNotes"
     from dispute ${DEMO_DEBTOR("dispute.debtor_id")} join invoice on invoice.organisation_id = $1 and invoice.id = dispute.invoice_id
     join invoice_standing standing on standing.organisation_id = $1 and standing.invoice_id = invoice.id
     where dispute.organisation_id = $1 and dispute.decided_on is null order by dispute.raised_on, invoice.number`,
    [reader.organisationId],
  );
}
