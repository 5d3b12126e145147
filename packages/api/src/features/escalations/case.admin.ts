import { DUTCH_LADDER, Refusal, type DebtorKind } from "@tegemoet/domain";
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import { audit } from "../../platform/audit";
import { cursorOf, offsetOf, pageSize } from "../../platform/graphql/paging";
import { CentsScalar, DayScalar } from "../../platform/graphql/scalars";
import { SortDirectionEnum } from "../../platform/graphql/sort-direction";
import type { StaffContext } from "../../platform/graphql/viewer";
import { idOf } from "../../platform/ids";
import { DebtorKindEnum } from "../debtors/debtor.view";
import { findOrganisation, forgetOrganisation } from "../organisations/organisation.queries";
import { AdminOrganisation } from "../organisations/organisation.view";
import { listCases } from "./case.queries";
import { findLadderInForce } from "./create-default-ladder";
import { findHold } from "./hold.queries";
import { AdminHold } from "./hold.view";
import { liftHold } from "./lift-hold";
import { placeHold } from "./place-hold";
import { pullEmergencyBrake } from "./pull-emergency-brake";
import { waitsOf } from "./wait-of-debtor.queries";

@InputType("CaseFilter")
export class CaseFilter {
  @Field(() => String, { nullable: true }) search?: string;
  @Field(() => CentsScalar, { nullable: true }) minCents?: number;
  @Field(() => Int, { nullable: true }) minDaysOverdue?: number;
  @Field(() => String, { nullable: true }) waitReason?: string;
  @Field(() => ID, { nullable: true }) owner?: string;
  @Field(() => String, { nullable: true, defaultValue: "open" }) state?: string;
}

@ObjectType("CaseRow")
export class AdminCaseRow {
  @Field(() => ID) id!: string;
  @Field(() => String) number!: string;
  @Field(() => ID) debtorId!: string;
  @Field(() => String) debtorName!: string;
  @Field(() => DebtorKindEnum) kind!: DebtorKind;
  @Field(() => Int) invoiceCount!: number;
  @Field(() => CentsScalar) openCents!: number;
  @Field(() => Int) daysOverdue!: number;
  @Field(() => String, { nullable: true }) furthestStep!: string | null;
  @Field(() => String, { nullable: true }) waitReason!: string | null;
  @Field(() => DayScalar, { nullable: true }) waitUntil!: string | null;
  @Field(() => String, { nullable: true }) ownerName!: string | null;
  @Field(() => DayScalar) openedOn!: string;
}

@ObjectType("CasePage")
export class AdminCasePage {
  @Field(() => [AdminCaseRow]) rows!: AdminCaseRow[];
  @Field(() => Int) totalCount!: number;
  @Field(() => CentsScalar) totalCents!: number;
  @Field(() => String, { nullable: true }) nextCursor!: string | null;
}

@ObjectType("LadderStep")
export class AdminLadderStep {
  @Field(() => String) key!: string;
  @Field(() => Int) afterDays!: number;
  @Field(() => String) channel!: string;
  @Field(() => String, { nullable: true }) messageKind!: string | null;
  @Field(() => Boolean) automatic!: boolean;
  @Field(() => CentsScalar, { nullable: true }) minimumCents!: number | null;
  @Field(() => String, { nullable: true }) onlyFor!: string | null;
}

@ObjectType("Ladder")
export class AdminLadder {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => Int) version!: number;
  @Field(() => DayScalar, { nullable: true }) publishedOn!: string | null;
  @Field(() => [AdminLadderStep]) steps!: AdminLadderStep[];
}

@Resolver()
export class CaseAdminResolver {
  @Query(() => AdminCasePage)
  async cases(
    @Ctx() context: StaffContext,
    @Arg("filter", () => CaseFilter, { nullable: true }) filter?: CaseFilter,
    @Arg("sort", () => String, { nullable: true, defaultValue: "openCents" }) sort = "openCents",
    @Arg("direction", () => SortDirectionEnum, { nullable: true, defaultValue: "desc" }) direction: "asc" | "desc" = "desc",
    @Arg("first", () => Int, { nullable: true, defaultValue: 50 }) first = 50,
    @Arg("after", () => String, { nullable: true }) after?: string,
  ): Promise<AdminCasePage> {
    const [limit, offset] = [pageSize(first), offsetOf(after)];
    const { waitReason, owner, ...rest } = filter ?? {};
    return context.read(async (reader) => {
      // Waiting is standing, computed from the facts: a filter on it looks through all open cases.
      const all = waitReason ? { limit: 5_000, offset: 0 } : { limit, offset };
      const page = await listCases(reader, { ...rest, owner: owner ? idOf(owner) : undefined, sort, direction, today: context.today, ...all });
      const waits = await waitsOf(reader, page.rows.map(({ debtorId }) => debtorId), context.today, context.realNow);
      const rows = page.rows.map((row) => ({ ...row, waitReason: waits.get(row.debtorId)?.reason ?? null, waitUntil: waits.get(row.debtorId)?.until ?? null }));
      if (!waitReason) return { ...page, rows, nextCursor: cursorOf(offset, limit, page.totalCount) };
      const matching = rows.filter((row) => row.waitReason === waitReason);
      return {
        rows: matching.slice(offset, offset + limit), totalCount: matching.length, totalCents: matching.reduce((sum, { openCents }) => sum + openCents, 0),
        nextCursor: cursorOf(offset, limit, matching.length),
      };
    });
  }

  @Query(() => AdminLadder)
  ladder(@Ctx() context: StaffContext): Promise<AdminLadder> {
    return context.read(async (reader) => {
      const found = await findLadderInForce(reader);
      const steps = (found?.ladder ?? DUTCH_LADDER).steps.map((step) => ({
        key: step.id, afterDays: step.afterDays, channel: step.channel, messageKind: step.template ?? null, automatic: step.automatic,
        minimumCents: step.minimumCents ?? null, onlyFor: step.onlyFor ?? null,
      }));
      return { id: found?.ladderId ?? reader.organisationId, name: found?.name ?? "Nederlands", version: found?.version ?? 1, publishedOn: found?.publishedOn ?? null, steps };
    });
  }

  @Mutation(() => AdminHold)
  placeHold(
    @Ctx() context: StaffContext,
    @Arg("kind", () => String) kind: string,
    @Arg("reason", () => String) reason: string,
    @Arg("debtorId", () => ID, { nullable: true }) debtorId?: string,
    @Arg("invoiceId", () => ID, { nullable: true }) invoiceId?: string,
    @Arg("until", () => DayScalar, { nullable: true }) until?: string,
  ): Promise<AdminHold> {
    if (!debtorId && !invoiceId) throw new Refusal("INPUT_INVALID", { fields: ["debtorId or invoiceId"] });
    if (reason.trim() === "") throw new Refusal("INPUT_INVALID", { fields: ["reason: say why"] });
    // "reminders" lets letters of the law and calls go on, "everything" stops those too; both are a pause.
    const stops = kind === "reminders" ? "reminders" as const : "everything" as const;
    const stored = (["hardship", "never", "paid-claim"] as const).find((known) => known === kind) ?? "pause";
    return context.write(async (tx) => {
      const { holdId } = await placeHold(tx, {
        debtorId: debtorId ? idOf(debtorId) : undefined, invoiceId: invoiceId ? idOf(invoiceId) : undefined, kind: stored, stops, reason: reason.trim(), until: until ?? undefined,
      });
      return held(await findHold(tx, holdId));
    });
  }

  @Mutation(() => AdminHold)
  liftHold(@Ctx() context: StaffContext, @Arg("id", () => ID) id: string, @Arg("reason", () => String, { nullable: true }) reason?: string): Promise<AdminHold> {
    return context.write(async (tx) => {
      await liftHold(tx, { holdId: idOf(id), reason: reason ?? undefined });
      return held(await findHold(tx, idOf(id)));
    });
  }

  @Mutation(() => AdminHold, { description: "Noodrem: stops everything for a debtor in one transaction; a human reviews." })
  pullEmergencyBrake(
    @Ctx() context: StaffContext,
    @Arg("debtorId", () => ID) debtorId: string,
    @Arg("reason", () => String) reason: string,
    @Arg("reviewOn", () => DayScalar, { nullable: true }) reviewOn?: string,
  ): Promise<AdminHold> {
    return context.write(async (tx) => {
      const { holdId } = await pullEmergencyBrake(tx, { debtorId: idOf(debtorId), reason, reviewOn: reviewOn ?? undefined });
      return held(await findHold(tx, holdId));
    });
  }

  @Mutation(() => AdminOrganisation)
  setAutopilot(@Ctx() context: StaffContext, @Arg("on", () => Boolean) on: boolean, @Arg("reason", () => String, { nullable: true }) reason?: string): Promise<AdminOrganisation> {
    return context.write(async (tx) => {
      await tx.query("update organisation set autopilot = $2 where id = $1", [tx.organisationId, on]);
      forgetOrganisation(tx);
      await audit(tx, { action: "set-autopilot", subject: "organisation", subjectId: tx.organisationId, after: { on, reason } });
      return AdminOrganisation.of(await findOrganisation(tx));
    });
  }
}

function held(row: Awaited<ReturnType<typeof findHold>>): AdminHold {
  if (!row) throw new Refusal("NOT_FOUND");
  return AdminHold.of(row);
}
