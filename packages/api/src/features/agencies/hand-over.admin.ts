import { daysBetween, handOverFaults, Refusal, type PlainDate } from "@tegemoet/domain";
import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import type { Reader, Tx } from "../../platform/database/transaction";
import type { StaffContext } from "../../platform/graphql/viewer";
import { idOf } from "../../platform/ids";
import { listAgencies } from "./agency.queries";
import { AdminAgency } from "./agency.view";
import { approveHandOver } from "./approve-hand-over";
import { checkHandOver } from "./check-hand-over";
import { handOverFactsOf, listHandOverFacts, listReadyCaseIds } from "./hand-over-facts.queries";
import { findHandOver, listHandOvers, listOpenApprovals } from "./hand-over.queries";
import { AdminApproval, AdminHandOver, type AdminHandOverCandidate, AdminHandOverPage } from "./hand-over.view";
import { proposeHandOver } from "./propose-hand-over";
import { recallHandOver } from "./recall-hand-over";
import { rejectHandOver } from "./reject-hand-over";

@Resolver()
export class HandOverAdminResolver {
  @Query(() => AdminHandOverPage)
  async handOvers(@Ctx() context: StaffContext): Promise<AdminHandOverPage> {
    return context.read(async (reader) => ({
      candidates: await candidates(reader, context.today),
      handOvers: (await listHandOvers(reader)).map((row) => AdminHandOver.of(row, context.viewer.staffId)),
      agencies: (await listAgencies(reader)).map(AdminAgency.of),
    }));
  }

  @Query(() => [String], { description: "What is missing before this case may go to this agency: codes, empty when complete." })
  async handOverCheck(
    @Arg("caseId", () => ID) caseId: string, @Arg("agencyId", () => ID) agencyId: string, @Ctx() context: StaffContext,
  ): Promise<string[]> {
    return (await context.read((reader) => checkHandOver(reader, { caseId: idOf(caseId), agencyId: idOf(agencyId), today: context.today }))).faults;
  }

  @Query(() => [AdminApproval])
  async approvals(@Ctx() context: StaffContext): Promise<AdminApproval[]> {
    const rows = await context.read(listOpenApprovals);
    return rows.map(({ askedById, ...row }) => ({ ...row, askedByMe: askedById === context.viewer.staffId }));
  }

  @Mutation(() => AdminHandOver)
  async proposeHandOver(
    @Arg("caseId", () => ID) caseId: string, @Arg("agencyId", () => ID) agencyId: string, @Ctx() context: StaffContext,
  ): Promise<AdminHandOver> {
    return this.after(context, (tx) => proposeHandOver(tx, { caseId: idOf(caseId), agencyId: idOf(agencyId), today: context.today }));
  }

  @Mutation(() => AdminHandOver, { description: "The second person: never who proposed it." })
  async approveHandOver(@Arg("id", () => ID) id: string, @Ctx() context: StaffContext): Promise<AdminHandOver> {
    return this.after(context, async (tx) => {
      await approveHandOver(tx, { handOverId: idOf(id), today: context.today });
      return idOf(id);
    });
  }

  @Mutation(() => AdminHandOver)
  async rejectHandOver(@Arg("id", () => ID) id: string, @Arg("reason", () => String) reason: string, @Ctx() context: StaffContext): Promise<AdminHandOver> {
    return this.after(context, async (tx) => {
      await rejectHandOver(tx, { handOverId: idOf(id), reason });
      return idOf(id);
    });
  }

  @Mutation(() => AdminHandOver)
  async recallHandOver(@Arg("id", () => ID) id: string, @Arg("reason", () => String) reason: string, @Ctx() context: StaffContext): Promise<AdminHandOver> {
    return this.after(context, async (tx) => {
      await recallHandOver(tx, { handOverId: idOf(id), reason });
      return idOf(id);
    });
  }

  private after(context: StaffContext, act: (tx: Tx) => Promise<string>): Promise<AdminHandOver> {
    return context.write(async (tx) => {
      const row = await findHandOver(tx, await act(tx));
      if (!row) throw new Refusal("NOT_FOUND");
      return AdminHandOver.of(row, context.viewer.staffId);
    });
  }
}

async function candidates(reader: Reader, today: PlainDate): Promise<AdminHandOverCandidate[]> {
  const rows = await listHandOverFacts(reader, await listReadyCaseIds(reader), today);
  return rows.map((row) => ({
    caseId: row.caseId,
    caseNumber: String(row.caseNumber),
    debtorName: row.debtorName,
    kind: row.kind,
    openCents: row.invoices.reduce((sum, { outstanding }) => sum + outstanding, 0),
    daysOverdue: row.invoices.reduce((most, { dueOn }) => Math.max(most, daysBetween(dueOn, today)), 0),
    faults: [...new Set(handOverFaults(handOverFactsOf(row, null, today), today).map(({ fault }) => fault))],
  }));
}
