import { addBusinessDays, sum, type PlainDate } from "@tegemoet/domain";
import { logCall, type LoggedCall } from "../../features/escalations/log-call";
import { momentAt } from "../../platform/clock";
import type { Tx } from "../../platform/database/transaction";
import { Chance } from "./chance";
import { KEY_PREFIX, type DemoDebtor } from "./demo-debtors";
import { attempt, collector, isLeftOpen, onDay, type DemoWorld } from "./demo-world";

/** One person makes so many calls on a day. */
const CALLS_A_DAY = 12;
/** What a broken promise asks for stays on the list of whoever looks at the demo. */
const LEFT_OPEN_DAYS = { "promise-broken": 6, "plan-broken": 6, contradicted: 5 } as Readonly<Record<string, number>>;

interface Task {
  id: string;
  debtorId: string;
  key: string;
  reason: string;
  phone: string | null;
  person: string | null;
  personRole: string | null;
  overdue: { invoiceId: string; openCents: number }[] | null;
}

/** The collector works down the call list. */
export async function makeCalls(world: DemoWorld, day: PlainDate): Promise<void> {
  // Late in the afternoon all calls of the day are written down, each with the minute at which it began.
  await onDay(world, day, 960, collector(world), async (tx) => {
    const tasks = (await tasksOf(tx, day)).filter(({ reason }) => !isLeftOpen(world, day, LEFT_OPEN_DAYS[reason] ?? 1));
    for (const [index, task] of tasks.slice(0, CALLS_A_DAY).entries()) {
      const debtor = world.debtors.get(task.key);
      if (!debtor) continue;
      const chance = new Chance(world.span.seed, task.key, "call", day);
      const startedAt = momentAt(day, (index < 7 ? 575 + index * 15 : 815 + (index - 7) * 22) + chance.between(0, 8));
      await attempt(tx, () => logCall(tx, {
        taskId: task.id, debtorId: task.debtorId, staffId: world.staff.collector, direction: "out", startedAt, number: task.phone ?? undefined,
        person: task.person ?? debtor.details.name, personRole: task.personRole ?? undefined, canPay: "unknown", today: day,
        ...outcomeOf(debtor, task, chance, day),
      }));
    }
  });
}

type Outcome = Pick<LoggedCall, "outcome" | "invoiceIds"> & Partial<LoggedCall>;

const PROMISING: ReadonlySet<DemoDebtor["habit"]> = new Set(["early", "late", "after-reminder", "after-second", "keeps-promise", "breaks-promise", "plan-breaker"]);

function outcomeOf(debtor: DemoDebtor, task: Task, chance: Chance, day: PlainDate): Outcome {
  const overdue = task.overdue ?? [];
  const invoiceIds = overdue.map(({ invoiceId }) => invoiceId);
  if (overdue.length === 0) return { outcome: "other", invoiceIds: [], seconds: 60, notes: "Er staat niets meer open dat te laat is, even laten weten." };
  if (chance.percent(debtor.habit === "silent" ? 88 : 28)) return { outcome: chance.percent(60) ? "noAnswer" : "voicemail", invoiceIds, seconds: 25, person: undefined, personRole: undefined };
  if (debtor.habit === "after-letter") return { outcome: "hungUp", invoiceIds, seconds: 40, notes: "Zegt de post te lezen en hangt op." };
  if (debtor.habit === "silent") return { outcome: "willNotPay", canPay: "will-not", invoiceIds, seconds: 95, notes: "Zegt dat we het maar uitzoeken en verbreekt de verbinding." };
  if (chance.percent(8)) return { outcome: "callBack", invoiceIds, seconds: 70, callBackOn: addBusinessDays(day, chance.between(1, 3)), callBackMinute: 840, notes: "Zat in de auto, liever na twee uur." };
  switch (debtor.habit) {
    case "hardship": return { outcome: "cannotPay", canPay: "cannot", excuse: "cannotPay", invoiceIds, seconds: 410, notes: "Minder uren gekregen op het werk. Wil graag betalen, deze maand lukt het niet." };
    case "disputes": return { outcome: "dispute", excuse: "notSatisfied", invoiceIds, seconds: 300, disputeReason: "not-good", notes: "Vindt dat de storing niet verholpen is." };
    case "says-paid": return { outcome: "paidAlready", excuse: "alreadyPaid", invoiceIds, seconds: 140, paidOn: day, paidCents: sum(overdue.map(({ openCents }) => openCents)), notes: "Heeft het gisteravond overgemaakt." };
    case "bounces": return { outcome: "invoiceNotReceived", excuse: "notReceived", invoiceIds, seconds: 120, notes: "Nieuw mailadres gevraagd." };
    case "plan": case "plan-asker": return { outcome: "planRequested", canPay: "cannot", excuse: "waitsForCustomer", invoiceIds, seconds: 260, notes: "Wil in termijnen betalen, doet zelf een voorstel via de link." };
    default: break;
  }
  if (!PROMISING.has(debtor.habit)) return { outcome: "other", invoiceIds, seconds: 90, notes: "Belt zelf terug." };
  return {
    outcome: "promiseFull", canPay: "unknown", invoiceIds, seconds: chance.between(110, 380), promiseCents: sum(overdue.map(({ openCents }) => openCents)),
    promiseBy: addBusinessDays(day, chance.between(2, debtor.habit === "breaks-promise" ? 3 : 6)), excuse: chance.percent(40) ? "personAway" : undefined,
    notes: chance.pick(["Vriendelijk gesprek, was blijven liggen.", "Maakt het na het weekend over.", "Wacht op een betaling van een klant.", "Had de mail gezien en wilde net betalen."]),
  };
}

function tasksOf(tx: Tx, day: PlainDate): Promise<Task[]> {
  return tx.query<Task>(
    `select task.id, task.debtor_id as "debtorId", debtor.external_key as key, task.reason, coalesce(contact.phone, debtor.phone) as phone, contact.name as person, contact.role as "personRole",
       (select json_agg(json_build_object('invoiceId', standing.invoice_id, 'openCents', standing.open_cents) order by standing.due_on, standing.invoice_id) from invoice_standing standing
        where standing.organisation_id = $1 and standing.debtor_id = debtor.id and standing.open_cents > 0 and standing.due_on < $2
          and not exists (select 1 from dispute where organisation_id = $1 and invoice_id = standing.invoice_id and decided_on is null)
          and not exists (select 1 from plan_invoice where organisation_id = $1 and invoice_id = standing.invoice_id and active)) as overdue
     from call_task task
     join debtor on debtor.organisation_id = $1 and debtor.id = task.debtor_id and debtor.external_key like '${KEY_PREFIX}%'
     left join lateral (select name, role, phone from contact where organisation_id = $1 and debtor_id = debtor.id order by is_primary desc, name limit 1) contact on true
     where task.organisation_id = $1 and task.closed_at is null and task.planned_on <= $2
     order by task.planned_on, debtor.external_key`,
    [tx.organisationId, day],
  );
}
