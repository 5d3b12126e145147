import { unpackEvidence, type PackedEvidence, type PlainDate, type SelfCheckResult } from "@tegemoet/domain";
import type { Reader, Tx } from "../../platform/database/transaction";

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
 * What was looked at before a message went, one row for each of its invoices: all of it right, or what stopped it.
 */
export async function listMessageChecks(reader: Reader, messageId: string): Promise<MessageCheckRow[]> {
  const rows = await reader.query<Omit<MessageCheckRow, "results"> & { results: PackedEvidence }>(
    `select invoice.number as "invoiceNumber", coalesce(fault.checked_on, line.checked_on) as "checkedOn", fault.id is null as passed, coalesce(fault.results::json, line.checked) as results
     from message_invoice line
     join invoice on invoice.organisation_id = $1 and invoice.id = line.invoice_id
     left join lateral (
       select id, checked_on, results from self_check
       where organisation_id = $1 and message_id = line.message_id and invoice_id = line.invoice_id order by checked_on desc, id desc limit 1) fault on true
     where line.organisation_id = $1 and line.message_id = $2 and (fault.id is not null or line.checked is not null) order by invoice.due_on, invoice.number`,
    [reader.organisationId, messageId],
  );
  return rows.map((row) => ({ ...row, results: unpackEvidence(row.results) }));
}

/** One line of a message, and what was looked at of its invoice. */
export interface LineEvidence {
  readonly messageId: string;
  readonly invoiceId: string;
  readonly checked: PackedEvidence;
}

/** Keeps what was looked at beside lines that have no evidence yet: of what a person sends it is looked at when it leaves. */
export async function keepEvidence(tx: Tx, lines: readonly LineEvidence[], day: PlainDate): Promise<void> {
  if (lines.length === 0) return;
  await tx.query(
    `update message_invoice line set checked_on = $2, checked = looked.checked
     from unnest($3::uuid[], $4::uuid[], $5::json[]) as looked (message_id, invoice_id, checked)
     where line.organisation_id = $1 and line.message_id = looked.message_id and line.invoice_id = looked.invoice_id and line.checked is null`,
    [tx.organisationId, day, lines.map(({ messageId }) => messageId), lines.map(({ invoiceId }) => invoiceId), lines.map(({ checked }) => JSON.stringify(checked))],
  );
}
