import { addBusinessDays } from "../business-days";
import type { PlainDate } from "../plain-date";

/** By which way a debtor hears of a term. */
export type TermRoute = "mail" | "letter";

/** Business days ahead at which a debtor hears of a term at the earliest: a letter waits for its printer, and is a few days under way. */
const EARLIEST: Readonly<Record<TermRoute, number>> = { mail: 3, letter: 6 };
/** And at the latest: a letter that is posted today comes tomorrow or the day after. */
const LATEST: Readonly<Record<TermRoute, number>> = { mail: 0, letter: 2 };

/** Whether it is time to tell a debtor of a term that is coming. */
export function isTimeToTell(dueOn: PlainDate, today: PlainDate, route: TermRoute): boolean {
  return addBusinessDays(today, EARLIEST[route]) >= dueOn && reachesInTime(dueOn, today, route);
}

/** Whether what leaves today is there before a term's day is over: "your term is coming" about a day that has passed is only confusing. */
export function reachesInTime(dueOn: PlainDate, today: PlainDate, route: TermRoute): boolean {
  return addBusinessDays(today, LATEST[route]) <= dueOn;
}
