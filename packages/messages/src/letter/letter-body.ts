import { plainText, type Block } from "../message-blocks";
import { mm, PAPER_INK, PAPER_SOFT, type Sheet, type TextLook } from "../paper/sheet";
import type { LetterContent } from "./letter-content";

const LEFT = mm(25);
const WIDTH = mm(160);
/** The body starts under the first fold, at 99 mm. */
const BODY_TOP = mm(102);
const NEXT_PAGE_TOP = mm(30);
const PAGE_BOTTOM = mm(277);
const BETWEEN = mm(2.2);
const HEAD: TextLook = { size: 9, leading: 12, colour: PAPER_SOFT };
const HINT: TextLook = { size: 9, leading: 11.5, colour: PAPER_SOFT };

/** A column of a table: from its left edge in points, so wide, and on which side its text stands. */
interface Column {
  readonly x: number;
  readonly width: number;
  readonly align?: "right";
}

const BILL: readonly Column[] = [
  { x: LEFT, width: mm(49) },
  { x: LEFT + mm(51), width: mm(39) },
  { x: LEFT + mm(91), width: mm(22), align: "right" },
  { x: LEFT + mm(114.5), width: mm(22), align: "right" },
  { x: LEFT + mm(138), width: mm(22), align: "right" },
];
const COSTS: readonly Column[] = [
  { x: LEFT, width: mm(84) },
  { x: LEFT + mm(84), width: mm(38), align: "right" },
  { x: LEFT + mm(122), width: mm(38), align: "right" },
];
const SCHEDULE: readonly Column[] = [
  { x: LEFT, width: mm(60) },
  { x: LEFT + mm(60), width: mm(30), align: "right" },
];

interface Row {
  readonly cells: readonly string[];
  readonly hint?: string;
}

/** Where we are on the paper. A piece that doesn't fit starts the next page. */
class Flow {
  y = BODY_TOP;

  constructor(readonly sheet: Sheet) {}

  need(height: number): void {
    if (this.y + height <= PAGE_BOTTOM) return;
    this.sheet.addPage();
    this.y = NEXT_PAGE_TOP;
  }
}

/**
 * Draws the heading, the blocks and the greeting, and gives the y below on the last page. Buttons and links have no
 * place on paper.
 */
export function drawLetterBody(sheet: Sheet, content: LetterContent): number {
  const flow = new Flow(sheet);
  sheet.tagged("H1", () => {
    flow.y =
      sheet.text(content.heading, { x: LEFT, y: flow.y, width: WIDTH, size: 14, leading: 18, bold: true }) + mm(3.5);
  });
  for (const block of content.message.blocks) drawBlock(flow, content, block);
  flow.need(30);
  flow.y += mm(1.8);
  sheet.tagged("P", () => {
    flow.y = sheet.text(content.closing, { x: LEFT, y: flow.y, width: WIDTH });
  });
  return flow.y;
}

function drawBlock(flow: Flow, content: LetterContent, block: Block): void {
  switch (block.kind) {
    case "paragraph":
      return block.lines.forEach((line) =>
        drawText(flow, "P", "spans" in line ? line.spans : plainText(line.after), {}),
      );
    case "heading":
      flow.y += mm(1.8);
      return drawText(flow, "H2", block.text, { bold: true });
    case "bill":
      return drawBill(flow, content);
    case "costs":
      return drawCosts(flow, content);
    case "schedule": {
      const { rows, total } = content.message.schedule(block.of);
      return drawTable(
        flow,
        SCHEDULE,
        [],
        rows.map(({ label, value }) => ({ cells: [label, value] })),
        [block.total, total],
      );
    }
    case "facts":
      return block.rows.forEach(({ label, value }) =>
        drawText(
          flow,
          "P",
          [
            { text: `${label}: `, bold: false },
            { text: value, bold: true },
          ],
          {},
        ),
      );
    default:
      return;
  }
}

function drawText(flow: Flow, tag: string, text: Parameters<Sheet["text"]>[0], look: TextLook): void {
  const place = { x: LEFT, width: WIDTH, ...look };
  flow.need(flow.sheet.height(text, place));
  flow.sheet.tagged(tag, () => {
    flow.y = flow.sheet.text(text, { ...place, y: flow.y });
  });
  flow.y += BETWEEN;
}

function drawBill(flow: Flow, { rows, message: { words, bill } }: LetterContent): void {
  drawTable(
    flow,
    BILL,
    [words.invoice, words.dueUntil, words.amount, words.youPaid, words.stillOpen],
    rows.map((row) => ({ cells: [row.number, row.due, row.total, row.paid, row.open], hint: row.hint })),
    [words.stillOpen, "", "", "", bill.total],
  );
}

function drawCosts(flow: Flow, { message: { costs, words } }: LetterContent): void {
  if (!costs) return;
  const rows = costs.rows.map((cells, index) => ({ cells, ...(index === 1 ? { hint: words.costsByLaw } : {}) }));
  drawTable(flow, COSTS, ["", words.insideTerm, words.afterTerm], rows, costs.total);
}

function drawTable(
  flow: Flow,
  columns: readonly Column[],
  heads: readonly string[],
  rows: readonly Row[],
  total: readonly string[],
): void {
  const { sheet } = flow;
  // Five columns hold amounts up to € 9.999,99 at 11 points; longer ones get smaller figures rather than touching ones.
  const look: TextLook =
    columns.length > 3 &&
    [...rows.map((row) => row.cells), total].flat().some((cell) => cell.length > 10 && cell.startsWith("€"))
      ? { size: 9 }
      : {};
  const end = columns.at(-1) ?? { x: LEFT, width: 0 };
  const width = end.x + end.width - LEFT;
  flow.y += mm(0.8);
  sheet.tagged("Table", () => {
    flow.need(60);
    if (heads.length > 0) {
      drawCells(sheet, columns, heads, flow.y, HEAD, "TH");
      flow.y += 12 + mm(1);
    }
    for (const row of rows) {
      const height = 15 + mm(2.1) + (row.hint ? sheet.height(row.hint, { ...HINT, width: hintWidth(columns) }) : 0);
      flow.need(height);
      sheet.rule(LEFT, flow.y, width);
      drawCells(sheet, columns, row.cells, flow.y + mm(1.05), look, "TD", row.hint);
      flow.y += height;
    }
    flow.need(24);
    sheet.rule(LEFT, flow.y, width, { weight: 1.2, colour: PAPER_INK });
    drawCells(sheet, columns, total, flow.y + mm(1.2), { ...look, bold: true }, "TD");
    flow.y += 15 + mm(1.2) + mm(3);
  });
}

function drawCells(
  sheet: Sheet,
  columns: readonly Column[],
  cells: readonly string[],
  y: number,
  look: TextLook,
  type: "TH" | "TD",
  hint?: string,
): void {
  sheet.tagged("TR", () => {
    columns.forEach((column, index) => {
      const isRowHead = type === "TD" && index === 0;
      const scope = type === "TH" ? "Column" : "Row";
      sheet.tagged(
        isRowHead ? "TH" : type,
        () => {
          const below = sheet.text(cells[index] ?? "", { ...column, y, ...look });
          if (isRowHead && hint) sheet.text(hint, { ...column, width: hintWidth(columns), y: below, ...HINT });
        },
        type === "TH" || isRowHead ? { scope } : {},
      );
    });
  });
}

/** A hint may run on under the second column: it stands a line lower. */
function hintWidth(columns: readonly Column[]): number {
  return (columns[0]?.width ?? 0) + (columns.length > 3 ? mm(40) : 0);
}
