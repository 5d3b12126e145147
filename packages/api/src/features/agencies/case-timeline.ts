import { callOutcome, formatDay, formatMoney, type Language, type PlainDate } from "@tegemoet/domain";
import { momentAt } from "../../platform/clock";
import type { Reader } from "../../platform/database/transaction";
import {
  listDossierAgreements, listDossierCalls, listDossierMessages, listDossierPlans, type DossierInvoice, type DossierPayment,
} from "./dossier.queries";
import type { PartnerCaseEvent } from "./handed-over-case.view";
import type { Standstill } from "./standstill.queries";

interface TimelineSubject {
  readonly debtorId: string;
  readonly invoiceIds: readonly string[];
  readonly invoices: readonly DossierInvoice[];
  readonly payments: readonly DossierPayment[];
  readonly handOverId: string;
  readonly standstills: readonly Standstill[];
  readonly language: Language;
}

const event = (at: Date, kind: string, title: string, more: Partial<PartnerCaseEvent> = {}): PartnerCaseEvent =>
  ({ at, kind, title, text: null, cents: null, day: null, ...more });
/** A fact that has a day and no hour stands at noon. */
const noon = (day: PlainDate): Date => momentAt(day, 720);

/**
 * What happened about these invoices, the oldest first: sent, said, paid, agreed. For outsiders: no notes, no scores, nobody of staff by
 * name (T-5). Titles are in the creditor's language; `kind` is what a program goes by.
 */
export async function caseTimeline(reader: Reader, subject: TimelineSubject): Promise<PartnerCaseEvent[]> {
  const { debtorId, invoiceIds, language } = subject;
  const nl = language === "nl";
  const events = [
    ...subject.invoices.flatMap((invoice) => invoiceEvents(invoice, nl)),
    ...(await listDossierMessages(reader, invoiceIds)).map(({ kind, channel, sentAt, bouncedAt, cents, subject: title }) =>
      event(sentAt, kind.includes("letter") || channel === "letter" ? "letter" : "reminder", title ?? kind, {
        cents, text: bouncedAt ? (nl ? "niet aangekomen" : "bounced") : null,
      })),
    ...(await listDossierCalls(reader, debtorId, invoiceIds)).map(({ at, outcome, direction }) => {
      const label = callOutcome(outcome)?.label[language] ?? outcome;
      return event(at, "call", nl ? `Telefoongesprek${direction === "in" ? " (debiteur belde)" : ""}: ${label}` : `Call${direction === "in" ? " (debtor called)" : ""}: ${label}`);
    }),
    ...paymentEvents(subject.payments, nl),
    ...(await listDossierAgreements(reader, invoiceIds)).map(({ madeAt, sentence, confirmedAt, contradictedAt }) =>
      event(madeAt, "agreement", agreementTitle(confirmedAt, contradictedAt, nl), { text: sentence })),
    ...(await listDossierPlans(reader, invoiceIds)).flatMap((plan) => [
      ...(plan.acceptedOn ? [event(noon(plan.acceptedOn), "plan", nl ? "Regeling afgesproken" : "Plan agreed", {
        cents: plan.totalCents, day: plan.acceptedOn,
        text: plan.instalments.map(({ dueOn, cents }) => `${formatDay(dueOn, "digits", language)}: ${formatMoney(cents, language)}`).join("; "),
      })] : []),
      ...(plan.endedOn && plan.endedBecause ? [event(noon(plan.endedOn), "plan", planEnd(plan.endedBecause, nl), { day: plan.endedOn })] : []),
    ]),
    ...subject.standstills.flatMap((standstill) => standstillEvents(standstill, language)),
    ...(await agencyEvents(reader, subject.handOverId)),
  ];
  return events.sort((a, b) => a.at.getTime() - b.at.getTime());
}

function invoiceEvents(invoice: DossierInvoice, nl: boolean): PartnerCaseEvent[] {
  const sent = invoice.deliveries.find(({ sentAt }) => sentAt !== null);
  const at = sent?.sentAt ? new Date(sent.sentAt) : noon(invoice.issuedOn);
  const title = nl ? `Factuur ${invoice.number} verstuurd` : `Invoice ${invoice.number} sent`;
  return [event(at, "invoice", title, { cents: invoice.totalCents, day: invoice.issuedOn, text: sent?.bouncedAt ? (nl ? "niet aangekomen" : "bounced") : null })];
}

/** One event for a payment, however many parts of the claim it paid. */
function paymentEvents(payments: readonly DossierPayment[], nl: boolean): PartnerCaseEvent[] {
  const byPayment = new Map<string, PartnerCaseEvent>();
  for (const { receivedOn, reference, cents } of payments) {
    const key = `${receivedOn} ${reference}`;
    const known = byPayment.get(key) ?? event(noon(receivedOn), "payment", nl ? "Betaling ontvangen" : "Payment received", { cents: 0, day: receivedOn, text: reference });
    known.cents = (known.cents ?? 0) + cents;
    byPayment.set(key, known);
  }
  return [...byPayment.values()];
}

function agreementTitle(confirmedAt: Date | null, contradictedAt: Date | null, nl: boolean): string {
  if (confirmedAt) return nl ? "Afspraak, bevestigd door de debiteur" : "Agreement, confirmed by the debtor";
  if (contradictedAt) return nl ? "Afspraak, tegengesproken door de debiteur" : "Agreement, contradicted by the debtor";
  return nl ? "Afspraak" : "Agreement";
}

function planEnd(because: string, nl: boolean): string {
  if (because === "finished") return nl ? "Regeling afgerond" : "Plan finished";
  if (because === "broken") return nl ? "Regeling niet nagekomen" : "Plan broken";
  return nl ? "Regeling beëindigd" : "Plan ended";
}

/** The creditor asked everybody to keep still, and said when they may go on. */
function standstillEvents({ from, reviewOn, until, liftedAt }: Standstill, language: Language): PartnerCaseEvent[] {
  const nl = language === "nl";
  const day = until ?? reviewOn;
  const ends = day ? formatDay(day, "digits", language) : null;
  const text = until ? (nl ? `t/m ${ends}` : `until ${ends}`) : ends ? (nl ? `op ${ends} kijken wij opnieuw` : `we look again on ${ends}`) : null;
  return [
    event(from, "standstill", nl ? "Alles ligt stil: neem nu geen contact op" : "Everything rests: please make no contact now", { text, day }),
    ...(liftedAt ? [event(liftedAt, "standstill-ended", nl ? "U kunt weer verder" : "You can go on")] : []),
  ];
}

/** What the agency itself reported. */
async function agencyEvents(reader: Reader, handOverId: string): Promise<PartnerCaseEvent[]> {
  const rows = await reader.query<{ at: Date; kind: string; text: string | null; cents: number | null; day: PlainDate | null }>(
    `select created_at as at, kind, body_text as text, amount_cents as cents, on_day as day from agency_event
     where organisation_id = $1 and hand_over_id = $2 order by created_at, id`, [reader.organisationId, handOverId]);
  return rows.map(({ at, kind, ...rest }) => event(at, "agency", kind, rest));
}
