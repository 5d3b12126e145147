import type { PlainDate } from "@tegemoet/domain";
import type { Reader } from "../../platform/database/transaction";

export interface RunningPlanRow {
  id: string;
  debtorId: string;
  caseId: string | null;
  proposedBy: "debtor" | "staff";
  acceptedOn: PlainDate;
  graceDays: number;
  instalments: { number: number; dueOn: PlainDate; cents: number }[];
  payments: { receivedOn: PlainDate; cents: number }[];
  invoices: { invoiceId: string; openCents: number }[];
  /** Kinds and instalments of the mails that this plan had: "instalment-coming:2". */
  told: string[];
}

/** Plans that run, with their money since they were accepted. */
export function listRunningPlans(reader: Reader, planId?: string): Promise<RunningPlanRow[]> {
  return reader.query<RunningPlanRow>(
    `select plan.id, plan.debtor_id as "debtorId", plan.proposed_by as "proposedBy", plan.accepted_on as "acceptedOn", (plan.policy ->> 'graceDays')::int as "graceDays",
       (select id from collection_case where organisation_id = $1 and debtor_id = plan.debtor_id and closed_on is null) as "caseId",
       (select json_agg(json_build_object('number', number, 'dueOn', due_on, 'cents', amount_cents) order by number) from instalment
        where organisation_id = $1 and plan_id = plan.id) as instalments,
       coalesce((select json_agg(json_build_object('invoiceId', line.invoice_id, 'openCents', standing.open_cents)) from plan_invoice line
         join invoice_standing standing on standing.organisation_id = line.organisation_id and standing.invoice_id = line.invoice_id
         where line.organisation_id = $1 and line.plan_id = plan.id), '[]') as invoices,
       coalesce((select json_agg(json_build_object('receivedOn', day, 'cents', cents)) from (
         select entry.value_on as day, -sum(posting.amount_cents) as cents
         from plan_invoice line
         join posting on posting.organisation_id = line.organisation_id and posting.invoice_id = line.invoice_id and posting.account = 'receivable'
         join ledger_entry entry on entry.organisation_id = posting.organisation_id and entry.id = posting.entry_id and entry.kind = 'allocation' and entry.value_on >= plan.accepted_on
         where line.organisation_id = $1 and line.plan_id = plan.id
           and not exists (select 1 from ledger_entry reversal where reversal.organisation_id = $1 and reversal.reverses_id = entry.id)
         group by entry.value_on) money), '[]') as payments,
       array(select message.kind || ':' || coalesce(message.facts ->> 'instalment', '') from message
             where message.organisation_id = $1 and message.debtor_id = plan.debtor_id and message.facts ->> 'planId' = plan.id::text and message.state <> 'cancelled') as told
     from plan where plan.organisation_id = $1 and plan.accepted_on is not null and plan.ended_on is null and ($2::uuid is null or plan.id = $2)
     order by plan.id for update of plan`,
    [reader.organisationId, planId ?? null],
  );
}
