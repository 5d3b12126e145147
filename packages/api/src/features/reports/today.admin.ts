import { addDays, nextBusinessDay } from "@tegemoet/domain";
import { Ctx, Field, ID, Int, ObjectType, Query, Resolver } from "type-graphql";
import { CentsScalar, DayScalar, MomentScalar } from "../../platform/graphql/scalars";
import type { StaffContext } from "../../platform/graphql/viewer";
import { planNight } from "./plan-night";
import { findLastNight, listFigures, listWork } from "./today.queries";

@ObjectType("Figure", { description: "key: outstanding · overdue · promisedThisWeek · receivedThisWeek" })
export class AdminFigure {
  @Field(() => String) key!: string;
  @Field(() => CentsScalar) cents!: number;
  @Field(() => CentsScalar) changeCents!: number;
}

@ObjectType("WorkFact")
export class AdminWorkFact {
  @Field(() => String) name!: string;
  @Field(() => String, { nullable: true }) text!: string | null;
  @Field(() => CentsScalar, { nullable: true }) cents!: number | null;
  @Field(() => DayScalar, { nullable: true }) day!: string | null;
  @Field(() => Int, { nullable: true }) number!: number | null;
}

@ObjectType("WorkItem", {
  description: `kind: promiseBroken · planBroken · planProposed · agreementContradicted · agreementUnconfirmed · callDue · selfCheckFault · bounce · bankLineUnknown ·
disputeOpen · disputeLate · hardshipReview · holdReview · approval · reply · parkedMessage · paidClaim · callMeBack · task · autopilotTasks · booksBroken`,
})
export class AdminWorkItem {
  @Field(() => String) key!: string;
  @Field(() => String) kind!: string;
  @Field(() => ID, { nullable: true }) debtorId!: string | null;
  @Field(() => String, { nullable: true }) debtorName!: string | null;
  @Field(() => ID, { nullable: true }) caseId!: string | null;
  @Field(() => ID, { nullable: true }) subjectId!: string | null;
  @Field(() => [AdminWorkFact], { description: "Facts that the screen's sentence names: amounts in cents, days as ISO, texts." }) facts!: AdminWorkFact[];
  @Field(() => CentsScalar, { nullable: true }) cents!: number | null;
  @Field(() => DayScalar) since!: string;
  @Field(() => Boolean) mine!: boolean;
}

@ObjectType("NightSummary")
export class AdminNightSummary {
  @Field(() => DayScalar) day!: string;
  @Field(() => MomentScalar, { nullable: true }) ranAt!: Date | null;
  @Field(() => Int) mails!: number;
  @Field(() => Int) letters!: number;
  @Field(() => Int) calls!: number;
  @Field(() => Int) waiting!: number;
  @Field(() => Int) stopped!: number;
}

@ObjectType("Today")
export class AdminToday {
  @Field(() => [AdminFigure]) figures!: AdminFigure[];
  @Field(() => [AdminWorkItem]) work!: AdminWorkItem[];
  @Field(() => AdminNightSummary, { nullable: true }) lastNight!: AdminNightSummary | null;
  @Field(() => AdminNightSummary) tonight!: AdminNightSummary;
}

@Resolver()
export class TodayAdminResolver {
  @Query(() => AdminToday)
  today(@Ctx() context: StaffContext): Promise<AdminToday> {
    return context.read(async (reader) => {
      const last = await findLastNight(reader);
      const plan = await planNight(reader, nextBusinessDay(addDays(context.today, 1)), context.realNow);
      const count = (channel: string): number => plan.items.filter((item) => item.channel === channel).length;
      return {
        figures: await listFigures(reader, context.today),
        work: (await listWork(reader, context.today, context.viewer.staffId)) as AdminWorkItem[],
        lastNight: last ? {
          day: last.day, ranAt: last.ranAt, mails: last.counts.messages ?? 0, letters: last.counts.letters ?? 0, calls: last.counts.calls ?? 0,
          waiting: last.counts.waiting ?? 0, stopped: last.counts.stopped ?? 0,
        } : null,
        tonight: {
          day: plan.day, ranAt: null, mails: count("mail") + count("mail-and-letter"), letters: count("letter") + count("mail-and-letter"), calls: count("call"),
          waiting: plan.waiting.length, stopped: plan.waiting.filter(({ reason }) => reason === "self-check failed").length,
        },
      };
    });
  }
}
