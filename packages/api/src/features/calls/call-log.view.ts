import { Field, ID, Int, ObjectType } from "type-graphql";
import { MomentScalar } from "../../platform/graphql/scalars";
import type { CallLogRow } from "./call-log.queries";
import type { PromisedRow } from "./promised.queries";
import { AdminPromise } from "./promised.view";

/** "will-not" as stored is "willNot" on screen. */
const CAN_PAY: Readonly<Record<string, string>> = { cannot: "cannot", "will-not": "willNot", unknown: "unknown" };

@ObjectType("CallLog")
export class AdminCallLog {
  @Field(() => ID) id!: string;
  @Field(() => MomentScalar) startedAt!: Date;
  @Field(() => Int, { nullable: true }) seconds!: number | null;
  @Field(() => String, { nullable: true }) staffName!: string | null;
  @Field(() => String, { nullable: true }) number!: string | null;
  @Field(() => String, { nullable: true }) person!: string | null;
  @Field(() => String, { nullable: true }) personRole!: string | null;
  @Field(() => String) outcome!: string;
  @Field(() => String, { nullable: true }) excuse!: string | null;
  @Field(() => String) canPay!: string;
  @Field(() => String, { nullable: true }) notes!: string | null;
  @Field(() => String, { nullable: true }) nextAction!: string | null;
  @Field(() => AdminPromise, { nullable: true }) promise!: AdminPromise | null;
  @Field(() => ID, { nullable: true }) correctsId!: string | null;

  static of(row: CallLogRow, promise?: PromisedRow): AdminCallLog {
    return Object.assign(new AdminCallLog(), row, { canPay: CAN_PAY[row.canPay] ?? "unknown", promise: promise ? AdminPromise.of(promise) : null });
  }
}
