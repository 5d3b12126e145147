import type { OpenItem } from "./match-item";

/** Above this many items a sum that fits proves nothing any more, and takes too long to find. */
export const MOST_ITEMS_TO_SUM = 14;

/** What an item adds to a sum: a credit note takes off. */
export function signedOpen(item: OpenItem): number {
  return item.kind === "creditNote" ? -item.openCents : item.openCents;
}

/**
 * Sets of at least two items whose open amounts sum exactly to `cents`, credit notes taken off; at most `most` of them,
 * the ones with the oldest items first. Empty above {@link MOST_ITEMS_TO_SUM} items.
 */
export function setsThatSum(items: readonly OpenItem[], cents: number, most: number): OpenItem[][] {
  if (items.length < 2 || items.length > MOST_ITEMS_TO_SUM) return [];
  const found: OpenItem[][] = [];
  const amounts = items.map(signedOpen);
  // What can still be reached from each place on, so that hopeless branches are left early.
  const highest = suffixSums(amounts.map((amount) => Math.max(0, amount)));
  const lowest = suffixSums(amounts.map((amount) => Math.min(0, amount)));
  const chosen: OpenItem[] = [];
  const extend = (from: number, left: number): void => {
    for (let place = from; place < items.length && found.length < most; place += 1) {
      if (left > (highest[place] ?? 0) || left < (lowest[place] ?? 0)) return;
      const item = items[place];
      if (!item) return;
      const rest = left - (amounts[place] ?? 0);
      chosen.push(item);
      if (rest === 0 && chosen.length >= 2) found.push([...chosen]);
      extend(place + 1, rest);
      chosen.pop();
    }
  };
  extend(0, cents);
  return found;
}

function suffixSums(amounts: readonly number[]): number[] {
  const sums: number[] = Array<number>(amounts.length + 1).fill(0);
  for (let place = amounts.length - 1; place >= 0; place -= 1) {
    sums[place] = (sums[place + 1] ?? 0) + (amounts[place] ?? 0);
  }
  return sums;
}
