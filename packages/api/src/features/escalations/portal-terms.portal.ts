import { Refusal, sum } from "@tegemoet/domain";
import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from "type-graphql";
import type { Tx } from "../../platform/database/transaction";
import { CentsScalar, DayScalar } from "../../platform/graphql/scalars";
import { optionalText, requiredText } from "../../platform/graphql/text";
import type { DebtorContext } from "../../platform/graphql/viewer";
import { idOf } from "../../platform/ids";
import { lockDebtor, lockInvoices } from "../calls/open-invoices.queries";
import { raiseDispute } from "../disputes/raise-dispute";
import { acceptPlan } from "../payment-plans/accept-plan";
import { PortalPlan } from "../payment-plans/plan.portal-view";
import { findPlan } from "../payment-plans/plan.queries";
import { proposePlan } from "../payment-plans/propose-plan";
import { makePromise } from "../promises/make-promise";
import { PortalConfirmation } from "./confirmation.portal-view";

@InputType("PortalInstalmentInput")
export class PortalInstalmentInput {
  @Field(() => DayScalar) dueOn!: string;
  @Field(() => CentsScalar) cents!: number;
}

/** What a debtor arranges: terms, a day, and what isn't right. */
@Resolver()
export class PortalTermsResolver {
  @Mutation(() => PortalConfirmation)
  async proposePlan(
    @Ctx() context: DebtorContext, @Arg("instalments", () => [PortalInstalmentInput]) instalments: PortalInstalmentInput[], @Arg("note", () => String, { nullable: true }) note?: string | null,
  ): Promise<PortalConfirmation> {
    const { today, viewer: { debtorId, linkId } } = context;
    await context.limits.take("portal-act", linkId);
    return context.write(async (tx) => {
      const { planId, accepted, answerBy } = await proposePlan(tx, { debtorId, instalments, note: optionalText("note", note, 1_000), today });
      const plan = await shownPlan(tx, planId, today);
      return PortalConfirmation.of({ id: planId, today, kind: accepted ? "plan" : "planProposed", nextOn: accepted ? plan.nextOn : answerBy, plan, amountCents: plan.totalCents });
    });
  }

  @Mutation(() => PortalConfirmation, { description: "Says yes to terms that we offered." })
  async acceptPlan(@Ctx() context: DebtorContext, @Arg("id", () => ID) id: string): Promise<PortalConfirmation> {
    const { today, viewer: { debtorId, linkId } } = context;
    const planId = idOf(id);
    await context.limits.take("portal-act", linkId);
    return context.write(async (tx) => {
      await acceptPlan(tx, { planId, debtorId, today });
      const plan = await shownPlan(tx, planId, today);
      return PortalConfirmation.of({ id: planId, today, kind: "plan", nextOn: plan.nextOn, plan, amountCents: plan.totalCents });
    });
  }

  @Mutation(() => PortalConfirmation)
  async promiseDay(@Ctx() context: DebtorContext, @Arg("byDay", () => DayScalar) byDay: string): Promise<PortalConfirmation> {
    const { today, viewer: { debtorId, linkId } } = context;
    await context.limits.take("portal-act", linkId);
    return context.write(async (tx) => {
      await lockDebtor(tx, debtorId);
      const invoices = await lockInvoices(tx, debtorId);
      const amountCents = sum(invoices.map(({ openCents }) => openCents));
      if (amountCents === 0) throw new Refusal("NOTHING_OPEN");
      const { promiseId } = await makePromise(tx, { debtorId, source: "portal", amountCents, byDay, invoices, today });
      return PortalConfirmation.of({ id: promiseId, today, kind: "promise", nextOn: byDay, amountCents });
    });
  }

  @Mutation(() => PortalConfirmation)
  async dispute(
    @Ctx() context: DebtorContext,
    @Arg("invoiceId", () => ID) invoiceId: string,
    @Arg("reason", () => String) reason: string,
    @Arg("amountCents", () => CentsScalar, { nullable: true }) amountCents?: number | null,
    @Arg("text", () => String, { nullable: true }) text?: string | null,
  ): Promise<PortalConfirmation> {
    const { today, viewer: { debtorId, linkId } } = context;
    const id = idOf(invoiceId);
    await context.limits.take("portal-act", linkId);
    return context.write(async (tx) => {
      const raised = await raiseDispute(tx, {
        debtorId, invoiceId: id, amountCents: amountCents ?? undefined, reason: requiredText("reason", reason, 100), text: optionalText("text", text), via: "portal", today,
      });
      return PortalConfirmation.of({ id: raised.disputeId, today, kind: "dispute", nextOn: raised.deadlineOn, amountCents: raised.amountCents });
    });
  }
}

async function shownPlan(tx: Tx, planId: string, today: string): Promise<PortalPlan> {
  const plan = await findPlan(tx, planId, today);
  if (!plan) throw new Refusal("NOT_FOUND");
  return PortalPlan.of(plan);
}
