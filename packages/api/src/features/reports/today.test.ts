import { startTestProduct, type StaffCaller, type TestProduct } from "../../../test/harness";
import { momentAt } from "../../platform/clock";
import { newId } from "../../platform/ids";
import { upsertDebtor } from "../debtors/upsert-debtor";
import { placeHold } from "../escalations/place-hold";
import { runNight } from "../escalations/run-night";
import { issueInvoice } from "../invoices/issue-invoice";
import { receivePayment } from "../payments/receive-payment";
import { makePromise } from "../promises/make-promise";
import { listFigures } from "./today.queries";

let product: TestProduct;
let collector: StaffCaller;
let ids: { debtorId: string; invoiceId: string };

beforeAll(async () => {
  product = await startTestProduct({ today: "2026-11-09", minute: 120 });
  collector = await product.staff("collector");
  ids = await product.write(async (tx) => {
    await tx.query(
      `insert into statement (organisation_id, id, account, currency, statement_key, from_day, until_day, opening_cents, closing_cents, imported_at)
       values ($1, $2, 'NL91ABNA0417164300', 'EUR', 's', '2026-11-06', '2026-11-06', 0, 0, $3)`, [tx.organisationId, newId(), tx.now]);
    const { debtorId } = await upsertDebtor(tx, { name: "Mevrouw A. Hendriks", kind: "consumer", email: "hendriks@example.nl", street: "Lindelaan", houseNumber: "4", postalCode: "3721AA", city: "Bilthoven" });
    const { invoiceId } = await issueInvoice(tx, {
      debtorId, number: "2026-0417", issuedOn: "2026-10-19", dueOn: "2026-11-02", totalCents: 18_600, source: "test", lines: [{ description: "Onderhoud ketel", amountCents: 15_372, vatBasisPoints: 2_100 }],
      delivery: { channel: "mail", address: "hendriks@example.nl", sentAt: momentAt("2026-10-19", 600), deliveredAt: momentAt("2026-10-19", 601) },
    });
    return { debtorId, invoiceId };
  });
});
afterAll(() => product.stop());

test("the dry run shows tomorrow's reminder before it is made, and why the others wait", async () => {
  const { data } = await collector.graphql("{ nightPlan { day items { step channel invoices cents messageKind } waiting { reason } } }");
  expect(data["nightPlan"]).toMatchObject({ day: "2026-11-10", items: [{ step: "reminder-1", channel: "mail", invoices: ["2026-0417"], cents: 18_600, messageKind: "reminder-1" }], waiting: [] });
});

test("after the night the case stands in the list with its claim explained and its ladder as a line", async () => {
  await runNight(product.product.source, { organisationId: product.organisationId, day: "2026-11-09", now: product.clock.now() });
  const list = await collector.graphql("{ cases { totalCount totalCents rows { id number debtorName openCents daysOverdue furthestStep waitReason } } }");
  expect(list.data["cases"]).toMatchObject({ totalCount: 1, totalCents: 18_600, rows: [{ debtorName: "Mevrouw A. Hendriks", daysOverdue: 7, furthestStep: "reminder-1", waitReason: "step not sent yet" }] });
  const { data } = await collector.graphql(
    `query($id: ID!) { case(id: $id) { number debtor { name openCents } claim { principalCents interestCents costsCents outstandingCents tomorrowCents costsLawful interestLines { days rateBasisPoints } interestArticle }
      invoices { openCents step waitReason } ladder { name steps { key state } waiting } timeline { kind title } } claim(caseId: $id, asOf: "2027-11-02") { interestCents } }`,
    { id: list.data["cases"].rows[0].id });
  expect(data["case"]).toMatchObject({
    debtor: { name: "Mevrouw A. Hendriks", openCents: 18_600 },
    claim: { principalCents: 18_600, interestCents: 14, costsCents: 0, outstandingCents: 18_614, costsLawful: false, interestLines: [{ days: 7, rateBasisPoints: 400 }], interestArticle: "BW 6:119" },
    invoices: [{ openCents: 18_600, step: "reminder-1", waitReason: "step not sent yet" }],
    ladder: { waiting: "step not sent yet" },
  });
  expect(data["case"].timeline.map(({ kind }: { kind: string }) => kind)).toEqual(["message", "invoiceSent"]);
  expect(data["claim"]).toEqual({ interestCents: 744 });
});

test("the invoice shows its lines and gets a PDF, the debtor its invoices", async () => {
  const { data } = await collector.graphql(
    "query($i: ID!, $d: ID!) { invoice(id: $i) { invoice { number openCents } lines { description vatBasisPoints } documents { fileName mimeType } deliveries { address } claim { outstandingCents } } debtor(id: $d) { invoices { number } behaviour { paidInvoices } } }",
    { i: ids.invoiceId, d: ids.debtorId });
  expect(data).toMatchObject({
    invoice: { lines: [{ description: "Onderhoud ketel" }], documents: [{ fileName: "factuur-2026-0417.pdf", mimeType: "application/pdf" }], deliveries: [{ address: "hendriks@example.nl" }] },
    debtor: { invoices: [{ number: "2026-0417" }] },
  });
});

test("the four figures and the work list say what is true today", async () => {
  await product.write((tx) => placeHold(tx, { debtorId: ids.debtorId, kind: "paid-claim", reason: "zegt betaald", via: "portal", facts: { paidOn: "2026-11-05", amountCents: 18_600, reference: "overboeking" } }));
  const { data } = await collector.graphql("{ today { figures { key cents } work { kind debtorName cents facts { name text cents day } } lastNight { day mails } tonight { waiting } } }");
  expect(data["today"].figures).toEqual([
    { key: "outstanding", cents: 18_600 }, { key: "overdue", cents: 18_600 }, { key: "promisedThisWeek", cents: 0 }, { key: "receivedThisWeek", cents: 0 }]);
  expect(data["today"].work).toMatchObject([{ kind: "paidClaim", debtorName: "Mevrouw A. Hendriks", cents: 18_600 }]);
  expect(data["today"].lastNight).toEqual({ day: "2026-11-09", mails: 1 });
});

test("the menu counts what the list of today holds: with a reply and an invoice that fails its check, three", async () => {
  await product.write(async (tx) => {
    await tx.query(
      `insert into inbound_message (organisation_id, id, debtor_id, kind, subject, body_text, from_address, received_at) values ($1, $2, $3, 'reply', 'Vraag', 'Kan het later?', 'hendriks@example.nl', $4)`,
      [tx.organisationId, newId(), ids.debtorId, tx.now]);
    await tx.query(
      `insert into self_check (organisation_id, id, invoice_id, checked_on, passed, results) values ($1, $2, $3, '2026-11-09', false, '[{"check": "address-known", "ok": false}]')`,
      [tx.organisationId, newId(), ids.invoiceId]);
  });
  const { data } = await collector.graphql("{ viewer { counts { today } } today { work { kind } } }");
  expect(data["today"].work.map(({ kind }: { kind: string }) => kind)).toEqual(["selfCheckFault", "paidClaim", "reply"]);
  expect(data["viewer"].counts.today).toBe(3);
});

test("the week of the figures runs from Monday to Sunday: on Sunday 15 November what came on Monday 9 still counts, on Monday 16 no more", async () => {
  const figures = async (day: string) => (await product.read((reader) => listFigures(reader, day))).map(({ cents }) => cents);
  await product.write(async (tx) => {
    await receivePayment(tx, { source: "bank", debtorId: ids.debtorId, amountCents: 1_000, receivedOn: "2026-11-09", allocations: [{ invoiceId: ids.invoiceId, cents: 1_000 }] });
    await makePromise(tx, { debtorId: ids.debtorId, amountCents: 5_000, byDay: "2026-11-15", today: "2026-11-09", source: "call", invoices: [{ invoiceId: ids.invoiceId, number: "2026-0417", openCents: 17_600 }] });
  });
  expect(await figures("2026-11-15")).toEqual([17_600, 17_600, 5_000, 1_000]);
  expect(await figures("2026-11-16")).toEqual([17_600, 17_600, 0, 0]);
});

test("the brake cancels what is queued in the same act, and the step is open again", async () => {
  const { data } = await collector.graphql("mutation($d: ID!) { pullEmergencyBrake(debtorId: $d, reason: \"moeilijke tijd\") { kind reviewOn } }", { d: ids.debtorId });
  expect(data["pullEmergencyBrake"]).toEqual({ kind: "brake", reviewOn: "2026-11-23" });
  const rows = await product.read((reader) => reader.query("select state from message where organisation_id = $1", [reader.organisationId]));
  expect(rows).toEqual([{ state: "cancelled" }]);
});
