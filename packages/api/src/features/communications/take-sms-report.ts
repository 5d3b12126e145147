import { Refusal } from "@tegemoet/domain";
import type { Tx } from "../../platform/database/transaction";
import { sha256 } from "../../platform/tokens";
import { lockSentMessage } from "./inbound.queries";
import { keepInbound } from "./keep-inbound";
import { MOST_CHARACTERS } from "./read-mail";
import { recordBounce } from "./record-bounce";
import { recordDelivery } from "./record-delivery";

export interface SmsReport {
  readonly kind: "delivered" | "failed" | "reply";
  readonly messageId: string;
  readonly at: Date;
  /** Why it failed, in the gateway's words. */
  readonly detail?: string;
  readonly from?: string;
  readonly text?: string;
}

/** What became of a text message: it arrived, it failed, or somebody answered it. Told twice it changes nothing. Refuses with NOT_FOUND. */
export async function takeSmsReport(tx: Tx, { kind, messageId, at, detail, from, text = "" }: SmsReport): Promise<void> {
  const message = await lockSentMessage(tx, messageId);
  if (message?.channel !== "sms") throw new Refusal("NOT_FOUND");
  if (kind === "delivered") return recordDelivery(tx, { messageId, at });
  if (kind === "failed") return recordBounce(tx, { messageId, at, detail: detail?.slice(0, 300) ?? null });
  await keepInbound(tx, {
    kind: "reply", channel: "sms", debtorId: message.debtorId, messageId, matchedBy: "message", at,
    mail: {
      id: `sms-${sha256([messageId, at.toISOString(), text].join("\n")).toString("hex")}`, from: { name: "", address: from ?? message.toAddress ?? "" }, to: [], subject: "",
      text: text.replaceAll("\0", "").slice(0, MOST_CHARACTERS), attachments: [], dropped: 0,
    },
  });
}
