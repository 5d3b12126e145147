import { startTestProduct, type StaffCaller, type TestProduct } from "../../../test/harness";
import { setStaffRole } from "./set-staff-role";

let product: TestProduct;
let admin: StaffCaller;
beforeEach(async () => {
  product = await startTestProduct({ today: "2026-11-20" });
  admin = await product.staff("admin");
});
afterEach(() => product.stop());

const setRole = (by: StaffCaller, staffId: string, role: string, active = true) =>
  by.graphql<any>("mutation($s: ID!, $r: Role!, $a: Boolean!) { setStaffRole(staffId: $s, role: $r, active: $a) { role active } }", { s: staffId, r: role, a: active });
const invite = (email: string, role = "viewer", password = "een lang wachtwoord", name = "Piet de Boer") =>
  admin.graphql<any>("mutation($n: String!, $e: String!, $r: Role!, $p: String!) { inviteStaff(name: $n, email: $e, role: $r, password: $p) { id name email role active } }", { n: name, e: email, r: role, p: password });

describe("roles of staff (T-10, T-11)", () => {
  test("a role that is taken away is gone on the very next request", async () => {
    const manager = await product.staff("manager");
    expect((await setRole(admin, manager.staffId, "viewer")).data.setStaffRole).toEqual({ role: "viewer", active: true });
    expect((await manager.graphql("mutation { addAgency(name: \"X\") { id } }")).code).toBe("NOT_ALLOWED");
    await setRole(admin, manager.staffId, "viewer", false);
    expect((await manager.graphql("{ staff { id } }")).code).toBe("NOT_SIGNED_IN");
  });

  test("the last admin stays one, however they are taken away", async () => {
    expect((await setRole(admin, admin.staffId, "manager")).code).toBe("CONFLICT");
    expect((await setRole(admin, admin.staffId, "admin", false)).code).toBe("CONFLICT");
    expect((await invite(admin.email)).code).toBe("INPUT_INVALID");
    expect((await admin.graphql<any>("{ viewer { role } }")).data.viewer.role).toBe("admin");
  });

  test("two admins who take each other's place at once leave one", async () => {
    const second = await product.staff("admin");
    const demote = (by: StaffCaller, staffId: string) => product.write((tx) => setStaffRole(tx, { staffId, role: "viewer", active: true }), { actor: { kind: "staff", id: by.staffId } });
    const codes = (await Promise.allSettled([demote(admin, second.staffId), demote(second, admin.staffId)])).map((result) => (result.status === "rejected" ? result.reason.code : "done"));
    expect(codes.sort()).toEqual(["CONFLICT", "done"]);
  });

  test("who isn't an admin raises nobody, and nobody reaches another organisation's staff", async () => {
    const manager = await product.staff("manager");
    const foreign = await product.staff("viewer", product.otherOrganisationId);
    expect((await setRole(manager, manager.staffId, "admin")).code).toBe("NOT_ALLOWED");
    expect((await setRole(admin, foreign.staffId, "admin")).code).toBe("NOT_FOUND");
    expect((await foreign.graphql<any>("{ viewer { role } }")).data.viewer.role).toBe("viewer");
  });

  test("somebody who is invited is on the list; a short password, no name or no address is refused", async () => {
    expect((await invite("Piet@Example.nl")).data.inviteStaff).toMatchObject({ name: "Piet de Boer", email: "piet@example.nl", role: "viewer", active: true });
    expect((await admin.graphql<any>("{ staff { email } }")).data.staff).toContainEqual({ email: "piet@example.nl" });
    expect([(await invite("a@example.nl", "viewer", "elf tekens!")).code, (await invite("geen adres")).code, (await invite("b@example.nl", "viewer", "een lang wachtwoord", " ")).code])
      .toEqual(["INPUT_INVALID", "INPUT_INVALID", "INPUT_INVALID"]);
  });
});
