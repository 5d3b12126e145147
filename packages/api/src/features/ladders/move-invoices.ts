import { continueAfter, ladderRoad, stepsUpTo, type Ladder, type LadderStep } from "@tegemoet/domain";
import { dayOf } from "../../platform/clock";
import type { Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";
import { staffOf } from "./draft.queries";
import type { LadderInForce } from "./ladder.queries";
import type { RunningInvoice } from "./running.queries";

/** After which new step an invoice goes on that came so far in the old version. A step that isn't in it goes on as the domain proposes. */
export type Continuation = ReadonlyMap<string, string | null>;

export interface MoveInvoices {
  readonly invoices: readonly RunningInvoice[];
  /** The version each was on; absent for invoices that took no step yet. */
  readonly from?: LadderInForce;
  readonly to: LadderInForce;
  readonly continuation?: Continuation;
  readonly reason: string;
}

const CHUNK = 1_000;

/**
 * Puts invoices on a version: from now on they follow it, whatever is published later. What they had counts as had: of the new version the
 * steps up to where they go on are passed by with the reason, so that none comes twice; and none is passed that is a letter of the law they
 * didn't have.
 *
 * @returns How many were put on it.
 */
export async function moveInvoices(tx: Tx, { invoices, from, to, continuation, reason }: MoveInvoices): Promise<number> {
  for (let at = 0; at < invoices.length; at += CHUNK) {
    const chunk = invoices.slice(at, at + CHUNK);
    const passed = chunk.flatMap((invoice) => passedSteps(invoice, from?.ladder, to.ladder, continuation).map((step) => ({ invoiceId: invoice.invoiceId, key: step.id })));
    await tx.query(
      `insert into invoice_ladder (organisation_id, invoice_id, ladder_version_id, chosen_at, chosen_by, reason)
       select $1, invoice_id, $2, $3, $4, $5 from unnest($6::uuid[]) as moved (invoice_id)
       on conflict (organisation_id, invoice_id) do update set
         ladder_version_id = excluded.ladder_version_id, chosen_at = excluded.chosen_at, chosen_by = excluded.chosen_by, reason = excluded.reason`,
      [tx.organisationId, to.versionId, tx.now, staffOf(tx), reason, chunk.map(({ invoiceId }) => invoiceId)],
    );
    await tx.query(
      `insert into step_taken (organisation_id, id, invoice_id, ladder_version_id, step_key, round, taken_on, skipped_reason, skipped_by)
       select $1, id, invoice_id, $2, step_key, 1, $3, $4, $5 from unnest($6::uuid[], $7::uuid[], $8::text[]) as passed (id, invoice_id, step_key)
       on conflict on constraint one_message_per_step do nothing`,
      [tx.organisationId, to.versionId, dayOf(tx.now), reason, staffOf(tx), passed.map(() => newId()), passed.map(({ invoiceId }) => invoiceId), passed.map(({ key }) => key)],
    );
  }
  return invoices.length;
}

/** How far an invoice is on a ladder: the step it took that stands furthest. */
export function furthestStep(ladder: Ladder, keys: readonly string[]): string | null {
  let furthest = -1;
  for (const key of keys) furthest = Math.max(furthest, ladder.steps.findIndex(({ id }) => id === key));
  return ladder.steps[furthest]?.id ?? null;
}

/** The steps of the new version that count as had, and weren't taken under their own key. */
export function passedSteps(invoice: Pick<RunningInvoice, "debtorKind" | "keys">, from: Ladder | undefined, to: Ladder, continuation?: Continuation): readonly LadderStep[] {
  const furthest = from && furthestStep(from, invoice.keys);
  if (!from || !furthest) return [];
  const after = continuation?.get(furthest);
  const upTo = stepsUpTo(to, after === undefined ? continueAfter(from, to, furthest) : after);
  const road = ladderRoad(invoice.debtorKind);
  const had = new Set(invoice.keys);
  const texts = new Set(from.steps.flatMap(({ id, template }) => (had.has(id) && template ? [template] : [])));
  const own = upTo.filter((step) => !step.onlyFor || step.onlyFor === road);
  const letter = own.findIndex((step) => step.legal && !had.has(step.id) && !texts.has(step.template ?? ""));
  return own.slice(0, letter < 0 ? own.length : letter).filter((step) => !had.has(step.id));
}
