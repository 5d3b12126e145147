import { Refusal, type PlainDate } from "@tegemoet/domain";
import { auditAll } from "../../platform/audit";
import { dayOf } from "../../platform/clock";
import type { Tx } from "../../platform/database/transaction";
import { requiredText } from "../../platform/graphql/text";
import { bookEntries, type NewEntry } from "../ledger/book-entry";
import { listAllocations, reversalOf, type StandingAllocation } from "./allocation.queries";
import { findChargeBacks, lockAllocated, lockPayments } from "./payment.queries";

export interface ChargeBack {
  readonly paymentId: string;
  readonly on: PlainDate;
  /** In the words of the bank or of a person: "AM04 onvoldoende saldo". */
  readonly reason: string;
}

/**
 * The bank or the provider took a payment back: what it paid is open again, part by part, from the day of the charge-back. While we had
 * the money its principal bore no interest. A second call changes nothing, so the same news twice is harmless.
 *
 * Refuses with NOT_FOUND, INPUT_INVALID (a day before the money came, no reason), and CONFLICT for a payment that was never booked, was
 * reversed, or of which a part was refunded: then a person looks first.
 *
 * @returns The ids of the invoices that are open again.
 */
export async function chargeBack(tx: Tx, charge: ChargeBack): Promise<string[]> {
  return (await chargeBackAll(tx, [charge])).get(charge.paymentId) ?? [];
}

/** Does so for many payments in as many statements as for one; of each the invoices that are open again. */
export async function chargeBackAll(tx: Tx, charges: readonly ChargeBack[]): Promise<Map<string, string[]>> {
  const reopened = new Map<string, string[]>();
  if (charges.length === 0) return reopened;
  const paymentIds = charges.map(({ paymentId }) => paymentId);
  await lockAllocated(tx, paymentIds);
  const payments = await lockPayments(tx, paymentIds);
  const before = await findChargeBacks(tx, paymentIds);
  const allocations = await listAllocations(tx, paymentIds);
  const entries: NewEntry[] = [];
  const bookedOn = dayOf(tx.now);
  for (const { paymentId, on, reason } of charges) {
    const because = requiredText("reason", reason, 500);
    const payment = payments.get(paymentId);
    if (!payment) throw new Refusal("NOT_FOUND");
    if (on < payment.receivedOn) throw new Refusal("INPUT_INVALID", { fields: [`on: from ${payment.receivedOn}`] });
    const known = before.get(paymentId) ?? { times: 0, stands: false };
    if (known.stands) continue;
    const own = allocations.filter((allocation) => allocation.paymentId === paymentId);
    const gone = payment.amountCents - payment.unallocatedCents - allocatedOf(own);
    if (gone !== 0) throw new Refusal("CONFLICT", { refunded: gone });
    reopened.set(paymentId, [...new Set(own.flatMap(({ postings }) => postings.flatMap(({ invoiceId }) => invoiceId ?? [])))]);
    const debtorId = payment.debtorId ?? undefined;
    entries.push(...own.map((allocation) => reversalOf({ ...allocation, valueOn: on }, { reason: because, bookedOn })), {
      kind: "chargeback", bookedOn, valueOn: on, reference: `chargeback:${paymentId}${known.times > 0 ? `:${known.times + 1}` : ""}`, reason: because,
      postings: [
        { account: "unallocated", debtorId, paymentId, cents: payment.amountCents },
        { account: payment.source === "psp" ? "psp" : "bank", debtorId, paymentId, cents: -payment.amountCents },
      ],
    });
  }
  await bookEntries(tx, entries);
  await auditAll(tx, charges.filter(({ paymentId }) => reopened.has(paymentId)).map(({ paymentId, on, reason }) => ({
    action: "charge-back", subject: "payment", subjectId: paymentId, after: { amountCents: payments.get(paymentId)?.amountCents, on, reason: reason.trim(), invoiceIds: reopened.get(paymentId) },
  })));
  return reopened;
}

function allocatedOf(allocations: readonly StandingAllocation[]): number {
  return allocations.flatMap(({ postings }) => postings).reduce((sum, { account, cents }) => sum - (account === "unallocated" ? cents : 0), 0);
}
