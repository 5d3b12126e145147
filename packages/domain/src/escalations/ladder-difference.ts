import type { Ladder, LadderStep } from "./ladder";

/** The fields of a step, in the order in which a screen names them. */
export const STEP_FIELDS = [
  "afterDays", "minDaysAfterPrevious", "channel", "template", "automatic", "ownerId", "minimumCents", "onlyFor",
  "repeatEveryDays", "payWithinDays", "legal",
] as const satisfies readonly (keyof LadderStep)[];

export type StepField = (typeof STEP_FIELDS)[number];

export interface FieldChange {
  readonly field: StepField;
  readonly before: string | number | boolean | null;
  readonly after: string | number | boolean | null;
}

/** What happened to one step between two versions. `moved`: it comes at another place among the steps that stayed. */
export interface StepChange {
  readonly stepId: string;
  readonly kind: "added" | "removed" | "changed" | "same";
  readonly moved: boolean;
  readonly fields: readonly FieldChange[];
}

/** What differs between two versions of a ladder: the steps of the new one in their order, then those that are gone. */
export function ladderDifference(from: Ladder, to: Ladder): StepChange[] {
  const before = new Map(from.steps.map((step) => [step.id, step]));
  const after = new Set(to.steps.map(({ id }) => id));
  const stayedBefore = from.steps.filter(({ id }) => after.has(id)).map(({ id }) => id);
  const stayedAfter = to.steps.filter(({ id }) => before.has(id)).map(({ id }) => id);
  const changes = to.steps.map((step): StepChange => {
    const old = before.get(step.id);
    if (!old) return { stepId: step.id, kind: "added", moved: false, fields: [] };
    const fields = changedFields(old, step);
    const moved = stayedBefore.indexOf(step.id) !== stayedAfter.indexOf(step.id);
    return { stepId: step.id, kind: fields.length > 0 || moved ? "changed" : "same", moved, fields };
  });
  const gone = from.steps.filter(({ id }) => !after.has(id));
  return [...changes, ...gone.map(({ id }): StepChange => ({ stepId: id, kind: "removed", moved: false, fields: [] }))];
}

function changedFields(before: LadderStep, after: LadderStep): FieldChange[] {
  return STEP_FIELDS.filter((field) => (before[field] ?? null) !== (after[field] ?? null)).map(
    (field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }),
  );
}

/**
 * After which step of a new version an invoice goes on that has come so far in the old one; null: at the beginning.
 *
 * The same step when it is still there, else the step with the same text, else the last step that isn't later than the
 * old one was. A letter of the law is never passed by in silence: who didn't have it goes on before it.
 */
export function continueAfter(from: Ladder, to: Ladder, stepId: string): string | null {
  if (to.steps.some(({ id }) => id === stepId)) return stepId;
  const old = from.steps.find(({ id }) => id === stepId);
  if (!old) return null;
  const sameText = old.template ? to.steps.find(({ template }) => template === old.template) : undefined;
  if (sameText) return sameText.id;
  const letter = to.steps.findIndex(({ legal }) => legal);
  const open = old.legal || letter < 0 ? to.steps : to.steps.slice(0, letter);
  return open.filter((step) => step.channel !== "hand-over" && step.afterDays <= old.afterDays).at(-1)?.id ?? null;
}

/** Which steps of a ladder are passed when an invoice goes on after one of them, that step included. */
export function stepsUpTo(ladder: Ladder, stepId: string | null): readonly LadderStep[] {
  return stepId === null ? [] : ladder.steps.slice(0, ladder.steps.findIndex(({ id }) => id === stepId) + 1);
}
