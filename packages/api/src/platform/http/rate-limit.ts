import { Refusal } from "@tegemoet/domain";
import { RateLimiterPostgres, type RateLimiterRes } from "rate-limiter-flexible";
import type { DataSource } from "typeorm";
import type { Pool } from "pg";

export interface RateLimits {
  /** Counts one try under a key; refuses with TOO_MANY_TRIES and the seconds to wait once the limit is passed. */
  take(limit: LimitName, key: string): Promise<void>;
}

/** How often something may be tried, and over how many seconds (T-24, T-45, T-90). */
const LIMITS = {
  "sign-in-account": { points: 8, duration: 15 * 60 },
  "sign-in-address": { points: 40, duration: 15 * 60 },
  "link-open": { points: 120, duration: 60 * 60 },
  "link-unknown": { points: 60, duration: 60 * 60 },
  "portal-check": { points: 5, duration: 60 * 60 },
  // As long as a link lives: after twenty wrong tries only a new mail helps.
  "portal-check-total": { points: 20, duration: 90 * 24 * 60 * 60 },
  "portal-act": { points: 60, duration: 60 * 60 },
  "code-mail": { points: 4, duration: 60 * 60 },
  "partner-key": { points: 600, duration: 60 },
  upload: { points: 120, duration: 60 * 60 },
} as const;

export type LimitName = keyof typeof LIMITS;

/** Limits that several processes share, in PostgreSQL: no second engine to keep. */
export function rateLimits(source: DataSource): RateLimits {
  const pool = (source.driver as unknown as { master: Pool }).master;
  const limiters = new Map(
    Object.entries(LIMITS).map(([name, { points, duration }]) => [
      name,
      new RateLimiterPostgres({ storeClient: pool, tableName: "rate_limit", tableCreated: true, clearExpiredByTimeout: false, keyPrefix: name, points, duration }),
    ]),
  );
  return {
    async take(limit, key) {
      try {
        await limiters.get(limit)?.consume(key.slice(0, 200));
      } catch (rejection) {
        if (rejection instanceof Error) throw rejection;
        const seconds = Math.ceil((rejection as RateLimiterRes).msBeforeNext / 1000);
        throw new Refusal("TOO_MANY_TRIES", { retryAfterSeconds: seconds });
      }
    },
  };
}
