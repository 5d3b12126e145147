import type { PromiseState } from "@tegemoet/domain";
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { CentsScalar, DayScalar } from "../../platform/graphql/scalars";
import type { PromisedRow } from "./promised.queries";

export const PromiseStateEnum = { open: "open", kept: "kept", partly: "partly", broken: "broken", cancelled: "cancelled" } as const;
registerEnumType(PromiseStateEnum, { name: "PromiseState" });

@ObjectType("Promise")
export class AdminPromise {
  @Field(() => ID) id!: string;
  @Field(() => CentsScalar) amountCents!: number;
  @Field(() => DayScalar) byDay!: string;
  @Field(() => DayScalar) madeOn!: string;
  @Field(() => String) source!: string;
  @Field(() => PromiseStateEnum) state!: PromiseState;
  @Field(() => CentsScalar) paidCents!: number;
  @Field(() => [String]) invoiceNumbers!: string[];

  static of(row: PromisedRow): AdminPromise {
    const { id, amountCents, byDay, madeOn, source, invoiceNumbers, standing } = row;
    return Object.assign(new AdminPromise(), { id, amountCents, byDay, madeOn, source, invoiceNumbers, state: standing.state, paidCents: standing.paidCents });
  }
}
