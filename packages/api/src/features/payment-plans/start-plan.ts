import { Refusal, sum, type PlainDate } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { lockInvoices } from "../calls/open-invoices.queries";
import { queueMessage } from "../communications/queue-message";
import { cancelPromises } from "../promises/cancel-promise";
import { findStandingPromise } from "../promises/promise-of-invoice.queries";
import type { PlanRow } from "./plan.queries";

/**
 * Lets an agreed plan begin: its invoices are fixed now and wait for its terms from here on (I-51). A promise for the same money makes
 * way. The debtor is locked by the caller.
 *
 * Refuses with AMOUNT_DIFFERS when something was paid or credited since it was proposed, PLAN_OFFER_ENDED when its first day has
 * passed, PLAN_EXISTS when an invoice is in another running plan.
 *
 * @param by "policy" when no human was needed (I-55), "staff" or "debtor".
 */
export async function startPlan(tx: Tx, { plan, by, today }: { plan: Pick<PlanRow, "id" | "debtorId" | "invoiceIds" | "instalments" | "caseId">; by: "policy" | "staff" | "debtor"; today: PlainDate }): Promise<void> {
  const invoices = await lockInvoices(tx, plan.debtorId, plan.invoiceIds);
  const openCents = sum(invoices.map((invoice) => invoice.openCents));
  const plannedCents = sum(plan.instalments.map(({ cents }) => cents));
  if (openCents !== plannedCents) throw new Refusal("AMOUNT_DIFFERS", { openCents, plannedCents });
  const firstOn = plan.instalments[0]?.dueOn ?? today;
  if (firstOn < today) throw new Refusal("PLAN_OFFER_ENDED", { firstOn });
  const running = await tx.first("select 1 from plan_invoice where organisation_id = $1 and invoice_id = any($2::uuid[]) and active limit 1", [tx.organisationId, plan.invoiceIds]);
  if (running) throw new Refusal("PLAN_EXISTS");
  await tx.query(
    "update plan set accepted_on = $3, accepted_by = $4, accepted_by_staff = $5, version = version + 1 where organisation_id = $1 and id = $2",
    [tx.organisationId, plan.id, today, by, by === "staff" && tx.actor.kind === "staff" ? tx.actor.id : null],
  );
  await tx.query(
    `update plan_invoice line set active = true, open_cents = standing.open_cents from invoice_standing standing
     where line.organisation_id = $1 and line.plan_id = $2 and standing.organisation_id = line.organisation_id and standing.invoice_id = line.invoice_id`,
    [tx.organisationId, plan.id],
  );
  for (let promise = await findStandingPromise(tx, plan.invoiceIds); promise; promise = await findStandingPromise(tx, plan.invoiceIds)) {
    await cancelPromises(tx, { promiseIds: [promise.promiseId], reason: "a plan took its place", today });
  }
  await audit(tx, { action: "accept-plan", subject: "plan", subjectId: plan.id, after: { by, rule: by === "policy" ? "within the plan policy" : undefined } });
  if (await hasMailAddress(tx, plan.debtorId)) {
    await queueMessage(tx, {
      debtorId: plan.debtorId, caseId: plan.caseId ?? undefined, kind: "plan-accepted", channel: "mail", invoices: invoices.map(({ invoiceId, openCents: cents }) => ({ invoiceId, openCents: cents })),
      sendAfter: tx.now, facts: { planId: plan.id }, byRequest: true,
    });
  }
}

/** Whether there is an address to mail to; without one the word goes by telephone. */
export async function hasMailAddress(tx: Tx, debtorId: string): Promise<boolean> {
  return (await tx.first("select 1 from debtor where organisation_id = $1 and id = $2 and email is not null", [tx.organisationId, debtorId])) !== undefined;
}
