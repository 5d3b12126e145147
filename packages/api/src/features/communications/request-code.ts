import { Refusal } from "@tegemoet/domain";
import type { Tx } from "../../platform/database/transaction";
import { CODE_MINUTES, codeHash, newCodeNonce, portalCode } from "./portal-code";
import { queueMessage } from "./queue-message";

/**
 * Mails six figures to the mailbox that we know, for a check. Of the code only a hash is kept; the mail derives it again when it leaves.
 *
 * Refuses with CHECK_FAILED when we know no mailbox.
 */
export async function requestCode(tx: Tx, { sessionId, debtorId, secretKey, realNow }: { sessionId: string; debtorId: string; secretKey: string; realNow: Date }): Promise<void> {
  const debtor = await tx.first<{ email: string | null }>("select email from debtor where organisation_id = $1 and id = $2", [tx.organisationId, debtorId]);
  if (!debtor?.email) throw new Refusal("CHECK_FAILED");
  const codeNonce = newCodeNonce();
  await tx.query(
    `update portal_session set code_hash = $3, code_expires_at = $4::timestamptz + interval '${CODE_MINUTES} minutes' where organisation_id = $1 and id = $2`,
    [tx.organisationId, sessionId, codeHash(secretKey, sessionId, portalCode(secretKey, sessionId, codeNonce)), realNow],
  );
  await queueMessage(tx, {
    debtorId, kind: "portal-code", channel: "mail", to: debtor.email, invoices: [], sendAfter: tx.now, facts: { sessionId, codeNonce }, byRequest: true,
  });
}
