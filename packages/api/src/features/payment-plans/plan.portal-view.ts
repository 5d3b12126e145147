import { Field, ID, Int, ObjectType } from "type-graphql";
import { CentsScalar, DayScalar } from "../../platform/graphql/scalars";
import type { PlanRow } from "./plan.queries";
import { nextTerm, shownPlanState } from "./plan.view";

@ObjectType("PortalInstalment")
export class PortalInstalment {
  @Field(() => Int) number!: number;
  @Field(() => DayScalar) dueOn!: string;
  @Field(() => CentsScalar) cents!: number;
  @Field(() => CentsScalar) paidCents!: number;
  @Field(() => String) state!: string;
}

@ObjectType("PortalPlan")
export class PortalPlan {
  @Field(() => ID) id!: string;
  @Field(() => String) state!: string;
  @Field(() => CentsScalar) totalCents!: number;
  @Field(() => CentsScalar) paidCents!: number;
  @Field(() => DayScalar, { nullable: true }) answerBy!: string | null;
  @Field(() => DayScalar, { nullable: true }) nextOn!: string | null;
  @Field(() => CentsScalar, { nullable: true }) nextCents!: number | null;
  @Field(() => [PortalInstalment]) instalments!: PortalInstalment[];

  static of(row: PlanRow): PortalPlan {
    const state = shownPlanState(row);
    const instalments = row.standing.instalments.map(({ number, dueOn, cents, paidCents, state: termState }) => ({ number, dueOn, cents, paidCents, state: termState }));
    return Object.assign(new PortalPlan(), {
      id: row.id, state, totalCents: row.standing.totalCents, paidCents: row.standing.paidCents, answerBy: state === "proposed" || state === "offered" ? row.answerBy : null,
      ...nextTerm(row), instalments,
    });
  }
}
