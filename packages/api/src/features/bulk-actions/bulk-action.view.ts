import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { CentsScalar, DayScalar, MomentScalar } from "../../platform/graphql/scalars";
import type { Reader } from "../../platform/database/transaction";
import type { Role } from "../../platform/graphql/viewer";
import { DebtorFilter } from "../debtors/debtor-filter.view";
import { CaseFilter } from "../escalations/case-filter.view";
import { InvoiceFilter } from "../invoices/invoice-filter.view";
import type { BulkActionRow } from "./bulk-action.queries";
import { BULK_ACTS } from "./bulk-order";
import { countRows } from "./bulk-row.queries";

@InputType("BulkActionInput", { description: "Rows by ids, or everything that the filter of the list shows. What else is asked hangs on the act." })
export class BulkActionInput {
  @Field(() => String) key!: string;
  @Field(() => String) list!: string;
  @Field(() => String) act!: string;
  @Field(() => [ID], { nullable: true }) rows?: string[] | null;
  @Field(() => CaseFilter, { nullable: true }) cases?: CaseFilter | null;
  @Field(() => InvoiceFilter, { nullable: true }) invoices?: InvoiceFilter | null;
  @Field(() => DebtorFilter, { nullable: true }) debtors?: DebtorFilter | null;
  @Field(() => String) reason!: string;
  @Field(() => DayScalar, { nullable: true }) until?: string | null;
  @Field(() => String, { nullable: true }) stops?: string | null;
  @Field(() => ID, { nullable: true }) ownerId?: string | null;
  @Field(() => ID, { nullable: true }) ladderId?: string | null;
  @Field(() => CentsScalar, { nullable: true }) maximumCents?: number | null;
}

@ObjectType("BulkAction", {
  description: "One act on many rows. list: cases · invoices · debtors. act: pause · lift · assign · postpone · skip · choose-ladder · write-off. state: checking (being rehearsed) · ready · running · done",
})
export class AdminBulkAction {
  @Field(() => ID) id!: string;
  @Field(() => String) list!: string;
  @Field(() => String) act!: string;
  @Field(() => String) state!: string;
  @Field(() => String) reason!: string;
  @Field(() => DayScalar, { nullable: true }) until!: string | null;
  @Field(() => String, { nullable: true, description: "The colleague, or the ladder, that was chosen." }) target!: string | null;
  @Field(() => CentsScalar, { nullable: true }) maximumCents!: number | null;
  @Field(() => Int) total!: number;
  @Field(() => CentsScalar) cents!: number;
  @Field(() => Int, { description: "Rows that were rehearsed, and of those how many would go." }) checked!: number;
  @Field(() => Int) goes!: number;
  @Field(() => CentsScalar) goesCents!: number;
  @Field(() => Int) done!: number;
  @Field(() => CentsScalar) doneCents!: number;
  @Field(() => Int, { description: "Refused by a rule, or broken on our side: these can be tried again." }) refused!: number;
  @Field(() => MomentScalar) preparedAt!: Date;
  @Field(() => MomentScalar, { nullable: true }) startedAt!: Date | null;
  @Field(() => MomentScalar, { nullable: true }) finishedAt!: Date | null;
  @Field(() => String) by!: string;
  @Field(() => Boolean) mayStart!: boolean;
  @Field(() => Boolean) mayUndo!: boolean;
  @Field(() => ID, { nullable: true, description: "The action that this one takes back." }) undoesId!: string | null;
  @Field(() => ID, { nullable: true }) undoneById!: string | null;

  static async of(reader: Reader, row: BulkActionRow, role: Role): Promise<AdminBulkAction> {
    const { id, list, act, state, orders, total, cents, target, preparedAt, startedAt, finishedAt, by, undoesId, undoneById } = row;
    const counts = await countRows(reader, id);
    const mayStart = (BULK_ACTS[act].roles as readonly Role[]).includes(role);
    return Object.assign(new AdminBulkAction(), {
      id, list, act, state, reason: orders.reason, until: orders.until ?? null, target, maximumCents: orders.maximumCents ?? null, total, cents, ...counts,
      preparedAt, startedAt, finishedAt, by, undoesId, undoneById, mayStart,
      mayUndo: mayStart && BULK_ACTS[act].undo && state === "done" && undoesId === null && undoneById === null && counts.done > 0,
    });
  }
}

@ObjectType("BulkRow", { description: "expected: goes · refused. outcome: done · refused · failed. code: the refusal, with its details as JSON text" })
export class AdminBulkRow {
  @Field(() => ID) subjectId!: string;
  @Field(() => String) label!: string;
  @Field(() => CentsScalar) cents!: number;
  @Field(() => String, { nullable: true }) expected!: string | null;
  @Field(() => String, { nullable: true }) outcome!: string | null;
  @Field(() => String, { nullable: true }) code!: string | null;
  @Field(() => String, { nullable: true }) details!: string | null;
}

@ObjectType("BulkRowPage")
export class AdminBulkRowPage {
  @Field(() => [AdminBulkRow]) rows!: AdminBulkRow[];
  @Field(() => Int) totalCount!: number;
  @Field(() => String, { nullable: true }) nextCursor!: string | null;
}
