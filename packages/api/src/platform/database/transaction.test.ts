import { startTestProduct, type TestProduct } from "../../../test/harness";
import type { Tx } from "./transaction";

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
