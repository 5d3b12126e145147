import { Refusal } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";
import { lockSentMessage } from "./inbound.queries";

/** What came back, in the words of the one who sent it back. */
export interface Bounce {
  readonly messageId: string;
  readonly at: Date;
  readonly detail: string | null;
}

/**
 * A mail, a text message or a letter came back. It counts as not delivered, the address is at fault until somebody mends it, and nothing
 * more goes there by itself (I-41). Heard twice it changes nothing. Refuses with NOT_FOUND.
 */
export async function recordBounce(tx: Tx, { messageId, at, detail }: Bounce): Promise<void> {
  const message = await lockSentMessage(tx, messageId);
  if (!message) throw new Refusal("NOT_FOUND");
  if (message.state === "bounced") return;
  await tx.query(
    `update message set state = 'bounced', bounced_at = $3, state_reason = $4, handed_over_at = coalesce(handed_over_at, $3) where organisation_id = $1 and id = $2`,
    [tx.organisationId, messageId, at, detail],
  );
  await tx.query(
    "update invoice_delivery set bounced_at = $3, bounce_reason = $4 where organisation_id = $1 and message_id = $2 and bounced_at is null", [tx.organisationId, messageId, at, detail]);
  await findFault(tx, { debtorId: message.debtorId, channel: message.channel, address: message.toAddress ?? "", detail, at, messageId });
  await audit(tx, { action: "record-bounce", subject: "message", subjectId: messageId, after: { detail } });
}

/** An address turned out wrong: it is written down once, and stands on the work list until somebody mends it. */
export async function findFault(
  tx: Tx, { debtorId, channel, address, detail, at, messageId }: { debtorId: string; channel: "mail" | "letter" | "sms"; address: string; detail: string | null; at: Date; messageId: string },
): Promise<void> {
  await tx.query(
    `insert into contact_fault (organisation_id, id, debtor_id, channel, address, kind, detail, found_at, message_id)
     select $1, $2, $3, $4, $5, $6, $7, $8, $9
     where not exists (select 1 from contact_fault where organisation_id = $1 and debtor_id = $3 and channel = $4 and lower(address) = lower($5) and resolved_at is null)`,
    [tx.organisationId, newId(), debtorId, channel, address, channel === "letter" ? "returned" : "bounce", detail, at, messageId],
  );
}

/** What the debtor's mail server said, out of a delivery report. */
export function bounceDetail(report: string | undefined): string | null {
  const line = /^(?:Diagnostic-Code:\s*smtp;\s*|Status:\s*)(.+)$/im.exec(report ?? "");
  return line?.[1]?.trim().slice(0, 300) ?? null;
}
