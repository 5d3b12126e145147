import { CombinedGraphQLErrors } from "@apollo/client";
import { formatDay, formatMoney, isPlainDate, REFUSAL_CODES, type Language, type RefusalCode } from "@tegemoet/domain";
import i18next from "i18next";

/** A refusal code of the server, or what only a browser can know. */
export type FailureCode = RefusalCode | "OFFLINE" | "SERVER_UNREADABLE";

export interface Failure {
  code: FailureCode;
  details: Record<string, unknown>;
}

/** The server could not be reached, or answered something that is no answer of ours. */
export class ConnectionError extends Error {
  override readonly name = "ConnectionError";
  constructor(readonly code: "OFFLINE" | "SERVER_UNREADABLE") {
    super(code);
  }
}

/** A refusal of a route beside the schema. */
export class RouteRefusal extends Error {
  override readonly name = "RouteRefusal";
  constructor(readonly code: string, readonly details: Record<string, unknown>) {
    super(code);
  }
}

function known(code: unknown): FailureCode {
  return (REFUSAL_CODES as readonly unknown[]).includes(code) ? (code as RefusalCode) : "INTERNAL";
}

/** What went wrong, as a code with details. Whatever isn't a refusal is INTERNAL. */
export function failureOf(error: unknown): Failure {
  if (error instanceof ConnectionError) return { code: error.code, details: {} };
  if (error instanceof RouteRefusal) return { code: known(error.code), details: error.details };
  if (CombinedGraphQLErrors.is(error)) {
    const extensions = (error.errors[0]?.extensions ?? {}) as { code?: unknown; details?: Record<string, unknown> };
    return { code: known(extensions.code), details: extensions.details ?? {} };
  }
  return { code: "INTERNAL", details: {} };
}

/** Details as a sentence names them: amounts and days as people read them. A field that ends in "Cents" is an amount. */
function readable(details: Record<string, unknown>, language: Language): Record<string, string> {
  return Object.fromEntries(Object.entries(details).flatMap(([name, value]) => {
    if (value === null || value === undefined) return [];
    if (typeof value === "number" && /cents$/i.test(name)) return [[name, formatMoney(value, language)]];
    if (name === "limitBytes" && typeof value === "number") return [["limit", `${Math.round(value / 1_048_576)} MB`]];
    if (isPlainDate(value)) return [[name, formatDay(value, "full", language)]];
    return [[name, Array.isArray(value) ? value.join(", ") : String(value)]];
  }));
}

/** The sentence for a failure: what didn't happen and what to do. Details that the server gave follow in the same breath. */
export function failureText({ code, details }: Failure): string {
  const language: Language = i18next.language === "en" ? "en" : "nl";
  const facts = readable(details, language);
  const text = i18next.t(`refusals.${code}`);
  const extras = ["field", "element", "line", "limit", "latest", "reference"].filter((name) => facts[name] !== undefined && facts[name] !== "");
  const named = extras.map((name) => i18next.t(`refusalDetails.${name as "field"}`, { value: facts[name] ?? "" }));
  return [text, ...named].join(" ");
}

/** {@link failureText} of whatever was thrown. */
export function errorText(error: unknown): string {
  return failureText(failureOf(error));
}
