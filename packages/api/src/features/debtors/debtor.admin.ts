import type { DebtorKind } from "@tegemoet/domain";
import { Arg, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from "type-graphql";
import { cursorOf, offsetOf, pageSize } from "../../platform/graphql/paging";
import { CentsScalar, DayScalar } from "../../platform/graphql/scalars";
import { SortDirectionEnum } from "../../platform/graphql/sort-direction";
import type { StaffContext } from "../../platform/graphql/viewer";
import { DebtorFilter } from "./debtor-filter.view";
import { listDebtors } from "./debtor.queries";
import { DebtorKindEnum } from "./debtor.view";

@ObjectType("DebtorRow")
export class AdminDebtorRow {
  @Field(() => ID) id!: string;
  @Field(() => String) number!: string;
  @Field(() => String) name!: string;
  @Field(() => DebtorKindEnum) kind!: DebtorKind;
  @Field(() => String, { nullable: true }) city!: string | null;
  @Field(() => CentsScalar) openCents!: number;
  @Field(() => CentsScalar) overdueCents!: number;
  @Field(() => DayScalar, { nullable: true }) oldestDueOn!: string | null;
  @Field(() => ID, { nullable: true }) caseId!: string | null;
}

@ObjectType("DebtorPage")
export class AdminDebtorPage {
  @Field(() => [AdminDebtorRow]) rows!: AdminDebtorRow[];
  @Field(() => Int) totalCount!: number;
  @Field(() => CentsScalar) openCents!: number;
  @Field(() => CentsScalar) overdueCents!: number;
  @Field(() => String, { nullable: true }) nextCursor!: string | null;
}

@Resolver()
export class DebtorAdminResolver {
  @Query(() => AdminDebtorPage)
  async debtors(
    @Ctx() context: StaffContext,
    @Arg("filter", () => DebtorFilter, { nullable: true }) filter?: DebtorFilter,
    @Arg("sort", () => String, { nullable: true, defaultValue: "openCents" }) sort = "openCents",
    @Arg("direction", () => SortDirectionEnum, { nullable: true, defaultValue: "desc" }) direction: "asc" | "desc" = "desc",
    @Arg("first", () => Int, { nullable: true, defaultValue: 50 }) first = 50,
    @Arg("after", () => String, { nullable: true }) after?: string,
  ): Promise<AdminDebtorPage> {
    const [limit, offset] = [pageSize(first), offsetOf(after)];
    const page = await context.read((reader) => listDebtors(reader, { ...filter, sort, direction, limit, offset, today: context.today }));
    return { ...page, nextCursor: cursorOf(offset, limit, page.totalCount) };
  }
}
