import supertest from "supertest";
import { callDoor, startTestProduct, type TestProduct } from "../../../test/harness";
import { createLink } from "../communications/create-link";
import { upsertDebtor } from "../debtors/upsert-debtor";
import { issueInvoice } from "../invoices/issue-invoice";
import { refreshOpenCheckouts } from "../payments/refresh-checkout";
import { TEST_SECRET } from "../../../test/test-role";

let product: TestProduct;
let debtorId: string;
let invoiceId: string;
let cookie: string;

async function openSession(): Promise<string> {
  const token = await product.write((tx) => createLink(tx, TEST_SECRET, { debtorId, destination: "pay" }));
  const opened = await supertest(product.app).post(`/portal/l/${token}`).set("x-tegemoet", "portal");
  expect(opened.status).toBe(204);
  return String((opened.headers["set-cookie"] as unknown as string[])[0]).split(";")[0] ?? "";
}

beforeEach(async () => {
  product = await startTestProduct({ today: "2026-11-20" });
  ({ debtorId, invoiceId } = await product.write(async (tx) => {
    const debtor = await upsertDebtor(tx, { name: "Mevrouw Hendriks", kind: "consumer", email: "hendriks@example.nl" });
    const invoice = await issueInvoice(tx, { debtorId: debtor.debtorId, number: "2026-0417", issuedOn: "2026-10-06", dueOn: "2026-10-20", totalCents: 18_600, source: "test", lines: [] });
    return { debtorId: debtor.debtorId, invoiceId: invoice.invoiceId };
  }));
  cookie = await openSession();
});
afterEach(() => product.stop());

const START = "mutation($ids: [ID!], $cents: Cents) { startPayment(invoiceIds: $ids, amountCents: $cents) { id state amountCents url reference } }";
const start = (variables: Record<string, unknown> = {}) => callDoor(product.app, "portal", { cookie }, START, variables);
const webhook = (id: string) => supertest(product.app).post(`/webhooks/mollie?organisation=${product.organisationId}`).type("form").send({ id });
const open = () => product.read((reader) => reader.first<{ open: number; payments: number; mails: number }>(
  `select (select open_cents from invoice_standing where organisation_id = $1 and invoice_id = $2) as open, (select count(*) from payment where organisation_id = $1) as payments,
     (select count(*) from message where organisation_id = $1 and kind = 'thanks') as mails`, [reader.organisationId, invoiceId]));
const becomes = (id: string, change: object) => product.outside.checkouts.set(id, { ...product.outside.checkouts.get(id)!, ...change });

describe("paying by iDEAL", () => {
  test("paid at the bank: the webhook twice, then the page, book € 186,00 once and thank once", async () => {
    const { data } = await start();
    expect(data.startPayment).toMatchObject({ state: "open", amountCents: 18_600, url: "https://bank.example/tr_1" });
    becomes("tr_1", { state: "paid" });
    await Promise.all([webhook("tr_1"), webhook("tr_1"), webhook("tr_1")]);
    const page = await callDoor(product.app, "portal", { cookie }, "query($id: ID!) { checkout(id: $id) { state paidOn } }", { id: data.startPayment.id });
    expect(page.data.checkout).toEqual({ state: "paid", paidOn: "2026-11-20" });
    expect(await open()).toEqual({ open: 0, payments: 1, mails: 1 });
  });

  test("a second press while the page is open gives the same page and no second payment", async () => {
    const [first, second] = [await start(), await start()];
    expect(second.data.startPayment.id).toBe(first.data.startPayment.id);
    expect(product.outside.checkouts.size).toBe(1);
  });

  test("cancelled: nothing is booked, and pressing again makes a new page for the same amount", async () => {
    await start();
    becomes("tr_1", { state: "canceled" });
    await webhook("tr_1");
    expect(await open()).toEqual({ open: 18_600, payments: 0, mails: 0 });
    expect((await start()).data.startPayment).toMatchObject({ amountCents: 18_600, url: "https://bank.example/tr_2" });
  });

  test("expired news after paid news never takes the money back", async () => {
    await start();
    becomes("tr_1", { state: "paid" });
    await webhook("tr_1");
    becomes("tr_1", { state: "expired" });
    await webhook("tr_1");
    expect(await open()).toMatchObject({ open: 0, payments: 1 });
  });

  test("no webhook at all: the janitor asks, and the money is booked", async () => {
    await start();
    becomes("tr_1", { state: "paid" });
    const act = { organisationId: product.organisationId, actor: { kind: "system" }, now: product.clock.now() } as const;
    expect(await refreshOpenCheckouts(product.product.source, product.outside.payments, act)).toBe(1);
    expect(await open()).toMatchObject({ open: 0, payments: 1 });
  });

  test("one cent instead of € 186,00, or dollars, is never booked", async () => {
    await start();
    becomes("tr_1", { state: "paid", amountCents: 1 });
    await webhook("tr_1");
    expect(await open()).toEqual({ open: 18_600, payments: 0, mails: 0 });
  });

  test("a paid status in the request itself, an unknown id and no id all answer 200 and change nothing", async () => {
    await start();
    for (const body of [{ id: "tr_1", status: "paid" }, { id: "tr_unknown" }, {}]) {
      const response = await supertest(product.app).post(`/webhooks/mollie?organisation=${product.organisationId}`).type("form").send(body);
      expect(response.status).toBe(200);
    }
    expect(await open()).toMatchObject({ open: 18_600, payments: 0 });
  });

  test.each([[0, "AMOUNT_NOT_POSITIVE"], [18_601, "AMOUNT_ABOVE_OPEN"], [2 ** 53, "INPUT_INVALID"]])("an amount of %d cents is refused with %s", async (cents, code) => {
    expect((await start({ cents })).code).toBe(code);
  });

  test("the provider down for a minute: a clear refusal now, and the same order goes through afterwards", async () => {
    product.outside.failing = new Error("down");
    expect((await start()).code).toBe("PAYMENT_PROVIDER_DOWN");
    product.outside.failing = undefined;
    expect((await start()).data.startPayment).toMatchObject({ url: "https://bank.example/tr_1" });
  });

  test("another debtor's invoice can't be paid from this session", async () => {
    const other = await product.write(async (tx) => {
      const debtor = await upsertDebtor(tx, { name: "Iemand anders", kind: "consumer" });
      return issueInvoice(tx, { debtorId: debtor.debtorId, number: "2026-0999", issuedOn: "2026-10-06", dueOn: "2026-10-20", totalCents: 5_000, source: "test", lines: [] });
    });
    expect((await start({ ids: [other.invoiceId] })).code).toBe("NOT_FOUND");
  });
});
