import { Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { reading } from "../../platform/database/transaction";
import type { StaffContext } from "../../platform/graphql/viewer";
import { AdminNavCounts } from "../users/nav-counts.view";
import { countWork } from "./today.queries";

/** The menu's count of today's work is the work list's own, so the two never differ. */
@Resolver(() => AdminNavCounts)
export class NavCountsAdminResolver {
  @FieldResolver(() => Int)
  today(@Root() { organisationId, day }: AdminNavCounts, @Ctx() { source }: StaffContext): Promise<number> {
    // Who has only just signed in is no viewer of this request yet, so the organisation comes with the counts.
    return reading(source, organisationId, (reader) => countWork(reader, day));
  }
}
