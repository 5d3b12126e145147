import type { Journal } from "../journal";
import type { Outages } from "../outages";
import type { Payment, WebhookMessage } from "./payment";

/** Minutes between one call and the next, as Mollie calls: ten times within 26 hours. */
const SCHEDULE_MINUTES = [1, 2, 4, 8, 16, 29, 60, 120, 1320] as const;
const ANSWER_WITHIN_MS = 15_000;

interface SenderSettings {
  readonly webhookMinuteMs: number;
  readonly now: () => Date;
}

/** Calls the shop's webhook: a form with the id and nothing else, again and again until it answers 2xx. */
export class WebhookSender {
  readonly #timers = new Set<NodeJS.Timeout>();
  #closed = false;

  constructor(
    private readonly payments: Journal<Payment>,
    private readonly outages: Outages,
    private readonly settings: SenderSettings,
  ) {}

  /** Takes up the messages that were waiting when the process ended. */
  resume(): void {
    for (const payment of this.payments.all()) {
      payment.messages.forEach((message, index) => {
        if (!message.done) this.#plan(payment.id, index, Date.parse(message.dueAt) - this.settings.now().getTime());
      });
    }
  }

  /** Keeps so many messages for a payment and sends them all after the same delay; none is kept as sent never. */
  async send(paymentId: string, reason: string, times: number, delayMs: number): Promise<void> {
    const payment = this.payments.get(paymentId);
    if (!payment?.webhookUrl) return;
    const dueAt = new Date(this.settings.now().getTime() + delayMs).toISOString();
    const message: WebhookMessage = { reason, dueAt, calls: [], done: times === 0 };
    const added = Array.from({ length: Math.max(1, times) }, () => message);
    const first = payment.messages.length;
    await this.payments.put({ ...payment, messages: [...payment.messages, ...added] });
    if (times > 0) added.forEach((_, index) => this.#plan(paymentId, first + index, delayMs));
  }

  close(): void {
    this.#closed = true;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }

  #plan(paymentId: string, index: number, delayMs: number): void {
    if (this.#closed) return;
    const timer = setTimeout(
      () => {
        this.#timers.delete(timer);
        void this.#call(paymentId, index);
      },
      Math.max(0, delayMs),
    );
    this.#timers.add(timer);
  }

  async #call(paymentId: string, index: number): Promise<void> {
    const left = this.outages.left("psp");
    if (left > 0) return this.#plan(paymentId, index, left + 1);
    const url = this.payments.get(paymentId)?.webhookUrl;
    if (!url) return;
    const at = this.settings.now().toISOString();
    const answer = await this.#post(url, paymentId);
    if (this.#closed) return;
    const done = /^2\d\d$/.test(answer);
    const calls = (this.payments.get(paymentId)?.messages[index]?.calls.length ?? 0) + 1;
    const waitMs = (SCHEDULE_MINUTES[calls - 1] ?? 0) * this.settings.webhookMinuteMs;
    const ended = done || calls > SCHEDULE_MINUTES.length;
    await this.#change(paymentId, index, (message) => ({
      ...message,
      calls: [...message.calls, { at, answer }],
      dueAt: new Date(this.settings.now().getTime() + waitMs).toISOString(),
      done: ended,
    }));
    if (!ended) this.#plan(paymentId, index, waitMs);
  }

  async #post(url: string, paymentId: string): Promise<string> {
    try {
      const response = await fetch(url, {
        method: "POST",
        headers: {
          "Content-Type": "application/x-www-form-urlencoded",
          "User-Agent": "Mollie HTTP client/1.0 (Tegemoet sandbox)",
        },
        body: new URLSearchParams({ id: paymentId }).toString(),
        redirect: "manual",
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      });
      await response.arrayBuffer();
      return String(response.status);
    } catch (error) {
      return error instanceof Error && error.name === "TimeoutError" ? "no answer within 15 s" : "unreachable";
    }
  }

  async #change(paymentId: string, index: number, change: (message: WebhookMessage) => WebhookMessage): Promise<void> {
    const payment = this.payments.get(paymentId);
    if (!payment) return;
    const messages = payment.messages.map((message, at) => (at === index ? change(message) : message));
    await this.payments.put({ ...payment, messages });
  }
}
