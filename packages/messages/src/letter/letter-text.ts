import { drawTextBlock, inTextColumn, wrapText } from "../mail/mail-text";
import type { LetterContent } from "./letter-content";

/** The plain text of a letter: for the law's check, for the timeline, for who can't open a PDF. */
export function letterText(content: LetterContent): string {
  const { message, heading, sender, addressee, date, reference, closing, waysOn } = content;
  const { words } = message;
  const meta = [`${words.date}: ${date}`, ...(reference ? [`${words.caseReference}: ${reference}`] : [])];
  const parts = [
    sender.join("\n"),
    addressee.join("\n"),
    meta.join("\n"),
    `${heading}\n${"-".repeat(heading.length)}`,
    ...message.blocks.map((block) => (block.kind === "bill" ? billText(content) : drawTextBlock(block, message))),
    wrapText(closing),
    message.bank.map(({ label, value }) => `${`${label}:`.padEnd(14)}${value}`).join("\n"),
    wrapText(waysOn),
    message.ownAddress && message.ownCode
      ? `${words.ownPage}: ${message.ownAddress}\n${words.ownCode}: ${message.ownCode}`
      : "",
  ];
  return `${parts
    .filter((part) => part.trim() !== "")
    .join("\n\n")
    .replace(/\u00a0/g, " ")}\n`;
}

function billText({ rows, message }: LetterContent): string {
  const { words } = message;
  const lines = rows.map((row) =>
    [
      inTextColumn(`${words.invoice} ${row.number}`, row.open),
      wrapText(`  ${row.hint}`),
      `  ${words.dueUntil} ${row.due}`,
      `  ${words.amount} ${row.total}, ${words.youPaid.toLowerCase()} ${row.paid}`,
    ].join("\n"),
  );
  return [lines.join("\n\n"), "", "-".repeat(43), inTextColumn(words.stillOpen, message.bill.total)].join("\n");
}
