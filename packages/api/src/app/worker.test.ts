import { startTestProduct, type TestProduct } from "../../test/harness";
import { queueMessage } from "../features/communications/queue-message";
import { upsertDebtor } from "../features/debtors/upsert-debtor";
import { startWorker } from "./worker";

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct({ today: "2026-11-09", minute: 600 });
});
afterAll(() => product.stop());

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 300 && !holds(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 50));
}

test("a message that is queued leaves by its job, the night runs once, and what a crash cut off is parked at the start", async () => {
  const queue = () => product.write(async (tx) => {
    const { debtorId } = await upsertDebtor(tx, { name: "Sanne Hendriks", kind: "consumer", email: "sanne@example.nl" });
    return queueMessage(tx, { debtorId, kind: "plan-finished", channel: "mail", invoices: [], sendAfter: tx.now });
  });
  const { messageId: stuck } = await queue();
  await product.write((tx) => tx.query("update message set state = 'sending', sending_at = $3::timestamptz - interval '1 hour' where organisation_id = $1 and id = $2", [tx.organisationId, stuck, tx.now]));
  const worker = await startWorker(product.product);
  try {
    const { messageId } = await queue();
    await until(() => product.outside.mails.length > 0);
    expect(product.outside.mails.map((mail) => mail.messageId.slice(0, 36))).toEqual([messageId]);
  } finally {
    await worker.stop();
  }
  const states = await product.read((reader) => reader.query<{ id: string; state: string }>("select id, state from message where organisation_id = $1", [reader.organisationId]));
  expect(new Map(states.map(({ id, state }) => [id, state])).get(stuck)).toBe("parked");
  const nights = await product.read((reader) => reader.query("select 1 from night_run where organisation_id = $1 and day = '2026-11-09' and finished_at is not null", [reader.organisationId]));
  expect(nights).toHaveLength(1);
});
