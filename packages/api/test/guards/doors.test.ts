import { createHash } from "node:crypto";
import express from "express";
import supertest from "supertest";
import { trustedDocuments } from "../../src/app/trusted-documents";
import { startTestProduct, type TestProduct } from "../harness";

let product: TestProduct;
beforeAll(async () => { product = await startTestProduct({ today: "2026-11-20" }); });
afterAll(() => product.stop());

const post = (door: string, body: unknown, headers: Record<string, string> = {}) => {
  const request = supertest(product.app).post(`/${door}/graphql`).set("x-tegemoet", door);
  for (const [name, value] of Object.entries(headers)) request.set(name, value);
  return request.send(body as object);
};
const ask = (query: string) => post("admin", { query });
const normal = async () => (await ask("{ viewer { role } }")).body;

describe("what one request may ask (T-41)", () => {
  const nested = (levels: number): string => `{ ${"a { ".repeat(levels)}b${" }".repeat(levels)} }`;

  test.each([
    { what: "11 levels", says: "more than 10 levels", body: { query: nested(10) } },
    { what: "11 levels through fragments", says: "more than 10 levels", body: { query: `{ ...A } fragment A on Query { a { ...B } } fragment B on Query ${nested(9)}` } },
    { what: "16 aliases", says: "more than 15 aliases", body: { query: `{ ${Array.from({ length: 16 }, (_, at) => `a${at}: __typename`).join(" ")} }` } },
    { what: "6 directives", says: "more than 5 directives", body: { query: `{ __typename ${"@include(if: true) ".repeat(6)} }` } },
    { what: "21 operations", says: "more than 20 operations", body: { query: `{ ${"__typename ".repeat(21)} }` } },
    { what: "1,100 tokens", says: "1000 tokens", body: { query: `{ ${"__typename ".repeat(1_100)} }` } },
    { what: "300 kB", body: { query: "{ __typename }", variables: { x: "x".repeat(300 * 1024) } } },
    { what: "a batch of two", body: [{ query: "{ __typename }" }, { query: "{ __typename }" }] },
    { what: "no query", body: {} },
    { what: "a fragment that uses itself", body: { query: "{ ...A } fragment A on Query { ...A }" } },
  ])("$what: refused with a 4xx, and the next request is answered", async ({ body, says = "" }) => {
    const { status, body: answer } = await post("admin", body);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(JSON.stringify(answer)).toContain(says);
    expect(JSON.stringify(answer)).not.toMatch(/stack|node_modules|\.ts:/);
    expect(await normal()).toEqual({ data: { viewer: null } });
  });

  test.each([
    { what: "a page of 101 rows", query: "{ debtors(first: 101) { totalCount } }" },
    { what: "a page of 101 bank lines", query: "{ bank(first: 101) { nextCursor } }" },
    { what: "a page of no rows", query: "{ cases(first: 0) { totalCount } }" },
    { what: "a cursor of our own making", query: "{ invoices(after: \"zz\") { totalCount } }" },
    { what: "30 February", query: "query($asOf: Day!) { ageing(asOf: $asOf) { dso } }", variables: { asOf: "2026-02-30" } },
  ])("$what is bad input: 400 with INPUT_INVALID and the field", async ({ query, variables }) => {
    const { status, code, errors } = await (await product.staff("admin")).graphql(query, variables);
    expect([status, code]).toEqual([400, "INPUT_INVALID"]);
    expect(errors?.[0]?.extensions.details?.["fields"]).toHaveLength(1);
  });

  test("what is right beside it is still answered: 200 with both", async () => {
    const { status, data, code } = await (await product.staff("admin")).graphql("{ viewer { role } debtors(first: 100) { totalCount } }");
    expect([status, code, data["debtors"].totalCount]).toEqual([200, undefined, 0]);
  });

  test("15 aliases are allowed", async () => {
    expect((await ask(`{ ${Array.from({ length: 15 }, (_, at) => `a${at}: __typename`).join(" ")} }`)).status).toBe(200);
  });
});

describe("who may knock (T-42)", () => {
  test.each(["admin", "portal", "partner"])("a GET is refused at the %s door", async (door) => {
    const response = await supertest(product.app).get(`/${door}/graphql`).query({ query: "{ __typename }" });
    expect([response.status, response.get("allow")]).toEqual([405, "POST"]);
  });

  test.each([
    { what: "text/plain", type: "text/plain", body: '{"query":"{ __typename }"}' },
    { what: "a form", type: "application/x-www-form-urlencoded", body: "query={__typename}" },
    { what: "multipart", type: "multipart/form-data; boundary=x", body: "--x\r\ncontent-disposition: form-data; name=\"operations\"\r\n\r\n{}\r\n--x--" },
  ])("$what is refused: another site's page could send it without asking", async ({ type, body }) => {
    const { status } = await supertest(product.app).post("/admin/graphql").set("content-type", type).send(body);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  });

  test.each(["admin", "portal"])("a request of another site is refused at the %s door, cookie or not", async (door) => {
    const staff = await product.staff("viewer");
    expect((await post(door, { query: "{ __typename }" }, { origin: "https://evil.example", cookie: staff.cookie })).status).toBe(403);
    expect((await post(door, { query: "{ __typename }" }, { "sec-fetch-site": "cross-site", cookie: staff.cookie })).status).toBe(403);
    expect((await post(door, { query: "{ __typename }" }, { origin: "null" })).status).toBe(403);
    expect((await post(door, { query: "{ __typename }" }, { origin: "http://localhost:4000" })).status).toBe(200);
  });
});

describe("input is exactly what the contract names (T-6)", () => {
  test("a key that an input doesn't have is refused before anything runs", async () => {
    const admin = await product.staff("admin");
    const sneaky = await admin.graphql("mutation($i: OrganisationInput!) { updateOrganisation(input: $i) { name } }", { i: { name: "Nieuw", iban: "NL20INGB0001234567" } });
    expect(sneaky.code).toBe("INPUT_INVALID");
    expect((await admin.graphql<any>("{ organisation { name iban } }")).data.organisation).toEqual({ name: "IJsvogel Installatie", iban: "NL91ABNA0417164300" });
  });
});

describe("with trusted documents on (T-43, T-44)", () => {
  let strict: TestProduct;
  beforeAll(async () => { strict = await startTestProduct({ today: "2026-11-20", config: { TRUSTED_DOCUMENTS: "on" } }); });
  afterAll(() => strict.stop());

  test.each(["admin", "portal"])("the %s door answers no query of its own making: no introspection either", async (door) => {
    for (const body of [{ query: "{ __typename }" }, { query: "{ __schema { types { name } } }" }, { documentId: "sha256:00" }, {}]) {
      const { status, body: answer } = await supertest(strict.app).post(`/${door}/graphql`).set("x-tegemoet", door).send(body);
      // 503 says that the web app wasn't built here; either way nothing is answered.
      expect([403, 503]).toContain(status);
      expect(answer.data).toBeUndefined();
    }
  });

  test("a known document is answered by its hash, an unknown one is 403", async () => {
    const text = "{ viewer { role } }";
    const hash = createHash("sha256").update(text).digest("hex");
    const app = express();
    app.use(express.json(), trustedDocuments(new Map([[hash, text]])), (request, response) => void response.json({ query: request.body.query }));
    expect((await supertest(app).post("/").send({ documentId: `sha256:${hash}`, query: "{ evil }" })).body).toEqual({ query: text });
    expect((await supertest(app).post("/").send({ documentId: `sha256:${"0".repeat(64)}`, query: text })).status).toBe(403);
    expect((await supertest(app).post("/").send({ query: text })).status).toBe(403);
  });

  test("agencies may read the contract, and get no hint of what else there is", async () => {
    const { body } = await supertest(strict.app).post("/partner/graphql").send({ query: "{ __schema { queryType { name } } }" });
    expect(body.data).toEqual({ __schema: { queryType: { name: "Query" } } });
  });
});
