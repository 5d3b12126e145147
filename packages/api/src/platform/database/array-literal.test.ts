import fc from "fast-check";
import { Client } from "pg";
import { arrayLiteral } from "./array-literal";

describe("a list as PostgreSQL writes arrays", () => {
  let client: Client;
  beforeAll(async () => {
    client = new Client({ connectionString: process.env["TEST_DATABASE_URL"] });
    await client.connect();
  });
  afterAll(() => client.end());

  test("comes back as it went, whatever stands in it: 200 lists of texts with quotes, braces, spaces, nulls, line ends and signs that nobody sees", async () => {
    const text = fc.oneof(fc.string({ unit: fc.constantFrom("a", "\"", "\\", "{", "}", ",", " ", "\n", "\t", "\u00a0", "\u0001", "\u007f", "\u2028", "é", "€", "😀", "NULL", "null", "'") }), fc.constant(null));
    await fc.assert(fc.asyncProperty(fc.array(text), async (values) => {
      const { rows } = await client.query<{ values: unknown }>("select to_json($1::text[]) as values", [arrayLiteral(values)]);
      expect(rows[0]?.values).toEqual(values);
    }), { numRuns: 200 });
  });

  test("of numbers and truths says what pg itself says", async () => {
    const { rows } = await client.query("select $1::bigint[] = $2::bigint[] as numbers, $3::bool[] = $4::bool[] as truths, $5::float8[] = $6::float8[] as floats", [
      arrayLiteral([1, -2, null, 9_007_199_254_740_991]), [1, -2, null, 9_007_199_254_740_991], arrayLiteral([true, false]), [true, false],
      arrayLiteral([0.5, 1e-9]), [0.5, 1e-9],
    ]);
    expect(rows[0]).toEqual({ numbers: true, truths: true, floats: true });
  });

  test("with a day, a list or bytes in it is left to pg", () => {
    expect([arrayLiteral([new Date(0)]), arrayLiteral([["a"]]), arrayLiteral([Buffer.from("a")]), arrayLiteral([{ a: 1 }])]).toEqual([undefined, undefined, undefined, undefined]);
  });
});
