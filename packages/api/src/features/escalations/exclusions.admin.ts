import { Arg, Ctx, Field, ID, Int, InputType, ObjectType, Query, Resolver } from "type-graphql";
import { cursorOf, offsetOf, pageSize } from "../../platform/graphql/paging";
import { CentsScalar, DayScalar } from "../../platform/graphql/scalars";
import type { StaffContext } from "../../platform/graphql/viewer";
import { listExclusions } from "./exclusions.queries";

/** After so many days without an end or a review, nobody remembers why something rests. */
const FORGOTTEN_AFTER_DAYS = 30;

@InputType("ExclusionFilter")
export class ExclusionFilter {
  @Field(() => String, { nullable: true }) kind?: string | null;
  @Field(() => String, { nullable: true }) search?: string | null;
  @Field(() => Boolean, { nullable: true }) forgottenOnly?: boolean | null;
  @Field(() => Int, { nullable: true }) minDays?: number | null;
  @Field(() => Int, { nullable: true, description: "Without an end or a review, forgotten after so many days. Default 30." }) forgottenAfterDays?: number | null;
}

@ObjectType("Exclusion", {
  description: `Why a debtor or an invoice is left in peace. kind: brake · hardship · never · pause · paid-claim · stop-code · dispute · plan · plan-proposed · promise · reply · self-check ·
postponed · no-address · address-fault · parked · handed-over · autopilot · direct-debit. reason: what a person wrote, or a code of that kind. forgotten: past its review, or old without an end.`,
})
export class AdminExclusion {
  @Field(() => String) key!: string;
  @Field(() => String) kind!: string;
  @Field(() => String) scope!: string;
  @Field(() => ID, { nullable: true }) subjectId!: string | null;
  @Field(() => ID, { nullable: true }) debtorId!: string | null;
  @Field(() => String, { nullable: true, description: "Of a hold of a segment: that segment." }) debtorName!: string | null;
  @Field(() => ID, { nullable: true }) invoiceId!: string | null;
  @Field(() => String, { nullable: true }) invoiceNumber!: string | null;
  @Field(() => String, { nullable: true }) reason!: string | null;
  @Field(() => DayScalar) since!: string;
  @Field(() => DayScalar, { nullable: true }) until!: string | null;
  @Field(() => DayScalar, { nullable: true }) reviewOn!: string | null;
  @Field(() => String, { nullable: true }) ownerName!: string | null;
  @Field(() => CentsScalar) cents!: number;
  @Field(() => Boolean) forgotten!: boolean;
}

@ObjectType("ExclusionCount")
export class AdminExclusionCount {
  @Field(() => String) kind!: string;
  @Field(() => Int) count!: number;
}

@ObjectType("ExclusionPage", { description: "kinds counts all kinds within the other filters." })
export class AdminExclusionPage {
  @Field(() => [AdminExclusion]) rows!: AdminExclusion[];
  @Field(() => Int) totalCount!: number;
  @Field(() => CentsScalar) totalCents!: number;
  @Field(() => Int) forgottenCount!: number;
  @Field(() => [AdminExclusionCount]) kinds!: AdminExclusionCount[];
  @Field(() => String, { nullable: true }) nextCursor!: string | null;
}

@Resolver()
export class ExclusionsAdminResolver {
  @Query(() => AdminExclusionPage, { description: "Whatever is left in peace, with why and for how long; what was forgotten first." })
  exclusions(
    @Ctx() context: StaffContext,
    @Arg("filter", () => ExclusionFilter, { nullable: true }) filter?: ExclusionFilter | null,
    @Arg("first", () => Int, { nullable: true, defaultValue: 50 }) first = 50,
    @Arg("after", () => String, { nullable: true }) after?: string,
  ): Promise<AdminExclusionPage> {
    const [limit, offset] = [pageSize(first), offsetOf(after)];
    return context.read(async (reader) => {
      const page = await listExclusions(reader, {
        kind: filter?.kind ?? undefined, search: filter?.search ?? undefined, forgottenOnly: filter?.forgottenOnly ?? undefined, minDays: filter?.minDays ?? undefined,
        forgottenAfterDays: filter?.forgottenAfterDays ?? FORGOTTEN_AFTER_DAYS, today: context.today, limit, offset,
      });
      return { ...page, nextCursor: cursorOf(offset, limit, page.totalCount) };
    }) as Promise<AdminExclusionPage>;
  }
}
