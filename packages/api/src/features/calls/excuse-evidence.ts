import { callOutcome, formatDay, formatMoney, type EvidenceKind, type Language, type PlainDate } from "@tegemoet/domain";
import { dayOf } from "../../platform/clock";
import type { MessageListRow } from "../communications/message.queries";
import type { ContactRow } from "../debtors/debtor.queries";
import type { DeliveryRow, InvoiceRow } from "../invoices/invoice.queries";
import type { PlanPolicyRow } from "../organisations/organisation.queries";
import type { AdminCallLog } from "./call-log.view";
import type { PromisedRow } from "./promised.queries";
import type { ReceiptRow, SheetDisputeRow, SheetLineRow } from "./sheet-facts.queries";

/** One thing that we know, for knowing and not for reading aloud. `ok` false: it speaks for the debtor, or we don't know it. */
export interface EvidenceFact {
  text: string;
  on: PlainDate | null;
  ok: boolean;
}

export interface SheetFacts {
  readonly invoices: readonly InvoiceRow[];
  readonly deliveries: readonly DeliveryRow[];
  readonly lines: readonly SheetLineRow[];
  readonly messages: readonly MessageListRow[];
  readonly calls: readonly AdminCallLog[];
  readonly promised: readonly PromisedRow[];
  readonly contacts: readonly ContactRow[];
  readonly disputes: readonly SheetDisputeRow[];
  readonly receipts: readonly ReceiptRow[];
  readonly payments: readonly ReceiptRow[];
  readonly credits: readonly { number: string; on: PlainDate; cents: number }[];
  readonly policy: PlanPolicyRow;
}

/** What our own data says beside each kind of excuse, in the language of the caller. Nothing is claimed that isn't in the tables. */
export function evidenceOf(facts: SheetFacts, language: Language): Readonly<Record<EvidenceKind, EvidenceFact[]>> {
  const say = (nl: string, en: string): string => (language === "nl" ? nl : en);
  const money = (cents: number): string => formatMoney(cents, language);
  const day = (on: PlainDate): string => formatDay(on, "short", language);
  const number = new Map(facts.invoices.map((invoice) => [invoice.id, invoice.number]));
  const orNone = (found: EvidenceFact[], nl: string, en: string): EvidenceFact[] => (found.length > 0 ? found : [{ text: say(nl, en), on: null, ok: false }]);
  return {
    "invoice-delivery": orNone(facts.deliveries.map((delivery) => deliveryFact(delivery, number.get(delivery.invoiceId) ?? "", say)), "Niet bekend hoe de factuur is verstuurd", "Not known how the invoice was sent"),
    "reminder-delivery": facts.messages.filter(({ handedOverAt }) => handedOverAt).slice(0, 4).map((message) => ({
      text: message.openedAt ? say("Herinnering bezorgd en pagina geopend", "Reminder delivered and page opened") : message.bouncedAt ? say("Bericht kwam terug", "Message bounced") : say(`Bericht naar ${message.to ?? ""}`, `Message to ${message.to ?? ""}`),
      on: message.handedOverAt ? dayOf(message.handedOverAt) : null, ok: !message.bouncedAt,
    })),
    "unmatched-receipts": orNone(facts.receipts.map(({ on, cents, from }) => ({ text: say(`Ontvangst van ${money(cents)}${from ? ` van ${from}` : ""}, nog niet gekoppeld`, `Receipt of ${money(cents)}${from ? ` from ${from}` : ""}, not matched yet`), on, ok: true })), "Geen losse ontvangst gevonden", "No unmatched receipt found"),
    "order-and-delivery": orNone(facts.invoices.filter(({ orderReference }) => orderReference).map((invoice) => ({ text: say(`Order ${invoice.orderReference}, factuur ${invoice.number}`, `Order ${invoice.orderReference}, invoice ${invoice.number}`), on: invoice.issuedOn, ok: true })), "Geen ordernummer bekend", "No order number known"),
    "open-dispute": facts.disputes.map(({ invoiceNumber, cents, raisedOn, text }) => ({ text: say(`Factuur ${invoiceNumber}, ${money(cents)} in behandeling${text ? `: ${text.slice(0, 80)}` : ""}`, `Invoice ${invoiceNumber}, ${money(cents)} in dispute${text ? `: ${text.slice(0, 80)}` : ""}`), on: raisedOn, ok: false })),
    "invoice-lines": facts.lines.slice(0, 6).map(({ invoiceId, description, amountCents }) => ({ text: `${number.get(invoiceId) ?? ""}: ${description}, ${money(amountCents)}`, on: null, ok: true })),
    "credit-notes": orNone(facts.credits.map(({ number: note, on, cents }) => ({ text: say(`Creditnota ${note}, ${money(cents)}`, `Credit note ${note}, ${money(cents)}`), on, ok: true })), "Geen creditnota in het laatste jaar", "No credit note in the last year"),
    "earlier-promises": facts.promised.slice(0, 3).map(({ amountCents, byDay, standing }) => ({
      text: say(`${money(amountCents)} vóór of op ${day(byDay)}: ${standing.state === "kept" ? "nagekomen" : standing.state === "open" ? "loopt nog" : "niet (helemaal) nagekomen"}`, `${money(amountCents)} by ${day(byDay)}: ${standing.state}`),
      on: byDay, ok: standing.state === "kept" || standing.state === "open",
    })),
    "payment-days": facts.payments.slice(0, 3).map(({ on, cents }) => ({ text: say(`Betaalde ${money(cents)} op ${formatDay(on, "long", language)}`, `Paid ${money(cents)} on ${formatDay(on, "long", language)}`), on, ok: true })),
    contacts: orNone(facts.contacts.slice(0, 4).map(({ name, role, phone, preferredTimes }) => ({ text: [name, role, phone, preferredTimes].filter(Boolean).join(", "), on: null, ok: true })), "Geen contactpersoon bekend", "No contact person known"),
    mandate: [{ text: say("Geen machtiging voor automatische incasso bij ons", "No direct debit mandate with us"), on: null, ok: false }],
    "plan-policy": [{ text: say(`Tot ${facts.policy.maxInstalments} termijnen van minstens ${money(facts.policy.minInstalmentCents)}, binnen ${facts.policy.maxMonths} maanden`, `Up to ${facts.policy.maxInstalments} instalments of at least ${money(facts.policy.minInstalmentCents)}, within ${facts.policy.maxMonths} months`), on: null, ok: true }],
    "earlier-calls": facts.calls.slice(0, 3).map((call) => ({ text: [callOutcome(call.outcome)?.label[language] ?? call.outcome, call.person].filter(Boolean).join(", "), on: dayOf(call.startedAt), ok: callOutcome(call.outcome)?.reached ?? false })),
  };
}

function deliveryFact({ channel, address, sentAt, deliveredAt, bouncedAt }: DeliveryRow, number: string, say: (nl: string, en: string) => string): EvidenceFact {
  const to = address ?? channel;
  const on = sentAt ? dayOf(sentAt) : null;
  if (bouncedAt) return { text: say(`Factuur ${number} kwam terug van ${to}`, `Invoice ${number} bounced from ${to}`), on: dayOf(bouncedAt), ok: false };
  if (deliveredAt) return { text: say(`Factuur ${number} bezorgd bij ${to}`, `Invoice ${number} delivered to ${to}`), on: dayOf(deliveredAt), ok: true };
  return { text: say(`Factuur ${number} verstuurd naar ${to}`, `Invoice ${number} sent to ${to}`), on, ok: sentAt !== null };
}
