import { Refusal, type DebtorKind } from "@tegemoet/domain";
import { Arg, Ctx, ID, Int, Mutation, Resolver } from "type-graphql";
import type { StaffContext } from "../../platform/graphql/viewer";
import { idOf } from "../../platform/ids";
import { LanguageEnum } from "../organisations/organisation.view";
import { findDebtor } from "./debtor.queries";
import { AdminDebtor, DebtorKindEnum } from "./debtor.view";
import { updateDebtor } from "./update-debtor";

const text = (): StringConstructor => String;

@Resolver()
export class UpdateDebtorAdminResolver {
  @Mutation(() => AdminDebtor)
  async updateDebtor(
    @Arg("id", () => ID) id: string,
    @Ctx() context: StaffContext,
    @Arg("name", text, { nullable: true }) name?: string | null,
    @Arg("kind", () => DebtorKindEnum, { nullable: true }) kind?: DebtorKind | null,
    @Arg("email", text, { nullable: true }) email?: string | null,
    @Arg("phone", text, { nullable: true }) phone?: string | null,
    @Arg("language", () => LanguageEnum, { nullable: true }) language?: "nl" | "en" | null,
    @Arg("street", text, { nullable: true }) street?: string | null,
    @Arg("houseNumber", text, { nullable: true }) houseNumber?: string | null,
    @Arg("postalCode", text, { nullable: true }) postalCode?: string | null,
    @Arg("city", text, { nullable: true }) city?: string | null,
    @Arg("agreedTermDays", () => Int, { nullable: true }) agreedTermDays?: number | null,
  ): Promise<AdminDebtor> {
    return context.write(async (tx) => {
      await updateDebtor(tx, { debtorId: idOf(id), change: { name, kind, email, phone, language, street, houseNumber, postalCode, city, agreedTermDays } });
      const row = await findDebtor(tx, idOf(id), context.today);
      if (!row) throw new Refusal("NOT_FOUND");
      return AdminDebtor.of(row);
    });
  }
}
