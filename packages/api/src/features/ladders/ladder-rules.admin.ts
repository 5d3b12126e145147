import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from "type-graphql";
import type { StaffContext } from "../../platform/graphql/viewer";
import { idOf } from "../../platform/ids";
import { archiveLadder } from "./archive-ladder";
import { AdminLadderMove, AdminMovedCases, ContinueAfterInput } from "./ladder-move.view";
import { changingLadder } from "./ladder.admin";
import { AdminLadder, LadderConditionsInput } from "./ladder.view";
import { moveCases } from "./move-cases";
import { previewMove } from "./preview-move";
import { setLadderRules, type SetLadderRules } from "./set-ladder-rules";

@Resolver()
export class LadderRulesAdminResolver {
  @Mutation(() => AdminLadder, { description: "Name, place among the rules, and whom it is for. Holds for invoices that begin." })
  setLadderRules(
    @Arg("id", () => ID) id: string, @Arg("rowVersion", () => Int) rowVersion: number, @Arg("name", () => String) name: string, @Arg("rank", () => Int) rank: number,
    @Arg("conditions", () => LadderConditionsInput) conditions: LadderConditionsInput, @Ctx() context: StaffContext,
  ): Promise<AdminLadder> {
    return changingLadder(context, async (tx) => {
      await setLadderRules(tx, { ladderId: idOf(id), rowVersion, name, rank, conditions: conditions as SetLadderRules["conditions"] });
      return idOf(id);
    });
  }

  @Mutation(() => AdminLadder, { description: "Takes a ladder out of use; `to` takes over its rule and its debtors. What runs on it runs on." })
  archiveLadder(@Arg("id", () => ID) id: string, @Ctx() context: StaffContext, @Arg("toLadderId", () => ID, { nullable: true }) toLadderId?: string | null): Promise<AdminLadder> {
    return changingLadder(context, async (tx) => {
      await archiveLadder(tx, { ladderId: idOf(id), to: toLadderId ? idOf(toLadderId) : undefined });
      return idOf(id);
    });
  }

  @Query(() => AdminLadderMove)
  ladderMove(@Arg("fromVersionId", () => ID) fromVersionId: string, @Arg("versionId", () => ID) versionId: string, @Ctx() context: StaffContext): Promise<AdminLadderMove> {
    return context.read(async (reader) => {
      const { invoices, steps } = await previewMove(reader, { fromVersionId: idOf(fromVersionId), versionId: idOf(versionId) });
      return { invoices, steps: [...steps] };
    });
  }

  @Mutation(() => AdminMovedCases, { description: "Moves running invoices to another version by explicit choice. Steps done stay done, none comes twice, none is jumped to." })
  moveCases(
    @Arg("fromVersionId", () => ID) fromVersionId: string, @Arg("versionId", () => ID) versionId: string, @Arg("continueAfter", () => [ContinueAfterInput]) continueAfter: ContinueAfterInput[],
    @Arg("reason", () => String) reason: string, @Ctx() context: StaffContext, @Arg("invoiceIds", () => [ID], { nullable: true }) invoiceIds?: string[] | null,
  ): Promise<AdminMovedCases> {
    return context.write((tx) => moveCases(tx, {
      fromVersionId: idOf(fromVersionId), versionId: idOf(versionId), invoiceIds: invoiceIds?.map(idOf), reason,
      continueAfter: continueAfter.map((choice) => ({ step: choice.step, continueAfter: choice.continueAfter ?? null })),
    }));
  }
}
