import type { PlainDate } from "../plain-date";

/** We collect an invoice ourselves, by a mandate of its debtor. */
export interface DirectDebit {
  /** From this day on we collect: when the mandate was given, or when a collection that bounced is tried again. */
  readonly since: PlainDate;
  /** The last day on which the bank took a collection of this invoice back. */
  readonly bouncedOn: PlainDate | null;
}

/**
 * Whether an invoice that we collect still waits for its collection: then its debtor has nothing to do and is not reminded. A collection
 * that bounced ends the wait; recorded again on that day or later, it is tried once more.
 */
export function collectionAwaited({ since, bouncedOn }: DirectDebit): boolean {
  return bouncedOn === null || bouncedOn <= since;
}
