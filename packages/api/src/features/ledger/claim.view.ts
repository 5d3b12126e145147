import { debtorRegime, type DebtorKind } from "@tegemoet/domain";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { CentsScalar, DayScalar } from "../../platform/graphql/scalars";
import type { BookedCosts, ExplainedClaim } from "./explained-claim";
import type { InvoiceClaim } from "./claim-of";
import type { ReductionRow } from "./explained-claim.queries";

@ObjectType("InterestLine", { description: "Days at one rate over one sum. cents is what the line adds to the rounded total, so lines sum to it; interest is exact." })
export class AdminInterestLine {
  @Field(() => String) invoiceNumber!: string;
  @Field(() => DayScalar) from!: string;
  @Field(() => DayScalar) until!: string;
  @Field(() => Int) days!: number;
  @Field(() => Int) rateBasisPoints!: number;
  @Field(() => CentsScalar) baseCents!: number;
  @Field(() => CentsScalar) cents!: number;
  @Field(() => String) interest!: string;
  @Field(() => String) source!: string;
}

@ObjectType("CostLine")
export class AdminCostLine {
  @Field(() => CentsScalar, { nullable: true }) upToCents!: number | null;
  @Field(() => CentsScalar) partCents!: number;
  @Field(() => Int) rateBasisPoints!: number;
  @Field(() => String) costs!: string;
}

@ObjectType("BookedCosts", { description: "Costs booked once: over what was open then, by bracket. Without brackets when that can't be told any more." })
export class AdminBookedCosts {
  @Field(() => DayScalar) bookedOn!: string;
  @Field(() => [String]) invoiceNumbers!: string[];
  @Field(() => CentsScalar, { description: "On the invoices asked about." }) cents!: number;
  @Field(() => CentsScalar) wholeCents!: number;
  @Field(() => CentsScalar) baseCents!: number;
  @Field(() => CentsScalar) vatCents!: number;
  @Field(() => Boolean) minimumApplied!: boolean;
  @Field(() => Boolean) maximumApplied!: boolean;
  @Field(() => DayScalar, { nullable: true }) letterDeliveredOn!: string | null;
  @Field(() => DayScalar, { nullable: true }) letterLastDay!: string | null;
  @Field(() => [AdminCostLine]) lines!: AdminCostLine[];

  static of({ scale, ...row }: BookedCosts): AdminBookedCosts {
    return Object.assign(new AdminBookedCosts(), row, {
      vatCents: scale?.vat ?? 0, minimumApplied: scale?.minimumApplied ?? false, maximumApplied: scale?.maximumApplied ?? false, lines: linesOf(scale),
    });
  }
}

@ObjectType("PaidPart")
export class AdminPaidPart {
  @Field(() => String) invoiceNumber!: string;
  @Field(() => String, { description: "costs · interest · principal, in the order in which they were paid" }) part!: string;
  @Field(() => CentsScalar) cents!: number;
}

@ObjectType("Reduction", { description: "kind: payment · set-off · credit-note · waiver · write-off · charge-back (negative) · moved (from interest to principal). reason: the article, or what a person gave." })
export class AdminReduction {
  @Field(() => ID) entryId!: string;
  @Field(() => DayScalar) on!: string;
  @Field(() => String) kind!: string;
  @Field(() => CentsScalar) cents!: number;
  @Field(() => ID, { nullable: true }) paymentId!: string | null;
  @Field(() => String, { nullable: true }) source!: string | null;
  @Field(() => String, { nullable: true }) reference!: string | null;
  @Field(() => String, { nullable: true }) reason!: string | null;
  @Field(() => [AdminPaidPart]) parts!: AdminPaidPart[];

  static of(row: ReductionRow): AdminReduction {
    return Object.assign(new AdminReduction(), row);
  }
}

@ObjectType("ClaimOfInvoice", { description: "One invoice's share of a claim. open…: what is left of each part; interest counts up to the day." })
export class AdminClaimOfInvoice {
  @Field(() => ID) invoiceId!: string;
  @Field(() => String) number!: string;
  @Field(() => DayScalar) dueOn!: string;
  @Field(() => CentsScalar) principalCents!: number;
  @Field(() => CentsScalar) interestCents!: number;
  @Field(() => CentsScalar) costsCents!: number;
  @Field(() => CentsScalar) paidCents!: number;
  @Field(() => CentsScalar) outstandingCents!: number;
  @Field(() => CentsScalar) openPrincipalCents!: number;
  @Field(() => CentsScalar) openInterestCents!: number;
  @Field(() => CentsScalar) openCostsCents!: number;
  @Field(() => Boolean, { description: "Whether interest was asked for. Waiving a part of what never was is refused: all of it, or nothing." }) interestClaimed!: boolean;

  static of(claim: InvoiceClaim): AdminClaimOfInvoice {
    const { history, principalCents, interestCents, costsCents, paidCents, outstandingCents } = claim;
    const { invoiceId, number, dueOn, openPrincipalCents, openCostsCents, interestClaimedOn } = history;
    return Object.assign(new AdminClaimOfInvoice(), {
      invoiceId, number, dueOn, principalCents, interestCents, costsCents, paidCents, outstandingCents, openPrincipalCents, openCostsCents,
      openInterestCents: outstandingCents - openPrincipalCents - openCostsCents, interestClaimed: interestClaimedOn !== null,
    });
  }
}

@ObjectType("Claim", { description: "What is owed as of a day, part by part, each explained. paid is all that came off; forgiven the part of it that was waived or written off." })
export class AdminClaim {
  @Field(() => DayScalar) asOf!: string;
  @Field(() => CentsScalar) principalCents!: number;
  @Field(() => CentsScalar) interestCents!: number;
  @Field(() => CentsScalar) costsCents!: number;
  @Field(() => CentsScalar) paidCents!: number;
  @Field(() => CentsScalar) forgivenCents!: number;
  @Field(() => CentsScalar) outstandingCents!: number;
  @Field(() => CentsScalar) tomorrowCents!: number;
  @Field(() => Boolean, { description: "False for a consumer before the fourteen-day letter's term has passed: then nothing of costs exists." }) costsLawful!: boolean;
  @Field(() => [AdminInterestLine]) interestLines!: AdminInterestLine[];
  @Field(() => [AdminBookedCosts]) bookedCosts!: AdminBookedCosts[];
  @Field(() => [AdminReduction]) reductions!: AdminReduction[];
  @Field(() => [AdminClaimOfInvoice]) invoices!: AdminClaimOfInvoice[];
  @Field(() => DayScalar, { nullable: true, description: "From this day on the rate was not looked up yet: the last known one is used." }) rateAssumedFrom!: string | null;
  @Field(() => String) costsArticle!: string;
  @Field(() => String) interestArticle!: string;

  /** A claim with its explanation: interest by period with its rate, costs by bracket of the scale, payments with what each paid first. */
  static of(claim: ExplainedClaim, tomorrowCents: number, kind: DebtorKind, costsLawful: boolean): AdminClaim {
    const { asOf, principalCents, interestCents, costsCents, paidCents, forgivenCents, outstandingCents } = claim;
    return Object.assign(new AdminClaim(), {
      asOf, principalCents, interestCents, costsCents, paidCents, forgivenCents, outstandingCents, tomorrowCents, costsLawful,
      interestLines: claim.invoices.flatMap(interestLinesOf),
      bookedCosts: claim.bookedCosts.map((row) => AdminBookedCosts.of(row)),
      reductions: claim.reductions.map((row) => AdminReduction.of(row)),
      invoices: claim.invoices.map((invoice) => AdminClaimOfInvoice.of(invoice)),
      rateAssumedFrom: claim.invoices.map(({ interest }) => interest?.rateAssumedFrom).filter((day) => day !== undefined).sort()[0] ?? null,
      ...articlesOf(kind),
    });
  }
}

/** The articles on which a claim of this debtor rests. */
export function articlesOf(kind: DebtorKind): { costsArticle: string; interestArticle: string } {
  const regime = debtorRegime(kind);
  return {
    costsArticle: regime.letterRequired ? "BW 6:96 lid 5, 6 en 7; Besluit BIK art. 2" : "BW 6:96 lid 2 en 4; Besluit BIK art. 2",
    interestArticle: regime.interestKind === "consumer" ? "BW 6:119" : "BW 6:119a",
  };
}

/** The periods of an invoice's interest, each with the cents it adds. */
export function interestLinesOf({ history, interest }: InvoiceClaim): AdminInterestLine[] {
  return (interest?.periods ?? []).map((period) => Object.assign(new AdminInterestLine(), {
    invoiceNumber: history.number, from: period.from, until: period.until, days: period.days, rateBasisPoints: period.rateBasisPoints,
    baseCents: period.base, cents: period.interest, interest: period.exact, source: period.source,
  }));
}

function linesOf(scale: BookedCosts["scale"]): AdminCostLine[] {
  return (scale?.brackets ?? []).map((bracket) => ({ upToCents: bracket.upTo ?? null, partCents: bracket.part, rateBasisPoints: bracket.rateBasisPoints, costs: bracket.exact }));
}
