import { Field, ID, ObjectType } from "type-graphql";
import { CentsScalar, DayScalar, MomentScalar } from "../../platform/graphql/scalars";
import type { TimelineRow } from "./timeline.queries";

@ObjectType("TimelineEntry")
export class AdminTimelineEntry {
  @Field(() => String) key!: string;
  @Field(() => MomentScalar) at!: Date;
  @Field(() => String) kind!: string;
  @Field(() => String) title!: string;
  @Field(() => String, { nullable: true }) text!: string | null;
  @Field(() => String, { nullable: true }) who!: string | null;
  @Field(() => CentsScalar, { nullable: true }) cents!: number | null;
  @Field(() => DayScalar, { nullable: true }) day!: string | null;
  @Field(() => ID, { nullable: true }) messageId!: string | null;
  @Field(() => ID, { nullable: true }) callId!: string | null;
  @Field(() => ID, { nullable: true }) documentId!: string | null;
  @Field(() => String, { nullable: true }) state!: string | null;
  @Field(() => [String]) invoiceNumbers!: string[];

  static of(row: TimelineRow): AdminTimelineEntry {
    return Object.assign(new AdminTimelineEntry(), row);
  }
}
