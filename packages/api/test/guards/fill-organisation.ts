import { createLink } from "../../src/features/communications/create-link";
import { addAgency } from "../../src/features/agencies/add-agency";
import { createApiKey } from "../../src/features/agencies/create-api-key";
import { upsertDebtor } from "../../src/features/debtors/upsert-debtor";
import { ladderInForce } from "../../src/features/ladders/create-default-ladder";
import { issueInvoice } from "../../src/features/invoices/issue-invoice";
import { ensureInvoicePdf } from "../../src/features/invoices/ensure-invoice-pdf";
import { keepVerification } from "../../src/features/ledger/keep-verification";
import { sealAudit } from "../../src/features/ledger/seal-audit";
import { writeOff } from "../../src/features/ledger/write-off";
import { receivePayment } from "../../src/features/payments/receive-payment";
import { newId } from "../../src/platform/ids";
import { sha256 } from "../../src/platform/tokens";
import type { Tx } from "../../src/platform/database/transaction";
import { TEST_SECRET } from "../test-role";

export const ROW_KINDS = [
  "organisation", "staff", "debtor", "contact", "invoice", "case", "callTask", "callLog", "promise", "agreement", "plan", "dispute", "hold", "directDebit", "status", "postponement", "task", "message", "inbound", "import", "bankLine",
  "payment", "creditNote", "ledgerEntry", "checkout", "agency", "apiKey", "handOver", "document", "ladder", "ladderVersion", "template", "letterBatch", "bulkAction",
] as const;
export type RowKind = (typeof ROW_KINDS)[number];
export type Rows = Record<RowKind, string> & { readonly linkToken: string; readonly agencyKey: string };

/** One row of everything that has an id: a debtor with a late invoice and all that can happen to it. */
export async function fillOrganisation(tx: Tx, { staffId, otherStaffId, number }: { staffId: string; otherStaffId: string; number: number }): Promise<Rows> {
  const o = tx.organisationId;
  const insert = async (table: string, row: Record<string, unknown>): Promise<string> => {
    const id = newId();
    const all: Record<string, unknown> = { organisation_id: o, id, ...row };
    const columns = Object.keys(all);
    await tx.query(`insert into ${table} (${columns.join(", ")}) values (${columns.map((_, at) => `$${at + 1}`).join(", ")})`, Object.values(all));
    return id;
  };
  const { debtorId } = await upsertDebtor(tx, {
    name: `Bakkerij ${number}`, kind: "legal-person", email: `bakkerij${number}@example.nl`, phone: "0301234567", street: "Kade", houseNumber: "1", postalCode: "3511AB", city: "Utrecht", contact: { name: "Jo de Wit" },
  });
  const issue = (suffix: string) => issueInvoice(tx, {
    debtorId, number: `F${number}-${suffix}`, issuedOn: "2026-09-01", dueOn: "2026-09-30", totalCents: 50_000, source: "test", lines: [{ description: "Meel", amountCents: 50_000 }],
  });
  const { invoiceId } = await issue("1");
  const { invoiceId: goneId } = await issue("2");
  const document = await ensureInvoicePdf(tx, goneId);
  const found = await tx.first<{ id: string }>("select id from contact where organisation_id = $1 and debtor_id = $2", [o, debtorId]);
  const { ladderId, versionId } = await ladderInForce(tx);
  const caseId = await insert("collection_case", { number, debtor_id: debtorId, opened_on: "2026-10-01" });
  const message = await insert("message", {
    debtor_id: debtorId, case_id: caseId, kind: "reminder-1", channel: "mail", language: "nl", state: "parked", queued_on: "2026-10-08", queued_at: tx.now, send_after: tx.now, total_cents: 50_000,
  });
  await tx.query("insert into message_invoice (organisation_id, message_id, invoice_id, open_cents) values ($1, $2, $3, 50000)", [o, message, invoiceId]);
  await insert("step_taken", { invoice_id: invoiceId, ladder_version_id: versionId, step_key: "reminder-1", taken_on: "2026-10-08", message_id: message });
  const callTask = await insert("call_task", { debtor_id: debtorId, case_id: caseId, reason: "step", planned_on: "2026-11-20", created_at: tx.now });
  const callLog = await insert("call_log", { debtor_id: debtorId, staff_id: staffId, started_at: tx.now, outcome: "promiseFull", logged_at: tx.now });
  const promise = await insert("promise", { debtor_id: debtorId, source: "call", amount_cents: 50_000, by_day: "2026-11-27", made_on: "2026-11-20" });
  const agreement = await insert("agreement", { debtor_id: debtorId, promise_id: promise, language: "nl", sentence: "U betaalt.", sha256: sha256("U betaalt."), made_at: tx.now });
  const plan = await insert("plan", { debtor_id: debtorId, proposed_by: "debtor", proposed_on: "2026-11-19", answer_by: "2026-11-23", total_cents: 50_000, policy: '{"graceDays":3}' });
  await insert("instalment", { plan_id: plan, number: 1, due_on: "2026-12-01", amount_cents: 50_000 });
  await insert("plan_invoice", { plan_id: plan, invoice_id: invoiceId, open_cents: 50_000 });
  const dispute = await insert("dispute", { debtor_id: debtorId, invoice_id: goneId, amount_cents: 1_000, reason: "price", raised_on: "2026-11-01", raised_via: "staff", deadline_on: "2026-11-15" });
  const directDebit = await insert("direct_debit", { debtor_id: debtorId, since: "2026-11-01", source: "staff", recorded_at: tx.now });
  const hold = await insert("hold", { scope: "debtor", debtor_id: debtorId, kind: "paid-claim", reason: "zegt betaald te hebben", from_day: "2026-11-19", placed_at: tx.now });
  const status = await insert("debtor_status", { debtor_id: debtorId, kind: "debt-help", from_day: "2026-11-01", until_day: "2026-11-15", evidence: "brief van de gemeente" });
  const postponement = await insert("step_postponement", { invoice_id: goneId, step_key: "reminder-1", until_day: "2026-11-10", reason: "overleg", placed_at: tx.now });
  const task = await insert("work_task", { debtor_id: debtorId, case_id: caseId, kind: "step", step_key: "task", planned_on: "2026-11-20", created_at: tx.now });
  const inbound = await insert("inbound_message", { debtor_id: debtorId, kind: "reply", from_address: "a@example.nl", body_text: "vraag", received_at: tx.now });
  const imported = await insert("import", { kind: "invoices", file_name: "a.xml", state: "done", started_at: tx.now });
  const statement = await insert("statement", { account: "NL91ABNA0417164300", currency: "EUR", statement_key: `s${number}`, opening_cents: 0, closing_cents: 100, imported_at: tx.now });
  const bankLine = await insert("bank_line", { statement_id: statement, account: "NL91ABNA0417164300", line_key: `l${number}`, booked_on: "2026-11-10", value_on: "2026-11-10", amount_cents: 100, currency: "EUR" });
  const { paymentId } = await receivePayment(tx, { source: "by-hand", debtorId, amountCents: 100, receivedOn: "2026-11-10" });
  const { invoiceId: creditNote } = await issueInvoice(tx, { debtorId, kind: "credit-note", number: `C${number}-1`, issuedOn: "2026-09-02", dueOn: "2026-09-02", totalCents: 1_000, source: "test", lines: [] });
  const ledgerEntry = await writeOff(tx, { invoiceId, parts: { principal: 1 }, reason: "afronding" });
  await keepVerification(tx, []);
  await sealAudit(tx);
  const checkout = await insert("checkout", { debtor_id: debtorId, amount_cents: 100, reference: `c${number}`, for_key: `k${number}`, created_at: tx.now });
  const agency = await addAgency(tx, { name: `Incasso ${number}`, wkiNumber: "1", wkiExpiresOn: "2027-12-31" });
  const { keyId, secret } = await createApiKey(tx, { agencyId: agency, scopes: ["cases:read", "cases:write"], expiresOn: "2027-01-31", today: "2026-11-20" });
  const handOver = await insert("hand_over", {
    case_id: caseId, debtor_id: debtorId, agency_id: agency, proposed_by: staffId, proposed_at: tx.now, approved_by: otherStaffId, approved_at: tx.now, version: 2,
    principal_cents: 50_000, interest_cents: 0, costs_cents: 0, snapshot: "{}", snapshot_sha256: sha256("{}"),
  });
  await insert("hand_over_invoice", { hand_over_id: handOver, invoice_id: goneId, open_cents: 50_000 });
  await insert("note", { debtor_id: debtorId, body_text: "notitie", written_at: tx.now });
  const template = await insert("template_version", { kind: `reminder-${1 + (number % 2)}`, channel: "mail", language: "nl", tone: "u", version: 1, subject: "Herinnering", body: "{{ greeting }}", made_at: tx.now });
  const letterBatch = await insert("letter_batch", { made_at: tx.now, letters: 1, pages: 2, document_id: document });
  const bulkAction = await insert("bulk_action", {
    key: `b${number}`, list: "cases", act: "pause", orders: '{"reason":"vakantie"}', state: "done", total: 1, cents: 50_000, prepared_by: staffId, prepared_at: tx.now, started_by: staffId, started_at: tx.now, finished_at: tx.now, touched_at: tx.now,
  });
  await tx.query("insert into bulk_action_row (organisation_id, bulk_action_id, position, subject_id, label, cents, outcome) values ($1, $2, 1, $3, 'D-1', 50000, 'done')", [o, bulkAction, caseId]);
  await insert("inbound_document", { inbound_message_id: inbound, document_id: document });
  return {
    organisation: o, staff: staffId, debtor: debtorId, contact: found?.id ?? "", invoice: invoiceId, case: caseId, callTask, callLog, promise, agreement, plan, dispute, hold, directDebit, status, postponement, task, message, inbound,
    import: imported, bankLine, payment: paymentId, creditNote, ledgerEntry, checkout, agency, apiKey: keyId, handOver, document, ladder: ladderId, ladderVersion: versionId, template, letterBatch, bulkAction, linkToken: await createLink(tx, TEST_SECRET, { debtorId }), agencyKey: secret,
  };
}
