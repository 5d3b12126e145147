import type { Cents, PlainDate, StatutoryInterest } from "@tegemoet/domain";
import type { Reader } from "../../platform/database/transaction";
import { listClaimHistories } from "./claim.queries";
import { interestOf, invoiceClaim, type InterestMode, type InvoiceSums } from "./invoice-claim";

export { interestOf, type InterestMode } from "./invoice-claim";

/** One invoice's claim on a day, with how its interest came about. Interest that only counts as asked for has no account of its own here. */
export interface InvoiceClaim extends InvoiceSums {
  interest: StatutoryInterest | undefined;
}

/** A debtor's claim on a day: the sum of its invoices, each kept beside it. */
export interface Claim {
  asOf: PlainDate;
  principalCents: Cents;
  interestCents: Cents;
  costsCents: Cents;
  paidCents: Cents;
  forgivenCents: Cents;
  outstandingCents: Cents;
  invoices: InvoiceClaim[];
}

/**
 * What is owed on a day, part by part. Interest runs from the day after the due day (BW 6:119, 6:119a); costs are only what was
 * booked, which the database allows for a consumer only after the fourteen-day letter.
 */
export async function claimOf(
  reader: Reader,
  { invoiceIds, asOf, interest = "accrued" }: { invoiceIds: readonly string[]; asOf: PlainDate; interest?: InterestMode },
): Promise<Claim> {
  const histories = await listClaimHistories(reader, invoiceIds, asOf);
  const invoices = histories.map((history) => ({ ...invoiceClaim(history, asOf, interest), interest: interest === "claimed" ? undefined : interestOf(history, asOf) }));
  const total = (part: Exclude<keyof InvoiceSums, "history">): Cents => invoices.reduce((sum, claim) => sum + claim[part], 0);
  return {
    asOf,
    principalCents: total("principalCents"),
    interestCents: total("interestCents"),
    costsCents: total("costsCents"),
    paidCents: total("paidCents"),
    forgivenCents: total("forgivenCents"),
    outstandingCents: total("outstandingCents"),
    invoices,
  };
}

/** What is still open of each part of a claim; together they are the outstanding amount. */
export function openParts(claim: Claim): { principalCents: Cents; interestCents: Cents; costsCents: Cents } {
  const principalCents = claim.invoices.reduce((sum, { history }) => sum + history.openPrincipalCents, 0);
  const costsCents = claim.invoices.reduce((sum, { history }) => sum + history.openCostsCents, 0);
  return { principalCents, costsCents, interestCents: claim.outstandingCents - principalCents - costsCents };
}
