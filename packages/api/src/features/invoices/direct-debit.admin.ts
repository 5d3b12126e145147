import { Refusal } from "@tegemoet/domain";
import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import type { Reader } from "../../platform/database/transaction";
import { DayScalar } from "../../platform/graphql/scalars";
import type { StaffContext } from "../../platform/graphql/viewer";
import { idOf } from "../../platform/ids";
import { findDirectDebit, listDirectDebits } from "./direct-debit.queries";
import { AdminDirectDebit } from "./direct-debit.view";
import { endDirectDebit } from "./end-direct-debit";
import { recordDirectDebit } from "./record-direct-debit";

@Resolver()
export class DirectDebitAdminResolver {
  @Query(() => [AdminDirectDebit], { description: "What we collect of a debtor, of open invoices: nobody is reminded of those while the collection is awaited." })
  directDebits(@Ctx() context: StaffContext, @Arg("debtorId", () => ID) debtorId: string): Promise<AdminDirectDebit[]> {
    return context.read(async (reader) => (await listDirectDebits(reader, idOf(debtorId))).map((row) => AdminDirectDebit.of(row)));
  }

  @Mutation(() => AdminDirectDebit, { description: "We collect this by direct debit. Said again after a bounce: we try once more." })
  recordDirectDebit(
    @Ctx() context: StaffContext,
    @Arg("debtorId", () => ID) debtorId: string,
    @Arg("invoiceId", () => ID, { nullable: true }) invoiceId?: string | null,
    @Arg("mandate", () => String, { nullable: true }) mandate?: string | null,
    @Arg("since", () => DayScalar, { nullable: true }) since?: string | null,
  ): Promise<AdminDirectDebit> {
    return context.write(async (tx) => {
      const { directDebitId } = await recordDirectDebit(tx, { debtorId: idOf(debtorId), invoiceId: invoiceId ? idOf(invoiceId) : undefined, mandate: mandate ?? undefined, since: since ?? undefined });
      return shown(tx, directDebitId);
    });
  }

  @Mutation(() => AdminDirectDebit)
  endDirectDebit(@Ctx() context: StaffContext, @Arg("id", () => ID) id: string, @Arg("reason", () => String) reason: string): Promise<AdminDirectDebit> {
    return context.write(async (tx) => {
      await endDirectDebit(tx, { directDebitId: idOf(id), reason });
      return shown(tx, idOf(id));
    });
  }
}

async function shown(reader: Reader, id: string): Promise<AdminDirectDebit> {
  const row = await findDirectDebit(reader, id);
  if (!row) throw new Refusal("NOT_FOUND");
  return AdminDirectDebit.of(row);
}
