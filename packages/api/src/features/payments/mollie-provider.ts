import { centsFromDecimal, centsToDecimal } from "@tegemoet/domain";
import type { Client } from "mollie-api-typescript";
import type { CheckoutState, NewCheckout, PaymentProvider, ProviderPayment } from "../../platform/outside";

const STATES: readonly CheckoutState[] = ["open", "pending", "authorized", "paid", "canceled", "expired", "failed"];

/** Mollie, through Mollie's own SDK. */
export class MollieProvider implements PaymentProvider {
  private made: Client | undefined;

  constructor(
    private readonly url: string,
    private readonly apiKey: string,
  ) {}

  /** Made when it is first needed: the SDK is six hundred files and 20 MB of memory, which whoever takes no payments online can do without. */
  private get client(): Client {
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const sdk = require("mollie-api-typescript") as typeof import("mollie-api-typescript");
    // The SDK adds /v2 itself.
    return (this.made ??= new sdk.Client({ serverURL: this.url.replace(/\/(v2\/?)?$/, ""), security: { apiKey: this.apiKey }, timeoutMs: 10_000 }));
  }

  async create(checkout: NewCheckout): Promise<ProviderPayment> {
    const payment = await this.client.payments.create({
      idempotencyKey: checkout.reference,
      paymentRequest: {
        amount: { currency: "EUR", value: centsToDecimal(checkout.amountCents) },
        description: checkout.description.slice(0, 255),
        redirectUrl: checkout.returnUrl,
        webhookUrl: checkout.webhookUrl,
        method: "ideal",
        locale: checkout.language === "nl" ? "nl_NL" : "en_US",
        metadata: { reference: checkout.reference },
      },
    });
    return read(payment as unknown as Answer);
  }

  async fetch(providerId: string): Promise<ProviderPayment | undefined> {
    try {
      const answer = (await this.client.payments.get({ paymentId: providerId })) as unknown as Answer;
      return { ...read(answer), chargedBack: answer.links?.chargebacks ? await this.chargedBack(providerId) : undefined };
    } catch (error) {
      if ((error as { statusCode?: number }).statusCode === 404) return undefined;
      throw error;
    }
  }

  private async chargedBack(paymentId: string): Promise<ProviderPayment["chargedBack"]> {
    const { result } = await this.client.chargebacks.list({ paymentId });
    const all = (result.embedded as unknown as { chargebacks?: readonly ChargeBackAnswer[] }).chargebacks ?? [];
    const newest = all.reduce<ChargeBackAnswer | undefined>((last, one) => (last && last.createdAt > one.createdAt ? last : one), undefined);
    if (!newest) return undefined;
    const sum = (those: readonly ChargeBackAnswer[]): number => those.reduce((cents, { amount }) => cents + centsFromDecimal(amount.value), 0);
    return {
      cents: sum(all.filter(({ reversedAt }) => !reversedAt)), givenBackCents: sum(all.filter(({ reversedAt }) => reversedAt)), at: new Date(newest.createdAt),
      reason: [newest.reason?.code, newest.reason?.description].filter(Boolean).join(" ") || undefined,
    };
  }
}

/** What we read of a charge-back. */
interface ChargeBackAnswer {
  amount: { value: string };
  reason?: { code?: string; description?: string } | null;
  createdAt: string;
  reversedAt?: string | null;
}

/** What we read of Mollie's answer. */
interface Answer {
  id: string;
  status: string;
  amount: { value: string; currency: string };
  metadata?: unknown;
  expiresAt?: string | null;
  paidAt?: string | null;
  details?: { consumerName?: string | null; consumerAccount?: string | null } | null;
  links?: { checkout?: { href?: string } | null; chargebacks?: { href?: string } | null };
}

function read(answer: Answer): ProviderPayment {
  const state = STATES.find((known) => known === answer.status);
  if (!state) throw new Error(`the payment provider knows a state that we don't: ${answer.status}`);
  const metadata = (typeof answer.metadata === "object" ? answer.metadata : undefined) as { reference?: string } | undefined;
  return {
    providerId: answer.id,
    state,
    amountCents: centsFromDecimal(answer.amount.value),
    currency: answer.amount.currency,
    reference: metadata?.reference,
    url: answer.links?.checkout?.href,
    expiresAt: answer.expiresAt ? new Date(answer.expiresAt) : undefined,
    paidAt: answer.paidAt ? new Date(answer.paidAt) : undefined,
    payerName: answer.details?.consumerName ?? undefined,
    payerIban: answer.details?.consumerAccount ?? undefined,
  };
}
