import { Refusal } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { decideDefaultProposal, lockDefaultProposal } from "./default-proposal.queries";
import { lockLadder } from "./draft.queries";

/** The default stays as it is: who asked takes it back, or a second person says no. Refuses with NOT_FOUND, ALREADY_DECIDED when nobody asks. */
export async function withdrawDefaultLadder(tx: Tx, { ladderId }: { ladderId: string }): Promise<void> {
  await lockLadder(tx, ladderId);
  const proposal = await lockDefaultProposal(tx, ladderId);
  if (!proposal) throw new Refusal("ALREADY_DECIDED", { state: "not proposed" });
  await decideDefaultProposal(tx, proposal.id, "withdrawn");
  await audit(tx, { action: "withdraw-default-ladder", subject: "ladder", subjectId: ladderId, before: { reason: proposal.reason, askedBy: proposal.askedById } });
}
