import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { CentsScalar, DayScalar } from "../../platform/graphql/scalars";
import { optionalText, requiredText } from "../../platform/graphql/text";
import type { DebtorContext } from "../../platform/graphql/viewer";
import { askHelp } from "./ask-help";
import { callMe } from "./call-me";
import { claimPaid } from "./claim-paid";
import { PortalConfirmation } from "./confirmation.portal-view";
import { updateMyDetails } from "./update-my-details";

/** What a debtor tells us: paid, can't pay, call me, my details. */
@Resolver()
export class PortalContactResolver {
  @Mutation(() => PortalConfirmation)
  async claimPaid(
    @Ctx() context: DebtorContext,
    @Arg("paidOn", () => DayScalar) paidOn: string,
    @Arg("amountCents", () => CentsScalar) amountCents: number,
    @Arg("reference", () => String, { nullable: true }) reference?: string | null,
    @Arg("note", () => String, { nullable: true }) note?: string | null,
  ): Promise<PortalConfirmation> {
    const { today, viewer: { debtorId, linkId } } = context;
    await context.limits.take("portal-act", linkId);
    const { holdId, until } = await context.write((tx) =>
      claimPaid(tx, { debtorId, paidOn, amountCents, reference: optionalText("reference", reference, 140), note: optionalText("note", note, 1_000), today }));
    return PortalConfirmation.of({ id: holdId, today, kind: "paidClaim", nextOn: until, amountCents });
  }

  @Mutation(() => PortalConfirmation, { description: "want: pause · plan · call" })
  async askHelp(@Ctx() context: DebtorContext, @Arg("want", () => String) want: string): Promise<PortalConfirmation> {
    const { today, viewer: { debtorId, linkId } } = context;
    await context.limits.take("portal-act", linkId);
    const { nextOn } = await context.write((tx) => askHelp(tx, { debtorId, want, today }));
    return PortalConfirmation.of({ id: debtorId, today, kind: "help", nextOn });
  }

  @Mutation(() => PortalConfirmation)
  async callMe(
    @Ctx() context: DebtorContext,
    @Arg("phone", () => String) phone: string,
    @Arg("when", () => String, { nullable: true }) when?: string | null,
    @Arg("question", () => String, { nullable: true }) question?: string | null,
  ): Promise<PortalConfirmation> {
    const { today, viewer: { debtorId, linkId } } = context;
    await context.limits.take("portal-act", linkId);
    const { questionId, callOn } = await context.write((tx) => callMe(tx, {
      debtorId, phone: requiredText("phone", phone, 40), when: optionalText("when", when, 200), question: optionalText("question", question, 2_000), today,
    }));
    return PortalConfirmation.of({ id: questionId, today, kind: "callMe", nextOn: callOn });
  }

  @Mutation(() => PortalConfirmation)
  async updateMyDetails(
    @Ctx() context: DebtorContext,
    @Arg("email", () => String, { nullable: true }) email?: string | null,
    @Arg("phone", () => String, { nullable: true }) phone?: string | null,
    @Arg("preferredTimes", () => String, { nullable: true }) preferredTimes?: string | null,
  ): Promise<PortalConfirmation> {
    const { today, viewer: { debtorId, linkId } } = context;
    await context.limits.take("portal-act", linkId);
    const { changeId } = await context.write((tx) => updateMyDetails(tx, {
      debtorId, email: optionalText("email", email, 254), phone: optionalText("phone", phone, 40), preferredTimes: optionalText("preferredTimes", preferredTimes, 200),
    }));
    return PortalConfirmation.of({ id: changeId, today, kind: "details" });
  }
}
