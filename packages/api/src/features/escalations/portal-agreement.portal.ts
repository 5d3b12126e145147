import { Refusal } from "@tegemoet/domain";
import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import type { Reader } from "../../platform/database/transaction";
import { requiredText } from "../../platform/graphql/text";
import type { DebtorContext } from "../../platform/graphql/viewer";
import { idOf } from "../../platform/ids";
import { acceptPlan } from "../payment-plans/accept-plan";
import { findPlan } from "../payment-plans/plan.queries";
import { PortalPlan } from "../payment-plans/plan.portal-view";
import { findAgreement, type AgreementRow } from "../promises/agreement.queries";
import { confirmAgreement } from "../promises/confirm-agreement";
import { contradictAgreement } from "../promises/contradict-agreement";
import { PortalAgreement, PortalConfirmation } from "./confirmation.portal-view";

@Resolver()
export class PortalAgreementResolver {
  @Query(() => PortalAgreement)
  agreement(@Ctx() context: DebtorContext, @Arg("id", () => ID) id: string): Promise<PortalAgreement> {
    const agreementId = idOf(id);
    return context.read(async (reader) => PortalAgreement.of(await ownAgreement(reader, agreementId, context)));
  }

  @Mutation(() => PortalConfirmation)
  async confirmAgreement(@Ctx() context: DebtorContext, @Arg("id", () => ID) id: string): Promise<PortalConfirmation> {
    const agreementId = idOf(id);
    const { debtorId, linkId } = context.viewer;
    await context.limits.take("portal-act", linkId);
    return context.write(async (tx) => {
      const asked = await ownAgreement(tx, agreementId, context);
      // Saying yes to terms is accepting them; once, so that pressing twice changes nothing.
      if (asked.planId && !asked.confirmedAt && !asked.contradictedAt) await acceptPlan(tx, { planId: asked.planId, debtorId, today: context.today });
      const agreement = await confirmAgreement(tx, { agreementId, debtorId });
      const plan = agreement.planId ? await findPlan(tx, agreement.planId, context.today) : undefined;
      return PortalConfirmation.of({
        id: agreementId, today: context.today, kind: "agreementConfirmed", nextOn: plan?.standing.next?.dueOn ?? agreement.byDay, amountCents: agreement.amountCents ?? plan?.standing.totalCents,
        ...(plan ? { plan: PortalPlan.of(plan) } : {}),
      });
    });
  }

  @Mutation(() => PortalConfirmation)
  async contradictAgreement(@Ctx() context: DebtorContext, @Arg("id", () => ID) id: string, @Arg("text", () => String) text: string): Promise<PortalConfirmation> {
    const agreementId = idOf(id);
    const words = requiredText("text", text, 2_000);
    await context.limits.take("portal-act", context.viewer.linkId);
    return context.write(async (tx) => {
      await ownAgreement(tx, agreementId, context);
      const { callOn } = await contradictAgreement(tx, { agreementId, debtorId: context.viewer.debtorId, text: words, today: context.today });
      return PortalConfirmation.of({ id: agreementId, today: context.today, kind: "agreementContradicted", nextOn: callOn });
    });
  }
}

/** An agreement of this debtor; before the check only the one that the mail itself stated (T-23). */
async function ownAgreement(reader: Reader, agreementId: string, { viewer }: DebtorContext): Promise<AgreementRow> {
  const agreement = await findAgreement(reader, agreementId, viewer.debtorId);
  if (!agreement) throw new Refusal("NOT_FOUND");
  if (viewer.checked) return agreement;
  const link = await reader.first("select 1 from debtor_link where organisation_id = $1 and id = $2 and agreement_id = $3", [reader.organisationId, viewer.linkId, agreementId]);
  if (!link) throw new Refusal("CHECK_NEEDED");
  return agreement;
}
