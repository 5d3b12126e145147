import { Field, ID, ObjectType } from "type-graphql";
import { dayOf } from "../../platform/clock";
import { CentsScalar, DayScalar } from "../../platform/graphql/scalars";
import { PortalPlan } from "../payment-plans/plan.portal-view";
import type { AgreementRow } from "../promises/agreement.queries";
import { agreementState } from "../promises/agreement.view";

/** Letters and figures that can't be taken for one another when spelled by telephone. */
const SPELLED = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/** A short reference of a row that people can spell: "R-2026-7K3PXN". Derived from the row, so it is the same each time. */
export function referenceOf(id: string, year: string): string {
  let number = BigInt(`0x${id.replaceAll("-", "").slice(-12)}`);
  let text = "";
  for (let index = 0; index < 6; index += 1) {
    text += SPELLED[Number(number % BigInt(SPELLED.length))] ?? "";
    number /= BigInt(SPELLED.length);
  }
  return `R-${year}-${text}`;
}

@ObjectType("Confirmation")
export class PortalConfirmation {
  @Field(() => String) reference!: string;
  @Field(() => String, { description: "promise · plan · planProposed · paidClaim · dispute · help · callMe · agreementConfirmed · agreementContradicted · details" }) kind!: string;
  @Field(() => DayScalar, { nullable: true, description: "The day something happens next: the answer, the first instalment, the end of the pause." }) nextOn!: string | null;
  @Field(() => PortalPlan, { nullable: true }) plan!: PortalPlan | null;
  @Field(() => CentsScalar, { nullable: true }) amountCents!: number | null;

  /** What was done, by the row that it made and the day it was made. */
  static of(done: { id: string; today: string; kind: string; nextOn?: string | null; plan?: PortalPlan; amountCents?: number | null }): PortalConfirmation {
    return Object.assign(new PortalConfirmation(), {
      reference: referenceOf(done.id, done.today.slice(0, 4)), kind: done.kind, nextOn: done.nextOn ?? null, plan: done.plan ?? null, amountCents: done.amountCents ?? null,
    });
  }
}

@ObjectType("PortalAgreement")
export class PortalAgreement {
  @Field(() => ID) id!: string;
  @Field(() => String) sentence!: string;
  @Field(() => DayScalar) madeOn!: string;
  @Field(() => String) state!: string;
  @Field(() => CentsScalar, { nullable: true }) amountCents!: number | null;
  @Field(() => DayScalar, { nullable: true }) byDay!: string | null;

  static of(row: AgreementRow): PortalAgreement {
    const { id, sentence, amountCents, byDay } = row;
    return Object.assign(new PortalAgreement(), { id, sentence, amountCents, byDay, madeOn: dayOf(row.madeAt), state: agreementState(row) });
  }
}
