import { Refusal } from "@tegemoet/domain";

// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;
const MISLEADING = /[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/**
 * A name or subject for a mail header. Line ends and other controls are refused, because they could start a header of
 * their own; characters that turn the reading direction are left out, because they can make a name lie.
 *
 * @throws Refusal INPUT_INVALID that names the field.
 */
export function headerText(field: string, value: string): string {
  if (CONTROL.test(value)) throw new Refusal("INPUT_INVALID", { field, reason: "control characters" });
  return value.replace(MISLEADING, "").trim();
}

/**
 * An address for a mail header: one plain address, no name, no list.
 *
 * @throws Refusal INPUT_INVALID that names the field.
 */
export function headerAddress(field: string, value: string): string {
  const address = headerText(field, value);
  if (!/^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+\.[^\s@<>,;:"()[\]\\]+$/.test(address)) {
    throw new Refusal("INPUT_INVALID", { field, reason: "not one mail address" });
  }
  return address;
}

/**
 * A link that a mail may carry: http or https and nothing else.
 *
 * @throws Refusal INPUT_INVALID that names the field.
 */
export function webAddress(field: string, value: string): string {
  let url: URL;
  try {
    url = new URL(value);
  } catch {
    throw new Refusal("INPUT_INVALID", { field, reason: "not a web address" });
  }
  if (url.protocol !== "https:" && url.protocol !== "http:")
    throw new Refusal("INPUT_INVALID", { field, reason: "not a web address" });
  return value;
}
