import { plainValue } from "../liquid-sandbox";
import { paymentReference } from "../message-content";
import type { MessageFacts } from "../message-facts";
import type { LetterKind } from "../message-kinds";
import { mm, PAPER_INK, PAPER_SOFT, type Sheet } from "../paper/sheet";
import { bankAppText, qrModules } from "../qr-code";
import { payAmount } from "../text-variables";
import type { LetterContent } from "./letter-content";

/** How to pay stands at the bottom of the last page, always in the same place. */
export const PAY_FOOT_TOP = mm(245.5);

const LEFT = mm(25);
const WIDTH = mm(160);
const CODE_SIDE = mm(24);
const CODES = { ownPage: LEFT + mm(84), bankApp: LEFT + mm(126) } as const;
const SMALL = { size: 9, leading: 11.5 };

/** Draws the bank details, the ways on, and the codes for the debtor's own page and for the bank app. */
export function drawPayFoot(sheet: Sheet, content: LetterContent, kind: LetterKind, facts: MessageFacts): void {
  const { words, bank, ownAddress, ownCode } = content.message;
  sheet.rule(LEFT, PAY_FOOT_TOP, WIDTH, { weight: 1.2, colour: PAPER_INK });
  let y = PAY_FOOT_TOP + mm(3);
  for (const { label, value } of bank) {
    sheet.tagged("P", () => {
      sheet.text(label, { x: LEFT, y, leading: 14, colour: PAPER_SOFT });
      y = sheet.text(value, { x: LEFT + mm(25), y, width: mm(56), leading: 14, bold: true });
    });
  }
  sheet.tagged("P", () =>
    sheet.text(content.waysOn, { x: LEFT, y: y + mm(2.5), width: mm(80), size: 10, leading: 13 }),
  );
  if (facts.portalUrl) {
    const lines = [ownAddress ?? "", ownCode ? `${words.ownCode} ${ownCode}` : ""].filter(Boolean);
    drawCode(sheet, facts.portalUrl, CODES.ownPage, words.ownPage, lines, words.ownPageAlt);
  }
  if (payAmount(kind, facts) > 0)
    drawCode(sheet, bankText(kind, facts), CODES.bankApp, words.bankApp, [words.bankAppHint], words.bankAppAlt);
}

function bankText(kind: LetterKind, facts: MessageFacts): string {
  const { creditor } = facts;
  return bankAppText({
    name: plainValue(creditor.legalName || creditor.name),
    iban: creditor.iban,
    bic: creditor.bic ?? null,
    amountCents: payAmount(kind, facts),
    reference: paymentReference(facts).replace(/\u00a0/g, ""),
  });
}

/** A code of 24 mm, black on white; the white of the paper around it is its quiet zone. */
function drawCode(sheet: Sheet, text: string, x: number, title: string, lines: readonly string[], alt: string): void {
  const top = PAY_FOOT_TOP + mm(4);
  const { size, isDark } = qrModules(text);
  const bars: [number, number, number, number][] = [];
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (!isDark(row, column)) continue;
      const start = column;
      while (column + 1 < size && isDark(row, column + 1)) column++;
      bars.push([start, row, column - start + 1, 1]);
    }
  }
  sheet.tagged("Figure", () => sheet.squares(x, top, CODE_SIDE / size, bars, "#000000"), { alt });
  let y = top + CODE_SIDE + mm(1.5);
  sheet.tagged("P", () => {
    y = sheet.text(title, { x, y, bold: true, ...SMALL });
    for (const line of lines) y = sheet.text(line, { x, y, width: mm(34), ...SMALL });
  });
}
