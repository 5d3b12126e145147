import { Refusal } from "@tegemoet/domain";
import { Arg, Ctx, Field, ID, ObjectType, Query, Resolver } from "type-graphql";
import { CentsScalar, DayScalar } from "../../platform/graphql/scalars";
import type { StaffContext } from "../../platform/graphql/viewer";
import { idOf } from "../../platform/ids";
import { findDebtor } from "../debtors/debtor.queries";
import { AdminDebtor } from "../debtors/debtor.view";
import { claimOf } from "../ledger/claim-of";
import { AdminClaimOfInvoice, AdminPaidPart } from "../ledger/claim.view";
import { openInvoiceIdsOf } from "../ledger/claim.queries";
import { listAccountCorrections, listAccountCredits, listAccountPayments } from "./account.queries";

@ObjectType("AccountPart", { description: "What money or a credit paid of an invoice. entryId: one allocation, which can be taken back once." })
export class AdminAccountPart {
  @Field(() => ID) entryId!: string;
  @Field(() => ID) invoiceId!: string;
  @Field(() => String) invoiceNumber!: string;
  @Field(() => String) part!: string;
  @Field(() => CentsScalar) cents!: number;
  @Field(() => String, { nullable: true }) article!: string | null;
  @Field(() => DayScalar) on!: string;
}

@ObjectType("AccountRefund")
export class AdminAccountRefund {
  @Field(() => ID) entryId!: string;
  @Field(() => DayScalar) on!: string;
  @Field(() => CentsScalar) cents!: number;
  @Field(() => String) reason!: string;
}

@ObjectType("AccountPayment", { description: "cents = parts + refunds + unallocatedCents, or nothing of it once it was charged back." })
export class AdminAccountPayment {
  @Field(() => ID) id!: string;
  @Field(() => DayScalar) receivedOn!: string;
  @Field(() => CentsScalar) cents!: number;
  @Field(() => String) source!: string;
  @Field(() => String, { nullable: true }) reference!: string | null;
  @Field(() => String, { nullable: true }) payerName!: string | null;
  @Field(() => CentsScalar) unallocatedCents!: number;
  @Field(() => DayScalar, { nullable: true }) chargedBackOn!: string | null;
  @Field(() => [AdminAccountPart]) parts!: AdminAccountPart[];
  @Field(() => [AdminAccountRefund]) refunds!: AdminAccountRefund[];
}

@ObjectType("AccountCreditNote")
export class AdminAccountCreditNote {
  @Field(() => ID) id!: string;
  @Field(() => String) number!: string;
  @Field(() => DayScalar) issuedOn!: string;
  @Field(() => CentsScalar) totalCents!: number;
  @Field(() => CentsScalar, { description: "What no invoice has taken and nobody was paid back." }) leftCents!: number;
  @Field(() => String, { nullable: true, description: "The invoice it names." }) creditsNumber!: string | null;
  @Field(() => [AdminAccountPart]) parts!: AdminAccountPart[];
  @Field(() => [AdminAccountRefund]) refunds!: AdminAccountRefund[];
}

@ObjectType("AccountCorrection", { description: "kind: waiver · write-off" })
export class AdminAccountCorrection {
  @Field(() => ID) entryId!: string;
  @Field(() => String) kind!: string;
  @Field(() => DayScalar) on!: string;
  @Field(() => CentsScalar) cents!: number;
  @Field(() => String) reason!: string;
  @Field(() => String, { nullable: true }) by!: string | null;
  @Field(() => DayScalar, { nullable: true }) reversedOn!: string | null;
  @Field(() => [AdminPaidPart]) parts!: AdminPaidPart[];
}

@ObjectType("Account", { description: "The money of a debtor: all that came, went back, was set off or let go, and what is left." })
export class AdminAccount {
  @Field(() => AdminDebtor) debtor!: AdminDebtor;
  @Field(() => [AdminClaimOfInvoice], { description: "What is open today, with interest up to today." }) openInvoices!: AdminClaimOfInvoice[];
  @Field(() => [AdminAccountPayment]) payments!: AdminAccountPayment[];
  @Field(() => [AdminAccountCreditNote]) creditNotes!: AdminAccountCreditNote[];
  @Field(() => [AdminAccountCorrection]) corrections!: AdminAccountCorrection[];
}

@Resolver()
export class AccountAdminResolver {
  @Query(() => AdminAccount)
  account(@Ctx() context: StaffContext, @Arg("debtorId", () => ID) debtorId: string): Promise<AdminAccount> {
    return context.read(async (reader) => {
      const debtor = await findDebtor(reader, idOf(debtorId), context.today);
      if (!debtor) throw new Refusal("NOT_FOUND");
      const claim = await claimOf(reader, { invoiceIds: await openInvoiceIdsOf(reader, debtor.id), asOf: context.today });
      return Object.assign(new AdminAccount(), {
        debtor: AdminDebtor.of(debtor),
        openInvoices: claim.invoices.map((invoice) => AdminClaimOfInvoice.of(invoice)),
        payments: await listAccountPayments(reader, debtor.id),
        creditNotes: await listAccountCredits(reader, debtor.id),
        corrections: await listAccountCorrections(reader, debtor.id),
      });
    });
  }
}
