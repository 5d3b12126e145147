import { Arg, Ctx, Field, ID, InputType, Mutation, Resolver } from "type-graphql";
import { CentsScalar, DayScalar } from "../../platform/graphql/scalars";
import type { StaffContext } from "../../platform/graphql/viewer";
import { idOf } from "../../platform/ids";
import { refundCredit } from "./refund-credit";
import { reverseEntry } from "./reverse-entry";
import { waive } from "./waive";
import { writeOff } from "./write-off";

@InputType("PartsInput", { description: "Cents by part of a claim; a part left out is nothing." })
export class PartsInput {
  @Field(() => CentsScalar, { nullable: true }) principal?: number | null;
  @Field(() => CentsScalar, { nullable: true }) interest?: number | null;
  @Field(() => CentsScalar, { nullable: true }) costs?: number | null;
}

/** Each gives the id of the entry it booked, by which it can be taken back once. */
@Resolver()
export class CorrectionAdminResolver {
  @Mutation(() => ID, { description: "Gives up what nobody will pay, whole or in part: a loss in the books." })
  writeOff(
    @Ctx() context: StaffContext,
    @Arg("invoiceId", () => ID) invoiceId: string,
    @Arg("parts", () => PartsInput) parts: PartsInput,
    @Arg("reason", () => String) reason: string,
  ): Promise<string> {
    const given = { principal: parts.principal ?? 0, interest: parts.interest ?? 0, costs: parts.costs ?? 0 };
    return context.write((tx) => writeOff(tx, { invoiceId: idOf(invoiceId), parts: given, reason }));
  }

  @Mutation(() => ID, { description: "Lets costs or interest of an invoice go, whole or in part." })
  waive(
    @Ctx() context: StaffContext,
    @Arg("invoiceId", () => ID) invoiceId: string,
    @Arg("costsCents", () => CentsScalar, { nullable: true }) costsCents: number | undefined,
    @Arg("interestCents", () => CentsScalar, { nullable: true }) interestCents: number | undefined,
    @Arg("reason", () => String) reason: string,
  ): Promise<string> {
    return context.write((tx) => waive(tx, { invoiceId: idOf(invoiceId), costsCents: costsCents ?? 0, interestCents: interestCents ?? 0, reason }));
  }

  @Mutation(() => ID, { description: "Takes one entry back, once: a waiver, write-off, refund, allocation, costs or interest." })
  reverseEntry(@Ctx() context: StaffContext, @Arg("entryId", () => ID) entryId: string, @Arg("reason", () => String) reason: string): Promise<string> {
    return context.write((tx) => reverseEntry(tx, { entryId: idOf(entryId), reason }));
  }

  @Mutation(() => ID, { description: "Writes down that what is left of a credit note was paid back by bank." })
  refundCredit(
    @Ctx() context: StaffContext,
    @Arg("creditNoteId", () => ID) creditNoteId: string,
    @Arg("cents", () => CentsScalar) cents: number,
    @Arg("on", () => DayScalar) on: string,
    @Arg("reason", () => String) reason: string,
  ): Promise<string> {
    return context.write((tx) => refundCredit(tx, { creditNoteId: idOf(creditNoteId), cents, on, reason }));
  }
}
