import type { DebtorKind } from "@tegemoet/domain";
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { CentsScalar } from "../../platform/graphql/scalars";
import { AdminAddress, LanguageEnum } from "../organisations/organisation.view";
import type { ContactRow, DebtorRow } from "./debtor.queries";

export const DebtorKindEnum = {
  consumer: "consumer", naturalPersonInBusiness: "natural-person-in-business", legalPerson: "legal-person", unknown: "unknown",
} as const;
registerEnumType(DebtorKindEnum, { name: "DebtorKind" });

@ObjectType("Debtor")
export class AdminDebtor {
  @Field(() => ID) id!: string;
  @Field(() => String) number!: string;
  @Field(() => String) name!: string;
  @Field(() => DebtorKindEnum) kind!: DebtorKind;
  @Field(() => String, { nullable: true }) kvk!: string | null;
  @Field(() => String, { nullable: true }) vatNumber!: string | null;
  @Field(() => LanguageEnum) language!: "nl" | "en";
  @Field(() => String, { nullable: true }) email!: string | null;
  @Field(() => String, { nullable: true }) phone!: string | null;
  @Field(() => AdminAddress) address!: AdminAddress;
  @Field(() => Int, { nullable: true }) agreedTermDays!: number | null;
  @Field(() => CentsScalar) openCents!: number;
  @Field(() => CentsScalar) overdueCents!: number;
  @Field(() => CentsScalar) unallocatedCents!: number;
  @Field(() => ID, { nullable: true }) caseId!: string | null;
  @Field(() => Boolean) onHold!: boolean;

  static of(row: DebtorRow): AdminDebtor {
    return Object.assign(new AdminDebtor(), row, { address: AdminAddress.of(row) });
  }
}

@ObjectType("Contact")
export class AdminContact {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => String, { nullable: true }) role!: string | null;
  @Field(() => String, { nullable: true }) email!: string | null;
  @Field(() => String, { nullable: true }) phone!: string | null;
  @Field(() => String, { nullable: true }) preferredTimes!: string | null;
  @Field(() => Boolean) primary!: boolean;

  static of(row: ContactRow): AdminContact {
    return Object.assign(new AdminContact(), row);
  }
}
