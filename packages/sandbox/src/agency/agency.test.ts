import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import request from "supertest";
import { startSandbox, type Sandbox } from "../start-sandbox";
import { TestProduct } from "../test-product";
import { HANDED_OVER_QUERY } from "./handed-over.query";

const CASES = {
  me: { name: "Bureau Zacht", scopes: ["cases"] },
  cases: {
    nodes: [
      {
        number: "D-2026-0012",
        debtor: { name: "F. <Yılmaz>", phone: null },
        claim: { asOf: "2026-11-24", principalCents: 35_000 },
        timeline: [{ at: "2026-11-24T08:15:00Z", title: "Brief verstuurd" }],
      },
    ],
  },
};

describe("the agency page", () => {
  let product: TestProduct;
  let sandbox: Sandbox;
  let dataDir: string;
  beforeEach(async () => {
    product = await new TestProduct().start();
    dataDir = await mkdtemp(join(tmpdir(), "sandbox-"));
    sandbox = await startSandbox({
      httpPort: 0,
      smtpPort: 0,
      dataDir,
      productUrl: product.url,
      demoSecret: "s",
      quiet: true,
    });
  });
  afterEach(async () => {
    await sandbox.close();
    await product.stop();
    await rm(dataDir, { recursive: true });
  });
  const ask = async (form: object) => (await request(sandbox.url).post("/agency").type("form").send(form)).text;

  it("lists the cases that the key gives, with money and days as people read them", async () => {
    product.answer = () => ({ status: 200, body: { data: CASES } });
    const page = await ask({ key: "tgm_sleutel" });
    expect(page).toContain("D-2026-0012 · F. &#60;Yılmaz&#62;");
    expect(page).toContain("<dt>principal</dt><dd>€\u00a0350,00</dd>");
    expect(page).toContain("di 24 nov 2026, 09:15");
    expect(page).not.toContain("tgm_sleutel");
    const [got] = product.to("/partner/graphql");
    expect(got?.headers.authorization).toBe("Bearer tgm_sleutel");
    expect(JSON.parse(got?.body ?? "")).toEqual({ query: HANDED_OVER_QUERY });
  });

  it("says what is wrong: no key, no address, a refusal, nobody there, nothing handed over", async () => {
    expect(await ask({ key: "" })).toContain("Plak eerst de sleutel");
    expect(await ask({ key: "tgm_x", endpoint: "localhost:4000" })).toContain("Dit is geen adres");
    product.answer = () => ({ status: 401, body: { errors: [{ message: "Sleutel onbekend" }] } });
    expect(await ask({ key: "tgm_x" })).toContain("Tegemoet gaf geen dossiers: 401 Sleutel onbekend");
    product.answer = () => ({ status: 200, body: { data: { cases: { nodes: [] } } } });
    expect(await ask({ key: "tgm_x" })).toContain("nog geen dossier");
    expect(await ask({ key: "tgm_x", endpoint: "http://127.0.0.1:9/" })).toContain("Er kwam geen antwoord");
  });

  it("asks nothing that the published partner schema doesn't know", () => {
    const schema = join(__dirname, "../../../api/schema/partner.graphql");
    const graphql = require("../../../api/node_modules/graphql");
    const faults = graphql.validate(
      graphql.buildSchema(readFileSync(schema, "utf8")),
      graphql.parse(HANDED_OVER_QUERY),
    );
    expect(faults).toEqual([]);
  });
});
