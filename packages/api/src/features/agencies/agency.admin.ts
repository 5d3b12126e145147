import { Refusal, type PlainDate } from "@tegemoet/domain";
import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { DayScalar } from "../../platform/graphql/scalars";
import type { StaffContext } from "../../platform/graphql/viewer";
import { idOf } from "../../platform/ids";
import { addAgency } from "./add-agency";
import { findAgency, findKey, listAgencies } from "./agency.queries";
import { AdminAgency, AdminApiKey, AdminNewApiKey } from "./agency.view";
import { createApiKey } from "./create-api-key";
import { revokeApiKey } from "./revoke-api-key";

@Resolver()
export class AgencyAdminResolver {
  @Query(() => [AdminAgency])
  async agencies(@Ctx() context: StaffContext): Promise<AdminAgency[]> {
    return (await context.read(listAgencies)).map(AdminAgency.of);
  }

  @Mutation(() => AdminAgency)
  async addAgency(
    @Arg("name", () => String) name: string,
    @Ctx() context: StaffContext,
    @Arg("email", () => String, { nullable: true }) email?: string | null,
    @Arg("wkiNumber", () => String, { nullable: true }) wkiNumber?: string | null,
    @Arg("wkiExpiresOn", () => DayScalar, { nullable: true }) wkiExpiresOn?: PlainDate | null,
  ): Promise<AdminAgency> {
    return context.write(async (tx) => {
      const added = await findAgency(tx, await addAgency(tx, { name, email, wkiNumber, wkiExpiresOn }));
      if (!added) throw new Refusal("NOT_FOUND");
      return AdminAgency.of({ ...added, keys: [] });
    });
  }

  @Mutation(() => AdminNewApiKey)
  async createApiKey(
    @Arg("agencyId", () => ID) agencyId: string,
    @Arg("scopes", () => [String]) scopes: string[],
    @Arg("expiresOn", () => DayScalar) expiresOn: PlainDate,
    @Ctx() context: StaffContext,
  ): Promise<AdminNewApiKey> {
    return context.write(async (tx) => {
      const { keyId, secret } = await createApiKey(tx, { agencyId: idOf(agencyId), scopes, expiresOn, today: context.today });
      const key = await findKey(tx, keyId);
      if (!key) throw new Refusal("NOT_FOUND");
      return { key: AdminApiKey.of(key), secret };
    });
  }

  @Mutation(() => AdminApiKey)
  async revokeApiKey(@Arg("id", () => ID) id: string, @Ctx() context: StaffContext): Promise<AdminApiKey> {
    return context.write(async (tx) => {
      await revokeApiKey(tx, idOf(id));
      const key = await findKey(tx, idOf(id));
      if (!key) throw new Refusal("NOT_FOUND");
      return AdminApiKey.of(key);
    });
  }
}
