import {
  formatDay,
  formatIban,
  formatMoney,
  Refusal,
  sum,
  type Cents,
  type Language,
} from "@tegemoet/domain";
import { brandColours, HOUSE_COLOUR } from "../brand-colours";
import { plainValue } from "../liquid-sandbox";
import { EmbeddedSheet } from "../paper/embedded-sheet";
import { mm, PAGE, PAPER_INK, PAPER_SOFT, type Sheet } from "../paper/sheet";
import { isWestern } from "../paper/standard-fonts";
import { StandardSheet } from "../paper/standard-sheet";
import type { InvoiceLine, InvoiceOrder } from "./invoice-order";
import { INVOICE_WORDS, type InvoiceWords } from "./invoice-words";

const LEFT = mm(25);
const RIGHT = mm(185);
const WIDTH = RIGHT - LEFT;
const COLUMNS = {
  description: LEFT,
  quantity: LEFT + mm(82),
  price: LEFT + mm(104),
  vat: LEFT + mm(128),
  amount: LEFT + mm(140),
};
const FOOT = PAGE.height - mm(28);
const FIRST_ROW = mm(116);
const NEXT_PAGE_ROW = mm(40);

/**
 * Draws an invoice on A4: who, to whom, what, the VAT by rate, how to pay. One page for some 15 lines, more pages for
 * more.
 *
 * @throws Refusal AMOUNT_DIFFERS when lines, VAT and total don't add up: a wrong invoice may not leave the house.
 */
export function renderInvoicePdf(order: InvoiceOrder): Buffer {
  requireSum(
    "net",
    order.netCents,
    order.lines.map((line) => line.netCents),
  );
  requireSum(
    "vat",
    order.vatCents,
    order.vat.map((rate) => rate.vatCents),
  );
  requireSum("total", order.totalCents, [order.netCents, order.vatCents]);
  const language = order.language ?? "nl";
  const words = INVOICE_WORDS[language];
  const title = `${order.creditNote ? words.creditNote : words.invoice} ${plainValue(order.number)}`;
  const about = {
    title: `${title} – ${plainValue(order.creditor.name)}`,
    author: plainValue(order.creditor.name),
    language,
    day: order.issuedOn,
  };
  const sheet: Sheet = isWestern(JSON.stringify(order)) ? new StandardSheet(about) : new EmbeddedSheet(about);
  drawHead(sheet, order, words, language, title);
  const y = drawLines(sheet, order, words, language);
  drawTotals(sheet, order, words, language, y);
  drawFoot(sheet, order, words);
  return sheet.end();
}

function requireSum(part: string, stated: Cents, parts: readonly Cents[]): void {
  const computed = sum(parts);
  if (computed !== stated) throw new Refusal("AMOUNT_DIFFERS", { part, stated, computed });
}

function drawHead(sheet: Sheet, order: InvoiceOrder, words: InvoiceWords, language: Language, title: string): void {
  const { creditor, debtor, brand } = order;
  const small = { size: 9, leading: 12.5 };
  const colour = brandColours(brand?.colour ?? HOUSE_COLOUR).light.brand;
  sheet.fill([LEFT, mm(16), mm(1.2), mm(10)], colour);
  sheet.tagged("P", () =>
    sheet.text(plainValue(creditor.name), { x: LEFT + mm(4), y: mm(16), size: 15, leading: mm(10), bold: true }),
  );
  const from = [
    creditor.legalName ?? creditor.name,
    creditor.address,
    `${creditor.postalCode ?? ""} ${creditor.city ?? ""}`,
    creditor.phone,
    creditor.email,
    creditor.kvk ? `KVK ${creditor.kvk}` : "",
    creditor.vatNumber ? `${words.vatNumber} ${creditor.vatNumber}` : "",
  ]
    .map(plainValue)
    .filter(Boolean);
  sheet.tagged("P", () =>
    from.forEach((line, index) => sheet.text(line, { x: mm(135), y: mm(16) + index * 12.5, ...small })),
  );
  const to = [
    debtor.name,
    debtor.contactPerson,
    debtor.address,
    `${debtor.postalCode ?? ""} ${debtor.city ?? ""}`,
    debtor.country,
  ]
    .map(plainValue)
    .filter(Boolean);
  const top = to.length > 4 ? mm(58) : mm(61);
  sheet.tagged("P", () =>
    to.forEach((line, index) =>
      sheet.text(line, { x: LEFT, y: top + index * mm(5.2), width: mm(80), leading: mm(5.2) }),
    ),
  );
  sheet.tagged("H1", () => sheet.text(title, { x: LEFT, y: mm(92), size: 16, leading: 20, bold: true }));
  const meta: readonly (readonly [string, string])[] = [
    [words.issued, formatDay(order.issuedOn, "full", language)],
    ...(order.creditNote ? [] : [[words.due, formatDay(order.dueOn, "full", language)] as const]),
    ...(order.orderNumber ? [[words.order, plainValue(order.orderNumber)] as const] : []),
  ];
  meta.forEach(([label, value], index) =>
    sheet.tagged("P", () => {
      sheet.text(label, { x: mm(135), y: mm(61) + index * 29, ...small, colour: PAPER_SOFT });
      sheet.text(value, { x: mm(135), y: mm(61) + index * 29 + 12, size: 11, leading: 14 });
    }),
  );
  const about = plainValue(order.description);
  if (about) sheet.tagged("P", () => sheet.text(about, { x: LEFT, y: mm(100), width: WIDTH, colour: PAPER_SOFT }));
}

function drawLines(sheet: Sheet, order: InvoiceOrder, words: InvoiceWords, language: Language): number {
  let y = FIRST_ROW;
  sheet.tagged("Table", () => {
    drawColumnHeads(sheet, words, y - 18);
    for (const line of order.lines) {
      const description = plainValue(line.description);
      const height = sheet.height(description, { width: mm(78) }) + 7;
      if (y + height > FOOT - mm(12)) {
        sheet.addPage();
        y = NEXT_PAGE_ROW;
        drawColumnHeads(sheet, words, y - 18);
      }
      sheet.rule(LEFT, y, WIDTH);
      drawLine(sheet, line, description, words, language, y + 3.5);
      y += height;
    }
  });
  return y;
}

function drawColumnHeads(sheet: Sheet, words: InvoiceWords, y: number): void {
  const style = { y, size: 9, leading: 12, colour: PAPER_SOFT };
  sheet.tagged("TR", () => {
    sheet.tagged("TH", () => sheet.text(words.description, { x: COLUMNS.description, ...style }), { scope: "Column" });
    for (const [name, word] of [
      ["quantity", words.quantity],
      ["price", words.price],
      ["vat", words.vat],
      ["amount", words.amount],
    ] as const) {
      sheet.tagged(
        "TH",
        () => sheet.text(word, { x: COLUMNS[name], width: columnWidth(name), align: "right", ...style }),
        { scope: "Column" },
      );
    }
  });
}

function columnWidth(name: "quantity" | "price" | "vat" | "amount"): number {
  return { quantity: mm(20), price: mm(23), vat: mm(11), amount: mm(20) }[name];
}

function drawLine(
  sheet: Sheet,
  line: InvoiceLine,
  description: string,
  words: InvoiceWords,
  language: Language,
  y: number,
): void {
  const vat = line.vatPercent == null ? words.exempt : `${line.vatPercent}%`;
  const cells = [
    ["quantity", plainValue(line.quantity)],
    ["price", line.unitCents == null ? "" : formatMoney(line.unitCents, language)],
    ["vat", vat],
    ["amount", formatMoney(line.netCents, language)],
  ] as const;
  sheet.tagged("TR", () => {
    sheet.tagged("TD", () => sheet.text(description, { x: COLUMNS.description, y, width: mm(78) }));
    for (const [name, value] of cells) {
      sheet.tagged("TD", () => sheet.text(value, { x: COLUMNS[name], y, width: columnWidth(name), align: "right" }));
    }
  });
}

function drawTotals(sheet: Sheet, order: InvoiceOrder, words: InvoiceWords, language: Language, below: number): void {
  const money = (value: Cents): string => formatMoney(value, language);
  const rows: [string, string][] = [
    [words.net, money(order.netCents)],
    ...order.vat.map((rate): [string, string] =>
      rate.percent == null
        ? [`${words.exemptOver} ${money(rate.netCents)}`, money(rate.vatCents)]
        : [`${rate.percent}% ${words.vatOver} ${money(rate.netCents)}`, money(rate.vatCents)],
    ),
    ...(order.prepaidCents
      ? ([
          [words.total, money(order.totalCents)],
          [words.prepaid, money(-order.prepaidCents)],
        ] as [string, string][])
      : []),
  ];
  let y = below;
  if (y + rows.length * 16 + mm(50) > FOOT) {
    sheet.addPage();
    y = NEXT_PAGE_ROW;
  }
  const x = LEFT + mm(70);
  const width = RIGHT - x;
  sheet.rule(LEFT, y, WIDTH, { colour: PAPER_INK, weight: 1 });
  y += 6;
  sheet.tagged("Table", () => {
    for (const [label, amount] of rows) {
      totalRow(sheet, label, amount, x, y, width, false);
      y += 16;
    }
    sheet.rule(x, y + 2, width, { colour: PAPER_INK, weight: 1 });
    totalRow(
      sheet,
      order.creditNote ? words.back : words.toPay,
      money(order.totalCents - (order.prepaidCents ?? 0)),
      x,
      y + 6,
      width,
      true,
    );
    y += 26;
  });
  for (const line of [y, y + 2]) sheet.rule(x, line, width, { colour: PAPER_INK });
  if (!order.creditNote) drawPayment(sheet, order, words, language, y + mm(10));
}

function totalRow(
  sheet: Sheet,
  label: string,
  amount: string,
  x: number,
  y: number,
  width: number,
  last: boolean,
): void {
  const style = { y, bold: last, ...(last ? { size: 13 } : {}) };
  sheet.tagged("TR", () => {
    sheet.tagged("TH", () => sheet.text(label, { x, ...style }), { scope: "Row" });
    sheet.tagged("TD", () => sheet.text(amount, { x, width, align: "right", ...style }));
  });
}

function drawPayment(sheet: Sheet, order: InvoiceOrder, words: InvoiceWords, language: Language, y: number): void {
  const { creditor } = order;
  sheet.tagged("P", () =>
    sheet.text(
      [
        { text: `${words.payBy} `, bold: false },
        { text: formatDay(order.dueOn, "full", language), bold: true },
        { text: language === "nl" ? "?" : ".", bold: false },
      ],
      { x: LEFT, y, width: WIDTH },
    ),
  );
  const rows = [
    [words.account, formatIban(creditor.iban)],
    [words.accountName, plainValue(creditor.legalName ?? creditor.name)],
    [words.reference, plainValue(order.reference ?? order.number)],
  ] as const;
  rows.forEach(([label, value], index) =>
    sheet.tagged("P", () => {
      sheet.text(label, { x: LEFT, y: y + 20 + index * 15, colour: PAPER_SOFT });
      sheet.text(value, { x: LEFT + mm(28), y: y + 20 + index * 15, bold: true });
    }),
  );
}

function drawFoot(sheet: Sheet, { creditor }: InvoiceOrder, words: InvoiceWords): void {
  const line = [
    creditor.legalName ?? creditor.name,
    creditor.kvk ? `KVK ${creditor.kvk}` : "",
    creditor.vatNumber ? `${words.vatNumber} ${creditor.vatNumber}` : "",
    formatIban(creditor.iban),
  ]
    .map((part) => plainValue(part))
    .filter(Boolean)
    .join("  ·  ");
  sheet.rule(LEFT, FOOT + mm(4), WIDTH);
  sheet.text(line, { x: LEFT, y: FOOT + mm(6), size: 8.5, leading: 12, colour: PAPER_SOFT });
}
