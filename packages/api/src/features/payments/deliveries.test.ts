import { writeCamt053, type Camt053Entry } from "@tegemoet/files";
import { startTestProduct, type TestProduct } from "../../../test/harness";
import { importBankFile } from "../../app/import-bank-file";
import type { Tx } from "../../platform/database/transaction";
import type { ProviderPayment } from "../../platform/outside";
import { upsertDebtor } from "../debtors/upsert-debtor";
import { issueInvoice } from "../invoices/issue-invoice";
import { verify } from "../ledger/verify";
import { receivePayment } from "./receive-payment";
import { settleCheckout } from "./settle-checkout";
import { startCheckout } from "./start-checkout";

/** Each of 60 online payments is told five times and each of 60 transfers comes in five files: 600 deliveries. */
const PAYMENTS = 60;
const TIMES = 5;
const AT_ONCE = 8;

let product: TestProduct;
beforeAll(async () => { product = await startTestProduct({ today: "2026-11-20" }); });
afterAll(() => product.stop());

interface Expected { invoiceId: string; debtorId: string; number: string; cents: number }

async function invoices(prefix: string): Promise<Expected[]> {
  return product.write(async (tx) => {
    const made: Expected[] = [];
    for (let index = 0; index < PAYMENTS; index += 1) {
      const cents = 5_000 + index * 101;
      const number = `${prefix}-${4000 + index * 7}`;
      const { debtorId } = await upsertDebtor(tx, { name: `Klant ${prefix} ${index}`, kind: "legal-person" });
      const { invoiceId } = await issueInvoice(tx, { debtorId, number, issuedOn: "2026-10-05", dueOn: "2026-10-19", totalCents: cents, source: "test", lines: [{ description: "Werk", amountCents: cents }] });
      made.push({ invoiceId, debtorId, number, cents });
    }
    return made;
  });
}

/** Works through deliveries in an order that is no order, over several connections at once. */
async function deliver(deliveries: (() => Promise<unknown>)[]): Promise<void> {
  const shuffled = deliveries.map((delivery, index) => ({ delivery, place: (index * 7_919) % 600 })).sort((a, b) => a.place - b.place);
  let next = 0;
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (let mine = shuffled[next++]; mine; mine = shuffled[next++]) await mine.delivery();
  }));
}

const five = <T>(things: readonly T[], act: (thing: T, time: number) => Promise<unknown>): (() => Promise<unknown>)[] =>
  things.flatMap((thing) => Array.from({ length: TIMES }, (_, time) => () => act(thing, time)));

async function checkouts(of: readonly Expected[]): Promise<(Expected & { checkoutId: string })[]> {
  return product.write(async (tx) => {
    const made: (Expected & { checkoutId: string })[] = [];
    for (const invoice of of) {
      const { checkoutId } = await startCheckout(tx, { debtorId: invoice.debtorId, lines: [{ invoiceId: invoice.invoiceId, openCents: invoice.cents }], reference: invoice.number, realNow: product.clock.now() });
      made.push({ ...invoice, checkoutId });
    }
    return made;
  });
}

const newsOf = ({ checkoutId, cents }: { checkoutId: string; cents: number }, state: ProviderPayment["state"]): ProviderPayment =>
  ({ providerId: `tr_${checkoutId}`, state, amountCents: cents, currency: "EUR", reference: checkoutId });

/** A file with one transfer, as five different exports of the bank hold it. */
function fileOf({ number, cents }: Expected, time: number): string {
  const entry: Camt053Entry = { amount: cents, bookedOn: "2026-11-19", name: "Iemand Anders", iban: "NL44RABO0123456789", bankReference: `B${number}`, remittance: `factuur ${number}` };
  return writeCamt053({ createdAt: `2026-11-20T0${time}:00:00`, statements: [{ id: `${number}-${time}`, iban: "NL91ABNA0417164300", opening: { amount: 0, on: "2026-11-18" }, closing: { on: "2026-11-19" }, entries: [entry] }] });
}

const books = (of: readonly Expected[]) => product.read((reader) => reader.first<{ payments: number; cents: number; open: number; unallocated: number }>(
  `select (select count(*) from payment where organisation_id = $1 and debtor_id = any($2::uuid[])) as payments,
     (select coalesce(sum(amount_cents), 0)::bigint from payment where organisation_id = $1 and debtor_id = any($2::uuid[])) as cents,
     (select sum(open_cents)::bigint from invoice_standing where organisation_id = $1 and debtor_id = any($2::uuid[])) as open,
     (select coalesce(sum(standing.unallocated_cents), 0)::bigint from payment_standing standing join payment on payment.organisation_id = $1 and payment.id = standing.payment_id
      where standing.organisation_id = $1 and payment.debtor_id = any($2::uuid[])) as unallocated`,
  [reader.organisationId, of.map(({ debtorId }) => debtorId)]));

const sumOf = (of: readonly Expected[]): number => of.reduce((sum, { cents }) => sum + cents, 0);

describe("600 deliveries, five of each, shuffled, over eight connections (I-13, I-14, I-21, I-22)", () => {
  test("end in 120 payments, every invoice paid once, nothing left over, and books that hold", async () => {
    const [online, byBank] = [await invoices("W"), await invoices("B")];
    const started = await checkouts(online);
    const act = { organisationId: product.organisationId, actor: { kind: "system" as const }, now: product.clock.now() };
    await deliver([
      ...five(started, (checkout, time) => product.write((tx) => settleCheckout(tx, checkout.checkoutId, newsOf(checkout, time === 0 ? "pending" : "paid")))),
      ...five(byBank, (transfer, time) => importBankFile(product.product, act, { name: `${transfer.number}.xml`, bytes: Buffer.from(fileOf(transfer, time)), cut: false })),
    ]);
    expect(await books(online)).toEqual({ payments: PAYMENTS, cents: sumOf(online), open: 0, unallocated: 0 });
    expect(await books(byBank)).toEqual({ payments: PAYMENTS, cents: sumOf(byBank), open: 0, unallocated: 0 });
    expect(await product.read(verify)).toEqual([]);
  });

  test("control: a verb without lock and without key of its own books some of them twice", async () => {
    const started = await checkouts(await invoices("N"));
    const naive = async (tx: Tx, { checkoutId, debtorId, invoiceId, cents }: Expected & { checkoutId: string }): Promise<void> => {
      const known = await tx.first<{ state: string }>("select state from checkout where organisation_id = $1 and id = $2", [tx.organisationId, checkoutId]);
      if (known?.state === "paid") return;
      await receivePayment(tx, { source: "psp", debtorId, amountCents: cents, receivedOn: "2026-11-20", allocations: [{ invoiceId, cents }] });
      await tx.query("update checkout set state = 'paid' where organisation_id = $1 and id = $2", [tx.organisationId, checkoutId]);
    };
    // The five of one order arrive together, as a provider that got no answer sends them.
    for (const checkout of started.slice(0, 12)) await Promise.all(Array.from({ length: TIMES }, () => product.write((tx) => naive(tx, checkout))));
    expect((await books(started.slice(0, 12)))?.payments).toBeGreaterThan(12);
  });
});
