import { unwrapResolverError } from "@apollo/server/errors";
import type { GraphQLFormattedError } from "graphql";
import { refusalOf } from "../refusal-of";

const PUBLIC_CODES = new Set(["GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED", "BAD_USER_INPUT", "PERSISTED_QUERY_NOT_FOUND", "BAD_REQUEST"]);

/**
 * What of an error goes out: refusals with code and details, syntax errors as they are, everything else as INTERNAL with the
 * id under which the log has the rest. Never a stack, never an input.
 */
export function formatErrorFor(log: (error: unknown) => string) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const original = unwrapResolverError(error);
    const refusal = refusalOf(original) ?? refusalOf(error) ?? refusalOf((original as { originalError?: unknown })?.originalError);
    const { path, locations } = formatted;
    if (refusal) return { message: refusal.code, path, locations, extensions: refusal };
    const code = String(formatted.extensions?.["code"] ?? "");
    if (code === "INPUT_INVALID") return { message: formatted.message, path, locations, extensions: { code, details: { fields: [formatted.message] } } };
    if (code === "BAD_USER_INPUT") {
      return { message: shorten(formatted.message), path, locations, extensions: { code: "INPUT_INVALID", details: { fields: [shorten(formatted.message)] } } };
    }
    if (PUBLIC_CODES.has(code)) return { message: shorten(formatted.message), locations, extensions: { code } };
    const reference = log(original);
    return { message: "INTERNAL", path, extensions: { code: "INTERNAL", details: { reference } } };
  };
}

/** Variable errors repeat what was typed; at most the first words of it go back. */
function shorten(message: string): string {
  const withoutValue = message.replace(/ got invalid value .*?(?=;|$)/s, " got an invalid value");
  return withoutValue.length > 300 ? `${withoutValue.slice(0, 297)}…` : withoutValue;
}
