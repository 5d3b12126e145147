import { Refusal } from "@tegemoet/domain";
import type { TextSource } from "../text-source";

/** A field of an MT940 message: its tag ("61", "60F"), its lines, and where it begins. */
export interface Mt940Field {
  readonly tag: string;
  readonly lines: readonly string[];
  readonly line: number;
  /** Nothing follows it in the file. */
  readonly last: boolean;
}

/** SWIFT allows six lines of 65 to a description; banks write some more. Far beyond that it is something else. */
const LONGEST_FIELD = 8_000;
const TAG = /^(?:\{\d:[^{}]*\})*(?:\{4:)?:(\d{2}[A-Z]?|940|NS):/;

/**
 * The fields of a file of MT940 messages, with or without SWIFT blocks and lines of the bank around them. A line that
 * begins no field goes on with the one before: banks cut lines anywhere, also before a lone "-".
 *
 * Refuses with FILE_UNKNOWN_KIND when lines or fields are longer than any bank writes them.
 */
export async function* fieldsOf(source: TextSource): AsyncGenerator<Mt940Field> {
  let field: { tag: string; lines: string[]; line: number } | undefined;
  let length = 0;
  let number = 0;
  for await (const line of linesOf(source)) {
    number += 1;
    const match = TAG.exec(line);
    if (match) {
      if (field) yield { ...field, last: false };
      length = line.length;
      field = { tag: match[1] ?? "", lines: [line.slice(match[0].length)], line: number };
    } else if (field) {
      field.lines.push(line);
      length += line.length + 1;
      if (length > LONGEST_FIELD) throw notMt940(number);
    }
  }
  if (field) yield { ...field, last: true };
}

async function* linesOf(source: TextSource): AsyncGenerator<string> {
  let rest = "";
  for await (const piece of source.pieces()) {
    const lines = (rest + piece).split("\n");
    rest = lines.pop() ?? "";
    if (rest.length > LONGEST_FIELD) throw notMt940(1);
    for (const line of lines) yield line.endsWith("\r") ? line.slice(0, -1) : line;
  }
  if (rest !== "") yield rest.replace(/\r$/, "");
}

function notMt940(line: number): Refusal {
  return new Refusal("FILE_UNKNOWN_KIND", { expected: "MT940", line });
}
