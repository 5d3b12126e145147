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
  const [id] = await bookEntries(tx, [entry]);
  return id as string;
}

/**
 * Books many entries in two statements, as {@link bookEntry} does one: all of them or, when one is refused, none.
 *
 * Refuses with CONFLICT, naming the references that stand already.
 *
 * @returns Their ids, in the order of the entries.
 * @throws RangeError when debit and credit of one differ.
 */
export async function bookEntries(tx: Tx, entries: readonly NewEntry[]): Promise<string[]> {
  if (entries.length === 0) return [];
  const made = entries.map((entry) => ({ ...entry, id: newId(), postings: inBalance(entry) }));
  const inserted = await tx.query<{ reference: string }>(
    `insert into ledger_entry (organisation_id, id, kind, booked_on, value_on, reference, reverses_id, reason, booked_by, created_at)
     select $1, id, kind, booked_on, value_on, reference, reverses_id, reason, $2, $3
     from unnest($4::uuid[], $5::text[], $6::date[], $7::date[], $8::text[], $9::uuid[], $10::text[])
       as entry (id, kind, booked_on, value_on, reference, reverses_id, reason)
     on conflict on constraint one_entry_per_fact do nothing returning reference`,
    [
      tx.organisationId, tx.actor.kind === "staff" ? tx.actor.id : null, tx.now,
      made.map(({ id }) => id), made.map(({ kind }) => kind), made.map(({ bookedOn }) => bookedOn), made.map(({ valueOn }) => valueOn),
      made.map(({ reference }) => reference), made.map(({ reversesId }) => reversesId ?? null), made.map(({ reason }) => reason ?? null),
    ],
  );
  if (inserted.length < made.length) throw new Refusal("CONFLICT", { reference: refusedReferences(made, inserted) });
  const lines = made.flatMap(({ id, postings }) => postings.map((posting) => ({ ...posting, entryId: id })));
  await tx.query(
    `insert into posting (organisation_id, id, entry_id, account, part, debtor_id, invoice_id, payment_id, amount_cents)
     select $1, id, entry_id, account, part, debtor_id, invoice_id, payment_id, cents
     from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::uuid[], $7::uuid[], $8::uuid[], $9::bigint[])
       as line (id, entry_id, account, part, debtor_id, invoice_id, payment_id, cents)`,
    [
      tx.organisationId, lines.map(() => newId()), lines.map(({ entryId }) => entryId), lines.map(({ account }) => account),
      lines.map(({ part }) => part ?? null), lines.map(({ debtorId }) => debtorId ?? null), lines.map(({ invoiceId }) => invoiceId ?? null),
      lines.map(({ paymentId }) => paymentId ?? null), lines.map(({ cents }) => cents),
    ],
  );
  return made.map(({ id }) => id);
}

function inBalance({ reference, postings }: NewEntry): NewPosting[] {
  const counted = postings.filter(({ cents }) => cents !== 0);
  const difference = counted.reduce((sum, { cents }) => sum + cents, 0);
  if (difference !== 0 || counted.length === 0) throw new RangeError(`entry ${reference} differs by ${difference} cents`);
  return counted;
}

function refusedReferences(wanted: readonly NewEntry[], inserted: readonly { reference: string }[]): string {
  const taken = new Set(inserted.map(({ reference }) => reference));
  const refused = wanted.filter(({ reference }) => !taken.has(reference)).map(({ reference }) => reference);
  return (refused.length > 0 ? refused : wanted.map(({ reference }) => reference)).slice(0, 5).join(", ");
}
