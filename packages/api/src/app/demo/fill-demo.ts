import { addDays, addMonths, isBusinessDay, type PlainDate } from "@tegemoet/domain";
import { addAgency } from "../../features/agencies/add-agency";
import { createOrganisation } from "../../features/organisations/create-organisation";
import { inviteStaff } from "../../features/users/invite-staff";
import { hashPassword } from "../../features/users/sign-in";
import { momentAt } from "../../platform/clock";
import { inTransaction, reading } from "../../platform/database/transaction";
import { Client } from "pg";
import type { Outside } from "../../platform/outside";
import type { Product } from "../product";
import { CREDITORS, DEMO_PASSWORD, type DemoCreditor } from "./demo-creditors";
import { demoDebtors, type DemoSpan } from "./demo-debtors";
import type { DemoWorld } from "./demo-world";
import { openQuickSource } from "./quick-source";
import { lastNight, liveDay } from "./live-day";

const HISTORY_MONTHS = 18;
export const DEMO_SEED = 2026;

export type DemoSize = "full" | "small";

/** Rows by kind, and the sum of what is open: two fills by the same seed give the same. */
export type DemoCounts = Readonly<Record<string, number>>;

/** Takes everything and tells nobody: the mails of the history were sent long ago. */
const QUIET: Outside = {
  mail: { send: async () => undefined, close: async () => undefined },
  letters: { post: async () => undefined },
  payments: {
    create: async () => { throw new Error("the history pays by itself"); },
    fetch: async () => undefined,
  },
};

export function spanOf(today: PlainDate, seed: number): DemoSpan {
  return { seed, from: addMonths(today, -HISTORY_MONTHS), until: today };
}

/**
 * Makes eighteen months of two organisations, ending today, by the product's own verbs on a simulated calendar: invoices go out, money
 * comes in, nights run, people call and answer. Deterministic by its seed. Its mails leave nowhere; what the last night decides is left
 * queued, so the first real mails go to the sandbox.
 *
 * @param progress Is told how much of a hundred is done, and the month.
 */
export async function fillDemo(
  product: Product,
  { seed = DEMO_SEED, size = "full", today, progress }: { seed?: number; size?: DemoSize; today: PlainDate; progress?: (percent: number, day: PlainDate) => void },
): Promise<DemoCounts> {
  const span = spanOf(today, seed);
  const source = await openQuickSource(product.config);
  const owner = new Client({ connectionString: product.config.DATABASE_URL });
  await owner.connect();
  // A rough count will do while the tables grow; the last one is as fine as any.
  await owner.query("set default_statistics_target = 10");
  try {
    const days = businessDaysOf(span);
    let next = 0;
    const measured = async (number: number): Promise<void> => {
      if (number !== Math.floor((MEASURED_AT[next] ?? 2) * days.length)) return;
      next += 1;
      await owner.query("analyze");
    };
    await makeHistory({ ...product, source, outside: QUIET }, { span, size, days, measured, progress });
    await owner.query("reset default_statistics_target; analyze");
  } finally {
    await owner.end();
    await source.destroy();
  }
  return countDemo(product);
}

/**
 * Parts of the history after which the planner counts the tables: they grow from nothing to thousands of rows within a minute, sooner
 * than PostgreSQL looks by itself, and a plan made for an empty table reads all of a full one.
 */
const MEASURED_AT: readonly number[] = [0.02, 0.07, 0.2, 0.5];

function businessDaysOf({ from, until }: DemoSpan): PlainDate[] {
  const days: PlainDate[] = [];
  for (let day = from; day < until; day = addDays(day, 1)) if (isBusinessDay(day)) days.push(day);
  return days;
}

interface History {
  readonly span: DemoSpan;
  readonly size: DemoSize;
  readonly days: readonly PlainDate[];
  /** Is told how many days the first organisation has behind it. */
  measured(number: number): Promise<void>;
  progress?(percent: number, day: PlainDate): void;
}

async function makeHistory(quiet: Product, { span, size, days, measured, progress }: History): Promise<void> {
  const today = span.until;
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  for (const creditor of CREDITORS) await foundOrganisation(quiet, creditor, span, passwordHash);
  const worlds = await Promise.all(CREDITORS.map((creditor) => openWorld(quiet, creditor, span, size)));
  const done = worlds.map(() => 0);
  // The two know nothing of each other, so their days may go by side by side.
  await Promise.all(worlds.map(async (world, index) => {
    for (const [number, day] of days.entries()) {
      await liveDay(world, day);
      done[index] = number + 1;
      if (index === 0) await measured(number);
      progress?.(Math.floor((100 * Math.min(...done)) / days.length), day);
    }
    if (isBusinessDay(today)) await lastNight(world, today);
  }));
}

async function foundOrganisation(product: Product, creditor: DemoCreditor, span: DemoSpan, passwordHash: string): Promise<void> {
  await inTransaction(product.source, { organisationId: creditor.id, actor: { kind: "system" }, now: momentAt(span.from, 420) }, async (tx) => {
    await createOrganisation(tx, creditor.organisation);
    for (const person of creditor.staff) await inviteStaff(tx, { ...person, password: DEMO_PASSWORD, passwordHash });
    await addAgency(tx, { ...creditor.agency, wkiExpiresOn: addMonths(span.until, 7) });
    await addAgency(tx, creditor.otherAgency);
  });
}

/** An organisation of the demo as it stands in the database, with everybody who belongs to it. */
export async function openWorld(product: Product, creditor: DemoCreditor, span: DemoSpan, size: DemoSize): Promise<DemoWorld> {
  const debtors = new Map(demoDebtors(creditor, span, size).map((debtor) => [debtor.key, debtor]));
  return reading(product.source, creditor.id, async (reader) => {
    const staff = await reader.query<{ id: string; role: string }>(
      "select staff_id as id, role from membership where organisation_id = $1 and active order by role", [reader.organisationId]);
    const who = (role: string): string => staff.find((person) => person.role === role)?.id ?? "";
    const agency = await reader.first<{ id: string }>("select id from agency where organisation_id = $1 and name = $2", [reader.organisationId, creditor.agency.name]);
    return { product, creditor, span, debtors, staff: { manager: who("manager"), collector: who("collector") }, agencyId: agency?.id ?? "" };
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
