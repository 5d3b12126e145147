import type { PlainDate } from "@tegemoet/domain";
import type { Reader } from "../../platform/database/transaction";

/** Which task, whose debtor, and why it was planned. */
export function findSheetTask(reader: Reader, taskId: string): Promise<{ debtorId: string; caseId: string | null; reason: string } | undefined> {
  return reader.first(
    `select task.debtor_id as "debtorId", task.reason,
       coalesce(task.case_id, (select id from collection_case where organisation_id = $1 and debtor_id = task.debtor_id and closed_on is null)) as "caseId"
     from call_task task where task.organisation_id = $1 and task.id = $2`,
    [reader.organisationId, taskId],
  );
}

/** Who sits at the telephone: name and language. */
export function findCaller(reader: Reader, staffId: string): Promise<{ name: string; language: "nl" | "en" } | undefined> {
  return reader.first("select name, language from staff where id = $1", [staffId]);
}

/** How many reminders of each invoice left us. */
export async function countReminders(reader: Reader, invoiceIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await reader.query<{ invoiceId: string; count: number }>(
    `select line.invoice_id as "invoiceId", count(*)::int as count from message_invoice line
     join message on message.organisation_id = line.organisation_id and message.id = line.message_id and message.handed_over_at is not null
     where line.organisation_id = $1 and line.invoice_id = any($2::uuid[]) and line.step_key is not null group by line.invoice_id`,
    [reader.organisationId, invoiceIds],
  );
  return new Map(rows.map(({ invoiceId, count }) => [invoiceId, count]));
}

export interface SheetLineRow {
  invoiceId: string;
  description: string;
  amountCents: number;
}

/** The first lines of some invoices: what was delivered, in words. */
export function listSheetLines(reader: Reader, invoiceIds: readonly string[]): Promise<SheetLineRow[]> {
  return reader.query<SheetLineRow>(
    `select invoice_id as "invoiceId", description, amount_cents as "amountCents" from invoice_line
     where organisation_id = $1 and invoice_id = any($2::uuid[]) and position <= 4 order by invoice_id, position`,
    [reader.organisationId, invoiceIds],
  );
}

export interface ReceiptRow {
  on: PlainDate;
  cents: number;
  from: string | null;
}

/** Money that may be this debtor's and belongs to no invoice yet: what is left of their payments, and bank lines nobody knows with one of these amounts. */
export function listLooseReceipts(reader: Reader, debtorId: string, amounts: readonly number[]): Promise<ReceiptRow[]> {
  return reader.query<ReceiptRow>(
    `select "on", cents, "from" from (
       select payment.received_on as "on", standing.unallocated_cents as cents, payment.payer_name as "from" from payment
       join payment_standing standing on standing.organisation_id = payment.organisation_id and standing.payment_id = payment.id
       where payment.organisation_id = $1 and payment.debtor_id = $2 and standing.unallocated_cents > 0
       union all
       select line.booked_on, line.amount_cents, line.counterparty_name from bank_line line
       left join bank_match match on match.organisation_id = line.organisation_id and match.bank_line_id = line.id and match.undone_at is null
       where line.organisation_id = $1 and line.amount_cents = any($3::bigint[]) and coalesce(match.state, 'unknown') in ('unknown', 'proposed')) receipt
     order by "on" desc limit 4`,
    [reader.organisationId, debtorId, amounts],
  );
}

export interface SheetDisputeRow {
  invoiceNumber: string;
  cents: number;
  raisedOn: PlainDate;
  text: string | null;
}

/** Disputes that wait for our answer. */
export function listOpenDisputes(reader: Reader, debtorId: string): Promise<SheetDisputeRow[]> {
  return reader.query<SheetDisputeRow>(
    `select invoice.number as "invoiceNumber", dispute.amount_cents as cents, dispute.raised_on as "raisedOn", dispute.body_text as text
     from dispute join invoice on invoice.organisation_id = dispute.organisation_id and invoice.id = dispute.invoice_id
     where dispute.organisation_id = $1 and dispute.debtor_id = $2 and dispute.decided_on is null order by dispute.raised_on`,
    [reader.organisationId, debtorId],
  );
}

/** Credit notes of the last year and the last payments: what a debtor may mean. */
export async function listCreditsAndPayments(reader: Reader, debtorId: string, today: PlainDate): Promise<{ credits: { number: string; on: PlainDate; cents: number }[]; payments: ReceiptRow[] }> {
  const credits = await reader.query<{ number: string; on: PlainDate; cents: number }>(
    `select number, issued_on as "on", total_cents as cents from invoice
     where organisation_id = $1 and debtor_id = $2 and kind = 'credit-note' and issued_on > $3::date - 365 order by issued_on desc limit 4`,
    [reader.organisationId, debtorId, today],
  );
  const payments = await reader.query<ReceiptRow>(
    `select received_on as "on", amount_cents as cents, payer_name as "from" from payment where organisation_id = $1 and debtor_id = $2 order by received_on desc limit 4`,
    [reader.organisationId, debtorId],
  );
  return { credits, payments };
}
