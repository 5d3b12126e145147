import { addDays, addMonths, addYears, plainDate, type PlainDate } from "../plain-date";

/**
 * What a claim is, as far as its limitation goes. "consumer-purchase" is the price of goods bought by a consumer;
 * services and everything between businesses are "contract".
 */
export type LimitationKind = "contract" | "periodic" | "consumer-purchase" | "judgment" | "judgment-periodic";

/**
 * The terms in years and where they stand. Those of 3:308 and for periodic sums under a judgment are from secondary
 * sources.
 */
export const LIMITATION_TERMS: Readonly<
  Record<LimitationKind, { years: number; article: string; confidence: "A" | "C" }>
> = {
  contract: { years: 5, article: "BW 3:307 lid 1", confidence: "A" },
  periodic: { years: 5, article: "BW 3:308", confidence: "C" },
  "consumer-purchase": { years: 2, article: "BW 7:28", confidence: "A" },
  judgment: { years: 20, article: "BW 3:324 lid 1", confidence: "A" },
  "judgment-periodic": { years: 5, article: "BW 3:324 lid 3", confidence: "C" },
};

/** After an interruption the new term is the old one's length, and never longer than this (BW 3:319 lid 2). */
const LONGEST_NEW_TERM_YEARS = 5;

/**
 * What interrupts a limitation: a lawsuit (BW 3:316), a written notice that clearly reserves the right to performance,
 * on the day it reached the debtor (3:317 with 3:37 lid 3), or an acknowledgement such as a part payment or a plan
 * (3:318).
 */
export interface LimitationEvent {
  kind: "lawsuit" | "notice" | "acknowledgement";
  on: PlainDate;
}

const EVENT_ARTICLE = { lawsuit: "BW 3:316", notice: "BW 3:317", acknowledgement: "BW 3:318" } as const;

/** An event as it worked out. */
export interface LimitationStep extends LimitationEvent {
  article: string;
  /** The last day as it stood after this event. */
  lastDay: PlainDate;
  /** Why it changed nothing, when it did not count. */
  ignored?: "before the term began" | "after the term had ended";
}

export interface Limitation {
  /** The first day of the term: the day after the claim fell due, or after the judgment. */
  startsOn: PlainDate;
  /** The last day on which the claim can still be interrupted or sued for. */
  lastDay: PlainDate;
  years: number;
  article: string;
  confidence: "A" | "C";
  steps: LimitationStep[];
}

/**
 * When a claim becomes barred by lapse of time. The debtor has to invoke it (BW 3:322), and what is paid after it was
 * owed all the same.
 *
 * Source: BW 3:307, 3:308, 3:316–3:319, 3:324, 7:28. A term in years is not moved for weekends (Atw art. 4). Each
 * interruption starts a new term the next day, as long as the first one but at most five years, and never makes it end
 * earlier.
 *
 * @param dueOn The day the claim fell due; for a judgment the day it was given.
 * @throws RangeError when a day is none.
 */
export function limitation({
  kind,
  dueOn,
  events = [],
}: {
  kind: LimitationKind;
  dueOn: PlainDate;
  events?: readonly LimitationEvent[];
}): Limitation {
  const { years, article, confidence } = LIMITATION_TERMS[kind];
  const startsOn = addDays(plainDate(dueOn), 1);
  let lastDay = addYears(dueOn, years);
  const steps: LimitationStep[] = [];
  for (const event of [...events].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))) {
    const ignored =
      plainDate(event.on) < startsOn
        ? ("before the term began" as const)
        : event.on > lastDay
          ? ("after the term had ended" as const)
          : undefined;
    if (!ignored) {
      const renewed = addYears(event.on, Math.min(years, LONGEST_NEW_TERM_YEARS));
      if (renewed > lastDay) lastDay = renewed;
    }
    const counted = `${EVENT_ARTICLE[event.kind]} with 3:319`;
    steps.push({ kind: event.kind, on: event.on, article: counted, lastDay, ...(ignored ? { ignored } : {}) });
  }
  return { startsOn, lastDay, years, article, confidence, steps };
}

/** How near the end is: beyond its last day, or within 30 days, three months, six months of it. */
export type LimitationStanding = "running" | "six-months" | "three-months" | "thirty-days" | "ended";

/** The standing of a limitation on a day, for warnings. On its last day the claim still lives. */
export function limitationStanding({ lastDay }: Pick<Limitation, "lastDay">, today: PlainDate): LimitationStanding {
  if (today > lastDay) return "ended";
  if (addDays(today, 30) >= lastDay) return "thirty-days";
  if (addMonths(today, 3) >= lastDay) return "three-months";
  return addMonths(today, 6) >= lastDay ? "six-months" : "running";
}
