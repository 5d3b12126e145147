import { addDays, isBusinessDay, Refusal, type PlainDate } from "@tegemoet/domain";
import type { NightCounts } from "../../features/escalations/run-night";
import { sendDueMessages, type SendCounts } from "../../features/escalations/send-due-messages";
import { dayOf, DemoClock, minuteOf, momentAt } from "../../platform/clock";
import { reading } from "../../platform/database/transaction";
import type { Product } from "../product";
import { actInPortal, answerAgreements } from "./act-as-debtors";
import { bringInvoices } from "./bring-invoices";
import { CREDITORS, type DemoCreditor } from "./demo-creditors";
import { KEY_PREFIX, type DemoSize } from "./demo-debtors";
import type { DemoWorld } from "./demo-world";
import { spanOf } from "./fill-demo";
import { bringMoney, EVENING_MINUTE, lastNight } from "./live-day";
import { openWorld } from "./open-world";
import { findDemo } from "./start-demo";

/** Messages leave after the office opened, however early in the day somebody presses, and before the hours of contact end, however late. */
const EARLIEST_MINUTE = 540;

export interface DemoNight {
  readonly organisation: string;
  readonly messages: number;
  readonly letters: number;
  readonly calls: number;
  readonly waiting: number;
  readonly lines: readonly string[];
}

export interface DemoDay {
  readonly today: PlainDate;
  readonly nights: readonly DemoNight[];
}

let underWay = false;

/**
 * Lets the demo's next day come: the bank's file with what its debtors pay, the night, and the messages of the morning through the real
 * mail server. Debtors that somebody imported, or as whom somebody opened the portal, do nothing by themselves. The calendar moves last,
 * so a day that broke off comes again, and its bank file and night don't do anything twice.
 *
 * Refuses with DEMO_ONLY when this is no demo, CONFLICT while another day is on its way.
 */
export async function nextDay(product: Product): Promise<DemoDay> {
  const { clock, source } = product;
  const demo = await findDemo(product);
  if (product.config.DEMO === "off" || !demo?.filledAt || !(clock instanceof DemoClock)) throw new Refusal("DEMO_ONLY");
  if (underWay) throw new Refusal("CONFLICT", { running: "next-day" });
  underWay = true;
  try {
    const day = addDays(dayOf(clock.now()), 1);
    const nights: DemoNight[] = [];
    for (const world of await openWorlds(product, { seed: demo.seed, until: dayOf(demo.filledAt) })) nights.push(await bringDay(world, day));
    await source.query("update demo_clock set offset_days = offset_days + 1");
    clock.offsetDays += 1;
    return { today: day, nights };
  } finally {
    underWay = false;
  }
}

async function openWorlds(product: Product, { seed, until }: { seed: number; until: PlainDate }): Promise<DemoWorld[]> {
  const worlds: DemoWorld[] = [];
  for (const creditor of CREDITORS) {
    const size = await sizeOf(product, creditor);
    if (size) worlds.push(await openWorld(product, creditor, spanOf(until, seed, size), size));
  }
  return worlds;
}

/** How large this demo was made; undefined when the organisation isn't here. */
async function sizeOf({ source }: Product, { id, debtors }: DemoCreditor): Promise<DemoSize | undefined> {
  const row = await reading(source, id, (reader) =>
    reader.first<{ count: number }>(`select count(*) as count from debtor where organisation_id = $1 and external_key like '${KEY_PREFIX}%'`, [id]));
  return !row || row.count === 0 ? undefined : row.count > debtors.small ? "full" : "small";
}

async function bringDay(world: DemoWorld, day: PlainDate): Promise<DemoNight> {
  const { product, creditor } = world;
  const realMinute = minuteOf(product.clock.now());
  const now = momentAt(day, Math.min(Math.max(realMinute, EARLIEST_MINUTE), EVENING_MINUTE));
  let night: NightCounts | undefined;
  if (isBusinessDay(day)) {
    const deeds = await bringMoney(world, day);
    night = await lastNight(world, day);
    await bringInvoices(world, day);
    await actInPortal(world, day, deeds.inPortal);
    await answerAgreements(world, day);
  }
  const sent = await sendDueMessages(product, { organisationId: creditor.id, now, realNow: product.clock.realNow() });
  return {
    organisation: creditor.organisation.name, messages: night?.messages ?? 0, letters: night?.letters ?? 0, calls: night?.calls ?? 0, waiting: night?.waiting ?? 0,
    lines: linesOf(night, sent),
  };
}

/** What the night did, in words for the calendar page. */
function linesOf(night: NightCounts | undefined, sent: SendCounts): string[] {
  if (!night) return ["Geen werkdag: de nacht rust.", ...(sent.sent > 0 ? [`${sent.sent} berichten verstuurd`] : [])];
  const told: readonly (readonly [count: number, one: string, more: string])[] = [
    [sent.sent, "bericht verstuurd", "berichten verstuurd"], [night.letters, "brief klaargezet", "brieven klaargezet"], [night.calls, "telefoontje op de bellijst", "telefoontjes op de bellijst"],
    [night.promisesBroken, "toezegging niet nagekomen", "toezeggingen niet nagekomen"], [night.plansBroken, "regeling gestopt", "regelingen gestopt"],
    [night.costsBooked, "keer incassokosten geboekt", "keer incassokosten geboekt"], [night.handOvers, "dossier klaar voor overdracht", "dossiers klaar voor overdracht"],
    [night.stopped, "keer zijn we zelf aan zet", "keer zijn we zelf aan zet"],
  ];
  return told.filter(([count]) => count > 0).map(([count, one, more]) => `${count} ${count === 1 ? one : more}`);
}
