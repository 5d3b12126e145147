import type { CheckoutState, PaymentProvider, ProviderPayment } from "../../src/platform/outside";

/** A payment as the provider has it, whatever we heard of it. */
export interface BankPayment {
  readonly organisationId: string;
  readonly checkoutId: string;
  readonly payment: ProviderPayment;
  /** We asked after it since it ended: from now on our books have to tell the same. */
  asked: boolean;
}

const OPEN_MS = 15 * 60_000;

/** The provider and the bank's page in one, with every answer that a real one gives; nothing of it is told unless somebody asks. */
export class BankPage implements PaymentProvider {
  private readonly payments = new Map<string, BankPayment>();
  /** What debtors do while they look at the page and the mails leave. */
  readonly later: (() => Promise<void>)[] = [];

  open(organisationId: string, checkoutId: string, amountCents: number, now: Date): ProviderPayment {
    const providerId = `tr_${this.payments.size + 1}`;
    const payment: ProviderPayment = {
      providerId, state: "open", amountCents, currency: "EUR", reference: checkoutId, url: `https://bank.example/${providerId}`, expiresAt: new Date(now.getTime() + OPEN_MS),
    };
    this.payments.set(providerId, { organisationId, checkoutId, payment, asked: false });
    return payment;
  }

  end(providerId: string, state: CheckoutState, now: Date): void {
    const known = this.payments.get(providerId);
    if (known) this.payments.set(providerId, { ...known, asked: false, payment: { ...known.payment, state, ...(state === "paid" ? { paidAt: now } : {}) } });
  }

  of(organisationId: string): BankPayment[] {
    return this.all().filter((payment) => payment.organisationId === organisationId);
  }

  all(): BankPayment[] {
    return [...this.payments.values()];
  }

  create(): Promise<ProviderPayment> {
    throw new Error("here a payment is made by open()");
  }

  async fetch(providerId: string): Promise<ProviderPayment | undefined> {
    return this.payments.get(providerId)?.payment;
  }
}
