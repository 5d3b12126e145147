import { centsFromDecimal, type Cents } from "@tegemoet/domain";
import { MollieProblem } from "./mollie-problem";

/** The methods that this stand-in offers: name as Mollie gives it, least and most in cents. */
export const METHODS = [
  { id: "ideal", description: "iDEAL | Wero", least: 1, most: 5_000_000 },
  { id: "bancontact", description: "Bancontact", least: 2, most: 5_000_000 },
  { id: "creditcard", description: "Card", least: 1, most: 1_000_000 },
  { id: "banktransfer", description: "Bank transfer", least: 1, most: 100_000_000 },
] as const;

const LOCALES = /^(nl_NL|nl_BE|en_US|en_GB|de_DE|de_AT|de_CH|fr_FR|fr_BE|es_ES|it_IT|pt_PT)$/;
const SEQUENCES = ["oneoff", "first", "recurring"];

/** What a shop asks, checked. */
export interface PaymentRequest {
  readonly amount: Cents;
  readonly description: string;
  readonly redirectUrl: string;
  readonly cancelUrl: string | null;
  readonly webhookUrl: string | null;
  readonly method: string | null;
  readonly locale: string | null;
  readonly metadata: unknown;
  readonly sequenceType: string;
}

/**
 * Checks the body of POST /v2/payments as Mollie does: the first fault is told, with its field.
 *
 * @throws MollieProblem 422.
 */
export function readPaymentRequest(body: Readonly<Record<string, unknown>>): PaymentRequest {
  const amount = readAmount(body.amount);
  const description = readText(body.description, "description", 255);
  if (description === null) throw unprocessable("The description is invalid", "description");
  const redirectUrl = readUrl(body.redirectUrl, "redirectUrl", "redirect URL");
  if (redirectUrl === null) throw unprocessable("Redirect URL is required", "redirectUrl");
  const method = readMethod(body.method);
  checkLimits(amount, method);
  const locale = readText(body.locale, "locale", 5);
  if (locale !== null && !LOCALES.test(locale)) throw unprocessable("The locale is invalid", "locale");
  const sequenceType = readText(body.sequenceType, "sequenceType", 10) ?? "oneoff";
  if (!SEQUENCES.includes(sequenceType)) throw unprocessable("The sequence type is invalid", "sequenceType");
  if (JSON.stringify(body.metadata ?? null).length > 1024) {
    throw unprocessable("The metadata is too large; it can hold about 1 kB", "metadata");
  }
  return {
    amount,
    description,
    redirectUrl,
    cancelUrl: readUrl(body.cancelUrl, "cancelUrl", "cancel URL"),
    webhookUrl: readUrl(body.webhookUrl, "webhookUrl", "webhook URL"),
    method,
    locale,
    metadata: body.metadata ?? null,
    sequenceType,
  };
}

/** @throws MollieProblem 422 when it isn't `{ currency: "EUR", value: "10.00" }`. */
export function readAmount(value: unknown): Cents {
  const amount = (typeof value === "object" && value !== null ? value : {}) as Record<string, unknown>;
  if (typeof amount.currency !== "string" || amount.value === undefined) {
    throw unprocessable("The amount is required and must contain a currency and a value", "amount");
  }
  if (amount.currency !== "EUR")
    throw unprocessable("The currency is not supported; this sandbox knows EUR only", "amount");
  if (typeof amount.value !== "string" || !/^\d{1,9}\.\d{2}$/.test(amount.value)) {
    throw unprocessable(
      'The amount contains an invalid value; give a string with two decimals, such as "10.00"',
      "amount",
    );
  }
  const cents = centsFromDecimal(amount.value);
  if (cents === 0) throw unprocessable("The amount is lower than the minimum", "amount");
  return cents;
}

function readMethod(value: unknown): string | null {
  const chosen: unknown = Array.isArray(value) ? (value.length === 1 ? value[0] : null) : value;
  const all: unknown[] = Array.isArray(value) ? value : [value ?? null];
  const known = (method: unknown): boolean => method === null || METHODS.some(({ id }) => id === method);
  if (!all.every(known)) throw unprocessable("The payment method is invalid", "method");
  return typeof chosen === "string" ? chosen : null;
}

function checkLimits(amount: Cents, method: string | null): void {
  const limits = METHODS.find(({ id }) => id === method) ?? { least: 1, most: 100_000_000 };
  if (amount < limits.least) throw unprocessable("The amount is lower than the minimum", "amount");
  if (amount > limits.most) throw unprocessable("The amount is higher than the maximum", "amount");
}

function readText(value: unknown, field: string, most: number): string | null {
  if (value === undefined || value === null || value === "") return null;
  if (typeof value !== "string" || value.length > most) throw unprocessable(`The ${field} is invalid`, field);
  return value;
}

function readUrl(value: unknown, field: string, name: string): string | null {
  const text = readText(value, field, 2048);
  if (text === null) return null;
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) throw unprocessable(`The ${name} is invalid`, field);
  return text;
}

function unprocessable(detail: string, field: string): MollieProblem {
  return new MollieProblem(422, detail, field);
}
