import { randomBytes } from "node:crypto";
import type { Cents } from "@tegemoet/domain";
import type { Journal } from "../journal";
import type { Settings } from "../settings";
import { examplePayer } from "./example-payer";
import { MollieProblem } from "./mollie-problem";
import {
  isUndecided,
  type Chargeback,
  type Payer,
  type Payment,
  type PaymentStatus,
  type Refund,
  type WebhookMode,
} from "./payment";
import type { PaymentRequest } from "./read-payment-request";
import type { WebhookSender } from "./webhook-sender";

/** How a payment ends, and how the shop hears of it when that differs from the usual. */
export interface Settlement {
  readonly status: PaymentStatus;
  readonly payer?: Partial<Payer>;
  readonly webhook?: WebhookMode;
  readonly delayMs?: number;
}

/** The payment provider's desk: keeps payments, lets them be decided once, and has the shop told. */
export class PaymentDesk {
  readonly #sweep: NodeJS.Timeout;
  readonly #refundTimers = new Set<NodeJS.Timeout>();

  constructor(
    private readonly journal: Journal<Payment>,
    private readonly webhooks: WebhookSender,
    private readonly settings: Settings,
  ) {
    this.#sweep = setInterval(() => void this.expireOverdue(), 5000);
    this.#sweep.unref();
    for (const payment of journal.all()) {
      for (const refund of payment.refunds) if (refund.status === "pending") this.#planRefund(payment.id, refund.id);
    }
    webhooks.resume();
  }

  async create(request: PaymentRequest): Promise<Payment> {
    const now = this.settings.now();
    const payment: Payment = {
      ...request,
      id: newId("tr"),
      createdAt: mollieMoment(now),
      expiresAt: mollieMoment(new Date(now.getTime() + this.settings.paymentOpenMs)),
      methodPreset: request.method !== null,
      status: "open",
      settledAt: null,
      payer: null,
      refunds: [],
      chargebacks: [],
      webhookMode: null,
      webhookDelayMs: null,
      messages: [],
    };
    await this.journal.put(payment);
    return payment;
  }

  /** The payment as it stands now; one that is past its term is expired first. */
  async find(id: string): Promise<Payment | undefined> {
    const payment = this.journal.get(id);
    if (payment && this.#isOverdue(payment)) await this.settle(id, { status: "expired" });
    return this.journal.get(id);
  }

  /** @throws MollieProblem 404 */
  async get(id: string): Promise<Payment> {
    const payment = await this.find(id);
    if (!payment) throw new MollieProblem(404, `No payment exists with token ${id}.`);
    return payment;
  }

  /** The newest first. */
  async list(): Promise<Payment[]> {
    await this.expireOverdue();
    return this.journal.all().reverse();
  }

  /**
   * Gives an undecided payment its end (or makes it pending) and has the shop told. Who comes second changes nothing.
   *
   * @returns whether this call decided.
   */
  async settle(id: string, { status, payer, webhook, delayMs }: Settlement): Promise<boolean> {
    const payment = this.journal.get(id);
    if (!payment || !isUndecided(payment) || status === payment.status || status === "open") return false;
    const settled: Payment = {
      ...payment,
      status,
      settledAt: status === "pending" ? null : mollieMoment(this.settings.now()),
      method: payment.method ?? "ideal",
      payer: status === "paid" ? { ...examplePayer(id), ...payer } : null,
    };
    const kept = this.journal.put(settled);
    const mode = webhook ?? payment.webhookMode;
    await kept;
    if (status !== "pending") await this.#tell(settled, mode, delayMs ?? payment.webhookDelayMs ?? undefined);
    return true;
  }

  /** Sets how the shop will hear of this payment. @throws MollieProblem 404 */
  async setWebhook(id: string, mode: WebhookMode, delayMs?: number): Promise<Payment> {
    const payment = { ...(await this.get(id)), webhookMode: mode, webhookDelayMs: delayMs ?? null };
    await this.journal.put(payment);
    return payment;
  }

  /** Sends the webhook again, now, whatever the payment's mode. @throws MollieProblem 404 */
  async repeatWebhook(id: string): Promise<void> {
    const payment = await this.get(id);
    await this.webhooks.send(id, payment.status, 1, 0);
  }

  /** @throws MollieProblem 404, 422 when it isn't open any more. */
  async cancel(id: string): Promise<Payment> {
    const payment = await this.get(id);
    if (payment.status !== "open") throw new MollieProblem(422, "The payment cannot be canceled");
    await this.settle(id, { status: "canceled", webhook: "never" });
    return this.get(id);
  }

  /** @throws MollieProblem 404, 422 when it isn't paid, 409 when it is more than what is left. */
  async refund(id: string, ask: { amount: Cents; description: string; metadata: unknown }): Promise<Refund> {
    const payment = await this.get(id);
    if (payment.status !== "paid") throw new MollieProblem(422, "The payment is not paid, so it cannot be refunded");
    const refunded = payment.refunds
      .filter((refund) => refund.status !== "failed")
      .reduce((sum, refund) => sum + refund.amount, 0);
    if (ask.amount > payment.amount - refunded) {
      throw new MollieProblem(409, "The specified amount cannot be refunded; it is higher than what remains", "amount");
    }
    const refund: Refund = { ...ask, id: newId("re"), status: "pending", createdAt: mollieMoment(this.settings.now()) };
    await this.journal.put({ ...payment, refunds: [...payment.refunds, refund] });
    this.#planRefund(id, refund.id);
    return refund;
  }

  /** The payer's bank takes the money back. @throws MollieProblem 404, 422 when it isn't paid. */
  async chargeBack(id: string, amount: Cents): Promise<Chargeback> {
    const payment = await this.get(id);
    if (payment.status !== "paid")
      throw new MollieProblem(422, "The payment is not paid, so it cannot be charged back");
    const reason = { code: "MD06", description: "Refund request by end customer" };
    const chargeback: Chargeback = { id: newId("chb"), amount, reason, createdAt: mollieMoment(this.settings.now()) };
    await this.journal.put({ ...payment, chargebacks: [...payment.chargebacks, chargeback] });
    await this.#tell(payment, payment.webhookMode, payment.webhookDelayMs ?? undefined, "chargeback");
    return chargeback;
  }

  /** The bank gives back what it took. @throws MollieProblem 404, 422 when it took nothing. */
  async reverseChargeBack(id: string): Promise<void> {
    const payment = await this.get(id);
    if (!payment.chargebacks.some(({ reversedAt }) => reversedAt === undefined))
      throw new MollieProblem(422, "The payment is not charged back");
    const now = mollieMoment(this.settings.now());
    const chargebacks = payment.chargebacks.map((chargeback) => ({ reversedAt: now, ...chargeback }));
    await this.journal.put({ ...payment, chargebacks });
    await this.#tell(payment, payment.webhookMode, payment.webhookDelayMs ?? undefined, "chargeback reversed");
  }

  /** Expires what is past its term, as Mollie does without being asked. */
  async expireOverdue(): Promise<void> {
    const overdue = this.journal.all().filter((payment) => this.#isOverdue(payment));
    await Promise.all(overdue.map((payment) => this.settle(payment.id, { status: "expired" })));
  }

  async clear(): Promise<void> {
    await this.journal.remove(this.journal.all().map((payment) => payment.id));
  }

  close(): void {
    clearInterval(this.#sweep);
    for (const timer of this.#refundTimers) clearTimeout(timer);
  }

  #isOverdue(payment: Payment): boolean {
    return payment.status === "open" && Date.parse(payment.expiresAt) <= this.settings.now().getTime();
  }

  async #tell(
    payment: Payment,
    mode: WebhookMode | null,
    delayMs?: number,
    reason: string = payment.status,
  ): Promise<void> {
    // Mollie doesn't call when the shop had chosen the method and the payer cancels at the bank: the return tells it.
    const usual: WebhookMode = payment.status === "canceled" && payment.methodPreset ? "never" : "once";
    const chosen = mode ?? usual;
    const late = 30 * this.settings.webhookMinuteMs;
    const times = { once: 1, twice: 2, late: 1, never: 0 }[chosen];
    await this.webhooks.send(payment.id, reason, times, delayMs ?? (chosen === "late" ? late : 0));
  }

  #planRefund(id: string, refundId: string): void {
    const timer = setTimeout(() => {
      this.#refundTimers.delete(timer);
      void this.#finishRefund(id, refundId);
    }, this.settings.webhookMinuteMs);
    this.#refundTimers.add(timer);
  }

  async #finishRefund(id: string, refundId: string): Promise<void> {
    const payment = this.journal.get(id);
    if (!payment) return;
    const refunds = payment.refunds.map((refund) =>
      refund.id === refundId ? { ...refund, status: "refunded" as const } : refund,
    );
    await this.journal.put({ ...payment, refunds });
    await this.#tell(payment, payment.webhookMode, payment.webhookDelayMs ?? undefined, "refunded");
  }
}

/** An id as Mollie makes them: a kind and ten letters and figures. */
function newId(kind: string): string {
  const signs = "23456789ABCDEFGHJKMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz";
  return `${kind}_${Array.from(randomBytes(10), (byte) => signs[byte % signs.length]).join("")}`;
}

/** A moment as Mollie writes it: whole seconds with an offset. */
function mollieMoment(at: Date): string {
  return `${at.toISOString().slice(0, 19)}+00:00`;
}
