import type { PlainDate, SelfCheckResult } from "@tegemoet/domain";
import type { Reader } from "../../platform/database/transaction";

export interface MessageCheckRow {
  invoiceNumber: string;
  checkedOn: PlainDate;
  passed: boolean;
  results: SelfCheckResult[];
}

/** What our own check found of an invoice and nobody mended or answered yet. */
export function findOpenSelfCheck(reader: Reader, invoiceId: string): Promise<MessageCheckRow | undefined> {
  return reader.first<MessageCheckRow>(
    `select invoice.number as "invoiceNumber", checked.checked_on as "checkedOn", checked.passed, checked.results
     from self_check checked join invoice on invoice.organisation_id = $1 and invoice.id = checked.invoice_id
     where checked.organisation_id = $1 and checked.invoice_id = $2 and not checked.passed and checked.resolved_at is null`,
    [reader.organisationId, invoiceId],
  );
}

/**
 * What was looked at before a message went, one row for each of its invoices. Of a letter and the mail beside it the evidence is kept once,
 * and belongs to both.
 */
export function listMessageChecks(reader: Reader, messageId: string): Promise<MessageCheckRow[]> {
  return reader.query<MessageCheckRow>(
    `select invoice.number as "invoiceNumber", seen.checked_on as "checkedOn", seen.passed, seen.results
     from message
     join message_invoice line on line.organisation_id = $1 and line.message_id = message.id
     join invoice on invoice.organisation_id = $1 and invoice.id = line.invoice_id
     join lateral (
       select checked.checked_on, checked.passed, checked.results from self_check checked
       left join message beside on beside.organisation_id = $1 and beside.id = checked.message_id
       where checked.organisation_id = $1 and checked.invoice_id = line.invoice_id
         and (checked.message_id = message.id or (beside.kind = message.kind and beside.queued_on = message.queued_on))
       order by checked.message_id = message.id desc, checked.checked_on desc, checked.id desc limit 1) seen on true
     where message.organisation_id = $1 and message.id = $2 order by invoice.due_on, invoice.number`,
    [reader.organisationId, messageId],
  );
}
