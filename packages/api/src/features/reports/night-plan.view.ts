import { Field, ID, ObjectType } from "type-graphql";
import { CentsScalar, DayScalar } from "../../platform/graphql/scalars";

@ObjectType("NightItem", { description: "byHand: a person sends or does it." })
export class AdminNightItem {
  @Field(() => ID) debtorId!: string;
  @Field(() => String) debtorName!: string;
  @Field(() => String) step!: string;
  @Field(() => String) channel!: string;
  @Field(() => [String]) invoices!: string[];
  @Field(() => CentsScalar) cents!: number;
  @Field(() => String, { nullable: true }) messageKind!: string | null;
  @Field(() => Boolean) byHand!: boolean;
}

@ObjectType("NightWait", { description: "reason is one of the domain's wait reasons." })
export class AdminNightWait {
  @Field(() => ID) debtorId!: string;
  @Field(() => String) debtorName!: string;
  @Field(() => ID) invoiceId!: string;
  @Field(() => String) invoiceNumber!: string;
  @Field(() => String) reason!: string;
  @Field(() => DayScalar, { nullable: true }) until!: string | null;
  @Field(() => String, { nullable: true }) detail!: string | null;
  @Field(() => CentsScalar) cents!: number;
}

@ObjectType("NightPlan", { description: "By what is known now." })
export class AdminNightPlan {
  @Field(() => DayScalar) day!: string;
  @Field(() => [AdminNightItem]) items!: AdminNightItem[];
  @Field(() => [AdminNightWait]) waiting!: AdminNightWait[];
}

@ObjectType("NightMessage", { description: "A message as it would leave, links and codes left out. fault: why it can't be written." })
export class AdminNightMessage {
  @Field(() => String) kind!: string;
  @Field(() => String) channel!: string;
  @Field(() => String, { nullable: true }) to!: string | null;
  @Field(() => String) subject!: string;
  @Field(() => String, { nullable: true }) html!: string | null;
  @Field(() => String) text!: string;
  @Field(() => String, { nullable: true }) fault!: string | null;
}
