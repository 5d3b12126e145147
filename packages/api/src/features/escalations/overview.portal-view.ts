import { Field, ID, Int, ObjectType } from "type-graphql";
import { CentsScalar, DayScalar } from "../../platform/graphql/scalars";
import { PortalPlan } from "../payment-plans/plan.portal-view";
import { PortalAgreement } from "./confirmation.portal-view";
import { PortalClaim } from "./portal-claim.portal-view";

@ObjectType("PortalInvoice")
export class PortalInvoice {
  @Field(() => ID) id!: string;
  @Field(() => String) number!: string;
  @Field(() => String, { nullable: true }) description!: string | null;
  @Field(() => DayScalar) issuedOn!: string;
  @Field(() => DayScalar) dueOn!: string;
  @Field(() => CentsScalar) totalCents!: number;
  @Field(() => CentsScalar) openCents!: number;
  @Field(() => Int) daysOverdue!: number;
  @Field(() => CentsScalar) disputedCents!: number;
  @Field(() => String, { nullable: true }) documentUrl!: string | null;
  @Field(() => String, { description: "paid · open · inPlan · disputed" }) state!: string;
}

@ObjectType("PausedUntil", { description: "reason: paidClaim · hardship · dispute · staff" })
export class PortalPausedUntil {
  @Field(() => String) reason!: string;
  @Field(() => DayScalar, { nullable: true }) until!: string | null;
}

@ObjectType("PortalPromise")
export class PortalPromise {
  @Field(() => CentsScalar) amountCents!: number;
  @Field(() => DayScalar) byDay!: string;
  @Field(() => String) state!: string;
}

@ObjectType("HistoryEntry", { description: "kind: invoice · reminder · call · payment · agreement · letter" })
export class PortalHistoryEntry {
  @Field(() => DayScalar) on!: string;
  @Field(() => String) kind!: string;
  @Field(() => String) text!: string;
  @Field(() => CentsScalar, { nullable: true }) cents!: number | null;
}

@ObjectType("PortalPlanPolicy")
export class PortalPlanPolicy {
  @Field(() => CentsScalar) minInstalmentCents!: number;
  @Field(() => Int) maxInstalments!: number;
  @Field(() => Int) maxMonths!: number;
  @Field(() => CentsScalar) minTotalCents!: number;
  @Field(() => Int) firstWithinDays!: number;
  @Field(() => Int) graceDays!: number;
  @Field(() => Int) answerWithinDays!: number;
}

@ObjectType("HelpLink")
export class PortalHelpLink {
  @Field(() => String) name!: string;
  @Field(() => String) url!: string;
  @Field(() => String) text!: string;
}

@ObjectType("Overview")
export class PortalOverview {
  @Field(() => String, { nullable: true }) debtorName!: string | null;
  @Field(() => CentsScalar) outstandingCents!: number;
  @Field(() => DayScalar, { nullable: true }) payBy!: string | null;
  @Field(() => [PortalInvoice]) invoices!: PortalInvoice[];
  @Field(() => PortalClaim) claim!: PortalClaim;
  @Field(() => PortalPausedUntil, { nullable: true }) paused!: PortalPausedUntil | null;
  @Field(() => PortalPlan, { nullable: true }) plan!: PortalPlan | null;
  @Field(() => PortalPromise, { nullable: true }) promise!: PortalPromise | null;
  @Field(() => [PortalAgreement]) agreements!: PortalAgreement[];
  @Field(() => [PortalHistoryEntry]) history!: PortalHistoryEntry[];
  @Field(() => String) paymentReference!: string;
  @Field(() => PortalPlanPolicy) planPolicy!: PortalPlanPolicy;
  @Field(() => DayScalar) promiseLatestDay!: string;
  @Field(() => [PortalHelpLink]) helpLinks!: PortalHelpLink[];
}
