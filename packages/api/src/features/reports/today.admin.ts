import { addDays, nextBusinessDay, type PlainDate } from "@tegemoet/domain";
import { Ctx, Field, ID, Int, ObjectType, Query, Resolver } from "type-graphql";
import type { Reader } from "../../platform/database/transaction";
import { CentsScalar, DayScalar, MomentScalar } from "../../platform/graphql/scalars";
import type { StaffContext } from "../../platform/graphql/viewer";
import { listDebtorsToLookAt } from "../escalations/claim-facts.queries";
import { decideChunk, type NightDecisions } from "../escalations/decide-chunk";
import { rulesToRead } from "../escalations/night-rules";
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
disputeOpen · disputeLate · hardshipReview · approval · reply · parkedMessage · paidClaim · callMeBack · booksBroken`,
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

@ObjectType("NightItem")
export class AdminNightItem {
  @Field(() => ID) debtorId!: string;
  @Field(() => String) debtorName!: string;
  @Field(() => String) step!: string;
  @Field(() => String) channel!: string;
  @Field(() => [String]) invoices!: string[];
  @Field(() => CentsScalar) cents!: number;
  @Field(() => String, { nullable: true }) messageKind!: string | null;
}

@ObjectType("NightWait", { description: "reason is one of the domain's wait reasons." })
export class AdminNightWait {
  @Field(() => ID) debtorId!: string;
  @Field(() => String) debtorName!: string;
  @Field(() => ID) invoiceId!: string;
  @Field(() => String) invoiceNumber!: string;
  @Field(() => String) reason!: string;
  @Field(() => DayScalar, { nullable: true }) until!: string | null;
  @Field(() => String, { nullable: true }) detail!: string | null;
  @Field(() => CentsScalar) cents!: number;
}

@ObjectType("NightPlan")
export class AdminNightPlan {
  @Field(() => DayScalar) day!: string;
  @Field(() => [AdminNightItem]) items!: AdminNightItem[];
  @Field(() => [AdminNightWait]) waiting!: AdminNightWait[];
}

@Resolver()
export class TodayAdminResolver {
  @Query(() => AdminToday)
  today(@Ctx() context: StaffContext): Promise<AdminToday> {
    return context.read(async (reader) => {
      const last = await findLastNight(reader);
      const plan = await planNight(reader, context.today, context.realNow);
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

  @Query(() => AdminNightPlan)
  nightPlan(@Ctx() context: StaffContext): Promise<AdminNightPlan> {
    return context.read((reader) => planNight(reader, context.today, context.realNow));
  }
}

/** The coming night by the night's own code, without its writes: what would go, and for each invoice that waits, why. */
async function planNight(reader: Reader, today: PlainDate, realNow: Date): Promise<AdminNightPlan> {
  const day = nextBusinessDay(addDays(today, 1));
  const rules = await rulesToRead(reader);
  const items: AdminNightItem[] = [];
  const waiting: AdminNightWait[] = [];
  let after: string | undefined;
  for (;;) {
    const debtorIds = await listDebtorsToLookAt(reader, day, after, 500);
    if (debtorIds.length === 0) break;
    const night = await decideChunk(reader, debtorIds, day, rules, realNow);
    items.push(...itemsOf(night));
    waiting.push(...waitsOf(night));
    after = debtorIds.at(-1);
  }
  return { day, items, waiting };
}

function itemsOf(night: NightDecisions): AdminNightItem[] {
  const messages = night.messages.map(({ debtorId, step, claims }) => ({
    debtorId, debtorName: claims[0]?.row.debtorName ?? "", step: step.id, channel: step.channel, messageKind: step.template ?? null,
    invoices: claims.map(({ row }) => row.invoiceNumber), cents: claims.reduce((sum, { row }) => sum + row.openCents, 0),
  }));
  const tasks = night.tasks.map(({ debtorId, step, claims }) => ({
    debtorId, debtorName: claims[0]?.row.debtorName ?? "", step: step.id, channel: "task", messageKind: step.template ?? null,
    invoices: claims.map(({ row }) => row.invoiceNumber), cents: claims.reduce((sum, { row }) => sum + row.openCents, 0),
  }));
  const others = [...night.calls, ...night.handOvers].map(({ row, decision }) => ({
    debtorId: row.debtorId, debtorName: row.debtorName, invoices: [row.invoiceNumber], cents: row.openCents, messageKind: null,
    step: decision.take.id, channel: decision.take.channel,
  }));
  return [...messages, ...tasks, ...others];
}

function waitsOf(night: NightDecisions): AdminNightWait[] {
  const waits = night.decided.flatMap(({ row, decision }) => ("wait" in decision ? [{ row, reason: decision.wait as string, until: decision.until ?? null, detail: decision.detail ?? null }] : []));
  const held = night.held.map(({ row }) => ({ row, reason: "contact cap", until: null, detail: null }));
  return [...waits, ...held].map(({ row, ...wait }) => ({
    debtorId: row.debtorId, debtorName: row.debtorName, invoiceId: row.invoiceId, invoiceNumber: row.invoiceNumber, cents: row.openCents, ...wait,
  }));
}
