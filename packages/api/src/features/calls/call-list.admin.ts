import { goldenHourAt, isBusinessDay, nextGoldenHour, rankCalls, Refusal, type PlainDate } from "@tegemoet/domain";
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import { minuteOf } from "../../platform/clock";
import type { Reader } from "../../platform/database/transaction";
import { CentsScalar, DayScalar } from "../../platform/graphql/scalars";
import { optionalText } from "../../platform/graphql/text";
import type { StaffContext } from "../../platform/graphql/viewer";
import { idOf } from "../../platform/ids";
import { findMessageRow } from "../communications/message.queries";
import { AdminMessageRow } from "../communications/message.view";
import { findOrganisation } from "../organisations/organisation.queries";
import { listCallTasks, type CallTaskRow } from "./call-list.queries";
import { AdminCallLog } from "./call-log.view";
import { claimCallTask } from "./claim-call-task";
import { evaluateCall } from "./evaluate-call";
import { planCall } from "./plan-call";
import { sendInvoiceCopy } from "./send-invoice-copy";

@ObjectType("CallRow")
export class AdminCallRow {
  @Field(() => ID) taskId!: string;
  @Field(() => ID) debtorId!: string;
  @Field(() => ID, { nullable: true }) caseId!: string | null;
  @Field(() => String) debtorName!: string;
  @Field(() => String, { nullable: true }) personName!: string | null;
  @Field(() => String, { nullable: true }) phone!: string | null;
  @Field(() => Int) invoiceCount!: number;
  @Field(() => CentsScalar) overdueCents!: number;
  @Field(() => Int) daysOverdue!: number;
  @Field(() => [String], { description: "Why it stands where it stands: codes such as amount · age · brokenPromise · goldenDay · askedFor." }) reasons!: readonly string[];
  @Field(() => DayScalar) plannedFor!: string;
  @Field(() => Int, { nullable: true }) plannedMinute!: number | null;
  @Field(() => String, { nullable: true }) stepNote!: string | null;
  @Field(() => String, { nullable: true }) claimedBy!: string | null;
  @Field(() => DayScalar, { nullable: true, description: "A call now would pass the cap of contacts: from this day on it is offered." }) waitsUntil!: string | null;
  @Field(() => AdminCallLog, { nullable: true }) lastCall!: AdminCallLog | null;
}

@ObjectType("CallList")
export class AdminCallList {
  @Field(() => [AdminCallRow]) rows!: AdminCallRow[];
  @Field(() => [AdminCallRow], { description: "Calls that wait for the cap of contacts, each with the day on which it can be made; the first day first." }) waiting!: AdminCallRow[];
  @Field(() => Boolean) goldenNow!: boolean;
  @Field(() => Int, { nullable: true }) nextWindowMinute!: number | null;
  @Field(() => CentsScalar) totalCents!: number;
}

@InputType("EvaluateCallInput")
export class EvaluateCallInput {
  @Field(() => ID) callLogId!: string;
  @Field(() => String, { nullable: true }) wentWell?: string | null;
  @Field(() => String, { nullable: true }) better?: string | null;
  @Field(() => String, { nullable: true }) nextTime?: string | null;
  @Field(() => Boolean, { nullable: true, defaultValue: false }) share?: boolean | null;
}

const ASKED_FOR = new Set(["call-back", "call-me-back"]);
const JUST_BROKEN = new Set(["promise-broken", "plan-broken"]);

@Resolver()
export class CallListAdminResolver {
  @Query(() => AdminCallList)
  callList(@Ctx() context: StaffContext): Promise<AdminCallList> {
    const { today, now } = context;
    return context.read(async (reader) => {
      const { callingWindows } = await findOrganisation(reader);
      const minute = minuteOf(now);
      const tasks = await listCallTasks(reader, { today, now });
      const rows = ranked(tasks.filter(({ waitsUntil }) => waitsUntil === null), today);
      const waiting = ranked(tasks.filter(({ waitsUntil }) => waitsUntil !== null), today).sort((a, b) => (a.waitsUntil ?? "").localeCompare(b.waitsUntil ?? ""));
      return {
        rows, waiting, totalCents: rows.reduce((sum, { overdueCents }) => sum + overdueCents, 0),
        goldenNow: isBusinessDay(today) && goldenHourAt(minute, callingWindows) !== null,
        nextWindowMinute: isBusinessDay(today) ? (nextGoldenHour(minute, callingWindows)?.fromMinute ?? null) : null,
      };
    });
  }

  @Mutation(() => AdminCallRow, { description: "Somebody takes a call task for fifteen minutes, so that two people don't call one debtor. reason: why they call although it passes the cap of contacts." })
  claimCallTask(
    @Ctx() context: StaffContext, @Arg("taskId", () => ID) taskId: string, @Arg("reason", () => String, { nullable: true }) reason?: string | null,
  ): Promise<AdminCallRow> {
    const id = idOf(taskId);
    const because = optionalText("reason", reason, 500);
    return context.write(async (tx) => {
      await claimCallTask(tx, { taskId: id, staffId: context.viewer.staffId, reason: because, today: context.today });
      return rowOf(tx, id, context);
    });
  }

  @Mutation(() => AdminCallRow)
  planCall(
    @Ctx() context: StaffContext,
    @Arg("debtorId", () => ID) debtorId: string,
    @Arg("on", () => DayScalar) on: string,
    @Arg("minute", () => Int, { nullable: true }) minute?: number | null,
    @Arg("note", () => String, { nullable: true }) note?: string | null,
  ): Promise<AdminCallRow> {
    const { today } = context;
    return context.write(async (tx) => {
      const { taskId } = await planCall(tx, { debtorId: idOf(debtorId), on, minute: minute ?? undefined, note: optionalText("note", note, 500), today });
      return rowOf(tx, taskId, context);
    });
  }

  @Mutation(() => Boolean)
  async evaluateCall(@Ctx() context: StaffContext, @Arg("input", () => EvaluateCallInput) input: EvaluateCallInput): Promise<boolean> {
    await context.write((tx) => evaluateCall(tx, {
      callLogId: idOf(input.callLogId), staffId: context.viewer.staffId, wentWell: optionalText("wentWell", input.wentWell, 1_000),
      better: optionalText("better", input.better, 1_000), nextTime: optionalText("nextTime", input.nextTime, 1_000), shared: input.share ?? false,
    }));
    return true;
  }

  @Mutation(() => AdminMessageRow)
  sendInvoiceCopy(
    @Ctx() context: StaffContext, @Arg("debtorId", () => ID) debtorId: string, @Arg("invoiceIds", () => [ID]) invoiceIds: string[], @Arg("to", () => String) to: string,
  ): Promise<AdminMessageRow> {
    return context.write(async (tx) => {
      const { messageId } = await sendInvoiceCopy(tx, { debtorId: idOf(debtorId), invoiceIds: invoiceIds.map(idOf), to });
      const row = await findMessageRow(tx, messageId);
      if (!row) throw new Refusal("NOT_FOUND");
      return AdminMessageRow.of(row);
    });
  }
}

function ranked(tasks: readonly CallTaskRow[], today: PlainDate): AdminCallRow[] {
  const byId = new Map(tasks.map((task) => [task.taskId, task]));
  const order = rankCalls(
    tasks.map((task) => ({
      id: task.taskId, overdueCents: task.overdueCents, daysOverdue: task.daysOverdue, brokenPromises: task.brokenPromises, keptPromises: task.keptPromises,
      justBroken: JUST_BROKEN.has(task.reason), askedForOn: ASKED_FOR.has(task.reason) ? task.plannedFor : null, askedForMinute: task.plannedMinute,
      triesUnanswered: task.triesUnanswered, firstCall: task.reason === "step",
    })),
    today,
  );
  return order.flatMap(({ id, reasons }) => {
    const task = byId.get(id);
    return task ? [Object.assign(new AdminCallRow(), task, { reasons })] : [];
  });
}

async function rowOf(reader: Reader, taskId: string, { today, now }: StaffContext): Promise<AdminCallRow> {
  const [row] = ranked(await listCallTasks(reader, { today, now, taskId }), today);
  if (!row) throw new Refusal("NOT_FOUND");
  return row;
}
