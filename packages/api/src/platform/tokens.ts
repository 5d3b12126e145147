import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { isId } from "./ids";

/**
 * A secret that names its organisation: 16 bytes of the tenant's id and 32 random bytes, base64url. The tenant in front says
 * under which row-level security to look; it proves nothing by itself.
 */
export function newToken(organisationId: string): string {
  return Buffer.concat([Buffer.from(organisationId.replaceAll("-", ""), "hex"), randomBytes(32)]).toString("base64url");
}

/** The organisation that a token names, or undefined when it can't be one of ours. */
export function organisationOfToken(token: string): string | undefined {
  if (!/^[A-Za-z0-9_-]{64}$/.test(token)) return undefined;
  const hex = Buffer.from(token, "base64url").subarray(0, 16).toString("hex");
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  return isId(id) ? id : undefined;
}

/** What the database keeps of a debtor's link: a dump of it gives no working link without the key of the installation (T-20). */
export function hmac(secretKey: string, purpose: string, token: string): Buffer {
  return createHmac("sha256", secretKey).update(`${purpose}\n${token}`).digest();
}

/** What the database keeps of a session's cookie. */
export function sha256(text: string | Uint8Array): Buffer {
  return createHash("sha256").update(text).digest();
}

/** Random bytes as base64url, for secrets without a tenant. */
export function randomSecret(bytes = 32): string {
  return randomBytes(bytes).toString("base64url");
}

/** Compares in constant time. */
export function same(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
