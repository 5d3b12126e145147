import { Field, ID, ObjectType } from "type-graphql";
import type { Reader } from "../../platform/database/transaction";
import { CentsScalar, DayScalar } from "../../platform/graphql/scalars";
import { listDisputeRows, type DisputeRow } from "./dispute.queries";

@ObjectType("Dispute")
export class AdminDispute {
  @Field(() => ID) id!: string;
  @Field(() => ID) debtorId!: string;
  @Field(() => String) debtorName!: string;
  @Field(() => ID, { nullable: true }) caseId!: string | null;
  @Field(() => ID) invoiceId!: string;
  @Field(() => String) invoiceNumber!: string;
  @Field(() => CentsScalar) cents!: number;
  @Field(() => String) reason!: string;
  @Field(() => String, { nullable: true }) text!: string | null;
  @Field(() => DayScalar) raisedOn!: string;
  @Field(() => DayScalar) deadlineOn!: string;
  @Field(() => DayScalar, { nullable: true }) decidedOn!: string | null;
  @Field(() => String, { nullable: true }) outcome!: string | null;
  @Field(() => String, { nullable: true }) decision!: string | null;

  static of(row: DisputeRow): AdminDispute {
    return Object.assign(new AdminDispute(), row);
  }
}

/** Disputes of one debtor or of all, undecided first. */
export async function listDisputes(reader: Reader, filter: { debtorId?: string; open?: boolean }): Promise<AdminDispute[]> {
  return (await listDisputeRows(reader, filter)).map((row) => AdminDispute.of(row));
}
