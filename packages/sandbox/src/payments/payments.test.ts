import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import request from "supertest";
import { startSandbox, type Sandbox } from "../start-sandbox";
import { TestProduct } from "../test-product";

// The product's own client, as the product uses it: Mollie's SDK checks every answer against Mollie's schema.
const { Client } = require("../../../api/node_modules/mollie-api-typescript");

const KEY = "test_dHar4XY7LxsDOtmnkVtjNVWXLSlXsM";
const ORDER = {
  amount: { currency: "EUR", value: "117.50" },
  description: "Factuur 2026-0417",
  redirectUrl: "http://localhost:4000/portal/betaald",
  webhookUrl: "http://localhost:4000/webhooks/mollie",
  method: "ideal",
  metadata: { checkout: "c1" },
  locale: "nl_NL",
};

describe("the payment provider, through Mollie's own SDK", () => {
  let product: TestProduct;
  let sandbox: Sandbox;
  let dataDir: string;
  let now = new Date("2026-11-20T09:00:00Z");
  let mollie: InstanceType<typeof Client>;

  beforeAll(async () => {
    product = await new TestProduct().start();
    dataDir = await mkdtemp(join(tmpdir(), "sandbox-"));
    sandbox = await startSandbox({
      httpPort: 0,
      smtpPort: 0,
      dataDir,
      productUrl: product.url,
      demoSecret: "geheim",
      quiet: true,
      webhookMinuteMs: 20,
      now: () => now,
    });
    mollie = new Client({ serverURL: sandbox.url, security: { apiKey: KEY }, retryConfig: { strategy: "none" } });
  });
  afterAll(async () => {
    await sandbox.close();
    await product.stop();
    await rm(dataDir, { recursive: true });
  });

  const order = (change: object = {}) => ({ ...ORDER, webhookUrl: `${product.url}/webhooks/mollie`, ...change });
  const api = () => request(sandbox.url);

  it("creates a payment of € 117,50 that is open for 15 minutes and leads to the bank page", async () => {
    const payment = await mollie.payments.create({ paymentRequest: order() });
    expect(payment).toMatchObject({
      id: expect.stringMatching(/^tr_\w{10}$/),
      mode: "test",
      status: "open",
      amount: { currency: "EUR", value: "117.50" },
      metadata: { checkout: "c1" },
      createdAt: "2026-11-20T09:00:00+00:00",
      expiresAt: "2026-11-20T09:15:00+00:00",
    });
    expect(payment.links.checkout.href).toBe(`${sandbox.url}/bank/${payment.id}`);
    const found = await mollie.payments.get({ paymentId: payment.id });
    expect(found).toMatchObject({ id: payment.id, status: "open" });
    const page = await api().get(`/bank/${payment.id}`).expect(200);
    expect(page.text).toContain("€\u00a0117,50");
    expect(page.text).toContain("Factuur 2026-0417");
  });

  it("is paid at the bank once, tells who paid, and cannot be paid or cancelled after that", async () => {
    const { id } = await mollie.payments.create({ paymentRequest: order() });
    const pay = await api()
      .post(`/bank/${id}`)
      .type("form")
      .send({ choice: "paid", consumerName: "S. de Wit", consumerAccount: "NL91 ABNA 0417 1643 00" });
    expect(pay.status).toBe(303);
    expect(pay.headers.location).toBe(ORDER.redirectUrl);
    await api().post(`/bank/${id}`).type("form").send({ choice: "canceled" }).expect(303);
    const payment = await mollie.payments.get({ paymentId: id });
    expect(payment.status).toBe("paid");
    expect(payment.details).toMatchObject({ consumerName: "S. de Wit", consumerAccount: "NL91ABNA0417164300" });
    expect(payment.amountRemaining).toEqual({ currency: "EUR", value: "117.50" });
    expect(payment.links.checkout).toBeUndefined();
    await expect(mollie.payments.cancel({ paymentId: id })).rejects.toMatchObject({
      statusCode: 422,
      detail: "The payment cannot be canceled",
    });
    expect((await api().get(`/bank/${id}`)).text).toContain("Deze betaling is betaald");
  });

  it("refuses an IBAN with wrong check digits at the bank and leaves the payment open", async () => {
    const { id } = await mollie.payments.create({ paymentRequest: order() });
    await api()
      .post(`/bank/${id}`)
      .type("form")
      .send({ choice: "paid", consumerAccount: "NL50RABO0123456789" })
      .expect(422);
    expect((await mollie.payments.get({ paymentId: id })).status).toBe("open");
  });

  it.each(["canceled", "failed", "expired"])("ends as %s when the payer chooses so", async (status) => {
    const { id } = await mollie.payments.create({
      paymentRequest: order({ cancelUrl: "http://localhost:4000/portal/terug" }),
    });
    const answer = await api().post(`/bank/${id}`).type("form").send({ choice: status });
    expect(answer.headers.location).toBe(
      status === "canceled" ? "http://localhost:4000/portal/terug" : ORDER.redirectUrl,
    );
    const payment = await mollie.payments.get({ paymentId: id });
    expect(payment).toMatchObject({ status, [`${status}At`]: "2026-11-20T09:00:00+00:00" });
    expect(payment.isCancelable).toBeUndefined();
  });

  it("stays open when the payer decides later, and looking at the bank page decides nothing", async () => {
    const { id } = await mollie.payments.create({ paymentRequest: order() });
    await api().get(`/bank/${id}?choice=paid`).expect(200);
    const answer = await api().post(`/bank/${id}`).type("form").send({ choice: "later" }).expect(303);
    expect(answer.headers.location).toBe(ORDER.redirectUrl);
    expect((await mollie.payments.get({ paymentId: id })).status).toBe("open");
  });

  it("expires after 15 minutes and not a second earlier", async () => {
    const { id } = await mollie.payments.create({ paymentRequest: order() });
    now = new Date("2026-11-20T09:14:59Z");
    expect((await mollie.payments.get({ paymentId: id })).status).toBe("open");
    now = new Date("2026-11-20T09:15:00Z");
    expect((await mollie.payments.get({ paymentId: id })).status).toBe("expired");
    now = new Date("2026-11-20T09:00:00Z");
  });

  it("lets the shop cancel an open payment", async () => {
    const { id } = await mollie.payments.create({ paymentRequest: order() });
    expect((await mollie.payments.cancel({ paymentId: id })).status).toBe("canceled");
  });

  it("lists payments, the newest first, in pages", async () => {
    const { id: first } = await mollie.payments.create({ paymentRequest: order() });
    const { id: second } = await mollie.payments.create({ paymentRequest: order() });
    const page = await mollie.payments.list({ limit: 1 });
    expect(page.result.embedded.payments.map(({ id }: { id: string }) => id)).toEqual([second]);
    const next = await mollie.payments.list({ limit: 1, from: first });
    expect(next.result.embedded.payments[0].id).toBe(first);
  });

  it("offers iDEAL under its new name", async () => {
    const { embedded } = await mollie.methods.list({});
    expect(embedded.methods[0]).toMatchObject({
      id: "ideal",
      description: "iDEAL | Wero",
      maximumAmount: { value: "50000.00" },
    });
  });

  it("pays back € 17,50 of € 117,50 and then € 100,00, but not a cent more", async () => {
    const { id } = await mollie.payments.create({ paymentRequest: order() });
    const give = (value: string) =>
      mollie.refunds.create({
        paymentId: id,
        refundRequest: { amount: { currency: "EUR", value }, description: "Te veel betaald" },
      });
    await expect(give("1.00")).rejects.toMatchObject({ statusCode: 422 });
    await sandbox.world.payments.settle(id, { status: "paid" });
    expect(await give("17.50")).toMatchObject({ status: "pending", paymentId: id });
    await give("100.00");
    await expect(give("0.01")).rejects.toMatchObject({ statusCode: 409 });
    const { result } = await mollie.refunds.list({ paymentId: id });
    expect(result.count).toBe(2);
    const payment = await mollie.payments.get({ paymentId: id });
    expect(payment).toMatchObject({
      status: "paid",
      amountRefunded: { value: "117.50" },
      amountRemaining: { value: "0.00" },
    });
  });

  it("shows a chargeback that the bank made", async () => {
    const { id } = await mollie.payments.create({ paymentRequest: order() });
    await api().post(`/control/payments/${id}`).send({ status: "paid", chargeback: "117.50" }).expect(200);
    const { result } = await mollie.chargebacks.list({ paymentId: id });
    expect(result.embedded.chargebacks[0]).toMatchObject({ amount: { value: "117.50" }, paymentId: id });
    expect((await mollie.payments.get({ paymentId: id })).amountChargedBack).toEqual({
      currency: "EUR",
      value: "117.50",
    });
  });

  it("gives the same payment for the same Idempotency-Key and marks it as replayed", async () => {
    const post = (body: object) =>
      api().post("/v2/payments").set("Authorization", `Bearer ${KEY}`).set("Idempotency-Key", "k-1").send(body);
    const first = await post(order());
    const again = await post(order());
    expect(again.status).toBe(201);
    expect(again.headers["idempotent-replayed"]).toBe("true");
    expect(first.headers["idempotent-replayed"]).toBeUndefined();
    expect(JSON.parse(again.text ?? "").id).toBe(JSON.parse(first.text ?? "").id);
    const other = await post(order({ description: "Een andere factuur" }));
    expect(other.status).toBe(400);
    now = new Date("2026-11-20T10:00:00Z");
    expect(JSON.parse((await post(order())).text).id).not.toBe(JSON.parse(first.text).id);
    now = new Date("2026-11-20T09:00:00Z");
  });

  it("makes one payment of ten that come at once under one key, and answers the others with 409 or a replay", async () => {
    const before = (await sandbox.world.payments.list()).length;
    const posts = Array.from({ length: 10 }, () =>
      api()
        .post("/v2/payments")
        .set("Authorization", `Bearer ${KEY}`)
        .set("Idempotency-Key", "k-2")
        .send(order())
        .then(({ status }) => status),
    );
    const statuses = await Promise.all(posts);
    expect(statuses).toContain(201);
    expect(statuses.every((status) => status === 201 || status === 409)).toBe(true);
    expect((await sandbox.world.payments.list()).length).toBe(before + 1);
  });

  it.each([
    ["an amount as a number", { amount: { currency: "EUR", value: 10 } }, "amount"],
    ["one decimal", { amount: { currency: "EUR", value: "10.0" } }, "amount"],
    ["nothing to pay", { amount: { currency: "EUR", value: "0.00" } }, "amount"],
    ["a negative amount", { amount: { currency: "EUR", value: "-1.00" } }, "amount"],
    ["more than iDEAL takes", { amount: { currency: "EUR", value: "50000.01" } }, "amount"],
    ["dollars", { amount: { currency: "USD", value: "10.00" } }, "amount"],
    ["no amount", { amount: undefined }, "amount"],
    ["no description", { description: "" }, "description"],
    ["a description of 256 characters", { description: "x".repeat(256) }, "description"],
    ["no redirect", { redirectUrl: undefined }, "redirectUrl"],
    ["a redirect that is no address", { redirectUrl: "javascript:alert(1)" }, "redirectUrl"],
    ["an unknown method", { method: "cash" }, "method"],
    ["an unknown locale", { locale: "nl" }, "locale"],
    ["metadata of 2 kB", { metadata: { note: "x".repeat(2000) } }, "metadata"],
  ])("refuses %s with 422 and the field's name", async (_why, change, field) => {
    const answer = await api().post("/v2/payments").set("Authorization", `Bearer ${KEY}`).send(order(change));
    expect(answer.status).toBe(422);
    expect(answer.headers["content-type"]).toBe("application/hal+json");
    expect(JSON.parse(answer.text)).toMatchObject({
      status: 422,
      title: "Unprocessable Entity",
      field,
      _links: { documentation: {} },
    });
  });

  it("takes € 50.000,00 by iDEAL", async () => {
    const paymentRequest = order({ amount: { currency: "EUR", value: "50000.00" } });
    expect((await mollie.payments.create({ paymentRequest })).amount.value).toBe("50000.00");
  });

  it.each([
    ["no key", undefined],
    ["a live key", "Bearer live_dHar4XY7LxsDOtmnkVtjNVWXLSlXsM"],
    ["another scheme", "Basic dGVzdF94Og=="],
  ])("refuses %s with 401", async (_why, key) => {
    const ask = api().get("/v2/payments");
    const answer = await (key ? ask.set("Authorization", key) : ask);
    expect(answer.status).toBe(401);
    expect(JSON.parse(answer.text)).toMatchObject({ status: 401, title: "Unauthorized Request" });
  });

  it("answers 400 to a body that isn't JSON and 404 to a payment that isn't there", async () => {
    const broken = await api()
      .post("/v2/payments")
      .set("Authorization", `Bearer ${KEY}`)
      .set("Content-Type", "application/json")
      .send('{"amount":');
    expect(broken.status).toBe(400);
    await expect(mollie.payments.get({ paymentId: "tr_bestaatniet" })).rejects.toMatchObject({ statusCode: 404 });
    await api().get("/bank/tr_bestaatniet").expect(404);
  });

  it("is down for as long as it was told, and up again after that", async () => {
    await api().post("/control/outage").send({ kind: "psp", seconds: 60 }).expect(200);
    await expect(mollie.payments.create({ paymentRequest: order() })).rejects.toMatchObject({ statusCode: 503 });
    await api().get("/bank").expect(503);
    now = new Date("2026-11-20T09:01:00Z");
    expect((await mollie.payments.create({ paymentRequest: order() })).status).toBe("open");
    now = new Date("2026-11-20T09:00:00Z");
    await api().post("/control/outage").send({ kind: "psp", seconds: 0 }).expect(200);
    await api().post("/control/outage").send({ kind: "fax", seconds: 1 }).expect(422);
  });

  it("escapes what a shop writes in its description", async () => {
    const { id } = await mollie.payments.create({
      paymentRequest: order({ description: `<script>alert("x")</script>` }),
    });
    const page = await api().get(`/bank/${id}`);
    expect(page.text).not.toContain("<script>");
    expect(page.text).toContain("&#60;script&#62;");
  });
});
