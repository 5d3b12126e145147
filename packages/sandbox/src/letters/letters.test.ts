import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import request from "supertest";
import { startSandbox, type Sandbox } from "../start-sandbox";

const PDF = Buffer.from("%PDF-1.7\n1 0 obj <<>> endobj\n%%EOF\n");

describe("the print service", () => {
  let sandbox: Sandbox;
  let dataDir: string;
  const start = () =>
    startSandbox({ httpPort: 0, smtpPort: 0, dataDir, productUrl: "http://127.0.0.1:9", demoSecret: "s", quiet: true });
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), "sandbox-"));
    sandbox = await start();
  });
  afterEach(async () => {
    await sandbox.close();
    await rm(dataDir, { recursive: true });
  });
  const post = (reference: string, pdf: Buffer | string = PDF, type = "application/pdf") => {
    const ask = request(sandbox.url).post("/print/letters").set("Content-Type", type);
    if (reference) ask.set("X-Reference", reference).set("X-Recipient", encodeURIComponent("Fatma Yılmaz"));
    return ask.send(pdf);
  };

  it("posts a letter once for its reference, however often it is sent", async () => {
    const first = await post("brief-1");
    expect(first.status).toBe(201);
    const [second, third] = await Promise.all([post("brief-1"), post("brief-1")]);
    expect([second.status, third.status]).toEqual([200, 200]);
    expect(second.body).toEqual({ id: first.body.id, reference: "brief-1", status: "posted" });
    const { body } = await request(sandbox.url).get("/api/letters");
    expect(body).toMatchObject({
      total: 1,
      letters: [{ recipient: "Fatma Yılmaz", bytes: PDF.length, status: "posted" }],
    });
    const pdf = await request(sandbox.url).get(body.letters[0].pdf).buffer(true).expect(200);
    expect(pdf.body).toEqual(PDF);
    expect((await request(sandbox.url).get("/letters")).text).toContain("Fatma Yılmaz");
  });

  it("refuses another letter under the same reference with 409", async () => {
    await post("brief-1").expect(201);
    const other = await post("brief-1", Buffer.concat([PDF, Buffer.from("x")]));
    expect(other).toMatchObject({
      status: 409,
      body: { error: "This reference was used for another letter; take a new one" },
    });
  });

  it("says what is missing: a reference, a body, a PDF", async () => {
    await post("").expect(422);
    await post("brief-2", Buffer.alloc(0)).expect(422);
    await post("brief-2", "Geachte heer", "text/plain").expect(415);
    await post("brief-2", Buffer.alloc(21 * 1024 * 1024, "%PDF-")).expect(413);
    expect((await request(sandbox.url).get("/api/letters")).body.total).toBe(0);
  });

  it("answers 503 while it is down", async () => {
    sandbox.world.outages.start("print", 60);
    expect((await post("brief-3")).status).toBe(503);
    sandbox.world.outages.clear();
    expect((await post("brief-3")).status).toBe(201);
  });

  it("knows its letters after a restart, and forgets them at a reset", async () => {
    await post("brief-1").expect(201);
    await sandbox.close();
    sandbox = await start();
    await post("brief-1").expect(200);
    await request(sandbox.url).post("/control/reset").expect(204);
    expect((await request(sandbox.url).get("/api/letters")).body.total).toBe(0);
    await post("brief-1").expect(201);
  });
});
