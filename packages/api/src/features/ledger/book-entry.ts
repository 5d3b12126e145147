import { Refusal, type Cents, type PlainDate } from "@tegemoet/domain";
import type { Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";

export type Account = "receivable" | "revenue" | "interest-income" | "costs-income" | "bank" | "psp" | "unallocated" | "written-off" | "waived";
export type ClaimPart = "principal" | "interest" | "costs";
export type EntryKind =
  | "invoice" | "credit-note" | "payment" | "allocation" | "refund" | "chargeback" | "costs" | "interest" | "waiver" | "write-off" | "reversal" | "payout";

export interface NewPosting {
  readonly account: Account;
  readonly part?: ClaimPart;
  readonly debtorId?: string;
  readonly invoiceId?: string;
  readonly paymentId?: string;
  /** Debit positive, credit negative. */
  readonly cents: Cents;
}

export interface NewEntry {
  readonly kind: EntryKind;
  readonly bookedOn: PlainDate;
  /** The day that counts for interest: of a payment, the day the money came. */
  readonly valueOn: PlainDate;
  /** What this entry is of; booking the same fact twice is refused by the database. */
  readonly reference: string;
  readonly postings: readonly NewPosting[];
  readonly reason?: string;
  readonly reversesId?: string;
}

/**
 * Books one entry: append-only, in balance, once. What is open of each invoice and payment follows in the same statement.
 *
 * Refuses with CONFLICT when an entry of this reference stands already.
 *
 * @returns The id of the entry.
 * @throws RangeError when debit and credit differ: that is a fault of ours, never of an input.
 */
export async function bookEntry(tx: Tx, entry: NewEntry): Promise<string> {
  const postings = entry.postings.filter(({ cents }) => cents !== 0);
  const difference = postings.reduce((sum, { cents }) => sum + cents, 0);
  if (difference !== 0 || postings.length === 0) throw new RangeError(`entry ${entry.reference} differs by ${difference} cents`);
  const id = newId();
  const inserted = await tx.query<{ id: string }>(
    `insert into ledger_entry (organisation_id, id, kind, booked_on, value_on, reference, reverses_id, reason, booked_by, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict on constraint one_entry_per_fact do nothing returning id`,
    [
      tx.organisationId, id, entry.kind, entry.bookedOn, entry.valueOn, entry.reference, entry.reversesId ?? null, entry.reason ?? null,
      tx.actor.kind === "staff" ? tx.actor.id : null, tx.now,
    ],
  );
  if (inserted.length === 0) throw new Refusal("CONFLICT", { reference: entry.reference });
  await tx.query(
    `insert into posting (organisation_id, id, entry_id, account, part, debtor_id, invoice_id, payment_id, amount_cents)
     select $1, id, $2, account, part, debtor_id, invoice_id, payment_id, cents
     from unnest($3::uuid[], $4::text[], $5::text[], $6::uuid[], $7::uuid[], $8::uuid[], $9::bigint[])
       as line (id, account, part, debtor_id, invoice_id, payment_id, cents)`,
    [
      tx.organisationId, id,
      postings.map(() => newId()),
      postings.map(({ account }) => account),
      postings.map(({ part }) => part ?? null),
      postings.map(({ debtorId }) => debtorId ?? null),
      postings.map(({ invoiceId }) => invoiceId ?? null),
      postings.map(({ paymentId }) => paymentId ?? null),
      postings.map(({ cents }) => cents),
    ],
  );
  return id;
}
