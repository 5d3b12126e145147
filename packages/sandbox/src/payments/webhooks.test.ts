import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import request from "supertest";
import { startSandbox, type Sandbox } from "../start-sandbox";
import { TestProduct, until } from "../test-product";

describe("what the shop hears of a payment", () => {
  let product: TestProduct;
  let sandbox: Sandbox;
  let dataDir: string;

  const start = () =>
    startSandbox({
      httpPort: 0,
      smtpPort: 0,
      dataDir,
      productUrl: product.url,
      demoSecret: "s",
      quiet: true,
      webhookMinuteMs: 15,
    });
  beforeEach(async () => {
    product = await new TestProduct().start();
    dataDir = await mkdtemp(join(tmpdir(), "sandbox-"));
    sandbox = await start();
  });
  afterEach(async () => {
    await sandbox.close();
    await product.stop();
    await rm(dataDir, { recursive: true });
  });

  const create = async (change: object = {}): Promise<string> => {
    const body = {
      amount: { currency: "EUR", value: "75.00" },
      description: "Termijn 1 van 3",
      redirectUrl: `${product.url}/portal`,
      webhookUrl: `${product.url}/webhooks/mollie?o=1`,
      method: "ideal",
      ...change,
    };
    const answer = await request(sandbox.url).post("/v2/payments").set("Authorization", "Bearer test_x").send(body);
    return JSON.parse(answer.text).id;
  };
  const choose = (id: string, form: object) =>
    request(sandbox.url).post(`/bank/${id}`).type("form").send(form).expect(303);
  const control = (id: string, body: object) => request(sandbox.url).post(`/control/payments/${id}`).send(body);
  const heard = () => product.to("/webhooks/mollie");
  const quiet = () => new Promise((resolve) => setTimeout(resolve, 150));

  it("is the id as a form and nothing else, once", async () => {
    const id = await create();
    await choose(id, { choice: "paid" });
    await until(() => heard().length === 1, "one call");
    await quiet();
    expect(heard()).toHaveLength(1);
    const call = heard()[0];
    expect(call).toMatchObject({ method: "POST", body: `id=${id}` });
    expect(call?.headers["content-type"]).toBe("application/x-www-form-urlencoded");
  });

  it("comes again until the shop answers 2xx: 500, 503, then 200 is three calls", async () => {
    let calls = 0;
    product.answer = () => ({ status: [500, 503, 200][calls++] ?? 200 });
    const id = await create();
    await choose(id, { choice: "paid" });
    await until(() => heard().length === 3, "three calls");
    await quiet();
    expect(heard()).toHaveLength(3);
    const { body } = await request(sandbox.url).get(`/control/payments/${id}`);
    expect(body.messages[0]).toMatchObject({
      done: true,
      calls: [{ answer: "500" }, { answer: "503" }, { answer: "200" }],
    });
  });

  it("comes twice at the same moment when a test asks so", async () => {
    product.answer = () => new Promise((resolve) => setTimeout(() => resolve({ status: 200 }), 50));
    const id = await create();
    await control(id, { webhook: "twice" }).expect(200);
    await choose(id, { choice: "paid" });
    await until(() => heard().length === 2, "two calls");
    const [first, second] = heard();
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeLessThan(50);
  });

  it("comes late when the payer chose so, while the payment is paid already", async () => {
    const id = await create();
    const chosenAt = Date.now();
    await choose(id, { choice: "paid-late", delaySeconds: "0.2" });
    expect((await request(sandbox.url).get(`/control/payments/${id}`)).body.status).toBe("paid");
    await until(() => heard().length === 1, "the late call");
    // A timer may be a millisecond early, never more; how late it is says something about the machine only.
    expect((heard()[0]?.at ?? 0) - chosenAt).toBeGreaterThanOrEqual(195);
  });

  it("never comes when the form or the address of the bank page says never, and comes on demand after that", async () => {
    const id = await create();
    await request(sandbox.url).post(`/bank/${id}?webhook=never`).type("form").send({ choice: "paid" }).expect(303);
    await quiet();
    expect(heard()).toHaveLength(0);
    await control(id, { repeat: true }).expect(200);
    await until(() => heard().length === 1, "the call on demand");
  });

  it("doesn't come when the shop chose iDEAL and the payer cancels at the bank, as with Mollie; without a preset it does", async () => {
    await choose(await create(), { choice: "canceled" });
    const id = await create({ method: undefined });
    await choose(id, { choice: "canceled" });
    await until(() => heard().length === 1, "one call");
    await quiet();
    expect(heard().map(({ body }) => body)).toEqual([`id=${id}`]);
  });

  it("comes when a payment failed, was refunded or charged back", async () => {
    const failed = await create();
    await choose(failed, { choice: "failed" });
    const id = await create();
    await control(id, { status: "paid" }).expect(200);
    await request(sandbox.url)
      .post(`/v2/payments/${id}/refunds`)
      .set("Authorization", "Bearer test_x")
      .send({ amount: { currency: "EUR", value: "5.00" } })
      .expect(201);
    await control(id, { chargeback: "10.00" }).expect(200);
    await until(() => heard().length === 4, "failed, paid, charged back, refunded");
    expect(heard().filter(({ body }) => body === `id=${id}`)).toHaveLength(3);
  });

  it("waits while the provider is down", async () => {
    const id = await create();
    await request(sandbox.url).post("/control/outage").send({ kind: "psp", seconds: 0.3 }).expect(200);
    await control(id, { status: "paid" }).expect(200);
    await quiet();
    expect(heard()).toHaveLength(0);
    await until(() => heard().length === 1, "the call after the outage");
  });

  it("comes after a restart when it was due, and the payment is known still", async () => {
    const id = await create();
    await control(id, { webhook: "late", delayMs: 2_000, status: "paid" }).expect(200);
    await sandbox.close();
    expect(heard()).toHaveLength(0);
    sandbox = await start();
    await until(() => heard().length === 1, "the call after the restart");
    expect((await request(sandbox.url).get(`/control/payments/${id}`)).body.status).toBe("paid");
  });

  it("says what a control call may hold", async () => {
    const id = await create();
    expect((await control(id, { webhook: "maybe" })).body.error).toBe("webhook is one of once, twice, late, never");
    await control(id, { status: "open" }).expect(422);
    await control(id, { delayMs: -1 }).expect(422);
    await control("tr_nooit", { webhook: "once" }).expect(404);
    await control("tr_nooit", { status: "paid" }).expect(404);
  });
});
