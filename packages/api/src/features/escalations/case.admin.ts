import type { DebtorKind } from "@tegemoet/domain";
import { Arg, Ctx, Field, ID, InputType, Int, ObjectType, Query, Resolver } from "type-graphql";
import { cursorOf, offsetOf, pageSize } from "../../platform/graphql/paging";
import { CentsScalar, DayScalar } from "../../platform/graphql/scalars";
import { SortDirectionEnum } from "../../platform/graphql/sort-direction";
import type { StaffContext } from "../../platform/graphql/viewer";
import { idOf } from "../../platform/ids";
import { DebtorKindEnum } from "../debtors/debtor.view";
import { listCases } from "./case.queries";
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
}
