import { startTestProduct, type StaffCaller, type TestProduct } from "../../../test/harness";
import { upsertDebtor } from "../debtors/upsert-debtor";
import { issueInvoice } from "../invoices/issue-invoice";
import { checkOurselves } from "./self-check.queries";
import { keepFaults } from "./keep-faults";

const TODAY = "2026-11-20";
let product: TestProduct;
let collector: StaffCaller;
let counter = 0;
beforeAll(async () => {
  product = await startTestProduct({ today: TODAY });
  collector = await product.staff("collector");
});
afterAll(() => product.stop());

/** An invoice of so many cents whose lines say so many others, seen by the night. */
async function faulty(totalCents: number, lineCents: number): Promise<string> {
  counter += 1;
  return product.write(async (tx) => {
    const { debtorId } = await upsertDebtor(tx, { name: `Timmerman ${counter}`, kind: "legal-person", email: `post@timmerman${counter}.example`, street: "Kade", houseNumber: "1", postalCode: "3511 AB", city: "Utrecht" });
    const { invoiceId } = await issueInvoice(tx, {
      debtorId, number: `2026-77${counter}`, issuedOn: "2026-10-20", dueOn: "2026-11-03", totalCents, source: "test", lines: [{ description: "Werk", amountCents: lineCents }],
      delivery: { channel: "mail", address: "post@timmerman.example", sentAt: new Date("2026-10-20T09:00:00Z") },
    });
    await tx.query("insert into statement (organisation_id, id, account, currency, statement_key, from_day, until_day, opening_cents, closing_cents, imported_at) select id, gen_random_uuid(), iban, 'EUR', gen_random_uuid()::text, $2, $2, 0, 0, $3 from organisation where id = $1", [tx.organisationId, TODAY, tx.now]);
    await keepFaults(tx, [{ invoiceId, results: (await checkOurselves(tx, [invoiceId], TODAY)).get(invoiceId) ?? [] }], TODAY);
    return invoiceId;
  });
}

const ANSWER = "mutation ($id: ID!, $reason: String!) { answerSelfCheck(invoiceId: $id, reason: $reason) }";
const OPEN = "query ($id: ID!) { openSelfCheck(invoiceId: $id) { answerable found { checks { check ok } } } }";

test("lines of € 90 under a total of € 100 are a fault of ours until a person says that it is right; then the check passes and names who looked", async () => {
  const id = await faulty(10_000, 9_000);
  expect((await collector.graphql(OPEN, { id })).data.openSelfCheck).toMatchObject({ answerable: true, found: { checks: [{ check: "amount-is-sum-of-lines", ok: false }] } });
  expect((await collector.graphql(ANSWER, { id, reason: "Tien euro statiegeld, staat op de bon." })).data.answerSelfCheck).toEqual([]);
  expect((await collector.graphql(OPEN, { id })).data.openSelfCheck).toBeNull();
  const results = await product.read((reader) => checkOurselves(reader, [id], TODAY));
  expect(results.get(id)?.find(({ check }) => check === "amount-is-sum-of-lines")).toMatchObject({ ok: true, evidence: { answered: true } });
  const [kept] = await product.read((reader) => reader.query<{ by: string; reason: string }>(
    "select answered_by as by, reason from self_check_answer where organisation_id = $1 and invoice_id = $2", [reader.organisationId, id]));
  expect(kept).toEqual({ by: collector.staffId, reason: "Tien euro statiegeld, staat op de bon." });
});

test("an answer without a reason is refused, and so is one to a fault that can only be mended", async () => {
  const id = await faulty(20_000, 18_000);
  expect((await collector.graphql(ANSWER, { id, reason: "  " })).code).toBe("INPUT_INVALID");
  const sound = await faulty(20_000, 20_000);
  expect((await collector.graphql(ANSWER, { id: sound, reason: "gezien" })).code).toBe("INPUT_INVALID");
  expect((await collector.graphql(OPEN, { id: sound })).data.openSelfCheck).toBeNull();
});
