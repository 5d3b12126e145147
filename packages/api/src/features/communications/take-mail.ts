import { Refusal } from "@tegemoet/domain";
import type { Tx } from "../../platform/database/transaction";
import { findOrganisation } from "../organisations/organisation.queries";
import { debtorsOfSender, lastMailTo, lockSentMessage, type SentMessage } from "./inbound.queries";
import type { IncomingMail } from "./incoming-mail";
import { keepInbound, type NewInbound } from "./keep-inbound";
import { recordBounce } from "./record-bounce";
import { recordDelivery } from "./record-delivery";
import { recordSoftBounce } from "./record-soft-bounce";

/** What a mail turned out to be. "own": we wrote it ourselves; "known": it was here already. */
export type TakenMail = "bounce" | "delayed" | "delivered" | "reply" | "auto-reply" | "unassigned" | "known" | "own";

export interface MailToTake {
  readonly mail: IncomingMail;
  /** The messages of ours that the mail names, the nearest first: by Message-ID or by its return address. */
  readonly named: readonly { readonly messageId: string; readonly by: "message" | "address" }[];
  /** When it came. */
  readonly at: Date;
  /** Whoever tells it knows which message of ours it is about: one that isn't there is refused with NOT_FOUND. */
  readonly mustBeOurs?: boolean;
}

/** A report that quotes nothing is about a mail of these last days. */
const REPORT_DAYS = 5;

/**
 * Takes a mail in. A report about a mail of ours says what became of it; an automatic answer is kept and holds nothing; what a person
 * wrote holds the reminders of its debtor until somebody read it, and without a debtor waits for somebody who knows whose it is.
 */
export async function takeMail(tx: Tx, { mail, named, at, mustBeOurs = false }: MailToTake): Promise<TakenMail> {
  const { email } = await findOrganisation(tx);
  if (!mail.report && mail.from.address === email.toLowerCase()) return "own";
  const [message, by] = await findMessage(tx, mail, named);
  if (mustBeOurs && !message) throw new Refusal("NOT_FOUND");
  if (mail.report) return takeReport(tx, mail, message, by, at);
  const debtors = message ? [message.debtorId] : mail.from.address ? await debtorsOfSender(tx, mail.from.address) : [];
  const debtorId = debtors.length === 1 ? (debtors[0] as string) : null;
  const kind = mail.automatic ? "auto-reply" : "reply";
  const kept = await keepInbound(tx, { kind, channel: "mail", debtorId, messageId: message?.id ?? null, matchedBy: debtorId ? (by ?? "sender") : null, mail, at });
  if (!kept) return "known";
  return debtorId ? kind : "unassigned";
}

async function findMessage(tx: Tx, mail: IncomingMail, named: MailToTake["named"]): Promise<[SentMessage | undefined, NewInbound["matchedBy"]]> {
  for (const { messageId, by } of named) {
    const message = await lockSentMessage(tx, messageId);
    if (message) return [message, by];
  }
  const { recipient } = mail.report ?? {};
  const last = recipient ? await lastMailTo(tx, recipient, new Date(tx.now.getTime() - REPORT_DAYS * 86_400_000)) : undefined;
  return last ? [await lockSentMessage(tx, last), "address"] : [undefined, null];
}

async function takeReport(tx: Tx, mail: IncomingMail, message: SentMessage | undefined, matchedBy: NewInbound["matchedBy"], at: Date): Promise<TakenMail> {
  const { outcome = "hard", detail = null } = mail.report ?? {};
  // A delivery of nobody's mail is no work for anybody; a failure is.
  if (!message && outcome === "delivered") return "delivered";
  const kept = await keepInbound(tx, { kind: "bounce", channel: "mail", debtorId: message?.debtorId ?? null, messageId: message?.id ?? null, matchedBy: message ? matchedBy : null, mail, at });
  if (!kept) return "known";
  if (!message) return "unassigned";
  switch (outcome) {
    case "hard": await recordBounce(tx, { messageId: message.id, at, detail }); return "bounce";
    case "soft": await recordSoftBounce(tx, { messageId: message.id, at, detail }); return "bounce";
    case "delivered": await recordDelivery(tx, { messageId: message.id, at }); return "delivered";
    case "delayed": return "delayed";
  }
}
