import { planStanding, type PlainDate, type PlanStanding } from "@tegemoet/domain";
import type { Reader, Tx } from "../../platform/database/transaction";

interface PlanFactsRow {
  id: string;
  debtorId: string;
  debtorName: string;
  caseId: string | null;
  proposedBy: "debtor" | "staff";
  proposedOn: PlainDate;
  answerBy: PlainDate;
  acceptedOn: PlainDate | null;
  declinedOn: PlainDate | null;
  endedOn: PlainDate | null;
  endedBecause: "finished" | "broken" | "cancelled" | null;
  graceDays: number;
  outside: string[];
  note: string | null;
  instalments: { number: number; dueOn: PlainDate; cents: number }[];
  invoiceIds: string[];
  invoiceNumbers: string[];
  payments: { receivedOn: PlainDate; cents: number }[];
}

/** A plan with how it stands on a day. */
export interface PlanRow extends PlanFactsRow {
  standing: PlanStanding;
}

const SELECT = `
  select plan.id, plan.debtor_id as "debtorId", debtor.name as "debtorName", plan.proposed_by as "proposedBy", plan.proposed_on as "proposedOn",
    plan.answer_by as "answerBy", plan.accepted_on as "acceptedOn", plan.declined_on as "declinedOn", plan.ended_on as "endedOn", plan.ended_because as "endedBecause",
    (plan.policy ->> 'graceDays')::int as "graceDays", plan.outside, plan.note,
    (select id from collection_case where organisation_id = $1 and debtor_id = plan.debtor_id and closed_on is null) as "caseId",
    (select json_agg(json_build_object('number', number, 'dueOn', due_on, 'cents', amount_cents) order by number) from instalment
     where organisation_id = $1 and plan_id = plan.id) as instalments,
    array(select invoice_id from plan_invoice where organisation_id = $1 and plan_id = plan.id order by invoice_id) as "invoiceIds",
    array(select invoice.number from plan_invoice line join invoice on invoice.organisation_id = line.organisation_id and invoice.id = line.invoice_id
          where line.organisation_id = $1 and line.plan_id = plan.id order by invoice.due_on, invoice.number) as "invoiceNumbers",
    coalesce((select json_agg(json_build_object('receivedOn', day, 'cents', cents)) from (
      select entry.value_on as day, -sum(posting.amount_cents) as cents
      from plan_invoice line
      join posting on posting.organisation_id = line.organisation_id and posting.invoice_id = line.invoice_id and posting.account = 'receivable'
      join ledger_entry entry on entry.organisation_id = posting.organisation_id and entry.id = posting.entry_id and entry.kind = 'allocation'
        and entry.value_on >= plan.accepted_on and entry.value_on <= coalesce(plan.ended_on, 'infinity'::date)
      where line.organisation_id = $1 and line.plan_id = plan.id
        and not exists (select 1 from ledger_entry reversal where reversal.organisation_id = $1 and reversal.reverses_id = entry.id)
      group by entry.value_on) money), '[]') as payments
  from plan join debtor on debtor.organisation_id = plan.organisation_id and debtor.id = plan.debtor_id`;

function withStanding(row: PlanFactsRow, today: PlainDate): PlanRow {
  const facts = {
    proposedBy: row.proposedBy, instalments: row.instalments, graceDays: row.graceDays, acceptedOn: row.acceptedOn, declinedOn: row.declinedOn,
    // Only an offer of ours lapses; a proposal waits for our answer however late we are.
    offerEndsOn: row.proposedBy === "staff" ? row.answerBy : null,
    cancelledOn: row.endedBecause === "cancelled" ? row.endedOn : null,
  };
  return { ...row, standing: planStanding(facts, row.payments, row.endedOn && row.endedOn < today ? row.endedOn : today) };
}

/** Plans with how they stand, those that wait for an answer first, then the newest. */
export async function listPlanRows(reader: Reader, { debtorId }: { debtorId?: string }, today: PlainDate): Promise<PlanRow[]> {
  const rows = await reader.query<PlanFactsRow>(
    `${SELECT} where plan.organisation_id = $1 and ($2::uuid is null or plan.debtor_id = $2)
     order by (plan.accepted_on is null and plan.declined_on is null and plan.ended_on is null) desc, plan.proposed_on desc, plan.id desc limit 500`,
    [reader.organisationId, debtorId ?? null],
  );
  return rows.map((row) => withStanding(row, today));
}

/** One plan. */
export async function findPlan(reader: Reader, planId: string, today: PlainDate): Promise<PlanRow | undefined> {
  const row = await reader.first<PlanFactsRow>(`${SELECT} where plan.organisation_id = $1 and plan.id = $2`, [reader.organisationId, planId]);
  return row && withStanding(row, today);
}

/** The same, locked: of two people who decide, the second waits and sees what the first did. */
export async function lockPlan(tx: Tx, planId: string, today: PlainDate): Promise<PlanRow | undefined> {
  // The debtor first (lock order of the house), then the plan.
  const found = await tx.first("select 1 from debtor where organisation_id = $1 and id = (select debtor_id from plan where organisation_id = $1 and id = $2) for update", [tx.organisationId, planId]);
  return found ? findPlan(tx, planId, today) : undefined;
}
