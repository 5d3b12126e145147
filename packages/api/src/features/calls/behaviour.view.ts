import { behaviour, type PlainDate } from "@tegemoet/domain";
import { Field, Float, Int, ObjectType } from "type-graphql";
import type { Reader } from "../../platform/database/transaction";
import { listPaidInvoices } from "./behaviour.queries";
import { listPromised } from "./promised.queries";

@ObjectType("Behaviour")
export class AdminBehaviour {
  @Field(() => Int) paidInvoices!: number;
  @Field(() => Float, { nullable: true }) averageDaysLate!: number | null;
  @Field(() => String, { nullable: true }) trend!: string | null;
  @Field(() => Int) promisesKept!: number;
  @Field(() => Int) promisesBroken!: number;
  @Field(() => [Int]) lastDaysLate!: readonly number[];
}

/** How a debtor paid so far, and kept their word. A promise that was kept in part counts as not kept. */
export async function behaviourOf(reader: Reader, debtorId: string, today: PlainDate): Promise<AdminBehaviour> {
  const paid = behaviour(await listPaidInvoices(reader, debtorId, today));
  const states = (await listPromised(reader, [debtorId], today)).map(({ standing }) => standing.state);
  return Object.assign(new AdminBehaviour(), paid, {
    promisesKept: states.filter((state) => state === "kept").length,
    promisesBroken: states.filter((state) => state === "broken" || state === "partly").length,
  });
}
