import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import type { Role } from "../../platform/graphql/viewer";
import { LanguageEnum } from "../organisations/organisation.view";
import type { StaffRow } from "./staff-session.queries";

export const RoleEnum = { admin: "admin", manager: "manager", collector: "collector", viewer: "viewer" } as const;
registerEnumType(RoleEnum, { name: "Role" });

@ObjectType("Staff")
export class AdminStaff {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => String) email!: string;
  @Field(() => RoleEnum, { nullable: true }) role!: Role | null;
  @Field(() => Boolean) active!: boolean;
  @Field(() => LanguageEnum) language!: "nl" | "en";

  static of(row: StaffRow): AdminStaff {
    return Object.assign(new AdminStaff(), row);
  }
}
