import type { Cents } from "../money";
import type { PlainDate } from "../plain-date";
import type { LadderStep } from "./ladder";
import { isMessage } from "./ladder";

/** An invoice whose step is taken tonight, with the debtor it belongs to. */
export interface InvoiceDue {
  readonly invoiceId: string;
  readonly debtorId: string;
  readonly dueOn: PlainDate;
  readonly outstanding: Cents;
  readonly step: LadderStep;
  /** Where the step stands in its ladder; the furthest invoice of a bundle sets the tone. */
  readonly stepIndex: number;
  readonly messageNumber: number;
}

/** One message to one debtor. */
export interface MessageBundle {
  readonly debtorId: string;
  /** The furthest invoice's step: its template, channel and new day are the message's. */
  readonly step: LadderStep;
  readonly messageNumber: number;
  /** Oldest due day first. Each keeps its own step. */
  readonly invoices: readonly InvoiceDue[];
  readonly totalCents: Cents;
}

export interface BundledNight {
  readonly messages: readonly MessageBundle[];
  /** Not tonight: this debtor already gets a message with which these can't go. They wait for the contact cap. */
  readonly held: readonly InvoiceDue[];
}

/**
 * Makes one message a debtor of all steps that speak tonight (I-35). Number, text and channel follow the furthest
 * invoice, while every invoice keeps its own place on the ladder, so that reminding one never hides another.
 *
 * A letter of the law names exactly the claims whose term it starts, so it takes no lighter invoice along; a note
 * before due doesn't go in one message with what is late. Those wait for another day. Steps that aren't messages are no
 * business of this function.
 */
export function bundleMessages(due: readonly InvoiceDue[]): BundledNight {
  const byDebtor = new Map<string, InvoiceDue[]>();
  for (const invoice of due) {
    if (!isMessage(invoice.step)) continue;
    const own = byDebtor.get(invoice.debtorId);
    if (own) own.push(invoice);
    else byDebtor.set(invoice.debtorId, [invoice]);
  }
  const messages: MessageBundle[] = [];
  const held: InvoiceDue[] = [];
  for (const [debtorId, invoices] of byDebtor) {
    const furthest = invoices.reduce((far, invoice) => (invoice.stepIndex > far.stepIndex ? invoice : far));
    const together = invoices.filter((invoice) => goesWith(invoice.step, furthest.step)).sort(oldestFirst);
    messages.push({
      debtorId, step: furthest.step, invoices: together,
      messageNumber: together.reduce((most, { messageNumber }) => Math.max(most, messageNumber), 1),
      totalCents: together.reduce((all, { outstanding }) => all + outstanding, 0),
    });
    held.push(...invoices.filter((invoice) => !together.includes(invoice)));
  }
  return { messages, held };
}

function goesWith(step: LadderStep, furthest: LadderStep): boolean {
  if (furthest.legal || step.legal) return step.id === furthest.id;
  return (step.afterDays < 0) === (furthest.afterDays < 0);
}

function oldestFirst(a: InvoiceDue, b: InvoiceDue): number {
  if (a.dueOn !== b.dueOn) return a.dueOn < b.dueOn ? -1 : 1;
  return a.invoiceId < b.invoiceId ? -1 : 1;
}
