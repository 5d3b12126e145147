import { Arg, Ctx, Field, InputType, Int, Mutation, Query, Resolver } from "type-graphql";
import { CentsScalar } from "../../platform/graphql/scalars";
import type { StaffContext } from "../../platform/graphql/viewer";
import { findOrganisation } from "./organisation.queries";
import { AdminOrganisation, ToneEnum } from "./organisation.view";
import { updateOrganisation } from "./update-organisation";

@InputType("PlanPolicyInput")
export class PlanPolicyInput {
  @Field(() => CentsScalar) minInstalmentCents!: number;
  @Field(() => Int) maxInstalments!: number;
  @Field(() => Int) maxMonths!: number;
  @Field(() => CentsScalar) minTotalCents!: number;
  @Field(() => Int) firstWithinDays!: number;
  @Field(() => Int) graceDays!: number;
  @Field(() => Int) answerWithinDays!: number;
}

@InputType("OrganisationInput")
export class OrganisationInput {
  @Field(() => String, { nullable: true }) name?: string | null;
  @Field(() => String, { nullable: true }) email?: string | null;
  @Field(() => String, { nullable: true }) phone?: string | null;
  @Field(() => String, { nullable: true }) phoneHours?: string | null;
  @Field(() => String, { nullable: true }) contactPerson?: string | null;
  @Field(() => String, { nullable: true }) brandColour?: string | null;
  @Field(() => ToneEnum, { nullable: true }) tone?: "u" | "je" | null;
  @Field(() => Boolean, { nullable: true }) portalCheck?: boolean | null;
  @Field(() => Boolean, { nullable: true }) vatDeductible?: boolean | null;
  @Field(() => Int, { nullable: true }) promiseMaxDays?: number | null;
  @Field(() => Int, { nullable: true }) contactCapDay?: number | null;
  @Field(() => Int, { nullable: true }) contactCapMonth?: number | null;
  @Field(() => CentsScalar, { nullable: true }) minimumReminderCents?: number | null;
  @Field(() => PlanPolicyInput, { nullable: true }) planPolicy?: PlanPolicyInput | null;
}

@Resolver()
export class OrganisationAdminResolver {
  @Query(() => AdminOrganisation)
  async organisation(@Ctx() context: StaffContext): Promise<AdminOrganisation> {
    return AdminOrganisation.of(await context.read(findOrganisation));
  }

  @Mutation(() => AdminOrganisation)
  async updateOrganisation(@Arg("input", () => OrganisationInput) input: OrganisationInput, @Ctx() context: StaffContext): Promise<AdminOrganisation> {
    return AdminOrganisation.of(await context.write((tx) => updateOrganisation(tx, input)));
  }
}
