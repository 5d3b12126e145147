import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { Worker } from "node:worker_threads";
import { addMonths, type PlainDate } from "@tegemoet/domain";
import { addAgency } from "../../features/agencies/add-agency";
import { createOrganisation } from "../../features/organisations/create-organisation";
import { inviteStaff } from "../../features/users/invite-staff";
import { hashPassword } from "../../features/users/sign-in";
import { momentAt } from "../../platform/clock";
import { inTransaction, reading } from "../../platform/database/transaction";
import type { Config } from "../../platform/config";
import type { Product } from "../product";
import { CREDITORS, DEMO_PASSWORD, type DemoCreditor } from "./demo-creditors";
import type { DemoSize, DemoSpan } from "./demo-debtors";
import { makeHistory, type HistoryListener, type HistoryOrder } from "./make-history";

/** The small demo is for looking and for tests: who owes in it did so lately, and its history is as long as their ladder takes. */
const HISTORY_MONTHS: Readonly<Record<DemoSize, number>> = { full: 18, small: 8 };
export const DEMO_SEED = 2026;

/** Rows by kind, and the sum of what is open: two fills by the same seed give the same. */
export type DemoCounts = Readonly<Record<string, number>>;

export function spanOf(today: PlainDate, seed: number, size: DemoSize): DemoSpan {
  return { seed, from: addMonths(today, -HISTORY_MONTHS[size]), until: today };
}

/**
 * Makes the history of two organisations (eighteen months, of the small demo eight), ending today, by the product's own verbs on a
 * simulated calendar: invoices go out, money comes in, nights run, people call and answer. Deterministic by its seed. Its mails leave
 * nowhere; what the last night decides is left queued, so the first real mails go to the sandbox.
 *
 * @param progress Is told how much of a hundred is done, and the month.
 */
export async function fillDemo(
  product: Product,
  { seed = DEMO_SEED, size = "full", today, progress }: { seed?: number; size?: DemoSize; today: PlainDate; progress?: (percent: number, day: PlainDate) => void },
): Promise<DemoCounts> {
  const span = spanOf(today, seed, size);
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  for (const creditor of CREDITORS) await foundOrganisation(product, creditor, span, passwordHash);
  const done = CREDITORS.map(() => 0);
  const onDay = (index: number): HistoryListener => (percent, day) => {
    done[index] = percent;
    progress?.(Math.min(...done), day);
  };
  const histories = CREDITORS.map(({ id }, index) => {
    // The last one, which takes longest, is made here, where nothing has to be loaded any more.
    const make = index === CREDITORS.length - 1 ? makeHere : makeBeside;
    return make(product.config, { creditorId: id, span, size, countsTables: index === 0 }, onDay(index));
  });
  compileFrom(OFTEN_IN_HISTORY);
  await eachBesideTheOther(histories).finally(() => compileFrom(OFTEN));
  return countDemo(product);
}

/** How much of a function V8 lets run before it compiles it for good, in bytes of its code: its own measure, and four times that. */
const OFTEN = 66 * 1024;
const OFTEN_IN_HISTORY = 4 * OFTEN;

/**
 * A history is over before half of what is compiled for good has paid for itself, and the compilers, one for each thread, took a tenth of both
 * cores.
 */
function compileFrom(bytes: number): void {
  setFlagsFromString(`--interrupt-budget=${bytes}`);
}

interface Beside {
  readonly made: Promise<void>;
  giveUp(): Promise<unknown>;
}

/** When one history breaks off the other needn't go on. */
async function eachBesideTheOther(histories: readonly Beside[]): Promise<void> {
  try {
    await Promise.all(histories.map(({ made }) => made));
  } catch (error) {
    await Promise.all(histories.map(({ giveUp }) => giveUp()));
    throw error;
  }
}

function makeHere(config: Config, order: HistoryOrder, onDay: HistoryListener): Beside {
  return { made: makeHistory(config, order, onDay), giveUp: async () => undefined };
}

/**
 * Makes one organisation's history in a thread of its own, because the organisations know nothing of each other and a machine has more than
 * one core. A thread starts from compiled code; where there is none (tests) all are made here.
 */
function makeBeside(config: Config, order: HistoryOrder, onDay: HistoryListener): Beside {
  if (__filename.endsWith(".ts")) return makeHere(config, order, onDay);
  const worker = new Worker(join(__dirname, "history-thread.js"), { workerData: { config, order } });
  worker.on("message", ({ percent, day }: { percent: number; day: PlainDate }) => onDay(percent, day));
  const made = new Promise<void>((resolve, reject) => {
    worker.once("error", reject);
    worker.once("exit", (code) => (code === 0 ? resolve() : reject(new Error(`a thread of the demo ended with code ${code}`))));
  });
  return { made, giveUp: () => worker.terminate() };
}

async function foundOrganisation(product: Product, creditor: DemoCreditor, span: DemoSpan, passwordHash: string): Promise<void> {
  await inTransaction(product.source, { organisationId: creditor.id, actor: { kind: "system" }, now: momentAt(span.from, 420) }, async (tx) => {
    await createOrganisation(tx, creditor.organisation);
    for (const person of creditor.staff) await inviteStaff(tx, { ...person, password: DEMO_PASSWORD, passwordHash });
    await addAgency(tx, { ...creditor.agency, wkiExpiresOn: addMonths(span.until, 7) });
    await addAgency(tx, creditor.otherAgency);
  });
}

const COUNTED = [
  "debtor", "invoice", "payment", "bank_line", "statement", "message", "collection_case", "call_log", "call_task", "promise", "agreement", "plan", "dispute", "hold", "self_check", "contact_fault",
  "fourteen_day_letter", "hand_over", "inbound_message", "night_run", "ledger_entry", "audit",
] as const;

/** What the demo's organisations hold. */
export async function countDemo(product: Pick<Product, "source">): Promise<DemoCounts> {
  const counts: Record<string, number> = {};
  for (const creditor of CREDITORS) {
    await reading(product.source, creditor.id, async (reader) => {
      for (const table of COUNTED) {
        const row = await reader.first<{ count: number }>(`select count(*) as count from ${table} where organisation_id = $1`, [reader.organisationId]);
        counts[table] = (counts[table] ?? 0) + (row?.count ?? 0);
      }
      const open = await reader.first<{ cents: number }>("select coalesce(sum(open_cents), 0)::bigint as cents from invoice_standing where organisation_id = $1", [reader.organisationId]);
      counts["openCents"] = (counts["openCents"] ?? 0) + (open?.cents ?? 0);
    });
  }
  return counts;
}
