import type { PlainDate } from "@tegemoet/domain";
import type { Reader } from "../../platform/database/transaction";

/** A promise that one of these invoices still waits for. */
export function findStandingPromise(reader: Reader, invoiceIds: readonly string[]): Promise<{ promiseId: string; byDay: PlainDate; amountCents: number } | undefined> {
  return reader.first(
    `select promise.id as "promiseId", promise.by_day as "byDay", promise.amount_cents as "amountCents"
     from promise_invoice line join promise on promise.organisation_id = line.organisation_id and promise.id = line.promise_id
     where line.organisation_id = $1 and line.invoice_id = any($2::uuid[]) and line.settled_on is null limit 1`,
    [reader.organisationId, invoiceIds],
  );
}

/** Whether one of these invoices is paid by a running plan. */
export async function hasRunningPlan(reader: Reader, invoiceIds: readonly string[]): Promise<boolean> {
  const row = await reader.first("select 1 from plan_invoice where organisation_id = $1 and invoice_id = any($2::uuid[]) and active limit 1", [reader.organisationId, invoiceIds]);
  return row !== undefined;
}
