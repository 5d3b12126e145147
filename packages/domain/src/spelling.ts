/**
 * How many slips lie between two texts: a letter more, less, another, or two swapped (optimal string alignment). 0 when they are
 * alike, `most + 1` when there are more than `most`.
 */
export function slipsBetween(a: string, b: string, most: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > most) return most + 1;
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

/** Small letters without accents, as people leave them out: "Çelik & Łukasz" is "celik & lukasz", "ß" is "ss". */
export function withoutAccents(text: string): string {
  return text.toLowerCase().replace(/ß/gu, "ss").replace(/ø/gu, "o").replace(/ł/gu, "l").replace(/æ/gu, "ae").replace(/ı/gu, "i")
    .normalize("NFD").replace(/\p{M}/gu, "");
}
