import { startTestProduct, type TestProduct } from "../../../test/harness";

let test_: TestProduct;
beforeAll(async () => { test_ = await startTestProduct({ today: "2026-11-20" }); });
afterAll(() => test_.stop());

describe("signing in", () => {
  test("a collector signs in and is shown the organisation and the day", async () => {
    const collector = await test_.staff("collector");
    const { data } = await collector.graphql("{ viewer { role today organisation { name } staff { email } counts { calls } } }");
    expect(data).toMatchObject({ viewer: { role: "collector", today: "2026-11-20", organisation: { name: "IJsvogel Installatie" }, counts: { calls: 0 } } });
  });

  test("a wrong password and an unknown address get the same answer", async () => {
    const collector = await test_.staff("collector");
    const attempt = "mutation($e: String!) { signIn(email: $e, password: \"not the one\") { role } }";
    const wrong = await collector.graphql(attempt, { e: collector.email });
    const unknown = await collector.graphql(attempt, { e: "nobody@tegemoet.example" });
    expect([wrong.code, unknown.code]).toEqual(["SIGN_IN_FAILED", "SIGN_IN_FAILED"]);
  });

  test("after signing out the cookie opens nothing", async () => {
    const viewer = await test_.staff("viewer");
    await viewer.graphql("mutation { signOut }");
    expect((await viewer.graphql("{ viewer { role } }")).data).toEqual({ viewer: null });
  });
});
