import { addDays, isMessage, simulateLadder, type Ladder, type LadderStep, type PlainDate, type TrialStep } from "@tegemoet/domain";
import type { Reader } from "../../platform/database/transaction";
import { findLadderVersions, listLaddersInForce, type LadderInForce } from "./ladder.queries";
import { passedSteps } from "./move-invoices";
import { countPastInvoices, listPastInvoices, listTrialInvoices, type PastInvoice, type TrialRow } from "./trial.queries";

export interface TriedInvoice {
  readonly row: TrialRow;
  /** What comes on the version it is on, and what would come on the steps that are tried. */
  readonly now: readonly TrialStep[];
  readonly tried: readonly TrialStep[];
}

const LOOK_AHEAD_DAYS = 180;

/**
 * What would happen to a few open invoices on these steps, beside what happens as it is, when nobody pays. Each is looked at as if it were
 * alone with its debtor; a running one goes on after what it had.
 */
export async function tryOnInvoices(
  reader: Reader, { ladderId, steps, invoiceIds, today }: { ladderId: string; steps: readonly LadderStep[]; invoiceIds?: readonly string[]; today: PlainDate },
): Promise<TriedInvoice[]> {
  const rows = await listTrialInvoices(reader, { ladderId, invoiceIds, today, limit: 5 });
  const inForce = await listLaddersInForce(reader);
  const versions = await findLadderVersions(reader, [...new Set(rows.flatMap(({ versionId }) => versionId ?? []))]);
  const fallback = inForce.find((ladder) => ladder.ladderId === ladderId) ?? inForce.find(({ isDefault }) => isDefault);
  return rows.map((row) => {
    const current: LadderInForce | undefined = versions.find(({ versionId }) => versionId === row.versionId) ?? fallback;
    return { row, now: current ? walk(current.ladder, row, today) : [], tried: walk({ steps }, moved(row, current?.ladder, { steps }, today), today) };
  });
}

function moved(row: TrialRow, from: Ladder | undefined, to: Ladder, today: PlainDate): TrialRow {
  const passed = passedSteps({ debtorKind: row.debtorKind, keys: row.steps.map(({ stepId }) => stepId) }, from, to);
  return { ...row, steps: [...row.steps, ...passed.map(({ id }) => ({ stepId: id, takenOn: today, sentOn: null, skippedOn: today }))] };
}

function walk(ladder: Ladder, row: TrialRow, today: PlainDate): TrialStep[] {
  return simulateLadder(ladder, { kind: row.debtorKind, contacts: row.contacts, invoices: [row] }, { from: today, until: addDays(today, LOOK_AHEAD_DAYS) });
}

/** What a year would have asked of people, on one ladder. Payments stay as they were: nobody knows who would have paid sooner. */
export interface YearOfWork {
  readonly messages: number;
  readonly letters: number;
  readonly calls: number;
  readonly tasks: number;
  readonly handOvers: number;
  /** Invoices that were paid before anything was sent. */
  readonly untouched: number;
}

export interface TriedYear {
  readonly from: PlainDate;
  readonly until: PlainDate;
  /** How many invoices were walked, of how many that fell due. */
  readonly invoices: number;
  readonly allInvoices: number;
  readonly now: YearOfWork | null;
  readonly tried: YearOfWork;
}

/** Walking costs some milliseconds an invoice; a sample of so many debtors says enough. */
const SAMPLE_DEBTORS = 150;
const SAMPLE_INVOICES = 600;

/** Walks last year's invoices over these steps and over the version in force. */
export async function tryOnLastYear(reader: Reader, { ladderId, steps, today }: { ladderId: string; steps: readonly LadderStep[]; today: PlainDate }): Promise<TriedYear> {
  const [from, until] = [addDays(today, -365), addDays(today, -1)];
  const invoices = (await listPastInvoices(reader, { from, until, debtors: SAMPLE_DEBTORS })).slice(0, SAMPLE_INVOICES);
  const current = (await listLaddersInForce(reader)).find((ladder) => ladder.ladderId === ladderId);
  return {
    from, until, invoices: invoices.length, allInvoices: await countPastInvoices(reader, from, until),
    now: current ? await yearOn(current.ladder, invoices, today) : null,
    tried: await yearOn({ steps }, invoices, today),
  };
}

async function yearOn(ladder: Ladder, invoices: readonly PastInvoice[], today: PlainDate): Promise<YearOfWork> {
  const byDebtor = groupByDebtor(invoices);
  const work = { messages: 0, letters: 0, calls: 0, tasks: 0, handOvers: 0, untouched: 0 };
  for (const own of byDebtor.values()) {
    const first = own[0];
    if (!first) continue;
    const taken = simulateLadder(ladder, { kind: first.debtorKind, invoices: own.map((invoice) => ({ ...invoice, openCents: invoice.totalCents })) }, { from: own.reduce((day, { issuedOn }) => (issuedOn < day ? issuedOn : day), first.issuedOn), until: today });
    count(work, taken, own.length);
    // A year is long: others get their turn between two debtors.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return work;
}

function count(work: { -readonly [Key in keyof YearOfWork]: number }, taken: readonly TrialStep[], invoices: number): void {
  const messages = new Map(taken.flatMap((step) => (step.message === null ? [] : [[step.message, step.channel] as const])));
  for (const channel of messages.values()) {
    if (channel !== "letter") work.messages += 1;
    if (channel === "letter" || channel === "mail-and-letter") work.letters += 1;
  }
  const days = (channel: string): number => new Set(taken.filter((step) => step.channel === channel).map(({ on }) => on)).size;
  work.calls += days("call");
  work.tasks += days("task");
  work.handOvers += taken.filter(({ channel }) => channel === "hand-over").length;
  const touched = new Set(taken.filter((step) => isMessage({ channel: step.channel } as LadderStep) || step.channel === "call").map(({ invoiceId }) => invoiceId));
  work.untouched += invoices - touched.size;
}

function groupByDebtor(invoices: readonly PastInvoice[]): Map<string, PastInvoice[]> {
  const groups = new Map<string, PastInvoice[]>();
  for (const invoice of invoices) groups.set(invoice.debtorId, [...(groups.get(invoice.debtorId) ?? []), invoice]);
  return groups;
}
