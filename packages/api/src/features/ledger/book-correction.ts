import { Refusal, type Cents, type PlainDate } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import { dayOf } from "../../platform/clock";
import type { Tx } from "../../platform/database/transaction";
import { requiredText } from "../../platform/graphql/text";
import { newId } from "../../platform/ids";
import { bookEntry, type ClaimPart } from "./book-entry";
import { bookInterest } from "./book-interest";
import { listClaimHistories } from "./claim.queries";

/** Cents by part of one claim; a part left out is nothing. */
export type CentsByPart = Readonly<Partial<Record<ClaimPart, Cents>>>;

export interface Correction {
  readonly kind: "waiver" | "write-off";
  readonly invoiceId: string;
  readonly parts: CentsByPart;
  readonly reason: string;
}

const PARTS: readonly ClaimPart[] = ["costs", "interest", "principal"];

/** What is open of one invoice, part by part, locked. Refuses with NOT_FOUND. */
export async function lockOpenParts(tx: Tx, invoiceId: string): Promise<{ debtorId: string } & Record<ClaimPart, Cents>> {
  const open = await tx.first<{ debtorId: string } & Record<ClaimPart, Cents>>(
    `select debtor_id as "debtorId", principal_cents as principal, interest_cents as interest, costs_cents as costs
     from invoice_standing where organisation_id = $1 and invoice_id = $2 for update`,
    [tx.organisationId, invoiceId],
  );
  if (!open) throw new Refusal("NOT_FOUND");
  return open;
}

/**
 * Books the interest that ran but was never asked for, so that the books show what was given up. When all of it goes it still counts as
 * never asked for, and no later payment goes on with it.
 */
async function claimToGiveUp(tx: Tx, invoiceId: string, interestCents: Cents): ReturnType<typeof lockOpenParts> {
  const today = dayOf(tx.now);
  const [history] = await listClaimHistories(tx, [invoiceId], today);
  const neverAsked = history?.interestClaimedOn === null;
  await bookInterest(tx, { invoiceIds: [invoiceId], until: today, bookedOn: today, toWaive: neverAsked });
  const open = await lockOpenParts(tx, invoiceId);
  // Giving up a part of what was never asked for asks for the rest: that is to be said, not to happen by the way.
  if (neverAsked && interestCents < open.interest) throw new Refusal("AMOUNT_DIFFERS", { amount: interestCents, open: open.interest, part: "interest" });
  return open;
}

/**
 * Takes parts off what is open of an invoice without money: the claim is less by it from today on, and interest over written-off
 * principal ends today.
 *
 * Refuses with NOT_FOUND, AMOUNT_NOT_POSITIVE, AMOUNT_ABOVE_OPEN, AMOUNT_DIFFERS (a part of interest that was never asked for) and
 * INPUT_INVALID (no reason).
 *
 * @returns The id of the entry, by which it can be taken back once.
 */
export async function bookCorrection(tx: Tx, { kind, invoiceId, parts, reason }: Correction): Promise<string> {
  const because = requiredText("reason", reason, 500);
  const booked = await lockOpenParts(tx, invoiceId);
  const open = (parts.interest ?? 0) > booked.interest ? await claimToGiveUp(tx, invoiceId, parts.interest ?? 0) : booked;
  const total = PARTS.reduce((sum, part) => sum + (parts[part] ?? 0), 0);
  if (total <= 0 || PARTS.some((part) => (parts[part] ?? 0) < 0)) throw new Refusal("AMOUNT_NOT_POSITIVE", { amount: total });
  for (const part of PARTS) {
    const amount = parts[part] ?? 0;
    if (amount > open[part]) throw new Refusal("AMOUNT_ABOVE_OPEN", { amount, open: open[part], part });
  }
  const today: PlainDate = dayOf(tx.now);
  const { debtorId } = open;
  const entryId = await bookEntry(tx, {
    kind, bookedOn: today, valueOn: today, reference: `${kind}:${invoiceId}:${newId()}`, reason: because,
    postings: PARTS.flatMap((part) => [
      { account: "receivable" as const, part, debtorId, invoiceId, cents: -(parts[part] ?? 0) },
      { account: kind === "waiver" ? "waived" as const : "written-off" as const, part, debtorId, invoiceId, cents: parts[part] ?? 0 },
    ]),
  });
  await audit(tx, { action: kind, subject: "invoice", subjectId: invoiceId, before: { principal: open.principal, interest: open.interest, costs: open.costs }, after: { ...parts, reason: because, entryId } });
  return entryId;
}
