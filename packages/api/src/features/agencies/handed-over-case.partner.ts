import { Refusal, type PlainDate } from "@tegemoet/domain";
import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from "type-graphql";
import { pageSize } from "../../platform/graphql/paging";
import { CentsScalar, DayScalar } from "../../platform/graphql/scalars";
import type { AgencyContext } from "../../platform/graphql/viewer";
import { idOf } from "../../platform/ids";
import { changeHandedOverCase, type CaseChange } from "./change-handed-over-case";
import { findHandedOverCase, listHandedOverCases, type CaseState } from "./handed-over-case.queries";
import { CaseStateEnum, PartnerCase, PartnerCaseConnection } from "./handed-over-case.view";
import { readHandedOverCase } from "./read-handed-over-case";

@Resolver()
export class HandedOverCasePartnerResolver {
  @Query(() => PartnerCaseConnection)
  async cases(
    @Ctx() context: AgencyContext,
    @Arg("first", () => Int, { nullable: true, defaultValue: 50 }) first = 50,
    @Arg("after", () => String, { nullable: true }) after?: string | null,
    @Arg("state", () => CaseStateEnum, { nullable: true }) state?: CaseState | null,
  ): Promise<PartnerCaseConnection> {
    await context.limits.take("partner-key", context.viewer.keyId);
    const limit = pageSize(first);
    return context.read(async (reader) => {
      const { rows, ...page } = await listHandedOverCases(reader, context.viewer.agencyId, { limit, after, state });
      const nodes: PartnerCase[] = [];
      for (const row of rows) nodes.push(await readHandedOverCase(reader, row, context.today));
      return { nodes, ...page };
    });
  }

  @Query(() => PartnerCase)
  async case(@Arg("id", () => ID) id: string, @Ctx() context: AgencyContext): Promise<PartnerCase> {
    await context.limits.take("partner-key", context.viewer.keyId);
    return context.read(async (reader) => {
      const row = await findHandedOverCase(reader, context.viewer.agencyId, idOf(id));
      if (!row) throw new Refusal("NOT_FOUND");
      return readHandedOverCase(reader, row, context.today);
    });
  }

  @Mutation(() => PartnerCase)
  async acceptCase(@Arg("id", () => ID) id: string, @Arg("version", () => Int) version: number, @Ctx() context: AgencyContext): Promise<PartnerCase> {
    return this.change(context, id, version, { kind: "accept" });
  }

  @Mutation(() => PartnerCase)
  async declineCase(
    @Arg("id", () => ID) id: string, @Arg("version", () => Int) version: number, @Arg("reason", () => String) reason: string, @Ctx() context: AgencyContext,
  ): Promise<PartnerCase> {
    return this.change(context, id, version, { kind: "decline", reason });
  }

  @Mutation(() => PartnerCase, { description: "kind: status · call · letter · payment · plan · question" })
  async reportEvent(
    @Arg("id", () => ID) id: string,
    @Arg("version", () => Int) version: number,
    @Arg("kind", () => String) kind: string,
    @Arg("text", () => String) text: string,
    @Ctx() context: AgencyContext,
    @Arg("cents", () => CentsScalar, { nullable: true }) cents?: number | null,
    @Arg("on", () => DayScalar, { nullable: true }) on?: PlainDate | null,
  ): Promise<PartnerCase> {
    return this.change(context, id, version, { kind: "report", event: kind, text, cents, on });
  }

  @Mutation(() => PartnerCase)
  async closeCase(
    @Arg("id", () => ID) id: string, @Arg("version", () => Int) version: number, @Arg("code", () => String) code: string, @Ctx() context: AgencyContext,
    @Arg("text", () => String, { nullable: true }) text?: string | null,
  ): Promise<PartnerCase> {
    return this.change(context, id, version, { kind: "close", code, text });
  }

  private async change(context: AgencyContext, id: string, version: number, change: CaseChange["change"]): Promise<PartnerCase> {
    await context.limits.take("partner-key", context.viewer.keyId);
    const { agencyId } = context.viewer;
    return context.write(async (tx) => {
      await changeHandedOverCase(tx, { agencyId, handOverId: idOf(id), version, change });
      const row = await findHandedOverCase(tx, agencyId, idOf(id));
      if (!row) throw new Refusal("NOT_FOUND");
      return readHandedOverCase(tx, row, context.today);
    });
  }
}
