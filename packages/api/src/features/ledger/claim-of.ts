import { debtorRegime, statutoryInterest, type Cents, type PlainDate, type StatutoryInterest } from "@tegemoet/domain";
import type { Reader } from "../../platform/database/transaction";
import { listClaimHistories, type ClaimHistory } from "./claim.queries";

/** One invoice's claim on a day. */
export interface InvoiceClaim {
  history: ClaimHistory;
  /** What was invoiced, less credit notes. */
  principalCents: Cents;
  /** Interest that accrued up to and including the day, paid or not. */
  interestCents: Cents;
  costsCents: Cents;
  paidCents: Cents;
  outstandingCents: Cents;
  interest: StatutoryInterest | undefined;
}

/** A debtor's claim on a day: the sum of its invoices, each kept beside it. */
export interface Claim {
  asOf: PlainDate;
  principalCents: Cents;
  interestCents: Cents;
  costsCents: Cents;
  paidCents: Cents;
  outstandingCents: Cents;
  invoices: InvoiceClaim[];
}

/**
 * What is owed on a day, part by part. Interest runs from the day after the due day (BW 6:119, 6:119a); costs are only what was
 * booked, which the database allows for a consumer only after the fourteen-day letter.
 *
 * @param interest "accrued" counts interest up to the day, asked for or not; "claimed" only what was asked for, which is what a
 *   debtor reads: the amount on the page is the amount in the mail.
 */
export async function claimOf(
  reader: Reader,
  { invoiceIds, asOf, interest = "accrued" }: { invoiceIds: readonly string[]; asOf: PlainDate; interest?: "accrued" | "claimed" },
): Promise<Claim> {
  const histories = await listClaimHistories(reader, invoiceIds, asOf);
  const invoices = histories.map((history) => invoiceClaim(history, asOf, interest));
  const total = (part: "principalCents" | "interestCents" | "costsCents" | "paidCents" | "outstandingCents"): Cents =>
    invoices.reduce((sum, claim) => sum + claim[part], 0);
  return {
    asOf,
    principalCents: total("principalCents"),
    interestCents: total("interestCents"),
    costsCents: total("costsCents"),
    paidCents: total("paidCents"),
    outstandingCents: total("outstandingCents"),
    invoices,
  };
}

/** The interest of one invoice as the law counts it, with its periods. Undefined on and before the due day. */
export function interestOf(history: ClaimHistory, asOf: PlainDate): StatutoryInterest | undefined {
  if (asOf <= history.dueOn || history.totalCents <= 0) return undefined;
  return statutoryInterest({
    kind: debtorRegime(history.debtorKind).interestKind,
    principal: history.totalCents,
    dueOn: history.dueOn,
    until: asOf,
    dayCount: history.dayCount,
    payments: history.reductions.flatMap(({ on, part, cents }) => (part === "costs" || cents <= 0 ? [] : [{ on, amount: cents, part }])),
  });
}

function invoiceClaim(history: ClaimHistory, asOf: PlainDate, mode: "accrued" | "claimed"): InvoiceClaim {
  const came = (kinds: (kind: string) => boolean): Cents => history.reductions.reduce((sum, { cents, kind }) => sum + (kinds(kind) ? cents : 0), 0);
  const credited = came((kind) => kind === "credit-note");
  const interest = mode === "accrued" ? interestOf(history, asOf) : undefined;
  const interestCents = mode === "claimed" ? history.interestBookedCents : Math.max(interest?.total ?? 0, history.interestBookedCents);
  const principalCents = history.totalCents - credited;
  const paidCents = came((kind) => kind !== "credit-note");
  return {
    history,
    principalCents,
    interestCents,
    costsCents: history.costsBookedCents,
    paidCents,
    outstandingCents: principalCents + interestCents + history.costsBookedCents - paidCents,
    interest,
  };
}

/** What is still open of each part of a claim; together they are the outstanding amount. */
export function openParts(claim: Claim): { principalCents: Cents; interestCents: Cents; costsCents: Cents } {
  const principalCents = claim.invoices.reduce((sum, { history }) => sum + history.openPrincipalCents, 0);
  const costsCents = claim.invoices.reduce((sum, { history }) => sum + history.openCostsCents, 0);
  return { principalCents, costsCents, interestCents: claim.outstandingCents - principalCents - costsCents };
}
