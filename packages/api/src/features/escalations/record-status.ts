import { Refusal, STOP_CODES, type PlainDate, type StopCode } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";
import { lockDebtor } from "../calls/open-invoices.queries";
import { clearTheLine } from "./clear-the-line";

export interface NewStatus {
  readonly debtorId: string;
  readonly kind: string;
  readonly from: PlainDate;
  readonly until?: PlainDate;
  readonly reviewOn?: PlainDate;
  /** What it rests on: the register entry, the letter of the administrator. Never a diagnosis. */
  readonly evidence: string;
}

/**
 * Records that a debtor died, is insolvent, has an administrator, debt help or a moratorium. From then on nothing goes out until a human
 * decided, and what was queued is taken out of the line.
 *
 * Refuses with NOT_FOUND; INPUT_INVALID for another kind, without evidence, or when it ends before it begins; CONFLICT when the same
 * stands already.
 */
export async function recordStatus(tx: Tx, { debtorId, kind, from, until, reviewOn, evidence }: NewStatus): Promise<{ statusId: string }> {
  const wrong = [
    ...((STOP_CODES as readonly string[]).includes(kind) ? [] : [`kind: one of ${STOP_CODES.join(", ")}`]),
    ...(evidence.trim() === "" ? ["evidence: what it rests on"] : []),
    ...(until !== undefined && until < from ? ["until: on or after from"] : []),
  ];
  if (wrong.length > 0) throw new Refusal("INPUT_INVALID", { fields: wrong });
  await lockDebtor(tx, debtorId);
  const standing = await tx.first<{ id: string }>(
    "select id from debtor_status where organisation_id = $1 and debtor_id = $2 and kind = $3 and ended_at is null", [tx.organisationId, debtorId, kind]);
  if (standing) throw new Refusal("CONFLICT", { stands: kind });
  const statusId = newId();
  await tx.query(
    `insert into debtor_status (organisation_id, id, debtor_id, kind, from_day, until_day, review_on, evidence, recorded_by, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [tx.organisationId, statusId, debtorId, kind as StopCode, from, until ?? null, reviewOn ?? null, evidence.trim(), tx.actor.kind === "staff" ? tx.actor.id : null, tx.now],
  );
  await clearTheLine(tx, debtorId, "stop code");
  await audit(tx, { action: "record-status", subject: "debtor", subjectId: debtorId, after: { kind, from, until, reviewOn, evidence: evidence.trim() } });
  return { statusId };
}
