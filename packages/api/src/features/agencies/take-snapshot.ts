import {
  collectionCosts, debtorRegime, limitation, Refusal, type Cents, type DebtorKind, type Limitation, type LimitationEvent, type LimitationKind,
} from "@tegemoet/domain";
import { dayOf } from "../../platform/clock";
import type { Reader } from "../../platform/database/transaction";
import { sha256 } from "../../platform/tokens";
import { COSTS_VAT_PERCENT } from "../escalations/book-lawful-costs";
import { findDebtor, listContacts } from "../debtors/debtor.queries";
import type { Claim, InvoiceClaim } from "../ledger/claim-of";
import { findOrganisation } from "../organisations/organisation.queries";
import {
  findDossierLetter, listDossierAgreements, listDossierCalls, listDossierDisputes, listDossierDocuments, listDossierInvoices, listDossierMessages,
  listDossierPayments, listDossierPlans, type DossierInvoice, type DossierPayment,
} from "./dossier.queries";

const LIMITATION_OF: Readonly<Record<DossierInvoice["claimKind"], LimitationKind>> = {
  services: "contract", "consumer-goods": "consumer-purchase", "recurring-instalment": "periodic",
};

/**
 * The file as it is handed over: who asks, who owes, each claim with its payments, interest by period and end of limitation, the costs by
 * bracket of the scale, and everything that was sent, said and agreed (law.md 5.3; Bki art. 5). It never changes afterwards.
 *
 * @param claim The claim as of the day of the hand-over, with interest and costs booked.
 * @returns The file and the SHA-256 of its canonical JSON (keys in order, no spaces), by which anybody can show that it is this one.
 */
export async function takeSnapshot(
  reader: Reader, { debtorId, invoiceIds, claim }: { debtorId: string; invoiceIds: readonly string[]; claim: Claim },
): Promise<{ snapshot: Record<string, unknown>; hash: Buffer }> {
  const organisation = await findOrganisation(reader);
  const debtor = await findDebtor(reader, debtorId, claim.asOf);
  if (!debtor) throw new Refusal("NOT_FOUND");
  const [contact] = await listContacts(reader, debtorId);
  const invoices = await listDossierInvoices(reader, invoiceIds);
  const payments = await listDossierPayments(reader, invoiceIds);
  const messages = await listDossierMessages(reader, invoiceIds);
  const plans = await listDossierPlans(reader, invoiceIds);
  const letter = await findDossierLetter(reader, invoiceIds);
  const events = limitationEvents(messages, payments, plans);
  const { name, legalName, kvk, vatNumber, iban, email, phone, vatDeductible } = organisation;
  const snapshot = {
    version: 1,
    asOf: claim.asOf,
    creditor: { name, legalName, kvk, vatNumber, iban, email, phone, vatDeductible, street: organisation.street, houseNumber: organisation.houseNumber, postalCode: organisation.postalCode, city: organisation.city },
    debtor: {
      number: debtor.number, name: debtor.name, kind: debtor.kind, kvk: debtor.kvk, language: debtor.language, email: debtor.email, phone: debtor.phone,
      street: debtor.street, houseNumber: debtor.houseNumber, postalCode: debtor.postalCode, city: debtor.city, country: debtor.country, contactName: contact?.name ?? null,
    },
    totals: totalsOf(claim),
    claims: invoices.map((invoice) => claimOfInvoice(invoice, claim, payments, events.filter(({ invoiceId }) => invoiceId === undefined || invoiceId === invoice.id))),
    costs: costsOf(claim, debtor.kind, { vatDeductible, letterCents: letter?.principalCents ?? 0 }),
    letter: letter ?? null,
    messages: messages.map(({ id: _, ...message }) => message),
    calls: await listDossierCalls(reader, debtorId, invoiceIds),
    agreements: await listDossierAgreements(reader, invoiceIds),
    plans,
    disputes: await listDossierDisputes(reader, invoiceIds),
    documents: await listDossierDocuments(reader, invoiceIds),
  };
  // Written down as JSON has it, so that what is hashed is what is read back.
  const plain = JSON.parse(JSON.stringify(snapshot)) as Record<string, unknown>;
  return { snapshot: plain, hash: sha256(canonicalJson(plain)) };
}

/** JSON with the keys of every object in order and no spaces: equal values give equal bytes. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const pairs = Object.entries(value).filter(([, item]) => item !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${pairs.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(",")}}`;
}

function totalsOf({ principalCents, interestCents, costsCents, paidCents, outstandingCents }: Claim): Record<string, number> {
  return { principalCents, interestCents, costsCents, paidCents, outstandingCents };
}

function claimOfInvoice(invoice: DossierInvoice, claim: Claim, payments: readonly DossierPayment[], events: readonly LimitationEvent[]): Record<string, unknown> {
  const found = claim.invoices.find(({ history }) => history.invoiceId === invoice.id);
  const { id, ...facts } = invoice;
  return {
    ...facts,
    principalCents: found?.principalCents ?? 0,
    interestCents: found?.interestCents ?? 0,
    costsCents: found?.costsCents ?? 0,
    outstandingCents: found?.outstandingCents ?? 0,
    interest: found ? interestOfClaim(found) : null,
    payments: payments.filter(({ invoiceId }) => invoiceId === id).map(({ invoiceId: _, ...payment }) => payment),
    limitation: limitationOf(invoice, found, events),
  };
}

function interestOfClaim({ history, interest }: InvoiceClaim): Record<string, unknown> {
  const { interestKind } = debtorRegime(history.debtorKind);
  return {
    article: interestKind === "consumer" ? "BW 6:119" : "BW 6:119a",
    dayCount: history.dayCount,
    periods: (interest?.periods ?? []).map(({ from, until, days, rateBasisPoints, base, interest: cents, source }) => ({ from, until, days, rateBasisPoints, baseCents: base, interestCents: cents, source })),
  };
}

function limitationOf(invoice: DossierInvoice, claim: InvoiceClaim | undefined, events: readonly LimitationEvent[]): Pick<Limitation, "lastDay" | "article" | "steps"> {
  const consumer = claim ? debtorRegime(claim.history.debtorKind).letterRequired : true;
  // BW 7:28 is for goods bought by a consumer; the same goods sold to a business are a contract like any other.
  const kind = invoice.claimKind === "consumer-goods" && !consumer ? "contract" : LIMITATION_OF[invoice.claimKind];
  const { lastDay, article, steps } = limitation({ kind, dueOn: invoice.dueOn, events });
  return { lastDay, article, steps };
}

/** What interrupts: written notices that reached the debtor (BW 3:317), part payments and accepted plans (BW 3:318). */
function limitationEvents(
  messages: Awaited<ReturnType<typeof listDossierMessages>>, payments: readonly DossierPayment[], plans: Awaited<ReturnType<typeof listDossierPlans>>,
): (LimitationEvent & { invoiceId?: string })[] {
  const notices = messages.filter(({ kind, bouncedAt }) => (kind === "fourteen-day-letter" || kind === "business-notice") && bouncedAt === null);
  return [
    ...notices.map(({ sentAt, deliveredAt }) => ({ kind: "notice" as const, on: dayOf(deliveredAt ?? sentAt) })),
    ...payments.map(({ receivedOn, invoiceId }) => ({ kind: "acknowledgement" as const, on: receivedOn, invoiceId })),
    ...plans.flatMap(({ acceptedOn }) => (acceptedOn ? [{ kind: "acknowledgement" as const, on: acceptedOn }] : [])),
  ];
}

/** The costs as booked, and the scale that explains them: over what is open, or over what the letter named. */
function costsOf(claim: Claim, kind: DebtorKind, { vatDeductible, letterCents }: { vatDeductible: boolean; letterCents: Cents }): Record<string, unknown> {
  const vat = vatDeductible ? {} : { vatRate: COSTS_VAT_PERCENT };
  const open = claim.invoices.reduce((sum, { history }) => sum + history.openPrincipalCents, 0);
  const scale = [open, letterCents, claim.principalCents].filter((base) => base > 0).map((base) => collectionCosts(base, vat)).find(({ total }) => total === claim.costsCents);
  return {
    cents: claim.costsCents,
    vatCents: scale?.vat ?? 0,
    article: debtorRegime(kind).letterRequired ? "BW 6:96 lid 5, 6 en 7; Besluit BIK art. 2" : "BW 6:96 lid 2 en 4; Besluit BIK art. 2",
    brackets: scale?.brackets ?? [],
    minimumApplied: scale?.minimumApplied ?? false,
  };
}
