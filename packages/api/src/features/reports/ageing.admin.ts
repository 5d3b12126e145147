import type { PlainDate } from "@tegemoet/domain";
import { Arg, Ctx, Field, Float, Int, ObjectType, Query, Resolver } from "type-graphql";
import { CentsScalar, DayScalar } from "../../platform/graphql/scalars";
import type { StaffContext } from "../../platform/graphql/viewer";
import { ageingAsOf, salesUntil } from "./ageing.queries";
import { daysSalesOutstanding } from "./days-sales-outstanding";

@ObjectType("AgeingBucket", { description: "key: notDue · d1_30 · d31_60 · d61_90 · d90plus" })
export class AdminAgeingBucket {
  @Field(() => String) key!: string;
  @Field(() => CentsScalar) cents!: number;
  @Field(() => Int) count!: number;
}

@ObjectType("Ageing")
export class AdminAgeing {
  @Field(() => DayScalar) asOf!: PlainDate;
  @Field(() => [AdminAgeingBucket]) buckets!: AdminAgeingBucket[];
  @Field(() => Float, { nullable: true }) dso!: number | null;
}

@Resolver()
export class AgeingAdminResolver {
  @Query(() => AdminAgeing)
  async ageing(@Ctx() context: StaffContext, @Arg("asOf", () => DayScalar, { nullable: true }) asOf?: PlainDate | null): Promise<AdminAgeing> {
    const day = asOf ?? context.today;
    return context.read(async (reader) => {
      const { sales, openCents } = await salesUntil(reader, day);
      return { asOf: day, buckets: await ageingAsOf(reader, day), dso: daysSalesOutstanding(openCents, sales, day) };
    });
  }
}
