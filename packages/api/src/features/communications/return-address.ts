import { isId } from "../../platform/ids";
import { readMessageId } from "./inbound.queries";

/** RFC 5321 §4.5.3.1.1: so long may the part before the @ be. */
const LONGEST_LOCAL_PART = 64;
/** A UUID in base 36, lower case: addresses lose their capitals on the way. */
const DIGITS = 25;

/**
 * A return address of one mail alone, so that what comes back names its mail by where it goes: name+code@domain. The plain address when
 * the code makes it too long.
 *
 * @param messageId Our Message-ID, without angle brackets.
 */
export function returnAddress(from: string, messageId: string): string {
  const ours = readMessageId(messageId);
  const at = from.lastIndexOf("@");
  if (!ours || at < 1) return from;
  const local = `${from.slice(0, at)}+${codeOf(ours.messageId)}${codeOf(ours.organisationId)}`;
  return local.length > LONGEST_LOCAL_PART ? from : `${local}${from.slice(at)}`;
}

/** Which message of which organisation a return address names; undefined when it names none. */
export function readReturnAddress(address: string): { messageId: string; organisationId: string } | undefined {
  const code = /\+([0-9a-z]{50})@[^@\s]+$/.exec(address.toLowerCase())?.[1];
  if (!code) return undefined;
  const [messageId, organisationId] = [idOfCode(code.slice(0, DIGITS)), idOfCode(code.slice(DIGITS))];
  return messageId && organisationId ? { messageId, organisationId } : undefined;
}

function codeOf(id: string): string {
  return BigInt(`0x${id.replaceAll("-", "")}`).toString(36).padStart(DIGITS, "0");
}

function idOfCode(code: string): string | undefined {
  const value = [...code].reduce((sum, digit) => sum * 36n + BigInt(parseInt(digit, 36)), 0n);
  const hex = value.toString(16).padStart(32, "0");
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  return isId(id) ? id : undefined;
}
