import { addDays, debtorRegime, type DebtorKind, type Language } from "@tegemoet/domain";
import { Field, Int, ObjectType } from "type-graphql";
import { CentsScalar, DayScalar } from "../../platform/graphql/scalars";
import { interestOf, type Claim, type InvoiceClaim } from "../ledger/claim-of";
import { CLAIM_LABELS } from "./portal-words";

@ObjectType("ClaimLine", { description: "kind: principal · interest · costs · payment" })
export class PortalClaimLine {
  @Field(() => String) kind!: string;
  @Field(() => String) label!: string;
  @Field(() => CentsScalar) cents!: number;
  @Field(() => DayScalar, { nullable: true }) from!: string | null;
  @Field(() => DayScalar, { nullable: true }) until!: string | null;
  @Field(() => Int, { nullable: true }) days!: number | null;
  @Field(() => Int, { nullable: true }) rateBasisPoints!: number | null;
  @Field(() => String, { nullable: true }) article!: string | null;
  @Field(() => String, { nullable: true }) invoiceNumber!: string | null;
}

@ObjectType("PortalClaim")
export class PortalClaim {
  @Field(() => DayScalar) asOf!: string;
  @Field(() => CentsScalar) principalCents!: number;
  @Field(() => CentsScalar) interestCents!: number;
  @Field(() => CentsScalar) costsCents!: number;
  @Field(() => CentsScalar) paidCents!: number;
  @Field(() => CentsScalar) outstandingCents!: number;
  @Field(() => [PortalClaimLine]) lines!: PortalClaimLine[];

  /** What was asked for, part by part, each line with its days and its article. What was not asked for isn't here. */
  static of(claim: Claim, kind: DebtorKind, language: Language): PortalClaim {
    const { asOf, principalCents, interestCents, costsCents, paidCents, outstandingCents } = claim;
    const lines = claim.invoices.flatMap((invoice) => linesOf(invoice, kind, language));
    return Object.assign(new PortalClaim(), { asOf, principalCents, interestCents, costsCents, paidCents, outstandingCents, lines });
  }
}

function linesOf(claim: InvoiceClaim, kind: DebtorKind, language: Language): PortalClaimLine[] {
  const { history } = claim;
  const line = (part: keyof typeof CLAIM_LABELS, cents: number, more: Partial<PortalClaimLine> = {}): PortalClaimLine =>
    Object.assign(new PortalClaimLine(), {
      kind: part, label: CLAIM_LABELS[part][language], cents, from: null, until: null, days: null, rateBasisPoints: null, article: null, invoiceNumber: history.number, ...more,
    });
  const regime = debtorRegime(kind);
  const paid = history.reductions.filter((reduction) => reduction.kind !== "credit-note" && reduction.cents !== 0);
  return [
    line("principal", claim.principalCents),
    ...(claim.interestCents > 0 ? [line("interest", claim.interestCents, interestDays(claim, regime.interestKind === "consumer" ? "BW 6:119" : "BW 6:119a"))] : []),
    ...(claim.costsCents > 0 ? [line("costs", claim.costsCents, { article: regime.letterRequired ? "BW 6:96 lid 5, 6 en 7; Besluit BIK art. 2" : "BW 6:96 lid 2 en 4; Besluit BIK art. 2" })] : []),
    ...paid.map(({ on, cents }) => line("payment", -cents, { from: on, until: on })),
  ];
}

/** The days that the claimed interest is about, and its rate where there was one. */
function interestDays({ history }: InvoiceClaim, article: string): Partial<PortalClaimLine> {
  const until = history.interestClaimedOn;
  if (until === null) return { article };
  const periods = interestOf(history, until)?.periods ?? [];
  const rates = [...new Set(periods.map(({ rateBasisPoints }) => rateBasisPoints))];
  return {
    article, from: addDays(history.dueOn, 1), until, days: periods.reduce((sum, { days }) => sum + days, 0), rateBasisPoints: rates.length === 1 ? (rates[0] ?? null) : null,
  };
}
