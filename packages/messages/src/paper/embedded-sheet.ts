import PDFDocument from "pdfkit";
import type { Span } from "../message-blocks";
import { fontFace, printable } from "./embedded-fonts";
import {
  breakLines,
  CONTAINER_TAGS,
  PAPER_INK,
  PAPER_RULE,
  startOf,
  withSpace,
  type Run,
  type Sheet,
  type SheetOptions,
  type TagOptions,
  type TextLook,
  type TextPlace,
} from "./sheet";

/**
 * What pdfkit keeps of each word that it laid out. It starts anew with each document; words and amounts recur from letter to
 * letter, and laying them out was most of the work, so the letters share theirs.
 */
const MAX_DOCUMENTS_PER_CACHE = 500;
let layouts: Record<string, Record<string, unknown>> = {};
let documents = 0;

type Structure = PDFKit.PDFStructureElement;

/** Words recur from letter to letter; what was measured once, at 1 point, holds for all. */
const MAX_MEASURED = 20_000;
const measured = new Map<string, readonly Run[]>();

/** A sheet that carries its own font, drawn by pdfkit: for letters, and for names that Windows-1252 can't write. */
export class EmbeddedSheet implements Sheet {
  private readonly pdf: PDFKit.PDFDocument;
  private readonly root: Structure;
  private current: Structure;
  private withinLeaf = false;
  /** Pages so far. */
  pages = 0;

  constructor({ title, author, language, day }: SheetOptions) {
    const madeAt = new Date(`${day}T12:00:00Z`);
    this.pdf = new PDFDocument({
      size: "A4",
      margin: 0,
      autoFirstPage: false,
      pdfVersion: "1.7",
      lang: language === "nl" ? "nl-NL" : "en-GB",
      tagged: true,
      displayTitle: true,
      font: null as unknown as string,
      info: {
        Title: title,
        Author: author,
        Creator: "Tegemoet",
        Producer: "Tegemoet",
        CreationDate: madeAt,
        ModDate: madeAt,
      },
    });
    documents += 1;
    if (documents % MAX_DOCUMENTS_PER_CACHE === 0) layouts = {};
    for (const [name, weight] of [
      ["regular", 400],
      ["bold", 700],
    ] as const) {
      const { latin, extended } = fontFace(weight);
      this.addFont(name, latin);
      this.addFont(`${name}-extended`, extended);
    }
    this.addPage();
    this.root = this.pdf.struct("Document");
    this.pdf.addStructure(this.root);
    this.current = this.root;
  }

  private addFont(name: string, font: unknown): void {
    this.pdf.registerFont(name, font as Buffer);
    this.pdf.font(name);
    const opened = (this.pdf as unknown as { _font: { layoutCache?: object } })._font;
    opened.layoutCache = layouts[name] ??= Object.create(null) as Record<string, unknown>;
  }

  tagged(type: string, draw: () => void, options: TagOptions = {}): void {
    const parent = this.current;
    const element = this.pdf.struct(type, options as never);
    parent.add(element);
    this.current = element;
    if (CONTAINER_TAGS.includes(type)) draw();
    else {
      this.withinLeaf = true;
      element.add(draw);
      this.withinLeaf = false;
    }
    this.current = parent;
    element.end();
  }

  private draw(act: () => void): void {
    if (this.withinLeaf) return act();
    this.pdf.markContent("Artifact", { type: "Layout" });
    act();
    this.pdf.endMarkedContent();
  }

  text(text: string | readonly Span[], place: TextPlace): number {
    const { y, size = 11, leading = 15, colour = PAPER_INK } = place;
    const lines = this.lines(text, place);
    this.draw(() => {
      this.pdf.fillColor(colour).fontSize(size);
      lines.forEach((runs, index) => {
        let at = startOf(runs, place);
        const baseline = y + index * leading + leading / 2 + size * 0.35;
        for (const [nth, run] of runs.entries()) {
          const options = { lineBreak: false, baseline: "alphabetic", textWidth: run.width };
          const text = nth === runs.length - 1 ? withSpace(run.text) : run.text;
          this.pdf.font(run.font).text(text, at, baseline, options as unknown as PDFKit.Mixins.TextOptions);
          at += run.width;
        }
      });
    });
    return y + lines.length * leading;
  }

  height(text: string | readonly Span[], look: TextLook): number {
    return this.lines(text, look).length * (look.leading ?? 15);
  }

  private lines(text: string | readonly Span[], look: TextLook): Run[][] {
    return breakLines(text, look, (word, bold) => this.measure(word, bold, look.size ?? 11));
  }

  private measure(word: string, bold: boolean, size: number): Run[] {
    const key = `${bold ? "b" : "r"}${word}`;
    let runs = measured.get(key);
    if (!runs) {
      runs = this.runsOf(word, bold);
      if (measured.size >= MAX_MEASURED) measured.clear();
      measured.set(key, runs);
    }
    return runs.map((run) => ({ ...run, width: run.width * size }));
  }

  /** A word in the fonts that have its letters, measured at 1 point. */
  private runsOf(word: string, bold: boolean): Run[] {
    const base = bold ? "bold" : "regular";
    const { latin } = fontFace(bold ? 700 : 400);
    const runs: { text: string; font: string }[] = [];
    for (const character of printable(word)) {
      const font =
        character === "\u00a0" || latin.hasGlyphForCodePoint(character.codePointAt(0) ?? 0) ? base : `${base}-extended`;
      const last = runs.at(-1);
      if (last?.font === font) last.text += character;
      else runs.push({ text: character, font });
    }
    return runs.map((run) => ({
      ...run,
      width: this.pdf.font(run.font).fontSize(1000).widthOfString(run.text) / 1000,
    }));
  }

  rule(
    x: number,
    y: number,
    width: number,
    { weight = 0.6, colour = PAPER_RULE }: { weight?: number; colour?: string } = {},
  ): void {
    this.draw(() =>
      this.pdf
        .moveTo(x, y)
        .lineTo(x + width, y)
        .lineWidth(weight)
        .strokeColor(colour)
        .stroke(),
    );
  }

  fill(rectangles: readonly (readonly [number, number, number, number])[], colour: string): void {
    this.draw(() => {
      for (const [x, y, width, height] of rectangles) this.pdf.rect(x, y, width, height);
      this.pdf.fill(colour);
    });
  }

  addPage(): void {
    this.pages += 1;
    this.pdf.addPage();
  }

  end(): Buffer {
    this.root.end();
    this.pdf.end();
    const bytes = (this.pdf as unknown as { read(): Buffer | null }).read();
    if (!bytes) throw new Error("pdfkit did not finish the document");
    return bytes;
  }
}
