import type { Request } from "express";

/** One cookie of a request, or undefined. */
export function cookieOf(request: Request, name: string): string | undefined {
  for (const part of (request.headers.cookie ?? "").split(";")) {
    const at = part.indexOf("=");
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return undefined;
}

/**
 * The text of a session cookie. `__Host-` ties it to this host, to HTTPS (localhost counts) and to the whole path, so another
 * name can't set or read it. Lax, because the debtor comes back from the bank by a link.
 */
export function sessionCookie(name: string, value: string, maxAgeSeconds: number): string {
  return `${name}=${value}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; Secure; SameSite=Lax`;
}

export const STAFF_COOKIE = "__Host-tegemoet-staff";
export const PORTAL_COOKIE = "__Host-tegemoet-portal";
