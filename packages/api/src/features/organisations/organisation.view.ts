import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { CentsScalar } from "../../platform/graphql/scalars";
import type { OrganisationRow } from "./organisation.queries";

export const LanguageEnum = { nl: "nl", en: "en" } as const;
registerEnumType(LanguageEnum, { name: "Language" });
export const ToneEnum = { u: "u", je: "je" } as const;
registerEnumType(ToneEnum, { name: "Tone" });

@ObjectType("Address")
export class AdminAddress {
  @Field(() => String, { nullable: true }) street!: string | null;
  @Field(() => String, { nullable: true }) houseNumber!: string | null;
  @Field(() => String, { nullable: true }) postalCode!: string | null;
  @Field(() => String, { nullable: true }) city!: string | null;
  @Field(() => String, { nullable: true }) country!: string | null;

  static of(row: AdminAddress): AdminAddress {
    const { street, houseNumber, postalCode, city, country } = row;
    return { street, houseNumber, postalCode, city, country };
  }
}

@ObjectType("PlanPolicy")
export class AdminPlanPolicy {
  @Field(() => CentsScalar) minInstalmentCents!: number;
  @Field(() => Int) maxInstalments!: number;
  @Field(() => Int) maxMonths!: number;
  @Field(() => CentsScalar) minTotalCents!: number;
  @Field(() => Int) firstWithinDays!: number;
  @Field(() => Int) graceDays!: number;
  @Field(() => Int) answerWithinDays!: number;
}

@ObjectType("Organisation")
export class AdminOrganisation {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => String) legalName!: string;
  @Field(() => String, { nullable: true }) kvk!: string | null;
  @Field(() => String, { nullable: true }) vatNumber!: string | null;
  @Field(() => String) iban!: string;
  @Field(() => String) email!: string;
  @Field(() => String) phone!: string;
  @Field(() => String) phoneHours!: string;
  @Field(() => String) contactPerson!: string;
  @Field(() => AdminAddress) address!: AdminAddress;
  @Field(() => String) brandColour!: string;
  @Field(() => String) mark!: string;
  @Field(() => ToneEnum) tone!: "u" | "je";
  @Field(() => LanguageEnum) language!: "nl" | "en";
  @Field(() => Boolean) vatDeductible!: boolean;
  @Field(() => Boolean) portalCheck!: boolean;
  @Field(() => Boolean) autopilot!: boolean;
  @Field(() => AdminPlanPolicy) planPolicy!: AdminPlanPolicy;
  @Field(() => Int) promiseMaxDays!: number;
  @Field(() => Int) contactCapDay!: number;
  @Field(() => Int) contactCapMonth!: number;
  @Field(() => CentsScalar, { description: "An invoice of which less than this is open is left in peace; 0 is none." }) minimumReminderCents!: number;

  static of(row: OrganisationRow): AdminOrganisation {
    return Object.assign(new AdminOrganisation(), row, { address: AdminAddress.of(row) });
  }
}
