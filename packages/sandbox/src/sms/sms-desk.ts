import { randomUUID } from "node:crypto";
import type { Journal } from "../journal";
import type { Notices } from "../mail/notices";
import type { Settings } from "../settings";

/** A text message that came to a phone. */
export interface Sms {
  readonly id: string;
  /** The sender's own reference; one message for each. */
  readonly reference: string;
  readonly to: string;
  readonly from: string;
  readonly text: string;
  readonly receivedAt: string;
  readonly state: "arrived" | "failed";
  readonly answers: readonly { readonly at: string; readonly text: string }[];
}

/** Numbers that nobody has: they are refused at once. */
export function isNumber(text: string): boolean {
  return /^\+[1-9]\d{6,14}$/.test(text);
}

/** The gateway and all the phones behind it. A number that ends in 000 takes nothing: its message is taken, and then fails. */
export class SmsDesk {
  constructor(
    private readonly journal: Journal<Sms>,
    private readonly notices: Notices,
    private readonly settings: Pick<Settings, "now" | "deliveredAfterMs" | "bouncedAfterMs">,
  ) {}

  /** Takes a message; the same reference again is the same message. */
  async take(order: Pick<Sms, "reference" | "to" | "from" | "text">): Promise<{ sms: Sms; isNew: boolean }> {
    const earlier = this.journal.all().find(({ reference }) => reference === order.reference);
    if (earlier) return { sms: earlier, isNew: false };
    const at = this.settings.now();
    const state = order.to.endsWith("000") ? "failed" : "arrived";
    const sms: Sms = { id: `s_${randomUUID()}`, ...order, receivedAt: at.toISOString(), state, answers: [] };
    await this.journal.put(sms);
    const { reference, to } = order;
    const { bouncedAfterMs, deliveredAfterMs } = this.settings;
    if (state === "failed")
      await this.notices.tellSms(
        sms.id,
        { kind: "failed", reference, to, at: at.toISOString(), detail: "The number is not in use" },
        bouncedAfterMs,
      );
    else if (deliveredAfterMs >= 0)
      await this.notices.tellSms(sms.id, { kind: "delivered", reference, to, at: at.toISOString() }, deliveredAfterMs);
    return { sms, isNew: true };
  }

  /** Somebody answers from the phone. */
  async answer(id: string, text: string): Promise<Sms | undefined> {
    const sms = this.journal.get(id);
    if (!sms) return undefined;
    const at = this.settings.now().toISOString();
    const answered = { ...sms, answers: [...sms.answers, { at, text }] };
    await this.journal.put(answered);
    await this.notices.tellSms(
      id,
      { kind: "reply", reference: sms.reference, to: sms.to, from: sms.to, at, text },
      0,
    );
    return answered;
  }

  /** The newest first. */
  list(): Sms[] {
    return this.journal.all().reverse();
  }

  async clear(): Promise<void> {
    await this.journal.remove(this.journal.all().map(({ id }) => id));
  }
}
