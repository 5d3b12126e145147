import { Refusal, type Cents, type PlainDate } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";
import { isActive, lockHandedOverCase } from "./handed-over-case.queries";

export const REPORTED_KINDS = ["status", "call", "letter", "payment", "plan", "question"] as const;

/** What an agency does with a case. `version` is the one it saw: who acts on an old one is told the new one (I-64). */
export interface CaseChange {
  readonly agencyId: string;
  readonly handOverId: string;
  readonly version: number;
  readonly change:
    | { readonly kind: "accept" }
    | { readonly kind: "decline"; readonly reason: string }
    | { readonly kind: "report"; readonly event: string; readonly text: string; readonly cents?: Cents | null; readonly on?: PlainDate | null }
    | { readonly kind: "close"; readonly code: string; readonly text?: string | null };
}

/**
 * Writes down what the agency says of a case, and raises its version. Staff see it as an event of the hand-over.
 *
 * Refuses with NOT_FOUND for a case of anybody else, CONFLICT {version, state} for an old version, CASE_CLOSED for a case that it no
 * longer works on, ALREADY_DECIDED for one that it accepted before, INPUT_INVALID for a text or code that can't be.
 */
export async function changeHandedOverCase(tx: Tx, { agencyId, handOverId, version, change }: CaseChange): Promise<void> {
  const event = eventOf(change);
  const found = await lockHandedOverCase(tx, agencyId, handOverId);
  if (found.version !== version) throw new Refusal("CONFLICT", { version: found.version, state: found.state });
  if (!isActive(found)) throw new Refusal("CASE_CLOSED", { state: found.state });
  if ((change.kind === "accept" || change.kind === "decline") && found.state === "accepted") throw new Refusal("ALREADY_DECIDED", { state: found.state });
  await tx.query(
    `update hand_over set version = version + 1,
       accepted_at = case when $3 = 'accept' then $4 else accepted_at end,
       declined_at = case when $3 = 'decline' then $4 else declined_at end, decline_reason = case when $3 = 'decline' then $5 else decline_reason end,
       closed_at = case when $3 = 'close' then $4 else closed_at end, close_code = case when $3 = 'close' then $6 else close_code end
     where organisation_id = $1 and id = $2`,
    [tx.organisationId, handOverId, change.kind, tx.now, event.text, change.kind === "close" ? change.code.trim() : null],
  );
  await tx.query(
    "insert into agency_event (organisation_id, id, hand_over_id, kind, body_text, amount_cents, on_day, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8)",
    [tx.organisationId, newId(), handOverId, event.kind, event.text, event.cents, event.on, tx.now],
  );
  await audit(tx, { action: `${change.kind}-handed-over-case`, subject: "hand-over", subjectId: handOverId, before: { state: found.state, version }, after: event });
}

interface EventRow {
  readonly kind: string;
  readonly text: string | null;
  readonly cents: Cents | null;
  readonly on: PlainDate | null;
}

function eventOf(change: CaseChange["change"]): EventRow {
  const none = { cents: null, on: null };
  if (change.kind === "accept") return { kind: "accepted", text: null, ...none };
  if (change.kind === "decline") return { kind: "declined", text: textOf("reason", change.reason), ...none };
  if (change.kind === "close") {
    const code = change.code.trim();
    if (!/^[\w -]{1,60}$/.test(code)) throw new Refusal("INPUT_INVALID", { fields: ["code: one word, such as paid or uncollectible"] });
    return { kind: "closed", text: change.text?.trim() ? `${code}: ${textOf("text", change.text)}` : code, ...none };
  }
  if (!(REPORTED_KINDS as readonly string[]).includes(change.event)) throw new Refusal("INPUT_INVALID", { fields: [`kind: ${REPORTED_KINDS.join(", ")}`] });
  if (change.cents != null && change.cents <= 0) throw new Refusal("AMOUNT_NOT_POSITIVE", { amount: change.cents });
  return { kind: change.event, text: textOf("text", change.text), cents: change.cents ?? null, on: change.on ?? null };
}

function textOf(field: string, text: string): string {
  const trimmed = text.trim();
  if (trimmed === "" || trimmed.length > 5_000) throw new Refusal("INPUT_INVALID", { fields: [`${field}: between 1 and 5000 characters`] });
  return trimmed;
}
