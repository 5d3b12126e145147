import { Refusal } from "@tegemoet/domain";

/** What people write to us is at most this long. */
export const LONGEST_TEXT = 5_000;

/** A text from outside, trimmed; undefined when there is nothing in it. Refuses with INPUT_INVALID when it is too long. */
export function optionalText(field: string, text: string | null | undefined, longest = LONGEST_TEXT): string | undefined {
  const trimmed = text?.trim();
  if (!trimmed) return undefined;
  // PostgreSQL takes no NUL, and nobody types one.
  if (trimmed.length > longest || trimmed.includes("\0")) throw new Refusal("INPUT_INVALID", { fields: [`${field}: at most ${longest} characters`] });
  return trimmed;
}

/** The same, but it has to be there. */
export function requiredText(field: string, text: string | null | undefined, longest = LONGEST_TEXT): string {
  const given = optionalText(field, text, longest);
  if (given === undefined) throw new Refusal("INPUT_INVALID", { fields: [`${field}: may not be empty`] });
  return given;
}
