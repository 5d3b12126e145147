import { startTestProduct, type TestProduct } from "../../../test/harness";
import { queueMessage } from "../communications/queue-message";
import { upsertDebtor } from "../debtors/upsert-debtor";
import { issueInvoice } from "../invoices/issue-invoice";
import { receivePayment } from "../payments/receive-payment";
import { sendDueMessages } from "./send-due-messages";

// The fault that is planted: the second look says yes to everything, with the amounts of the night.
jest.mock("./recheck-message", () => ({
  recheckMessages: async (_tx: unknown, messages: { lines: unknown[] }[]) => messages.map(({ lines }) => ({ go: true, mailTo: "debiteur@example.nl", lines, dropped: [] })),
}));

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct({ today: "2026-11-09" });
});
afterAll(() => product.stop());

test("control: without the second look a paid invoice of € 186,00 is reminded, so the tests of the second look can fail", async () => {
  await product.write(async (tx) => {
    const { debtorId } = await upsertDebtor(tx, { name: "Sanne Hendriks", kind: "consumer", email: "debiteur@example.nl" });
    const { invoiceId } = await issueInvoice(tx, {
      debtorId, number: "2026-1", issuedOn: "2026-10-19", dueOn: "2026-11-02", totalCents: 18_600, source: "test", lines: [{ description: "Onderhoud", amountCents: 18_600 }],
    });
    await queueMessage(tx, { debtorId, kind: "reminder-1", channel: "mail", invoices: [{ invoiceId, openCents: 18_600, stepKey: "reminder-1" }], sendAfter: tx.now });
    await receivePayment(tx, { source: "bank", debtorId, amountCents: 18_600, receivedOn: "2026-11-09", allocations: [{ invoiceId, cents: 18_600 }] });
  });
  const { source, config, outside } = product.product;
  expect(await sendDueMessages({ source, config, outside }, { organisationId: product.organisationId, now: product.clock.now() })).toMatchObject({ sent: 1 });
  expect(product.outside.mails[0]?.text.replace(/\u00a0/g, " ")).toContain("€ 186,00");
});
