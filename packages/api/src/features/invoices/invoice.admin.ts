import { Arg, Ctx, Field, Int, ObjectType, Query, Resolver } from "type-graphql";
import { CentsScalar } from "../../platform/graphql/scalars";
import { SortDirectionEnum } from "../../platform/graphql/sort-direction";
import { cursorOf, offsetOf, pageSize } from "../../platform/graphql/paging";
import type { StaffContext } from "../../platform/graphql/viewer";
import { idOf } from "../../platform/ids";
import { InvoiceFilter } from "./invoice-filter.view";
import { listInvoices } from "./invoice.queries";
import { AdminInvoiceRow } from "./invoice.view";

@ObjectType("InvoicePage", { description: "state of the filter: open · overdue · paid · all" })
export class AdminInvoicePage {
  @Field(() => [AdminInvoiceRow]) rows!: AdminInvoiceRow[];
  @Field(() => Int) totalCount!: number;
  @Field(() => CentsScalar) totalCents!: number;
  @Field(() => CentsScalar) openCents!: number;
  @Field(() => String, { nullable: true }) nextCursor!: string | null;
}

@Resolver()
export class InvoiceAdminResolver {
  @Query(() => AdminInvoicePage)
  async invoices(
    @Ctx() context: StaffContext,
    @Arg("filter", () => InvoiceFilter, { nullable: true }) filter?: InvoiceFilter,
    @Arg("sort", () => String, { nullable: true, defaultValue: "dueOn" }) sort = "dueOn",
    @Arg("direction", () => SortDirectionEnum, { nullable: true, defaultValue: "desc" }) direction: "asc" | "desc" = "desc",
    @Arg("first", () => Int, { nullable: true, defaultValue: 50 }) first = 50,
    @Arg("after", () => String, { nullable: true }) after?: string,
  ): Promise<AdminInvoicePage> {
    const [limit, offset] = [pageSize(first), offsetOf(after)];
    const page = await context.read((reader) =>
      listInvoices(reader, {
        search: filter?.search, state: filter?.state, debtorId: filter?.debtorId && idOf(filter.debtorId), sort, direction, limit, offset, today: context.today,
      }));
    return { ...page, rows: page.rows.map((row) => AdminInvoiceRow.of(row)), nextCursor: cursorOf(offset, limit, page.totalCount) };
  }
}
