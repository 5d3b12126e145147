import { Field, ID, ObjectType } from "type-graphql";
import { DayScalar, MomentScalar } from "../../platform/graphql/scalars";
import type { AgencyRow, ApiKeyRow } from "./agency.queries";

@ObjectType("ApiKey")
export class AdminApiKey {
  @Field(() => ID) id!: string;
  @Field(() => String) prefix!: string;
  @Field(() => [String]) scopes!: string[];
  @Field(() => MomentScalar) expiresAt!: Date;
  @Field(() => MomentScalar, { nullable: true }) lastUsedAt!: Date | null;
  @Field(() => MomentScalar, { nullable: true }) revokedAt!: Date | null;

  static of(row: ApiKeyRow): AdminApiKey {
    return Object.assign(new AdminApiKey(), row);
  }
}

@ObjectType("NewApiKey")
export class AdminNewApiKey {
  @Field(() => AdminApiKey) key!: AdminApiKey;
  @Field(() => String, { description: "Shown once; only its hash is kept." }) secret!: string;
}

@ObjectType("Agency")
export class AdminAgency {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => String, { nullable: true }) email!: string | null;
  @Field(() => String, { nullable: true }) wkiNumber!: string | null;
  @Field(() => DayScalar, { nullable: true }) wkiExpiresOn!: string | null;
  @Field(() => [AdminApiKey]) keys!: AdminApiKey[];

  static of(row: AgencyRow & { keys: ApiKeyRow[] }): AdminAgency {
    return Object.assign(new AdminAgency(), row, { keys: row.keys.map(AdminApiKey.of) });
  }
}
