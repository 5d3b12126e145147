import { addDays, type PlainDate } from "@tegemoet/domain";
import { startTestProduct, type TestProduct } from "../../../test/harness";
import { entities } from "../../app/entities";
import { momentAt } from "../../platform/clock";
import { makeDataSource } from "../../platform/database/data-source";
import { applicationRole, applicationUrl } from "../../platform/database/application-role";
import { newId } from "../../platform/ids";
import { upsertDebtor } from "../debtors/upsert-debtor";
import { issueInvoices } from "../invoices/issue-invoices";
import { runNight } from "./run-night";

let product: TestProduct;
let counter = 0;

/** Debtors with one invoice each that is due on a day, and a bank that was read the day before the night. */
const lateInvoices = (dueOn: PlainDate, bankUntil: PlainDate, count = 1) => product.write(async (tx) => {
  await tx.query(
    `insert into statement (organisation_id, id, account, currency, statement_key, from_day, until_day, opening_cents, closing_cents, imported_at)
     values ($1, $2, 'NL91ABNA0417164300', 'EUR', $3, $4, $4, 0, 0, $5)`, [tx.organisationId, newId(), `s-${bankUntil}-${counter}`, bankUntil, tx.now]);
  const issuedOn = addDays(dueOn, -14);
  for (let index = 0; index < count; index += 1) {
    counter += 1;
    const { debtorId } = await upsertDebtor(tx, { name: `Debiteur ${counter}`, kind: "consumer", email: `d${counter}@example.nl` });
    await issueInvoices(tx, [{
      debtorId, number: `2026-${1_000 + counter}`, issuedOn, dueOn, totalCents: 18_600, source: "test", lines: [{ description: "Onderhoud", amountCents: 18_600 }],
      delivery: { channel: "mail", address: `d${counter}@example.nl`, sentAt: momentAt(issuedOn, 600), deliveredAt: momentAt(issuedOn, 601) },
    }]);
  }
});

const messages = () => product.read((reader) => reader.query<{ kind: string; on: PlainDate; at: Date }>(
  `select kind, queued_on as "on", send_after as at from message where organisation_id = $1 and kind = 'reminder-1' order by queued_at, id`, [reader.organisationId]));

afterEach(() => product.stop());

describe("two machines, one night (I-44)", () => {
  test("on connections of their own, at once: thirty debtors get thirty messages, each step once, and nobody reports a failure", async () => {
    product = await startTestProduct({ today: "2026-11-09" });
    await lateInvoices("2026-11-02", "2026-11-06", 30);
    product.clock.set("2026-11-09", 120);
    const { config, source } = product.product;
    const other = await makeDataSource(applicationUrl(config.DATABASE_URL, applicationRole(config)), entities, 4).initialize();
    const order = { organisationId: product.organisationId, day: "2026-11-09" as PlainDate, now: product.clock.now() };
    const counts = await Promise.all([runNight(source, order), runNight(other, order), runNight(other, order)]);
    await other.destroy();
    expect(await messages()).toHaveLength(30);
    expect(counts.flatMap((count) => count?.failures ?? [])).toEqual([]);
    const steps = await product.read((reader) => reader.query("select invoice_id from step_taken where organisation_id = $1 group by invoice_id having count(*) = 1", [reader.organisationId]));
    expect(steps).toHaveLength(30);
    expect(await runNight(source, order)).toBeUndefined();
  });
});

describe("days that are longer, shorter or there every fourth year (I-76)", () => {
  test.each<{ what: string; day: PlainDate; due: PlainDate; at: string }>([
    { what: "the Monday after summer time ended", day: "2026-10-26", due: "2026-10-20", at: "2026-10-26T07:30:00.000Z" },
    { what: "the Monday after summer time began", day: "2028-03-27", due: "2028-03-21", at: "2028-03-27T06:30:00.000Z" },
    { what: "29 February", day: "2028-02-29", due: "2028-02-24", at: "2028-02-29T07:30:00.000Z" },
    { what: "the last day of the year", day: "2026-12-31", due: "2026-12-26", at: "2026-12-31T07:30:00.000Z" },
    { what: "the first working day of the year", day: "2027-01-04", due: "2026-12-28", at: "2027-01-04T07:30:00.000Z" },
  ])("on $what a reminder falls due once, for half past eight in Amsterdam, however many nights run around it", async ({ day, due, at }) => {
    product = await startTestProduct({ today: addDays(day, -10) });
    await lateInvoices(due, addDays(day, -4));
    for (let night = addDays(day, -5); night <= addDays(day, 3); night = addDays(night, 1)) {
      // A night that begins in the hour that comes twice, or in the one that never comes, is a night all the same.
      for (const minute of [120, 150, 180]) {
        product.clock.set(night, minute);
        await runNight(product.product.source, { organisationId: product.organisationId, day: night, now: product.clock.now() });
      }
    }
    expect((await messages()).map((message) => ({ on: message.on, at: message.at.toISOString() }))).toEqual([{ on: day, at }]);
  });
});
