import { Field, Float, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { CentsScalar, DayScalar, MomentScalar } from "../../platform/graphql/scalars";
import type { ShownState } from "./bank-page.queries";

export const MatchStateEnum = { auto: "auto", proposed: "proposed", unknown: "unknown", byHand: "by-hand", ignored: "ignored", undone: "undone" } as const;
registerEnumType(MatchStateEnum, { name: "MatchState" });

@ObjectType("MatchAllocation")
export class AdminMatchAllocation {
  @Field(() => ID) invoiceId!: string;
  @Field(() => String) invoiceNumber!: string;
  @Field(() => CentsScalar) cents!: number;
  @Field(() => CentsScalar) openCents!: number;
}

@ObjectType("MatchCandidate")
export class AdminMatchCandidate {
  @Field(() => ID) debtorId!: string;
  @Field(() => String) debtorName!: string;
  @Field(() => [AdminMatchAllocation]) invoices!: AdminMatchAllocation[];
  @Field(() => Float) score!: number;
  @Field(() => [String]) reasons!: string[];
}

@ObjectType("BankLine")
export class AdminBankLine {
  @Field(() => ID) id!: string;
  @Field(() => DayScalar) bookedOn!: string;
  @Field(() => CentsScalar) amountCents!: number;
  @Field(() => String, { nullable: true }) counterpartyName!: string | null;
  @Field(() => String, { nullable: true }) counterpartyIban!: string | null;
  @Field(() => String, { nullable: true }) remittance!: string | null;
  @Field(() => String, { nullable: true }) reference!: string | null;
  @Field(() => MatchStateEnum) state!: ShownState;
  @Field(() => String, { nullable: true }) reason!: string | null;
  @Field(() => Float, { nullable: true }) confidence!: number | null;
  @Field(() => [AdminMatchCandidate]) candidates!: AdminMatchCandidate[];
  @Field(() => [AdminMatchAllocation]) allocations!: AdminMatchAllocation[];
  @Field(() => String, { nullable: true }) decidedBy!: string | null;
  @Field(() => CentsScalar) unallocatedCents!: number;
}

@ObjectType("BankPile")
export class AdminBankPile {
  @Field(() => MatchStateEnum) state!: ShownState;
  @Field(() => Int) count!: number;
  @Field(() => CentsScalar) cents!: number;
}

@ObjectType("Statement")
export class AdminStatement {
  @Field(() => ID) id!: string;
  @Field(() => String) iban!: string;
  @Field(() => String, { nullable: true }) number!: string | null;
  @Field(() => DayScalar, { nullable: true }) from!: string | null;
  @Field(() => DayScalar, { nullable: true }) until!: string | null;
  @Field(() => CentsScalar) openingCents!: number;
  @Field(() => CentsScalar) closingCents!: number;
  @Field(() => Int) lineCount!: number;
  @Field(() => MomentScalar) importedAt!: Date;
}

@ObjectType("BankPage")
export class AdminBankPage {
  @Field(() => [AdminBankLine]) rows!: AdminBankLine[];
  @Field(() => [AdminBankPile]) piles!: AdminBankPile[];
  @Field(() => [AdminStatement]) statements!: AdminStatement[];
  @Field(() => DayScalar, { nullable: true }) lastBookedOn!: string | null;
  @Field(() => String, { nullable: true }) nextCursor!: string | null;
}
