import type { DataSource } from "typeorm";
import type { Config } from "../../platform/config";
import { inTransaction, type Act } from "../../platform/database/transaction";
import type { Outside } from "../../platform/outside";
import { handOverMessages, type Attempts } from "./hand-over-message";
import { prepareMessages, putBack, type PreparedBatch, type PreparedMessage } from "./prepare-message";

export interface SendDeps {
  readonly source: DataSource;
  readonly outside: Pick<Outside, "mail" | "letters" | "sms">;
  readonly config: Pick<Config, "SECRET_KEY" | "PUBLIC_URL">;
}

export interface SendRun {
  readonly organisationId: string;
  /** The business moment: what is due by then goes. */
  readonly now: Date;
  /** The moment outside, for what ends by the clock. Default: the business moment. */
  readonly realNow?: Date;
  readonly limit?: number;
}

export interface SendCounts {
  sent: number;
  cancelled: number;
  postponed: number;
  bounced: number;
  parked: number;
  /** Not taken by the world outside; they will be tried again. */
  failed: number;
  /** In hand when somebody pressed the stop button: back in the line. */
  stopped: number;
}

/** Messages prepared together: many share what is read, and few are left for a person after a crash. */
const BATCH = 20;
/**
 * Sends what is due of one organisation. Each message is decided again under lock in one transaction, which writes and keeps it; only after
 * that is it handed to the world outside, and a second transaction writes down what became of it. A crash in between leaves it "sending",
 * which {@link parkStuck} puts aside for a person: never sent twice, never lost (I-43). While one batch is on its way the next is
 * written, so at most two batches are in the air.
 *
 * The stop button is looked at before each batch and before each handing over, the limits of the organisation before each batch; a
 * message that they hold stays in line and says why.
 */
export async function sendDueMessages({ source, outside, config }: SendDeps, { organisationId, now, realNow = now, limit = 1_000 }: SendRun): Promise<SendCounts> {
  const counts: SendCounts = { sent: 0, cancelled: 0, postponed: 0, bounced: 0, parked: 0, failed: 0, stopped: 0 };
  const act: Act = { organisationId, actor: { kind: "system" }, now };
  const options = { secretKey: config.SECRET_KEY, publicUrl: config.PUBLIC_URL, realNow, sms: outside.sms !== undefined, lettersByHand: !outside.letters };
  let [left, more] = [limit, true];
  const prepareNext = async (): Promise<PreparedBatch | undefined> => {
    if (left <= 0 || !more) return undefined;
    const batch = await inTransaction(source, act, (tx) => prepareMessages(tx, Math.min(BATCH, left), options));
    left -= batch.taken;
    more = batch.more;
    for (const outcome of ["cancelled", "postponed", "parked"] as const) counts[outcome] += batch[outcome];
    return batch.taken === 0 ? undefined : batch;
  };
  let batch = await prepareNext();
  while (batch) {
    const [handed, next] = await Promise.allSettled([handOverBatch({ source, outside, config }, act, batch.ready, counts), prepareNext()]);
    const ahead = next.status === "fulfilled" ? next.value : undefined;
    if (handed.status === "fulfilled" && next.status === "fulfilled" && counts.failed === 0 && counts.stopped === 0) {
      batch = ahead;
      continue;
    }
    if (ahead) await inTransaction(source, act, (tx) => putBack(tx, ahead.ready.map(({ message }) => message.id)));
    if (handed.status === "rejected") throw handed.reason;
    if (next.status === "rejected") throw next.reason;
    break;
  }
  return counts;
}

/**
 * Hands prepared messages over, a few at a time, until the world outside doesn't answer: the others would fail alike, and go back into the
 * line with their place and their tries.
 */
async function handOverBatch({ source, outside, config }: SendDeps, act: Act, ready: readonly PreparedMessage[], counts: SendCounts): Promise<void> {
  const waiting = [...ready];
  try {
    while (waiting.length > 0 && counts.failed === 0 && counts.stopped === 0) {
      const group = waiting.splice(0);
      const attempts: Attempts = new Map();
      const became = await inTransaction(source, act, (tx) => handOverMessages(tx, group, outside, attempts, config.PUBLIC_URL));
      for (const [index, outcome] of became.entries()) {
        if (outcome === "later") counts.failed += 1;
        else if (outcome !== "taken" && outcome !== "untried") counts[outcome] += 1;
        if (outcome === "stopped" || outcome === "untried") waiting.push(group[index] as PreparedMessage);
      }
    }
  } finally {
    if (waiting.length > 0) await inTransaction(source, act, (tx) => putBack(tx, waiting.map(({ message }) => message.id)));
  }
}
