import { Refusal } from "@tegemoet/domain";

/** Constraints whose breach is a rule's no, said by the database because two people came at once. */
const BY_CONSTRAINT: Readonly<Record<string, string>> = {
  one_active_plan_per_invoice: "PLAN_EXISTS",
  one_open_promise_per_invoice: "PROMISE_OPEN_ALREADY",
  one_open_dispute: "DISPUTE_EXISTS",
  one_hand_over_in_force: "HAND_OVER_EXISTS",
  hand_over_by_second_person: "SECOND_PERSON_NEEDED",
  second_person_is_another: "SECOND_PERSON_NEEDED",
  consumer_costs_after_letter: "COSTS_NOT_LAWFUL",
  never_negative: "AMOUNT_ABOVE_OPEN",
  not_allocated_twice: "AMOUNT_ABOVE_OPEN",
  one_match_in_force: "MATCH_NOT_OPEN",
};

/** The refusal behind an error, when there is one: thrown by a rule, by a constraint, or by the checking of an input. */
export function refusalOf(error: unknown): { code: string; details: Record<string, unknown> } | undefined {
  if (error instanceof Refusal) return { code: error.code, details: { ...error.details } };
  const { constraint, extensions, validationErrors } = (error ?? {}) as {
    constraint?: string; extensions?: { code?: string }; validationErrors?: { property: string; constraints?: object }[];
  };
  const byConstraint = constraint === undefined ? undefined : BY_CONSTRAINT[constraint];
  if (byConstraint) return { code: byConstraint, details: {} };
  const failed = validationErrors ?? (extensions as { validationErrors?: { property: string; constraints?: object }[] } | undefined)?.validationErrors;
  // class-validator puts the whole input beside its errors; only the names of the fields and the rules go out.
  if (failed) {
    const fields = failed.map(({ property, constraints }) => `${property}: ${Object.values(constraints ?? {}).join(", ")}`);
    return { code: "INPUT_INVALID", details: { fields } };
  }
  return undefined;
}
