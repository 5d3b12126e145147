import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

const ALGORITHM = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Locks bytes with the key of the installation, so that a copy of the database alone reads nothing of them.
 *
 * @param purpose What it is for, and of whom: bytes that were sealed for one thing don't open as another.
 */
export function seal(secretKey: string, purpose: string, bytes: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, keyOf(secretKey), nonce).setAAD(Buffer.from(purpose));
  const locked = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), locked]);
}

/** @throws Error when it was sealed with another key or for another purpose, or was changed. */
export function unseal(secretKey: string, purpose: string, sealed: Buffer): Buffer {
  const decipher = createDecipheriv(ALGORITHM, keyOf(secretKey), sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(purpose)).setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
}

function keyOf(secretKey: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secretKey, "tegemoet", "seal", 32));
}
