import { Refusal, type PlainDate } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import { dayOf } from "../../platform/clock";
import type { Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";

export interface NewHold {
  /** Without debtor and invoice: the whole organisation. */
  readonly debtorId?: string;
  readonly invoiceId?: string;
  readonly kind: "pause" | "paid-claim" | "hardship" | "brake" | "never";
  readonly stops?: "reminders" | "everything";
  readonly reason: string;
  /** The last day on which it holds; without it until somebody lifts it. */
  readonly until?: PlainDate;
  /** When a human looks at it again. */
  readonly reviewOn?: PlainDate;
  readonly via?: "staff" | "portal" | "call" | "reply";
  readonly facts?: Readonly<Record<string, unknown>>;
}

/**
 * Stops the ladder for an invoice, a debtor or everybody. What is queued is looked at again at the moment it would leave, so the hold
 * wins from this transaction on.
 *
 * Refuses with NOT_FOUND for an invoice that isn't this debtor's, INPUT_INVALID for an end in the past.
 */
export async function placeHold(tx: Tx, hold: NewHold): Promise<{ holdId: string }> {
  const today = dayOf(tx.now);
  if (hold.until !== undefined && hold.until < today) throw new Refusal("INPUT_INVALID", { fields: ["until: today or later"] });
  let { debtorId } = hold;
  if (hold.invoiceId) {
    const invoice = await tx.first<{ debtorId: string }>(
      `select debtor_id as "debtorId" from invoice where organisation_id = $1 and id = $2`, [tx.organisationId, hold.invoiceId]);
    if (!invoice || (debtorId !== undefined && debtorId !== invoice.debtorId)) throw new Refusal("NOT_FOUND");
    debtorId = invoice.debtorId;
  } else if (debtorId) {
    const known = await tx.first("select 1 from debtor where organisation_id = $1 and id = $2 for update", [tx.organisationId, debtorId]);
    if (!known) throw new Refusal("NOT_FOUND");
  }
  const holdId = newId();
  const scope = hold.invoiceId ? "invoice" : debtorId ? "debtor" : "organisation";
  await tx.query(
    `insert into hold (organisation_id, id, scope, debtor_id, invoice_id, kind, stops, reason, from_day, until_day, review_on, facts, placed_by, placed_via, placed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      tx.organisationId, holdId, scope, debtorId ?? null, hold.invoiceId ?? null, hold.kind, hold.stops ?? "everything", hold.reason, today,
      hold.until ?? null, hold.reviewOn ?? null, JSON.stringify(hold.facts ?? {}), tx.actor.kind === "staff" ? tx.actor.id : null, hold.via ?? "staff", tx.now,
    ],
  );
  await audit(tx, { action: "place-hold", subject: scope, subjectId: hold.invoiceId ?? debtorId, after: { kind: hold.kind, reason: hold.reason, until: hold.until } });
  return { holdId };
}
