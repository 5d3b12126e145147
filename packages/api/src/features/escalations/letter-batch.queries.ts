import type { Cents, PlainDate } from "@tegemoet/domain";
import type { Reader, Tx } from "../../platform/database/transaction";
import type { NamedCosts } from "./write-letter-facts";

/** A letter that waits for somebody who prints it. */
export interface WaitingLetterRow {
  id: string;
  debtorId: string;
  debtorName: string;
  kind: string;
  cents: Cents;
  dueAt: Date;
  invoiceNumbers: string[];
}

const NUMBERS = `array(select invoice.number from message_invoice line join invoice on invoice.organisation_id = line.organisation_id and invoice.id = line.invoice_id
  where line.organisation_id = $1 and line.message_id = message.id order by invoice.due_on, invoice.number)`;

/** Letters whose time has come, those that wait longest first. */
export function listWaitingLetters(reader: Reader, now: Date, limit: number): Promise<WaitingLetterRow[]> {
  return reader.query<WaitingLetterRow>(
    `select message.id, debtor.id as "debtorId", debtor.name as "debtorName", message.kind, coalesce(message.total_cents, 0)::bigint as cents, message.send_after as "dueAt", ${NUMBERS} as "invoiceNumbers"
     from message join debtor on debtor.organisation_id = $1 and debtor.id = message.debtor_id
     where message.organisation_id = $1 and message.state = 'queued' and message.channel = 'letter' and message.send_after <= $2 and not message.facts ? 'byService'
     order by message.send_after, message.id limit $3`,
    [reader.organisationId, now, limit],
  );
}

export interface LetterBatchRow {
  id: string;
  madeAt: Date;
  madeBy: string | null;
  letters: number;
  pages: number;
  documentId: string;
  printable: boolean;
  postedOn: PlainDate | null;
  givenUpAt: Date | null;
}

const BATCH = `select batch.id, batch.made_at as "madeAt", staff.name as "madeBy", batch.letters, batch.pages, batch.document_id as "documentId", batch.print_file is not null as printable,
  batch.posted_on as "postedOn", batch.given_up_at as "givenUpAt" from letter_batch batch left join staff on staff.id = batch.made_by where batch.organisation_id = $1`;

export function listLetterBatches(reader: Reader, limit: number): Promise<LetterBatchRow[]> {
  return reader.query<LetterBatchRow>(`${BATCH} order by batch.made_at desc, batch.id desc limit $2`, [reader.organisationId, limit]);
}

export function findLetterBatch(reader: Reader, batchId: string): Promise<LetterBatchRow | undefined> {
  return reader.first<LetterBatchRow>(`${BATCH} and batch.id = $2`, [reader.organisationId, batchId]);
}

/** The bytes for the printer, as they are kept; undefined once the letters were posted or given up. */
export async function findPrintFile(reader: Reader, batchId: string): Promise<Buffer | undefined> {
  const row = await reader.first<{ sealed: Buffer | null }>("select print_file as sealed from letter_batch where organisation_id = $1 and id = $2", [reader.organisationId, batchId]);
  return row?.sealed ?? undefined;
}

/** A letter of a batch. `changed`: why it may better not be posted, as it became after it was printed. */
export interface BatchLetterRow {
  batchId: string;
  messageId: string;
  debtorId: string;
  debtorName: string;
  kind: string;
  cents: Cents;
  changed: "paid" | "held" | null;
}

export function listBatchLetters(reader: Reader, batchIds: readonly string[]): Promise<BatchLetterRow[]> {
  return reader.query<BatchLetterRow>(
    `select message.batch_id as "batchId", message.id as "messageId", debtor.id as "debtorId", debtor.name as "debtorName", message.kind, coalesce(message.total_cents, 0)::bigint as cents,
       case when message.state <> 'printed' then null
         when exists (select 1 from message_invoice line left join invoice_standing standing on standing.organisation_id = $1 and standing.invoice_id = line.invoice_id
           where line.organisation_id = $1 and line.message_id = message.id and coalesce(standing.open_cents, 0) < line.open_cents) then 'paid'
         when exists (select 1 from hold where hold.organisation_id = $1 and hold.lifted_at is null and hold.placed_at > message.printed_at
             and (hold.scope = 'organisation' or hold.debtor_id = debtor.id or hold.segment = debtor.segment))
           or exists (select 1 from dispute join message_invoice line on line.organisation_id = $1 and line.invoice_id = dispute.invoice_id
             where dispute.organisation_id = $1 and line.message_id = message.id and dispute.decided_on is null) then 'held' end as changed
     from message join debtor on debtor.organisation_id = $1 and debtor.id = message.debtor_id
     where message.organisation_id = $1 and message.batch_id = any($2::uuid[]) order by debtor.name, message.id`,
    [reader.organisationId, batchIds],
  );
}

/** The letters that may be printed now: in line, by post, and due; locked, and at most one of a debtor. */
export async function claimLetters(tx: Tx, messageIds: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ id: string; debtorId: string }>(
    `select id, debtor_id as "debtorId" from message where organisation_id = $1 and id = any($2::uuid[]) and state = 'queued' and channel = 'letter' and send_after <= $3
     order by send_after, id for update skip locked`, [tx.organisationId, messageIds, tx.now]);
  const first = new Map<string, string>();
  for (const { id, debtorId } of rows) if (!first.has(debtorId)) first.set(debtorId, id);
  return [...first.values()];
}

export interface PrintedLetterRow {
  id: string;
  debtorId: string;
  kind: string;
  cents: Cents;
  named: NamedCosts | null;
}

/** The batch, locked, and its letters that are still only printed. */
export async function lockBatch(tx: Tx, batchId: string): Promise<{ madeAt: Date; open: boolean; letters: PrintedLetterRow[] } | undefined> {
  const batch = await tx.first<{ madeAt: Date; open: boolean }>(
    `select made_at as "madeAt", posted_at is null and given_up_at is null as open from letter_batch where organisation_id = $1 and id = $2 for update`, [tx.organisationId, batchId]);
  if (!batch) return undefined;
  const letters = await tx.query<PrintedLetterRow>(
    `select id, debtor_id as "debtorId", kind, coalesce(total_cents, 0)::bigint as cents, facts -> 'letterFacts' as named
     from message where organisation_id = $1 and batch_id = $2 and state = 'printed' order by id for update`, [tx.organisationId, batchId]);
  return { ...batch, letters };
}
