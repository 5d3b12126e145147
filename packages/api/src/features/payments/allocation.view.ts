import { Field, ID, InputType } from "type-graphql";
import { CentsScalar } from "../../platform/graphql/scalars";
import { idOf } from "../../platform/ids";

@InputType("MatchInput")
export class MatchInput {
  @Field(() => ID) invoiceId!: string;
  @Field(() => CentsScalar) cents!: number;
}

/** What somebody gave by hand, its ids checked. */
export function allocationsOf(inputs: readonly MatchInput[]): { invoiceId: string; cents: number }[] {
  return inputs.map(({ invoiceId, cents }) => ({ invoiceId: idOf(invoiceId), cents }));
}
