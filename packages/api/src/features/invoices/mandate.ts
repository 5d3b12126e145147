import { Refusal } from "@tegemoet/domain";

/** The characters that a bank takes in the reference of a mandate, at most 35 (SEPA Core Direct Debit rulebook, AT-01). */
const MANDATE = /^[A-Za-z0-9+?/\-:().,' ]{1,35}$/;

/** The reference of a mandate as a file has it, tidied; undefined when there is none, or one that no bank would take: the invoice is collected all the same. */
export function readMandate(text: string | null | undefined): string | undefined {
  const reference = text?.replace(/\s+/g, " ").trim();
  return reference && MANDATE.test(reference) ? reference : undefined;
}

/** The same of what a person wrote. Refuses with INPUT_INVALID what no bank would take. */
export function mandateOf(text: string | null | undefined): string | undefined {
  const reference = readMandate(text);
  if (!reference && text?.trim()) throw new Refusal("INPUT_INVALID", { fields: ["mandate: at most 35 letters, digits and - / . ,"] });
  return reference;
}
