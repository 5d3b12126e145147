import { startTestProduct, type StaffCaller, type TestProduct } from "../../../test/harness";
import { newId } from "../../platform/ids";
import { upsertDebtor } from "./upsert-debtor";

let product: TestProduct;
let collector: StaffCaller;
let debtorId: string;
beforeAll(async () => {
  product = await startTestProduct({ today: "2026-11-20" });
  collector = await product.staff("collector");
});
beforeEach(async () => {
  ({ debtorId } = await product.write((tx) => upsertDebtor(tx, { name: "Jansen", kind: "consumer", email: "oud@example.nl", phone: "0612345678", street: "Kade", houseNumber: "1", postalCode: "3511AB", city: "Utrecht" })));
});
afterAll(() => product.stop());

const update = (change: string) => collector.graphql<any>(`mutation($id: ID!) { updateDebtor(id: $id, ${change}) { name email phone kind address { postalCode city } } }`, { id: debtorId });
const stored = () => product.read((reader) => reader.first<any>("select version, email from debtor where organisation_id = $1 and id = $2", [reader.organisationId, debtorId]));

describe("mending what we know of a debtor", () => {
  test("a new address is tidied, raises the version once, and the trail has both", async () => {
    const { data } = await update(`email: " Nieuw@Example.nl ", phone: "030-1234567", postalCode: "1012 lg"`);
    expect(data.updateDebtor).toEqual({ name: "Jansen", email: "nieuw@example.nl", phone: "+31301234567", kind: "consumer", address: { postalCode: "1012 LG", city: "Utrecht" } });
    expect(await stored()).toEqual({ version: 2, email: "nieuw@example.nl" });
    await update(`email: "nieuw@example.nl"`);
    expect(await stored()).toMatchObject({ version: 2 });
    const trail = await product.read((reader) => reader.query<any>("select before from audit where organisation_id = $1 and subject_id = $2 and action = 'update-debtor'", [reader.organisationId, debtorId]));
    expect(trail).toEqual([{ before: { email: "oud@example.nl", phone: "+31612345678", postal_code: "3511 AB" } }]);
  });

  test("an empty text takes the phone number away; nothing given changes nothing", async () => {
    expect((await update(`phone: ""`)).data.updateDebtor).toMatchObject({ phone: null, email: "oud@example.nl" });
    expect((await update("name: null")).data.updateDebtor.name).toBe("Jansen");
  });

  test("all that is wrong is named at once, and nothing is changed", async () => {
    const { errors } = await update(`name: " ", email: "niemand", phone: "061234567", postalCode: "35AB"`);
    expect((errors?.[0]?.extensions.details as any)?.fields.map((line: string) => line.split(":")[0])).toEqual(["name", "email", "phone", "postalCode"]);
    expect(await stored()).toEqual({ version: 1, email: "oud@example.nl" });
  });

  test("a bounced address that is mended is a fault no more; a fault of another stays", async () => {
    await product.write(async (tx) => {
      for (const address of ["oud@example.nl", "ander@example.nl"]) {
        await tx.query(`insert into contact_fault (organisation_id, id, debtor_id, channel, address, kind, found_at) values ($1, $2, $3, 'mail', $4, 'bounce', $5)`, [tx.organisationId, newId(), debtorId, address, tx.now]);
      }
    });
    await update(`email: "nieuw@example.nl"`);
    const open = await product.read((reader) => reader.query<any>("select address from contact_fault where organisation_id = $1 and debtor_id = $2 and resolved_at is null", [reader.organisationId, debtorId]));
    expect(open).toEqual([{ address: "ander@example.nl" }]);
  });
});
