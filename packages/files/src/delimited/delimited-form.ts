/** How a delimited file is written. */
export interface DelimitedForm {
  readonly separator: string;
  readonly quote: '"' | "'";
  /** Characters at the start that name the separator ("sep=;" of Excel) and are no row. */
  readonly skip: number;
}

const SEPARATORS = [";", ",", "\t", "|"];
const ROWS_TO_LOOK_AT = 20;

/**
 * Finds separator and quotes in the start of a file: the separator that parts the first rows into the same number of
 * cells, the most of them. A decimal comma doesn't fool it, for it isn't on every row the same.
 */
export function formOf(start: string): DelimitedForm {
  const named = /^sep=(.)\r?\n/i.exec(start);
  if (named) return { separator: named[1] ?? ";", quote: '"', skip: named[0].length };
  const quote = /(^|[\n;,\t|])'[^'\n]*'(?=[\r\n;,\t|])/.test(start) && !/(^|[\n;,\t|])"/.test(start) ? "'" : '"';
  const scored = SEPARATORS.map((separator) => ({ separator, score: scoreOf(start, separator, quote) }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  return { separator: best.score > 0 ? best.separator : ";", quote, skip: 0 };
}

function scoreOf(start: string, separator: string, quote: string): number {
  const counts = separatorsPerRow(start, separator, quote);
  const [first = 0] = counts;
  if (first === 0) return 0;
  const alike = counts.filter((count) => count === first).length;
  // All rows alike weighs more than many cells: a text with commas has many, but never the same number.
  return (alike / counts.length) * 1000 + Math.min(first, 500);
}

function separatorsPerRow(text: string, separator: string, quote: string): number[] {
  const counts: number[] = [];
  let count = 0;
  let quoted = false;
  let filled = false;
  for (const character of text) {
    if (character === quote) quoted = !quoted;
    else if (!quoted && character === separator) count += 1;
    else if (!quoted && character === "\n") {
      if (filled) counts.push(count);
      if (counts.length === ROWS_TO_LOOK_AT) return counts;
      count = 0;
      filled = false;
      continue;
    }
    if (character !== "\r" && character !== " ") filled = true;
  }
  // The last row may be cut, so it only counts when it is the only one.
  return counts.length > 0 ? counts : [count];
}
