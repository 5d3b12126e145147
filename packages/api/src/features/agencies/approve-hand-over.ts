import { debtorRegime, Refusal, type PlainDate } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";
import { COSTS_VAT_PERCENT } from "../escalations/book-lawful-costs";
import { cancelMessage } from "../escalations/cancel-message";
import { ensureInvoicePdf } from "../invoices/ensure-invoice-pdf";
import { bookCosts } from "../ledger/book-costs";
import { bookInterest } from "../ledger/book-interest";
import { claimOf, openParts } from "../ledger/claim-of";
import { findOrganisation } from "../organisations/organisation.queries";
import { requireComplete, type CheckedHandOver } from "./check-hand-over";
import { lockHandOver } from "./hand-over.queries";
import { takeSnapshot } from "./take-snapshot";

/**
 * The second person says yes: everything is checked again under lock, interest and costs are claimed as the law allows by today, the file
 * is written down with its hash, and from this transaction on the agency sees the case and the ladder waits.
 *
 * Refuses with NOT_FOUND, ALREADY_DECIDED, SECOND_PERSON_NEEDED, and with what {@link requireComplete} says.
 */
export async function approveHandOver(tx: Tx, { handOverId, today }: { handOverId: string; today: PlainDate }): Promise<void> {
  const handOver = await lockHandOver(tx, handOverId);
  if (!handOver) throw new Refusal("NOT_FOUND");
  if (handOver.state !== "proposed") throw new Refusal("ALREADY_DECIDED", { state: handOver.state, by: handOver.decidedBy });
  if (tx.actor.kind !== "staff" || handOver.proposedById === tx.actor.id) throw new Refusal("SECOND_PERSON_NEEDED", { proposedBy: handOver.proposedBy });
  const { caseId, agencyId, debtorId } = handOver;
  const checked = await requireComplete(tx, { caseId, agencyId, today, ignoreOwn: true });
  const invoiceIds = checked.row.invoices.map(({ invoiceId }) => invoiceId);
  for (const invoiceId of invoiceIds) await ensureInvoicePdf(tx, invoiceId);
  await claimLawfulCosts(tx, checked, handOverId, today);
  await bookInterest(tx, { invoiceIds, until: today, bookedOn: today });
  const claim = await claimOf(tx, { invoiceIds, asOf: today });
  const open = openParts(claim);
  const { snapshot, hash } = await takeSnapshot(tx, { debtorId, invoiceIds, claim });
  await tx.query(
    `update hand_over set approved_by = $3, approved_at = $4, principal_cents = $5, interest_cents = $6, costs_cents = $7, snapshot = $8, snapshot_sha256 = $9, version = version + 1
     where organisation_id = $1 and id = $2`,
    [tx.organisationId, handOverId, tx.actor.id, tx.now, open.principalCents, open.interestCents, open.costsCents, JSON.stringify(snapshot), hash],
  );
  await tx.query(
    `insert into hand_over_invoice (organisation_id, id, hand_over_id, invoice_id, open_cents)
     select $1, id, $2, invoice_id, cents from unnest($3::uuid[], $4::uuid[], $5::bigint[]) as line (id, invoice_id, cents)`,
    [
      tx.organisationId, handOverId, claim.invoices.map(() => newId()), claim.invoices.map(({ history }) => history.invoiceId),
      claim.invoices.map(({ outstandingCents }) => outstandingCents),
    ],
  );
  await endOurOwnWork(tx, { handOverId, debtorId, invoiceIds });
  await audit(tx, {
    action: "approve-hand-over", subject: "hand-over", subjectId: handOverId,
    after: { agencyId, ...open, sha256: hash.toString("hex") },
  });
}

/**
 * Claims the costs that nobody claimed yet. Of a consumer they follow from the letter whose term has passed; the database holds that too.
 * Of a business they follow from the lateness itself (BW 6:96 lid 4), under the name of its notice when one was sent, so that the night
 * never claims them a second time.
 */
async function claimLawfulCosts(tx: Tx, { row }: CheckedHandOver, handOverId: string, today: PlainDate): Promise<void> {
  const claim = await claimOf(tx, { invoiceIds: row.invoices.map(({ invoiceId }) => invoiceId), asOf: today });
  const without = claim.invoices.filter(({ costsCents }) => costsCents === 0).map(({ history }) => history.invoiceId);
  if (without.length === 0) return;
  const sources = await tx.query<{ invoiceId: string; reference: string }>(
    debtorRegime(row.kind).letterRequired
      ? `select distinct on (line.invoice_id) line.invoice_id as "invoiceId", 'letter:' || letter.id as reference
         from letter_invoice line join fourteen_day_letter letter on letter.organisation_id = line.organisation_id and letter.id = line.letter_id
         where line.organisation_id = $1 and line.invoice_id = any($2::uuid[]) and letter.costs_from <= $3::date order by line.invoice_id, letter.sent_on desc`
      : `select distinct on (line.invoice_id) line.invoice_id as "invoiceId", 'notice:' || message.id as reference
         from message_invoice line join message on message.organisation_id = line.organisation_id and message.id = line.message_id
         where line.organisation_id = $1 and line.invoice_id = any($2::uuid[]) and message.kind = 'business-notice' and message.channel = 'mail'
           and message.handed_over_at is not null and message.bounced_at is null and message.queued_on <= $3::date order by line.invoice_id, message.handed_over_at desc`,
    [tx.organisationId, without, today],
  );
  const groups = new Map<string, string[]>();
  for (const invoiceId of without) {
    const reference = sources.find((source) => source.invoiceId === invoiceId)?.reference ?? `handover:${handOverId}`;
    groups.set(reference, [...(groups.get(reference) ?? []), invoiceId]);
  }
  const { vatDeductible } = await findOrganisation(tx);
  for (const [reference, invoiceIds] of groups) {
    await bookCosts(tx, { invoiceIds, bookedOn: today, reference, ...(vatDeductible ? {} : { vatPercent: COSTS_VAT_PERCENT }) });
  }
}

/** From now on the agency speaks with the debtor about these invoices: our messages and calls about them end. */
async function endOurOwnWork(tx: Tx, { handOverId, debtorId, invoiceIds }: { handOverId: string; debtorId: string; invoiceIds: readonly string[] }): Promise<void> {
  const waiting = await tx.query<{ id: string }>(
    `select message.id from message where message.organisation_id = $1 and message.debtor_id = $2 and message.state in ('queued', 'parked') and not message.by_request
       and not exists (select 1 from message_invoice line where line.organisation_id = $1 and line.message_id = message.id and not line.invoice_id = any($3::uuid[]))
     order by message.id for update`,
    [tx.organisationId, debtorId, invoiceIds],
  );
  for (const { id } of waiting) await cancelMessage(tx, { messageId: id, reason: "handed over" });
  await tx.query(
    `update step_taken set hand_over_id = $3 from ladder_version version
     where step_taken.organisation_id = $1 and step_taken.invoice_id = any($2::uuid[]) and version.organisation_id = $1 and version.id = step_taken.ladder_version_id
       and exists (select 1 from jsonb_array_elements(version.steps) step where step ->> 'id' = step_taken.step_key and step ->> 'channel' = 'hand-over')`,
    [tx.organisationId, invoiceIds, handOverId],
  );
  await tx.query(
    `update call_task set closed_at = $4, closed_because = 'handed over' where organisation_id = $1 and debtor_id = $2 and closed_at is null and not exists (
       select 1 from invoice_standing standing where standing.organisation_id = $1 and standing.debtor_id = $2 and standing.open_cents > 0 and not standing.invoice_id = any($3::uuid[]))`,
    [tx.organisationId, debtorId, invoiceIds, tx.now],
  );
}
