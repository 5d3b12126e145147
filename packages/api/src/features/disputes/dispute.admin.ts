import { Refusal } from "@tegemoet/domain";
import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { CentsScalar } from "../../platform/graphql/scalars";
import { optionalText, requiredText } from "../../platform/graphql/text";
import type { StaffContext } from "../../platform/graphql/viewer";
import { idOf } from "../../platform/ids";
import { findInvoice } from "../invoices/invoice.queries";
import { decideDispute } from "./decide-dispute";
import { findDispute } from "./dispute.queries";
import { AdminDispute, listDisputes } from "./dispute.view";
import { raiseDispute } from "./raise-dispute";

@Resolver()
export class DisputeAdminResolver {
  @Query(() => [AdminDispute])
  disputes(@Ctx() context: StaffContext, @Arg("open", () => Boolean, { nullable: true, defaultValue: true }) open: boolean | null = true): Promise<AdminDispute[]> {
    return context.read((reader) => listDisputes(reader, { open: open ?? undefined }));
  }

  @Mutation(() => AdminDispute)
  raiseDispute(
    @Ctx() context: StaffContext,
    @Arg("invoiceId", () => ID) invoiceId: string,
    @Arg("reason", () => String) reason: string,
    @Arg("cents", () => CentsScalar, { nullable: true }) cents?: number | null,
    @Arg("text", () => String, { nullable: true }) text?: string | null,
  ): Promise<AdminDispute> {
    const id = idOf(invoiceId);
    return context.write(async (tx) => {
      const invoice = await findInvoice(tx, id);
      if (!invoice) throw new Refusal("NOT_FOUND");
      const { disputeId } = await raiseDispute(tx, {
        debtorId: invoice.debtorId, invoiceId: id, amountCents: cents ?? undefined, reason: requiredText("reason", reason, 100), text: optionalText("text", text), via: "staff",
        today: context.today,
      });
      return shown(await findDispute(tx, disputeId));
    });
  }

  @Mutation(() => AdminDispute)
  decideDispute(
    @Ctx() context: StaffContext, @Arg("id", () => ID) id: string, @Arg("outcome", () => String) outcome: string, @Arg("text", () => String) text: string,
  ): Promise<AdminDispute> {
    const disputeId = idOf(id);
    return context.write(async (tx) => {
      await decideDispute(tx, { disputeId, outcome, text: requiredText("text", text), today: context.today });
      return shown(await findDispute(tx, disputeId));
    });
  }
}

function shown(row: Awaited<ReturnType<typeof findDispute>>): AdminDispute {
  if (!row) throw new Refusal("NOT_FOUND");
  return AdminDispute.of(row);
}
