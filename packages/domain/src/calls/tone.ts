import type { Language } from "../format";
import { missingLawPhrases, type LawPhrase } from "../law/fourteen-day-letter-faults";
import { TONE_PATTERNS, TONE_WHY, type ToneRule } from "./tone-rules";

/**
 * A place in a text that doesn't fit, with why, and what to say instead. Offsets count UTF-16 units, `to` is exclusive.
 */
export interface ToneMark {
  readonly from: number;
  readonly to: number;
  readonly rule: ToneRule;
  readonly text: string;
  readonly why: Record<Language, string>;
  readonly suggestion: string | null;
}

export interface ToneOptions {
  readonly language: Language;
  /**
   * What is written: a reminder or an ordinary text; the letter of the law, which names costs and explains "verzuim";
   * or a notice between businesses, which may name costs too. Default "reminder".
   */
  readonly kind?: "reminder" | "fourteen-day-letter" | "business-notice";
  /** Words a sentence may have. Default 15, as the house writes. */
  readonly longestSentence?: number;
}

export interface ToneReport {
  /** In the order of the text. */
  readonly marks: readonly ToneMark[];
  readonly reading: Reading;
  /** What the law asks a fourteen-day letter to say, and this one doesn't. Empty for every other kind. */
  readonly missing: readonly LawPhrase[];
  /** True when nothing is marked and nothing is missing. */
  readonly fits: boolean;
}

export interface Reading {
  readonly sentences: number;
  readonly words: number;
  readonly wordsPerSentence: number;
  readonly longestSentence: number;
  /** Flesch-Douma for Dutch, Flesch for English: 100 is very easy, 0 very hard. */
  readonly ease: number;
  /** What that ease amounts to, roughly, on the scale of the Council of Europe. */
  readonly level: "A2" | "B1" | "B2" | "C1";
}

/**
 * The words that may stand in capitals: abbreviations people know. Codes with a figure in them are left alone anyway.
 */
const KNOWN_CAPITALS = new Set(["IBAN", "IDEAL", "PDF", "KVK", "BTW", "VAT", "SEPA", "NIBUD", "SMS"]);

/**
 * Reads a text as the person who gets it will: marks what sounds hard, and measures how easy it reads. Works offline,
 * explains itself.
 */
export function tone(text: string, options: ToneOptions): ToneReport {
  const marks = [
    ...wordMarks(text, options),
    ...shoutMarks(text),
    ...sentenceMarks(text, options.longestSentence ?? 15),
    ...voiceMarks(text, options.language),
  ].sort((a, b) => a.from - b.from || b.to - a.to);
  const missing = options.kind === "fourteen-day-letter" ? missingLawPhrases(text, options.language) : [];
  return { marks: withoutOverlaps(marks), reading: reading(text, options.language), missing, fits: marks.length + missing.length === 0 };
}

/** Only the marks of {@link tone}. */
export function toneMarks(text: string, options: ToneOptions): readonly ToneMark[] {
  return tone(text, options).marks;
}

function mark(text: string, from: number, to: number, rule: ToneRule, suggestion: string | null): ToneMark {
  return { from, to, rule, text: text.slice(from, to), why: TONE_WHY[rule], suggestion };
}

function wordMarks(text: string, { language, kind = "reminder" }: ToneOptions): ToneMark[] {
  const found: ToneMark[] = [];
  for (const { pattern, rule, suggestion, scope } of TONE_PATTERNS[language]) {
    if (scope === "before-letter" && kind !== "reminder") continue;
    for (const match of text.matchAll(pattern)) {
      found.push(mark(text, match.index, match.index + match[0].length, rule, suggestion));
    }
  }
  return found;
}

function shoutMarks(text: string): ToneMark[] {
  const found: ToneMark[] = [];
  for (const match of text.matchAll(/!+/gu)) {
    found.push(mark(text, match.index, match.index + match[0].length, "exclamation", null));
  }
  // The bank's four letters in an IBAN shout at nobody.
  for (const match of text.matchAll(/(?<![\p{L}\p{N}-])(?<!\p{Lu}{2}\d\d\s?)\p{Lu}{4,}(?![\p{L}\p{N}-])/gu)) {
    if (!KNOWN_CAPITALS.has(match[0])) found.push(
      mark(text, match.index, match.index + match[0].length, "capitals", match[0].toLowerCase()),
    );
  }
  for (const match of text.matchAll(SHOUTED)) found.push(mark(text, match.index, match.index + match[0].length, "capitals", match[0].toLowerCase()));
  return found;
}

/** Short words that only shout when they stand in capitals. */
const SHOUTED = /(?<![\p{L}\p{N}-])(?:LET OP|NU|NIET|WEL|NOG|SNEL|NOW|NOT|PAY|DUE|TODAY|VANDAAG)(?![\p{L}\p{N}-])/gu;

function sentenceMarks(text: string, most: number): ToneMark[] {
  return sentencesOf(text)
    .filter(({ words }) => words > most)
    .map(({ from, to }) => mark(text, from, to, "long-sentence", null));
}

/** Marks the informal words in a text that mostly says "u", or the formal ones in a text that mostly says "je". */
function voiceMarks(text: string, language: Language): ToneMark[] {
  if (language !== "nl") return [];
  const formal = [...text.matchAll(/(?<![\p{L}\p{N}])(?:u|uw|uzelf)(?![\p{L}\p{N}])/giu)];
  const informal = [...text.matchAll(/(?<![\p{L}\p{N}])(?:je|jij|jou|jouw|jullie)(?![\p{L}\p{N}])/giu)];
  if (formal.length === 0 || informal.length === 0) return [];
  const strangers = formal.length >= informal.length ? informal : formal;
  return strangers.map((match) => mark(text, match.index, match.index + match[0].length, "mixed-voice", null));
}

/** Of marks that lie over each other the first and longest stays, but a long sentence never hides what is in it. */
function withoutOverlaps(marks: readonly ToneMark[]): ToneMark[] {
  const kept: ToneMark[] = [];
  let reached = -1;
  for (const found of marks) {
    if (found.rule === "long-sentence") kept.push(found);
    else if (found.from >= reached) {
      kept.push(found);
      reached = found.to;
    }
  }
  return kept;
}

interface Sentence { readonly from: number; readonly to: number; readonly words: number; readonly text: string }

/**
 * Sentences end at a full stop, question or exclamation mark before white space, at a colon before a new line, and at
 * empty lines.
 */
function sentencesOf(text: string): Sentence[] {
  const found: Sentence[] = [];
  for (const match of text.matchAll(/\S[\s\S]*?(?:[.?!…]+(?=["'”’)]?\s|["'”’)]?$)|:?(?=\s*\n\s*(?:\n|[-•*\d]))|$)/gu)) {
    const words = match[0].match(/[\p{L}\p{N}][\p{L}\p{N}'’.,@-]*/gu)?.length ?? 0;
    if (words > 0) found.push({ from: match.index, to: match.index + match[0].length, words, text: match[0] });
  }
  return found;
}

/** How easy a text reads. Source: Flesch (1948) for English; Douma (1960) for Dutch. */
export function reading(text: string, language: Language): Reading {
  const sentences = sentencesOf(text);
  const words = sentences.reduce((all, sentence) => all + sentence.words, 0);
  if (words === 0) return { sentences: 0, words: 0, wordsPerSentence: 0, longestSentence: 0, ease: 100, level: "A2" };
  const wordsPerSentence = words / sentences.length;
  const syllables = syllablesIn(text) / words;
  const ease = language === "nl"
    ? 206.84 - 77 * syllables - 0.93 * wordsPerSentence
    : 206.835 - 84.6 * syllables - 1.015 * wordsPerSentence;
  return {
    sentences: sentences.length, words,
    wordsPerSentence: Math.round(wordsPerSentence * 10) / 10,
    longestSentence: Math.max(...sentences.map((sentence) => sentence.words)),
    ease: Math.round(ease),
    level: ease >= 80 ? "A2" : ease >= 60 ? "B1" : ease >= 45 ? "B2" : "C1",
  };
}

/** Groups of vowels, as a good guess for both languages; figures count as one each. */
function syllablesIn(text: string): number {
  const plain = text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  return (plain.match(/[aeiouy]+/gu)?.length ?? 0) + (plain.match(/\p{N}+/gu)?.length ?? 0);
}
