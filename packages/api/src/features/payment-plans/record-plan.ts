import { addBusinessDays, MAX_PLAN_INSTALMENTS, planFaults, Refusal, sum, type Cents, type PlainDate, type PlanFault } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";
import type { LockedInvoice } from "../calls/open-invoices.queries";
import type { PlanPolicyRow } from "../organisations/organisation.queries";

export interface NewInstalment {
  readonly dueOn: PlainDate;
  readonly cents: Cents;
}

/**
 * Where a proposal lies outside the policy: what a human may still say yes to.
 *
 * Refuses what nobody can accept: NOTHING_OPEN, AMOUNT_NOT_POSITIVE, AMOUNT_DIFFERS with what is open now, INPUT_INVALID for the days.
 */
export function policyFaults(invoices: readonly LockedInvoice[], instalments: readonly NewInstalment[], policy: PlanPolicyRow, today: PlainDate): PlanFault[] {
  const openCents = sum(invoices.map((invoice) => invoice.openCents));
  if (openCents === 0) throw new Refusal("NOTHING_OPEN");
  if (instalments.length > MAX_PLAN_INSTALMENTS) throw new Refusal("INPUT_INVALID", { fields: [`instalments: at most ${MAX_PLAN_INSTALMENTS}`] });
  const faults = planFaults({ total: openCents, instalments }, policy, today);
  const broken = faults.find(({ acceptable }) => !acceptable);
  if (!broken) return faults;
  if (broken.rule === "notPositive") throw new Refusal("AMOUNT_NOT_POSITIVE", { cents: broken.was });
  if (broken.rule === "sumDiffers") throw new Refusal("AMOUNT_DIFFERS", { openCents, plannedCents: broken.was });
  throw new Refusal("INPUT_INVALID", { fields: [`instalments: ${broken.rule}`] });
}

/** Writes a plan with its terms and invoices; nothing changes for the debtor until it is accepted (I-55). */
export async function recordPlan(
  tx: Tx,
  plan: {
    debtorId: string; proposedBy: "debtor" | "staff"; invoices: readonly LockedInvoice[]; instalments: readonly NewInstalment[]; policy: PlanPolicyRow;
    outside: readonly string[]; answerInDays: number; note?: string; today: PlainDate;
  },
): Promise<{ planId: string; answerBy: PlainDate }> {
  const { debtorId, proposedBy, instalments, today } = plan;
  const invoices = plan.invoices.filter(({ openCents }) => openCents > 0);
  const planId = newId();
  const answerBy = addBusinessDays(today, plan.answerInDays);
  await tx.query(
    `insert into plan (organisation_id, id, debtor_id, proposed_by, proposed_by_staff, proposed_on, answer_by, total_cents, policy, outside, note)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      tx.organisationId, planId, debtorId, proposedBy, tx.actor.kind === "staff" ? tx.actor.id : null, today, answerBy, sum(instalments.map(({ cents }) => cents)),
      JSON.stringify(plan.policy), plan.outside, plan.note ?? null,
    ],
  );
  await tx.query(
    `insert into instalment (organisation_id, id, plan_id, number, due_on, amount_cents)
     select $1, id, $2, number, due_on, cents from unnest($3::uuid[], $4::int[], $5::date[], $6::bigint[]) as term (id, number, due_on, cents)`,
    [tx.organisationId, planId, instalments.map(() => newId()), instalments.map((_, index) => index + 1), instalments.map(({ dueOn }) => dueOn), instalments.map(({ cents }) => cents)],
  );
  await tx.query(
    `insert into plan_invoice (organisation_id, id, plan_id, invoice_id, open_cents)
     select $1, id, $2, invoice_id, cents from unnest($3::uuid[], $4::uuid[], $5::bigint[]) as line (id, invoice_id, cents)`,
    [tx.organisationId, planId, invoices.map(() => newId()), invoices.map(({ invoiceId }) => invoiceId), invoices.map(({ openCents }) => openCents)],
  );
  await audit(tx, { action: proposedBy === "debtor" ? "propose-plan" : "offer-plan", subject: "plan", subjectId: planId, after: { instalments, outside: plan.outside } });
  return { planId, answerBy };
}

/** What was proposed or offered before and not answered makes way for what is on the table now. */
export async function replaceUnanswered(tx: Tx, debtorId: string, today: PlainDate): Promise<void> {
  const replaced = await tx.query<{ id: string }>(
    `update plan set ended_on = $3, ended_because = 'cancelled', end_reason = 'replaced by a newer one', version = version + 1
     where organisation_id = $1 and debtor_id = $2 and accepted_on is null and declined_on is null and ended_on is null returning id`,
    [tx.organisationId, debtorId, today],
  );
  for (const { id } of replaced) await audit(tx, { action: "cancel-plan", subject: "plan", subjectId: id, after: { reason: "replaced" } });
}
