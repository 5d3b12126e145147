import type { DebtorKind } from "@tegemoet/domain";
import { Arg, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from "type-graphql";
import { cursorOf, offsetOf, pageSize } from "../../platform/graphql/paging";
import { CentsScalar, DayScalar } from "../../platform/graphql/scalars";
import { SortDirectionEnum } from "../../platform/graphql/sort-direction";
import type { StaffContext } from "../../platform/graphql/viewer";
import { DebtorKindEnum } from "../debtors/debtor.view";
import { CaseFilter } from "./case-filter.view";
import { showCases } from "./show-cases";

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
    const page = await context.read((reader) => showCases(reader, { ...filter, sort, direction, limit, offset, today: context.today }, context.realNow));
    return { ...page, nextCursor: cursorOf(offset, limit, page.totalCount) };
  }
}
