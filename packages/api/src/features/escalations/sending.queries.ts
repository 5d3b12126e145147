import type { DebtorKind, PlainDate } from "@tegemoet/domain";
import type { MessageKind } from "@tegemoet/messages";
import type { Reader, Tx } from "../../platform/database/transaction";
import type { OwnWords, QueuedFacts } from "../communications/queue-message";

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
  channel: "mail" | "letter" | "sms";
  toAddress: string | null;
  language: "nl" | "en";
  /** With how often it was tried, and the hash of what was written then. */
  facts: QueuedFacts & { tries?: number; sentSha256?: string };
  byRequest: boolean;
  payBy: PlainDate | null;
  queuedOn: PlainDate;
  createdBy: string | null;
  /** What a person wrote in the place of the text in use. */
  ownWords: OwnWords | null;
  lines: MessageLine[];
}

/**
 * Takes the next messages whose time has come, at most one of a debtor, so that the second sees that the first left; those that somebody
 * else is taking are passed over, so that two senders never send one twice (I-44). They stay locked until the transaction ends.
 *
 * `room` is how many may leave within the organisation's limits; with none left only what debtors asked for goes. `more` tells whether others
 * may be due as well: as many came as were asked for, or a debtor's second waits for the first.
 */
export async function claimMessages(
  tx: Tx, limit: number, { lettersByHand = false, room = limit }: { lettersByHand?: boolean; room?: number } = {},
): Promise<{ messages: WaitingMessage[]; more: boolean }> {
  const most = room > 0 ? Math.min(limit, room) : limit;
  const next = await tx.query<{ id: string; debtorId: string }>(
    `select id, debtor_id as "debtorId" from message where organisation_id = $1 and state = 'queued' and send_after <= $2
       and (channel <> 'letter' or not ($4 or (select letters_by_hand from organisation where id = $1)) or (not $4 and facts ? 'byService')) and (by_request or $5)
     order by send_after, id limit $3 for update skip locked`,
    [tx.organisationId, tx.now, most, lettersByHand, room > 0],
  );
  const taken = new Map<string, string>();
  for (const { id, debtorId } of next) if (!taken.has(debtorId)) taken.set(debtorId, id);
  return { messages: taken.size === 0 ? [] : await listMessages(tx, [...taken.values()]), more: next.length === most || taken.size < next.length };
}

/** Messages with what must be known to decide about them and to write them, in the order in which they leave. */
export function listMessages(reader: Reader, messageIds: readonly string[]): Promise<WaitingMessage[]> {
  return reader.query<WaitingMessage>(
    `select id, debtor_id as "debtorId", case_id as "caseId", kind, channel, to_address as "toAddress", language, facts, by_request as "byRequest", pay_by as "payBy",
       queued_on as "queuedOn", created_by as "createdBy", own_words as "ownWords",
       coalesce((select json_agg(json_build_object('invoiceId', invoice_id, 'stepKey', step_key, 'openCents', open_cents) order by invoice_id) from message_invoice
         where organisation_id = message.organisation_id and message_id = message.id), '[]') as lines
     from message where organisation_id = $1 and id = any($2::uuid[]) order by send_after, id`,
    [reader.organisationId, messageIds],
  );
}

/**
 * Locks the debtors and the invoices of messages, in that order, so that a payment, a hold or a dispute that is being written is either
 * seen by what we read next, or comes after the decision (I-33). In one trip: each asks whether all of the one before are locked.
 */
export async function lockClaims(tx: Tx, messages: readonly Pick<WaitingMessage, "debtorId" | "lines">[]): Promise<void> {
  const invoiceIds = messages.flatMap(({ lines }) => lines.map(({ invoiceId }) => invoiceId));
  await tx.query(
    `with debtors as materialized (
       select id from debtor where organisation_id = $1 and id = any($2::uuid[]) order by id for update
     ), invoices as materialized (
       select id from invoice where organisation_id = $1 and id = any($3::uuid[]) and (select count(*) from debtors) >= 0 order by id for update
     ), standings as materialized (
       select invoice_id from invoice_standing where organisation_id = $1 and invoice_id = any($3::uuid[]) and (select count(*) from invoices) >= 0 order by invoice_id for update
     ) select count(*) from standings`,
    [tx.organisationId, messages.map(({ debtorId }) => debtorId), invoiceIds],
  );
}

/**
 * Locks messages that are about to be handed over, and their debtors. The emergency brake locks the debtor alone, and for everybody it shuts the
 * door ({@link shutTheDoor}); so it either comes first and is seen by what is asked next, or waits for what is just leaving; after it nothing
 * leaves. First the door, then the debtors, then the messages.
 *
 * @returns The messages that are still on their way, by id.
 */
export async function lockLeaving(tx: Tx, debtorIds: readonly string[], messageIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx.query<{ id: string }>(
    `with debtors as materialized (
       select id from debtor where organisation_id = $1 and id = any($2::uuid[])
         and (select pg_advisory_xact_lock_shared(hashtextextended($4, 0))::text) is not null order by id for key share
     ) select id from message where organisation_id = $1 and id = any($3::uuid[]) and state = 'sending' and (select count(*) from debtors) >= 0 order by id for update`,
    [tx.organisationId, debtorIds, messageIds, `sending:${tx.organisationId}`],
  );
  return new Set(rows.map(({ id }) => id));
}

/**
 * Waits for what is just leaving, of everybody, and lets nothing new begin until this transaction ends. A queue, and no lock of the
 * organisation's row: those that share a row can keep out for ever who wants it alone.
 */
export async function shutTheDoor(tx: Tx): Promise<void> {
  await tx.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [`sending:${tx.organisationId}`]);
}

export interface DebtorStops {
  brake: boolean;
  /** Somebody pressed the stop button of sending. */
  stopped: boolean;
  stopCode: "deceased" | "insolvent" | "protective-administration" | "debt-help" | "moratorium" | null;
}

/** What stops everything but what a debtor asked for, by debtor: the emergency brake, and a stop code. The stop button stops that too. */
export async function findStops(reader: Reader, debtorIds: readonly string[], today: PlainDate): Promise<Map<string, DebtorStops>> {
  const rows = await reader.query<DebtorStops & { debtorId: string }>(
    `select wanted.id as "debtorId",
       exists (select 1 from hold where organisation_id = $1 and kind = 'brake' and lifted_at is null and from_day <= $3 and (until_day is null or until_day >= $3)
         and (scope = 'organisation' or (scope in ('debtor', 'case') and debtor_id = wanted.id)
           or (scope = 'segment' and segment = (select segment from debtor where organisation_id = $1 and id = wanted.id)))) as brake,
       exists (select 1 from sending_stop where organisation_id = $1 and lifted_at is null) as stopped,
       (select kind from debtor_status where organisation_id = $1 and debtor_id = wanted.id and ended_at is null and from_day <= $3
          and (until_day is null or until_day >= $3) order by from_day desc limit 1) as "stopCode"
     from unnest($2::uuid[]) as wanted (id)`,
    [reader.organisationId, debtorIds, today],
  );
  return new Map(rows.map((row) => [row.debtorId, row]));
}

export interface Recipient {
  kind: DebtorKind;
  mailTo: string | null;
  addressFault: boolean;
  letterFault: boolean;
  contacts: PlainDate[];
}

/**
 * Where messages go, what is known to be wrong with those addresses, and on which days their debtors heard from us; by message. What is
 * being handed over right now counts as heard.
 */
export async function findRecipients(reader: Reader, messages: readonly WaitingMessage[], today: PlainDate): Promise<Map<string, Recipient>> {
  const rows = await reader.query<Recipient & { messageId: string }>(
    `select wanted.id as "messageId", debtor.kind, addressed.mail as "mailTo",
       exists (select 1 from contact_fault where organisation_id = $1 and debtor_id = debtor.id and channel = 'mail' and lower(contact_fault.address) = lower(addressed.mail) and resolved_at is null) as "addressFault",
       exists (select 1 from contact_fault where organisation_id = $1 and debtor_id = debtor.id and channel = 'letter' and resolved_at is null) as "letterFault",
       (select coalesce(json_agg(day), '[]') from (
          select (coalesce(handed_over_at, sending_at) at time zone 'Europe/Amsterdam')::date as day from message
          where organisation_id = $1 and debtor_id = debtor.id and id <> wanted.id and not (kind = wanted.kind and queued_on = wanted.queued_on) and not by_request
            and (handed_over_at >= $2::date - 31 or state in ('sending', 'printed'))
          union all
          select (started_at at time zone 'Europe/Amsterdam')::date from call_log
          where organisation_id = $1 and debtor_id = debtor.id and direction = 'out' and started_at >= $2::date - 31) contact) as contacts
     from unnest($3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::date[]) as wanted (id, debtor_id, to_address, kind, queued_on)
     join debtor on debtor.organisation_id = $1 and debtor.id = wanted.debtor_id
     cross join lateral (select coalesce(wanted.to_address, debtor.email, (select email from contact where organisation_id = $1 and debtor_id = debtor.id and email is not null
       order by is_primary desc, name limit 1)) as mail) addressed`,
    [
      reader.organisationId, today, messages.map(({ id }) => id), messages.map(({ debtorId }) => debtorId), messages.map(({ toAddress }) => toAddress),
      messages.map(({ kind }) => kind), messages.map(({ queuedOn }) => queuedOn),
    ],
  );
  return new Map(rows.map((row) => [row.messageId, row]));
}

/** What is open of invoices now, in cents. */
export async function openCentsOf(reader: Reader, invoiceIds: readonly string[]): Promise<Map<string, number>> {
  if (invoiceIds.length === 0) return new Map();
  const rows = await reader.query<{ id: string; cents: number }>(
    "select invoice_id as id, open_cents as cents from invoice_standing where organisation_id = $1 and invoice_id = any($2::uuid[])", [reader.organisationId, invoiceIds]);
  return new Map(rows.map(({ id, cents }) => [id, cents]));
}
