import { Refusal } from "@tegemoet/domain";
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from "type-graphql";
import { CentsScalar, DayScalar, MomentScalar } from "../../platform/graphql/scalars";
import { optionalText } from "../../platform/graphql/text";
import type { StaffContext } from "../../platform/graphql/viewer";
import { idOf } from "../../platform/ids";
import { findCallLog } from "../calls/call-log.queries";
import { AdminCallLog } from "../calls/call-log.view";
import { findMessageRow } from "../communications/message.queries";
import { AdminMessageRow } from "../communications/message.view";
import { findAgreement } from "../promises/agreement.queries";
import { AdminAgreement } from "../promises/agreement.view";
import { logCall, type LoggedCall } from "./log-call";

@InputType("LogCallInput")
export class LogCallInput {
  @Field(() => ID, { nullable: true }) taskId?: string | null;
  @Field(() => ID) debtorId!: string;
  @Field(() => String, { nullable: true }) number?: string | null;
  @Field(() => String, { nullable: true }) person?: string | null;
  @Field(() => String, { nullable: true }) personRole?: string | null;
  @Field(() => String, { nullable: true, defaultValue: "out" }) direction?: string | null;
  @Field(() => MomentScalar, { nullable: true }) startedAt?: Date | null;
  @Field(() => Int, { nullable: true }) seconds?: number | null;
  @Field(() => String) outcome!: string;
  @Field(() => String, { nullable: true }) excuse?: string | null;
  @Field(() => String, { defaultValue: "unknown", description: "cannot · willNot · unknown: filled in after listening." }) canPay!: string;
  @Field(() => String, { nullable: true }) notes?: string | null;
  @Field(() => CentsScalar, { nullable: true }) promiseCents?: number | null;
  @Field(() => DayScalar, { nullable: true }) promiseBy?: string | null;
  @Field(() => [ID]) invoiceIds!: string[];
  @Field(() => DayScalar, { nullable: true }) callBackOn?: string | null;
  @Field(() => Int, { nullable: true }) callBackMinute?: number | null;
  @Field(() => DayScalar, { nullable: true }) paidOn?: string | null;
  @Field(() => CentsScalar, { nullable: true }) paidCents?: number | null;
  @Field(() => String, { nullable: true, description: "With the outcome dispute: the first invoice is disputed in the same act." }) disputeReason?: string | null;
  @Field(() => CentsScalar, { nullable: true }) disputeCents?: number | null;
  @Field(() => String, { nullable: true, description: "Where the confirmation goes, when it isn't the address on file." }) confirmTo?: string | null;
  @Field(() => ID, { nullable: true }) correctsId?: string | null;
}

@ObjectType("LogCallResult")
export class AdminLogCallResult {
  @Field(() => AdminCallLog) call!: AdminCallLog;
  @Field(() => AdminAgreement, { nullable: true }) agreement!: AdminAgreement | null;
  @Field(() => AdminMessageRow, { nullable: true }) message!: AdminMessageRow | null;
  @Field(() => ID, { nullable: true }) nextTaskId!: string | null;
}

const CAN_PAY: Readonly<Record<string, LoggedCall["canPay"]>> = { cannot: "cannot", willNot: "will-not", unknown: "unknown" };

@Resolver()
export class LogCallAdminResolver {
  @Mutation(() => AdminLogCallResult)
  logCall(@Ctx() context: StaffContext, @Arg("input", () => LogCallInput) input: LogCallInput): Promise<AdminLogCallResult> {
    const call = loggedCall(input, context);
    return context.write(async (tx) => {
      const { callLogId, agreementId, messageId, nextTaskId } = await logCall(tx, call);
      const log = await findCallLog(tx, callLogId, context.today);
      if (!log) throw new Refusal("NOT_FOUND");
      const agreement = agreementId ? await findAgreement(tx, agreementId) : undefined;
      const message = messageId ? await findMessageRow(tx, messageId) : undefined;
      return { call: log, agreement: agreement ? AdminAgreement.of(agreement) : null, message: message ? AdminMessageRow.of(message) : null, nextTaskId: nextTaskId ?? null };
    });
  }
}

function loggedCall(input: LogCallInput, { viewer, today }: StaffContext): LoggedCall {
  const canPay = CAN_PAY[input.canPay];
  const direction = input.direction ?? "out";
  if (!canPay) throw new Refusal("INPUT_INVALID", { fields: ["canPay: cannot, willNot or unknown"] });
  if (direction !== "in" && direction !== "out") throw new Refusal("INPUT_INVALID", { fields: ["direction: out or in"] });
  return {
    taskId: input.taskId ? idOf(input.taskId) : undefined, debtorId: idOf(input.debtorId), staffId: viewer.staffId, number: optionalText("number", input.number, 40),
    person: optionalText("person", input.person, 200), personRole: optionalText("personRole", input.personRole, 200), direction, startedAt: input.startedAt ?? undefined,
    seconds: input.seconds ?? undefined, outcome: input.outcome, excuse: input.excuse ?? undefined, canPay, notes: optionalText("notes", input.notes),
    promiseCents: input.promiseCents ?? undefined, promiseBy: input.promiseBy ?? undefined, invoiceIds: input.invoiceIds.map(idOf), callBackOn: input.callBackOn ?? undefined,
    callBackMinute: input.callBackMinute ?? undefined, paidOn: input.paidOn ?? undefined, paidCents: input.paidCents ?? undefined,
    disputeReason: optionalText("disputeReason", input.disputeReason, 100), disputeCents: input.disputeCents ?? undefined,
    confirmTo: input.confirmTo ?? undefined, correctsId: input.correctsId ? idOf(input.correctsId) : undefined, today,
  };
}
