import { restoreMarks } from "./liquid-sandbox";

/** A run of text; bold is for the day and the amount. */
export interface Span {
  readonly text: string;
  readonly bold: boolean;
}

/** Where a button or link of a text may lead. An address can't be typed into a text. */
export const DESTINATIONS = ["pay", "portal", "terms"] as const;
export type Destination = (typeof DESTINATIONS)[number];

/** A line of a paragraph: text, or the link with what follows it. */
export type Line =
  | { readonly spans: readonly Span[] }
  | { readonly link: string; readonly to: Destination; readonly after: readonly Span[] };

/** The pieces of a message, in order; each medium draws them its own way. */
export type Block =
  | { readonly kind: "paragraph"; readonly lines: readonly Line[] }
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "bill"; readonly total: string }
  | { readonly kind: "costs" }
  | { readonly kind: "schedule"; readonly of: ScheduleSource; readonly total: string }
  | { readonly kind: "facts"; readonly rows: readonly { readonly label: string; readonly value: string }[] }
  | { readonly kind: "button"; readonly to: Destination; readonly text: string }
  | { readonly kind: "choice"; readonly yes: string; readonly no: string }
  | { readonly kind: "bank"; readonly heading: string }
  | { readonly kind: "code" };

export const SCHEDULE_SOURCES = ["plan", "example", "agreement"] as const;
export type ScheduleSource = (typeof SCHEDULE_SOURCES)[number];

/**
 * Reads a rendered text as blocks. Paragraphs are parted by an empty line; a line that starts with a mark is a block:
 *
 *     # Heading                          @bill Samen nog open         @costs            @code
 *     @button pay Betaal € 350,00        @choice Ja | Nee             @bank Liever zelf overmaken?
 *     @schedule plan Samen               @facts, then lines "Label: value" up to the empty line
 *     @link terms Kies termijnen | U hoort meteen of het kan.         (a line within a paragraph)
 *
 * `**…**` is bold.
 *
 * @throws RangeError that names the line it doesn't understand.
 */
export function readBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  for (const chunk of text.split(/\n\s*\n/)) {
    const lines = chunk
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "");
    blocks.push(...readChunk(lines));
  }
  return blocks;
}

function readChunk(lines: readonly string[]): Block[] {
  if (lines[0] === "@facts") return [{ kind: "facts", rows: lines.slice(1).map(readFact) }];
  const blocks: Block[] = [];
  let paragraph: Line[] = [];
  const endParagraph = (): void => {
    if (paragraph.length > 0) blocks.push({ kind: "paragraph", lines: paragraph });
    paragraph = [];
  };
  for (const line of lines) {
    if (line.startsWith("@link ")) paragraph.push(readLink(line));
    else if (/^[@#]/.test(line)) {
      endParagraph();
      blocks.push(readMark(line));
    } else paragraph.push({ spans: readSpans(line) });
  }
  endParagraph();
  return blocks;
}

function readMark(line: string): Block {
  const [, mark = "", rest = ""] = /^(#|@[a-z]+)\s*(.*)$/.exec(line) ?? [];
  const text = restoreMarks(rest);
  switch (mark) {
    case "#":
      return { kind: "heading", text };
    case "@bill":
      return { kind: "bill", total: text };
    case "@bank":
      return { kind: "bank", heading: text };
    case "@costs":
    case "@code":
      return { kind: mark.slice(1) as "costs" | "code" };
    case "@schedule": {
      const [of, total] = firstWord(rest, SCHEDULE_SOURCES, line);
      return { kind: "schedule", of, total };
    }
    case "@button": {
      const [to, label] = firstWord(rest, DESTINATIONS, line);
      return { kind: "button", to, text: label };
    }
    case "@choice": {
      const [yes, no, ...more] = rest.split("|").map((part) => restoreMarks(part.trim()));
      if (!yes || !no || more.length > 0) throw new RangeError(`"${line}" needs two answers, parted by |`);
      return { kind: "choice", yes, no };
    }
    default:
      throw new RangeError(`"${restoreMarks(line)}" is not a block that a message can have`);
  }
}

function readLink(line: string): Line {
  const [before = "", after = ""] = line.slice("@link ".length).split("|");
  const [to, link] = firstWord(before.trim(), DESTINATIONS, line);
  return { link, to, after: readSpans(after.trim()) };
}

function firstWord<T extends string>(text: string, words: readonly T[], line: string): [T, string] {
  const [word = "", ...rest] = text.split(" ");
  const known = words.find((one) => one === word);
  if (!known || rest.length === 0)
    throw new RangeError(`"${restoreMarks(line)}" needs one of ${words.join(", ")}, then its words`);
  return [known, restoreMarks(rest.join(" ").trim())];
}

function readFact(line: string): { label: string; value: string } {
  const colon = line.indexOf(":");
  if (colon < 1) throw new RangeError(`"${restoreMarks(line)}" in @facts needs the form "Label: value"`);
  return { label: restoreMarks(line.slice(0, colon).trim()), value: restoreMarks(line.slice(colon + 1).trim()) };
}

/** Parts a line in plain and bold runs. */
export function readSpans(line: string): Span[] {
  return line
    .split("**")
    .map((text, index) => ({ text: restoreMarks(text), bold: index % 2 === 1 }))
    .filter((span) => span.text !== "");
}

/** The words of spans without their weight. */
export function plainText(spans: readonly Span[]): string {
  return spans.map((span) => span.text).join("");
}
