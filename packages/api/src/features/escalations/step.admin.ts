import { Arg, Ctx, Field, ID, Int, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import { CentsScalar, DayScalar } from "../../platform/graphql/scalars";
import type { StaffContext } from "../../platform/graphql/viewer";
import { idOf } from "../../platform/ids";
import { finishTask } from "./finish-task";
import { liftPostponement } from "./lift-postponement";
import { postponeStep } from "./postpone-step";
import { runStep } from "./run-step";
import { sendTask } from "./send-task";
import { skipStep } from "./skip-step";
import { skipTask } from "./skip-task";
import { listTasks } from "./task.queries";

@ObjectType("Task", { description: "A step that a person does or sends. kind: step (the ladder leaves it to a person) · autopilot (it would have gone by itself). channel: mail · letter · sms · task · hand-over …" })
export class AdminTask {
  @Field(() => ID) id!: string;
  @Field(() => ID) debtorId!: string;
  @Field(() => String) debtorName!: string;
  @Field(() => ID, { nullable: true }) caseId!: string | null;
  @Field(() => String) kind!: string;
  @Field(() => String) stepKey!: string;
  @Field(() => String) channel!: string;
  @Field(() => String, { nullable: true }) messageKind!: string | null;
  @Field(() => ID, { nullable: true }) messageId!: string | null;
  @Field(() => DayScalar) plannedOn!: string;
  @Field(() => String, { nullable: true }) ownerName!: string | null;
  @Field(() => Boolean) mine!: boolean;
  @Field(() => [String]) invoiceNumbers!: string[];
  @Field(() => CentsScalar) cents!: number;
}

@ObjectType("StepsRun", { description: "What came of steps that a person ran now." })
export class AdminStepsRun {
  @Field(() => Int) messages!: number;
  @Field(() => Int) calls!: number;
  @Field(() => Int) tasks!: number;
  @Field(() => [ID]) messageIds!: readonly string[];
}

const text = (): StringConstructor => String;
const id = () => ID;
const maybe = { nullable: true } as const;
const subject = (invoiceId?: string | null, caseId?: string | null) => ({ invoiceId: invoiceId ? idOf(invoiceId) : undefined, caseId: caseId ? idOf(caseId) : undefined });

@Resolver()
export class StepAdminResolver {
  @Query(() => [AdminTask])
  tasks(@Ctx() context: StaffContext, @Arg("mine", () => Boolean, { defaultValue: false }) mine: boolean): Promise<AdminTask[]> {
    return context.read((reader) => listTasks(reader, { staffId: context.viewer.staffId, mine })) as Promise<AdminTask[]>;
  }

  @Mutation(() => Boolean, { description: "A person's word that the message goes; it is decided again when it leaves." })
  async sendTask(@Ctx() context: StaffContext, @Arg("id", id) taskId: string): Promise<boolean> {
    await context.write((tx) => sendTask(tx, { taskId: idOf(taskId) }));
    return true;
  }

  @Mutation(() => Boolean, { description: "A person did it in their own way; its message doesn't leave." })
  async finishTask(@Ctx() context: StaffContext, @Arg("id", id) taskId: string, @Arg("note", text, maybe) note?: string | null): Promise<boolean> {
    await context.write((tx) => finishTask(tx, { taskId: idOf(taskId), note: note?.slice(0, 500) }));
    return true;
  }

  @Mutation(() => Boolean)
  async skipTask(@Ctx() context: StaffContext, @Arg("id", id) taskId: string, @Arg("reason", text) reason: string): Promise<boolean> {
    await context.write((tx) => skipTask(tx, { taskId: idOf(taskId), reason: reason.slice(0, 300) }));
    return true;
  }

  @Mutation(() => AdminStepsRun, { description: "Runs the next step of an invoice or a case now. Our own check, holds, agreements and the contact cap apply." })
  runStep(@Ctx() context: StaffContext, @Arg("invoiceId", id, maybe) invoiceId?: string | null, @Arg("caseId", id, maybe) caseId?: string | null): Promise<AdminStepsRun> {
    return context.write((tx) => runStep(tx, subject(invoiceId, caseId), context.realNow)) as Promise<AdminStepsRun>;
  }

  @Mutation(() => Int, { description: "Passes the next step by, with a reason. Gives for how many invoices." })
  skipStep(
    @Ctx() context: StaffContext, @Arg("reason", text) reason: string, @Arg("invoiceId", id, maybe) invoiceId?: string | null, @Arg("caseId", id, maybe) caseId?: string | null,
  ): Promise<number> {
    return context.write(async (tx) => (await skipStep(tx, { ...subject(invoiceId, caseId), reason: reason.slice(0, 300) }, context.realNow)).skipped);
  }

  @Mutation(() => Int, { description: "Puts the next step off to a day, with a reason. Gives for how many invoices." })
  postponeStep(
    @Ctx() context: StaffContext, @Arg("until", () => DayScalar) until: string, @Arg("reason", text) reason: string,
    @Arg("invoiceId", id, maybe) invoiceId?: string | null, @Arg("caseId", id, maybe) caseId?: string | null,
  ): Promise<number> {
    return context.write(async (tx) => (await postponeStep(tx, { ...subject(invoiceId, caseId), until, reason: reason.slice(0, 300) }, context.realNow)).postponed);
  }

  @Mutation(() => Boolean)
  async liftPostponement(@Ctx() context: StaffContext, @Arg("id", id) postponementId: string): Promise<boolean> {
    await context.write((tx) => liftPostponement(tx, { postponementId: idOf(postponementId) }));
    return true;
  }
}
