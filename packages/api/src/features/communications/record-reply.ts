import { Refusal } from "@tegemoet/domain";
import type { Tx } from "../../platform/database/transaction";
import { sha256 } from "../../platform/tokens";
import { lockSentMessage } from "./inbound.queries";
import { keepInbound } from "./keep-inbound";

/** The debtor answered a mail of ours, in these words. The same reply heard twice is one. Refuses with NOT_FOUND. */
export async function recordReply(
  tx: Tx, { messageId, at, from, subject, text }: { messageId: string; at: Date; from: string | null; subject: string | null; text: string },
): Promise<void> {
  const message = await lockSentMessage(tx, messageId);
  if (!message) throw new Refusal("NOT_FOUND");
  const id = `told-${sha256([messageId, at.toISOString(), text].join("\n")).toString("hex")}`;
  await keepInbound(tx, {
    kind: "reply", channel: "mail", debtorId: message.debtorId, messageId, matchedBy: "message", at,
    mail: { id, from: { name: "", address: from ?? "" }, to: [], subject: subject ?? "", text, attachments: [], dropped: 0 },
  });
}
