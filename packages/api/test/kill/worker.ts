import "reflect-metadata";
import { tick } from "../../src/app/night-timetable";
import { assembleProduct } from "../../src/app/start-product";
import { momentAt, type Clock } from "../../src/platform/clock";
import { readConfig } from "../../src/platform/config";
import { inTransaction, reading } from "../../src/platform/database/transaction";

/** The business day of the test, a Monday; a real second is a business minute, so that what is stuck is seen within ten seconds. */
export const KILL_DAY = "2026-11-09";
const FASTER = 60;

/** A clock that all processes share: from nine in the morning on, as fast as the machine's sixty times. */
export function killClock(startedAt: number): Clock {
  const nine = momentAt(KILL_DAY, 540).getTime();
  return { now: () => new Date(Math.min(nine + (Date.now() - startedAt) * FASTER, momentAt(KILL_DAY, 1_190).getTime())), realNow: () => new Date() };
}

/** A worker as in life: turns of the timetable against real PostgreSQL and a real mail server, until somebody kills it. */
async function work(): Promise<void> {
  const clock = killClock(Number(process.env["KILL_STARTED_AT"]));
  const product = await assembleProduct(readConfig(process.env), { clock });
  const told = new Promise((resolve) => process.once("message", resolve));
  process.send?.("ready");
  await told;
  for (;;) {
    if (process.env["KILL_NAIVE"]) await sendNaively(product).catch(() => undefined);
    else await tick(product).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}

/** The control: a sender that hands over first and writes it down afterwards, as many do. */
async function sendNaively(product: Awaited<ReturnType<typeof assembleProduct>>): Promise<void> {
  const [tenant] = (await product.source.query("select id from tenant order by id")) as { id: string }[];
  const organisationId = tenant?.id ?? "";
  const next = await reading(product.source, organisationId, (reader) => reader.query<{ id: string; email: string }>(
    `select message.id, debtor.email from message join debtor on debtor.organisation_id = $1 and debtor.id = message.debtor_id
     where message.organisation_id = $1 and message.state = 'queued' and message.channel = 'mail' order by message.id limit 10`, [reader.organisationId]));
  for (const { id, email } of next) {
    await product.outside.mail.send({
      from: { name: "IJsvogel", address: "administratie@ijsvogel.example" }, replyTo: "administratie@ijsvogel.example", to: email, subject: "Herinnering", html: "<p>Herinnering</p>", text: "Herinnering",
      messageId: `${id}.${organisationId}@localhost`, attachments: [],
    });
  }
  // As long as a batch of real mails takes: here it may be cut off.
  await new Promise((resolve) => setTimeout(resolve, 200));
  await inTransaction(product.source, { organisationId, actor: { kind: "system" }, now: product.clock.now() }, (tx) =>
    tx.query("update message set state = 'handed-over', handed_over_at = $3 where organisation_id = $1 and id = any($2::uuid[])", [tx.organisationId, next.map(({ id }) => id), tx.now]));
}

if (process.env["KILL_STARTED_AT"]) void work();
