import { Field, ID, ObjectType } from "type-graphql";
import { DayScalar } from "../../platform/graphql/scalars";
import type { DirectDebitRow } from "./direct-debit.queries";

@ObjectType("DirectDebit", { description: "What we collect ourselves: one invoice, or without one every invoice of the debtor. source: staff · ubl · table · api. bouncedNumbers: open invoices of which a collection bounced since; those are reminded." })
export class AdminDirectDebit {
  @Field(() => ID) id!: string;
  @Field(() => ID) debtorId!: string;
  @Field(() => ID, { nullable: true }) invoiceId!: string | null;
  @Field(() => String, { nullable: true }) invoiceNumber!: string | null;
  @Field(() => String, { nullable: true }) mandate!: string | null;
  @Field(() => DayScalar) since!: string;
  @Field(() => String) source!: string;
  @Field(() => String, { nullable: true }) by!: string | null;
  @Field(() => [String]) bouncedNumbers!: string[];
  @Field(() => Boolean) ended!: boolean;

  static of({ id, debtorId, invoiceId, invoiceNumber, mandate, since, source, by, bouncedNumbers, endedAt }: DirectDebitRow): AdminDirectDebit {
    return Object.assign(new AdminDirectDebit(), { id, debtorId, invoiceId, invoiceNumber, mandate, since, source, by, bouncedNumbers, ended: endedAt !== null });
  }
}
