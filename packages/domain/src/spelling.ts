/**
 * How many slips lie between two texts: a letter more, less, another, or two swapped (optimal string alignment). 0 when they are
 * alike, `most + 1` when there are more than `most`.
 */
export function slipsBetween(a: string, b: string, most: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > most) return most + 1;
  if (most === 1) return isOneSlip(a, b) ? 1 : 2;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const other = a[i - 1] === b[j - 1] ? 0 : 1;
      let slips = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + other);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) slips = Math.min(slips, (before[j - 2] ?? 0) + 1);
      row.push(slips);
    }
    before = previous;
    previous = row;
  }
  return Math.min(previous[b.length] ?? 0, most + 1);
}

/** Whether two texts that differ, by one letter in length at most, are one slip apart: told by where they begin and stop to differ. */
function isOneSlip(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  if (short.length < long.length) return short.slice(start) === long.slice(start + 1);
  const [next, swapped] = [start + 1, short[start] === long[start + 1] && short[start + 1] === long[start]];
  return short.slice(next) === long.slice(next) || (swapped && short.slice(next + 1) === long.slice(next + 1));
}

/** Small letters without accents, as people leave them out: "Çelik & Łukasz" is "celik & lukasz", "ß" is "ss". */
export function withoutAccents(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  return text.toLowerCase().replace(/ß/gu, "ss").replace(/ø/gu, "o").replace(/ł/gu, "l").replace(/æ/gu, "ae").replace(/ı/gu, "i")
    .normalize("NFD").replace(/\p{M}/gu, "");
}

/** Letters that have no accent to lose: nearly every name, and asked for a million times. */
// eslint-disable-next-line no-control-regex -- all of ASCII, control characters too
const PLAIN = /^[\u0000-\u007f]*$/;
