import type { Language, PlainDate } from "@tegemoet/domain";
import type { Span } from "../message-blocks";

/** Millimetres on paper as points. */
export function mm(millimetres: number): number {
  return (millimetres * 72) / 25.4;
}

/** A4 in points. */
export const PAGE = { width: mm(210), height: mm(297) } as const;

export const PAPER_INK = "#1b2129";
export const PAPER_SOFT = "#464e58";
export const PAPER_RULE = "#cdc6b4";

/** What a document says about itself. Its creation day is given, so that the same facts give the same bytes. */
export interface SheetOptions {
  readonly title: string;
  readonly author: string;
  readonly language: Language;
  readonly day: PlainDate;
}

/** How a text is set. Sizes are points. */
export interface TextLook {
  /** Wraps within this width; also what right-aligned text ends at. */
  readonly width?: number;
  readonly size?: number;
  readonly leading?: number;
  readonly bold?: boolean;
  readonly colour?: string;
  readonly align?: "left" | "right" | "center";
}

/** A text and its place: points from the top left of the page; `y` is the top of its first line. */
export interface TextPlace extends TextLook {
  readonly x: number;
  readonly y: number;
}

/** What a structure element may say beside its content. */
export interface TagOptions {
  readonly alt?: string;
  readonly scope?: "Row" | "Column";
}

/** Elements that hold other elements and draw nothing of their own. */
export const CONTAINER_TAGS: readonly string[] = ["Table", "TR", "Sect"];

/**
 * A tagged A4 document that is drawn on by place: text, rules and squares, in reading order, with marks for screen
 * readers. Everything is done at once; `end` gives the bytes.
 */
export interface Sheet {
  /** Draws within a structure element: "P", "H1", "Table", "TR", "TH", "TD", "Figure". */
  tagged(type: string, draw: () => void, options?: TagOptions): void;
  /** Writes text and gives the y below its last line. Outside `tagged` it is decoration. */
  text(text: string | readonly Span[], place: TextPlace): number;
  /** How high a text will stand. */
  height(text: string | readonly Span[], look: TextLook): number;
  /** A horizontal rule: decoration. */
  rule(x: number, y: number, width: number, look?: { weight?: number; colour?: string }): void;
  /** Filled rectangles of one colour, each x, y, width, height. */
  fill(rectangles: readonly (readonly [number, number, number, number])[], colour: string): void;
  addPage(): void;
  end(): Buffer;
}

/** A run of text in one font. */
export interface Run {
  readonly text: string;
  readonly font: string;
  readonly width: number;
}

/** Breaks spans in lines at spaces. `measure` gives a word as runs in the fonts that have its letters. */
export function breakLines(
  text: string | readonly Span[],
  look: TextLook,
  measure: (word: string, bold: boolean) => readonly Run[],
): Run[][] {
  const spans = typeof text === "string" ? [{ text, bold: look.bold ?? false }] : text;
  const lines: Run[][] = [[]];
  let used = 0;
  for (const span of spans) {
    for (const word of span.text.split(/(?<= )/)) {
      const runs = measure(word, span.bold || (look.bold ?? false));
      const bare = word.trimEnd();
      const visible = widthOf(bare === word ? runs : measure(bare, span.bold || (look.bold ?? false)));
      if (look.width !== undefined && used > 0 && used + visible > look.width + 0.01) {
        lines.push([]);
        used = 0;
      }
      lines.at(-1)?.push(...runs);
      used += widthOf(runs);
    }
  }
  return lines.map(joined);
}

/** The width of a line of runs. */
export function widthOf(runs: readonly Run[]): number {
  return runs.reduce((sum, run) => sum + run.width, 0);
}

/** Where a line starts. */
export function startOf(runs: readonly Run[], { x, width, align = "left" }: TextPlace): number {
  const slack = width === undefined || align === "left" ? 0 : width - widthOf(runs);
  return x + (align === "center" ? slack / 2 : slack);
}

/** A line that ends in a space, so that who listens or copies doesn't get two lines glued together. */
export function withSpace(text: string): string {
  return text.endsWith(" ") ? text : `${text} `;
}

/** Neighbours in one font become one run, so that a line copies out of the PDF as one text. */
function joined(runs: readonly Run[]): Run[] {
  const whole: Run[] = [];
  for (const run of runs) {
    const last = whole.at(-1);
    if (last?.font === run.font)
      whole[whole.length - 1] = { ...last, text: last.text + run.text, width: last.width + run.width };
    else whole.push(run);
  }
  return whole;
}
