import { addDays, addMonths, isBusinessDay, makePaymentReference, nextBusinessDay, type PlainDate } from "@tegemoet/domain";
import type { NewInvoice, NewInvoiceLine } from "../../features/invoices/issue-invoice";
import { momentAt } from "../../platform/clock";
import { Chance } from "./chance";
import type { DemoCreditor } from "./demo-creditors";
import type { DemoDebtor } from "./demo-debtors";

/** An invoice that began somebody's habit asks for at least this much: enough for a call and for terms. */
const WORTH_A_CALL_CENTS = 12_000;
/** A mail that came back shows within the hour. */
const BOUNCES_FROM_DAYS = 20;

/** Whether this debtor gets an invoice on a business day: hangs on the month and the person, not on who asks when. */
export function isInvoicedOn(debtor: DemoDebtor, day: PlainDate, seed: number, letter: string): boolean {
  if (debtor.beganOn && nextBusinessDay(debtor.beganOn) === day) return true;
  if (day < debtor.customerFrom) return false;
  const month = day.slice(0, 7);
  const chance = new Chance(seed, letter, debtor.index, month);
  if (!chance.percent(debtor.monthly)) return false;
  const planned = `${month}-${String(chance.between(1, 28)).padStart(2, "0")}`;
  return nextBusinessDay(planned) === day || (!isBusinessDay(planned) && nextBusinessDay(planned).slice(0, 7) !== month && lastBusinessDay(month) === day);
}

function lastBusinessDay(month: string): PlainDate {
  let day = addDays(addMonths(`${month}-01`, 1), -1);
  while (!isBusinessDay(day)) day = addDays(day, -1);
  return day;
}

/** What one invoice says. `sequence` is the how manieth of this organisation in its year. */
export function demoInvoice(
  creditor: DemoCreditor, debtor: DemoDebtor, debtorId: string, { day, sequence, seed, until }: { day: PlainDate; sequence: number; seed: number; until: PlainDate },
): NewInvoice {
  const chance = new Chance(seed, creditor.letter, debtor.index, "invoice", day);
  const began = debtor.beganOn !== undefined && nextBusinessDay(debtor.beganOn) === day;
  let lines = invoiceLines(creditor, chance);
  while (began && totalOf(lines) < WORTH_A_CALL_CENTS) lines = invoiceLines(creditor, chance);
  const number = `${creditor.letter}${day.slice(0, 4)}-${String(sequence).padStart(4, "0")}`;
  const address = debtor.details.email;
  const sentAt = momentAt(day, 600 + chance.between(0, 300));
  // The address was changed by mistake; what was sent before did arrive.
  const bounced = debtor.habit === "bounces" && day >= debtor.habitFrom && day >= addDays(until, -BOUNCES_FROM_DAYS - creditor.termDays);
  return {
    debtorId, number, issuedOn: day, dueOn: addDays(day, creditor.termDays), totalCents: totalOf(lines), lines, source: "demo", sourceKey: number,
    description: lines[0]?.description.split(",")[0], paymentReference: makePaymentReference(`${creditor.sellsTo === "people" ? 1 : 2}${day.slice(2, 4)}${String(sequence).padStart(6, "0")}`),
    ...(creditor.sellsTo === "companies" ? { orderReference: `PO-${chance.digits(5)}` } : {}),
    delivery: {
      channel: "mail", address, sentAt,
      ...(bounced
        ? { bouncedAt: new Date(sentAt.getTime() + 90_000), bounceReason: "550 5.1.1 mailbox unknown" }
        : { deliveredAt: new Date(sentAt.getTime() + 40_000) }),
    },
  };
}

function invoiceLines(creditor: DemoCreditor, chance: Chance): NewInvoiceLine[] {
  const count = chance.percent(55) ? 1 : chance.percent(70) ? 2 : 3;
  const start = chance.between(0, creditor.products.length - 1);
  return Array.from({ length: count }, (_, index) => {
    const product = creditor.products[(start + index * 2) % creditor.products.length] as DemoCreditor["products"][number];
    const quantity = chance.between(1, product.most);
    const cents = Math.round(chance.between(product.fromCents, product.untilCents) / 5) * 5;
    return {
      description: product.description, quantity: String(quantity), unit: product.unit, unitPrice: (cents / 100).toFixed(2), vatBasisPoints: product.vatBasisPoints,
      amountCents: quantity * cents,
    };
  });
}

function totalOf(lines: readonly NewInvoiceLine[]): number {
  return lines.reduce((sum, { amountCents, vatBasisPoints = 0 }) => sum + amountCents + Math.round((amountCents * vatBasisPoints) / 10_000), 0);
}
