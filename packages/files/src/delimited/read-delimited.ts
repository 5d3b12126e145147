import { Refusal } from "@tegemoet/domain";
import type { Source } from "../source";
import { TextSource } from "../text-source";
import { formOf, type DelimitedForm } from "./delimited-form";

/** The largest delimited file we take. */
export const MAX_DELIMITED_BYTES = 64 * 1024 * 1024;

export interface DelimitedOptions {
  /** Found out from the file when absent. */
  readonly separator?: string;
  readonly quote?: '"' | "'";
  /** A WHATWG name such as "windows-1252"; by byte order mark, UTF-8, else Windows-1252 when absent. */
  readonly encoding?: string;
  readonly maxBytes?: number;
  /** 500 when absent: what no spreadsheet of a bookkeeper has. */
  readonly maxCells?: number;
  /** Is told how the file is written, once that is known. */
  readonly told?: (form: { readonly separator: string; readonly encoding: string }) => void;
}

/** One row of a delimited file. Blank rows are left out. */
export interface DelimitedRow {
  /** Where it begins in the file, from 1. */
  readonly line: number;
  /** As written, without quotes. A formula ("=1+1") is text like any other. */
  readonly cells: readonly string[];
}

const LONGEST_CELL = 100_000;
const START_CHARACTERS = 64 * 1024;

/**
 * Reads a CSV, TSV or other delimited file as a stream of rows, the first of them usually a header. Separator (`;`,
 * `,`, tab or `|`), quotes and encoding are found out unless given; "sep=;" of Excel is followed. Quoted cells may
 * hold separators, doubled quotes and line ends.
 *
 * Refuses with FILE_TOO_LARGE (bytes, cells in a row, characters in a cell; with line), FILE_CUT_OFF when a quote
 * never closes, FILE_EMPTY, FILE_ENCODING.
 */
export async function* readDelimited(
  source: Source,
  options: DelimitedOptions = {},
): AsyncGenerator<DelimitedRow, void, void> {
  const text = new TextSource(source, options.maxBytes ?? MAX_DELIMITED_BYTES, options.encoding);
  let reader: RowReader | undefined;
  let start = "";
  let rows = 0;
  for await (const piece of text.pieces()) {
    if (reader) reader.write(piece);
    else {
      start += piece;
      if (start.length < START_CHARACTERS) continue;
      reader = begin(start, options, text.encoding);
    }
    for (const row of reader.taken()) {
      rows += 1;
      yield row;
    }
  }
  reader ??= begin(start, options, text.encoding);
  reader.end();
  for (const row of reader.taken()) {
    rows += 1;
    yield row;
  }
  if (rows === 0) throw new Refusal("FILE_EMPTY");
}

function begin(start: string, { separator, quote, maxCells = 500, told }: DelimitedOptions, encoding: string): RowReader {
  const found = formOf(start);
  const form = { ...found, separator: separator ?? found.separator, quote: quote ?? found.quote };
  told?.({ separator: form.separator, encoding });
  const reader = new RowReader(form, maxCells);
  if (found.skip > 0) reader.line += 1;
  reader.write(start.slice(found.skip));
  return reader;
}

class RowReader {
  line = 1;
  private rows: DelimitedRow[] = [];
  private cells: string[] = [];
  private cell = "";
  private rowLine = 1;
  /** In a quoted cell; "closing" after a quote that either ends it or is the first of two. */
  private quoted: false | "open" | "closing" = false;
  private carriageReturn = false;

  constructor(
    private readonly form: DelimitedForm,
    private readonly maxCells: number,
  ) {}

  taken(): DelimitedRow[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }

  write(text: string): void {
    const { separator, quote } = this.form;
    let from = 0;
    for (let at = 0; at < text.length; at += 1) {
      const character = text[at];
      const afterReturn = this.carriageReturn;
      this.carriageReturn = false;
      if (this.quoted === "open") {
        if (character === quote) {
          this.add(text.slice(from, at));
          from = at + 1;
          this.quoted = "closing";
        } else if (character === "\n") this.line += 1;
      } else if (this.quoted === "closing" && character === quote) {
        this.quoted = "open"; // Two quotes are one; the second begins the rest of the cell.
        from = at;
      } else if (character === separator) {
        this.add(text.slice(from, at));
        from = at + 1;
        this.finishCell();
      } else if (character === "\n" || character === "\r") {
        // A line end of two characters ends one row.
        if (!(character === "\n" && afterReturn)) {
          this.add(text.slice(from, at));
          this.finishRow();
          this.line += 1;
          this.rowLine = this.line;
        }
        from = at + 1;
        this.carriageReturn = character === "\r";
      } else if (character === quote && this.cell === "" && text.slice(from, at).trim() === "") {
        this.quoted = "open";
        from = at + 1;
      } else if (this.quoted === "closing") this.quoted = false;
    }
    this.add(text.slice(from));
  }

  end(): void {
    if (this.quoted === "open") throw new Refusal("FILE_CUT_OFF", { line: this.rowLine });
    this.finishRow();
  }

  private add(text: string): void {
    this.cell += text;
    if (this.cell.length > LONGEST_CELL) {
      throw new Refusal("FILE_TOO_LARGE", { line: this.rowLine, limitCharacters: LONGEST_CELL });
    }
  }

  private finishCell(): void {
    this.cells.push(this.cell.trim());
    this.cell = "";
    this.quoted = false;
    if (this.cells.length > this.maxCells) {
      throw new Refusal("FILE_TOO_LARGE", { line: this.rowLine, limitCells: this.maxCells });
    }
  }

  private finishRow(): void {
    this.finishCell();
    const { cells } = this;
    this.cells = [];
    if (cells.some((cell) => cell !== "")) this.rows.push({ line: this.rowLine, cells });
  }
}
