import { cents, split, type Cents } from "../money";
import type { PlainDate } from "../plain-date";

/** A part of a claim that money can pay. */
export type ClaimPart = "costs" | "interest" | "principal";

/** A claim as it stands on the day of payment. */
export interface OpenClaim {
  id: string;
  dueOn: PlainDate;
  /** Costs that may be claimed by now; none inside the term of a consumer's letter. */
  costs: Cents;
  /** Interest that accrued up to and including the day of payment. */
  interest: Cents;
  principal: Cents;
  /**
   * How much the debtor gains by being rid of it, such as its rate in basis points; the highest is paid first. Default
   * 0.
   */
  onerous?: number;
}

/**
 * In which order money fills one claim. "costs-interest-principal" is the law's (BW 6:44 lid 1); "principal-first" is a
 * kinder order that a creditor may allow, and stops interest soonest.
 */
export type ImputationOrder = "costs-interest-principal" | "principal-first";

const PARTS: Record<ImputationOrder, readonly ClaimPart[]> = {
  "costs-interest-principal": ["costs", "interest", "principal"],
  "principal-first": ["principal", "interest", "costs"],
};

/** Why a claim was paid when it was: what put it before the next. */
export type ImputationReason = "designated" | "only-claim" | "due" | "most-onerous" | "oldest" | "pro-rata";

export interface ImputedAllocation {
  claimId: string;
  part: ClaimPart;
  amount: Cents;
  reason: ImputationReason;
  /** The articles that put this claim and this part in their places. */
  article: string;
}

export interface PaymentToImpute {
  amount: Cents;
  claims: readonly OpenClaim[];
  /**
   * The claims that the debtor named at payment, in their order: an invoice number or a reference is such a
   * designation.
   */
  designation?: readonly string[];
  /** Default "costs-interest-principal". */
  order?: ImputationOrder;
  /** The day of payment: claims that are not due by then come last. Left out: all are taken to be due. */
  on?: PlainDate;
}

/** What the money paid, and what is left of it. */
export interface Imputation {
  allocations: ImputedAllocation[];
  left: Cents;
}

/**
 * Which claims a payment pays, and which part of them.
 *
 * Source: BW 6:43: first the claim that the debtor names (lid 1); else those that are due, of these the most onerous,
 * of these the oldest, and equal ones in proportion (lid 2). BW 6:44 lid 1 within a claim: costs, then interest, then
 * principal (HR 10-7-2015, ECLI:NL:HR:2015:1868: first 6:43, then 6:44 claim by claim). Money that the named claims
 * don't need goes on by lid 2.
 *
 * @returns Allocations that sum, with what is left, to the amount. Parts without money are not listed.
 * @throws RangeError when the amount isn't positive, a part is negative, an id comes twice, or a designated claim isn't
 * there.
 */
export function imputePayment(payment: PaymentToImpute): Imputation {
  const { amount, claims, designation = [], order = "costs-interest-principal" } = payment;
  if (!(cents(amount) > 0)) throw new RangeError(`a payment of ${amount} cents pays nothing`);
  checkClaims(claims, designation);
  const allocations: ImputedAllocation[] = [];
  let left = amount;
  for (const { members, reason } of inOrder(payment)) {
    if (left === 0) break;
    const money = shares(Math.min(left, total(members)), members);
    members.forEach((claim, index) => {
      const paid = fill(claim, money[index] ?? 0, order, reason, allocations);
      left -= paid;
    });
  }
  return { allocations, left };
}

interface Rank {
  members: OpenClaim[];
  reason: ImputationReason;
}

/** The claims in the order of BW 6:43; equals share a rank. */
function inOrder({ claims, designation = [], on }: PaymentToImpute): Rank[] {
  const open = claims.filter((claim) => openOf(claim) > 0);
  if (open.length === 1 && open[0] && !designation.includes(open[0].id))
    return [{ members: open, reason: "only-claim" }];
  const named = designation
    .map((id) => open.find((claim) => claim.id === id))
    .filter((claim) => claim !== undefined)
    .map((claim): Rank => ({ members: [claim], reason: "designated" }));
  const others = open.filter((claim) => !designation.includes(claim.id)).sort((a, b) => compare(a, b, on));
  const ranks: Rank[] = [];
  for (const claim of others) {
    const last = ranks.at(-1);
    if (last?.members[0] && compare(last.members[0], claim, on) === 0) last.members.push(claim);
    else ranks.push({ members: [claim], reason: "oldest" });
  }
  ranks.forEach((rank, index) => {
    rank.reason = whyHere(rank, ranks[index + 1] ?? ranks[index - 1], on);
  });
  return [...named, ...ranks];
}

function compare(a: OpenClaim, b: OpenClaim, on: PlainDate | undefined): number {
  return (
    Number(isDue(b, on)) - Number(isDue(a, on)) ||
    (b.onerous ?? 0) - (a.onerous ?? 0) ||
    (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0)
  );
}

/** Due from its due day on, as the debtor may pay then and not before it is asked for. */
function isDue(claim: OpenClaim, on: PlainDate | undefined): boolean {
  return on === undefined || claim.dueOn <= on;
}

function whyHere({ members }: Rank, neighbour: Rank | undefined, on: PlainDate | undefined): ImputationReason {
  if (members.length > 1) return "pro-rata";
  const claim = members[0];
  const other = neighbour?.members[0];
  if (!claim || !other) return "only-claim";
  if (isDue(claim, on) !== isDue(other, on)) return "due";
  return (claim.onerous ?? 0) !== (other.onerous ?? 0) ? "most-onerous" : "oldest";
}

function openOf({ costs, interest, principal }: OpenClaim): Cents {
  return costs + interest + principal;
}

function total(claims: readonly OpenClaim[]): Cents {
  return claims.reduce((all, claim) => cents(all + openOf(claim)), 0);
}

function shares(money: Cents, claims: readonly OpenClaim[]): Cents[] {
  return claims.length === 1 ? [money] : split(money, claims.map(openOf));
}

function fill(
  claim: OpenClaim,
  money: Cents,
  order: ImputationOrder,
  reason: ImputationReason,
  into: ImputedAllocation[],
): Cents {
  let left = money;
  for (const part of PARTS[order]) {
    const amount = Math.min(left, claim[part]);
    if (amount > 0) into.push({ claimId: claim.id, part, amount, reason, article: articleOf(reason, order) });
    left -= amount;
  }
  return money - left;
}

function articleOf(reason: ImputationReason, order: ImputationOrder): string {
  const within = order === "principal-first" ? "order allowed by the creditor (BW 6:44 lid 2)" : "BW 6:44 lid 1";
  if (reason === "only-claim") return within;
  return `${reason === "designated" ? "BW 6:43 lid 1" : "BW 6:43 lid 2"}; ${within}`;
}

function checkClaims(claims: readonly OpenClaim[], designation: readonly string[]): void {
  const ids = new Set<string>();
  for (const claim of claims) {
    if (ids.has(claim.id)) throw new RangeError(`claim ${claim.id} is named twice`);
    ids.add(claim.id);
    for (const part of PARTS["principal-first"]) {
      if (cents(claim[part]) < 0) throw new RangeError(`the ${part} of claim ${claim.id} is negative`);
    }
  }
  for (const id of designation)
    if (!ids.has(id)) throw new RangeError(`the designated claim ${id} is not among the claims`);
  if (new Set(designation).size < designation.length) throw new RangeError("a claim is designated twice");
}
