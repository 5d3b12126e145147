import { isBusinessDay } from "@tegemoet/domain";
import { dayOf, minuteOf } from "../platform/clock";
import { inTransaction, reading, type Act } from "../platform/database/transaction";
import { parkStuck } from "../features/escalations/park-stuck";
import { runNight, type NightCounts } from "../features/escalations/run-night";
import { sendDueMessages, type SendCounts } from "../features/escalations/send-due-messages";
import { refreshOpenCheckouts } from "../features/payments/refresh-checkout";
import type { Product } from "./product";
import { resumeBulkActions } from "./run-bulk-actions";
import { takeTurns } from "./take-turns";
import { verifyBooks } from "./verify-books";

/** The night of a business day may begin at two: every bank file of the day before is in by then, and nobody is at work. */
const NIGHT_FROM_MINUTE = 120;
const EVERY_MS = 30_000;

export interface TickOfOrganisation {
  organisationId: string;
  night?: NightCounts;
  sent: SendCounts;
}

/** The organisations of this installation. */
export async function listTenants({ source }: Pick<Product, "source">): Promise<string[]> {
  const rows = (await source.query("select id from tenant order by id")) as { id: string }[];
  return rows.map(({ id }) => id);
}

/** The night of today, when it is time and it hasn't been yet. A missed day is not caught up with: two letters in one morning help nobody. */
export async function runNightWhenDue(product: Product, organisationId: string): Promise<NightCounts | undefined> {
  const now = product.clock.now();
  const day = dayOf(now);
  if (!isBusinessDay(day) || minuteOf(now) < NIGHT_FROM_MINUTE) return undefined;
  const done = await reading(product.source, organisationId, (reader) =>
    reader.first("select 1 from night_run where organisation_id = $1 and day = $2 and finished_at is not null", [reader.organisationId, day]));
  if (done) return undefined;
  return runNight(product.source, { organisationId, day, now });
}

/** Sends what is due now. */
export function sendNow({ source, outside, config, clock }: Product, organisationId: string): Promise<SendCounts> {
  return sendDueMessages({ source, outside, config }, { organisationId, now: clock.now(), realNow: clock.realNow() });
}

/** Asks the payment provider about checkouts whose webhook came late or never. */
export function refreshCheckouts({ source, outside, clock }: Product, organisationId: string): Promise<number> {
  return refreshOpenCheckouts(source, outside.payments, actOf(organisationId, clock.now()));
}

/** Puts aside what a crash cut off while it was being sent, of this process or another. */
async function parkCutOff({ source, clock, logger }: Product, organisationId: string): Promise<void> {
  const parked = await inTransaction(source, actOf(organisationId, clock.now()), parkStuck);
  if (parked > 0) logger.warn({ organisationId, parked }, "messages were cut off while sending; a person decides about them");
}

/** One turn of the timetable for every organisation: money first, then the night, then what is due. A fault of one never stops another. */
export async function tick(product: Product): Promise<TickOfOrganisation[]> {
  const done: TickOfOrganisation[] = [];
  for (const organisationId of await listTenants(product)) {
    try {
      await parkCutOff(product, organisationId);
      await resumeBulkActions(product, organisationId);
      await refreshCheckouts(product, organisationId).catch((error: unknown) => product.logger.warn({ err: error, organisationId }, "checkouts could not be asked about"));
      const night = await runNightWhenDue(product, organisationId);
      const sent = await sendNow(product, organisationId);
      done.push({ organisationId, night, sent });
      if (night) product.logger.info({ organisationId, night }, "the night has run");
      if (night) await verifyBooks(product, organisationId);
    } catch (error) {
      product.logger.error({ err: error, organisationId }, "a turn of the timetable failed");
    }
  }
  return done;
}

/** Turns every half minute until it is stopped. */
export function startTimetable(product: Product): { stop(): Promise<void> } {
  return takeTurns(EVERY_MS, () => tick(product).catch((error: unknown) => product.logger.error({ err: error }, "the timetable failed")));
}

function actOf(organisationId: string, now: Date): Act {
  return { organisationId, actor: { kind: "system" }, now };
}
