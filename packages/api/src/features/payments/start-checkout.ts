import { Refusal, type Cents } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";
import { sha256 } from "../../platform/tokens";

/** iDEAL takes between one cent and € 50.000. */
const MAX_CHECKOUT_CENTS = 5_000_000;
/** A checkout that the provider doesn't date is taken to last as long as iDEAL's. */
export const CHECKOUT_MINUTES = 15;

export interface NewCheckoutOrder {
  readonly debtorId: string;
  /** What it pays, in order; amounts at most what is open. */
  readonly lines: readonly { readonly invoiceId: string; readonly openCents: Cents }[];
  /** Less than everything: spread over the lines in their order. */
  readonly amountCents?: Cents;
  readonly plan?: { readonly planId: string; readonly number: number };
  readonly reference: string;
  readonly realNow: Date;
}

export interface CheckoutToMake {
  checkoutId: string;
  amountCents: Cents;
  reference: string;
  /** Set when the same thing was asked a moment ago and its page is still open. */
  url: string | null;
}

/**
 * Writes down that a debtor is going to pay, before the provider is asked: whatever happens after, the order is known. A second press for
 * the same invoices gets the page of the first while that is open (I-18).
 *
 * Refuses with NOTHING_OPEN, AMOUNT_NOT_POSITIVE, AMOUNT_ABOVE_OPEN or AMOUNT_TOO_LARGE.
 */
export async function startCheckout(tx: Tx, order: NewCheckoutOrder): Promise<CheckoutToMake> {
  const open = order.lines.filter(({ openCents }) => openCents > 0);
  const openCents = open.reduce((sum, line) => sum + line.openCents, 0);
  if (openCents === 0) throw new Refusal("NOTHING_OPEN");
  const amountCents = order.amountCents ?? openCents;
  if (amountCents <= 0) throw new Refusal("AMOUNT_NOT_POSITIVE", { amount: amountCents });
  if (amountCents > openCents) throw new Refusal("AMOUNT_ABOVE_OPEN", { amount: amountCents, open: openCents });
  if (amountCents > MAX_CHECKOUT_CENTS) throw new Refusal("AMOUNT_TOO_LARGE", { most: MAX_CHECKOUT_CENTS });
  const lines = spread(open, amountCents);
  const forKey = sha256(JSON.stringify([lines, order.plan ?? null])).toString("hex");
  await tx.query("select 1 from debtor where organisation_id = $1 and id = $2 for update", [tx.organisationId, order.debtorId]);
  await tx.query(
    "update checkout set state = 'expired' where organisation_id = $1 and debtor_id = $2 and for_key = $3 and state = 'open' and expires_at <= $4 and provider_id is null",
    [tx.organisationId, order.debtorId, forKey, order.realNow],
  );
  const known = await tx.first<CheckoutToMake & { fresh: boolean }>(
    `select id as "checkoutId", amount_cents as "amountCents", reference, url, expires_at > $4 as fresh from checkout
     where organisation_id = $1 and debtor_id = $2 and for_key = $3 and state in ('open', 'pending', 'authorized')`,
    [tx.organisationId, order.debtorId, forKey, order.realNow],
  );
  if (known?.fresh) return known;
  // The one from before ran out without our hearing of it; the provider will still be asked how it ended.
  if (known) await tx.query("update checkout set for_key = for_key || ':' || id where organisation_id = $1 and id = $2", [tx.organisationId, known.checkoutId]);
  const checkoutId = newId();
  await tx.query(
    `insert into checkout (organisation_id, id, debtor_id, amount_cents, reference, for_key, plan_id, instalment_number, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::timestamptz + interval '${CHECKOUT_MINUTES} minutes')`,
    [tx.organisationId, checkoutId, order.debtorId, amountCents, order.reference, forKey, order.plan?.planId ?? null, order.plan?.number ?? null, tx.now, order.realNow],
  );
  await tx.query(
    `insert into checkout_invoice (organisation_id, id, checkout_id, invoice_id, amount_cents)
     select $1, id, $2, invoice_id, cents from unnest($3::uuid[], $4::uuid[], $5::bigint[]) as line (id, invoice_id, cents)`,
    [tx.organisationId, checkoutId, lines.map(() => newId()), lines.map(({ invoiceId }) => invoiceId), lines.map(({ cents }) => cents)],
  );
  await audit(tx, { action: "start-checkout", subject: "checkout", subjectId: checkoutId, after: { amountCents, debtorId: order.debtorId } });
  return { checkoutId, amountCents, reference: order.reference, url: null };
}

function spread(lines: NewCheckoutOrder["lines"], amountCents: Cents): { invoiceId: string; cents: Cents }[] {
  let left = amountCents;
  return lines.flatMap(({ invoiceId, openCents }) => {
    const cents = Math.min(left, openCents);
    left -= cents;
    return cents > 0 ? [{ invoiceId, cents }] : [];
  });
}
