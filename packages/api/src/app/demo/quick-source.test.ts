import { Refusal } from "@tegemoet/domain";
import { startTestProduct, type TestProduct } from "../../../test/harness";
import { inTransaction, reading, type Tx } from "../../platform/database/transaction";
import { attempt } from "./demo-world";
import { openQuickSource } from "./quick-source";

let product: TestProduct;
let source: Awaited<ReturnType<typeof openQuickSource>>;
beforeAll(async () => {
  product = await startTestProduct({ today: "2026-11-10" });
});
afterAll(() => product.stop());
beforeEach(async () => {
  source = await openQuickSource(product.product.config);
});
afterEach(() => source.destroy());

const act = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
  inTransaction(source, { organisationId: product.organisationId, actor: { kind: "system" }, now: product.clock.now() }, work);
const rename = (tx: Tx, name: string): Promise<unknown[]> => tx.query("update organisation set contact_person = $2 where id = $1", [tx.organisationId, name]);
const writeWhatIsRefused = async (tx: Tx): Promise<void> => {
  await rename(tx, "never kept");
  await tx.query("insert into night_run (organisation_id, id, day, started_at) values ($1, $2, $3, $4)", [tx.organisationId, "no id", "2026-11-10", tx.now]);
};
const named = async (): Promise<string | undefined> =>
  (await reading(source, product.organisationId, (reader) => reader.first<{ name: string }>("select contact_person as name from organisation where id = $1", [reader.organisationId])))?.name;

test("a sentence says the same when it is planned as when it is new: days, cents, moments, lists, JSON and nothing", async () => {
  const ask = (): Promise<unknown> => act((tx) => tx.first(
    "select $1::date as day, $2::bigint as cents, $3::timestamptz as moment, $4::text[] as words, $5::jsonb as facts, $6::text as nothing, array['2026-11-10'::date] as days",
    ["2026-11-10", 9_007_199_254_740_991, new Date("2026-11-10T08:30:00Z"), ['a "b"', "c,d"], JSON.stringify({ cents: 1 }), null]));
  const first = await ask();
  expect(first).toEqual({
    day: "2026-11-10", cents: 9_007_199_254_740_991, moment: new Date("2026-11-10T08:30:00Z"), words: ['a "b"', "c,d"], facts: { cents: 1 }, nothing: null, days: ["2026-11-10"],
  });
  expect(await ask()).toEqual(first);
});

test("what is asked together is answered each by itself, in order", async () => {
  const answers = await act((tx) => Promise.all([1, 2, 3].map((number) => tx.query("select $1::int as number, 'x' as letter from generate_series(1, $1::int)", [number]))));
  expect(answers.map((rows) => rows.length)).toEqual([1, 2, 3]);
});

test("a write that nobody waits for is there for the next who asks, and after its transaction", async () => {
  await act(async (tx) => {
    await rename(tx, "Marit");
    expect(await tx.first("select contact_person as name from organisation where id = $1", [tx.organisationId])).toEqual({ name: "Marit" });
  });
  expect(await named()).toBe("Marit");
});

test("a write that is refused fails its transaction, and the next one is whole", async () => {
  await act((tx) => rename(tx, "before"));
  const broken = act(async (tx) => {
    await writeWhatIsRefused(tx);
    await tx.query("select 1 from organisation where id = $1", [tx.organisationId]);
  });
  await expect(broken).rejects.toThrow(/uuid/);
  expect(await named()).toBe("before");
  await act((tx) => rename(tx, "after"));
  expect(await named()).toBe("after");
});

test("a transaction that its own code breaks off is taken back, also when something in it had failed unheard", async () => {
  await act((tx) => rename(tx, "before"));
  const brokenOff = act(async (tx) => {
    await writeWhatIsRefused(tx);
    throw new Error("broken off");
  });
  await expect(brokenOff).rejects.toThrow("broken off");
  expect(await named()).toBe("before");
});

test("one act among several is taken back alone", async () => {
  await act(async (tx) => {
    await rename(tx, "kept");
    await attempt(tx, async () => {
      await rename(tx, "taken back");
      throw new Refusal("CONFLICT");
    });
    await tx.query("select 1 from organisation where id = $1", [tx.organisationId]);
  });
  expect(await named()).toBe("kept");
});

test("a sentence that PostgreSQL doesn't understand can be said again, and one that it refused once too", async () => {
  for (const _ of [1, 2]) await expect(act((tx) => tx.query("select nonsense from organisation where id = $1", [tx.organisationId]))).rejects.toThrow(/nonsense/);
  const divide = (by: number): Promise<{ result: number } | undefined> => act((tx) => tx.first("select 12 / $1::int as result", [by]));
  await expect(divide(0)).rejects.toThrow(/zero/);
  expect(await divide(4)).toEqual({ result: 3 });
});

test("an amount beyond what can be counted exactly fails its question, and the next one is answered", async () => {
  const count = (cents: string): Promise<{ cents: number } | undefined> => act((tx) => tx.first("select $1::bigint as cents", [cents]));
  await expect(count("9007199254740992")).rejects.toThrow(/counted exactly/);
  expect(await count("9007199254740991")).toEqual({ cents: 9_007_199_254_740_991 });
});

test("when a transaction that was believed to be kept wasn't, nothing more is said", async () => {
  await act((tx) => rename(tx, "before"));
  // Debit and credit differ: that is seen when the transaction ends, and nobody waits for the end.
  await act(async (tx) => {
    await rename(tx, "believed");
    await tx.query("set constraints all deferred");
    await tx.query(
      "with entry as (insert into ledger_entry (organisation_id, id, kind, booked_on, value_on, reference, created_at) values ($1, gen_random_uuid(), 'payment', $2, $2, 'off', now()) returning id) insert into posting (organisation_id, id, entry_id, account, amount_cents) select $1, gen_random_uuid(), id, 'bank', 5 from entry",
      [tx.organisationId, "2026-11-10"]);
  });
  await expect(named()).rejects.toThrow(/balance/);
  await expect(act((tx) => rename(tx, "more"))).rejects.toThrow(/balance/);
});
