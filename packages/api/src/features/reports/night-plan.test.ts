import { startTestProduct, type StaffCaller, type TestProduct } from "../../../test/harness";
import { momentAt } from "../../platform/clock";
import { newId } from "../../platform/ids";
import { upsertDebtor } from "../debtors/upsert-debtor";
import { placeHold } from "../escalations/place-hold";
import { runNight } from "../escalations/run-night";
import { sendDueMessages } from "../escalations/send-due-messages";
import { issueInvoice } from "../invoices/issue-invoice";

let product: TestProduct;
let viewer: StaffCaller;
const made: { debtorId: string; invoiceId: string }[] = [];

beforeAll(async () => {
  product = await startTestProduct({ today: "2026-11-09" });
  viewer = await product.staff("viewer");
  await product.write(async (tx) => {
    await tx.query(
      `insert into statement (organisation_id, id, account, currency, statement_key, from_day, until_day, opening_cents, closing_cents, imported_at)
       values ($1, $2, 'NL91ABNA0417164300', 'EUR', 's', '2026-11-09', '2026-11-09', 0, 0, $3)`, [tx.organisationId, newId(), tx.now]);
    for (const [index, delivered] of [true, true, false].entries()) {
      const email = `debiteur${index}@example.nl`;
      const { debtorId } = await upsertDebtor(tx, { name: `Debiteur ${index}`, kind: "consumer", email, street: "Dorpsstraat", houseNumber: "1", postalCode: "3511AB", city: "Utrecht" });
      const { invoiceId } = await issueInvoice(tx, {
        debtorId, number: `2026-${index}`, issuedOn: "2026-10-19", dueOn: "2026-11-02", totalCents: 18_600, source: "test", lines: [{ description: "Onderhoud", amountCents: 18_600 }],
        ...(delivered ? { delivery: { channel: "mail", address: email, sentAt: momentAt("2026-10-19", 600), deliveredAt: momentAt("2026-10-19", 601) } } : {}),
      });
      made.push({ debtorId, invoiceId });
    }
    await placeHold(tx, { debtorId: made[1]?.debtorId, kind: "pause", reason: "wacht", until: "2026-11-20" });
  });
});
afterAll(() => product.stop());

const tables = () => product.read((reader) => reader.first<Record<string, number>>(
  `select (select count(*) from message where organisation_id = $1) as messages, (select count(*) from step_taken where organisation_id = $1) as steps, (select count(*) from self_check where organisation_id = $1) as checks,
     (select count(*) from debtor_link where organisation_id = $1) as links, (select count(*) from audit where organisation_id = $1) as audits`, [reader.organisationId]));

test("the dry run says what goes, what waits until 21 November and why, and what our own check stops; it writes nothing", async () => {
  const before = await tables();
  const { data } = await viewer.graphql<any>(`{ nightPlan { day items { debtorName step byHand cents } waiting { debtorName reason until detail } } nightMessages(debtorId: "${made[0]?.debtorId}") { channel to subject html text fault } }`);
  expect(data.nightPlan).toMatchObject({
    day: "2026-11-10", items: [{ debtorName: "Debiteur 0", step: "reminder-1", byHand: false, cents: 18_600 }],
    waiting: [{ debtorName: "Debiteur 1", reason: "on hold", until: "2026-11-21" }, { debtorName: "Debiteur 2", reason: "self-check failed" }],
  });
  expect(data.nightMessages).toMatchObject([{ channel: "mail", to: "debiteur0@example.nl", fault: null }]);
  expect(await tables()).toEqual(before);
});

test("what it shows is what leaves: the words of the dry run are those of the mail that goes the next morning, but for the link", async () => {
  const [shown] = (await viewer.graphql<any>(`{ nightMessages(debtorId: "${made[0]?.debtorId}") { subject text } }`)).data.nightMessages;
  product.clock.set("2026-11-10", 120);
  await runNight(product.product.source, { organisationId: product.organisationId, day: "2026-11-10", now: product.clock.now() });
  product.clock.set("2026-11-10", 520);
  const { source, config, outside } = product.product;
  expect(await sendDueMessages({ source, config, outside }, { organisationId: product.organisationId, now: product.clock.now() })).toMatchObject({ sent: 1 });
  const [mail] = product.outside.mails;
  const withoutLinks = (text: string | undefined) => text?.replace(/\/portal\/l\/\S+/g, "/portal/l/…");
  expect([mail?.subject, withoutLinks(mail?.text)]).toEqual([shown.subject, withoutLinks(shown.text)]);
});

test("another night may be chosen: 20 November still waits, Monday the 23rd goes; a day in the past or after 31 days is refused", async () => {
  const plan = async (day: string) => viewer.graphql<any>(`{ nightPlan(day: "${day}") { day items { debtorName } waiting { debtorName } } }`);
  expect((await plan("2026-11-20")).data.nightPlan.items.map(({ debtorName }: { debtorName: string }) => debtorName)).not.toContain("Debiteur 1");
  const later = (await plan("2026-11-21")).data.nightPlan;
  expect(later.day).toBe("2026-11-23");
  expect([(await plan("2026-11-09")).code, (await plan("2026-12-31")).code]).toEqual(["INPUT_INVALID", "INPUT_INVALID"]);
});
