import type { PlainDate } from "@tegemoet/domain";
import { Client } from "pg";
import { dayOf, DemoClock } from "../../platform/clock";
import type { Product } from "../product";
import { DEMO_SEED, fillDemo, type DemoCounts } from "./fill-demo";

export interface DemoRow {
  offsetDays: number;
  seed: number;
  filledAt: Date | null;
}

/** How far the demo's calendar stands, and whether its history is whole; undefined when there never was one. */
export async function findDemo({ source }: Pick<Product, "source">): Promise<DemoRow | undefined> {
  const rows = (await source.query(`select offset_days as "offsetDays", seed, filled_at as "filledAt" from demo_clock`)) as DemoRow[];
  return rows[0];
}

/**
 * Makes the demo ready before anything else runs: its calendar stands where it stood, and its history is there, made now when there is
 * none. A fill that broke off half-way is thrown away and made anew; a whole one is kept. A database with organisations of its own is
 * left alone.
 *
 * @returns What was filled, undefined when there was nothing to fill.
 */
export async function startDemo(product: Product): Promise<DemoCounts | undefined> {
  if (product.config.DEMO === "off") return undefined;
  const demo = await findDemo(product);
  if (product.clock instanceof DemoClock) product.clock.offsetDays = demo?.offsetDays ?? 0;
  if (demo?.filledAt) {
    product.logger.info({ filledAt: demo.filledAt, offsetDays: demo.offsetDays }, "demo: kept, not repeated");
    return undefined;
  }
  const tenants = (await product.source.query("select 1 from tenant limit 1")) as unknown[];
  if (!demo && tenants.length > 0) {
    product.logger.warn("demo: this database has organisations of its own and gets no history; its calendar can be moved");
    await product.source.query("insert into demo_clock (seed, filled_at) values ($1, $2) on conflict do nothing", [DEMO_SEED, product.clock.now()]);
    return undefined;
  }
  if (demo) {
    product.logger.warn("demo: an earlier fill was cut off, starting anew");
    await dropHalf(product.config.DATABASE_URL);
    if (product.clock instanceof DemoClock) product.clock.offsetDays = 0;
  }
  return makeDemo(product);
}

async function makeDemo(product: Product): Promise<DemoCounts> {
  const { source, logger, clock, config } = product;
  const today = dayOf(clock.now());
  await source.query("insert into demo_clock (seed) values ($1)", [DEMO_SEED]);
  let told = 0;
  const progress = (percent: number, day: PlainDate): void => {
    if (percent < told + 10 && percent < 100) return;
    told = percent;
    logger.info(`demo: ${day.slice(0, 7)} … ${percent} %`);
  };
  const counts = await fillDemo(product, { size: config.DEMO === "small" ? "small" : "full", today, progress });
  // Written as durably as anything: with it on disk all that came before is too.
  await source.query("update demo_clock set filled_at = $1", [clock.now()]);
  logger.info({ debtors: counts["debtor"], invoices: counts["invoice"] }, "demo: filled");
  return counts;
}

/** Only the owner of the tables may empty them: the ledger and the audit trail are closed to the application's role. */
async function dropHalf(ownerUrl: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("truncate organisation, staff, tenant, demo_clock cascade");
  } finally {
    await client.end();
  }
}
