import { collectionCosts, debtorRegime, formatMoney, type DebtorKind } from "@tegemoet/domain";
import { Field, Int, ObjectType } from "type-graphql";
import { CentsScalar, DayScalar } from "../../platform/graphql/scalars";
import type { Claim } from "./claim-of";

@ObjectType("InterestLine")
export class AdminInterestLine {
  @Field(() => String) invoiceNumber!: string;
  @Field(() => DayScalar) from!: string;
  @Field(() => DayScalar) until!: string;
  @Field(() => Int) days!: number;
  @Field(() => Int) rateBasisPoints!: number;
  @Field(() => CentsScalar) baseCents!: number;
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

@ObjectType("Claim", { description: "What is owed as of a day, part by part, each explained." })
export class AdminClaim {
  @Field(() => DayScalar) asOf!: string;
  @Field(() => CentsScalar) principalCents!: number;
  @Field(() => CentsScalar) interestCents!: number;
  @Field(() => CentsScalar) costsCents!: number;
  @Field(() => CentsScalar) paidCents!: number;
  @Field(() => CentsScalar) outstandingCents!: number;
  @Field(() => CentsScalar) tomorrowCents!: number;
  @Field(() => Boolean, { description: "False for a consumer before the fourteen-day letter's term has passed: then nothing of costs exists." }) costsLawful!: boolean;
  @Field(() => [AdminInterestLine]) interestLines!: AdminInterestLine[];
  @Field(() => [AdminCostLine]) costLines!: AdminCostLine[];
  @Field(() => String) costsArticle!: string;
  @Field(() => String) interestArticle!: string;

  /** A claim with its explanation: interest by period with its rate, costs by bracket of the scale, each with its article. */
  static of(claim: Claim, tomorrowCents: number, kind: DebtorKind, costsLawful: boolean): AdminClaim {
    const regime = debtorRegime(kind);
    const costBase = claim.costsCents > 0 ? principalOfCosts(claim.costsCents, claim) : 0;
    return Object.assign(new AdminClaim(), claim, {
      tomorrowCents,
      costsLawful,
      interestLines: claim.invoices.flatMap(({ history, interest }) =>
        (interest?.periods ?? []).map((period) => ({
          invoiceNumber: history.number, from: period.from, until: period.until, days: period.days, rateBasisPoints: period.rateBasisPoints,
          baseCents: period.base, interest: formatMoney(period.interest), source: period.source,
        }))),
      costLines: costBase > 0
        ? collectionCosts(costBase).brackets.map((bracket) => ({
            upToCents: bracket.upTo ?? null, partCents: bracket.part, rateBasisPoints: bracket.rateBasisPoints, costs: bracket.exact,
          }))
        : [],
      costsArticle: regime.letterRequired ? "BW 6:96 lid 5, 6 en 7; Besluit BIK art. 2" : "BW 6:96 lid 2 en 4; Besluit BIK art. 2",
      interestArticle: regime.interestKind === "consumer" ? "BW 6:119" : "BW 6:119a",
    });
  }
}

/** The principal over which booked costs were computed: what was open when they were booked. */
function principalOfCosts(costs: number, claim: Claim): number {
  const whole = claim.invoices.filter(({ costsCents }) => costsCents > 0).reduce((sum, invoice) => sum + invoice.principalCents, 0);
  return whole > 0 && collectionCosts(whole).costs === costs ? whole : claim.principalCents;
}
