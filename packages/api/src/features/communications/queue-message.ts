import type { Cents, PlainDate } from "@tegemoet/domain";
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

export interface NewMessage {
  readonly debtorId: string;
  /** A kind of @tegemoet/messages: "reminder-1", "call-confirmation" … */
  readonly kind: string;
  readonly channel: "mail" | "letter";
  /** Where it goes when that isn't the debtor's own address. */
  readonly to?: string;
  readonly invoices: readonly { readonly invoiceId: string; readonly openCents: Cents; readonly stepKey?: string }[];
  /** Not before this moment. */
  readonly sendAfter: Date;
  readonly caseId?: string;
  readonly payBy?: PlainDate;
  /** What the text needs and the books don't hold. */
  readonly facts?: QueuedFacts;
  /** Somebody asked for it (a copy, a confirmation, a code): it goes at once and is no contact of ours. */
  readonly byRequest?: boolean;
}

/**
 * Puts a message in line, in the transaction of what it follows from. Nothing is written yet: whether it goes, to whom, and with which
 * amounts is decided at the moment of sending, when a payment or a hold may have come in.
 */
export async function queueMessage(tx: Tx, message: NewMessage): Promise<{ messageId: string }> {
  const messageId = newId();
  await tx.query(
    `insert into message (organisation_id, id, debtor_id, case_id, kind, channel, to_address, language, facts, by_request, pay_by, total_cents, queued_on, queued_at, send_after, created_by)
     select $1, $2, $3, $4, $5, $6, $7, debtor.language, $8, $9, $10, $11, $12, $13, $14, $15 from debtor where organisation_id = $1 and id = $3`,
    [
      tx.organisationId, messageId, message.debtorId, message.caseId ?? null, message.kind, message.channel, message.to ?? null,
      JSON.stringify(message.facts ?? {}), message.byRequest ?? false, message.payBy ?? null,
      message.invoices.reduce((sum, { openCents }) => sum + openCents, 0), dayOf(tx.now), tx.now, message.sendAfter,
      tx.actor.kind === "staff" ? tx.actor.id : null,
    ],
  );
  if (message.invoices.length > 0) {
    await tx.query(
      `insert into message_invoice (organisation_id, id, message_id, invoice_id, step_key, open_cents)
       select $1, id, $2, invoice_id, step_key, cents from unnest($3::uuid[], $4::uuid[], $5::text[], $6::bigint[]) as line (id, invoice_id, step_key, cents)`,
      [
        tx.organisationId, messageId, message.invoices.map(() => newId()), message.invoices.map(({ invoiceId }) => invoiceId),
        message.invoices.map(({ stepKey }) => stepKey ?? null), message.invoices.map(({ openCents }) => openCents),
      ],
    );
  }
  await addJob(tx, "send-due-messages");
  return { messageId };
}
