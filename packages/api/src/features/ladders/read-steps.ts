import { CHANNELS, isMessage, LEGAL_TEMPLATES, Refusal, type Channel, type LadderRoad, type LadderStep } from "@tegemoet/domain";
import { LETTER_KINDS, MESSAGE_KINDS } from "@tegemoet/messages";
import type { Reader } from "../../platform/database/transaction";
import { isId } from "../../platform/ids";

/** The texts that a step of a ladder may send: those that need nothing but invoices and a day. */
export const LADDER_TEMPLATES = ["note-before-due", "reminder-1", "reminder-2", "reminder-3", "fourteen-day-letter", "business-notice"] as const satisfies readonly (typeof MESSAGE_KINDS)[number][];

/** What a ladder may name: every text, and those that also exist on paper. */
export const KNOWN_TEXTS = { templates: LADDER_TEMPLATES, onPaper: LETTER_KINDS } as const;

/** A step as it comes from outside. */
export interface GivenStep {
  readonly key: string;
  readonly afterDays: number;
  readonly minDaysAfterPrevious?: number | null;
  readonly channel: string;
  readonly messageKind?: string | null;
  readonly automatic: boolean;
  readonly ownerId?: string | null;
  readonly minimumCents?: number | null;
  readonly onlyFor?: string | null;
  readonly repeatEveryDays?: number | null;
  readonly payWithinDays?: number | null;
}

const KEY = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/;
const MOST_DAYS = 3_650;

/**
 * Steps as a ladder keeps them: what doesn't go with a channel falls away, and a text with consequences in law makes a legal step.
 * What is merely unwise is no business of this function: ladderFaults says it, and a draft may have faults.
 *
 * Refuses with INPUT_INVALID naming each field that can't be.
 */
export function readSteps(given: readonly GivenStep[]): LadderStep[] {
  const fields: string[] = [];
  if (given.length > 60) fields.push("steps: at most 60");
  const steps = given.map((step, index) => readStep(step, (field, hint) => fields.push(`steps.${index + 1}.${field}: ${hint}`)));
  if (fields.length > 0) throw new Refusal("INPUT_INVALID", { fields: fields.slice(0, 20) });
  return steps;
}

function readStep(given: GivenStep, wrong: (field: string, hint: string) => void): LadderStep {
  const channel = CHANNELS.find((known) => known === given.channel);
  if (!channel) wrong("channel", `one of ${CHANNELS.join(", ")}`);
  if (!KEY.test(given.key)) wrong("key", "small letters, figures and dashes, such as reminder-2");
  const road = given.onlyFor ?? undefined;
  if (road !== undefined && road !== "consumer" && road !== "business") wrong("onlyFor", "consumer or business");
  if (given.ownerId && !isId(given.ownerId)) wrong("ownerId", "a colleague");
  for (const [field, low] of [["afterDays", -MOST_DAYS], ["minDaysAfterPrevious", 1], ["repeatEveryDays", 1], ["payWithinDays", 1]] as const) {
    const value = given[field];
    if (value != null && (value < low || value > MOST_DAYS)) wrong(field, `between ${low} and ${MOST_DAYS}`);
  }
  return tidyStep(given, channel ?? "task", road as LadderRoad | undefined);
}

function tidyStep(given: GivenStep, channel: Channel, road: LadderRoad | undefined): LadderStep {
  const speaks = isMessage({ channel } as LadderStep);
  const template = speaks ? given.messageKind?.trim() || undefined : undefined;
  const legal = template !== undefined && LEGAL_TEMPLATES.includes(template);
  // The letter of the law has a term of its own: a second day in it would contradict the first.
  const term = speaks && template !== "fourteen-day-letter" ? given.payWithinDays : undefined;
  return {
    id: given.key, afterDays: given.afterDays, channel, automatic: channel !== "hand-over" && given.automatic,
    ...present("minDaysAfterPrevious", given.minDaysAfterPrevious), ...present("template", template), ...present("ownerId", given.ownerId || undefined),
    ...present("minimumCents", given.minimumCents), ...present("onlyFor", road), ...present("repeatEveryDays", given.repeatEveryDays),
    ...present("payWithinDays", term), ...(legal ? { legal } : {}),
  };
}

function present<Key extends keyof LadderStep>(key: Key, value: LadderStep[Key] | null | undefined): Partial<LadderStep> {
  return value === null || value === undefined ? {} : { [key]: value } as Partial<LadderStep>;
}

/** Refuses with INPUT_INVALID when a step names somebody who doesn't work here. */
export async function requireColleagues(reader: Pick<Reader, "organisationId" | "query">, steps: readonly LadderStep[]): Promise<void> {
  const ids = [...new Set(steps.flatMap(({ ownerId }) => ownerId ?? []))];
  if (ids.length === 0) return;
  const known = await reader.query<{ id: string }>(
    "select staff_id as id from membership where organisation_id = $1 and active and staff_id = any($2::uuid[])", [reader.organisationId, ids]);
  if (known.length < ids.length) throw new Refusal("INPUT_INVALID", { fields: ["ownerId: a colleague who works here"] });
}
