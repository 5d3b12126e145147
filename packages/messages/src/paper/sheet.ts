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

/** x, y, width, height. */
export type Rectangle = readonly [number, number, number, number];

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
  /** A filled rectangle. */
  fill(rectangle: Rectangle, colour: string): void;
  /** Bars of squares of this side, from the top left at x, y; each bar is counted in squares. One path, so that no seam shows between them. */
  squares(x: number, y: number, side: number, bars: readonly Rectangle[], colour: string): void;
  addPage(): void;
  /** Pages so far. */
  readonly pages: number;
  end(): Buffer;
}

/** A run of text in one font, as that font writes it. */
export interface Run {
  readonly font: string;
  readonly text: string;
}

/** A word with the space after it, measured at 1 point; `visible` is its width without that space. */
export interface Word {
  readonly runs: readonly Run[];
  readonly width: number;
  readonly visible: number;
}

/** A line and its width in points. */
export interface Line {
  readonly runs: readonly Run[];
  readonly width: number;
}

/** Breaks spans in lines at spaces. */
export function breakLines(
  text: string | readonly Span[],
  { width, size, bold = false }: { width?: number; size: number; bold?: boolean },
  wordOf: (word: string, bold: boolean) => Word,
): Line[] {
  const spans = typeof text === "string" ? [{ text, bold }] : text;
  const lines: Line[] = [];
  let runs: Run[] = [];
  let used = 0;
  for (const span of spans) {
    for (const piece of span.text.split(/(?<= )/)) {
      const word = wordOf(piece, span.bold || bold);
      if (width !== undefined && used > 0 && used + word.visible * size > width + 0.01) {
        lines.push({ runs, width: used });
        [runs, used] = [[], 0];
      }
      add(runs, word.runs);
      used += word.width * size;
    }
  }
  return [...lines, { runs, width: used }];
}

/** Neighbours in one font become one run, so that a line copies out of the PDF as one text. */
function add(line: Run[], runs: readonly Run[]): void {
  for (const run of runs) {
    const last = line.at(-1);
    if (last?.font === run.font) line[line.length - 1] = { font: run.font, text: last.text + run.text };
    else line.push(run);
  }
}

/** Where a line starts. */
export function startOf(line: Line, { x, width, align = "left" }: TextPlace): number {
  const slack = width === undefined || align === "left" ? 0 : width - line.width;
  return x + (align === "center" ? slack / 2 : slack);
}
