import { openItemIndex, planStanding, type Cents, type KnownAccount, type MatchCandidate, type OpenItem, type OpenItemIndex, type PlainDate } from "@tegemoet/domain";
import type { MatchFacts, PlanToPay } from "./match-facts.queries";

/** A candidate as it is kept with a line, and as the screen shows it. */
export interface KeptCandidate {
  debtorId: string;
  debtorName: string;
  score: number;
  reasons: string[];
  /** Of a credit note that is set off, cents are negative. */
  invoices: { invoiceId: string; invoiceNumber: string; cents: Cents; openCents: Cents }[];
}

interface PlanWithTerms extends PlanToPay {
  terms: { number: number; dueOn: PlainDate; openCents: Cents }[];
}

/**
 * What is open for a chunk of lines, kept up as the lines before are booked: of two lines that pay the same invoice, the second sees
 * what the first left. Of a plan the term that comes next stands in the index, as money fills the terms in their order.
 */
export class OpenItems {
  private readonly invoices: Map<string, OpenItem>;
  private readonly plans: Map<string, PlanWithTerms>;
  private readonly accounts: readonly KnownAccount[];
  private readonly touched = new Set<string>();
  private readonly names = new Map<string, string>();
  /** What every item was when the index was made, and since then the items that changed. */
  private base: OpenItemIndex | undefined;
  private readonly changed = new Map<string, OpenItem>();
  readonly index: OpenItemIndex = {
    byReference: (key) => this.asNow(this.found.byReference(key)),
    byNumber: (key) => this.asNow(this.found.byNumber(key)),
    byAmount: (cents) => this.withAmount(cents),
    ofDebtor: (debtorId) => this.asNow(this.found.ofDebtor(debtorId)),
    debtorsByIban: (iban) => this.found.debtorsByIban(iban),
    debtorsByName: (key) => this.found.debtorsByName(key),
  };

  constructor({ invoices, accounts, plans }: MatchFacts, today: PlainDate) {
    const inPlan = new Set(plans.flatMap((plan) => plan.invoices.map(({ invoiceId }) => invoiceId)));
    // Who names the invoice of a plan means the plan as much as the invoice: both are named alike, and the amount tells.
    this.invoices = new Map(invoices.map((item) => [item.id, inPlan.has(item.id) ? { ...item, references: referencesOf(item.number, item.references) } : item]));
    this.accounts = accounts;
    for (const { debtorId, debtorName } of [...invoices, ...plans]) this.names.set(debtorId, debtorName);
    this.plans = new Map(plans.map((plan) => [plan.id, { ...plan, terms: [...planStanding(plan, plan.payments, today).instalments] }]));
  }

  /** Made once; an invoice that changes is put beside it, only a plan that changes makes it anew. */
  private get found(): OpenItemIndex {
    if (!this.base) {
      this.base = openItemIndex([...this.invoices.values(), ...[...this.plans.values()].flatMap(nextTerm)], this.accounts);
      this.changed.clear();
    }
    return this.base;
  }

  private asNow(items: readonly OpenItem[]): readonly OpenItem[] {
    return this.changed.size === 0 ? items : items.map((item) => this.changed.get(item.id) ?? item);
  }

  private withAmount(cents: Cents): readonly OpenItem[] {
    const items = this.found.byAmount(cents);
    if (this.changed.size === 0) return items;
    const still = items.filter(({ id }) => !this.changed.has(id));
    return [...still, ...[...this.changed.values()].filter(({ openCents }) => openCents === cents)];
  }

  /** Whether something of these candidates changed since the index that gave them. */
  isTouched(candidates: readonly MatchCandidate[]): boolean {
    return candidates.some(({ allocations }) => allocations.some(({ itemId }) => this.touched.has(itemId)));
  }

  /** An invoice turned out to have another amount open than was read. */
  correct(invoiceId: string, openCents: Cents): void {
    const item = this.invoices.get(invoiceId);
    if (!item || item.openCents === openCents) return;
    this.change({ ...item, openCents });
  }

  /** Money went to an invoice, and with it to the plan it is in; of a credit note, which is negative, something was used. */
  take(invoiceId: string, cents: Cents): void {
    const item = this.invoices.get(invoiceId);
    if (item) this.change({ ...item, openCents: Math.max(0, item.openCents - Math.abs(cents)) });
    for (const plan of this.plans.values()) {
      const invoice = plan.invoices.find((one) => one.invoiceId === invoiceId);
      if (!invoice) continue;
      this.touched.add(`plan:${plan.id}`);
      this.base = undefined;
      invoice.openCents = Math.max(0, invoice.openCents - cents);
      let left = cents;
      plan.terms = plan.terms.map((term) => {
        const taken = Math.min(left, term.openCents);
        left -= taken;
        return { ...term, openCents: term.openCents - taken };
      });
    }
  }

  /** A candidate in invoices only: what goes to a term of a plan goes to the invoices of the plan, the oldest first. */
  keep({ debtorId, score, reasons, allocations }: MatchCandidate): KeptCandidate {
    const byInvoice = new Map<string, Cents>();
    for (const { itemId, cents } of allocations) if (!this.plans.has(planOf(itemId))) byInvoice.set(itemId, (byInvoice.get(itemId) ?? 0) + cents);
    for (const { itemId, cents } of allocations) {
      let left = cents;
      for (const { invoiceId, openCents } of this.plans.get(planOf(itemId))?.invoices ?? []) {
        const before = byInvoice.get(invoiceId) ?? 0;
        const more = Math.min(left, openCents - before);
        if (more <= 0) continue;
        byInvoice.set(invoiceId, before + more);
        left -= more;
      }
    }
    const invoices = [...byInvoice].map(([invoiceId, cents]) => ({ invoiceId, cents, ...this.factsOf(invoiceId) }));
    return { debtorId, debtorName: this.names.get(debtorId) ?? "", score, reasons: [...reasons], invoices };
  }

  private factsOf(invoiceId: string): { invoiceNumber: string; openCents: Cents } {
    const item = this.invoices.get(invoiceId);
    if (item) return { invoiceNumber: item.number, openCents: item.openCents };
    for (const { invoices } of this.plans.values()) {
      const invoice = invoices.find((one) => one.invoiceId === invoiceId);
      if (invoice) return { invoiceNumber: invoice.number, openCents: invoice.openCents };
    }
    throw new RangeError(`invoice ${invoiceId} isn't among the facts`);
  }

  private change(item: OpenItem): void {
    this.invoices.set(item.id, item);
    this.changed.set(item.id, item);
    this.touched.add(item.id);
  }
}

function planOf(itemId: string): string {
  return itemId.startsWith("plan:") ? itemId.slice("plan:".length) : "";
}

/** The term that is paid next. Whoever writes the invoice's number or reference with its amount, pays the term. */
function nextTerm({ id, debtorId, debtorName, terms, invoices }: PlanWithTerms): OpenItem[] {
  const next = terms.find(({ openCents }) => openCents > 0);
  // The last term and what is left of its invoice are the same money: one of the two is enough, or they would seem two candidates.
  if (!next || invoices.some(({ openCents }) => openCents === next.openCents)) return [];
  const references = invoices.flatMap(({ number, reference }) => referencesOf(number, reference ? [reference] : []));
  return [{ id: `plan:${id}`, debtorId, debtorName, kind: "instalment", number: invoices[0]?.number ?? "", references, openCents: next.openCents, dueOn: next.dueOn }];
}

/** References with the figures of an invoice's number, when those are long enough to be found in a text as one. */
function referencesOf(number: string, references: readonly string[] = []): string[] {
  const figures = number.replace(/\D+/gu, "");
  return figures.length >= 7 && figures.length <= 16 ? [...references, figures] : [...references];
}
