import type { Span } from "../message-blocks";
import { PdfFile, ref, unicode } from "./pdf-file";
import {
  breakLines,
  CONTAINER_TAGS,
  PAGE,
  PAPER_INK,
  PAPER_RULE,
  startOf,
  type Line,
  type Rectangle,
  type Run,
  type Sheet,
  type SheetOptions,
  type TagOptions,
  type TextLook,
  type TextPlace,
  type Word,
} from "./sheet";

interface Element {
  readonly type: string;
  readonly options: TagOptions;
  readonly parent: Element | null;
  readonly kids: (Element | { readonly page: number; readonly mark: number })[];
  number: number;
}

interface Page {
  readonly content: string[];
  readonly marks: Element[];
}

/**
 * A sheet written without a library, for documents by the thousand: tagged PDF 1.7 with its structure, its pages and what is drawn on them.
 * A kind of sheet adds its fonts and how a word is written in them.
 */
export abstract class TaggedSheet implements Sheet {
  private readonly sheets: Page[] = [];
  private readonly root: Element = { type: "Document", options: {}, parent: null, kids: [], number: 0 };
  private current: Element = this.root;
  private withinLeaf = false;
  private broken: { text: string | readonly Span[]; look: string; lines: readonly Line[] } | undefined;

  constructor(private readonly options: SheetOptions) {
    this.addPage();
  }

  /** A word as runs in the fonts that have its letters, measured at 1 point. */
  protected abstract word(text: string, bold: boolean): Word;

  /** The operators that show a line of runs. It ends in a space, so that who listens or copies doesn't get two lines glued together. */
  protected abstract shown(runs: readonly Run[], size: number): string;

  /** Writes the fonts of the document and gives its dictionary of them: name and object. */
  protected abstract fonts(file: PdfFile): string;

  get pages(): number {
    return this.sheets.length;
  }

  private get page(): Page {
    return this.sheets[this.sheets.length - 1] as Page;
  }

  tagged(type: string, draw: () => void, options: TagOptions = {}): void {
    const element: Element = { type, options, parent: this.current, kids: [], number: 0 };
    this.current.kids.push(element);
    if (CONTAINER_TAGS.includes(type)) {
      this.current = element;
      draw();
      this.current = element.parent ?? this.root;
      return;
    }
    const { content, marks } = this.page;
    element.kids.push({ page: this.sheets.length - 1, mark: marks.length });
    content.push(`/${type} <</MCID ${marks.length}>> BDC`);
    marks.push(element);
    this.withinLeaf = true;
    draw();
    this.withinLeaf = false;
    content.push("EMC");
  }

  private draw(operators: readonly string[]): void {
    if (this.withinLeaf) this.page.content.push(...operators);
    else this.page.content.push("/Artifact BMC", ...operators, "EMC");
  }

  text(text: string | readonly Span[], place: TextPlace): number {
    const { y, size = 11, leading = 15, colour = PAPER_INK } = place;
    const lines = this.lines(text, place);
    const operators = [`${rgb(colour)} rg`];
    lines.forEach((line, index) => {
      const baseline = PAGE.height - (y + index * leading + leading / 2 + size * 0.35);
      operators.push(`BT ${points(startOf(line, place))} ${points(baseline)} Td ${this.shown(line.runs, size)} ET`);
    });
    this.draw(operators);
    return y + lines.length * leading;
  }

  height(text: string | readonly Span[], look: TextLook): number {
    return this.lines(text, look).length * (look.leading ?? 15);
  }

  /** Who asks how high a text stands is about to write it: the last one is broken once. */
  private lines(text: string | readonly Span[], { width, size = 11, bold = false }: TextLook): readonly Line[] {
    const look = `${width} ${size} ${bold}`;
    if (this.broken?.text !== text || this.broken.look !== look) {
      this.broken = { text, look, lines: breakLines(text, { width, size, bold }, (word, heavy) => this.word(word, heavy)) };
    }
    return this.broken.lines;
  }

  rule(
    x: number,
    y: number,
    width: number,
    { weight = 0.6, colour = PAPER_RULE }: { weight?: number; colour?: string } = {},
  ): void {
    const height = points(PAGE.height - y);
    this.draw([`${rgb(colour)} RG ${weight} w ${points(x)} ${height} m ${points(x + width)} ${height} l S`]);
  }

  fill([x, y, width, height]: Rectangle, colour: string): void {
    this.draw([`${rgb(colour)} rg ${points(x)} ${points(PAGE.height - y - height)} ${points(width)} ${points(height)} re f`]);
  }

  /** In a space of its own, where a square is 1 and down is up: whole numbers, and no arithmetic for each square. */
  squares(x: number, y: number, side: number, bars: readonly Rectangle[], colour: string): void {
    const paths = bars.map(([left, top, width, height]) => `${left} ${top} ${width} ${height} re`);
    const place = `${side.toFixed(5)} 0 0 -${side.toFixed(5)} ${points(x)} ${points(PAGE.height - y)} cm`;
    this.draw([`q ${place} ${rgb(colour)} rg`, ...paths, "f Q"]);
  }

  addPage(): void {
    this.sheets.push({ content: [], marks: [] });
  }

  end(): Buffer {
    const file = new PdfFile();
    const catalog = file.reserve();
    const pageTree = file.reserve();
    const structure = file.reserve();
    const pageNumbers = this.sheets.map(() => file.reserve());
    writeElements(file, this.root, structure, pageNumbers);
    const parents = this.sheets.map(
      ({ marks }, index) => `${index} [${marks.map((element) => ref(element.number)).join(" ")}]`,
    );
    file.set(
      structure,
      `<</Type/StructTreeRoot/K ${ref(this.root.number)}/ParentTree <</Nums [${parents.join(" ")}]>>>>`,
    );
    const resources = file.add(`<</Font <<${this.fonts(file)}>>>>`);
    this.sheets.forEach(({ content }, index) => {
      const stream = file.addStream(Buffer.from(content.join("\n"), "latin1"));
      file.set(
        pageNumbers[index] ?? 0,
        `<</Type/Page/Parent ${ref(pageTree)}/MediaBox [0 0 ${points(PAGE.width)} ${points(PAGE.height)}]` +
          `/Resources ${ref(resources)}/Contents ${ref(stream)}/StructParents ${index}/Tabs/S>>`,
      );
    });
    file.set(pageTree, `<</Type/Pages/Count ${pageNumbers.length}/Kids [${pageNumbers.map(ref).join(" ")}]>>`);
    const { title, author, language, day } = this.options;
    file.set(
      catalog,
      `<</Type/Catalog/Pages ${ref(pageTree)}/Lang (${language === "nl" ? "nl-NL" : "en-GB"})` +
        `/MarkInfo <</Marked true>>/ViewerPreferences <</DisplayDocTitle true>>/StructTreeRoot ${ref(structure)}>>`,
    );
    const made = `(D:${day.replace(/-/g, "")}120000Z)`;
    const info = file.add(
      `<</Title ${unicode(title)}/Author ${unicode(author)}/Creator (Tegemoet)/Producer (Tegemoet)/CreationDate ` +
        `${made}/ModDate ${made}>>`,
    );
    return file.toPdf(catalog, info);
  }
}

function writeElements(file: PdfFile, element: Element, parent: number, pages: readonly number[]): void {
  element.number = file.reserve();
  for (const kid of element.kids) if ("kids" in kid) writeElements(file, kid, element.number, pages);
  const kids = element.kids.map((kid) =>
    "kids" in kid ? ref(kid.number) : `<</Type/MCR/Pg ${ref(pages[kid.page] ?? 0)}/MCID ${kid.mark}>>`,
  );
  const { alt, scope } = element.options;
  file.set(
    element.number,
    `<</Type/StructElem/S/${element.type}/P ${ref(parent)}${alt ? `/Alt ${unicode(alt)}` : ""}` +
      `${scope ? `/A <</O/Table/Scope/${scope}>>` : ""}/K [${kids.join(" ")}]>>`,
  );
}

/** A length in points, to a hundredth: 0.0035 mm. */
function points(length: number): string {
  return length.toFixed(2);
}

function rgb(hex: string): string {
  return [1, 3, 5].map((at) => (Number.parseInt(hex.slice(at, at + 2), 16) / 255).toFixed(3)).join(" ");
}
