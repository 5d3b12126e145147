import { addDays, daysBetween, Refusal, sum, type Cents, type PlainDate } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Reader, Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";
import type { LockedInvoice } from "../calls/open-invoices.queries";
import { findOrganisation } from "../organisations/organisation.queries";
import { findStandingPromise, hasRunningPlan } from "./promise-of-invoice.queries";

export interface NewPromise {
  readonly debtorId: string;
  readonly source: "call" | "portal" | "reply";
  readonly callLogId?: string;
  readonly amountCents: Cents;
  readonly byDay: PlainDate;
  /** Locked by the caller, with what is open of them now. */
  readonly invoices: readonly LockedInvoice[];
  readonly today: PlainDate;
}

/** The last day that may be promised. */
export async function promiseLatestDay(reader: Reader, today: PlainDate): Promise<PlainDate> {
  return addDays(today, (await findOrganisation(reader)).promiseMaxDays);
}

/**
 * Keeps what a debtor promised: an amount, a last day, for invoices. From then on the ladder waits for it.
 *
 * Refuses with PROMISE_DAY_PAST, PROMISE_DAY_TOO_LATE, AMOUNT_NOT_POSITIVE, NOTHING_OPEN, AMOUNT_ABOVE_OPEN, PROMISE_OPEN_ALREADY for an
 * invoice that another promise still waits for, PLAN_EXISTS for one in a running plan.
 */
export async function makePromise(tx: Tx, promise: NewPromise): Promise<{ promiseId: string }> {
  const { debtorId, amountCents, byDay, today } = promise;
  if (daysBetween(today, byDay) < 0) throw new Refusal("PROMISE_DAY_PAST", { byDay, today });
  const latestDay = await promiseLatestDay(tx, today);
  if (byDay > latestDay) throw new Refusal("PROMISE_DAY_TOO_LATE", { byDay, latestDay });
  if (amountCents <= 0) throw new Refusal("AMOUNT_NOT_POSITIVE", { cents: amountCents });
  const invoices = promise.invoices.filter(({ openCents }) => openCents > 0);
  const openCents = sum(invoices.map((invoice) => invoice.openCents));
  if (openCents === 0) throw new Refusal("NOTHING_OPEN");
  if (amountCents > openCents) throw new Refusal("AMOUNT_ABOVE_OPEN", { cents: amountCents, openCents });
  const invoiceIds = invoices.map(({ invoiceId }) => invoiceId);
  if (await hasRunningPlan(tx, invoiceIds)) throw new Refusal("PLAN_EXISTS");
  const standing = await findStandingPromise(tx, invoiceIds);
  if (standing) throw new Refusal("PROMISE_OPEN_ALREADY", { byDay: standing.byDay, amountCents: standing.amountCents });
  const promiseId = newId();
  await tx.query(
    `insert into promise (organisation_id, id, debtor_id, source, call_log_id, amount_cents, by_day, made_on) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [tx.organisationId, promiseId, debtorId, promise.source, promise.callLogId ?? null, amountCents, byDay, today],
  );
  await tx.query(
    `insert into promise_invoice (organisation_id, id, promise_id, invoice_id, open_cents)
     select $1, id, $2, invoice_id, cents from unnest($3::uuid[], $4::uuid[], $5::bigint[]) as line (id, invoice_id, cents)`,
    [tx.organisationId, promiseId, invoiceIds.map(() => newId()), invoiceIds, invoices.map((invoice) => invoice.openCents)],
  );
  await audit(tx, { action: "make-promise", subject: "promise", subjectId: promiseId, after: { amountCents, byDay, source: promise.source } });
  return { promiseId };
}
