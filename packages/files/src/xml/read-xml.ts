import { Refusal } from "@tegemoet/domain";
import { SaxesParser, type SaxesTagPlain } from "saxes";
import type { TextSource } from "../text-source";
import { shortened } from "../refuse-field";
import { XmlElement } from "./xml-element";

/** What a file may ask of us at most, so that none can exhaust memory or time (quality.md T-60). */
export interface XmlLimits {
  readonly depth: number;
  readonly elements: number;
  readonly attributes: number;
  /** Characters written as numbers ("&#233;"); each costs far more time than a letter. */
  readonly references: number;
  /** Characters in one text, attribute, comment or tag. */
  readonly text: number;
  /** Elements in which a file may stand, with the characters they may hold. */
  readonly roomy?: { readonly name: string; readonly text: number };
}

export const XML_LIMITS: XmlLimits = {
  depth: 200,
  elements: 500_000,
  attributes: 100,
  references: 500_000,
  text: 100_000,
};

/**
 * Reads XML as a stream and builds its elements. When one ends, `finished` gets it with the names around it; the
 * elements it answers `true` for are dropped, which is how a statement of 100,000 entries is read in little memory.
 *
 * Entities beyond the five of XML, and every DOCTYPE, are refused; nothing outside the file is ever opened. Yields
 * after each piece of the file. The last value is the root.
 *
 * Refuses with FILE_NOT_XML (with line and problem), FILE_CUT_OFF, FILE_HAS_DOCTYPE, FILE_TOO_LARGE, FILE_EMPTY,
 * FILE_ENCODING.
 */
export async function* readXml(
  source: TextSource,
  finished: (element: XmlElement, around: readonly XmlElement[]) => boolean,
  limits: XmlLimits = XML_LIMITS,
): AsyncGenerator<void, XmlElement> {
  const reader = new ElementReader(finished, limits);
  let blank = true;
  for await (const piece of source.pieces()) {
    blank &&= piece.trim() === "";
    reader.write(piece);
    yield;
  }
  if (blank) throw new Refusal("FILE_EMPTY");
  return reader.end();
}

const NO_ATTRIBUTES: Readonly<Record<string, string>> = {};

class ElementReader {
  private readonly parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  private readonly open: XmlElement[] = [];
  private readonly countAtOpen: number[] = [];
  private readonly names = new Map<string, string>();
  private root: XmlElement | undefined;
  private count = 0;
  private attributes = 0;
  private references = 0;
  private textLength = 0;
  /** Whether the parser told us anything since the last piece, and how much it swallowed in silence. */
  private heard = false;
  private silent = 0;
  private ending = false;

  constructor(
    private readonly finished: (element: XmlElement, around: readonly XmlElement[]) => boolean,
    private readonly limits: XmlLimits,
  ) {
    // Seven handlers and no more: an eighth turns the parser's properties into a hash table, and it is four times slower.
    const { parser } = this;
    parser.on("error", (error) => this.fail(error.message));
    parser.on("doctype", () => {
      throw this.doctype();
    });
    parser.on("attribute", () => this.countAttribute());
    parser.on("opentag", (tag) => this.start(tag));
    parser.on("text", (text) => this.append(text));
    parser.on("cdata", (text) => this.append(text));
    parser.on("closetag", () => this.finish());
  }

  write(piece: string): void {
    // A DOCTYPE may be endless, so it is refused where it begins; only comments can hold the word as well.
    if (!this.root && /^[^<]*(?:<\?[^>]*>\s*|<!--(?:(?!-->)[^])*-->\s*)*<!DOCTYPE/i.test(piece)) throw this.doctype();
    this.countReferences(piece);
    this.heard = false;
    this.parser.write(piece);
    this.silent = this.heard ? 0 : this.silent + piece.length;
    if (this.silent > this.textLimit()) throw this.tooLong();
  }

  end(): XmlElement {
    this.ending = true;
    this.parser.close();
    if (!this.root) throw new Refusal("FILE_NOT_XML", { line: 1 });
    return this.root;
  }

  private start(tag: SaxesTagPlain): void {
    if (this.open.length >= this.limits.depth) {
      throw new Refusal("FILE_NOT_XML", {
        line: this.parser.line,
        problem: `more than ${this.limits.depth} levels deep`,
      });
    }
    if (this.count >= this.limits.elements)
      throw new Refusal("FILE_TOO_LARGE", { limitElements: this.limits.elements });
    this.countAtOpen.push(this.count);
    this.count += 1;
    this.textLength = 0;
    const attributes = this.attributes === 0 ? NO_ATTRIBUTES : tag.attributes;
    const element = new XmlElement(this.localName(tag.name), attributes, this.parser.line);
    this.attributes = 0;
    this.heard = true;
    this.root ??= element;
    this.open.push(element);
  }

  private append(text: string): void {
    this.heard = true;
    const element = this.open[this.open.length - 1];
    if (!element) return;
    this.textLength += text.length;
    if (this.textLength > this.textLimit()) throw this.tooLong();
    element.text += text;
  }

  private finish(): void {
    this.heard = true;
    this.textLength = 0;
    const element = this.open.pop();
    const countBefore = this.countAtOpen.pop();
    if (!element || countBefore === undefined) return;
    if (this.finished(element, this.open)) this.count = countBefore;
    else this.open[this.open.length - 1]?.append(element);
  }

  private countReferences(piece: string): void {
    for (let at = piece.indexOf("&#"); at >= 0; at = piece.indexOf("&#", at + 2)) this.references += 1;
    if (this.references > this.limits.references)
      throw new Refusal("FILE_TOO_LARGE", { limitReferences: this.limits.references });
  }

  private countAttribute(): void {
    this.heard = true;
    this.attributes += 1;
    if (this.attributes > this.limits.attributes) throw this.tooLong();
  }

  private textLimit(): number {
    const { roomy, text } = this.limits;
    return roomy && this.open[this.open.length - 1]?.name === roomy.name ? roomy.text : text;
  }

  private tooLong(): Refusal {
    const field = this.open[this.open.length - 1]?.name ?? "xml";
    return new Refusal("FILE_TOO_LARGE", { field, line: this.parser.line, limitCharacters: this.textLimit() });
  }

  private doctype(): Refusal {
    return new Refusal("FILE_HAS_DOCTYPE", { line: this.parser.line });
  }

  private fail(problem: string): never {
    const last = this.open[this.open.length - 1];
    if (/doctype/i.test(problem)) throw this.doctype();
    if (!this.ending) throw new Refusal("FILE_NOT_XML", { line: this.parser.line, problem: shortened(problem) });
    throw new Refusal("FILE_CUT_OFF", { line: this.parser.line, ...(last ? { field: last.name } : {}) });
  }

  /** The name without prefix, always the same string for the same name, which makes comparing names cheap. */
  private localName(name: string): string {
    const known = this.names.get(name);
    if (known !== undefined) return known;
    const local = name.slice(name.indexOf(":") + 1);
    if (this.names.size < 1000) this.names.set(name, local);
    return local;
  }
}
