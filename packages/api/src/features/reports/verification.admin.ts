import type { PlainDate } from "@tegemoet/domain";
import { Ctx, Field, Int, ObjectType, Query, Resolver } from "type-graphql";
import { DayScalar, MomentScalar } from "../../platform/graphql/scalars";
import type { StaffContext } from "../../platform/graphql/viewer";
import type { Breach } from "../ledger/verify";

@ObjectType("BreachExample")
export class AdminBreachExample {
  @Field(() => String) id!: string;
  @Field(() => String) found!: string;
}

@ObjectType("Breach", { description: "A rule of the books that doesn't hold, how often, and the first few places." })
export class AdminBreach {
  @Field(() => String) rule!: string;
  @Field(() => String) says!: string;
  @Field(() => Int) count!: number;
  @Field(() => [AdminBreachExample]) examples!: AdminBreachExample[];
}

@ObjectType("Verification", { description: "What the last check of the books found, after a night." })
export class AdminVerification {
  @Field(() => DayScalar) day!: string;
  @Field(() => MomentScalar) ranAt!: Date;
  @Field(() => [AdminBreach]) breaches!: AdminBreach[];
}

@Resolver()
export class VerificationAdminResolver {
  @Query(() => AdminVerification, { nullable: true })
  async verification(@Ctx() context: StaffContext): Promise<AdminVerification | null> {
    const last = await context.read((reader) => reader.first<{ day: PlainDate; ranAt: Date; breaches: Breach[] }>(
      `select day, ran_at as "ranAt", breaches from verification where organisation_id = $1 order by ran_at desc, id desc limit 1`, [reader.organisationId]));
    return last ?? null;
  }
}
