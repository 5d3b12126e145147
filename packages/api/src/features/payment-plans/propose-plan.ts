import { Refusal, type PlainDate } from "@tegemoet/domain";
import type { Tx } from "../../platform/database/transaction";
import { findOpenCaseId, lockDebtor, lockInvoices } from "../calls/open-invoices.queries";
import { findOrganisation } from "../organisations/organisation.queries";
import { hasRunningPlan } from "../promises/promise-of-invoice.queries";
import { policyFaults, recordPlan, replaceUnanswered, type NewInstalment } from "./record-plan";
import { startPlan } from "./start-plan";

/**
 * A debtor proposes to pay all that is open in terms. Within the policy the answer is yes at once, recorded as given by the policy;
 * else somebody answers within the days that the policy promises, and nothing changes until then (I-55).
 *
 * Refuses with NOTHING_OPEN, PLAN_EXISTS, AMOUNT_NOT_POSITIVE, AMOUNT_DIFFERS, INPUT_INVALID.
 */
export async function proposePlan(
  tx: Tx, { debtorId, instalments, note, today }: { debtorId: string; instalments: readonly NewInstalment[]; note?: string; today: PlainDate },
): Promise<{ planId: string; accepted: boolean; answerBy: PlainDate }> {
  await lockDebtor(tx, debtorId);
  const invoices = await lockInvoices(tx, debtorId);
  const { planPolicy: policy } = await findOrganisation(tx);
  const outside = policyFaults(invoices, instalments, policy, today).map(({ rule }) => rule);
  const invoiceIds = invoices.map(({ invoiceId }) => invoiceId);
  if (await hasRunningPlan(tx, invoiceIds)) throw new Refusal("PLAN_EXISTS");
  await replaceUnanswered(tx, debtorId, today);
  const { planId, answerBy } = await recordPlan(tx, {
    debtorId, proposedBy: "debtor", invoices, instalments, policy, outside, answerInDays: policy.answerWithinDays, note, today,
  });
  const accepted = outside.length === 0;
  if (accepted) {
    const terms = instalments.map(({ dueOn, cents }, index) => ({ number: index + 1, dueOn, cents }));
    await startPlan(tx, { plan: { id: planId, debtorId, invoiceIds, instalments: terms, caseId: (await findOpenCaseId(tx, debtorId)) ?? null }, by: "policy", today });
  }
  return { planId, accepted, answerBy };
}
