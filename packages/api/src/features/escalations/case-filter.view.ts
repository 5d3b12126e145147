import { Field, ID, InputType, Int } from "type-graphql";
import { CentsScalar } from "../../platform/graphql/scalars";

@InputType("CaseFilter")
export class CaseFilter {
  @Field(() => String, { nullable: true }) search?: string;
  @Field(() => CentsScalar, { nullable: true }) minCents?: number;
  @Field(() => Int, { nullable: true }) minDaysOverdue?: number;
  @Field(() => String, { nullable: true }) waitReason?: string;
  @Field(() => ID, { nullable: true }) owner?: string;
  @Field(() => String, { nullable: true, defaultValue: "open" }) state?: string;
}
