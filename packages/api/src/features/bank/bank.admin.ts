import { Refusal } from "@tegemoet/domain";
import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from "type-graphql";
import type { Tx } from "../../platform/database/transaction";
import { cursorOf, offsetOf, pageSize } from "../../platform/graphql/paging";
import type { StaffContext } from "../../platform/graphql/viewer";
import { idOf } from "../../platform/ids";
import { allocationsOf, MatchInput } from "../payments/allocation.view";
import { AdminBankLine, AdminBankPage, MatchStateEnum } from "./bank.view";
import { countPiles, findBankLine, findLastBookedOn, listBankLines, listStatements, type ShownState } from "./bank-page.queries";
import { ignoreBankLine } from "./ignore-bank-line";
import { matchBankLine } from "./match-bank-line";
import { undoMatch } from "./undo-match";

@Resolver()
export class BankAdminResolver {
  @Query(() => AdminBankPage)
  bank(
    @Ctx() context: StaffContext,
    @Arg("state", () => MatchStateEnum, { nullable: true }) state?: ShownState,
    @Arg("search", () => String, { nullable: true }) search?: string,
    @Arg("first", () => Int, { nullable: true, defaultValue: 50 }) first = 50,
    @Arg("after", () => String, { nullable: true }) after?: string,
  ): Promise<AdminBankPage> {
    const [limit, offset] = [pageSize(first), offsetOf(after)];
    return context.read(async (reader) => {
      const { rows, totalCount } = await listBankLines(reader, { state, search, limit, offset, today: context.today });
      return {
        rows, piles: await countPiles(reader), statements: await listStatements(reader), lastBookedOn: await findLastBookedOn(reader),
        nextCursor: cursorOf(offset, limit, totalCount),
      };
    });
  }

  @Query(() => AdminBankLine, { description: "One line, wherever in its pile it lies." })
  bankLine(@Ctx() context: StaffContext, @Arg("id", () => ID) id: string): Promise<AdminBankLine> {
    const lineId = idOf(id);
    return context.read(async (reader) => {
      const line = await findBankLine(reader, lineId, context.today);
      if (!line) throw new Refusal("NOT_FOUND");
      return line;
    });
  }

  @Mutation(() => AdminBankLine)
  matchBankLine(@Ctx() context: StaffContext, @Arg("id", () => ID) id: string, @Arg("allocations", () => [MatchInput]) allocations: MatchInput[]): Promise<AdminBankLine> {
    return decide(context, id, (tx, lineId) => matchBankLine(tx, { lineId, allocations: allocationsOf(allocations) }));
  }

  @Mutation(() => AdminBankLine)
  ignoreBankLine(@Ctx() context: StaffContext, @Arg("id", () => ID) id: string, @Arg("reason", () => String) reason: string): Promise<AdminBankLine> {
    return decide(context, id, (tx, lineId) => ignoreBankLine(tx, { lineId, reason }));
  }

  @Mutation(() => AdminBankLine)
  undoMatch(@Ctx() context: StaffContext, @Arg("id", () => ID) id: string): Promise<AdminBankLine> {
    return decide(context, id, (tx, lineId) => undoMatch(tx, { lineId }));
  }
}

/** Does the act, and gives the line as it stands after it. */
function decide(context: StaffContext, id: string, act: (tx: Tx, lineId: string) => Promise<void>): Promise<AdminBankLine> {
  const lineId = idOf(id);
  return context.write(async (tx) => {
    await act(tx, lineId);
    const line = await findBankLine(tx, lineId, context.today);
    if (!line) throw new Refusal("NOT_FOUND");
    return line;
  });
}
