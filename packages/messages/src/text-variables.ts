import { formatDay, formatMoney, type Cents, type Language, type PlainDate } from "@tegemoet/domain";
import type { CallFacts, InstalmentFacts, InvoiceFacts, MessageFacts } from "./message-facts";
import type { MessageKind, MessageTone } from "./message-kinds";

const CLOCK = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Europe/Amsterdam",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/**
 * A day in a sentence: with its weekday, and with its year when that isn't this year's. The number keeps to its month.
 */
export function dayInText(day: PlainDate, language: Language, today: PlainDate): string {
  return formatDay(day, day.slice(0, 4) === today.slice(0, 4) ? "long" : "full", language).replace(
    /(\d) (?=\p{L})/u,
    "$1\u00a0",
  );
}

/** A day in a subject: "wo 11 november", "Wed 11 November". */
export function dayInSubject(day: PlainDate, language: Language): string {
  const [weekday = "", ...rest] = formatDay(day, "long", language).split(" ");
  return [weekday.slice(0, language === "nl" ? 2 : 3), ...rest].join(" ");
}

/** Invoice numbers as a phrase: "factuur A", "factuur A en B", "factuur A en 3 andere". */
export function invoicePhrase(numbers: readonly string[], language: Language): string {
  const [first, second] = numbers;
  if (first === undefined) return language === "nl" ? "wat nog open staat" : "what is still open";
  const [invoice, invoices, and, others] =
    language === "nl" ? ["factuur", "factuur", "en", "andere"] : ["invoice", "invoices", "and", "others"];
  if (numbers.length <= 1) return `${invoice} ${first}`;
  if (numbers.length === 2) return `${invoices} ${first} ${and} ${second}`;
  return `${invoices} ${first} ${and} ${numbers.length - 1} ${others}`;
}

/** The amount that the button of a message pays: the instalment, the rest of the agreement, or all that is open. */
export function payAmount(kind: MessageKind, facts: MessageFacts): Cents {
  if ((kind === "instalment-coming" || kind === "instalment-missed") && facts.instalment) return facts.instalment.cents;
  if (kind === "plan-accepted" || kind === "plan-offered") return facts.plan?.instalments[0]?.cents ?? facts.totalCents;
  if (kind === "call-confirmation" && facts.agreement)
    return facts.agreement.instalments?.[0]?.cents ?? facts.agreement.amountCents;
  return facts.totalCents;
}

/**
 * The variables of a text, already written out in its language. Each name is always there (null when its fact isn't),
 * so a text can ask `{% if call %}`, and only a misspelt name is unknown.
 */
export function textVariables(
  kind: MessageKind,
  language: Language,
  tone: MessageTone,
  facts: MessageFacts,
): TextVariables {
  const money = (cents: Cents | null | undefined): string | null =>
    cents == null ? null : formatMoney(cents, language);
  const day = (on: PlainDate | null | undefined): string | null => (on ? dayInText(on, language, facts.today) : null);
  const short = (on: PlainDate | null | undefined): string | null => (on ? dayInSubject(on, language) : null);
  const calls = [...(facts.calls ?? [])].sort((a, b) => moment(a) - moment(b));
  const { agreement, dispute, instalment, payment, plan, debtor, creditor, planExample } = facts;
  const numbers = facts.invoices.map((invoice) => invoice.number);
  return {
    greeting: greeting(language, tone, debtor.salutation),
    today: day(facts.today),
    today_short: short(facts.today),
    addressee: facts.debtor.salutation || facts.debtor.name,
    debtor: { name: debtor.name },
    creditor: {
      name: creditor.name,
      legal_name: creditor.legalName ?? creditor.name,
      contact_person: creditor.contactPerson ?? null,
      phone: creditor.phone ?? null,
      phone_hours: creditor.phoneHours ?? null,
      email: creditor.email,
    },
    invoices: facts.invoices.map((invoice) => invoiceVariables(invoice, language, facts.today)),
    invoice_count: numbers.length,
    invoice_phrase: invoicePhrase(numbers, language),
    total: money(facts.totalCents),
    open_amount: facts.totalCents > 0 ? money(facts.totalCents) : null,
    pay_amount: money(payAmount(kind, facts)),
    pay_by: day(facts.payBy),
    pay_by_short: short(facts.payBy),
    call: callVariables(calls.at(-1), language, facts.today),
    missed_call: callVariables(calls.filter((call) => !call.reached).at(-1), language, facts.today),
    missed_call_short: missedDay(calls, language),
    missed_count: calls.filter((call) => !call.reached).length,
    delivery: facts.delivery
      ? {
          sent_on: day(facts.delivery.sentOn),
          address: facts.delivery.address ?? null,
          delivered_on: day(facts.delivery.deliveredOn),
        }
      : null,
    agreement: agreement
      ? {
          sentence: agreement.sentence ?? null,
          amount: money(agreement.amountCents),
          by_day: day(agreement.byDay),
          by_day_short: short(agreement.byDay),
          invoices: agreement.invoices,
          invoice_phrase: invoicePhrase(agreement.invoices, language),
          instalment_count: agreement.instalments?.length ?? 0,
        }
      : null,
    plan: plan
      ? {
          count: plan.instalments.length,
          total: money(total(plan.instalments)),
          first_on: day(plan.instalments[0]?.on),
          first_on_short: short(plan.instalments[0]?.on),
          first_amount: money(plan.instalments[0]?.cents),
          offer_ends_on: day(plan.offerEndsOn),
          offer_ends_on_short: short(plan.offerEndsOn),
          reason: plan.reason ?? null,
        }
      : null,
    example: planExample?.instalments.length ? { count: planExample.instalments.length } : null,
    instalment: instalment
      ? {
          number: instalment.number,
          count: instalment.count,
          amount: money(instalment.cents),
          on: day(instalment.on),
          on_short: short(instalment.on),
        }
      : null,
    dispute: dispute
      ? {
          invoice_number: dispute.invoiceNumber,
          amount: money(dispute.amountCents),
          reason: dispute.reason ?? null,
          answer_by: day(dispute.answerBy),
          answer_by_short: short(dispute.answerBy),
          outcome: dispute.outcome ?? null,
          explanation: dispute.explanation ?? null,
        }
      : null,
    payment: payment
      ? {
          amount: money(payment.cents),
          received_on: day(payment.receivedOn),
          received_on_short: short(payment.receivedOn),
        }
      : null,
    paused_until: day(facts.pausedUntil),
    paused_until_short: short(facts.pausedUntil),
    help: (facts.help ?? []).map((place) => ({ name: place.name, phone: place.phone ?? null, url: place.url ?? null })),
    costs: money(facts.costsCents),
    costs_vat: money(facts.costsVatCents),
    total_with_costs: money(facts.totalCents + (facts.costsCents ?? 0)),
    interest: money(facts.interestCents),
    reference: facts.letter?.reference ?? null,
    letter_attached: facts.letter?.attached ?? false,
    attached: facts.attached ?? false,
    code: facts.code ?? null,
    code_minutes: facts.codeMinutes ?? null,
  };
}

/** The names that a text may use; their values are always text that is ready to read. */
export type TextVariables = Readonly<Record<string, unknown>>;

function greeting(language: Language, tone: MessageTone, salutation: string | null | undefined): string {
  const formal = tone === "u";
  if (!salutation) return language === "nl" ? (formal ? "Goedendag" : "Hallo") : formal ? "Good day" : "Hello";
  const word = language === "nl" ? (formal ? "Beste" : "Hallo") : formal ? "Dear" : "Hello";
  return `${word} ${salutation}`;
}

function invoiceVariables(invoice: InvoiceFacts, language: Language, today: PlainDate): Record<string, string | null> {
  const paid = invoice.totalCents - invoice.openCents;
  return {
    number: invoice.number,
    description: invoice.description ?? null,
    issued_on: dayInText(invoice.issuedOn, language, today),
    due_on: dayInText(invoice.dueOn, language, today),
    open: formatMoney(invoice.openCents, language),
    total: formatMoney(invoice.totalCents, language),
    paid: paid > 0 ? formatMoney(paid, language) : null,
  };
}

function callVariables(
  call: CallFacts | undefined,
  language: Language,
  today: PlainDate,
): Record<string, unknown> | null {
  if (!call) return null;
  const { day, hour, minute } = amsterdam(call.at);
  return {
    day: dayInText(day, language, today),
    time: `${hour}${language === "nl" ? "." : ":"}${minute}`,
    reached: call.reached,
    person: call.personSpoken ?? null,
  };
}

function missedDay(calls: readonly CallFacts[], language: Language): string | null {
  const missed = calls.filter((call) => !call.reached).at(-1);
  return missed ? dayInSubject(amsterdam(missed.at).day, language) : null;
}

function amsterdam(at: Date | string): { day: PlainDate; hour: number; minute: string } {
  const parts = Object.fromEntries(CLOCK.formatToParts(new Date(at)).map((part) => [part.type, part.value]));
  return {
    day: `${parts["year"]}-${parts["month"]}-${parts["day"]}`,
    hour: Number(parts["hour"]),
    minute: parts["minute"] ?? "00",
  };
}

function moment(call: CallFacts): number {
  return new Date(call.at).getTime();
}

function total(instalments: readonly InstalmentFacts[]): Cents {
  return instalments.reduce((sum, instalment) => sum + instalment.cents, 0);
}
