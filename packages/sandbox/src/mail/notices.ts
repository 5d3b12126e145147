import { randomUUID } from "node:crypto";
import type { Journal } from "../journal";
import type { Product } from "../product";

/** What the product is told of a mail: the JSON of `POST {product}/inbound/mail`. */
export interface MailNotice {
  /** mail: something that came in by itself, which the product reads for what it is. */
  readonly kind: "bounce" | "reply" | "delivered" | "mail";
  /** The Message-ID of the product's own mail, with its angle brackets. */
  readonly messageId?: string;
  /** The address that the product's mail went to. */
  readonly to: string;
  readonly at: string;
  /** The report or the reply as a whole mail; in base64 when it came in as bytes. */
  readonly raw?: string;
  readonly rawBase64?: string;
  /** Of a reply: who wrote it, its subject and its words. */
  readonly from?: string;
  readonly subject?: string;
  readonly text?: string;
}

/** What the product is told of a text message: the JSON of `POST {product}/inbound/sms`. */
export interface SmsNotice {
  readonly kind: "delivered" | "failed" | "reply";
  /** The product's own reference. */
  readonly reference: string;
  readonly to: string;
  readonly at: string;
  readonly detail?: string;
  readonly from?: string;
  readonly text?: string;
}

/** A notice that we keep until the product has it. */
export interface KeptNotice {
  readonly id: string;
  readonly mailId: string;
  readonly channel?: "mail" | "sms";
  readonly notice: MailNotice | SmsNotice;
  readonly state: "waiting" | "told" | "given up";
  readonly tries: number;
  /** What the product answered last: an HTTP status or "unreachable". */
  readonly answer: string;
}

const WAIT_MS = [1000, 5000, 15_000, 60_000, 120_000, 300_000, 600_000] as const;
const AT_ONCE = 4;

/** Tells the product of bounces, replies and deliveries. All but the last are kept and tried again and again. */
export class Notices {
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #queue: KeptNotice[] = [];
  #running = 0;
  #closed = false;

  constructor(
    private readonly journal: Journal<KeptNotice>,
    private readonly product: Product,
  ) {
    for (const kept of journal.all()) if (kept.state === "waiting") this.#later(kept, 1000);
  }

  /** The notices that are kept, the oldest first. */
  all(): KeptNotice[] {
    return this.journal.all();
  }

  ofMail(mailId: string): KeptNotice[] {
    return this.journal.all().filter((kept) => kept.mailId === mailId);
  }

  tell(mailId: string, notice: MailNotice, delayMs: number): Promise<KeptNotice> {
    return this.#tellOf("mail", mailId, notice, delayMs);
  }

  tellSms(smsId: string, notice: SmsNotice, delayMs: number): Promise<KeptNotice> {
    return this.#tellOf("sms", smsId, notice, delayMs);
  }

  async #tellOf(
    channel: "mail" | "sms",
    mailId: string,
    notice: MailNotice | SmsNotice,
    delayMs: number,
  ): Promise<KeptNotice> {
    const id = `n_${randomUUID()}`;
    const kept: KeptNotice = { id, mailId, channel, notice, state: "waiting", tries: 0, answer: "" };
    await this.#keep(kept);
    this.#later(kept, delayMs);
    return kept;
  }

  async clear(): Promise<void> {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    this.#queue.length = 0;
    await this.journal.remove(this.journal.all().map((kept) => kept.id));
  }

  close(): void {
    this.#closed = true;
    for (const timer of this.#timers) clearTimeout(timer);
    this.#queue.length = 0;
  }

  #later(kept: KeptNotice, delayMs: number): void {
    if (this.#closed) return;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.#queue.push(kept);
      this.#work();
    }, delayMs);
    timer.unref();
    this.#timers.add(timer);
  }

  /** A few at once: a night of thousands of mails brings as many notices, and the product has other work. */
  #work(): void {
    while (this.#running < AT_ONCE && !this.#closed) {
      const next = this.#queue.shift();
      if (!next) return;
      this.#running += 1;
      void this.#try(next).finally(() => {
        this.#running -= 1;
        this.#work();
      });
    }
  }

  async #try(kept: KeptNotice): Promise<void> {
    const status = await this.product.tell(kept.channel ?? "mail", kept.notice).catch(() => 0);
    if (this.#closed) return;
    const tries = kept.tries + 1;
    const told = status >= 200 && status < 300;
    const again = !told && isWorthAnother(status, tries, kept.notice.kind);
    const next: KeptNotice = {
      ...kept,
      tries,
      state: told ? "told" : again ? "waiting" : "given up",
      answer: status === 0 ? "unreachable" : String(status),
    };
    await this.#keep(next);
    if (again) this.#later(next, WAIT_MS[tries - 1] ?? 600_000);
  }

  async #keep(kept: KeptNotice): Promise<void> {
    if (kept.notice.kind === "delivered") return;
    await this.journal.put(kept);
    if (this.journal.size > 2200)
      await this.journal.remove(
        this.journal
          .all()
          .slice(0, 200)
          .map(({ id }) => id),
      );
  }
}

/** A product that isn't there or is in trouble is tried again; one that says no is believed. */
function isWorthAnother(status: number, tries: number, kind: KeptNotice["notice"]["kind"]): boolean {
  const trouble = status === 0 || status >= 500 || status === 429 || status === 408;
  return trouble && tries < (kind === "delivered" ? 2 : WAIT_MS.length + 1);
}
