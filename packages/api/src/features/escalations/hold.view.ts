import { Field, ID, ObjectType } from "type-graphql";
import { DayScalar } from "../../platform/graphql/scalars";
import type { HoldRow } from "./hold.queries";

@ObjectType("Hold")
export class AdminHold {
  @Field(() => ID) id!: string;
  @Field(() => String) scope!: string;
  @Field(() => String) kind!: string;
  @Field(() => String) reason!: string;
  @Field(() => DayScalar) from!: string;
  @Field(() => DayScalar, { nullable: true }) until!: string | null;
  @Field(() => DayScalar, { nullable: true }) reviewOn!: string | null;
  @Field(() => String, { nullable: true }) by!: string | null;
  @Field(() => String, { nullable: true }) invoiceNumber!: string | null;

  static of(row: HoldRow): AdminHold {
    const { id, scope, kind, reason, from, until, reviewOn, by, invoiceNumber } = row;
    return Object.assign(new AdminHold(), { id, scope, kind, reason, from, until, reviewOn, by, invoiceNumber });
  }
}
