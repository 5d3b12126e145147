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
  /** Kinds and instalments of what was said about this plan, or asked of a person to say: "instalment-coming:2". */
  told: string[];
  /** How its debtor can be told: by mail, else by post; null when we know no address that works. */
  route: "mail" | "letter" | null;
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
             where message.organisation_id = $1 and message.debtor_id = plan.debtor_id and message.facts ->> 'planId' = plan.id::text and message.state <> 'cancelled'
             union all
             select asked.after ->> 'told' from audit asked where asked.organisation_id = $1 and asked.subject_kind = 'plan' and asked.subject_id = plan.id and asked.action = 'ask-to-tell') as told,
       (select case when addressed.mail is not null and not exists (select 1 from contact_fault fault where fault.organisation_id = $1 and fault.debtor_id = debtor.id and fault.channel = 'mail'
               and lower(fault.address) = lower(addressed.mail) and fault.resolved_at is null) then 'mail'
             when debtor.street is not null and debtor.postal_code is not null and debtor.city is not null and not exists (select 1 from contact_fault fault
               where fault.organisation_id = $1 and fault.debtor_id = debtor.id and fault.channel = 'letter' and fault.resolved_at is null) then 'letter' end
        from debtor cross join lateral (select coalesce(debtor.email, (select email from contact where organisation_id = $1 and debtor_id = debtor.id and email is not null
          order by is_primary desc, name limit 1)) as mail) addressed where debtor.organisation_id = $1 and debtor.id = plan.debtor_id) as route
     from plan where plan.organisation_id = $1 and plan.accepted_on is not null and plan.ended_on is null and ($2::uuid is null or plan.id = $2)
     order by plan.id for update of plan`,
    [reader.organisationId, planId ?? null],
  );
}
