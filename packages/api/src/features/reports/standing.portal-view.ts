import type { DebtorKind } from "@tegemoet/domain";
import { Field, Int, ObjectType } from "type-graphql";
import { CentsScalar, DayScalar } from "../../platform/graphql/scalars";
import type { InvoiceClaim } from "../ledger/claim-of";
import { articlesOf } from "../ledger/claim.view";
import type { BookedCosts, ExplainedClaim } from "../ledger/explained-claim";
import type { ReductionRow } from "../ledger/explained-claim.queries";
import { interestOf } from "../ledger/invoice-claim";

@ObjectType("StandingInvoice")
export class PortalStandingInvoice {
  @Field(() => String) number!: string;
  @Field(() => DayScalar) dueOn!: string;
  @Field(() => CentsScalar) cents!: number;
}

@ObjectType("StandingInterest", { description: "Days at one rate over one sum; the cents of the lines sum to the interest." })
export class PortalStandingInterest {
  @Field(() => String) invoiceNumber!: string;
  @Field(() => DayScalar) from!: string;
  @Field(() => DayScalar) until!: string;
  @Field(() => Int) days!: number;
  @Field(() => Int) rateBasisPoints!: number;
  @Field(() => CentsScalar) baseCents!: number;
  @Field(() => CentsScalar) cents!: number;
}

@ObjectType("StandingBracket")
export class PortalStandingBracket {
  @Field(() => CentsScalar) partCents!: number;
  @Field(() => Int) rateBasisPoints!: number;
  @Field(() => String, { description: "Euros, before rounding." }) costs!: string;
}

@ObjectType("StandingCosts")
export class PortalStandingCosts {
  @Field(() => DayScalar) on!: string;
  @Field(() => CentsScalar) cents!: number;
  @Field(() => CentsScalar) baseCents!: number;
  @Field(() => CentsScalar) vatCents!: number;
  @Field(() => Boolean) minimumApplied!: boolean;
  @Field(() => [PortalStandingBracket]) lines!: PortalStandingBracket[];

  static of({ bookedOn, cents, baseCents, scale }: BookedCosts): PortalStandingCosts {
    const lines = (scale?.brackets ?? []).map(({ part, rateBasisPoints, exact }) => ({ partCents: part, rateBasisPoints, costs: exact }));
    return { on: bookedOn, cents, baseCents, vatCents: scale?.vat ?? 0, minimumApplied: scale?.minimumApplied ?? false, lines };
  }
}

@ObjectType("StandingPart")
export class PortalStandingPart {
  @Field(() => String) invoiceNumber!: string;
  @Field(() => String, { description: "costs · interest · principal, in the order in which they were paid" }) part!: string;
  @Field(() => CentsScalar) cents!: number;
}

@ObjectType("StandingPaid", { description: "kind: payment · set-off · credit-note · waiver · write-off · charge-back (negative) · moved (from interest to principal)" })
export class PortalStandingPaid {
  @Field(() => DayScalar) on!: string;
  @Field(() => String) kind!: string;
  @Field(() => CentsScalar) cents!: number;
  @Field(() => [PortalStandingPart]) parts!: PortalStandingPart[];

  /** Without the reason that staff wrote down among themselves. */
  static of({ on, kind, cents, parts }: ReductionRow): PortalStandingPaid {
    return { on, kind, cents, parts };
  }
}

@ObjectType("StandingLetter", { description: "A letter whose term still runs on the day: paid by lastDay there are no costs." })
export class PortalStandingLetter {
  @Field(() => DayScalar) lastDay!: string;
  @Field(() => CentsScalar) costsCents!: number;
}

@ObjectType("Standing", { description: "What a debtor owes when paying on a day, part by part. Interest only where it was asked for; costs only what is booked." })
export class PortalStanding {
  @Field(() => DayScalar) asOf!: string;
  @Field(() => CentsScalar) principalCents!: number;
  @Field(() => CentsScalar) interestCents!: number;
  @Field(() => CentsScalar) costsCents!: number;
  @Field(() => CentsScalar) paidCents!: number;
  @Field(() => CentsScalar) outstandingCents!: number;
  @Field(() => String) interestArticle!: string;
  @Field(() => String) costsArticle!: string;
  @Field(() => [PortalStandingInvoice]) invoices!: PortalStandingInvoice[];
  @Field(() => [PortalStandingInterest]) interest!: PortalStandingInterest[];
  @Field(() => [PortalStandingCosts]) costs!: PortalStandingCosts[];
  @Field(() => [PortalStandingPaid]) paid!: PortalStandingPaid[];
  @Field(() => PortalStandingLetter, { nullable: true }) letter!: PortalStandingLetter | null;
  @Field(() => DayScalar, { nullable: true, description: "From this day on the rate of interest isn't known yet." }) rateAssumedFrom!: string | null;

  static of(claim: ExplainedClaim, kind: DebtorKind, letter: PortalStandingLetter | null, until: (claim: InvoiceClaim) => string | null): PortalStanding {
    const { asOf, principalCents, interestCents, costsCents, paidCents, outstandingCents } = claim;
    const explained = claim.invoices.map((invoice) => ({ invoice, interest: until(invoice) === null ? undefined : interestOf(invoice.history, until(invoice) ?? asOf) }));
    return Object.assign(new PortalStanding(), {
      asOf, principalCents, interestCents, costsCents, paidCents, outstandingCents, ...articlesOf(kind), letter,
      invoices: claim.invoices.map(({ history, principalCents: cents }) => ({ number: history.number, dueOn: history.dueOn, cents })),
      interest: explained.flatMap(({ invoice, interest }) => (interest?.periods ?? []).map(({ from, until: last, days, rateBasisPoints, base, interest: cents }) =>
        ({ invoiceNumber: invoice.history.number, from, until: last, days, rateBasisPoints, baseCents: base, cents }))),
      costs: claim.bookedCosts.map((row) => PortalStandingCosts.of(row)),
      paid: claim.reductions.filter(({ kind: how }) => how !== "credit-note").map((row) => PortalStandingPaid.of(row)),
      rateAssumedFrom: explained.flatMap(({ interest }) => interest?.rateAssumedFrom ?? []).sort()[0] ?? null,
    });
  }
}
