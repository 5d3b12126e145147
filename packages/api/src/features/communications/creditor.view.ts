import { brandColours } from "@tegemoet/messages";
import { Field, ObjectType } from "type-graphql";
import { ToneEnum } from "../organisations/organisation.view";
import type { OrganisationRow } from "../organisations/organisation.queries";

@ObjectType("Creditor", { description: "Who asks. The only things known of a creditor before a session." })
export class PortalCreditor {
  @Field(() => String) name!: string;
  @Field(() => String) legalName!: string;
  @Field(() => String) mark!: string;
  @Field(() => String, { description: "Brand colours that pass contrast, derived by the server." }) brandLight!: string;
  @Field(() => String) onBrandLight!: string;
  @Field(() => String) brandDark!: string;
  @Field(() => String) onBrandDark!: string;
  @Field(() => String, { nullable: true }) kvk!: string | null;
  @Field(() => String) iban!: string;
  @Field(() => String) email!: string;
  @Field(() => String) phone!: string;
  @Field(() => String) phoneHours!: string;
  @Field(() => String) contactPerson!: string;
  @Field(() => String, { nullable: true }) city!: string | null;
  @Field(() => ToneEnum) tone!: "u" | "je";

  static of(row: OrganisationRow): PortalCreditor {
    const { light, dark } = brandColours(row.brandColour);
    const { name, legalName, mark, kvk, iban, email, phone, phoneHours, contactPerson, city, tone } = row;
    return {
      name, legalName, mark, kvk, iban, email, phone, phoneHours, contactPerson, city, tone,
      brandLight: light.brand, onBrandLight: light.onBrand, brandDark: dark.brand, onBrandDark: dark.onBrand,
    };
  }
}
