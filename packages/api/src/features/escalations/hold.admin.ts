import { HOLD_KINDS, Refusal } from "@tegemoet/domain";
import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { DayScalar } from "../../platform/graphql/scalars";
import type { StaffContext } from "../../platform/graphql/viewer";
import { idOf } from "../../platform/ids";
import { endStatus } from "./end-status";
import { findHold, findStatus, listSegments, listWideHolds } from "./hold.queries";
import { AdminDebtorStatus, AdminHold, AdminSegment } from "./hold.view";
import { liftHold } from "./lift-hold";
import { placeHold, type NewHold } from "./place-hold";
import { pullEmergencyBrake } from "./pull-emergency-brake";
import { recordStatus } from "./record-status";

const text = (): StringConstructor => String;
const day = () => DayScalar;
const id = () => ID;
const maybe = { nullable: true } as const;

@Resolver()
export class HoldAdminResolver {
  @Mutation(() => AdminHold, { description: "Stops the ladder of an invoice, a case or a debtor. kind: pause · never · hardship · paid-claim. stops: reminders (letters of the law and calls go on) · everything" })
  placeHold(
    @Ctx() context: StaffContext,
    @Arg("kind", text) kind: string,
    @Arg("reason", text) reason: string,
    @Arg("debtorId", id, maybe) debtorId?: string | null,
    @Arg("invoiceId", id, maybe) invoiceId?: string | null,
    @Arg("caseId", id, maybe) caseId?: string | null,
    @Arg("stops", text, maybe) stops?: string | null,
    @Arg("until", day, maybe) until?: string | null,
    @Arg("reviewOn", day, maybe) reviewOn?: string | null,
    @Arg("ownerId", id, maybe) ownerId?: string | null,
  ): Promise<AdminHold> {
    if (!debtorId && !invoiceId && !caseId) throw new Refusal("INPUT_INVALID", { fields: ["debtorId, invoiceId or caseId"] });
    return place(context, {
      ...holdOf({ kind, reason, stops, until, reviewOn, ownerId }),
      debtorId: debtorId ? idOf(debtorId) : undefined, invoiceId: invoiceId ? idOf(invoiceId) : undefined, caseId: caseId ? idOf(caseId) : undefined,
    });
  }

  @Mutation(() => AdminHold, { description: "Stops the ladder of a segment; without one, of everybody." })
  placeWideHold(
    @Ctx() context: StaffContext,
    @Arg("reason", text) reason: string,
    @Arg("segment", text, maybe) segment?: string | null,
    @Arg("stops", text, maybe) stops?: string | null,
    @Arg("until", day, maybe) until?: string | null,
    @Arg("reviewOn", day, maybe) reviewOn?: string | null,
    @Arg("ownerId", id, maybe) ownerId?: string | null,
  ): Promise<AdminHold> {
    return place(context, { ...holdOf({ kind: "pause", reason, stops, until, reviewOn, ownerId }), segment: segment?.trim() || undefined });
  }

  @Mutation(() => AdminHold, { description: "A hold of a segment or of everybody is lifted by a manager." })
  liftHold(@Ctx() context: StaffContext, @Arg("id", id) holdId: string, @Arg("reason", text) reason: string): Promise<AdminHold> {
    if (reason.trim() === "") throw new Refusal("INPUT_INVALID", { fields: ["reason: say why"] });
    const ofMany = context.viewer.role === "admin" || context.viewer.role === "manager";
    return context.write(async (tx) => {
      await liftHold(tx, { holdId: idOf(holdId), reason: reason.trim(), ofMany });
      return held(await findHold(tx, idOf(holdId)));
    });
  }

  @Mutation(() => AdminHold, { description: "Noodrem: stops everything for a debtor in one transaction; a human reviews." })
  pullEmergencyBrake(
    @Ctx() context: StaffContext, @Arg("debtorId", id) debtorId: string, @Arg("reason", text) reason: string, @Arg("reviewOn", day, maybe) reviewOn?: string | null,
  ): Promise<AdminHold> {
    return brake(context, { debtorId: idOf(debtorId), reason, reviewOn: reviewOn ?? undefined });
  }

  @Mutation(() => AdminHold, { description: "Noodrem for everybody: stops everything for all debtors in one transaction; a human reviews." })
  pullWideBrake(@Ctx() context: StaffContext, @Arg("reason", text) reason: string, @Arg("reviewOn", day, maybe) reviewOn?: string | null): Promise<AdminHold> {
    return brake(context, { reason, reviewOn: reviewOn ?? undefined });
  }

  @Query(() => [AdminHold], { description: "What holds a segment or everybody today." })
  wideHolds(@Ctx() context: StaffContext): Promise<AdminHold[]> {
    return context.read(async (reader) => (await listWideHolds(reader, context.today)).map((row) => AdminHold.of(row)));
  }

  @Query(() => [AdminSegment], { description: "The segments that debtors are in." })
  segments(@Ctx() context: StaffContext): Promise<AdminSegment[]> {
    return context.read(listSegments);
  }

  @Mutation(() => AdminDebtorStatus, { description: "Records a stop code with what it rests on. kind: deceased · insolvent · protective-administration · debt-help · moratorium" })
  recordStatus(
    @Ctx() context: StaffContext,
    @Arg("debtorId", id) debtorId: string,
    @Arg("kind", text) kind: string,
    @Arg("evidence", text) evidence: string,
    @Arg("from", day, maybe) from?: string | null,
    @Arg("until", day, maybe) until?: string | null,
    @Arg("reviewOn", day, maybe) reviewOn?: string | null,
  ): Promise<AdminDebtorStatus> {
    return context.write(async (tx) => {
      const { statusId } = await recordStatus(tx, { debtorId: idOf(debtorId), kind, evidence: evidence.slice(0, 500), from: from ?? context.today, until: until ?? undefined, reviewOn: reviewOn ?? undefined });
      return statusOf(await findStatus(tx, statusId));
    });
  }

  @Mutation(() => AdminDebtorStatus)
  endStatus(@Ctx() context: StaffContext, @Arg("id", id) statusId: string, @Arg("reason", text) reason: string): Promise<AdminDebtorStatus> {
    return context.write(async (tx) => {
      await endStatus(tx, { statusId: idOf(statusId), reason: reason.slice(0, 500) });
      return statusOf(await findStatus(tx, idOf(statusId)));
    });
  }
}

interface GivenHold {
  kind: string;
  reason: string;
  stops?: string | null;
  until?: string | null;
  reviewOn?: string | null;
  ownerId?: string | null;
}

function holdOf({ kind, reason, stops, until, reviewOn, ownerId }: GivenHold): NewHold {
  const known = HOLD_KINDS.find((one): one is NewHold["kind"] => one === kind && one !== "reply" && one !== "brake");
  const wrong = [...(known ? [] : ["kind: pause, never, hardship or paid-claim"]), ...(!stops || stops === "reminders" || stops === "everything" ? [] : ["stops: reminders or everything"])];
  if (!known || wrong.length > 0) throw new Refusal("INPUT_INVALID", { fields: wrong });
  return {
    kind: known, stops: stops === "reminders" ? "reminders" : "everything", reason: reason.trim().slice(0, 500), until: until ?? undefined, reviewOn: reviewOn ?? undefined,
    ownerId: ownerId ? idOf(ownerId) : undefined,
  };
}

function place(context: StaffContext, hold: NewHold): Promise<AdminHold> {
  return context.write(async (tx) => {
    const { holdId } = await placeHold(tx, hold);
    return held(await findHold(tx, holdId));
  });
}

function brake(context: StaffContext, order: { debtorId?: string; reason: string; reviewOn?: string }): Promise<AdminHold> {
  return context.write(async (tx) => {
    const { holdId } = await pullEmergencyBrake(tx, { ...order, reason: order.reason.trim().slice(0, 500) });
    return held(await findHold(tx, holdId));
  });
}

function held(row: Awaited<ReturnType<typeof findHold>>): AdminHold {
  if (!row) throw new Refusal("NOT_FOUND");
  return AdminHold.of(row);
}

function statusOf(row: Awaited<ReturnType<typeof findStatus>>): AdminDebtorStatus {
  if (!row) throw new Refusal("NOT_FOUND");
  return AdminDebtorStatus.of(row);
}
