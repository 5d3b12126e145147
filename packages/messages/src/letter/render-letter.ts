import { plainValue } from "../liquid-sandbox";
import { markOf } from "../mail/render-mail";
import type { Brand } from "../message-facts";
import { EmbeddedSheet } from "../paper/embedded-sheet";
import { mm, PAPER_INK, PAPER_SOFT, type Sheet } from "../paper/sheet";
import { drawLetterBody } from "./letter-body";
import { letterContent, type LetterContent, type LetterOrder } from "./letter-content";
import { letterFaults, letterTextFaults, refuseFaults } from "./letter-faults";
import { drawPayFoot, PAY_FOOT_TOP } from "./letter-foot";
import { letterText } from "./letter-text";

const LEFT = mm(25);
const RIGHT_COLUMN = mm(135);

/**
 * Draws a letter: A4, 11 on 15 points, for a DL envelope with its window at the left (see {@link drawAddress}),
 * tagged, with a code for the debtor's own page and one for the bank app. One page for up to three invoices, more
 * pages for more.
 *
 * @throws Refusal LETTER_ELEMENT_MISSING with the first missing `element` and all `elements`; a fourteen-day letter is
 * also read back, and refused when its text fails to say what the law asks.
 */
export function renderLetter(order: LetterOrder): Buffer {
  const content = checkedContent(order);
  const sheet = new EmbeddedSheet({
    title: `${content.heading.replace(/\u00a0/g, " ")} – ${plainValue(order.facts.creditor.name)}`,
    author: plainValue(order.facts.creditor.name),
    language: order.language,
    day: order.facts.today,
  });
  drawLetter(sheet, content, order);
  return sheet.end();
}

/** Letters in one document, ready for a printer. */
export interface PrintedLetters {
  readonly pdf: Buffer;
  readonly pages: number;
}

/**
 * Draws letters one after the other in one document, each on a fresh sheet: a letter of one page is followed by an empty one, so that a
 * printer that prints both sides never puts two debtors on one sheet. Each is a section of its own for who listens to it.
 *
 * Refuses as {@link renderLetter} does, before anything is drawn.
 *
 * @throws RangeError without letters.
 */
export function renderLetters(orders: readonly LetterOrder[], title: string): PrintedLetters {
  const [first] = orders;
  if (!first) throw new RangeError("there is no letter to print");
  const contents = orders.map(checkedContent);
  const author = plainValue(first.facts.creditor.name);
  const sheet = new EmbeddedSheet({ title, author, language: first.language, day: first.facts.today });
  orders.forEach((order, index) => {
    if (index > 0) sheet.addPage();
    sheet.tagged("Sect", () => drawLetter(sheet, contents[index] as LetterContent, order));
    if (sheet.pages % 2 === 1) sheet.addPage();
  });
  return { pdf: sheet.end(), pages: sheet.pages };
}

function drawLetter(sheet: Sheet, content: LetterContent, order: LetterOrder): void {
  drawSender(sheet, content, order.brand);
  drawAddress(sheet, content);
  drawFoldMarks(sheet);
  const y = drawLetterBody(sheet, content);
  if (y > PAY_FOOT_TOP - mm(1)) sheet.addPage();
  drawPayFoot(sheet, content, order.kind, order.facts);
}

/**
 * The same letter as plain text: what the law's check reads and the timeline keeps. Refuses as {@link renderLetter}
 * does.
 */
export function renderLetterText(order: LetterOrder): string {
  return letterText(checkedContent(order));
}

/** The same text for who is still writing it: what the law misses in it is told instead of refused. */
export function draftLetterText(order: LetterOrder): {
  readonly heading: string;
  readonly text: string;
  readonly faults: readonly string[];
} {
  const content = letterContent(order);
  const text = letterText(content);
  return { heading: content.heading, text, faults: textFaults(order, text) };
}

function checkedContent(order: LetterOrder): LetterContent {
  refuseFaults(order.kind, letterFaults(order.kind, order.facts));
  const content = letterContent(order);
  if (order.kind === "fourteen-day-letter") refuseFaults(order.kind, textFaults(order, letterText(content)));
  return content;
}

function textFaults({ kind, facts, language }: LetterOrder, text: string): string[] {
  return kind === "fourteen-day-letter" ? letterTextFaults(text, facts, language) : [];
}

function drawSender(sheet: Sheet, { sender }: LetterContent, brand: Brand): void {
  const mark = markOf(brand);
  sheet.fill([LEFT, mm(16), mm(12), mm(12)], mark.ground);
  sheet.text(mark.initials, {
    x: LEFT,
    y: mm(16),
    width: mm(12),
    align: "center",
    size: 15,
    leading: mm(12),
    bold: true,
    colour: mark.letters,
  });
  sheet.tagged("P", () =>
    sheet.text(brand.name, { x: LEFT + mm(16), y: mm(16), size: 15, leading: mm(12), bold: true }),
  );
  sheet.tagged("P", () => {
    let y = mm(16);
    for (const line of sender) y = sheet.text(line, { x: RIGHT_COLUMN, y, width: mm(55), size: 9, leading: 12.5 });
  });
}

/**
 * The window of a DL envelope (35 × 90 mm, 20 mm from the left, 15 mm from the bottom). A sheet folded in three slides
 * 11 mm up and 10 mm sideways in it, so x 20–100, y 60–84 mm always shows, and x 10–110, y 49–95 mm holds nothing
 * else.
 */
function drawAddress(sheet: Sheet, { addressee, date, reference, message: { words } }: LetterContent): void {
  const leading = mm(5.2);
  const look = { width: mm(75), leading };
  const lines = addressee.reduce((count, line) => count + sheet.height(line, look) / leading, 0);
  let y = lines > 4 ? mm(58) : mm(61);
  sheet.tagged("P", () => {
    for (const line of addressee) y = sheet.text(line, { x: LEFT, y, ...look });
  });
  const meta = [[words.date, date], ...(reference ? [[words.caseReference, reference]] : [])] as [string, string][];
  meta.forEach(([label, value], index) =>
    sheet.tagged("P", () => {
      const top = mm(61) + index * (26.5 + mm(1.5));
      sheet.text(label, { x: RIGHT_COLUMN, y: top, size: 9, leading: 12.5, colour: PAPER_SOFT });
      sheet.text(value, { x: RIGHT_COLUMN, y: top + 12.5, width: mm(58), leading: 14 });
    }),
  );
}

function drawFoldMarks(sheet: Sheet): void {
  for (const fold of [99, 198]) sheet.rule(mm(4), mm(fold), mm(5), { weight: 0.7, colour: PAPER_INK });
}
