import { Refusal } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { queueMessage } from "../communications/queue-message";
import { mailOf } from "../debtors/upsert-debtor";
import { findOpenCaseId, lockDebtor, lockInvoices } from "./open-invoices.queries";

/** A mail address that was spelled out by telephone. Refuses with INPUT_INVALID when nothing can be delivered there. */
export function addressOf(field: string, text: string): string {
  const address = mailOf(text);
  if (!address) throw new Refusal("INPUT_INVALID", { fields: [`${field}: a mail address such as naam@bedrijf.nl`] });
  return address;
}

/** Sends copies of invoices while we speak, to any address the debtor names. Refuses with NOT_FOUND, INPUT_INVALID. */
export async function sendInvoiceCopy(tx: Tx, { debtorId, invoiceIds, to }: { debtorId: string; invoiceIds: readonly string[]; to: string }): Promise<{ messageId: string }> {
  const address = addressOf("to", to);
  await lockDebtor(tx, debtorId);
  const invoices = await lockInvoices(tx, debtorId, invoiceIds);
  if (invoices.length === 0) throw new Refusal("NOTHING_OPEN");
  const { messageId } = await queueMessage(tx, {
    debtorId, caseId: await findOpenCaseId(tx, debtorId), kind: "invoice-copy", channel: "mail", to: address, invoices, sendAfter: tx.now, byRequest: true,
  });
  await audit(tx, { action: "send-invoice-copy", subject: "message", subjectId: messageId, after: { to: address, invoices: invoices.map(({ number }) => number) } });
  return { messageId };
}
