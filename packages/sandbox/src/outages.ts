/** A part of the outside world that can be out of order for a while. */
export const OUTAGE_KINDS = ["psp", "smtp", "print", "sms"] as const;
export type OutageKind = (typeof OUTAGE_KINDS)[number];

export function isOutageKind(value: unknown): value is OutageKind {
  return OUTAGE_KINDS.some((kind) => kind === value);
}

/** Which parts are down, and until when. */
export class Outages {
  readonly #until = new Map<OutageKind, number>();
  readonly #now: () => Date;

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** Takes a part down for so many seconds; 0 brings it back at once. */
  start(kind: OutageKind, seconds: number): Date {
    const until = new Date(this.#now().getTime() + seconds * 1000);
    this.#until.set(kind, until.getTime());
    return until;
  }

  /** Milliseconds until the part works again; 0 when it does. */
  left(kind: OutageKind): number {
    return Math.max(0, (this.#until.get(kind) ?? 0) - this.#now().getTime());
  }

  isDown(kind: OutageKind): boolean {
    return this.left(kind) > 0;
  }

  clear(): void {
    this.#until.clear();
  }
}
