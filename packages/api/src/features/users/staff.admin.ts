import { Refusal } from "@tegemoet/domain";
import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import type { Tx } from "../../platform/database/transaction";
import type { Role, StaffContext } from "../../platform/graphql/viewer";
import { idOf } from "../../platform/ids";
import { inviteStaff } from "./invite-staff";
import { setStaffRole } from "./set-staff-role";
import { findStaff, listStaff } from "./staff-session.queries";
import { AdminStaff, RoleEnum } from "./staff.view";

@Resolver()
export class StaffAdminResolver {
  @Query(() => [AdminStaff])
  async staff(@Ctx() context: StaffContext): Promise<AdminStaff[]> {
    return (await context.read(listStaff)).map(AdminStaff.of);
  }

  @Mutation(() => AdminStaff)
  async inviteStaff(
    @Arg("name", () => String) name: string,
    @Arg("email", () => String) email: string,
    @Arg("role", () => RoleEnum) role: Role,
    @Arg("password", () => String) password: string,
    @Ctx() context: StaffContext,
  ): Promise<AdminStaff> {
    return context.write(async (tx) => staffOf(tx, await inviteStaff(tx, { name, email, role, password })));
  }

  @Mutation(() => AdminStaff)
  async setStaffRole(
    @Arg("staffId", () => ID) staffId: string,
    @Arg("role", () => RoleEnum) role: Role,
    @Arg("active", () => Boolean) active: boolean,
    @Ctx() context: StaffContext,
  ): Promise<AdminStaff> {
    return context.write(async (tx) => {
      await setStaffRole(tx, { staffId: idOf(staffId), role, active });
      return staffOf(tx, idOf(staffId));
    });
  }
}

async function staffOf(tx: Tx, staffId: string): Promise<AdminStaff> {
  const row = await findStaff(tx, staffId);
  if (!row) throw new Refusal("NOT_FOUND");
  return AdminStaff.of(row);
}
