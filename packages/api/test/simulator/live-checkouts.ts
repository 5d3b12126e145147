import type { PlainDate } from "@tegemoet/domain";
import { refreshCheckout, refreshOpenCheckouts } from "../../src/features/payments/refresh-checkout";
import { settleCheckout } from "../../src/features/payments/settle-checkout";
import { startCheckout } from "../../src/features/payments/start-checkout";
import type { Actor } from "../../src/platform/database/transaction";
import { MORNING, type Company, type World } from "./simulated-world";

const SYSTEM: Actor = { kind: "system" };

interface Payer {
  debtorId: string;
  key: string;
  lines: { invoiceId: string; openCents: number }[];
}

/** What we never heard of is asked for each night, as the timetable does. */
export async function askAfterCheckouts(world: World, company: Company): Promise<void> {
  const { source } = world.product;
  await refreshOpenCheckouts(source, world.bankPage, { organisationId: company.id, actor: SYSTEM, now: world.clock.now() });
  for (const payment of world.bankPage.of(company.id)) payment.asked = true;
}

/**
 * Debtors at their bank's page a few minutes before the mails leave. Some pay, with the news at once, twice at the same time or never; some
 * turn back, some let it run out. Of some the mails leave while they still look at the page.
 */
export async function payOnline(world: World, company: Company, day: PlainDate): Promise<void> {
  const payers = await world.read(company, (reader) => reader.query<Payer>(
    `select debtor.id as "debtorId", debtor.external_key as key, json_agg(json_build_object('invoiceId', invoice_id, 'openCents', open_cents) order by standing.due_on, invoice.number) as lines
     from invoice_standing standing join debtor on debtor.organisation_id = $1 and debtor.id = standing.debtor_id join invoice on invoice.organisation_id = $1 and invoice.id = standing.invoice_id
     where standing.organisation_id = $1 and open_cents > 0 and standing.due_on < $2 group by debtor.id, debtor.external_key order by key`, [reader.organisationId, day]));
  for (const payer of payers) {
    const chance = world.chance("online", payer.key, day);
    if (!chance.percent(4)) continue;
    world.clock.set(day, MORNING - 5);
    const order = await world.attempt(company, { kind: "debtor", id: payer.debtorId }, (tx) => startCheckout(tx, {
      debtorId: payer.debtorId, lines: payer.lines, reference: `online ${payer.key}`, realNow: world.clock.now(),
    }));
    if (!order || order.url) continue;
    const made = world.bankPage.open(company.id, order.checkoutId, order.amountCents, world.clock.now());
    await world.act(company, SYSTEM, (tx) => settleCheckout(tx, order.checkoutId, made));
    const news = () => refreshCheckout(world.product.source, world.bankPage, { organisationId: company.id, actor: SYSTEM, now: world.clock.now() }, { id: order.checkoutId, providerId: made.providerId });
    const ends = chance.pick(["paid", "paid twice told", "paid untold", "canceled", "expired untold", "paid later"] as const);
    if (ends === "paid later") world.bankPage.later.push(async () => {
      world.bankPage.end(made.providerId, "paid", world.clock.now());
      await news();
    });
    else {
      world.bankPage.end(made.providerId, ends === "canceled" ? "canceled" : ends === "expired untold" ? "expired" : "paid", world.clock.now());
      if (!ends.endsWith("untold")) await (ends === "paid twice told" ? Promise.all([news(), news()]) : news());
    }
  }
}

/** Who was at the bank's page while the mails left, pays now. */
export async function finishAtTheBank(world: World, day: PlainDate): Promise<void> {
  world.clock.set(day, MORNING + 5);
  for (const finish of world.bankPage.later.splice(0)) await finish();
}
