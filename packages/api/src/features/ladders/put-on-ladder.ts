import { Refusal } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { requiredText } from "../../platform/graphql/text";
import { findLadderVersions, listLaddersInForce, type LadderInForce } from "./ladder.queries";
import { moveInvoices } from "./move-invoices";
import { listRunningOf, type RunningInvoice } from "./running.queries";

/**
 * Puts one invoice on a ladder by hand, whatever the rules say. What it had stays had.
 *
 * Refuses with NOT_FOUND, NOTHING_OPEN when the invoice is paid, ALREADY_DECIDED for a ladder that isn't in force.
 */
export async function putInvoiceOnLadder(tx: Tx, { invoiceId, ladderId, reason }: { invoiceId: string; ladderId: string; reason: string }): Promise<void> {
  const because = requiredText("reason", reason, 500);
  const to = await requireInForce(tx, ladderId);
  const known = await tx.first("select 1 from invoice where organisation_id = $1 and id = $2 and kind = 'invoice' for update", [tx.organisationId, invoiceId]);
  if (!known) throw new Refusal("NOT_FOUND");
  const running = await listRunningOf(tx, { invoiceIds: [invoiceId] });
  if (running.length === 0) throw new Refusal("NOTHING_OPEN");
  await moveEach(tx, running, to, because);
  await audit(tx, { action: "put-invoice-on-ladder", subject: "invoice", subjectId: invoiceId, before: { versionId: running[0]?.versionId ?? null }, after: { versionId: to.versionId, name: to.name, reason: because } });
}

/**
 * Puts a debtor on a ladder by hand, or back under the rules (null). It holds for invoices that begin; those that run only move when that is
 * asked, for they run on a version (I-46).
 *
 * Refuses with NOT_FOUND, ALREADY_DECIDED for a ladder that isn't in force.
 */
export async function putDebtorOnLadder(
  tx: Tx, { debtorId, ladderId, reason, moveRunning }: { debtorId: string; ladderId: string | null; reason: string; moveRunning: boolean },
): Promise<{ moved: number }> {
  const because = requiredText("reason", reason, 500);
  const to = ladderId === null ? undefined : await requireInForce(tx, ladderId);
  const before = await tx.first<{ ladderId: string | null }>(
    `select ladder_id as "ladderId" from debtor where organisation_id = $1 and id = $2 for update`, [tx.organisationId, debtorId]);
  if (!before) throw new Refusal("NOT_FOUND");
  await tx.query("update debtor set ladder_id = $3, version = version + 1 where organisation_id = $1 and id = $2", [tx.organisationId, debtorId, ladderId]);
  const running = to && moveRunning ? (await listRunningOf(tx, { debtorIds: [debtorId] })).filter(({ versionId }) => versionId !== null && versionId !== to.versionId) : [];
  const moved = to ? await moveEach(tx, running, to, because) : 0;
  await audit(tx, { action: "put-debtor-on-ladder", subject: "debtor", subjectId: debtorId, before: { ladderId: before.ladderId }, after: { ladderId, name: to?.name ?? null, moved, reason: because } });
  return { moved };
}

async function requireInForce(tx: Tx, ladderId: string): Promise<LadderInForce> {
  const found = (await listLaddersInForce(tx)).find((ladder) => ladder.ladderId === ladderId);
  if (found) return found;
  const known = await tx.first("select 1 from ladder where organisation_id = $1 and id = $2", [tx.organisationId, ladderId]);
  if (!known) throw new Refusal("NOT_FOUND");
  throw new Refusal("ALREADY_DECIDED", { state: "not in force" });
}

/** Moves invoices that may each come from another version. */
async function moveEach(tx: Tx, running: readonly RunningInvoice[], to: LadderInForce, reason: string): Promise<number> {
  const versions = await findLadderVersions(tx, [...new Set(running.flatMap(({ versionId }) => versionId ?? []))]);
  let moved = 0;
  for (const versionId of new Set(running.map((invoice) => invoice.versionId))) {
    moved += await moveInvoices(tx, {
      invoices: running.filter((invoice) => invoice.versionId === versionId), from: versions.find((version) => version.versionId === versionId), to, reason,
    });
  }
  return moved;
}
