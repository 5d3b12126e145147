import type { PlainDate } from "../plain-date";
import type { LadderStep } from "./ladder";
import { nextStep, type ClaimFacts, type Decision } from "./next-step";

/**
 * The next step when a person says "now": the day that the ladder has for it, a postponement and the autopilot don't hold it. Everything
 * else does: holds, agreements, the letter's term, the contact cap, our own check, and the days that pass after the step before it and until
 * the last day that we named (I-31). Never before the invoice is a day late, but for the note that is for then.
 */
export function stepByHand(facts: ClaimFacts, today: PlainDate): Decision {
  const steps = facts.ladder.steps.map((step) => (step.afterDays > 1 ? { ...step, afterDays: 1 } : step));
  const decision = nextStep({ ...facts, ladder: { steps }, postponedTo: null, autopilot: true }, today);
  const own = (step: LadderStep): LadderStep => facts.ladder.steps.find(({ id }) => id === step.id) ?? step;
  if ("take" in decision) return { ...decision, take: own(decision.take) };
  return decision.step ? { ...decision, step: own(decision.step) } : decision;
}

/**
 * The step that an invoice has before it, whatever holds it now; one that is on its way counts. Undefined when the ladder is finished or
 * nothing is open.
 */
export function stepAhead(facts: ClaimFacts, today: PlainDate): { readonly step: LadderStep; readonly occurrence: number; readonly onItsWay: boolean } | undefined {
  const { ladder, debtorKind, outstanding, total, dueOn, steps, letter } = facts;
  const decision = nextStep({ ladder, debtorKind, outstanding, total, dueOn, steps, letter: letter?.state === "costs lawful" ? letter : null }, today);
  const step = "take" in decision ? decision.take : decision.step;
  if (!step) return undefined;
  const onItsWay = steps.some((taken) => taken.stepId === step.id && taken.sentOn === null && !taken.skippedOn);
  const occurrence = steps.filter((taken) => taken.stepId === step.id).length + (onItsWay ? 0 : 1);
  return { step, occurrence, onItsWay };
}
