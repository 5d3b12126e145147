import { Arg, Ctx, ID, Mutation, Resolver } from "type-graphql";
import type { StaffContext } from "../../platform/graphql/viewer";
import { idOf } from "../../platform/ids";
import { changingLadder } from "./ladder.admin";
import { AdminLadder } from "./ladder.view";
import { makeDefaultLadder } from "./make-default-ladder";
import { proposeDefaultLadder } from "./propose-default-ladder";
import { withdrawDefaultLadder } from "./withdraw-default-ladder";

@Resolver()
export class DefaultLadderAdminResolver {
  @Mutation(() => AdminLadder, { description: "Asks a second person to make this the ladder of whoever no rule takes." })
  proposeDefaultLadder(@Arg("id", () => ID) id: string, @Arg("reason", () => String) reason: string, @Ctx() context: StaffContext): Promise<AdminLadder> {
    return changingLadder(context, async (tx) => {
      await proposeDefaultLadder(tx, { ladderId: idOf(id), reason });
      return idOf(id);
    });
  }

  @Mutation(() => AdminLadder, { description: "The second person: never who asked. Holds for invoices that begin; what runs stays on its version." })
  makeDefaultLadder(@Arg("id", () => ID) id: string, @Ctx() context: StaffContext): Promise<AdminLadder> {
    return changingLadder(context, async (tx) => {
      await makeDefaultLadder(tx, { ladderId: idOf(id) });
      return idOf(id);
    });
  }

  @Mutation(() => AdminLadder, { description: "Takes the question back, or says no to it." })
  withdrawDefaultLadder(@Arg("id", () => ID) id: string, @Ctx() context: StaffContext): Promise<AdminLadder> {
    return changingLadder(context, async (tx) => {
      await withdrawDefaultLadder(tx, { ladderId: idOf(id) });
      return idOf(id);
    });
  }
}
