import { Refusal, sum, type PlainDate } from "@tegemoet/domain";
import type { Tx } from "../../platform/database/transaction";
import { lockDebtor, lockInvoices } from "../calls/open-invoices.queries";
import { queueMessage } from "../communications/queue-message";
import { findOrganisation } from "../organisations/organisation.queries";
import { makeAgreement, sendAgreementWith } from "../promises/make-agreement";
import { hasRunningPlan } from "../promises/promise-of-invoice.queries";
import { policyFaults, recordPlan, replaceUnanswered, type NewInstalment } from "./record-plan";

/** A debtor gets at least this many business days to answer an offer of ours. */
const OFFER_DAYS = 5;

/**
 * Staff offer terms, often what was just agreed by telephone. The debtor gets the sentence by mail and accepts it with "klopt".
 *
 * Refuses with NOT_FOUND, NOTHING_OPEN, PLAN_EXISTS, AMOUNT_DIFFERS and the like, PLAN_OUTSIDE_POLICY for who may not go outside it.
 */
export async function offerPlan(
  tx: Tx,
  { debtorId, invoiceIds, instalments, note, mayGoOutside, today }: {
    debtorId: string; invoiceIds: readonly string[]; instalments: readonly NewInstalment[]; note?: string; mayGoOutside: boolean; today: PlainDate;
  },
): Promise<{ planId: string }> {
  const debtor = await lockDebtor(tx, debtorId);
  const invoices = (await lockInvoices(tx, debtorId, invoiceIds)).filter(({ openCents }) => openCents > 0);
  const { planPolicy: policy } = await findOrganisation(tx);
  const outside = policyFaults(invoices, instalments, policy, today).map(({ rule }) => rule);
  if (outside.length > 0 && !mayGoOutside) throw new Refusal("PLAN_OUTSIDE_POLICY", { rules: outside });
  if (await hasRunningPlan(tx, invoices.map(({ invoiceId }) => invoiceId))) throw new Refusal("PLAN_EXISTS");
  await replaceUnanswered(tx, debtorId, today);
  const { planId } = await recordPlan(tx, {
    debtorId, proposedBy: "staff", invoices, instalments, policy, outside, answerInDays: Math.max(policy.answerWithinDays, OFFER_DAYS), note, today,
  });
  const { agreementId } = await makeAgreement(tx, {
    debtorId, language: debtor.language, amountCents: sum(instalments.map(({ cents }) => cents)), byDay: instalments[0]?.dueOn ?? today,
    invoiceNumbers: invoices.map(({ number }) => number), instalments, planId, today,
  });
  if (debtor.email) {
    const { messageId } = await queueMessage(tx, {
      debtorId, kind: "plan-offered", channel: "mail", invoices: invoices.map(({ invoiceId, openCents }) => ({ invoiceId, openCents })), sendAfter: tx.now,
      facts: { planId, agreementId }, byRequest: true,
    });
    await sendAgreementWith(tx, { agreementId, messageId });
  }
  return { planId };
}
