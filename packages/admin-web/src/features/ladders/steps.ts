import { isMessage, LEGAL_TEMPLATES, type Channel, type LadderRoad, type LadderStep } from "@tegemoet/domain";
import type { LadderStepFactsFragment, LadderStepInput } from "../../graphql/graphql";

/** A step as the rules of the domain read it. */
export function stepOf(facts: LadderStepFactsFragment): LadderStep {
  return tidy({
    id: facts.key, afterDays: facts.afterDays, channel: facts.channel as Channel, automatic: facts.automatic,
    ...(facts.minDaysAfterPrevious === null ? {} : { minDaysAfterPrevious: facts.minDaysAfterPrevious }), ...(facts.messageKind === null ? {} : { template: facts.messageKind }),
    ...(facts.ownerId === null ? {} : { ownerId: facts.ownerId }), ...(facts.minimumCents === null ? {} : { minimumCents: facts.minimumCents }),
    ...(facts.onlyFor === null ? {} : { onlyFor: facts.onlyFor as LadderRoad }), ...(facts.repeatEveryDays === null ? {} : { repeatEveryDays: facts.repeatEveryDays }),
    ...(facts.payWithinDays === null ? {} : { payWithinDays: facts.payWithinDays }),
  });
}

/** A step as the server takes it. */
export function inputOf(step: LadderStep): LadderStepInput {
  return {
    key: step.id, afterDays: step.afterDays, minDaysAfterPrevious: step.minDaysAfterPrevious ?? null, channel: step.channel, messageKind: step.template ?? null, automatic: step.automatic,
    ownerId: step.ownerId ?? null, minimumCents: step.minimumCents ?? null, onlyFor: step.onlyFor ?? null, repeatEveryDays: step.repeatEveryDays ?? null, payWithinDays: step.payWithinDays ?? null,
  };
}

/** What doesn't go with a channel falls away, as it does on the server, so that what is shown is what is kept. */
export function tidy(step: LadderStep): LadderStep {
  const { template, legal: _legal, payWithinDays, ...rest } = step;
  const text = isMessage(step) ? template : undefined;
  const term = isMessage(step) && text !== "fourteen-day-letter" ? payWithinDays : undefined;
  return {
    ...rest, automatic: step.channel !== "hand-over" && step.automatic, ...(text ? { template: text } : {}), ...(term === undefined ? {} : { payWithinDays: term }),
    ...(text !== undefined && LEGAL_TEMPLATES.includes(text) ? { legal: true } : {}),
  };
}

/** The step with a field changed; undefined takes the field away. */
export function withField<Field extends keyof LadderStep>(step: LadderStep, field: Field, value: LadderStep[Field] | undefined): LadderStep {
  const { [field]: _before, ...rest } = step;
  return tidy((value === undefined ? rest : { ...rest, [field]: value }) as LadderStep);
}

/** A new step after another: a second reminder's worth of days later, and not after the end. */
export function newStep(steps: readonly LadderStep[], after: number): LadderStep {
  const before = steps[after];
  const next = steps[after + 1];
  const day = (before?.afterDays ?? -2) + 7;
  return { id: freeKey(steps, "step"), afterDays: next ? Math.min(day, next.afterDays) : day, channel: "mail", automatic: true };
}

/** A key that no step has: it never changes, for steps that were taken point to it. */
export function freeKey(steps: readonly LadderStep[], base: string): string {
  for (let number = 1; ; number += 1) {
    const key = `${base}-${number}`;
    if (!steps.some(({ id }) => id === key)) return key;
  }
}

/** The steps with one at another place. */
export function moved(steps: readonly LadderStep[], from: number, by: number): LadderStep[] {
  const to = from + by;
  const step = steps[from];
  if (!step || to < 0 || to >= steps.length) return [...steps];
  const rest = steps.filter((_, index) => index !== from);
  return [...rest.slice(0, to), step, ...rest.slice(to)];
}
