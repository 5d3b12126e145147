import { imputePayment, Refusal, type Cents, type ImputationOrder, type ImputedAllocation, type OpenClaim, type PlainDate } from "@tegemoet/domain";
import { dayOf } from "../../platform/clock";
import type { Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";
import { bookEntries, type NewEntry } from "../ledger/book-entry";
import { bookInterest } from "../ledger/book-interest";
import { correctInterest } from "../ledger/correct-interest";
import { findOrganisation } from "../organisations/organisation.queries";
import { findClaimedInterest, lockOpenClaims, type ClaimOfDebtor } from "./open-claim.queries";

/** Money of a payment that looks for invoices, in the order in which they were named. */
export interface MoneyToAllocate {
  readonly paymentId: string;
  /** What the payment still has, cents. */
  readonly left: Cents;
  readonly receivedOn: PlainDate;
  readonly allocations: readonly { readonly invoiceId: string; readonly cents: Cents }[];
}

/** Allocates what is left of one payment; see {@link allocatePayments}. */
export async function allocatePayment(tx: Tx, money: MoneyToAllocate): Promise<ImputedAllocation[]> {
  return (await allocatePayments(tx, [money])).get(money.paymentId) ?? [];
}

/**
 * Allocates what is left of payments to invoices, in the order of the payments: the second finds what the first left. Each allocation
 * is an entry of its own, so that it can be undone. The invoices are locked first, and interest that was asked for is booked up to the
 * day of payment before anything is divided.
 *
 * Refuses with NOT_FOUND for an invoice that isn't this organisation's.
 *
 * @param receipts Entries to book before these, such as the money coming in: in the same statements.
 * @returns What each payment paid, by its id.
 */
export async function allocatePayments(tx: Tx, moneys: readonly MoneyToAllocate[], receipts: readonly NewEntry[] = []): Promise<Map<string, ImputedAllocation[]>> {
  const wanting = moneys.filter(({ left }) => left > 0);
  const invoiceIds = invoicesOf(wanting);
  let claims = await lockOpenClaims(tx, invoiceIds);
  if (claims.size !== invoiceIds.length) throw new Refusal("NOT_FOUND");
  const claimed = await findClaimedInterest(tx, invoiceIds);
  const { imputationOrder } = await findOrganisation(tx);
  const bookedOn = dayOf(tx.now);
  const parts = new Map<string, ImputedAllocation[]>();
  let entries = [...receipts];
  for (const round of roundsOf(wanting, claimed)) {
    if (round.bearing.length > 0) {
      await bookEntries(tx, entries);
      entries = [];
      await claimInterest(tx, round.bearing, bookedOn);
      claims = await lockOpenClaims(tx, invoiceIds);
    }
    for (const money of round.moneys) {
      const imputed = impute(money, claims, imputationOrder);
      parts.set(money.paymentId, imputed.flatMap(({ paid }) => paid));
      for (const { claim, paid } of imputed) entries.push(allocationOf(money, claim, paid, bookedOn));
    }
  }
  await bookEntries(tx, entries);
  await correctInterest(tx, [...claimed]);
  return parts;
}

interface Round {
  readonly moneys: MoneyToAllocate[];
  /** The invoices whose interest was asked for before, with the day up to which it goes on. */
  readonly bearing: { readonly id: string; readonly until: PlainDate }[];
}

/**
 * Payments that can be imputed together. Interest of an invoice hangs on the day of payment and on what was paid before, so of two
 * payments of an invoice whose interest was claimed, the second waits for a round of its own; nearly always there is one round.
 */
function roundsOf(moneys: readonly MoneyToAllocate[], claimed: ReadonlySet<string>): Round[] {
  const rounds: Round[] = [];
  for (const money of moneys) {
    const bearing = invoicesOf([money]).flatMap((id) => (claimed.has(id) ? [{ id, until: money.receivedOn }] : []));
    const last = rounds.at(-1);
    if (!last || last.bearing.some(({ id }) => bearing.some((one) => one.id === id))) rounds.push({ moneys: [money], bearing });
    else {
      last.moneys.push(money);
      last.bearing.push(...bearing);
    }
  }
  return rounds;
}

async function claimInterest(tx: Tx, bearing: Round["bearing"], bookedOn: PlainDate): Promise<void> {
  for (const until of new Set(bearing.map((one) => one.until))) {
    const invoiceIds = bearing.filter((one) => one.until === until).map(({ id }) => id);
    await bookInterest(tx, { invoiceIds, until, bookedOn, onlyClaimed: true });
  }
}

/** Divides one payment over the invoices it names, and takes it off what is open for the next. */
function impute({ left, receivedOn, allocations }: MoneyToAllocate, claims: ReadonlyMap<string, ClaimOfDebtor>, order: ImputationOrder): { claim: ClaimOfDebtor; paid: ImputedAllocation[] }[] {
  let rest = left;
  return allocations.flatMap(({ invoiceId, cents }) => {
    const claim = claims.get(invoiceId);
    const amount = claim ? Math.min(cents, openOf(claim), rest) : 0;
    if (!claim || amount <= 0) return [];
    const { allocations: paid } = imputePayment({ amount, claims: [claim], designation: [invoiceId], order, on: receivedOn });
    for (const { part, amount: off } of paid) claim[part] -= off;
    rest -= amount;
    return [{ claim, paid }];
  });
}

function allocationOf({ paymentId, receivedOn }: MoneyToAllocate, { id: invoiceId, debtorId }: ClaimOfDebtor, paid: readonly ImputedAllocation[], bookedOn: PlainDate): NewEntry {
  return {
    kind: "allocation", bookedOn, valueOn: receivedOn, reference: `allocation:${paymentId}:${invoiceId}:${newId()}`, reason: paid[0]?.article,
    postings: paid.flatMap(({ part, amount }) => [
      { account: "unallocated" as const, debtorId, paymentId, cents: amount },
      { account: "receivable" as const, part, debtorId, invoiceId, paymentId, cents: -amount },
    ]),
  };
}

function openOf({ costs, interest, principal }: OpenClaim): Cents {
  return costs + interest + principal;
}

function invoicesOf(moneys: readonly MoneyToAllocate[]): string[] {
  return [...new Set(moneys.flatMap(({ allocations }) => allocations.flatMap(({ invoiceId, cents }) => (cents > 0 ? [invoiceId] : []))))].sort();
}
