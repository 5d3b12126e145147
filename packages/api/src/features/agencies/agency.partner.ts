import { Refusal } from "@tegemoet/domain";
import { Ctx, Field, ID, ObjectType, Query, Resolver } from "type-graphql";
import type { AgencyContext } from "../../platform/graphql/viewer";

@ObjectType("Agency")
export class PartnerAgency {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => String) organisation!: string;
  @Field(() => [String]) scopes!: string[];
}

@Resolver()
export class AgencyPartnerResolver {
  @Query(() => PartnerAgency)
  async me(@Ctx() context: AgencyContext): Promise<PartnerAgency> {
    const { agencyId, scopes } = context.viewer;
    const row = await context.read((reader) =>
      reader.first<{ id: string; name: string; organisation: string }>(
        `select agency.id, agency.name, organisation.name as organisation from agency
         join organisation on organisation.id = agency.organisation_id where agency.organisation_id = $1 and agency.id = $2`,
        [reader.organisationId, agencyId],
      ),
    );
    if (!row) throw new Refusal("NOT_FOUND");
    return { ...row, scopes: [...scopes] };
  }
}
