import { Refusal } from "@tegemoet/domain";
import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from "type-graphql";
import type { Reader, Tx } from "../../platform/database/transaction";
import { cursorOf, offsetOf, pageSize } from "../../platform/graphql/paging";
import type { StaffContext } from "../../platform/graphql/viewer";
import { idOf } from "../../platform/ids";
import { findBulkAction, listBulkActions } from "./bulk-action.queries";
import { AdminBulkAction, AdminBulkRowPage, BulkActionInput } from "./bulk-action.view";
import { listRows, type WhichRows } from "./bulk-row.queries";
import { prepareBulkAction } from "./prepare-bulk-action";
import { retryBulkAction } from "./retry-bulk-action";
import { startBulkAction } from "./start-bulk-action";
import { undoBulkAction } from "./undo-bulk-action";

@Resolver()
export class BulkActionAdminResolver {
  @Query(() => [AdminBulkAction], { description: "What was begun last, the newest first." })
  bulkActions(@Ctx() context: StaffContext): Promise<AdminBulkAction[]> {
    return context.read(async (reader) => {
      const actions: AdminBulkAction[] = [];
      for (const row of await listBulkActions(reader)) actions.push(await AdminBulkAction.of(reader, row, context.viewer.role));
      return actions;
    });
  }

  @Query(() => AdminBulkAction)
  bulkAction(@Ctx() context: StaffContext, @Arg("id", () => ID) id: string): Promise<AdminBulkAction> {
    return context.read((reader) => actionOf(reader, idOf(id), context));
  }

  @Query(() => AdminBulkRowPage, { description: "What happens to each row, or what came of it. which: all · goes · refused" })
  bulkRows(
    @Ctx() context: StaffContext, @Arg("id", () => ID) id: string, @Arg("which", () => String, { defaultValue: "all" }) which: string,
    @Arg("first", () => Int, { nullable: true, defaultValue: 50 }) first = 50, @Arg("after", () => String, { nullable: true }) after?: string,
  ): Promise<AdminBulkRowPage> {
    if (which !== "all" && which !== "goes" && which !== "refused") throw new Refusal("INPUT_INVALID", { fields: ["which: all, goes or refused"] });
    const [limit, offset] = [pageSize(first), offsetOf(after)];
    return context.read(async (reader) => {
      if (!(await findBulkAction(reader, idOf(id)))) throw new Refusal("NOT_FOUND");
      const { rows, totalCount } = await listRows(reader, idOf(id), { which: which as WhichRows, limit, offset });
      return { rows: rows.map((row) => ({ ...row, details: row.details === null ? null : JSON.stringify(row.details) })), totalCount, nextCursor: cursorOf(offset, limit, totalCount) };
    });
  }

  @Mutation(() => AdminBulkAction, { description: "Chooses the rows and rehearses the act on each; nothing is done yet. The same key again is the same action." })
  prepareBulkAction(@Ctx() context: StaffContext, @Arg("input", () => BulkActionInput) { rows, cases, invoices, debtors, ownerId, ladderId, ...input }: BulkActionInput): Promise<AdminBulkAction> {
    return context.write(async (tx) => {
      const { id } = await prepareBulkAction(tx, {
        ...input, ...whoActs(context), ids: rows ?? undefined, cases: cases ?? undefined, invoices: invoices ?? undefined, debtors: debtors ?? undefined,
        ownerId: ownerId ? idOf(ownerId) : null, ladderId: ladderId ? idOf(ladderId) : null,
      });
      return actionOf(tx, id, context);
    });
  }

  @Mutation(() => AdminBulkAction, { description: "Begins what was rehearsed; it goes on when the page is left. A second press changes nothing." })
  startBulkAction(@Ctx() context: StaffContext, @Arg("id", () => ID) id: string): Promise<AdminBulkAction> {
    return changing(context, idOf(id), (tx) => startBulkAction(tx, { id: idOf(id), ...whoActs(context) }));
  }

  @Mutation(() => AdminBulkAction, { description: "Tries again what was refused or broke; what is done isn't touched." })
  retryBulkAction(@Ctx() context: StaffContext, @Arg("id", () => ID) id: string): Promise<AdminBulkAction> {
    return changing(context, idOf(id), (tx) => retryBulkAction(tx, { id: idOf(id), ...whoActs(context) }));
  }

  @Mutation(() => AdminBulkAction, { description: "Takes back what was done, row by row. Answers with the action that does so." })
  undoBulkAction(@Ctx() context: StaffContext, @Arg("id", () => ID) id: string, @Arg("reason", () => String) reason: string): Promise<AdminBulkAction> {
    return context.write(async (tx) => actionOf(tx, await undoBulkAction(tx, { id: idOf(id), reason, ...whoActs(context) }), context));
  }
}

const whoActs = ({ viewer: { staffId, role }, realNow }: StaffContext) => ({ staffId, role, realNow });

async function actionOf(reader: Reader, id: string, { viewer }: StaffContext): Promise<AdminBulkAction> {
  const row = await findBulkAction(reader, id);
  if (!row) throw new Refusal("NOT_FOUND");
  return AdminBulkAction.of(reader, row, viewer.role);
}

function changing(context: StaffContext, id: string, act: (tx: Tx) => Promise<void>): Promise<AdminBulkAction> {
  return context.write(async (tx) => {
    await act(tx);
    return actionOf(tx, id, context);
  });
}
