import type { PlainDate } from "@tegemoet/domain";
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import type { Reader } from "../../platform/database/transaction";
import { CentsScalar, DayScalar } from "../../platform/graphql/scalars";
import { listPlanRows, type PlanRow } from "./plan.queries";

/** An offer that nobody answered in time reads as declined: it has to be made anew. */
export const PlanStateEnum = {
  proposed: "proposed", offered: "offered", running: "running", behind: "behind", broken: "broken", finished: "finished", cancelled: "cancelled", declined: "declined",
} as const;
export type ShownPlanState = keyof typeof PlanStateEnum;
registerEnumType(PlanStateEnum, { name: "PlanState" });

/** The state as screens show it. */
export function shownPlanState({ standing }: PlanRow): ShownPlanState {
  return standing.state === "lapsed" ? "declined" : standing.state;
}

@ObjectType("Instalment", { description: "state: paid · partly · due · missed · coming" })
export class AdminInstalment {
  @Field(() => Int) number!: number;
  @Field(() => DayScalar) dueOn!: string;
  @Field(() => CentsScalar) cents!: number;
  @Field(() => CentsScalar) paidCents!: number;
  @Field(() => String) state!: string;
}

@ObjectType("Plan")
export class AdminPlan {
  @Field(() => ID) id!: string;
  @Field(() => ID) debtorId!: string;
  @Field(() => String) debtorName!: string;
  @Field(() => ID, { nullable: true }) caseId!: string | null;
  @Field(() => PlanStateEnum) state!: ShownPlanState;
  @Field(() => String) proposedBy!: string;
  @Field(() => DayScalar) proposedOn!: string;
  @Field(() => DayScalar, { nullable: true }) acceptedOn!: string | null;
  @Field(() => DayScalar, { nullable: true }) answerBy!: string | null;
  @Field(() => CentsScalar) totalCents!: number;
  @Field(() => CentsScalar) paidCents!: number;
  @Field(() => DayScalar, { nullable: true }) nextOn!: string | null;
  @Field(() => CentsScalar, { nullable: true }) nextCents!: number | null;
  @Field(() => [AdminInstalment]) instalments!: AdminInstalment[];
  @Field(() => [String]) invoiceNumbers!: string[];
  @Field(() => [String], { description: "Which rules of the policy it lies outside of: codes." }) outside!: string[];
  @Field(() => String, { nullable: true }) note!: string | null;

  static of(row: PlanRow): AdminPlan {
    const { standing } = row;
    const state = shownPlanState(row);
    const waits = state === "proposed" || state === "offered";
    const { id, debtorId, debtorName, caseId, proposedBy, proposedOn, acceptedOn, invoiceNumbers, outside, note } = row;
    return Object.assign(new AdminPlan(), {
      id, debtorId, debtorName, caseId, state, proposedBy, proposedOn, acceptedOn, invoiceNumbers, outside, note,
      answerBy: waits ? row.answerBy : null, totalCents: standing.totalCents, paidCents: standing.paidCents,
      ...nextTerm(row), instalments: standing.instalments.map((term) => ({ ...term })),
    });
  }
}

/** The term that comes next, while the plan can still be paid. */
export function nextTerm(row: PlanRow): { nextOn: string | null; nextCents: number | null } {
  const next = ["running", "behind", "proposed", "offered"].includes(row.standing.state) ? row.standing.next : null;
  return { nextOn: next?.dueOn ?? null, nextCents: next?.openCents ?? null };
}

/** Plans of one debtor or of all, each as it stands today. */
export async function listPlans(reader: Reader, { debtorId, state }: { debtorId?: string; state?: ShownPlanState }, today: PlainDate): Promise<AdminPlan[]> {
  const plans = (await listPlanRows(reader, { debtorId }, today)).map((row) => AdminPlan.of(row));
  return state ? plans.filter((plan) => plan.state === state) : plans;
}
