import { isAnswerable } from "@tegemoet/domain";
import { Arg, Ctx, Field, ID, Mutation, ObjectType, Query, Resolver } from "type-graphql";
import { requiredText } from "../../platform/graphql/text";
import type { StaffContext } from "../../platform/graphql/viewer";
import { idOf } from "../../platform/ids";
import { findOpenSelfCheck } from "../communications/message-checks.queries";
import { AdminCheckedInvoice } from "../communications/message-checks.view";
import { answerSelfCheck } from "./answer-self-check";

@ObjectType("OpenSelfCheck", { description: "What our own check found of an invoice and nobody mended yet. answerable: some of it may be right as it is, when a person says so." })
export class AdminOpenSelfCheck {
  @Field(() => AdminCheckedInvoice) found!: AdminCheckedInvoice;
  @Field(() => Boolean) answerable!: boolean;
}

@Resolver()
export class SelfCheckAdminResolver {
  @Query(() => AdminOpenSelfCheck, { nullable: true })
  openSelfCheck(@Ctx() context: StaffContext, @Arg("invoiceId", () => ID) invoiceId: string): Promise<AdminOpenSelfCheck | null> {
    return context.read(async (reader) => {
      const row = await findOpenSelfCheck(reader, idOf(invoiceId));
      return row ? { found: AdminCheckedInvoice.of({ ...row, results: row.results.filter(({ ok }) => !ok) }), answerable: row.results.some(isAnswerable) } : null;
    });
  }

  /** We looked, and it is right. Answers with the checks that still fail. */
  @Mutation(() => [String])
  answerSelfCheck(@Ctx() context: StaffContext, @Arg("invoiceId", () => ID) invoiceId: string, @Arg("reason", () => String) reason: string): Promise<string[]> {
    return context.write((tx) => answerSelfCheck(tx, { invoiceId: idOf(invoiceId), reason: requiredText("reason", reason, 500), today: context.today }));
  }
}
