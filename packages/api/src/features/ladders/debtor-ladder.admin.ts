import { Arg, Ctx, Field, ID, Int, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import type { Reader } from "../../platform/database/transaction";
import type { StaffContext } from "../../platform/graphql/viewer";
import { idOf } from "../../platform/ids";
import { AdminMovedCases } from "./ladder-move.view";
import { ladderOfDebtor } from "./ladder-of-debtor";
import { putDebtorOnLadder, putInvoiceOnLadder } from "./put-on-ladder";
import { setDebtorSegment } from "./set-debtor-segment";

@ObjectType("RunningOnLadder")
export class AdminRunningOnLadder {
  @Field(() => ID) invoiceId!: string;
  @Field(() => String) invoiceNumber!: string;
  @Field(() => ID) ladderId!: string;
  @Field(() => String) ladderName!: string;
  @Field(() => Int) version!: number;
  @Field(() => String, { nullable: true, description: "Why a person chose it; null when it follows the version of its steps." }) reason!: string | null;
  @Field(() => String, { nullable: true }) chosenBy!: string | null;
}

@ObjectType("LadderOfDebtor", { description: "Which ladder a debtor's invoices begin on, and which version each open one runs on." })
export class AdminLadderOfDebtor {
  @Field(() => ID, { nullable: true, description: "Null before the first night." }) ladderId!: string | null;
  @Field(() => String, { nullable: true }) name!: string | null;
  @Field(() => Boolean, { description: "A person put them on it; otherwise the rules did." }) byHand!: boolean;
  @Field(() => String, { nullable: true }) segment!: string | null;
  @Field(() => [AdminRunningOnLadder]) running!: readonly AdminRunningOnLadder[];
}

@Resolver()
export class DebtorLadderAdminResolver {
  @Query(() => AdminLadderOfDebtor)
  ladderOfDebtor(@Arg("debtorId", () => ID) debtorId: string, @Ctx() context: StaffContext): Promise<AdminLadderOfDebtor> {
    return context.read((reader) => viewOf(reader, idOf(debtorId), context));
  }

  @Mutation(() => Boolean, { description: "Puts one invoice on a ladder, whatever the rules say." })
  putInvoiceOnLadder(
    @Arg("invoiceId", () => ID) invoiceId: string, @Arg("ladderId", () => ID) ladderId: string, @Arg("reason", () => String) reason: string, @Ctx() context: StaffContext,
  ): Promise<boolean> {
    return context.write(async (tx) => {
      await putInvoiceOnLadder(tx, { invoiceId: idOf(invoiceId), ladderId: idOf(ladderId), reason });
      return true;
    });
  }

  @Mutation(() => AdminMovedCases, { description: "Puts a debtor on a ladder, or back under the rules when none is named. Running invoices only move when that is asked." })
  putDebtorOnLadder(
    @Arg("debtorId", () => ID) debtorId: string, @Arg("reason", () => String) reason: string, @Arg("moveRunning", () => Boolean) moveRunning: boolean,
    @Ctx() context: StaffContext, @Arg("ladderId", () => ID, { nullable: true }) ladderId?: string | null,
  ): Promise<AdminMovedCases> {
    return context.write((tx) => putDebtorOnLadder(tx, { debtorId: idOf(debtorId), ladderId: ladderId ? idOf(ladderId) : null, reason, moveRunning }));
  }

  @Mutation(() => AdminLadderOfDebtor, { description: "Puts a debtor in a segment, which rules and holds may name; empty takes them out of it." })
  setDebtorSegment(@Arg("debtorId", () => ID) debtorId: string, @Ctx() context: StaffContext, @Arg("segment", () => String, { nullable: true }) segment?: string | null): Promise<AdminLadderOfDebtor> {
    return context.write(async (tx) => {
      await setDebtorSegment(tx, { debtorId: idOf(debtorId), segment: segment ?? null });
      return viewOf(tx, idOf(debtorId), context);
    });
  }
}

async function viewOf(reader: Reader, debtorId: string, { today }: StaffContext): Promise<AdminLadderOfDebtor> {
  const { begins, byHand, segment, running } = await ladderOfDebtor(reader, debtorId, today);
  return { ladderId: begins?.ladderId ?? null, name: begins?.name ?? null, byHand, segment, running };
}
