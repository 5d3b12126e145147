import { startTestProduct, type TestProduct } from "../../../test/harness";
import { newId } from "../../platform/ids";
import { upsertDebtor } from "../debtors/upsert-debtor";
import { issueInvoice } from "../invoices/issue-invoice";
import { receivePayment } from "../payments/receive-payment";
import { ladderInForce } from "./create-default-ladder";

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct({ today: "2026-11-20" });
});
afterAll(() => product.stop());

/** An invoice that had its first reminder on 10 October, passed by or not, and was paid on a day. */
function reminded(number: string, versionId: string, { paidOn, passedBy }: { paidOn: string; passedBy: boolean }): Promise<void> {
  return product.write(async (tx) => {
    const { debtorId } = await upsertDebtor(tx, { name: `Debiteur ${number}`, kind: "consumer", email: `${number}@example.nl` });
    const { invoiceId } = await issueInvoice(tx, { debtorId, number, issuedOn: "2026-09-01", dueOn: "2026-10-01", totalCents: 35_000, source: "test", lines: [] });
    await tx.query(
      "insert into step_taken (organisation_id, id, invoice_id, ladder_version_id, step_key, taken_on, skipped_reason) values ($1, $2, $3, $4, 'reminder-1', '2026-10-10', $5)",
      [tx.organisationId, newId(), invoiceId, versionId, passedBy ? "belde" : null]);
    await receivePayment(tx, { source: "bank", debtorId, amountCents: 35_000, receivedOn: paidOn, allocations: [{ invoiceId, cents: 35_000 }] });
  });
}

test("of two first reminders one was paid 7 days after it, one 8 days after: 1 of 2; a step passed by doesn't count", async () => {
  const collector = await product.staff("collector");
  const { ladderId, versionId } = await product.write(ladderInForce);
  const results = async () => (await collector.graphql<any>("query($l: ID!) { ladderResults(ladderId: $l) { step taken paid } }", { l: ladderId })).data.ladderResults;
  expect(await results()).toEqual([]);
  await reminded("A-1", versionId, { paidOn: "2026-10-17", passedBy: false });
  await reminded("A-2", versionId, { paidOn: "2026-10-18", passedBy: false });
  await reminded("A-3", versionId, { paidOn: "2026-10-15", passedBy: true });
  expect(await results()).toEqual([{ step: "reminder-1", taken: 2, paid: 1 }]);
});
