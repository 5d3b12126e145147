import {
  addDays, combinedCollectionCosts, daysBetween, DEFAULT_PLAN_POLICY, formatPhone, nextBusinessDay, planFaults, planSchedule, Refusal, sum, type CollectionCosts, type PlainDate,
} from "@tegemoet/domain";
import type { Brand, CreditorFacts, DebtorFacts, MessageFacts } from "@tegemoet/messages";
import type { Reader } from "../../platform/database/transaction";
import { CODE_MINUTES, portalCode } from "../communications/portal-code";
import { claimOf } from "../ledger/claim-of";
import { textKey, type ActiveText } from "../templates/template.queries";
import type { OrganisationRow } from "../organisations/organisation.queries";
import { COSTS_VAT_PERCENT } from "./book-lawful-costs";
import type { Addressee, GatheredFacts, GoingMessage } from "./gather-message-facts";
import { bringsInvoices } from "./message-kinds";
import { agreementFacts, disputeFacts, instalmentOfNow, instalmentsOf, offerEndsOn, paymentFacts } from "./message-subjects.queries";
import type { WaitingMessage } from "./sending.queries";

/** All that a message says, and what of it may not be kept in clear. */
export interface ComposedMessage {
  readonly facts: MessageFacts;
  readonly brand: Brand;
  readonly tone: "u" | "je";
  readonly payBy: PlainDate | null;
  /** The organisation's own text; without one ours is written. */
  readonly text: ActiveText | undefined;
  /** Of a fourteen-day letter: the costs that it names, and the principal of each invoice they are over. */
  readonly costs: CollectionCosts | undefined;
  readonly principals: readonly { readonly invoiceId: string; readonly cents: number }[];
  /** Tokens and codes: what is kept of the message has a placeholder in their place (T-20). */
  readonly secrets: readonly string[];
}

export interface ComposeOptions {
  readonly today: PlainDate;
  readonly secretKey: string;
  readonly publicUrl: string;
  /** Another voice than the organisation's, to look at a text. */
  readonly tone?: "u" | "je";
}

const WITH_EXAMPLE = new Set(["reminder-2", "reminder-3", "not-reached", "promise-broken", "plan-broken"]);
/** Days that a message gives to pay when its step names none. */
const DEFAULT_PAY_DAYS = 7;

/** Puts together what a message tells, as of today. */
export async function composeMessage(
  reader: Reader, { message, lines }: Pick<GoingMessage, "message" | "lines">, gathered: GatheredFacts, { today, secretKey, publicUrl, tone }: ComposeOptions,
): Promise<ComposedMessage> {
  const { organisation } = gathered;
  const voice = tone ?? organisation.tone;
  const debtor = gathered.addressee.get(message.debtorId);
  if (!debtor) throw new Refusal("NOT_FOUND");
  const own = new Set(lines.map(({ invoiceId }) => invoiceId));
  const invoices = gathered.invoices.filter(({ id }) => own.has(id));
  const named = invoices.filter(({ openCents }) => openCents > 0 || message.kind === "invoice-copy");
  const totalCents = sum(named.map(({ openCents }) => openCents));
  const payBy = payByOf(message, today, named.map(({ dueOn }) => dueOn));
  const legal = message.kind === "fourteen-day-letter" || message.kind === "business-notice";
  const principals = named.map(({ id, principalCents }) => ({ invoiceId: id, cents: principalCents }));
  const costs = legal && sum(principals.map(({ cents }) => cents)) > 0
    ? combinedCollectionCosts(principals.map(({ cents }) => cents), organisation.vatDeductible ? {} : { vatRate: COSTS_VAT_PERCENT })
    : undefined;
  const token = gathered.tokens.get(message.id);
  const code = message.facts.sessionId && message.facts.codeNonce ? portalCode(secretKey, message.facts.sessionId, message.facts.codeNonce) : undefined;
  const single = named.length === 1 ? named[0] : undefined;
  const facts: MessageFacts = {
    today, debtor: debtorFacts(debtor, voice), creditor: creditorFacts(organisation), invoices: named, totalCents, payBy,
    portalUrl: token ? `${new URL(publicUrl).origin}/portal/l/${token}` : null,
    paymentReference: single?.paymentReference ?? null,
    calls: gathered.calls.get(message.id) ?? [], delivery: gathered.deliveries.get(named[0]?.id ?? "") ?? null,
    ...(await subjectFacts(reader, message, today)),
    planExample: WITH_EXAMPLE.has(message.kind) ? planExample(totalCents, organisation, payBy ?? today, today) : null,
    help: organisation.helpLinks.map(({ name, url }) => ({ name, url })),
    costsCents: costs?.total ?? null, costsVatCents: costs && costs.vat > 0 ? costs.vat : null,
    interestCents: message.kind === "business-notice" && lines.length > 0
      ? (await claimOf(reader, { invoiceIds: lines.map(({ invoiceId }) => invoiceId), asOf: today })).interestCents : null,
    letter: { reference: debtor.number, attached: false },
    attached: message.channel === "mail" && named.length > 0 && bringsInvoices(message.kind),
    pausedUntil: message.facts.pausedUntil ?? null,
    code: code ? `${code.slice(0, 3)} ${code.slice(3)}` : null, codeMinutes: code ? CODE_MINUTES : null,
  };
  return {
    facts, tone: voice, payBy, text: gathered.texts.get(textKey({ ...message, tone: voice })), costs, principals,
    brand: { name: organisation.name, initials: organisation.mark || null, colour: organisation.brandColour },
    secrets: [...(token ? [token] : []), ...(code ? [code, `${code.slice(0, 3)} ${code.slice(3)}`, `${code.slice(0, 3)}\u00a0${code.slice(3)}`] : [])],
  };
}

/** The day a message asks to pay by: its step's, moved along when it leaves later than it was planned. */
function payByOf(message: WaitingMessage, today: PlainDate, dueDays: readonly PlainDate[]): PlainDate | null {
  if (message.kind === "fourteen-day-letter") return null;
  if (message.payBy) return message.queuedOn >= today ? message.payBy : nextBusinessDay(addDays(message.payBy, daysBetween(message.queuedOn, today)));
  const firstDue = [...dueDays].sort()[0];
  if (firstDue && firstDue >= today) return firstDue;
  return nextBusinessDay(addDays(today, DEFAULT_PAY_DAYS));
}

async function subjectFacts(reader: Reader, { facts, kind }: WaitingMessage, today: PlainDate): Promise<Partial<MessageFacts>> {
  const { planId, agreementId, promiseId, disputeId, paymentId } = facts;
  const term = planId && kind.startsWith("instalment-") ? await instalmentOfNow(reader, planId, facts.instalment, today) : undefined;
  return {
    agreement: agreementId || promiseId ? await agreementFacts(reader, { agreementId, promiseId }) : null,
    plan: planId ? { instalments: await instalmentsOf(reader, planId), offerEndsOn: await offerEndsOn(reader, planId), reason: facts.reason ?? null } : null,
    instalment: term ? { number: term.number, count: term.count, on: term.on, cents: term.openCents } : null,
    dispute: disputeId ? await disputeFacts(reader, disputeId) : null,
    payment: paymentId ? await paymentFacts(reader, paymentId) : null,
  };
}

/** Three terms within the policy, fewer when that is what it allows, none when it allows none: a promise in a mail is kept. */
function planExample(total: number, { planPolicy }: OrganisationRow, from: PlainDate, today: PlainDate): MessageFacts["planExample"] {
  const policy = { ...DEFAULT_PLAN_POLICY, ...planPolicy };
  for (let count = Math.min(3, policy.maxInstalments); count >= 2; count -= 1) {
    if (total < count) continue;
    const instalments = planSchedule({ total, count, firstOn: from, every: "month" });
    if (planFaults({ total, instalments }, policy, today).length === 0) return { instalments: instalments.map(({ dueOn, cents }) => ({ on: dueOn, cents })) };
  }
  return null;
}

function debtorFacts(debtor: Addressee, tone: "u" | "je"): DebtorFacts {
  const person = debtor.contactName ?? (debtor.kind === "consumer" ? debtor.name : null);
  return {
    name: debtor.name, salutation: person && tone === "je" ? person.split(" ")[0] : person,
    contactPerson: debtor.contactName !== debtor.name ? debtor.contactName : null,
    address: [debtor.street, debtor.houseNumber].filter(Boolean).join(" ") || null, postalCode: debtor.postalCode, city: debtor.city,
    country: debtor.country === "NL" ? null : debtor.country,
  };
}

function creditorFacts(o: OrganisationRow): CreditorFacts {
  return {
    name: o.name, legalName: o.legalName, iban: o.iban, bic: o.bic, kvk: o.kvk, vatNumber: o.vatNumber, phone: formatPhone(o.phone), phoneHours: o.phoneHours, email: o.email,
    contactPerson: o.contactPerson, address: [o.street, o.houseNumber].filter(Boolean).join(" ") || null, postalCode: o.postalCode, city: o.city, vatDeductible: o.vatDeductible,
  };
}
