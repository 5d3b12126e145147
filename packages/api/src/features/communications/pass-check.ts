import { Refusal } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { same, sha256 } from "../../platform/tokens";
import { codeHash } from "./portal-code";

/**
 * One check before details, terms and disputes: the postcode and house number that we have, or the six figures that we mailed. Both are
 * compared in constant time, and a code works once (T-24). The caller has counted the try.
 *
 * Refuses with CHECK_FAILED, whatever was wrong.
 */
export async function passCheck(
  tx: Tx,
  { sessionId, debtorId, secretKey, realNow, postalCode, houseNumber, code }: {
    sessionId: string; debtorId: string; secretKey: string; realNow: Date; postalCode?: string | null; houseNumber?: string | null; code?: string | null;
  },
): Promise<void> {
  const passed = code ? await byCode(tx, sessionId, secretKey, code, realNow) : await byAddress(tx, debtorId, postalCode ?? "", houseNumber ?? "");
  if (!passed) throw new Refusal("CHECK_FAILED");
  await tx.query(
    "update portal_session set checked_at = $3, code_hash = null, code_expires_at = null where organisation_id = $1 and id = $2", [tx.organisationId, sessionId, realNow]);
  await audit(tx, { action: "pass-check", subject: "portal-session", subjectId: sessionId, after: { by: code ? "code" : "address" } });
}

async function byCode(tx: Tx, sessionId: string, secretKey: string, code: string, realNow: Date): Promise<boolean> {
  const session = await tx.first<{ hash: Buffer | null; expiresAt: Date | null }>(
    `select code_hash as hash, code_expires_at as "expiresAt" from portal_session where organisation_id = $1 and id = $2 for update`, [tx.organisationId, sessionId]);
  const given = codeHash(secretKey, sessionId, code.replace(/\D/g, ""));
  return Boolean(session?.hash && session.expiresAt && session.expiresAt > realNow && same(session.hash, given));
}

async function byAddress(tx: Tx, debtorId: string, postalCode: string, houseNumber: string): Promise<boolean> {
  const debtor = await tx.first<{ postalCode: string | null; houseNumber: string | null }>(
    `select postal_code as "postalCode", house_number as "houseNumber" from debtor where organisation_id = $1 and id = $2`, [tx.organisationId, debtorId]);
  if (!debtor?.postalCode || !debtor.houseNumber) return false;
  return same(sha256(addressKey(postalCode, houseNumber)), sha256(addressKey(debtor.postalCode, debtor.houseNumber)));
}

/** "1234 ab" and "41-B" as people write them: small letters, nothing but letters and figures. */
function addressKey(postalCode: string, houseNumber: string): string {
  return [postalCode, houseNumber].map((part) => part.toLowerCase().replace(/[^\p{L}\d]/gu, "")).join("\n");
}
