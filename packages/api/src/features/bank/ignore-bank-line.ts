import { Refusal } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { replaceMatch } from "./match-decision.queries";
import { lockOpenLine } from "./match-bank-line";

/**
 * A person says that a line is no payment of a debtor, and why.
 *
 * Refuses with NOT_FOUND, MATCH_NOT_OPEN, and INPUT_INVALID without a reason.
 */
export async function ignoreBankLine(tx: Tx, { lineId, reason }: { lineId: string; reason: string }): Promise<void> {
  const why = reason.trim();
  if (why === "" || why.length > 200) throw new Refusal("INPUT_INVALID", { fields: ["reason: 1 to 200 characters"] });
  const line = await lockOpenLine(tx, lineId);
  await replaceMatch(tx, line, { state: "ignored", reason: why, candidates: line.candidates });
  await audit(tx, { action: "ignore-bank-line", subject: "bank-line", subjectId: line.id, after: { reason: why } });
}
