import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import request from "supertest";
import { startSandbox, type Sandbox } from "../start-sandbox";
import { TestProduct, until } from "../test-product";

let product: TestProduct;
let sandbox: Sandbox;
let dataDir: string;
const start = () =>
  startSandbox({
    httpPort: 0,
    smtpPort: 0,
    dataDir,
    productUrl: product.url,
    demoSecret: "geheim",
    quiet: true,
    deliveredAfterMs: 10,
    bouncedAfterMs: 10,
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
const told = (channel: "sms" | "mail") => product.to(`/inbound/${channel}`).map(({ body }) => JSON.parse(body));

describe("the SMS gateway and the phone behind it", () => {
  const SMS = { to: "+31612345678", from: "Kievit", text: "Betaal hier: https://x.example/l/abc", reference: "r-1" };
  const send = (change: object = {}) =>
    request(sandbox.url)
      .post("/sms/messages")
      .send({ ...SMS, ...change });

  it("takes a message once for its reference, tells that it arrived, and shows it on the phone with its link", async () => {
    expect((await send()).status).toBe(201);
    expect((await send()).status).toBe(200);
    await until(() => told("sms").length === 1, "a delivery");
    expect(told("sms")[0]).toMatchObject({ kind: "delivered", reference: "r-1", to: "+31612345678" });
    expect((await request(sandbox.url).get("/api/sms?to=%2B31612345678")).body.total).toBe(1);
    const page = (await request(sandbox.url).get("/phone")).text;
    expect(page).toContain('<a href="https://x.example/l/abc"');
  });

  it("brings an answer from the phone to the product", async () => {
    await send();
    const { id } = (await request(sandbox.url).get("/api/sms")).body.messages[0];
    await request(sandbox.url).post(`/phone/${id}/reply`).type("form").send({ text: "Vrijdag" }).expect(303);
    await until(() => told("sms").some(({ kind }) => kind === "reply"), "an answer");
    expect(told("sms").find(({ kind }) => kind === "reply")).toMatchObject({ reference: "r-1", from: "+31612345678", text: "Vrijdag" });
  });

  it("tells that a number ending in 000 took nothing; refuses what is no number, and answers 503 while it is down", async () => {
    await send({ to: "+31612345000" }).expect(201);
    await until(() => told("sms").length === 1, "a failure");
    expect(told("sms")[0]).toMatchObject({ kind: "failed", detail: "The number is not in use" });
    await send({ to: "0612345678", reference: "r-2" }).expect(422);
    await send({ text: "", reference: "r-3" }).expect(422);
    await request(sandbox.url).post("/control/outage").send({ kind: "sms", seconds: 60 }).expect(200);
    await send({ reference: "r-4" }).expect(503);
  });

  it("knows its messages after a restart, and forgets them at a reset", async () => {
    await send();
    await sandbox.close();
    sandbox = await start();
    expect((await send()).status).toBe(200);
    await request(sandbox.url).post("/control/reset").expect(204);
    expect((await send()).status).toBe(201);
  });
});

describe("what else comes back of a mail", () => {
  const mail = async (to: string, change: object = {}) => {
    const transport = createTransport({ host: "127.0.0.1", port: sandbox.smtpPort, ignoreTLS: true, name: "test" });
    await transport.sendMail({
      from: "debiteuren@ijsvogel.example",
      to,
      subject: "Herinnering",
      messageId: "<m-1@ijsvogel.example>",
      text: "Beste",
      ...change,
    });
    transport.close();
  };

  it("a full mailbox comes back with 4.2.2, one whose owner is away answers by a machine", async () => {
    await mail("full@klant.example");
    await until(() => told("mail").some(({ kind }) => kind === "bounce"), "a bounce");
    expect(told("mail").find(({ kind }) => kind === "bounce").raw).toContain("Status: 4.2.2");
    await mail("away@klant.example");
    await until(() => told("mail").some(({ kind }) => kind === "mail"), "an automatic answer");
    expect(told("mail").find(({ kind }) => kind === "mail").raw).toContain("Auto-Submitted: auto-replied");
  });

  it("a mail to the address that ours name is handed in as it came, and is in nobody's inbox", async () => {
    await mail("fatma@klant.example");
    await mail("debiteuren@ijsvogel.example", { from: "fatma@klant.example", subject: "Vraag", messageId: "<vraag@klant>" });
    await until(() => told("mail").some(({ rawBase64 }) => rawBase64), "the mail");
    const raw = Buffer.from(told("mail").find(({ rawBase64 }) => rawBase64).rawBase64, "base64").toString();
    expect(raw).toContain("Message-ID: <vraag@klant>");
    expect((await request(sandbox.url).get("/api/mails")).body.total).toBe(1);
  });

  it("the page sends a mail back, and writes as somebody else with a receipt", async () => {
    await mail("fatma@klant.example");
    const { id } = (await request(sandbox.url).get("/api/mails")).body.mails[0];
    const answer = (form: object) => request(sandbox.url).post(`/mail/${id}/reply`).type("form").send(form);
    expect((await answer({ kind: "gone", text: "" })).headers.location).toContain("reply=sent");
    await answer({ kind: "reply", text: "Ik ben de zus", other: "zus@elders.example", receipt: "yes" });
    await until(() => told("mail").some(({ kind }) => kind === "bounce") && told("mail").some(({ kind }) => kind === "mail"), "both");
    const loose = told("mail").find(({ kind }) => kind === "mail").raw;
    expect(loose).toContain("From: <zus@elders.example>");
    expect(loose).toContain('filename="betaalbewijs.pdf"');
    expect(loose).not.toContain("In-Reply-To");
  });
});
