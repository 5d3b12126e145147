import { addDays, isBusinessDay, nextBusinessDay, Refusal, type PlainDate } from "@tegemoet/domain";
import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import { DayScalar } from "../../platform/graphql/scalars";
import type { StaffContext } from "../../platform/graphql/viewer";
import { idOf } from "../../platform/ids";
import { dryRunOf } from "../escalations/dry-run";
import { AdminNightMessage, AdminNightPlan } from "./night-plan.view";
import { planNight } from "./plan-night";

/** A plan further ahead than this is no plan: payments, calls and answers come in between. */
const MOST_DAYS_AHEAD = 31;

@Resolver()
export class NightPlanAdminResolver {
  @Query(() => AdminNightPlan, { description: "The dry run of a coming night, the next one by default: what would go, and for each invoice that waits, why. Nothing is written." })
  nightPlan(@Ctx() context: StaffContext, @Arg("day", () => DayScalar, { nullable: true }) day?: string | null): Promise<AdminNightPlan> {
    return context.read((reader) => planNight(reader, nightOf(context.today, day), context.realNow));
  }

  @Query(() => [AdminNightMessage], { description: "The messages of a coming night for one debtor, each as it would leave." })
  nightMessages(@Ctx() context: StaffContext, @Arg("debtorId", () => ID) debtorId: string, @Arg("day", () => DayScalar, { nullable: true }) day?: string | null): Promise<AdminNightMessage[]> {
    const asked = { debtorId: idOf(debtorId), day: nightOf(context.today, day), realNow: context.realNow, publicUrl: context.config.PUBLIC_URL };
    return context.read(async (reader) => {
      const known = await reader.first("select 1 from debtor where organisation_id = $1 and id = $2", [reader.organisationId, asked.debtorId]);
      if (!known) throw new Refusal("NOT_FOUND");
      return (await dryRunOf(reader, asked)).map(({ message, subject, html, text, fault }) => ({ kind: message.kind, channel: message.channel, to: message.toAddress, subject, html, text, fault }));
    });
  }
}

/** The night asked for: a business day ahead; the next one when none is named. Refuses with INPUT_INVALID for another day. */
function nightOf(today: PlainDate, day: string | null | undefined): PlainDate {
  if (!day) return nextBusinessDay(addDays(today, 1));
  if (day < today || day > addDays(today, MOST_DAYS_AHEAD)) throw new Refusal("INPUT_INVALID", { fields: [`day: from today up to ${MOST_DAYS_AHEAD} days ahead`] });
  return isBusinessDay(day) ? day : nextBusinessDay(day);
}
