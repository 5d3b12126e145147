import { Refusal } from "@tegemoet/domain";
import { Arg, Ctx, Field, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import type { Reader } from "../../platform/database/transaction";
import { DayScalar, MomentScalar } from "../../platform/graphql/scalars";
import type { DebtorContext } from "../../platform/graphql/viewer";
import { PORTAL_COOKIE } from "../../platform/http/cookies";
import { findOrganisation } from "../organisations/organisation.queries";
import { LanguageEnum } from "../organisations/organisation.view";
import { PortalCreditor } from "./creditor.view";
import { passCheck } from "./pass-check";
import { findCheck, maskMailbox, PORTAL_IDLE_MINUTES } from "./portal-session.queries";
import { requestCode } from "./request-code";

@ObjectType("Session")
export class PortalSession {
  @Field(() => PortalCreditor) creditor!: PortalCreditor;
  @Field(() => LanguageEnum) language!: "nl" | "en";
  @Field(() => DayScalar) today!: string;
  @Field(() => MomentScalar) endsAt!: Date;
  @Field(() => Boolean, { description: "True while details, terms and disputes ask for one check first." }) checkNeeded!: boolean;
  @Field(() => String, { nullable: true, description: "postcode (postcode and house number) or code (six figures by mail)" }) checkKind!: string | null;
  @Field(() => String, { nullable: true, description: "The mailbox a code goes to, mostly hidden: j•••@example.nl" }) codeTo!: string | null;
}

@Resolver()
export class SessionPortalResolver {
  @Query(() => PortalSession, { nullable: true, description: "Null without a session." })
  async session(@Ctx() context: DebtorContext): Promise<PortalSession | null> {
    return context.signedIn ? context.read((reader) => sessionOf(reader, context)) : null;
  }

  @Mutation(() => PortalSession, { description: "postcode and house number, or the six figures of the mail" })
  async passCheck(
    @Ctx() context: DebtorContext,
    @Arg("postalCode", () => String, { nullable: true }) postalCode?: string | null,
    @Arg("houseNumber", () => String, { nullable: true }) houseNumber?: string | null,
    @Arg("code", () => String, { nullable: true }) code?: string | null,
  ): Promise<PortalSession> {
    const { sessionId, debtorId, linkId } = context.viewer;
    await context.limits.take("portal-check", linkId);
    await context.limits.take("portal-check-total", linkId);
    const short = (text: string | null | undefined): string | null => text?.slice(0, 40) ?? null;
    return context.write(async (tx) => {
      await passCheck(tx, {
        sessionId, debtorId, secretKey: context.config.SECRET_KEY, realNow: context.realNow, postalCode: short(postalCode), houseNumber: short(houseNumber), code: short(code),
      });
      return sessionOf(tx, context);
    });
  }

  @Mutation(() => PortalSession)
  async requestCode(@Ctx() context: DebtorContext): Promise<PortalSession> {
    const { sessionId, debtorId, linkId } = context.viewer;
    await context.limits.take("code-mail", linkId);
    return context.write(async (tx) => {
      await requestCode(tx, { sessionId, debtorId, secretKey: context.config.SECRET_KEY, realNow: context.realNow });
      return sessionOf(tx, context);
    });
  }

  @Mutation(() => PortalSession)
  async setLanguage(@Ctx() context: DebtorContext, @Arg("language", () => LanguageEnum) language: "nl" | "en"): Promise<PortalSession> {
    return context.write(async (tx) => {
      await tx.query("update portal_session set language = $3 where organisation_id = $1 and id = $2", [tx.organisationId, context.viewer.sessionId, language]);
      return sessionOf(tx, context);
    });
  }

  @Mutation(() => Boolean)
  async endSession(@Ctx() context: DebtorContext): Promise<boolean> {
    await context.write((tx) =>
      tx.query("update portal_session set ended_at = $3 where organisation_id = $1 and id = $2", [tx.organisationId, context.viewer.sessionId, context.realNow]),
    );
    context.clearCookie(PORTAL_COOKIE);
    return true;
  }
}

async function sessionOf(reader: Reader, { viewer, today, realNow }: DebtorContext): Promise<PortalSession> {
  const check = await findCheck(reader, viewer.sessionId);
  if (!check) throw new Refusal("SESSION_ENDED");
  const needed = !check.checked;
  const idleEnd = new Date(realNow.getTime() + PORTAL_IDLE_MINUTES * 60_000);
  return {
    creditor: PortalCreditor.of(await findOrganisation(reader)), language: check.language, today,
    endsAt: check.expiresAt < idleEnd ? check.expiresAt : idleEnd,
    checkNeeded: needed, checkKind: needed ? check.kind : null, codeTo: needed && check.kind === "code" && check.email ? maskMailbox(check.email) : null,
  };
}
