import { appendFile, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { simpleParser } from "mailparser";
import { createTransport, type SendMailOptions } from "nodemailer";
import request from "supertest";
import { startSandbox, type Sandbox } from "../start-sandbox";
import { TestProduct, until } from "../test-product";

const PDF = Buffer.from("%PDF-1.7\n1 0 obj <<>> endobj\n%%EOF\n");
const REMINDER: SendMailOptions = {
  from: '"IJsvogel Installatie" <debiteuren@ijsvogel.example>',
  to: '"Fatma Yılmaz" <fatma@klant.example>',
  subject: "Herinnering: factuur 2026-0417, € 117,50",
  messageId: "<m-1@ijsvogel.example>",
  text: "Beste mevrouw Yılmaz,\n\nBetaal op https://betalen.example/l/abc.\n",
  html: '<html><head><title>x</title></head><body><p>Beste mevrouw</p><img src="cid:mark"><script>alert(1)</script></body></html>',
  attachments: [
    { filename: "factuur 2026-0417.pdf", content: PDF, contentType: "application/pdf" },
    { filename: "mark.png", cid: "mark", content: Buffer.from("89504e470d0a1a0a", "hex"), contentType: "image/png" },
  ],
};

describe("the mail server and its inbox", () => {
  let product: TestProduct;
  let sandbox: Sandbox;
  let dataDir: string;
  const start = (more: object = {}) =>
    startSandbox({
      httpPort: 0,
      smtpPort: 0,
      dataDir,
      productUrl: product.url,
      demoSecret: "geheim",
      quiet: true,
      deliveredAfterMs: 20,
      bouncedAfterMs: 10,
      ...more,
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

  const send = async (change: SendMailOptions = {}) => {
    const transport = createTransport({ host: "127.0.0.1", port: sandbox.smtpPort, ignoreTLS: true, name: "test" });
    try {
      return await transport.sendMail({ ...REMINDER, ...change });
    } finally {
      transport.close();
    }
  };
  const api = () => request(sandbox.url);
  const notices = () => product.to("/inbound/mail").map(({ body }) => JSON.parse(body));

  it("keeps a mail with its HTML, text, headers and attachments, and reports its delivery", async () => {
    await send();
    const list = await api().get("/api/mails").expect(200);
    expect(list.body).toMatchObject({
      total: 1,
      mails: [{ subject: REMINDER.subject, recipients: ["fatma@klant.example"], messageId: "<m-1@ijsvogel.example>" }],
    });
    const { id } = list.body.mails[0];
    const { body: mail } = await api().get(`/api/mails/${id}`).expect(200);
    expect(mail.text).toContain("https://betalen.example/l/abc");
    expect(mail.html).toContain("Beste mevrouw");
    expect(mail.html).toContain("data:image/png;base64,");
    expect(mail.headers).toContainEqual({ name: "Message-ID", value: "<m-1@ijsvogel.example>" });
    expect(mail.attachments).toEqual([
      { n: 0, filename: "mark.png", contentType: "image/png", size: 8, inline: true },
      { n: 1, filename: "factuur 2026-0417.pdf", contentType: "application/pdf", size: PDF.length, inline: false },
    ]);
    const file = await api().get(`/api/mails/${id}/attachments/1`).buffer(true).expect(200);
    expect(file.body).toEqual(PDF);
    expect(file.headers["content-disposition"]).toBe('attachment; filename="factuur 2026-0417.pdf"');
    await until(() => notices().length === 1, "a delivered notice");
    expect(notices()[0]).toMatchObject({
      kind: "delivered",
      messageId: "<m-1@ijsvogel.example>",
      to: "fatma@klant.example",
    });
    expect(product.to("/inbound/mail")[0]?.headers["x-sandbox-secret"]).toBe("geheim");
  });

  it("finds mails by recipient, by words and since a moment or a mail", async () => {
    await send();
    await send({ to: "piet@klant.example", subject: "Uw afspraak", messageId: "<m-2@x>" });
    const found = async (query: object) =>
      (await api().get("/api/mails").query(query)).body.mails.map((mail: { messageId: string }) => mail.messageId);
    expect(await found({})).toEqual(["<m-2@x>", "<m-1@ijsvogel.example>"]);
    expect(await found({ to: "FATMA@klant.example" })).toEqual(["<m-1@ijsvogel.example>"]);
    expect(await found({ to: "atma@klant.example" })).toEqual([]);
    expect(await found({ to: "fatma" })).toEqual(["<m-1@ijsvogel.example>"]);
    expect(await found({ q: "afspraak piet" })).toEqual(["<m-2@x>"]);
    expect(await found({ limit: 1 })).toEqual(["<m-2@x>"]);
    const all = (await api().get("/api/mails")).body.mails;
    expect(await found({ since: all[1].id })).toEqual(["<m-2@x>"]);
    expect(await found({ since: all[1].receivedAt })).toEqual(["<m-2@x>"]);
    expect(await found({ since: new Date(Date.now() + 1000).toISOString() })).toEqual([]);
  });

  it.each(["iemand@bounce.example", "bounce-later@klant.example"])(
    "takes a mail to %s and reports its bounce as a multipart/report",
    async (to) => {
      await send({ to });
      await until(() => notices().length === 1, "a bounce notice");
      const [notice] = notices();
      expect(notice).toMatchObject({ kind: "bounce", messageId: "<m-1@ijsvogel.example>", to });
      const report = await simpleParser(notice.raw);
      expect(report.headers.get("content-type")).toMatchObject({
        value: "multipart/report",
        params: { "report-type": "delivery-status" },
      });
      expect(report.to).toMatchObject({ text: "debiteuren@ijsvogel.example" });
      const [, words = "", status = "", original = ""] = notice.raw.split(/\r\n--=_[\w-]+/);
      expect(words).toContain(`could not be delivered to <${to}>`);
      expect(status).toContain("Content-Type: message/delivery-status");
      expect(status).toContain(`Final-Recipient: rfc822; ${to}`);
      expect(status).toMatch(/Action: failed\r\nStatus: 5\.1\.1/);
      expect(original).toContain("Message-ID: <m-1@ijsvogel.example>");
      expect((await api().get("/api/mails")).body.mails[0].bounced).toEqual([to]);
    },
  );

  it("refuses reject@ at the door with 550 and keeps nothing", async () => {
    await expect(send({ to: "reject@klant.example" })).rejects.toMatchObject({ responseCode: 550 });
    expect((await api().get("/api/mails")).body.total).toBe(0);
  });

  it("answers 421 while it is down and takes mail again after that", async () => {
    await api().post("/control/outage").send({ kind: "smtp", seconds: 60 }).expect(200);
    await expect(send()).rejects.toMatchObject({ responseCode: 421 });
    await api().post("/control/outage").send({ kind: "smtp", seconds: 0 }).expect(200);
    await send();
    expect((await api().get("/api/mails")).body.total).toBe(1);
  });

  it("answers 421 on a connection that was open before it went down", async () => {
    const transport = createTransport({
      host: "127.0.0.1",
      port: sandbox.smtpPort,
      ignoreTLS: true,
      pool: true,
      maxConnections: 1,
      name: "test",
    });
    await transport.sendMail(REMINDER);
    sandbox.world.outages.start("smtp", 60);
    await expect(transport.sendMail(REMINDER)).rejects.toMatchObject({ responseCode: 421 });
    transport.close();
  });

  it("takes a name and password without asking whether they are right", async () => {
    const auth = { user: "wie", pass: "ook" };
    const transport = createTransport({
      host: "127.0.0.1",
      port: sandbox.smtpPort,
      ignoreTLS: true,
      name: "test",
      auth,
    });
    await expect(transport.sendMail(REMINDER)).resolves.toMatchObject({ accepted: ["fatma@klant.example"] });
    transport.close();
  });

  it("brings a reply from the page to the product as a whole mail", async () => {
    await send();
    const { id } = (await api().get("/api/mails")).body.mails[0];
    const answer = await api()
      .post(`/mail/${id}/reply`)
      .type("form")
      .send({ text: "Ik betaal vrijdag € 50,00.\r\n\r\nGroet, Fatma" });
    expect(answer.headers.location).toBe(`/mail/${id}?reply=sent#reply`);
    await until(() => notices().some(({ kind }) => kind === "reply"), "a reply notice");
    const notice = notices().find(({ kind }) => kind === "reply");
    expect(notice).toMatchObject({
      messageId: "<m-1@ijsvogel.example>",
      to: "fatma@klant.example",
      from: "fatma@klant.example",
      subject: "Re: Herinnering: factuur 2026-0417, € 117,50",
      text: "Ik betaal vrijdag € 50,00.\r\n\r\nGroet, Fatma",
    });
    const raw = await simpleParser(notice.raw);
    expect(raw).toMatchObject({ inReplyTo: "<m-1@ijsvogel.example>", subject: notice.subject });
    expect(raw.text?.trim()).toBe("Ik betaal vrijdag € 50,00.\n\nGroet, Fatma");
    const empty = await api().post(`/mail/${id}/reply`).type("form").send({ text: "  " });
    expect(empty.headers.location).toContain("reply=empty");
    await api().post(`/api/mails/${id}/reply`).send({ text: "" }).expect(422);
    await api().post(`/api/mails/${id}/reply`).send({ text: "Dank" }).expect(202);
  });

  it("tries a bounce again when the product is in trouble, and lets it be when the product says no", async () => {
    let first = true;
    product.answer = () => ({ status: first ? ((first = false), 503) : 404 });
    await send({ to: "x@bounce.example" });
    await until(() => notices().length === 2, "a second try");
    await until(async () => (await api().get("/control/notices")).body.notices[0].state === "given up", "given up");
    expect((await api().get("/control/notices")).body.notices[0]).toMatchObject({ tries: 2, answer: "404" });
  });

  it("knows its mails, bounces and replies after a restart, also when the end was sudden", async () => {
    product.answer = () => ({ status: 503 });
    await send({ to: "x@bounce.example" });
    await until(() => notices().length === 1, "a first try");
    await sandbox.close();
    await appendFile(join(dataDir, "mails.jsonl"), '{"id":"m_half');
    await writeFile(join(dataDir, "mails", "m_wees.eml"), "Subject: zonder regel\r\n\r\n");
    product.answer = () => ({ status: 200 });
    sandbox = await start();
    const list = (await api().get("/api/mails")).body;
    expect(list.total).toBe(1);
    expect((await api().get(`/api/mails/${list.mails[0].id}`)).body.text).toContain("Beste mevrouw Yılmaz");
    expect(await readdir(join(dataDir, "mails"))).toEqual([`${list.mails[0].id}.eml`]);
    await until(() => notices().length === 2, "the notice after the restart");
  });

  it("keeps the newest 10 when told so, and no file of the others", async () => {
    await sandbox.close();
    sandbox = await start({ keepMails: 10, deliveredAfterMs: -1 });
    for (let n = 1; n <= 12; n += 1) await send({ messageId: `<k-${n}@x>` });
    const { total, mails } = (await api().get("/api/mails")).body;
    expect(total).toBe(10);
    expect(mails.at(-1).messageId).toBe("<k-3@x>");
    expect(await readdir(join(dataDir, "mails"))).toHaveLength(10);
    await api().delete("/api/mails").expect(204);
    expect((await api().get("/api/mails")).body.total).toBe(0);
    expect(await readdir(join(dataDir, "mails"))).toHaveLength(0);
  });

  it("shows list and mail as pages that escape what a mail says, the HTML in a frame where no script runs", async () => {
    await send({ subject: `<img src=x onerror="alert(1)">` });
    const list = await api().get("/mail?q=img").expect(200);
    expect(list.text).toContain("&#60;img src=x");
    expect(list.text).not.toContain("<img src=x");
    const { id } = (await api().get("/api/mails")).body.mails[0];
    const page = await api().get(`/mail/${id}`).expect(200);
    expect(page.text).toContain(`<iframe src="/mail/${id}/html"`);
    expect(page.text).not.toContain("<img src=x");
    const frame = await api().get(`/mail/${id}/html`).expect(200);
    expect(frame.headers["content-security-policy"]).toMatch(/^sandbox allow-popups[^;]*; default-src 'none'/);
    expect(frame.headers["content-security-policy"]).not.toContain("allow-scripts");
    const text = await api().get(`/mail/${id}?view=text`);
    expect(text.text).toContain('<a href="https://betalen.example/l/abc"');
    expect((await api().get(`/mail/${id}?lang=en&view=headers`)).text).toContain("Answer as the customer");
    await api().get("/mail/m_weg").expect(404);
    await api().get(`/api/mails/${id}/attachments/9`).expect(404);
  });
});
