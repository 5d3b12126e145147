import { addDays, formatDay, isMessage, ladderRoad, latest, MIN_DAYS_BETWEEN_STEPS, nextBusinessDay, type Decision, type Ladder, type Language, type PlainDate } from "@tegemoet/domain";
import type { ClaimFactsRow } from "./claim-facts.queries";

export interface LadderLineStepRow {
  key: string;
  channel: string;
  on: PlainDate | null;
  /** done · next · planned · skipped */
  state: "done" | "next" | "planned" | "skipped";
  note: string | null;
}

/**
 * The ladder of one invoice as a line: what was done on which day, what comes next, and when the rest would be if nothing changes. Days to come
 * are a plan of today's facts; each step is decided again on its own night.
 */
export function ladderLine(row: ClaimFactsRow, decision: Decision, ladder: Ladder, today: PlainDate, language: Language): LadderLineStepRow[] {
  const road = ladderRoad(row.debtorKind);
  const taken = new Map(row.steps.map((step) => [step.stepId, step]));
  const nextId = "take" in decision ? decision.take.id : decision.step?.id;
  const lines: LadderLineStepRow[] = [];
  let last: PlainDate | undefined;
  let passedNext = false;
  for (const step of ladder.steps) {
    if (step.onlyFor && step.onlyFor !== road) continue;
    const done = taken.get(step.id);
    if (done) {
      const on = done.sentOn ?? done.takenOn;
      lines.push({ key: step.id, channel: step.channel, on, state: done.skippedOn ? "skipped" : done.sentOn || !isMessage(step) ? "done" : "next", note: null });
      last = on;
      continue;
    }
    if (!nextId && lines.length > 0 && "wait" in decision && decision.wait === "ladder finished") continue;
    if (!passedNext && step.afterDays < 0 && today >= row.dueOn) continue;
    if (!passedNext && step.minimumCents && row.totalCents < step.minimumCents) continue;
    const earliest = addDays(row.dueOn, step.afterDays);
    const after = last ? addDays(last, step.minDaysAfterPrevious ?? MIN_DAYS_BETWEEN_STEPS) : earliest;
    const until = !passedNext && "wait" in decision && decision.until ? decision.until : today;
    const on = nextBusinessDay(latest(latest(earliest, after), latest(until, today)));
    lines.push({ key: step.id, channel: step.channel, on, state: passedNext ? "planned" : "next", note: passedNext ? null : noteOf(decision, language) });
    passedNext = true;
    last = on;
  }
  return lines;
}

function noteOf(decision: Decision, language: Language): string | null {
  if (!("take" in decision)) return null;
  const since = formatDay(decision.because.dueSince, "short-year", language);
  return language === "nl" ? `kan sinds ${since}` : `could go since ${since}`;
}
