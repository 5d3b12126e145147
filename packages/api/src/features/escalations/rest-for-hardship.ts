import { addBusinessDays, addDays, type PlainDate } from "@tegemoet/domain";
import type { Tx } from "../../platform/database/transaction";
import { findOpenCaseId } from "../calls/open-invoices.queries";
import { queueMessage } from "../communications/queue-message";
import { hasMailAddress } from "../payment-plans/start-plan";
import { clearTheLine } from "./clear-the-line";
import { placeHold } from "./place-hold";

/** The rest that is promised to who can't pay now, and when one of us looks at it. */
export const REST_DAYS = 30;
const REVIEW_DAYS = 5;

/**
 * Somebody can't pay now: everything stops until a human looked, what was queued is taken out of the line, and the debtor reads until when
 * it is quiet. The hold has no end of its own, so that nothing starts again by itself; the owner of the case looks after it. An agency that
 * has the case reads it there. Asked twice, there is one hold.
 */
export async function restForHardship(
  tx: Tx, { debtorId, reason, via, mail, to, today }: { debtorId: string; reason: string; via: "call" | "portal"; mail: boolean; to?: string; today: PlainDate },
): Promise<{ pausedUntil: PlainDate; reviewOn: PlainDate; messageId?: string }> {
  const standing = await tx.first<{ reviewOn: PlainDate; pausedUntil: PlainDate }>(
    `select review_on as "reviewOn", facts ->> 'pausedUntil' as "pausedUntil" from hold
     where organisation_id = $1 and debtor_id = $2 and scope = 'debtor' and kind = 'hardship' and lifted_at is null and facts ? 'pausedUntil' and facts ->> 'pausedUntil' >= $3 limit 1`,
    [tx.organisationId, debtorId, today],
  );
  if (standing) return standing;
  const pausedUntil = addDays(today, REST_DAYS);
  const reviewOn = addBusinessDays(today, REVIEW_DAYS);
  const owner = await tx.first<{ id: string | null }>(
    `select coalesce(cases.owner_id, $3::uuid) as id from (select 1) one
     left join collection_case cases on cases.organisation_id = $1 and cases.debtor_id = $2 and cases.closed_on is null limit 1`,
    [tx.organisationId, debtorId, tx.actor.kind === "staff" ? tx.actor.id : null],
  );
  await placeHold(tx, { debtorId, kind: "hardship", reason, reviewOn, ownerId: owner?.id ?? undefined, via, facts: { pausedUntil } });
  await clearTheLine(tx, debtorId, "hardship", "steps");
  if (!mail || !(to ?? (await hasMailAddress(tx, debtorId)))) return { pausedUntil, reviewOn };
  const open = await tx.query<{ invoiceId: string; openCents: number }>(
    `select invoice_id as "invoiceId", open_cents as "openCents" from invoice_standing where organisation_id = $1 and debtor_id = $2 and open_cents > 0 order by invoice_id`,
    [tx.organisationId, debtorId],
  );
  const { messageId } = await queueMessage(tx, {
    debtorId, caseId: await findOpenCaseId(tx, debtorId), kind: "hardship", channel: "mail", to, invoices: open, sendAfter: tx.now, facts: { pausedUntil }, byRequest: true,
  });
  return { pausedUntil, reviewOn, messageId };
}
