import { Refusal } from "@tegemoet/domain";
import { isMessageKind } from "@tegemoet/messages";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";
import type { OutgoingMail } from "../../platform/outside";
import { findOrganisation } from "../organisations/organisation.queries";
import { previewMessage, type PreviewOrder } from "./preview-message";

/**
 * Writes a mail as a debtor would get it, to look at in one's own mailbox: it goes to who asks for it and to nobody else, its links open
 * nothing, and its subject says that it is a trial.
 *
 * Refuses with NOT_FOUND, INPUT_INVALID, and TEXT_FAULTY for words that can't be written.
 *
 * @returns The mail for the caller to hand over, once this is written down.
 */
export async function sendTestMail(tx: Tx, { staffId, publicUrl, ...order }: PreviewOrder & { staffId: string }): Promise<OutgoingMail> {
  const staff = await tx.first<{ email: string }>("select email from staff where id = $1", [staffId]);
  if (!staff || !isMessageKind(order.kind)) throw new Refusal("NOT_FOUND");
  const { subject, html, text, language, faults } = await previewMessage(tx, { ...order, channel: "mail", publicUrl });
  if (html === null) throw new Refusal("TEXT_FAULTY", { faults: faults.map(({ part, code, detail }) => `${part}: ${code} ${detail}`) });
  const organisation = await findOrganisation(tx);
  await audit(tx, { action: "send-test-mail", subject: "staff", subjectId: staffId, after: { kind: order.kind, debtorId: order.debtorId, to: staff.email } });
  return {
    from: { name: organisation.name, address: organisation.email }, replyTo: organisation.email, to: staff.email,
    subject: `${language === "nl" ? "Proef" : "Trial"}: ${subject}`, html, text, messageId: `${newId()}.test@${new URL(publicUrl).hostname}`, attachments: [],
  };
}
