import type { Block, Line } from "../message-blocks";
import { plainText } from "../message-blocks";
import type { LabelledValue, MessageContent } from "../message-content";

/** Longest line of the plain-text twin (RFC 3676 advises 72), and the column where amounts end. */
export const MAX_LINE = 72;
const AMOUNT_COLUMN = 43;

/** The twin of the HTML: the same facts in the same order, amounts in one column, each link alone on its line. */
export function mailText(content: MessageContent): string {
  const parts = [
    ...content.blocks.map((block) => drawTextBlock(block, content)),
    signature(content),
    isItReal(content),
    content.smallPrint.map((line) => wrapText(line)).join("\n"),
  ];
  return `${parts
    .filter((part) => part !== "")
    .join("\n\n")
    .replace(/(\n-+)\n\n(?=\S)/g, "$1\n")
    .replace(/\u00a0/g, " ")
    .replace(/\u2212/g, "-")}\n`;
}

/** One piece of a message as plain text. */
export function drawTextBlock(block: Block, content: MessageContent): string {
  switch (block.kind) {
    case "paragraph":
      return block.lines.map((line) => drawLine(line, content)).join("\n");
    case "heading":
      return heading(block.text);
    case "bill":
      return bill(content, block.total);
    case "schedule": {
      const { rows, total } = content.schedule(block.of);
      return [
        ...rows.map(({ label, value }) => inTextColumn(label, value)),
        "-".repeat(AMOUNT_COLUMN),
        inTextColumn(block.total, total),
      ].join("\n");
    }
    case "costs":
      return costs(content);
    case "facts":
      return labelled(block.rows);
    case "button":
      return `${wrapText(`${block.text}:`)}\n${content.link(block.to) ?? ""}`;
    case "choice":
      return `${block.yes}:\n${content.link("agree") ?? ""}\n\n${block.no}:\n${content.link("disagree") ?? ""}`;
    case "bank":
      return `${heading(block.heading)}\n${labelled(content.bank)}`;
    case "code":
      return `    ${content.code ?? ""}`;
  }
}

function drawLine(line: Line, content: MessageContent): string {
  if ("spans" in line) return wrapText(plainText(line.spans));
  const after = plainText(line.after).replace(/[.:]$/, "");
  return `${wrapText(after ? `${line.link}. ${after}:` : `${line.link}:`)}\n${content.link(line.to) ?? ""}`;
}

function heading(text: string): string {
  const lines = wrapText(text);
  return `\n${lines}\n${"-".repeat(Math.max(...lines.split("\n").map((line) => line.length)))}`;
}

function bill(content: MessageContent, totalLabel: string): string {
  const rows = content.bill.rows.map(({ label, hints, amount }) =>
    [inTextColumn(label, amount), ...hints.map((hint) => indent(hint))].join("\n"),
  );
  return [
    rows.join("\n\n"),
    "",
    "-".repeat(AMOUNT_COLUMN),
    inTextColumn(totalLabel, content.bill.total),
    "=".repeat(AMOUNT_COLUMN),
  ].join("\n");
}

function costs({ costs: table, words }: MessageContent): string {
  if (!table) return "";
  const row = ([label, inside, after]: readonly [string, string, string]): string =>
    `${label.padEnd(18)}${inside.padStart(20)}${after.padStart(20)}`;
  return [row(["", words.insideTerm, words.afterTerm]), ...table.rows.map(row), "-".repeat(58), row(table.total)].join(
    "\n",
  );
}

function labelled(rows: readonly LabelledValue[]): string {
  const width = Math.max(...rows.map(({ label }) => label.length)) + 3;
  return rows
    .map(({ label, value }) =>
      wrapText(value, MAX_LINE - width)
        .split("\n")
        .map((line, index) => (index === 0 ? `${label}:` : "").padEnd(width) + line),
    )
    .flat()
    .join("\n");
}

/** A name with its amount, which ends in the column of amounts. */
export function inTextColumn(label: string, amount: string): string {
  if (label.length + amount.length + 2 > AMOUNT_COLUMN) return `${wrapText(label)}\n${amount.padStart(AMOUNT_COLUMN)}`;
  return label + amount.padStart(AMOUNT_COLUMN - label.length);
}

function indent(text: string): string {
  return wrapText(text, MAX_LINE - 2)
    .split("\n")
    .map((line) => `  ${line}`)
    .join("\n");
}

/** Breaks at spaces, never within an amount; a single word longer than the line is left whole. */
export function wrapText(text: string, width = MAX_LINE): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/[ \n]+/)) {
    if (line && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return [...lines, line].join("\n");
}

function signature({ words, signature: { name, role, phone, phoneHours } }: MessageContent): string {
  const reach = [phone ? `${words.callUs}: ${phone}` : "", phone && phoneHours ? phoneHours : "", words.reply];
  return `\n${words.regards}\n\n${[name ?? "", role].filter(Boolean).join("\n")}\n\n${reach.filter(Boolean).join("\n")}`;
}

function isItReal({ words, accountEnd, ownAddress, ownCode }: MessageContent): string {
  const own = ownAddress && ownCode ? [`${words.realType}: ${ownAddress}`, `${words.realCode} ${ownCode}.`] : [];
  const lines = [words.realCompare, `${words.realAccount} ${accountEnd}.`, ...own, words.realNever];
  return `${heading(words.realTitle)}\n${lines.map((line) => wrapText(line)).join("\n")}`;
}
