import { startTestProduct, type TestProduct } from "../../../test/harness";
import { columnOf, listOf, valuesOf } from "./columns";

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct({ today: "2026-11-10" });
});
afterAll(() => product.stop());

const columns = (rows: string): Promise<{ key: string; day: string; cents: string } | undefined> => product.read((reader) =>
  reader.first(`select ${columnOf("key")} as key, ${columnOf("day")} as day, ${columnOf("cents")} as cents from (values ${rows}) as row (key, day, cents)`));

test("rows become columns and rows again, in their order, nothing for null", async () => {
  const told = await columns("('a', '2026-11-10'::date, 5::bigint), ('b', null, 9007199254740991), ('c', '2026-11-12', -1)");
  expect(told && valuesOf(told.key, told.day, told.cents)).toEqual([["a", "b", "c"], ["2026-11-10", "", "2026-11-12"], ["5", "9007199254740991", "-1"]]);
  expect(told && listOf(told.key)).toBe("{a,b,c}");
});

test("of no rows a column is empty", async () => {
  const none = await product.read((reader) => reader.first<{ key: string }>(`select ${columnOf("id")} as key from organisation where false`));
  expect(none).toEqual({ key: "" });
});

test("a comma in a value is found out, before a row gets what is another's", async () => {
  const told = await columns("('a,b', '2026-11-10'::date, 5::bigint), ('c', null, 6)");
  expect(() => told && valuesOf(told.key, told.day)).toThrow(/differ in length/);
});
