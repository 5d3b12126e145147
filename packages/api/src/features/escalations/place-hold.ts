import { Refusal, type HoldKind, type PlainDate } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import { dayOf } from "../../platform/clock";
import type { Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";
import { findStaff } from "../users/staff-session.queries";

/** What a hold is about: the narrowest that is named; nothing named is the whole organisation. */
export interface HoldSubject {
  readonly debtorId?: string;
  readonly invoiceId?: string;
  /** All of one case, and nothing of the debtor's when that case has closed. */
  readonly caseId?: string;
  /** Everybody in a segment, today and later. */
  readonly segment?: string;
}

export interface NewHold extends HoldSubject {
  /** An unread reply holds by itself and is never placed. */
  readonly kind: Exclude<HoldKind, "reply">;
  readonly stops?: "reminders" | "everything";
  readonly reason: string;
  /** The last day on which it holds; without it until somebody lifts it. */
  readonly until?: PlainDate;
  /** When a human looks at it again. */
  readonly reviewOn?: PlainDate;
  /** Who looks after it. */
  readonly ownerId?: string;
  readonly via?: "staff" | "portal" | "call" | "reply";
  readonly facts?: Readonly<Record<string, unknown>>;
}

/**
 * Stops the ladder for an invoice, a case, a debtor, a segment or everybody. What is queued is looked at again at the moment it would
 * leave, so the hold wins from this transaction on.
 *
 * Refuses with NOT_FOUND for an invoice or case that isn't this debtor's and for an owner who isn't of this organisation; INPUT_INVALID
 * for an end in the past, and for a segment that no debtor is in.
 */
export async function placeHold(tx: Tx, hold: NewHold): Promise<{ holdId: string }> {
  const today = dayOf(tx.now);
  if (hold.reason.trim() === "") throw new Refusal("INPUT_INVALID", { fields: ["reason: say why"] });
  for (const name of ["until", "reviewOn"] as const) {
    const day = hold[name];
    if (day !== undefined && day < today) throw new Refusal("INPUT_INVALID", { fields: [`${name}: today or later`] });
  }
  if (hold.ownerId && !(await findStaff(tx, hold.ownerId))?.active) throw new Refusal("NOT_FOUND");
  const { scope, debtorId, subjectId } = await lockSubject(tx, hold);
  const holdId = newId();
  await tx.query(
    `insert into hold (organisation_id, id, scope, debtor_id, invoice_id, case_id, segment, kind, stops, reason, from_day, until_day, review_on, owner_id, facts, placed_by, placed_via, placed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
    [
      tx.organisationId, holdId, scope, debtorId ?? null, scope === "invoice" ? subjectId : null, scope === "case" ? subjectId : null, scope === "segment" ? hold.segment : null,
      hold.kind, hold.stops ?? "everything", hold.reason, today, hold.until ?? null, hold.reviewOn ?? null, hold.ownerId ?? null, JSON.stringify(hold.facts ?? {}),
      tx.actor.kind === "staff" ? tx.actor.id : null, hold.via ?? "staff", tx.now,
    ],
  );
  await audit(tx, {
    action: "place-hold", subject: scope, subjectId,
    after: { kind: hold.kind, stops: hold.stops, reason: hold.reason, until: hold.until, reviewOn: hold.reviewOn, ownerId: hold.ownerId, segment: hold.segment },
  });
  return { holdId };
}

interface Locked {
  readonly scope: "organisation" | "segment" | "debtor" | "case" | "invoice";
  readonly debtorId?: string;
  readonly subjectId?: string;
}

/** The debtor's row is taken first, as the night and the senders take it: so a hold is either seen, or comes after what was decided. */
async function lockSubject(tx: Tx, { debtorId, invoiceId, caseId, segment }: HoldSubject): Promise<Locked> {
  if (invoiceId || caseId) {
    const subject = await tx.first<{ debtorId: string }>(
      `select debtor_id as "debtorId" from ${invoiceId ? "invoice" : "collection_case"} where organisation_id = $1 and id = $2`, [tx.organisationId, invoiceId ?? caseId]);
    if (!subject || (debtorId !== undefined && debtorId !== subject.debtorId)) throw new Refusal("NOT_FOUND");
    await lock(tx, subject.debtorId);
    return { scope: invoiceId ? "invoice" : "case", debtorId: subject.debtorId, subjectId: invoiceId ?? caseId };
  }
  if (debtorId) {
    await lock(tx, debtorId);
    return { scope: "debtor", debtorId, subjectId: debtorId };
  }
  if (segment === undefined) return { scope: "organisation" };
  const known = await tx.first("select 1 from debtor where organisation_id = $1 and segment = $2 limit 1", [tx.organisationId, segment]);
  if (!known) throw new Refusal("INPUT_INVALID", { fields: ["segment: one that a debtor is in"] });
  return { scope: "segment" };
}

async function lock(tx: Tx, debtorId: string): Promise<void> {
  const known = await tx.first("select 1 from debtor where organisation_id = $1 and id = $2 for update", [tx.organisationId, debtorId]);
  if (!known) throw new Refusal("NOT_FOUND");
}
