import type { DebtorKind } from "@tegemoet/domain";
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { CentsScalar, MomentScalar } from "../../platform/graphql/scalars";
import { DebtorKindEnum } from "../debtors/debtor.view";
import { AdminAgency } from "./agency.view";
import type { HandOverRow, HandOverState } from "./hand-over.queries";

export const HandOverStateEnum = {
  proposed: "proposed", approved: "approved", accepted: "accepted", declined: "declined", recalled: "recalled", closed: "closed", rejected: "rejected",
} as const;
registerEnumType(HandOverStateEnum, { name: "HandOverState" });

@ObjectType("AgencyEvent")
export class AdminAgencyEvent {
  @Field(() => ID) id!: string;
  @Field(() => String) kind!: string;
  @Field(() => String, { nullable: true }) text!: string | null;
  @Field(() => CentsScalar, { nullable: true }) cents!: number | null;
  @Field(() => MomentScalar) at!: Date;
}

@ObjectType("HandOver")
export class AdminHandOver {
  @Field(() => ID) id!: string;
  @Field(() => ID) caseId!: string;
  @Field(() => String) caseNumber!: string;
  @Field(() => String) debtorName!: string;
  @Field(() => String) agencyName!: string;
  @Field(() => HandOverStateEnum) state!: HandOverState;
  @Field(() => String) proposedBy!: string;
  @Field(() => MomentScalar) proposedAt!: Date;
  @Field(() => Boolean) proposedByMe!: boolean;
  @Field(() => String, { nullable: true }) decidedBy!: string | null;
  @Field(() => MomentScalar, { nullable: true }) decidedAt!: Date | null;
  @Field(() => CentsScalar) principalCents!: number;
  @Field(() => CentsScalar) interestCents!: number;
  @Field(() => CentsScalar) costsCents!: number;
  @Field(() => [AdminAgencyEvent]) events!: AdminAgencyEvent[];
  @Field(() => String, { nullable: true }) snapshotHash!: string | null;

  /** @param staffId Who looks: they may not approve what they proposed. */
  static of(row: HandOverRow, staffId: string): AdminHandOver {
    return Object.assign(new AdminHandOver(), row, { caseNumber: String(row.caseNumber), proposedByMe: row.proposedById === staffId });
  }
}

@ObjectType("HandOverCandidate")
export class AdminHandOverCandidate {
  @Field(() => ID) caseId!: string;
  @Field(() => String) caseNumber!: string;
  @Field(() => String) debtorName!: string;
  @Field(() => DebtorKindEnum) kind!: DebtorKind;
  @Field(() => CentsScalar) openCents!: number;
  @Field(() => Int) daysOverdue!: number;
  @Field(() => [String]) faults!: string[];
}

@ObjectType("HandOverPage")
export class AdminHandOverPage {
  @Field(() => [AdminHandOverCandidate]) candidates!: AdminHandOverCandidate[];
  @Field(() => [AdminHandOver]) handOvers!: AdminHandOver[];
  @Field(() => [AdminAgency]) agencies!: AdminAgency[];
}

@ObjectType("Approval")
export class AdminApproval {
  @Field(() => ID) id!: string;
  @Field(() => String) kind!: string;
  @Field(() => ID) subjectId!: string;
  @Field(() => String) askedBy!: string;
  @Field(() => MomentScalar) askedAt!: Date;
  @Field(() => Boolean) askedByMe!: boolean;
  @Field(() => String, { nullable: true }) debtorName!: string | null;
  @Field(() => CentsScalar, { nullable: true }) cents!: number | null;
}
