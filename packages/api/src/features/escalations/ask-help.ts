import { nextBusinessDay, Refusal, type PlainDate } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { openCallTask } from "../calls/open-call-task";
import { lockDebtor } from "../calls/open-invoices.queries";
import { restForHardship } from "./rest-for-hardship";

export const HELP_WANTS = ["pause", "plan", "call"] as const;

/**
 * Somebody says that paying doesn't work now. Everything stops, whatever they would like; no reason is asked. Who wants to be called is
 * called, because they asked.
 *
 * Refuses with INPUT_INVALID for another wish.
 */
export async function askHelp(tx: Tx, { debtorId, want, today }: { debtorId: string; want: string; today: PlainDate }): Promise<{ nextOn: PlainDate }> {
  if (!(HELP_WANTS as readonly string[]).includes(want)) throw new Refusal("INPUT_INVALID", { fields: [`want: one of ${HELP_WANTS.join(", ")}`] });
  await lockDebtor(tx, debtorId);
  const { pausedUntil } = await restForHardship(tx, { debtorId, reason: `asked for: ${want}`, via: "portal", mail: true, today });
  await audit(tx, { action: "ask-help", subject: "debtor", subjectId: debtorId, after: { want } });
  if (want !== "call") return { nextOn: pausedUntil };
  const callOn = nextBusinessDay(today);
  await openCallTask(tx, { debtorId, reason: "call-me-back", plannedOn: callOn, note: "hulp gevraagd in het portaal" });
  return { nextOn: callOn };
}
