import type { Cents, PackedEvidence, PlainDate } from "@tegemoet/domain";
import { dayOf } from "../../platform/clock";
import type { Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";
import { addJob } from "../../platform/jobs/add-job";

/** What a message is about beside its invoices, by id; what it says is read from the tables at the moment of sending. */
export interface QueuedFacts {
  /** Which message of its invoices this is: the second reminder, the third … */
  readonly messageNumber?: number;
  readonly agreementId?: string;
  readonly promiseId?: string;
  readonly planId?: string;
  /** The number of the instalment that is coming or missed, of that plan. */
  readonly instalment?: number;
  /** Why we declined a plan, in a whole kind sentence. */
  readonly reason?: string;
  readonly disputeId?: string;
  readonly paymentId?: string;
  /** Until when reminders rest. */
  readonly pausedUntil?: PlainDate;
  /** The portal session that asked for a code, and what the code is derived from together with the key of the installation. */
  readonly sessionId?: string;
  readonly codeNonce?: string;
}

/** What a person wrote in the place of a ready text, in the same notation, with the same variables. */
export interface OwnWords {
  readonly subject: string;
  readonly body: string;
}

/** One invoice of a message, and what was looked at of our own work before it asks for it. */
export interface NewMessageLine {
  readonly invoiceId: string;
  readonly openCents: Cents;
  readonly stepKey?: string;
  readonly checked?: PackedEvidence;
}

export interface NewMessage {
  readonly debtorId: string;
  /** A kind of @tegemoet/messages: "reminder-1", "call-confirmation" … */
  readonly kind: string;
  /** A text message goes by mail or by post after all when the debtor has no mobile number that we know of. */
  readonly channel: "mail" | "letter" | "sms";
  /** Where it goes when that isn't the debtor's own address. */
  readonly to?: string;
  readonly invoices: readonly NewMessageLine[];
  /** Not before this moment. */
  readonly sendAfter: Date;
  readonly caseId?: string;
  readonly payBy?: PlainDate;
  /** What the text needs and the books don't hold. */
  readonly facts?: QueuedFacts;
  /** Somebody asked for it (a copy, a confirmation, a code): it goes at once and is no contact of ours. */
  readonly byRequest?: boolean;
  readonly ownWords?: OwnWords;
}

/**
 * Puts a message in line, in the transaction of what it follows from. Nothing is written yet: whether it goes, to whom, and with which
 * amounts is decided at the moment of sending, when a payment or a hold may have come in.
 */
export async function queueMessage(tx: Tx, message: NewMessage): Promise<{ messageId: string }> {
  const [messageId] = await queueMessages(tx, [message]);
  await addJob(tx, "send-due-messages");
  return { messageId: messageId ?? "" };
}

/**
 * Puts many of them in line at once, as a night does. Who does so adds the job "send-due-messages" once, when all of it is written: there is
 * one such job an organisation, and whoever adds it makes the others wait.
 *
 * @returns Ids in the order of the messages.
 */
export async function queueMessages(tx: Tx, messages: readonly NewMessage[]): Promise<string[]> {
  if (messages.length === 0) return [];
  const made = messages.map((message) => ({ ...message, id: newId() }));
  await tx.query(
    `insert into message (organisation_id, id, debtor_id, case_id, kind, channel, to_address, language, facts, by_request, pay_by, total_cents, queued_on, queued_at, send_after, created_by, own_words, own_words_by)
     select $1, made.id, made.debtor_id, made.case_id, made.kind, made.channel, made.to_address, debtor.language, made.facts, made.by_request, made.pay_by, made.cents, $2, $3, made.send_after, $4::uuid,
       made.own_words, case when made.own_words is null then null else $4::uuid end
     from unnest($5::uuid[], $6::uuid[], $7::uuid[], $8::text[], $9::text[], $10::text[], $11::jsonb[], $12::boolean[], $13::date[], $14::bigint[], $15::timestamptz[], $16::jsonb[])
       as made (id, debtor_id, case_id, kind, channel, to_address, facts, by_request, pay_by, cents, send_after, own_words)
     join debtor on debtor.organisation_id = $1 and debtor.id = made.debtor_id`,
    [
      tx.organisationId, dayOf(tx.now), tx.now, tx.actor.kind === "staff" ? tx.actor.id : null,
      made.map(({ id }) => id), made.map(({ debtorId }) => debtorId), made.map(({ caseId }) => caseId ?? null), made.map(({ kind }) => kind), made.map(({ channel }) => channel),
      made.map(({ to }) => to ?? null), made.map(({ facts }) => JSON.stringify(facts ?? {})), made.map(({ byRequest }) => byRequest ?? false), made.map(({ payBy }) => payBy ?? null),
      made.map(({ invoices }) => invoices.reduce((sum, { openCents }) => sum + openCents, 0)), made.map(({ sendAfter }) => sendAfter),
      made.map(({ ownWords }) => (ownWords ? JSON.stringify(ownWords) : null)),
    ],
  );
  const lines = made.flatMap(({ id, invoices }) => invoices.map(({ invoiceId, openCents, stepKey, checked }) => ({ messageId: id, invoiceId, openCents, stepKey, checked })));
  if (lines.length > 0) {
    await tx.query(
      `insert into message_invoice (organisation_id, message_id, invoice_id, step_key, open_cents, checked_on, checked)
       select $1, message_id, invoice_id, step_key, cents, case when checked is not null then $2::date end, checked
       from unnest($3::uuid[], $4::uuid[], $5::text[], $6::bigint[], $7::json[]) as line (message_id, invoice_id, step_key, cents, checked)`,
      [
        tx.organisationId, dayOf(tx.now), lines.map(({ messageId }) => messageId), lines.map(({ invoiceId }) => invoiceId),
        lines.map(({ stepKey }) => stepKey ?? null), lines.map(({ openCents }) => openCents), lines.map(({ checked }) => (checked ? JSON.stringify(checked) : null)),
      ],
    );
  }
  return made.map(({ id }) => id);
}
