/**
 * Chance that comes out the same for the same words: what a debtor does hangs on the demo's seed, on who they are and on what it is
 * about, never on when or in which order somebody asks. So a demo can be filled twice alike, and goes on alike the next day.
 */
export class Chance {
  #state: number;

  constructor(...words: readonly (string | number)[]) {
    // FNV-1a over the words, then mulberry32: small, quick, and good enough for a made-up town.
    let hash = 0x811c9dc5;
    for (const character of words.join("|")) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
    this.#state = hash >>> 0;
    this.next();
  }

  /** From 0 up to, not including, 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from `low` up to and including `high`. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * list.length)] as T;
  }

  /** True so many times out of a hundred. */
  percent(times: number): boolean {
    return this.next() * 100 < times;
  }

  /** So many digits, the first never 0. */
  digits(count: number): string {
    return Array.from({ length: count }, (_, index) => this.between(index === 0 ? 1 : 0, 9)).join("");
  }
}
