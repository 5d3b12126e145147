import "reflect-metadata";
import type { DemoSize } from "../src/app/demo/demo-debtors";
import { dayOf, systemClock } from "../src/platform/clock";
import { readConfig } from "../src/platform/config";

// The compiled product, as `npm start` runs it: only that makes its history in threads.
const { fillDemo } = require("../dist/app/demo/fill-demo.js") as typeof import("../src/app/demo/fill-demo");
const { assembleProduct } = require("../dist/app/start-product.js") as typeof import("../src/app/start-product");

/** What `npm start` may take for the history of a first run. */
const LIMIT_SECONDS = 40;
/** From so many debtors on the whole demo is made, below it the small one. */
const FULL_FROM = 100;

/** The seconds that the demo's history takes on an empty database: eighteen months, some 400 debtors and 3,000 invoices. */
export default async function demoFill({ size = 400, database }: { size?: number; database(): Promise<string> }): Promise<object> {
  const demo: DemoSize = size >= FULL_FROM ? "full" : "small";
  const config = readConfig({
    DATABASE_URL: await database(), SECRET_KEY: "key of a bench that nobody signs in to", APP_ROLE: "tegemoet_bench", LOG_LEVEL: "silent", WORKER: "off",
  });
  const product = await assembleProduct(config);
  try {
    const start = performance.now();
    const counts = await fillDemo(product, { size: demo, today: dayOf(systemClock.now()) });
    const value = Math.round((performance.now() - start) / 10) / 100;
    console.log(`${counts["debtor"]} debtors, ${counts["invoice"]} invoices, ${counts["message"]} messages, ${counts["night_run"]} nights`);
    return { bench: `demo-fill ${demo}`, value, unit: "s", limit: LIMIT_SECONDS, ratio: null, target: null, pass: value <= LIMIT_SECONDS };
  } finally {
    await product.close();
  }
}
