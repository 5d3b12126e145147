import { startTestProduct, type TestProduct } from "../../../test/harness";
import { isCutOff, type Tx } from "./transaction";

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct({ today: "2026-11-10" });
});
afterAll(() => product.stop());

const RENAME = "update organisation set contact_person = $2 where id = $1";
const person = () => product.read((reader) => reader.first<{ name: string }>(`select contact_person as name from organisation where id = $1`, [reader.organisationId]));

test("of two things done at once the one that goes on after the other failed writes nothing more", async () => {
  const before = await person();
  let late: Promise<unknown> = Promise.resolve();
  const act = product.write(async (tx) => {
    late = (async () => {
      await tx.query("select pg_sleep(0.1)");
      await tx.query(RENAME, [tx.organisationId, "too late"]);
    })();
    await Promise.all([late, Promise.reject(new Error("the other failed"))]);
  });
  await expect(act).rejects.toThrow("the other failed");
  await expect(late).rejects.toThrow("this transaction is over");
  expect(await person()).toEqual(before);
});

test("a transaction that was kept is over too", async () => {
  let kept: Tx | undefined;
  await product.write(async (tx) => {
    kept = tx;
  });
  await expect(kept?.query(RENAME, [kept.organisationId, "after the end"])).rejects.toThrow("this transaction is over");
});

test("a connection that breaks is known by its first error and by those that follow; a refused row and our own words are not", async () => {
  const errors: unknown[] = [];
  const told = async (work: Promise<unknown>): Promise<void> => void errors.push(await work.then(() => undefined, (error: unknown) => error));
  await told(product.write(async (tx) => {
    await told(tx.query("select pg_terminate_backend(pg_backend_pid())"));
    await new Promise((resolve) => setTimeout(resolve, 50));
    await told(tx.query("select 1"));
    await tx.query("select 1");
  }));
  expect(errors).toHaveLength(3);
  expect(errors.map(isCutOff)).toEqual([true, true, true]);
  const others = [await product.read((reader) => reader.query("select 1 / 0")).catch((error: unknown) => error), new Error("this transaction is over"), undefined];
  expect(others.map(isCutOff)).toEqual([false, false, false]);
});
