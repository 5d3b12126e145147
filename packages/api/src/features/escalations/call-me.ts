import { addDays, nextBusinessDay, Refusal, type PlainDate } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import { minuteOf } from "../../platform/clock";
import type { Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";
import { openCallTask } from "../calls/open-call-task";
import { lockDebtor } from "../calls/open-invoices.queries";
import { phoneOf } from "../debtors/upsert-debtor";
import { findOrganisation } from "../organisations/organisation.queries";

/** Writes a question of a debtor where staff read replies; reminders wait until somebody did. */
export async function askFromPortal(tx: Tx, { debtorId, subject, text }: { debtorId: string; subject: string; text: string }): Promise<string> {
  const id = newId();
  await tx.query(
    "insert into inbound_message (organisation_id, id, debtor_id, kind, subject, body_text, received_at) values ($1, $2, $3, 'portal-question', $4, $5, $6)",
    [tx.organisationId, id, debtorId, subject, text, tx.now],
  );
  return id;
}

/**
 * A debtor asks to be called, on a number and at a time of their choice: today while there are calling hours left, else the next
 * business day. Refuses with INPUT_INVALID for a number that nobody can call.
 */
export async function callMe(
  tx: Tx, { debtorId, phone, when, question, today }: { debtorId: string; phone: string; when?: string; question?: string; today: PlainDate },
): Promise<{ questionId: string; callOn: PlainDate }> {
  const number = phoneOf(phone);
  if (!number) throw new Refusal("INPUT_INVALID", { fields: ["phone: a telephone number such as 06 12345678"] });
  await lockDebtor(tx, debtorId);
  const { callingWindows } = await findOrganisation(tx);
  const last = Math.max(...callingWindows.map(({ untilMinute }) => untilMinute), 0);
  const callOn = nextBusinessDay(minuteOf(tx.now) < last ? today : addDays(today, 1));
  const note = [number, when, question].filter(Boolean).join(" · ");
  await openCallTask(tx, { debtorId, reason: "call-me-back", note: note.slice(0, 500), plannedOn: callOn });
  const questionId = await askFromPortal(tx, { debtorId, subject: "Belverzoek", text: note });
  await audit(tx, { action: "ask-for-call", subject: "debtor", subjectId: debtorId, after: { callOn } });
  return { questionId, callOn };
}
