import { Arg, Ctx, Field, Int, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import { MomentScalar } from "../../platform/graphql/scalars";
import type { StaffContext } from "../../platform/graphql/viewer";
import { findOrganisation } from "../organisations/organisation.queries";
import { AdminOrganisation } from "../organisations/organisation.view";
import { resumeSending } from "./resume-sending";
import { findSending, type SendingStanding } from "./sending-limits.queries";
import { setAutopilot } from "./set-autopilot";
import { setSendingLimits } from "./set-sending-limits";
import { stopSending } from "./stop-sending";

@ObjectType("Sending", { description: "Whether messages leave, and how many did: in the last hour, today, right now; waiting is due and not left." })
export class AdminSending {
  @Field(() => Boolean) stopped!: boolean;
  @Field(() => MomentScalar, { nullable: true }) stoppedAt!: Date | null;
  @Field(() => String, { nullable: true }) stoppedBy!: string | null;
  @Field(() => String, { nullable: true }) reason!: string | null;
  @Field(() => Int) leftThisHour!: number;
  @Field(() => Int) leftToday!: number;
  @Field(() => Int) inTheAir!: number;
  @Field(() => Int) waiting!: number;
  @Field(() => Int, { nullable: true }) perHour!: number | null;
  @Field(() => Int, { nullable: true }) perDay!: number | null;

  static of({ stoppedAt, stoppedBy, reason, thisHour, today, inTheAir, waiting, perHour, perDay }: SendingStanding): AdminSending {
    return Object.assign(new AdminSending(), {
      stopped: stoppedAt !== null, stoppedAt, stoppedBy, reason, leftThisHour: thisHour, leftToday: today, inTheAir, waiting, perHour, perDay,
    });
  }
}

@Resolver()
export class SendingAdminResolver {
  @Query(() => AdminSending)
  sending(@Ctx() context: StaffContext): Promise<AdminSending> {
    return context.read(async (reader) => AdminSending.of(await findSending(reader, context.now)));
  }

  @Mutation(() => AdminSending, { description: "The stop button: no message begins to leave after it. Says what had left already, and what is in the air." })
  async stopSending(@Ctx() context: StaffContext, @Arg("reason", () => String) reason: string): Promise<AdminSending> {
    await context.write((tx) => stopSending(tx, { reason: reason.slice(0, 500) }));
    // Counted after the stop stands: what a sender had begun with by then is told too.
    return this.sending(context);
  }

  @Mutation(() => AdminSending)
  resumeSending(@Ctx() context: StaffContext): Promise<AdminSending> {
    return context.write(async (tx) => {
      await resumeSending(tx);
      return AdminSending.of(await findSending(tx, context.now));
    });
  }

  @Mutation(() => AdminSending, { description: "How many messages may leave in any hour and on a day; without a number there is no limit." })
  setSendingLimits(
    @Ctx() context: StaffContext, @Arg("perHour", () => Int, { nullable: true }) perHour?: number | null, @Arg("perDay", () => Int, { nullable: true }) perDay?: number | null,
  ): Promise<AdminSending> {
    return context.write(async (tx) => {
      await setSendingLimits(tx, { perHour: perHour ?? null, perDay: perDay ?? null });
      return AdminSending.of(await findSending(tx, context.now));
    });
  }

  @Mutation(() => AdminOrganisation)
  setAutopilot(@Ctx() context: StaffContext, @Arg("on", () => Boolean) on: boolean, @Arg("reason", () => String, { nullable: true }) reason?: string | null): Promise<AdminOrganisation> {
    return context.write(async (tx) => {
      await setAutopilot(tx, { on, reason: reason?.slice(0, 500) });
      return AdminOrganisation.of(await findOrganisation(tx));
    });
  }
}
