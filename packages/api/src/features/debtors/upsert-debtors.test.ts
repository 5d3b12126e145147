import { startTestProduct, type TestProduct } from "../../../test/harness";
import { newId } from "../../platform/ids";
import { upsertDebtors, type UpsertOutcome } from "./upsert-debtors";

let product: TestProduct;
beforeAll(async () => { product = await startTestProduct({ today: "2026-11-20" }); });
afterAll(() => product.stop());

const idOf = (outcome: UpsertOutcome | undefined) => (outcome && "debtorId" in outcome ? outcome.debtorId : undefined);

describe("many debtors at once", () => {
  test("one key told three times is one debtor with the last address; a name of blanks is refused and holds up nobody", async () => {
    const outcomes = await product.write((tx) => upsertDebtors(tx, [
      { name: "Jansen", externalKey: "a:1", email: "oud@example.nl" }, { name: " ", externalKey: "a:2" }, { name: "Jansen", externalKey: "a:1", email: "nieuw@example.nl" },
      { name: "Bakker", externalKey: "a:3", contact: { name: "Els Bakker" } }, { name: "Jansen", externalKey: "a:1" },
    ]));
    expect(outcomes.map((outcome) => ("refusal" in outcome ? outcome.refusal.code : outcome.created))).toEqual([true, "FILE_FIELD_MISSING", false, true, false]);
    expect(new Set([0, 2, 4].map((at) => idOf(outcomes[at]))).size).toBe(1);
    const rows = await product.read((reader) => reader.query(
      "select number, name, email, kind, version, (select name from contact where organisation_id = $1 and debtor_id = debtor.id) as contact from debtor where organisation_id = $1 order by number", [reader.organisationId]));
    expect(rows).toEqual([
      { number: "10001", name: "Jansen", email: "nieuw@example.nl", kind: "unknown", version: 1, contact: null },
      { number: "10002", name: "Bakker", email: null, kind: "unknown", version: 1, contact: "Els Bakker" },
    ]);
  });

  test("a source that mends a bounced address takes its fault away, and the trail has both addresses", async () => {
    const [made] = await product.write((tx) => upsertDebtors(tx, [{ name: "Smit", externalKey: "b:1", email: "fout@example.nl", phone: "06-12345678" }]));
    await product.write((tx) => tx.query(
      `insert into contact_fault (organisation_id, id, debtor_id, channel, address, kind, found_at) values ($1, $2, $3, 'mail', 'fout@example.nl', 'bounce', $4)`, [tx.organisationId, newId(), idOf(made), tx.now]));
    const [mended] = await product.write((tx) => upsertDebtors(tx, [{ name: "Smit", externalKey: "b:1", email: "Goed@example.nl", phone: "" }]));
    expect(mended).toMatchObject({ created: false, changed: ["email"] });
    const facts = await product.read((reader) => reader.first(
      `select (select count(*) from contact_fault where organisation_id = $1 and debtor_id = $2 and resolved_at is null) as open,
         (select json_build_array(before, after) from audit where organisation_id = $1 and subject_id = $2 and action = 'update-debtor') as trail,
         (select phone from debtor where organisation_id = $1 and id = $2) as phone`, [reader.organisationId, idOf(made)]));
    expect(facts).toEqual({ open: 0, trail: [{ email: "fout@example.nl" }, { email: "goed@example.nl" }], phone: "+31612345678" });
  });

  test("a debtor named by its id changes its key, unless that key is another's by now", async () => {
    const [one, two] = await product.write((tx) => upsertDebtors(tx, [{ name: "Eén", externalKey: "c:1" }, { name: "Twee", externalKey: "c:2" }]));
    const outcomes = await product.write((tx) => upsertDebtors(tx, [
      { name: "Eén", debtorId: idOf(one), externalKey: "c:2", email: "een@example.nl" }, { name: "Twee", debtorId: idOf(two), externalKey: "c:9" }, { name: "Niemand", debtorId: newId() },
    ]));
    expect(outcomes).toMatchObject([{ changed: ["email"] }, { changed: ["external_key"] }, { refusal: { code: "NOT_FOUND" } }]);
  });

  test("two at once that both make the debtor of one key make one", async () => {
    const make = () => product.write((tx) => upsertDebtors(tx, [{ name: "Tegelijk", externalKey: "d:1" }]));
    const [one, two] = await Promise.all([make(), make()]);
    expect(idOf(one[0])).toBe(idOf(two[0]));
  });
});
