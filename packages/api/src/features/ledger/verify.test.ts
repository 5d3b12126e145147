import { startTestProduct, type TestProduct } from "../../../test/harness";
import { newId } from "../../platform/ids";
import { upsertDebtor } from "../debtors/upsert-debtor";
import { issueInvoice } from "../invoices/issue-invoice";
import { receivePayment } from "../payments/receive-payment";
import { bookCosts } from "./book-costs";
import { rebuildStanding } from "./rebuild-standing";
import { verify } from "./verify";

let product: TestProduct;
let debtorId: string;
let invoiceId: string;
let paymentId: string;
beforeAll(async () => {
  product = await startTestProduct({ today: "2026-11-20" });
  await product.write(async (tx) => {
    ({ debtorId } = await upsertDebtor(tx, { name: "Kuipers Bouw B.V.", kind: "legal-person" }));
    ({ invoiceId } = await issueInvoice(tx, { debtorId, number: "2026-0601", issuedOn: "2026-10-01", dueOn: "2026-10-15", totalCents: 100_000, source: "test", lines: [] }));
    await bookCosts(tx, { invoiceIds: [invoiceId], bookedOn: "2026-11-01", reference: "notice:1" });
    ({ paymentId } = await receivePayment(tx, { source: "by-hand", debtorId, amountCents: 30_000, receivedOn: "2026-11-02", allocations: [{ invoiceId, cents: 25_000 }] }));
  });
});
afterAll(() => product.stop());

const rules = async () => (await product.read(verify)).map(({ rule }) => rule);

describe("verify", () => {
  test("says nothing of books that are right, and rebuilding them changes nothing", async () => {
    expect(await product.read(verify)).toEqual([]);
    const kept = () => product.read((reader) => reader.query("select * from invoice_standing where organisation_id = $1", [reader.organisationId]));
    const before = await kept();
    await product.write(rebuildStanding);
    expect(await kept()).toEqual(before);
    expect(await product.read(verify)).toEqual([]);
  });

  test.each<[rule: string, plant: string, mend: string, ids: () => string[]]>([
    ["payment-not-whole", "update payment set amount_cents = 29999 where organisation_id = $1 and id = $2", "update payment set amount_cents = 30000 where organisation_id = $1 and id = $2", () => [paymentId]],
    ["payment-standing-differs", "update payment_standing set unallocated_cents = 4999 where organisation_id = $1 and payment_id = $2", "update payment_standing set unallocated_cents = 5000 where organisation_id = $1 and payment_id = $2", () => [paymentId]],
    ["costs-before-letter", "update debtor set kind = 'consumer' where organisation_id = $1 and id = $2", "update debtor set kind = 'legal-person' where organisation_id = $1 and id = $2", () => [debtorId]],
    ["invoice-not-booked", "update invoice set total_cents = 100001 where organisation_id = $1 and id = $2", "update invoice set total_cents = 100000 where organisation_id = $1 and id = $2", () => [invoiceId]],
  ])("names %s when it is planted", async (rule, plant, mend, ids) => {
    await product.write((tx) => tx.query(plant, [tx.organisationId, ...ids()]));
    expect(await rules()).toContain(rule);
    await product.write((tx) => tx.query(mend, [tx.organisationId, ...ids()]));
    expect(await rules()).toEqual([]);
  });

  test("names a standing that is a cent off, with what is kept and what is booked, and rebuilding mends it", async () => {
    await product.write((tx) => tx.query("update invoice_standing set principal_cents = principal_cents + 1 where organisation_id = $1 and invoice_id = $2", [tx.organisationId, invoiceId]));
    expect(await product.read(verify)).toMatchObject([{ rule: "invoice-standing-differs", count: 1, examples: [{ id: invoiceId, found: "kept 90001 0 0 booked 90000 0 0" }] }]);
    await product.write(rebuildStanding);
    expect(await rules()).toEqual([]);
  });

  test("names an entry without postings, a matched bank line without its money and a paid checkout without a payment", async () => {
    await product.write(async (tx) => {
      await tx.query("insert into ledger_entry (organisation_id, id, kind, booked_on, value_on, reference, created_at) values ($1, $2, 'payment', '2026-11-20', '2026-11-20', 'planted', $3)", [tx.organisationId, newId(), tx.now]);
      const [statementId, lineId] = [newId(), newId()];
      await tx.query("insert into statement (organisation_id, id, account, currency, statement_key, opening_cents, closing_cents, imported_at) values ($1, $2, 'A', 'EUR', 'k', 0, 0, $3)", [tx.organisationId, statementId, tx.now]);
      await tx.query("insert into bank_line (organisation_id, id, statement_id, account, line_key, booked_on, value_on, amount_cents, currency) values ($1, $2, $3, 'A', 'l', '2026-11-20', '2026-11-20', 100, 'EUR')", [tx.organisationId, lineId, statementId]);
      await tx.query("insert into bank_match (organisation_id, id, bank_line_id, state, reason, decided_at) values ($1, $2, $3, 'auto', 'reference', $4)", [tx.organisationId, newId(), lineId, tx.now]);
      await tx.query("insert into checkout (organisation_id, id, debtor_id, amount_cents, state, reference, for_key, created_at) values ($1, $2, $3, 100, 'paid', 'r', 'k', $4)", [tx.organisationId, newId(), debtorId, tx.now]);
    });
    expect(await rules()).toEqual(["entry-without-postings", "bank-line-and-payments-differ", "checkout-without-payment"]);
    expect(await product.read(verify, product.otherOrganisationId)).toEqual([]);
  });
});
