import { Arg, Ctx, ID, Mutation, Resolver } from "type-graphql";
import { optionalText } from "../../platform/graphql/text";
import type { StaffContext } from "../../platform/graphql/viewer";
import { idOf } from "../../platform/ids";
import { answerPaidClaim } from "./answer-paid-claim";
import { AdminHold } from "./hold.view";

@Resolver()
export class AnswerPaidClaimAdminResolver {
  @Mutation(() => AdminHold)
  answerPaidClaim(
    @Ctx() context: StaffContext, @Arg("holdId", () => ID) holdId: string, @Arg("found", () => Boolean) found: boolean, @Arg("note", () => String, { nullable: true }) note?: string | null,
  ): Promise<AdminHold> {
    const id = idOf(holdId);
    return context.write(async (tx) => AdminHold.of(await answerPaidClaim(tx, { holdId: id, found, note: optionalText("note", note, 1_000), today: context.today })));
  }
}
