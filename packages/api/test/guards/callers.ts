import supertest from "supertest";
import type { Door } from "../../src/app/guard";
import { toAnswer, type Answer, type TestProduct } from "../harness";

/** Somebody who knocks at a door, with whatever they hold. */
export interface Caller {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Calls an operation as somebody. */
export async function call(product: TestProduct, door: Door, { headers }: Caller, query: string, variables: Record<string, unknown>): Promise<Answer<any>> {
  const request = supertest(product.app).post(`/${door}/graphql`).set("x-tegemoet", door);
  for (const [name, value] of Object.entries(headers)) request.set(name, value);
  return toAnswer(await request.send({ query, variables }));
}

/** Opens a debtor's link the way the portal does. */
export async function openedBy(product: TestProduct, token: string): Promise<string> {
  const response = await supertest(product.app).post(`/portal/l/${token}`).set("x-tegemoet", "portal");
  return (response.headers["set-cookie"] as unknown as string[] | undefined)?.[0]?.split(";")[0] ?? "";
}
