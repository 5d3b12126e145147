import { hmac, randomSecret } from "../../platform/tokens";

/** A code works this long, once (T-24). */
export const CODE_MINUTES = 10;

/** What a code is derived from, beside the session and the key of the installation. */
export function newCodeNonce(): string {
  return randomSecret(16);
}

/**
 * The six figures of a check. They are kept nowhere: whoever sends the mail derives them again from the session, a nonce and the key of the
 * installation, so a copy of the database has no code.
 */
export function portalCode(secretKey: string, sessionId: string, nonce: string): string {
  const bytes = hmac(secretKey, "portal-code", `${sessionId}\n${nonce}`);
  return String(bytes.readUIntBE(0, 6) % 1_000_000).padStart(6, "0");
}

/** What the session keeps of its code. */
export function codeHash(secretKey: string, sessionId: string, code: string): Buffer {
  return hmac(secretKey, "portal-code-check", `${sessionId}\n${code}`);
}
