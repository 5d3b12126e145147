import { Arg, Ctx, ID, Mutation, Resolver } from "type-graphql";
import { CentsScalar, DayScalar } from "../../platform/graphql/scalars";
import type { StaffContext } from "../../platform/graphql/viewer";
import { idOf } from "../../platform/ids";
import { AdminInvoicePayment } from "../invoices/invoice.view";
import { allocationsOf, MatchInput } from "./allocation.view";
import { recordPayment } from "./record-payment";

@Resolver()
export class RecordPaymentAdminResolver {
  /** The payment as a whole; `part` is what it paid first, "unallocated" when it paid nothing yet. */
  @Mutation(() => AdminInvoicePayment)
  recordPayment(
    @Ctx() context: StaffContext,
    @Arg("debtorId", () => ID) debtorId: string,
    @Arg("cents", () => CentsScalar) cents: number,
    @Arg("receivedOn", () => DayScalar) receivedOn: string,
    @Arg("reference", () => String, { nullable: true }) reference: string | undefined,
    @Arg("allocations", () => [MatchInput]) allocations: MatchInput[],
  ): Promise<AdminInvoicePayment> {
    const payment = { debtorId: idOf(debtorId), cents, receivedOn, reference, allocations: allocationsOf(allocations), today: context.today };
    return context.write(async (tx) => {
      const { paymentId, parts } = await recordPayment(tx, payment);
      const [first] = parts;
      return { paymentId, receivedOn, cents, part: first?.part ?? "unallocated", source: "by-hand", reference: reference?.trim() || null, article: first?.article ?? null };
    });
  }
}
