import { Arg, Ctx, ID, Mutation, Resolver } from "type-graphql";
import { CentsScalar, DayScalar } from "../../platform/graphql/scalars";
import type { StaffContext } from "../../platform/graphql/viewer";
import { idOf } from "../../platform/ids";
import { setOffCredit } from "../ledger/set-off-credit";
import { allocateUnallocated } from "./allocate-unallocated";
import { allocationsOf, MatchInput } from "./allocation.view";
import { chargeBack } from "./charge-back";
import { refundPayment } from "./refund-payment";

@Resolver()
export class MoneyBackAdminResolver {
  @Mutation(() => Boolean, { description: "Gives what is left of a payment to invoices of the same debtor, from the day the money came." })
  async allocateUnallocated(@Ctx() context: StaffContext, @Arg("paymentId", () => ID) paymentId: string, @Arg("allocations", () => [MatchInput]) allocations: MatchInput[]): Promise<boolean> {
    await context.write((tx) => allocateUnallocated(tx, { paymentId: idOf(paymentId), allocations: allocationsOf(allocations) }));
    return true;
  }

  @Mutation(() => Boolean, { description: "Sets what is left of a credit note off against invoices of the same debtor." })
  async setOffCredit(@Ctx() context: StaffContext, @Arg("creditNoteId", () => ID) creditNoteId: string, @Arg("allocations", () => [MatchInput]) allocations: MatchInput[]): Promise<boolean> {
    await context.write((tx) => setOffCredit(tx, { creditNoteId: idOf(creditNoteId), allocations: allocationsOf(allocations) }));
    return true;
  }

  @Mutation(() => ID, { description: "Writes down that money no invoice has taken was paid back by bank. Gives the entry, by which it can be taken back." })
  refundPayment(
    @Ctx() context: StaffContext,
    @Arg("paymentId", () => ID) paymentId: string,
    @Arg("cents", () => CentsScalar) cents: number,
    @Arg("on", () => DayScalar) on: string,
    @Arg("reason", () => String) reason: string,
  ): Promise<string> {
    return context.write((tx) => refundPayment(tx, { paymentId: idOf(paymentId), cents, on, reason }));
  }

  @Mutation(() => Boolean, { description: "The bank or the provider took a payment back: what it paid is open again." })
  async chargeBack(
    @Ctx() context: StaffContext,
    @Arg("paymentId", () => ID) paymentId: string,
    @Arg("on", () => DayScalar) on: string,
    @Arg("reason", () => String) reason: string,
  ): Promise<boolean> {
    await context.write((tx) => chargeBack(tx, { paymentId: idOf(paymentId), on, reason }));
    return true;
  }
}
