import { Refusal, type Cents, type PlainDate } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import { dayOf } from "../../platform/clock";
import type { Tx } from "../../platform/database/transaction";
import { requiredText } from "../../platform/graphql/text";
import { bookEntry, type EntryKind, type NewPosting } from "./book-entry";

/** What a person may take back. Invoices, money and payouts have ways of their own: a credit note, an undone match. */
export const REVERSIBLE: readonly EntryKind[] = ["allocation", "refund", "waiver", "write-off", "costs", "interest"];

interface Found {
  kind: EntryKind;
  valueOn: PlainDate;
  reversed: boolean;
  postings: NewPosting[];
}

/**
 * Takes one entry back, once, by an entry of the same day that is its mirror. The entry itself stays.
 *
 * Refuses with NOT_FOUND (also for kinds that aren't taken back this way), CONFLICT when it was taken back already, AMOUNT_ABOVE_OPEN when
 * costs or interest were paid or waived since, and INPUT_INVALID (no reason).
 *
 * @returns The id of the reversal.
 */
export async function reverseEntry(tx: Tx, { entryId, reason }: { entryId: string; reason: string }): Promise<string> {
  const because = requiredText("reason", reason, 500);
  const entry = await findEntry(tx, entryId);
  if (!entry || !REVERSIBLE.includes(entry.kind)) throw new Refusal("NOT_FOUND");
  if (entry.reversed) throw new Refusal("CONFLICT", { entry: entryId });
  const postings = entry.postings.map((posting) => ({ ...posting, cents: -posting.cents }));
  await holdAgainstOpen(tx, postings);
  const reversalId = await bookEntry(tx, {
    kind: "reversal", bookedOn: dayOf(tx.now), valueOn: entry.valueOn, reference: `reversal:${entryId}`, reversesId: entryId, reason: because, postings,
  });
  await audit(tx, { action: "reverse-entry", subject: "ledger-entry", subjectId: entryId, before: { kind: entry.kind }, after: { reason: because, reversalId } });
  return reversalId;
}

function findEntry(tx: Tx, entryId: string): Promise<Found | undefined> {
  return tx.first<Found>(
    `select entry.kind, entry.value_on as "valueOn",
       exists (select 1 from ledger_entry reversal where reversal.organisation_id = $1 and reversal.reverses_id = entry.id) as reversed,
       json_agg(json_strip_nulls(json_build_object('account', posting.account, 'part', posting.part, 'debtorId', posting.debtor_id, 'invoiceId', posting.invoice_id,
         'paymentId', posting.payment_id, 'cents', posting.amount_cents)) order by posting.id) as postings
     from ledger_entry entry join posting on posting.organisation_id = entry.organisation_id and posting.entry_id = entry.id
     where entry.organisation_id = $1 and entry.id = $2 group by entry.id, entry.organisation_id, entry.kind, entry.value_on`,
    [tx.organisationId, entryId],
  );
}

/** What would fall below zero was used since: paid, waived or set off. That is to be undone first. */
async function holdAgainstOpen(tx: Tx, postings: readonly NewPosting[]): Promise<void> {
  const invoiceIds = [...new Set(postings.flatMap(({ account, invoiceId }) => (account === "receivable" && invoiceId ? [invoiceId] : [])))].sort();
  if (invoiceIds.length === 0) return;
  const open = await tx.query<{ id: string; principal: Cents; interest: Cents; costs: Cents }>(
    `select invoice_id as id, principal_cents as principal, interest_cents as interest, costs_cents as costs from invoice_standing
     where organisation_id = $1 and invoice_id = any($2::uuid[]) order by invoice_id for update`,
    [tx.organisationId, invoiceIds],
  );
  for (const { account, invoiceId, part, cents } of postings) {
    const standing = open.find(({ id }) => id === invoiceId);
    if (account !== "receivable" || cents >= 0 || !part || !standing) continue;
    if (-cents > standing[part]) throw new Refusal("AMOUNT_ABOVE_OPEN", { amount: -cents, open: standing[part], part });
  }
}
