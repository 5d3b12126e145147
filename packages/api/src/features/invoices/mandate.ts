import { Refusal } from "@tegemoet/domain";

/** The characters that a bank takes in the reference of a mandate, at most 35 (SEPA Core Direct Debit rulebook, AT-01). */
const MANDATE = /^[A-Za-z0-9+?/\-:().,' ]{1,35}$/;

/** The reference of a mandate, tidied; undefined when there is none. Refuses with INPUT_INVALID what no bank would take. */
export function mandateOf(text: string | null | undefined): string | undefined {
  const reference = text?.replace(/\s+/g, " ").trim();
  if (!reference) return undefined;
  if (!MANDATE.test(reference)) throw new Refusal("INPUT_INVALID", { fields: ["mandate: at most 35 letters, digits and - / . ,"] });
  return reference;
}

/** The same of what a file says: what no bank would take is left out, and the invoice is collected all the same. */
export function readMandate(text: string | null | undefined): string | undefined {
  const reference = text?.replace(/\s+/g, " ").trim();
  return reference && MANDATE.test(reference) ? reference : undefined;
}
