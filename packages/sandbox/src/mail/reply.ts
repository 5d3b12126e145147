import type { World } from "../world";
import type { Mail } from "./mailbox";
import { base64Lines, headerText, mailDate, newMessageId } from "./mime";
import type { KeptNotice } from "./notices";

/** The debtor answers a mail: the reply goes to the product's inbound hook as a whole mail. */
export async function replyToMail(
  world: World,
  mail: Mail,
  answer: { text: string; from?: string },
): Promise<KeptNotice> {
  const from = answer.from ?? mail.recipients[0] ?? "";
  const at = world.settings.now();
  const subject = /^re:/i.test(mail.subject) ? mail.subject : `Re: ${mail.subject}`;
  const raw = [
    `Date: ${mailDate(at)}`,
    `From: <${from}>`,
    `To: <${mail.replyTo}>`,
    `Subject: ${headerText(subject)}`,
    `Message-ID: ${newMessageId("mail.sandbox.example")}`,
    `In-Reply-To: ${mail.messageId}`,
    `References: ${mail.messageId}`,
    `MIME-Version: 1.0`,
    `Content-Type: text/plain; charset=utf-8`,
    `Content-Transfer-Encoding: base64`,
    ``,
    base64Lines(answer.text),
    ``,
  ].join("\r\n");
  const notice = {
    kind: "reply",
    messageId: mail.messageId,
    to: from,
    at: at.toISOString(),
    raw,
    from,
    subject,
    text: answer.text,
  } as const;
  return world.notices.tell(mail.id, notice, 0);
}
