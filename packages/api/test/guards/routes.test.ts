import supertest from "supertest";
import { ROUTES } from "../../src/app/authorisation";
import { newId } from "../../src/platform/ids";
import type { Role } from "../../src/platform/graphql/viewer";
import { startTestProduct, type TestProduct } from "../harness";

let product: TestProduct;
beforeAll(async () => { product = await startTestProduct({ today: "2026-11-20", config: { DEMO: "small", DEMO_SECRET: "secret of the demo's calendar" } }); });
afterAll(() => product.stop());

/** The routes that the product really has, beside the doors and the pages. */
function servedRoutes(): string[] {
  const { stack } = (product.app as unknown as { router: { stack: { route?: { path: string; methods: Record<string, boolean> } }[] } }).router;
  return stack.flatMap(({ route }) => (route ? Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${route.path}`) : []));
}

const knock = (route: string, headers: Record<string, string> = {}) => {
  const [method = "GET", path = ""] = route.split(" ");
  const url = path.replace(":id", newId()).replace(":token", "A".repeat(64));
  const request = method === "GET" ? supertest(product.app).get(url) : supertest(product.app).post(url);
  for (const [name, value] of Object.entries(headers)) request.set(name, value);
  return request;
};

describe("the routes beside the schemas (T-1)", () => {
  test("each has an entry in the matrix, and each entry a route", () => {
    expect(servedRoutes().sort()).toEqual(Object.keys(ROUTES).sort());
  });

  test("staff routes answer to the roles that may, and to nobody else", async () => {
    const wrong: string[] = [];
    for (const [route, entry] of Object.entries(ROUTES)) {
      if (!Array.isArray(entry)) continue;
      for (const role of ["viewer", "collector", "manager", "admin", undefined] as const) {
        const headers = role ? { cookie: (await product.staff(role)).cookie, "x-tegemoet": "admin" } : { "x-tegemoet": "admin" };
        const { body, status } = await knock(route, headers as Record<string, string>);
        const shut = body.code === "NOT_ALLOWED" || body.code === "NOT_SIGNED_IN";
        if (shut === (role !== undefined && (entry as Role[]).includes(role)) || status >= 500) wrong.push(`${role ?? "nobody"} → ${route}: ${status} ${body.code}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test("a route with a secret does nothing without it, or with another", async () => {
    const wrong: string[] = [];
    for (const [route, entry] of Object.entries(ROUTES)) {
      if (entry !== "secret") continue;
      for (const headers of [{}, { "x-sandbox-secret": "another secret, just as long" }, { authorization: "Bearer another" }]) {
        const { status } = await knock(route, headers as Record<string, string>);
        if (status < 400 || status >= 500) wrong.push(`${route}: ${status}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test("a document that isn't there, and any document to a stranger, is not found", async () => {
    expect((await knock("GET /documents/:id")).status).toBe(404);
    expect((await supertest(product.app).get("/documents/x' or 1=1")).status).toBe(404);
  });

  test("a webhook with an unknown or a hostile id is answered like any other, and a link that isn't one opens nothing", async () => {
    for (const id of ["tr_unknown", "'; drop table payment; --", ""]) {
      const { status } = await supertest(product.app).post("/webhooks/mollie").type("form").send({ id });
      expect(status).toBeLessThan(500);
    }
    const { status, headers } = await knock("POST /portal/l/:token", { "x-tegemoet": "portal" });
    expect([status, headers["set-cookie"]]).toEqual([404, undefined]);
  });
});
