import { Refusal } from "@tegemoet/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, Query, Resolver } from "type-graphql";
import type { Tx } from "../../platform/database/transaction";
import { CentsScalar, DayScalar } from "../../platform/graphql/scalars";
import { optionalText, requiredText } from "../../platform/graphql/text";
import type { StaffContext } from "../../platform/graphql/viewer";
import { idOf } from "../../platform/ids";
import { acceptPlan } from "./accept-plan";
import { cancelPlan } from "./cancel-plan";
import { declinePlan } from "./decline-plan";
import { offerPlan } from "./offer-plan";
import { findPlan } from "./plan.queries";
import { AdminPlan, listPlans, PlanStateEnum, type ShownPlanState } from "./plan.view";

@InputType("InstalmentInput")
export class InstalmentInput {
  @Field(() => DayScalar) dueOn!: string;
  @Field(() => CentsScalar) cents!: number;
}

@Resolver()
export class PlanAdminResolver {
  @Query(() => [AdminPlan])
  plans(@Ctx() context: StaffContext, @Arg("state", () => PlanStateEnum, { nullable: true }) state?: ShownPlanState | null): Promise<AdminPlan[]> {
    return context.read((reader) => listPlans(reader, { state: state ?? undefined }, context.today));
  }

  @Mutation(() => AdminPlan)
  acceptPlan(@Ctx() context: StaffContext, @Arg("id", () => ID) id: string): Promise<AdminPlan> {
    return decide(context, id, (tx, planId) => acceptPlan(tx, { planId, today: context.today }));
  }

  @Mutation(() => AdminPlan)
  declinePlan(@Ctx() context: StaffContext, @Arg("id", () => ID) id: string, @Arg("reason", () => String) reason: string): Promise<AdminPlan> {
    const why = requiredText("reason", reason, 500);
    return decide(context, id, (tx, planId) => declinePlan(tx, { planId, reason: why, today: context.today }));
  }

  @Mutation(() => AdminPlan)
  cancelPlan(@Ctx() context: StaffContext, @Arg("id", () => ID) id: string, @Arg("reason", () => String) reason: string): Promise<AdminPlan> {
    const why = requiredText("reason", reason, 500);
    return decide(context, id, (tx, planId) => cancelPlan(tx, { planId, reason: why, today: context.today }));
  }

  @Mutation(() => AdminPlan)
  offerPlan(
    @Ctx() context: StaffContext,
    @Arg("debtorId", () => ID) debtorId: string,
    @Arg("invoiceIds", () => [ID]) invoiceIds: string[],
    @Arg("instalments", () => [InstalmentInput]) instalments: InstalmentInput[],
    @Arg("note", () => String, { nullable: true }) note?: string | null,
  ): Promise<AdminPlan> {
    const { today, viewer } = context;
    const mayGoOutside = viewer.role === "admin" || viewer.role === "manager";
    return context.write(async (tx) => {
      const { planId } = await offerPlan(tx, {
        debtorId: idOf(debtorId), invoiceIds: invoiceIds.map(idOf), instalments, note: optionalText("note", note, 1_000), mayGoOutside, today,
      });
      return shown(tx, planId, today);
    });
  }
}

function decide(context: StaffContext, id: string, work: (tx: Tx, planId: string) => Promise<void>): Promise<AdminPlan> {
  const planId = idOf(id);
  return context.write(async (tx) => {
    await work(tx, planId);
    return shown(tx, planId, context.today);
  });
}

async function shown(tx: Tx, planId: string, today: string): Promise<AdminPlan> {
  const plan = await findPlan(tx, planId, today);
  if (!plan) throw new Refusal("NOT_FOUND");
  return AdminPlan.of(plan);
}
