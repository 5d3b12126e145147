import { Field, ID, Int, ObjectType } from "type-graphql";
import { DayScalar } from "../../platform/graphql/scalars";
import type { DebtorStatusRow, HoldRow } from "./hold.queries";

@ObjectType("Hold", { description: "scope: invoice · case · debtor · segment · organisation. stops: reminders · everything" })
export class AdminHold {
  @Field(() => ID) id!: string;
  @Field(() => String) scope!: string;
  @Field(() => String) kind!: string;
  @Field(() => String) stops!: string;
  @Field(() => String) reason!: string;
  @Field(() => DayScalar) from!: string;
  @Field(() => DayScalar, { nullable: true }) until!: string | null;
  @Field(() => DayScalar, { nullable: true }) reviewOn!: string | null;
  @Field(() => String, { nullable: true }) by!: string | null;
  @Field(() => String, { nullable: true }) ownerName!: string | null;
  @Field(() => String, { nullable: true }) segment!: string | null;
  @Field(() => String, { nullable: true }) caseNumber!: string | null;
  @Field(() => String, { nullable: true }) invoiceNumber!: string | null;

  static of(row: HoldRow): AdminHold {
    const { id, scope, kind, stops, reason, from, until, reviewOn, by, ownerName, segment, caseNumber, invoiceNumber } = row;
    return Object.assign(new AdminHold(), { id, scope, kind, stops, reason, from, until, reviewOn, by, ownerName, segment, caseNumber, invoiceNumber });
  }
}

@ObjectType("DebtorStatus", { description: "A stop code. kind: deceased · insolvent · protective-administration · debt-help · moratorium" })
export class AdminDebtorStatus {
  @Field(() => ID) id!: string;
  @Field(() => String) kind!: string;
  @Field(() => DayScalar) from!: string;
  @Field(() => DayScalar, { nullable: true }) until!: string | null;
  @Field(() => DayScalar, { nullable: true }) reviewOn!: string | null;
  @Field(() => String, { nullable: true }) evidence!: string | null;
  @Field(() => String, { nullable: true }) by!: string | null;
  @Field(() => Boolean) ended!: boolean;

  static of({ id, kind, from, until, reviewOn, evidence, by, endedAt }: DebtorStatusRow): AdminDebtorStatus {
    return Object.assign(new AdminDebtorStatus(), { id, kind, from, until, reviewOn, evidence, by, ended: endedAt !== null });
  }
}

@ObjectType("Segment")
export class AdminSegment {
  @Field(() => String) segment!: string;
  @Field(() => Int) debtors!: number;
}
