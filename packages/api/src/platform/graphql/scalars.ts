// Must stand before any decorated class; every view and resolver imports this file.
import "reflect-metadata";
import { cents, isPlainDate } from "@tegemoet/domain";
import { GraphQLError, GraphQLScalarType, Kind } from "graphql";

function invalid(what: string): GraphQLError {
  return new GraphQLError(what, { extensions: { code: "INPUT_INVALID" } });
}

function toCents(value: unknown): number {
  if (typeof value !== "number") throw invalid("an amount is a whole number of cents, such as 12500");
  try {
    return cents(value);
  } catch {
    throw invalid("an amount is a whole number of cents, at most ten billion euros");
  }
}

/** Cents: a whole number, exact far beyond GraphQL's 32-bit Int. */
export const CentsScalar = new GraphQLScalarType<number, number>({
  name: "Cents",
  description: "Whole cents of one euro currency, as a number (beyond 32 bits).",
  serialize: toCents,
  parseValue: toCents,
  parseLiteral: (node) => {
    if (node.kind !== Kind.INT) throw invalid("an amount is a whole number of cents, such as 12500");
    return toCents(Number(node.value));
  },
});

function toDay(value: unknown): string {
  if (!isPlainDate(value)) throw invalid("a day is written as 2026-11-20 and exists in the calendar");
  return value;
}

/** A civil day. 2026-02-30 is refused. */
export const DayScalar = new GraphQLScalarType<string, string>({
  name: "Day",
  description: "A civil day: 2026-11-20.",
  serialize: toDay,
  parseValue: toDay,
  parseLiteral: (node) => toDay(node.kind === Kind.STRING ? node.value : undefined),
});

function toMoment(value: unknown): Date {
  const moment = typeof value === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value) ? new Date(value) : undefined;
  if (!moment || Number.isNaN(moment.getTime())) throw invalid("a moment is written as 2026-11-20T09:30:00Z");
  return moment;
}

/** A moment in UTC. */
export const MomentScalar = new GraphQLScalarType<Date, string>({
  name: "Moment",
  description: "A moment in UTC, ISO 8601.",
  serialize: (value) => (value instanceof Date ? value : toMoment(value)).toISOString(),
  parseValue: toMoment,
  parseLiteral: (node) => toMoment(node.kind === Kind.STRING ? node.value : undefined),
});
