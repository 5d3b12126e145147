import { isPlainDate, Refusal, type Cents, type PlainDate } from "@tegemoet/domain";
import type { Role } from "../../platform/graphql/viewer";
import { requiredText } from "../../platform/graphql/text";

export const BULK_LISTS = ["cases", "invoices", "debtors"] as const;
export type BulkList = (typeof BULK_LISTS)[number];

const workers: readonly Role[] = ["admin", "manager", "collector"];
const managers: readonly Role[] = ["admin", "manager"];

/**
 * Each act: the lists it can be done on, who may (the roles of the single act, a test compares them), and whether it can be taken back.
 */
export const BULK_ACTS = {
  pause: { lists: ["cases", "invoices", "debtors"], roles: workers, undo: true },
  lift: { lists: ["cases", "invoices", "debtors"], roles: workers, undo: false },
  assign: { lists: ["cases"], roles: workers, undo: true },
  postpone: { lists: ["cases", "invoices"], roles: workers, undo: true },
  skip: { lists: ["cases", "invoices"], roles: workers, undo: false },
  "choose-ladder": { lists: ["debtors"], roles: managers, undo: true },
  "write-off": { lists: ["invoices"], roles: managers, undo: true },
} as const satisfies Record<string, { lists: readonly BulkList[]; roles: readonly Role[]; undo: boolean }>;
export type BulkAct = keyof typeof BULK_ACTS;

/** What is to be done with each row. Only what the act asks for is kept. */
export interface BulkOrder {
  readonly reason: string;
  readonly until?: PlainDate;
  readonly stops?: "reminders" | "everything";
  /** assign: null is nobody. */
  readonly ownerId?: string | null;
  /** choose-ladder: null is back under the rules. */
  readonly ladderId?: string | null;
  /** write-off: an invoice with more open than this is refused. */
  readonly maximumCents?: Cents;
}

export interface GivenOrder {
  readonly reason?: string | null;
  readonly until?: string | null;
  readonly stops?: string | null;
  readonly ownerId?: string | null;
  readonly ladderId?: string | null;
  readonly maximumCents?: number | null;
}

/** The list and the act by name. Refuses with INPUT_INVALID for one that isn't known, or an act that the list hasn't. */
export function readAct(list: string, act: string): { list: BulkList; act: BulkAct } {
  const knownList = BULK_LISTS.find((one) => one === list);
  if (!knownList) throw new Refusal("INPUT_INVALID", { fields: [`list: ${BULK_LISTS.join(", ")}`] });
  const acts = (Object.keys(BULK_ACTS) as BulkAct[]).filter((one) => (BULK_ACTS[one].lists as readonly BulkList[]).includes(knownList));
  const knownAct = acts.find((one) => one === act);
  if (!knownAct) throw new Refusal("INPUT_INVALID", { fields: [`act: ${acts.join(", ")}`] });
  return { list: knownList, act: knownAct };
}

/** What the act needs, read strictly. Refuses with INPUT_INVALID naming what is missing or can't be. */
export function readOrder(act: BulkAct, given: GivenOrder, today: PlainDate): BulkOrder {
  const reason = requiredText("reason", given.reason, 300);
  const until = given.until ?? undefined;
  switch (act) {
    case "pause": {
      if (until !== undefined && (!isPlainDate(until) || until < today)) throw new Refusal("INPUT_INVALID", { fields: ["until: today or later"] });
      if (given.stops && given.stops !== "reminders" && given.stops !== "everything") throw new Refusal("INPUT_INVALID", { fields: ["stops: reminders or everything"] });
      return { reason, until, stops: given.stops === "reminders" ? "reminders" : "everything", ownerId: given.ownerId ?? undefined };
    }
    case "postpone":
      if (until === undefined || !isPlainDate(until) || until <= today) throw new Refusal("INPUT_INVALID", { fields: ["until: after today"] });
      return { reason, until };
    case "assign":
      return { reason, ownerId: given.ownerId ?? null };
    case "choose-ladder":
      return { reason, ladderId: given.ladderId ?? null };
    case "write-off":
      if (!given.maximumCents || given.maximumCents <= 0) throw new Refusal("AMOUNT_NOT_POSITIVE", { amount: given.maximumCents ?? 0 });
      return { reason, maximumCents: given.maximumCents };
    case "lift":
    case "skip":
      return { reason };
  }
}
