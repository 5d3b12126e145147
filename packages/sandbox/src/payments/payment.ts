import { centsToDecimal, type Cents } from "@tegemoet/domain";

export type PaymentStatus = "open" | "pending" | "paid" | "canceled" | "expired" | "failed";

/** When the shop hears of it: once as it should, twice at the same moment, late, or never. */
export const WEBHOOK_MODES = ["once", "twice", "late", "never"] as const;
export type WebhookMode = (typeof WEBHOOK_MODES)[number];

/** One message to the shop's webhook, and how its calls went. */
export interface WebhookMessage {
  /** Why it was sent, for the page: a status or a refund's status. */
  readonly reason: string;
  readonly dueAt: string;
  readonly calls: readonly { readonly at: string; readonly answer: string }[];
  readonly done: boolean;
}

export interface Refund {
  readonly id: string;
  readonly amount: Cents;
  readonly description: string;
  readonly metadata: unknown;
  readonly status: "pending" | "refunded" | "failed";
  readonly createdAt: string;
}

export interface Chargeback {
  readonly id: string;
  readonly amount: Cents;
  readonly reason: { readonly code: string; readonly description: string };
  readonly createdAt: string;
  /** When the bank gave it back again. */
  readonly reversedAt?: string;
}

/** The account that paid. */
export interface Payer {
  readonly consumerName: string;
  readonly consumerAccount: string;
  readonly consumerBic: string;
}

/** A payment as the provider keeps it. Moments are ISO strings. */
export interface Payment {
  readonly id: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly amount: Cents;
  readonly description: string;
  readonly redirectUrl: string | null;
  readonly cancelUrl: string | null;
  readonly webhookUrl: string | null;
  readonly method: string | null;
  /** Whether the shop chose the method; Mollie then doesn't call when the payer cancels at the bank. */
  readonly methodPreset: boolean;
  readonly locale: string | null;
  readonly metadata: unknown;
  readonly sequenceType: string;
  readonly status: PaymentStatus;
  readonly settledAt: string | null;
  readonly payer: Payer | null;
  readonly refunds: readonly Refund[];
  readonly chargebacks: readonly Chargeback[];
  /** Set for one payment by the control API or the bank page. */
  readonly webhookMode: WebhookMode | null;
  readonly webhookDelayMs: number | null;
  readonly messages: readonly WebhookMessage[];
}

/** Whether somebody can still decide about it. */
export function isUndecided(payment: Payment): boolean {
  return payment.status === "open" || payment.status === "pending";
}

const MOMENT = { paid: "paidAt", canceled: "canceledAt", expired: "expiredAt", failed: "failedAt" } as const;
const PROFILE = "pfl_TegemoetSandbox";

export function money(value: Cents): { currency: string; value: string } {
  return { currency: "EUR", value: centsToDecimal(value) };
}

export function link(href: string, type = "application/hal+json"): { href: string; type: string } {
  return { href, type };
}

/** The payment as Mollie v2 tells it (GET /v2/payments/:id). Empty fields are left out, as Mollie does. */
export function toMollie(payment: Payment, url: string): Record<string, unknown> {
  const self = `${url}/v2/payments/${payment.id}`;
  const refunded = payment.refunds
    .filter((refund) => refund.status !== "failed")
    .reduce((sum, refund) => sum + refund.amount, 0);
  const chargedBack = payment.chargebacks
    .filter(({ reversedAt }) => reversedAt === undefined)
    .reduce((sum, chargeback) => sum + chargeback.amount, 0);
  const bank = link(`${url}/bank/${payment.id}`, "text/html");
  const settled = isUndecided(payment) ? undefined : MOMENT[payment.status as keyof typeof MOMENT];
  return {
    resource: "payment",
    id: payment.id,
    mode: "test",
    createdAt: payment.createdAt,
    amount: money(payment.amount),
    description: payment.description,
    method: payment.method,
    metadata: payment.metadata ?? null,
    status: payment.status,
    ...(isUndecided(payment) && { isCancelable: payment.status === "open", expiresAt: payment.expiresAt }),
    ...(settled && { [settled]: payment.settledAt }),
    ...(payment.status === "paid" && {
      amountRefunded: money(refunded),
      amountRemaining: money(payment.amount - refunded),
      ...(chargedBack > 0 && { amountChargedBack: money(chargedBack) }),
      countryCode: "NL",
      details: payment.payer,
    }),
    ...(payment.locale && { locale: payment.locale }),
    profileId: PROFILE,
    sequenceType: payment.sequenceType,
    redirectUrl: payment.redirectUrl,
    ...(payment.cancelUrl && { cancelUrl: payment.cancelUrl }),
    ...(payment.webhookUrl && { webhookUrl: payment.webhookUrl }),
    _links: {
      self: link(self),
      ...(payment.status === "open" && { checkout: bank }),
      dashboard: bank,
      ...(payment.refunds.length > 0 && { refunds: link(`${self}/refunds`) }),
      ...(payment.chargebacks.length > 0 && { chargebacks: link(`${self}/chargebacks`) }),
      documentation: link("https://docs.mollie.com/reference/get-payment", "text/html"),
    },
  };
}
