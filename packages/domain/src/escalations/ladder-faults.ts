import { isMessage, MIN_DAYS_BETWEEN_STEPS, type Ladder, type LadderRoad, type LadderStep } from "./ladder";

export const LADDER_FAULTS = [
  "no steps", "no id", "same id twice", "day not whole", "days not ascending", "wait not whole", "template missing",
  "template not used", "template unknown", "text not on paper", "letter not of the law", "term not whole",
  "repeat not last", "repeat too often", "minimum negative", "hand-over not last", "hand-over by itself",
  "no letter before hand-over", "legal letter before due", "too many steps",
] as const;

export type LadderFaultCode = (typeof LADDER_FAULTS)[number];

export interface LadderFault {
  readonly code: LadderFaultCode;
  /** The step at fault, null when it is about the whole ladder. */
  readonly stepId: string | null;
}

const MAX_STEPS = 40;

/** The texts with consequences in law: a step that sends one is a legal step, whatever else it is. */
export const LEGAL_TEMPLATES: readonly string[] = ["fourteen-day-letter", "business-notice"];

/** What exists beside the ladder itself. */
export interface KnownTexts {
  /** The texts that a step may send; absent: not looked at. */
  readonly templates?: readonly string[];
  /** Those of them that also exist as a letter. */
  readonly onPaper?: readonly string[];
}

/** Everything that keeps a ladder from being published; empty means it is sound. */
export function ladderFaults(ladder: Ladder, known: KnownTexts = {}): LadderFault[] {
  const { steps } = ladder;
  if (steps.length === 0) return [{ code: "no steps", stepId: null }];
  const faults: LadderFault[] = steps.length > MAX_STEPS ? [{ code: "too many steps", stepId: null }] : [];
  steps.forEach((step, index) => {
    const report = (code: LadderFaultCode) => faults.push({ code, stepId: step.id });
    ownFaults(step).forEach(report);
    textFaults(step, known).forEach(report);
    if (steps.findIndex((other) => other.id === step.id) !== index) report("same id twice");
    if (step.repeatEveryDays !== undefined && steps[index + 1] !== undefined) report("repeat not last");
  });
  const seen = new Set<string>();
  for (const road of ["consumer", "business"] as const) {
    for (const fault of roadFaults(steps.filter((step) => (step.onlyFor ?? road) === road), road)) {
      const key = `${fault.code}/${fault.stepId}`;
      if (!seen.has(key)) faults.push(fault);
      seen.add(key);
    }
  }
  return faults;
}

function textFaults({ channel, template }: LadderStep, { templates, onPaper }: KnownTexts): LadderFaultCode[] {
  if (!template) return [];
  if (templates?.includes(template) === false) return ["template unknown"];
  const paper = channel === "letter" || channel === "mail-and-letter";
  return paper && onPaper?.includes(template) === false ? ["text not on paper"] : [];
}

function ownFaults(step: LadderStep): LadderFaultCode[] {
  const faults: LadderFaultCode[] = [];
  if (step.id.trim() === "") faults.push("no id");
  if (!Number.isSafeInteger(step.afterDays)) faults.push("day not whole");
  const wait = step.minDaysAfterPrevious ?? MIN_DAYS_BETWEEN_STEPS;
  if (!Number.isSafeInteger(wait) || wait < 1) faults.push("wait not whole");
  if (isMessage(step) && !step.template) faults.push("template missing");
  if (!isMessage(step) && step.template) faults.push("template not used");
  if (step.template && LEGAL_TEMPLATES.includes(step.template) && !step.legal) faults.push("letter not of the law");
  if (step.payWithinDays !== undefined && !(Number.isSafeInteger(step.payWithinDays) && step.payWithinDays >= 1)) {
    faults.push("term not whole");
  }
  if ((step.minimumCents ?? 0) < 0) faults.push("minimum negative");
  if (
    step.repeatEveryDays !== undefined && !(Number.isSafeInteger(step.repeatEveryDays) && step.repeatEveryDays >= 7)
  ) {
    faults.push("repeat too often");
  }
  if (step.channel === "hand-over" && step.automatic) faults.push("hand-over by itself");
  if (step.legal && step.afterDays <= 0) faults.push("legal letter before due");
  return faults;
}

/** What is wrong in the order of steps as one debtor meets them. */
function roadFaults(steps: readonly LadderStep[], road: LadderRoad): LadderFault[] {
  const faults: LadderFault[] = [];
  steps.forEach((step, index) => {
    const previous = steps[index - 1];
    if (previous && step.afterDays < previous.afterDays) faults.push({ code: "days not ascending", stepId: step.id });
    if (step.channel === "hand-over") {
      if (steps[index + 1]) faults.push({ code: "hand-over not last", stepId: step.id });
      const letter = steps.slice(0, index).some((earlier) => earlier.template === "fourteen-day-letter");
      if (road === "consumer" && !letter) faults.push({ code: "no letter before hand-over", stepId: step.id });
    }
  });
  return faults;
}
