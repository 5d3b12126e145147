import { createHash } from "node:crypto";
import { MollieProblem } from "./mollie-problem";
import type { Journal } from "../journal";

/** An answer that was given under an Idempotency-Key. */
export interface Replay {
  /** Hash of API key and idempotency key. */
  readonly id: string;
  readonly request: string;
  readonly at: string;
  readonly status: number;
  readonly body: string;
}

/** The answer of a request: status and JSON. */
export interface Answer {
  readonly status: number;
  readonly body: string;
}

const HOUR = 3_600_000;

/**
 * Idempotency as Mollie does it: an answer is kept for an hour under its key and given again; the same key with other
 * parameters is refused with 400, and with 409 while the first request is still running.
 */
export class Replays {
  readonly #running = new Set<string>();

  constructor(
    private readonly journal: Journal<Replay>,
    private readonly now: () => Date,
  ) {}

  /** Does the work once per key. `replayed` tells that the answer is an earlier one. */
  async once(
    apiKey: string,
    key: string | undefined,
    request: string,
    work: () => Promise<Answer>,
  ): Promise<Answer & { replayed: boolean }> {
    if (!key) return { ...(await work()), replayed: false };
    const id = hash(`${apiKey}\n${key}`);
    const fingerprint = hash(request);
    const earlier = this.#fresh(id);
    if (earlier && earlier.request !== fingerprint) {
      throw new MollieProblem(400, "The idempotency key was used before with other parameters; take a new key");
    }
    if (earlier) return { status: earlier.status, body: earlier.body, replayed: true };
    if (this.#running.has(id)) {
      throw new MollieProblem(
        409,
        "A request with this idempotency key is still being processed; try again in a moment",
      );
    }
    this.#running.add(id);
    try {
      const answer = await work();
      await this.journal.put({ id, request: fingerprint, at: this.now().toISOString(), ...answer });
      await this.#forgetOld();
      return { ...answer, replayed: false };
    } finally {
      this.#running.delete(id);
    }
  }

  async clear(): Promise<void> {
    await this.journal.remove(this.journal.all().map((kept) => kept.id));
  }

  #fresh(id: string): Replay | undefined {
    const kept = this.journal.get(id);
    return kept && this.now().getTime() - Date.parse(kept.at) < HOUR ? kept : undefined;
  }

  async #forgetOld(): Promise<void> {
    if (this.journal.size < 500) return;
    const limit = this.now().getTime() - HOUR;
    await this.journal.remove(
      this.journal
        .all()
        .filter((kept) => Date.parse(kept.at) < limit)
        .map((kept) => kept.id),
    );
  }
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
