import { addDays, daysBetween, type PlainDate } from "../plain-date";

/** How sure we are of a row: several independent sources or the decree itself, one good source, or a weak one. */
export type Confidence = "high" | "medium-high" | "medium";

/** A legal number, the day from which it rules, and where that is written. */
export interface DatedRow {
  from: PlainDate;
  source: string;
  confidence: Confidence;
}

/**
 * Law as data: rows in order of day, and the day up to which somebody looked whether a new one came. After that day the
 * last row is still used, and whoever uses it says so.
 */
export interface DatedTable<Row extends DatedRow> {
  name: string;
  rows: readonly Row[];
  checkedUntil: PlainDate;
}

/**
 * The row in force on a day.
 *
 * @throws RangeError for a day before the first row: an unknown day is never given the number of another.
 */
export function rowOn<Row extends DatedRow>(table: DatedTable<Row>, day: PlainDate): Row {
  for (let index = table.rows.length - 1; index >= 0; index -= 1) {
    const row = table.rows[index];
    if (row && row.from <= day) return row;
  }
  throw new RangeError(`${table.name}: nothing is known about ${day}; the table starts on ${table.rows[0]?.from}`);
}

/** What is still to be looked up: the day from which nothing is known, and how many days that is away. */
export interface CheckDue {
  table: string;
  unknownFrom: PlainDate;
  daysLeft: number;
}

/**
 * Whether it is time to look up the next row: three weeks before the checked part of the table ends, so that there is
 * time to publish it. Null while there is nothing to do.
 */
export function checkDue(table: DatedTable<DatedRow>, today: PlainDate, noticeDays = 21): CheckDue | null {
  const unknownFrom = addDays(table.checkedUntil, 1);
  const daysLeft = daysBetween(today, unknownFrom);
  return daysLeft <= noticeDays ? { table: table.name, unknownFrom, daysLeft } : null;
}
