import { isCreditorReference } from "./payment-reference";

/** A key of an invoice number found in a text, and how much it proves. */
export interface FoundNumber {
  readonly key: string;
  readonly digits: number;
}

const MAX_WINDOW = 5;
const MAX_TEXT = 1_000;

/** A reference without spaces, dots and dashes, in capitals: how references are stored and looked up. */
export function referenceKey(reference: string): string {
  return reference.replace(/[^\p{L}\p{N}]+/gu, "").toUpperCase();
}

/**
 * The keys under which an invoice number is stored, so that it is found however people write it: "F2026-0498" is found
 * as "F20260498", "2026 0498", "2026/498", "fact. 2026498".
 */
export function invoiceNumberKeys(number: string): string[] {
  const parts = partsOf(number.toUpperCase()).map(({ text }) => text);
  const figures = parts.filter((part) => /\d/.test(part));
  const keys = new Set<string>();
  for (const some of [parts, figures]) {
    keys.add(some.join(""));
    keys.add(some.map(withoutZeros).join("-"));
    const short = some.map(withoutZeros).join("");
    if (digitsIn(short) >= 6) keys.add(short);
  }
  return [...keys].filter((key) => digitsIn(key) >= 3);
}

/**
 * The figures under which an invoice number is kept: whoever looks for the figures of any of its {@link invoiceNumberKeys} finds it,
 * and others with the same figures, "20-26498" beside "2026-498". Two keys instead of six, of a million invoices.
 */
export function invoiceNumberFigures(number: string): string[] {
  const groups = number.match(/\d+/gu) ?? [];
  return [...new Set([groups.join(""), groups.map(withoutZeros).join("")])].filter((figures) => figures.length >= 3);
}

/** The figures of an invoice number alone: "F2026-0498" is "20260498". */
export function numberDigits(number: string): string {
  return number.replace(/\D+/gu, "");
}

/**
 * The last group of figures without zeros in front: "2026-0498" is "498". Proves little, and only of a debtor we know
 * already.
 */
export function numberTail(number: string): string {
  return withoutZeros(/(\d+)\D*$/u.exec(number)?.[1] ?? "");
}

/**
 * Every key of an invoice number that may be in a text, the longest first, lists such as "2026-0577/0578" and "0577 t/m
 * 0580" written out.
 */
export function numbersInText(text: string): FoundNumber[] {
  const parts = partsOf(text.slice(0, MAX_TEXT).toUpperCase());
  const found = new Map<string, FoundNumber>();
  const keep = (key: string) => {
    const digits = digitsIn(key);
    if (digits >= 3 && key.length <= 30) found.set(key, { key, digits });
  };
  parts.forEach((_, start) => {
    for (let length = 1; length <= MAX_WINDOW && start + length <= parts.length; length += 1) {
      const window = parts.slice(start, start + length);
      if (window.slice(1).some(({ gap }) => !joins(gap))) break;
      const texts = window.map((part) => part.text);
      keep(texts.join(""));
      keep(texts.map(withoutZeros).join("-"));
      if (length >= 2) listedAfter(parts, start, length).forEach(keep);
    }
  });
  return [...found.values()].sort((a, b) => b.digits - a.digits);
}

/** References that may be in a text: 7 to 16 figures in groups, and RF references whose check digits are right. */
export function referencesInText(text: string): string[] {
  const capitals = text.slice(0, MAX_TEXT).toUpperCase();
  const found = new Set<string>();
  for (const run of capitals.matchAll(/\d(?:[\d .-]{5,22})\d/gu)) {
    const groups = run[0].split(/[ .-]+/u);
    groups.forEach((_, start) => {
      let joined = "";
      for (const group of groups.slice(start)) {
        joined += group;
        if (joined.length >= 7 && joined.length <= 16) found.add(joined);
      }
    });
  }
  for (const run of capitals.matchAll(/RF ?\d\d(?:[ .-]?[A-Z0-9]){1,26}/gu)) {
    const compact = referenceKey(run[0]);
    for (let length = Math.min(25, compact.length); length >= 5; length -= 1) {
      if (isCreditorReference(compact.slice(0, length))) found.add(compact.slice(0, length));
    }
  }
  return [...found];
}

/**
 * Runs of figures of at least so many digits, groups that are written apart joined: to compare with a number that may
 * be mistyped.
 */
export function figuresInText(text: string, least: number): string[] {
  const runs = text.slice(0, MAX_TEXT).match(/\d+(?:[-/. ]\d+)*/gu) ?? [];
  const all = runs.flatMap((run) => [run.replace(/\D/gu, ""), ...run.split(/\D+/u)]);
  return [...new Set(all)].filter((figures) => figures.length >= least && figures.length <= 20);
}

/** Groups of figures in a text as they stand, without zeros in front. */
export function tailsInText(text: string): Set<string> {
  return new Set((text.slice(0, MAX_TEXT).match(/\d+/gu) ?? []).map(withoutZeros));
}

interface Part {
  readonly text: string;
  /** What stands between it and the part before it. */
  readonly gap: string;
}

function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const match of text.matchAll(/[A-Z]+|\d+/gu)) {
    parts.push({ text: match[0], gap: text.slice(end, match.index) });
    end = match.index + match[0].length;
  }
  return parts;
}

function joins(gap: string): boolean {
  return /^[\s\-_/.:#]{0,3}$/u.test(gap);
}

/** After "2026-0577" in "2026-0577/0578, 0579 t/m 0581": the keys of 0578 up to 0581 with what stands before 0577. */
function listedAfter(parts: readonly Part[], start: number, length: number): string[] {
  const first = parts[start + length - 1]?.text ?? "";
  if (!/^\d{2,}$/u.test(first)) return [];
  const before = parts.slice(start, start + length - 1).map(({ text }) => withoutZeros(text)).join("-");
  const keys: string[] = [];
  let previous = Number(first);
  let words = "";
  for (const part of parts.slice(start + length)) {
    if (/^(?:EN|AND|T|M|TM|TOT|MET)$/u.test(part.text)) {
      words += part.text;
      continue;
    }
    if (!/^\d{2,}$/u.test(part.text) || part.text.length > first.length || !/^[\s/,+&;.]*$/u.test(part.gap)) break;
    const number = Number(part.text);
    const range = /T\/?M|TOTENMET|TM/u.test(words) && number > previous && number - previous <= 24;
    for (let each = range ? previous + 1 : number; each <= number; each += 1) keys.push(`${before}-${each}`);
    previous = number;
    words = "";
  }
  return keys;
}

function withoutZeros(part: string): string {
  return part.startsWith("0") ? part.replace(/^0+(?=\d)/u, "") : part;
}

function digitsIn(key: string): number {
  let digits = 0;
  for (let place = 0; place < key.length; place += 1) if (isDigit(key.charCodeAt(place))) digits += 1;
  return digits;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
