import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import request from "supertest";
import { settingsFromEnvironment } from "./settings";
import { PortRefused, startSandbox } from "./start-sandbox";

describe("starting and stopping", () => {
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), "sandbox-"));
  });
  afterEach(() => rm(dataDir, { recursive: true }));
  const given = () => ({
    httpPort: 0,
    smtpPort: 0,
    dataDir,
    productUrl: "http://127.0.0.1:9/",
    demoSecret: "s",
    quiet: true,
  });

  it("says in one sentence which port is taken, and leaves the other one free", async () => {
    const one = await startSandbox(given());
    const second = startSandbox({ ...given(), httpPort: one.httpPort });
    await expect(second).rejects.toThrow(
      `Port ${one.httpPort} is taken by another program; stop it, or give another one in SANDBOX_PORT.`,
    );
    await expect(startSandbox({ ...given(), smtpPort: one.smtpPort })).rejects.toThrow(PortRefused);
    await one.close();
    const again = await startSandbox({ ...given(), httpPort: one.httpPort, smtpPort: one.smtpPort });
    await request(again.url).get("/health").expect(200);
    await again.close();
    await again.close();
  });

  it("reads its settings from the environment, an empty one being none", () => {
    expect(
      settingsFromEnvironment({
        SANDBOX_PORT: "",
        PRODUCT_URL: "http://127.0.0.1:4000/",
        PUBLIC_URL: "https://demo.example",
      }),
    ).toMatchObject({
      httpPort: 4010,
      smtpPort: 4025,
      dataDir: ".data/sandbox",
      productUrl: "http://127.0.0.1:4000",
      productPublicUrl: "https://demo.example",
    });
    expect(() => settingsFromEnvironment({ SANDBOX_PORT: "http" })).toThrow(
      'SANDBOX_PORT is "http"; give a port between 0 and 65535, such as 4010.',
    );
    expect(() => settingsFromEnvironment({ PRODUCT_URL: "localhost" })).toThrow(
      'PRODUCT_URL is "localhost"; give an address such as http://localhost:4000.',
    );
  });

  it("answers machines in JSON and people with a page when something can't be read or found", async () => {
    const sandbox = await startSandbox(given());
    const broken = await request(sandbox.url)
      .post("/control/outage")
      .set("Content-Type", "application/json")
      .send("{")
      .expect(400);
    expect(broken.body.error).toContain("could not be read");
    expect((await request(sandbox.url).get("/nergens").expect(404)).text).toContain("Deze pagina is er niet");
    await request(sandbox.url).get("/assets/sandbox.css").expect(200);
    await sandbox.close();
  });
});
