import { behaviour, payerHistory, type DebtorKind, type LadderChoiceFacts, type LadderRisk, type PaidInvoice, type PlainDate } from "@tegemoet/domain";
import type { Reader } from "../../platform/database/transaction";

interface Row {
  debtorId: string;
  ladderId: string | null;
  kind: DebtorKind;
  language: "nl" | "en";
  segment: string | null;
  openCents: number;
  paid: PaidInvoice[] | null;
  risks: LadderRisk[];
}

/** What the rules look at of one debtor, and the ladder that a person put them on, if any. */
export interface DebtorLadderFacts extends LadderChoiceFacts {
  readonly debtorId: string;
  readonly ladderId: string | null;
}

/** How long a broken agreement or money taken back counts, in days. */
const RISK_DAYS = 365;

// The last twelve invoices of a debtor that were paid, with the day the last of the money came.
const PAID = `(select json_agg(json_build_object('dueOn', last.due_on, 'paidOn', last.paid_on)) from (
    select standing.due_on, max(entry.value_on) as paid_on
    from invoice_standing standing
    join posting on posting.organisation_id = $1 and posting.invoice_id = standing.invoice_id and posting.account = 'receivable' and posting.amount_cents < 0
    join ledger_entry entry on entry.organisation_id = $1 and entry.id = posting.entry_id and entry.kind = 'allocation' and entry.value_on <= $3
    where standing.organisation_id = $1 and standing.debtor_id = debtor.id and standing.open_cents = 0
      and not exists (select 1 from ledger_entry reversal where reversal.organisation_id = $1 and reversal.reverses_id = entry.id)
    group by standing.invoice_id, standing.due_on order by paid_on desc limit 12) last)`;

const BROKEN = `exists (select 1 from plan where plan.organisation_id = $1 and plan.debtor_id = debtor.id and plan.ended_because = 'broken' and plan.ended_on > $3::date - ${RISK_DAYS})
    or exists (select 1 from call_task task where task.organisation_id = $1 and task.debtor_id = debtor.id and task.reason = 'promise-broken' and task.created_at > $3::date - ${RISK_DAYS})`;

const CHARGED_BACK = `exists (select 1 from payment
    join posting on posting.organisation_id = $1 and posting.payment_id = payment.id
    join ledger_entry entry on entry.organisation_id = $1 and entry.id = posting.entry_id and entry.kind = 'chargeback' and entry.value_on between $3::date - ${RISK_DAYS} and $3
    where payment.organisation_id = $1 and payment.debtor_id = debtor.id
      and not exists (select 1 from ledger_entry reversal where reversal.organisation_id = $1 and reversal.reverses_id = entry.id))`;

/**
 * What the rules look at for some debtors, hundreds a query. How they paid is only read `withBehaviour`, when a rule asks for it
 * (asksBehaviour of the domain); without it everybody counts as new and without risk.
 */
export async function listDebtorLadderFacts(
  reader: Pick<Reader, "organisationId" | "query">, debtorIds: readonly string[], today: PlainDate, withBehaviour: boolean,
): Promise<DebtorLadderFacts[]> {
  if (debtorIds.length === 0) return [];
  const rows = await reader.query<Row>(
    `select debtor.id as "debtorId", debtor.ladder_id as "ladderId", debtor.kind, debtor.language, debtor.segment,
       coalesce((select sum(standing.open_cents) from invoice_standing standing
         where standing.organisation_id = $1 and standing.debtor_id = debtor.id and standing.open_cents <> 0), 0)::bigint as "openCents",
       ${withBehaviour ? PAID : "null::json"} as paid,
       ${withBehaviour
    ? `array_remove(array[case when ${BROKEN} then 'broken-agreement' end, case when ${CHARGED_BACK} then 'charged-back' end], null)`
    : "array[]::text[]"} as risks
     from debtor where debtor.organisation_id = $1 and debtor.id = any($2::uuid[]) and $3::date is not null`,
    [reader.organisationId, debtorIds, today],
  );
  return rows.map(({ paid, ...row }) => ({ ...row, history: payerHistory(behaviour(paid ?? []).averageDaysLate) }));
}
