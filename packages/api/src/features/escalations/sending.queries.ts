import type { DebtorKind, PlainDate } from "@tegemoet/domain";
import type { MessageKind } from "@tegemoet/messages";
import type { Reader, Tx } from "../../platform/database/transaction";
import type { QueuedFacts } from "../communications/queue-message";

export interface MessageLine {
  invoiceId: string;
  stepKey: string | null;
  openCents: number;
}

/** A message in line, with what must be known to decide again whether it goes. */
export interface WaitingMessage {
  id: string;
  debtorId: string;
  caseId: string | null;
  kind: MessageKind;
  channel: "mail" | "letter";
  toAddress: string | null;
  language: "nl" | "en";
  facts: QueuedFacts & { tries?: number };
  byRequest: boolean;
  payBy: PlainDate | null;
  queuedOn: PlainDate;
  createdBy: string | null;
  lines: MessageLine[];
}

/**
 * Takes the next message whose time has come; one that somebody else is taking is passed over, so that two senders never send one
 * twice (I-44). It stays locked until the transaction ends.
 */
export async function claimNextMessage(tx: Tx): Promise<WaitingMessage | undefined> {
  const claimed = await tx.first<{ id: string }>(
    `select id from message where organisation_id = $1 and state = 'queued' and send_after <= $2 order by send_after, id limit 1 for update skip locked`,
    [tx.organisationId, tx.now],
  );
  if (!claimed) return undefined;
  return tx.first<WaitingMessage>(
    `select id, debtor_id as "debtorId", case_id as "caseId", kind, channel, to_address as "toAddress", language, facts, by_request as "byRequest", pay_by as "payBy",
       queued_on as "queuedOn", created_by as "createdBy",
       coalesce((select json_agg(json_build_object('invoiceId', invoice_id, 'stepKey', step_key, 'openCents', open_cents) order by invoice_id) from message_invoice
         where organisation_id = message.organisation_id and message_id = message.id), '[]') as lines
     from message where organisation_id = $1 and id = $2`,
    [tx.organisationId, claimed.id],
  );
}

/**
 * Locks the debtor and the invoices of a message, in that order, so that a payment, a hold or a dispute that is being written is either
 * seen by what we read next, or comes after the decision (I-33).
 */
export async function lockClaims(tx: Tx, debtorId: string, invoiceIds: readonly string[]): Promise<void> {
  await tx.query("select 1 from debtor where organisation_id = $1 and id = $2 for update", [tx.organisationId, debtorId]);
  await tx.query("select 1 from invoice where organisation_id = $1 and id = any($2::uuid[]) order by id for update", [tx.organisationId, invoiceIds]);
  await tx.query("select 1 from invoice_standing where organisation_id = $1 and invoice_id = any($2::uuid[]) order by invoice_id for update", [tx.organisationId, invoiceIds]);
}

/**
 * Held while a message is handed over. The emergency brake locks the debtor alone, so it either comes first and is seen, or waits for what is
 * just leaving; after it nothing leaves.
 */
export async function holdOffBrake(tx: Tx, debtorId: string): Promise<void> {
  await tx.query("select 1 from debtor where organisation_id = $1 and id = $2 for key share", [tx.organisationId, debtorId]);
}

export interface DebtorStops {
  brake: boolean;
  stopCode: "deceased" | "insolvent" | "protective-administration" | "debt-help" | "moratorium" | null;
}

/** What stops everything but what the debtor asked for: the emergency brake, and a stop code of the debtor. */
export async function findStops(reader: Reader, debtorId: string, today: PlainDate): Promise<DebtorStops> {
  const row = await reader.first<DebtorStops>(
    `select exists (select 1 from hold where organisation_id = $1 and kind = 'brake' and lifted_at is null and from_day <= $3 and (until_day is null or until_day >= $3)
         and (scope = 'organisation' or debtor_id = $2)) as brake,
       (select kind from debtor_status where organisation_id = $1 and debtor_id = $2 and ended_at is null and from_day <= $3
          and (until_day is null or until_day >= $3) order by from_day desc limit 1) as "stopCode"`,
    [reader.organisationId, debtorId, today],
  );
  return row ?? { brake: false, stopCode: null };
}

export interface Recipient {
  kind: DebtorKind;
  mailTo: string | null;
  addressFault: boolean;
  letterFault: boolean;
  contacts: PlainDate[];
}

/** Where a message goes, what is known to be wrong with that address, and on which days this debtor heard from us. */
export async function findRecipient(reader: Reader, message: WaitingMessage, today: PlainDate): Promise<Recipient | undefined> {
  return reader.first<Recipient>(
    `select debtor.kind, addressed.mail as "mailTo",
       exists (select 1 from contact_fault where organisation_id = $1 and debtor_id = debtor.id and channel = 'mail' and lower(contact_fault.address) = lower(addressed.mail) and resolved_at is null) as "addressFault",
       exists (select 1 from contact_fault where organisation_id = $1 and debtor_id = debtor.id and channel = 'letter' and resolved_at is null) as "letterFault",
       (select coalesce(json_agg(day), '[]') from (
          select (handed_over_at at time zone 'Europe/Amsterdam')::date as day from message
          where organisation_id = $1 and debtor_id = debtor.id and id <> $3 and not (kind = $6 and queued_on = $7) and not by_request and handed_over_at >= $5::date - 31
          union all
          select (started_at at time zone 'Europe/Amsterdam')::date from call_log
          where organisation_id = $1 and debtor_id = debtor.id and direction = 'out' and started_at >= $5::date - 31) contact) as contacts
     from debtor cross join lateral (select coalesce($4, debtor.email, (select email from contact where organisation_id = $1 and debtor_id = debtor.id and email is not null
       order by is_primary desc, name limit 1)) as mail) addressed
     where debtor.organisation_id = $1 and debtor.id = $2`,
    [reader.organisationId, message.debtorId, message.id, message.toAddress, today, message.kind, message.queuedOn],
  );
}
