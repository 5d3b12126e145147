import type { KnownAccount, LineToMatch, OpenItem } from "../../src/bank/match-item";

/** A payment as somebody might make it, with what a careful bookkeeper who knows the whole story would do with it. */
export interface LabelledPayment {
  /** What kind of payment this is, to name it by when it goes wrong. */
  readonly kind: string;
  readonly line: LineToMatch;
  /**
   * The items it was meant for. "person": the line alone doesn't tell enough, so booking it by machine is wrong however it turns out.
   * "none": no payment of a debtor at all.
   */
  readonly meant: readonly string[] | "person" | "none";
}

export interface Administration {
  readonly items: readonly OpenItem[];
  readonly accounts: readonly KnownAccount[];
}

/** A small generator of numbers, so that the corpus is the same every time. */
export function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}
