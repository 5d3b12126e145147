import { isBusinessDay, Refusal } from "@tegemoet/domain";
import { Arg, Ctx, Field, ID, Int, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import { asPerson, reading } from "../../platform/database/transaction";
import { DayScalar, MomentScalar } from "../../platform/graphql/scalars";
import { STAFF_COOKIE } from "../../platform/http/cookies";
import type { Role, StaffContext, StaffViewer } from "../../platform/graphql/viewer";
import { AdminOrganisation, LanguageEnum } from "../organisations/organisation.view";
import { findOrganisation } from "../organisations/organisation.queries";
import { countOpenWork } from "./nav-counts.queries";
import { AdminNavCounts } from "./nav-counts.view";
import { signIn, signOut } from "./sign-in";
import { findStaff, listOrganisationsOf, SESSION_HOURS, type StaffRow } from "./staff-session.queries";
import { AdminStaff, RoleEnum } from "./staff.view";

@ObjectType("OrganisationName")
export class AdminOrganisationName {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
}

@ObjectType("CallingWindow", { description: "Minutes after midnight, Europe/Amsterdam." })
export class AdminCallingWindow {
  @Field(() => Int) fromMinute!: number;
  @Field(() => Int) untilMinute!: number;
}

@ObjectType("Viewer")
export class AdminViewer {
  @Field(() => AdminStaff) staff!: AdminStaff;
  @Field(() => RoleEnum) role!: Role;
  @Field(() => AdminOrganisation) organisation!: AdminOrganisation;
  @Field(() => [AdminOrganisationName], { description: "Other organisations this person may switch to." }) organisations!: AdminOrganisationName[];
  @Field(() => DayScalar) today!: string;
  @Field(() => Boolean, { description: "True when the clock is a demo's, which can be moved." }) demo!: boolean;
  @Field(() => MomentScalar) now!: Date;
  @Field(() => [AdminCallingWindow]) goldenWindows!: AdminCallingWindow[];
  @Field(() => AdminNavCounts) counts!: AdminNavCounts;
}

@Resolver()
export class SignInAdminResolver {
  @Query(() => AdminViewer, { nullable: true, description: "Null when nobody is signed in." })
  async viewer(@Ctx() context: StaffContext): Promise<AdminViewer | null> {
    return context.signedIn ? describe(context, context.viewer) : null;
  }

  @Mutation(() => AdminViewer)
  async signIn(
    @Arg("email", () => String) email: string,
    @Arg("password", () => String) password: string,
    @Ctx() context: StaffContext,
  ): Promise<AdminViewer> {
    await context.limits.take("sign-in-address", context.address);
    await context.limits.take("sign-in-account", email.trim().toLowerCase());
    const { source, realNow, userAgent } = context;
    const session = await signIn(source, { email: email.slice(0, 200), password: password.slice(0, 200), realNow, userAgent });
    context.setCookie(STAFF_COOKIE, session.token, SESSION_HOURS * 3600);
    return describe(context, { kind: "staff", role: "viewer", ...session });
  }

  @Mutation(() => Boolean)
  async signOut(@Ctx() context: StaffContext): Promise<boolean> {
    await signOut(context.source, context.viewer.staffId, context.viewer.sessionId, context.realNow);
    context.clearCookie(STAFF_COOKIE);
    return true;
  }

  @Mutation(() => AdminViewer)
  async switchOrganisation(@Arg("organisationId", () => ID) organisationId: string, @Ctx() context: StaffContext): Promise<AdminViewer> {
    const { staffId, sessionId } = context.viewer;
    const changed = await asPerson(context.source, { staffId }, async (reader) => {
      const own = (await listOrganisationsOf(reader, staffId)).some(({ id }) => id === organisationId);
      if (own) await reader.query("update staff_session set organisation_id = $2 where id = $1", [sessionId, organisationId]);
      return own;
    });
    if (!changed) throw new Refusal("NOT_FOUND");
    return describe(context, { ...context.viewer, organisationId });
  }

  @Mutation(() => AdminStaff)
  async setMyLanguage(@Arg("language", () => LanguageEnum) language: "nl" | "en", @Ctx() context: StaffContext): Promise<AdminStaff> {
    const { staffId } = context.viewer;
    return context.write(async (tx) => {
      await tx.query("update staff set language = $2 where id = $1", [staffId, language]);
      return AdminStaff.of((await findStaff(tx, staffId)) as StaffRow);
    });
  }
}

async function describe(context: StaffContext, viewer: StaffViewer): Promise<AdminViewer> {
  const organisations = await asPerson(context.source, { staffId: viewer.staffId }, (reader) => listOrganisationsOf(reader, viewer.staffId));
  return reading(context.source, viewer.organisationId, async (reader) => {
    const staff = await findStaff(reader, viewer.staffId);
    const organisation = await findOrganisation(reader);
    if (!staff?.active || !staff.role) throw new Refusal("NOT_SIGNED_IN");
    const { today, now, demo } = context;
    return {
      staff: AdminStaff.of(staff),
      role: staff.role,
      organisation: AdminOrganisation.of(organisation),
      organisations: organisations.filter(({ id }) => id !== viewer.organisationId),
      today,
      now,
      demo,
      // Nobody is called on a Sunday or a holiday, golden hour or not.
      goldenWindows: isBusinessDay(today) ? organisation.callingWindows : [],
      counts: { ...(await countOpenWork(reader, today)), organisationId: organisation.id, day: today },
    };
  });
}
