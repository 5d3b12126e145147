import { Ctx, Mutation, Query, Resolver } from "type-graphql";
import { PORTAL_COOKIE } from "../../platform/http/cookies";
import type { DebtorContext } from "../../platform/graphql/viewer";

@Resolver()
export class EndSessionPortalResolver {
  @Query(() => Boolean, { description: "Whether a session is open." })
  hasSession(@Ctx() context: DebtorContext): boolean {
    return context.signedIn;
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
