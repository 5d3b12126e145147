import { startTestProduct, type StaffCaller, type TestProduct } from "../../../test/harness";

let product: TestProduct;
let admin: StaffCaller;
beforeAll(async () => {
  product = await startTestProduct({ today: "2026-11-20" });
  admin = await product.staff("admin");
});
afterAll(() => product.stop());

const update = (input: Record<string, unknown>) =>
  admin.graphql<any>("mutation($i: OrganisationInput!) { updateOrganisation(input: $i) { name phone email brandColour tone promiseMaxDays planPolicy { maxInstalments graceDays } } }", { i: input });

describe("the settings of an organisation", () => {
  test("what is given changes, what is left out stays, and the trail has before and after", async () => {
    const { data } = await update({ phone: "030 123 45 68", email: "Facturen@IJsvogel.example", promiseMaxDays: 21 });
    expect(data.updateOrganisation).toMatchObject({ name: "IJsvogel Installatie", phone: "+31301234568", email: "facturen@ijsvogel.example", promiseMaxDays: 21, tone: "u" });
    const trail = await product.read((reader) => reader.first<any>("select before, after, actor_id as actor from audit where organisation_id = $1 and action = 'update-organisation'", [reader.organisationId]));
    expect(trail).toEqual({
      before: { phone: "+31301234567", email: "administratie@ijsvogel.example", promiseMaxDays: 30 },
      after: { phone: "+31301234568", email: "facturen@ijsvogel.example", promiseMaxDays: 21 }, actor: admin.staffId,
    });
  });

  test("the policy of plans changes as a whole", async () => {
    const policy = { minInstalmentCents: 5_000, maxInstalments: 4, maxMonths: 4, minTotalCents: 10_000, firstWithinDays: 14, graceDays: 5, answerWithinDays: 2 };
    expect((await update({ planPolicy: policy })).data.updateOrganisation.planPolicy).toEqual({ maxInstalments: 4, graceDays: 5 });
    expect((await update({ planPolicy: { ...policy, maxInstalments: 0, graceDays: 99 } })).errors?.[0]?.extensions.details).toEqual({
      fields: ["planPolicy.maxInstalments: between 1 and 60", "planPolicy.graceDays: between 0 and 30"],
    });
  });

  test.each([
    [{ phone: "061234567" }, "phone"], [{ email: "niemand" }, "email"], [{ brandColour: "blauw" }, "brandColour"], [{ name: " " }, "name"], [{ contactCapDay: 9 }, "contactCapDay"], [{ promiseMaxDays: 0 }, "promiseMaxDays"],
  ])("%j is refused and names the field", async (input, field) => {
    const { errors } = await update(input);
    expect(errors?.[0]?.extensions.code).toBe("INPUT_INVALID");
    expect((errors?.[0]?.extensions.details as any)?.fields[0]).toMatch(new RegExp(`^${field}: `));
  });

  test("a manager reads the settings and can't change them", async () => {
    const manager = await product.staff("manager");
    expect((await manager.graphql("{ organisation { name } }")).code).toBeUndefined();
    expect((await manager.graphql("mutation { updateOrganisation(input: { name: \"X\" }) { name } }")).code).toBe("NOT_ALLOWED");
  });
});
