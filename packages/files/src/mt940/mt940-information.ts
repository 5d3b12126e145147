import { accountNumber } from "../statements/account-number";
import type { Counterparty } from "../statements/statement-events";
import { structuredInformation, type StructuredInformation } from "../statements/structured-information";

const IBAN = "[A-Z]{2}\\d{2}[A-Z]{4}[A-Z0-9]{7,26}";

/**
 * Reads a description (`:86:`) in the dialects of the Dutch banks: tags between slashes (ING, ABN AMRO, Rabobank),
 * numbered parts (Triodos: `>20…>21…`, and `?20…?21…`), "REK: …/NAAM: …" (Knab), an account and a name at the start
 * (SNS, ING and ABN AMRO of before), or just text.
 *
 * Source: law.md §8.2.
 */
export function readInformation(lines: readonly string[]): StructuredInformation {
  // Lines are cut anywhere, also inside a tag, so they are joined first.
  const joined = lines.join("");
  return structuredInformation(joined) ?? numberedParts(joined) ?? knab(lines) ?? freeText(lines);
}

/** `000>100987654321>20text>21more text>310390123456>32name`: 20-29 and 60-63 are text, 31 an account, 32-33 a name. */
function numberedParts(text: string): StructuredInformation | undefined {
  const match = /^\s*\d{0,3}([>?])(?=\d{2})/.exec(text);
  const separator = match?.[1];
  if (separator === undefined) return undefined;
  const parts = new Map<number, string>();
  for (const part of text.slice(text.indexOf(separator) + 1).split(new RegExp(`\\${separator}(?=\\d{2})`))) {
    parts.set(Number(part.slice(0, 2)), part.slice(2));
  }
  const join = (numbers: readonly number[]) => numbers.map((number) => parts.get(number) ?? "").join("");
  const remittance = oneLine(join([20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 60, 61, 62, 63]));
  const [opposite, own] = [parts.get(10)?.trim(), parts.get(31)?.trim()];
  return {
    remittance,
    structuredReference: paymentReference(remittance),
    counterparty: {
      ...account(own && opposite ? opposite : (own ?? opposite)),
      name: oneLine(join([32, 33])) || undefined,
    },
    transactionType: parts.get(0)?.trim() || undefined,
  };
}

function knab(lines: readonly string[]): StructuredInformation | undefined {
  const text = lines.join("");
  const match = /REK:\s*([A-Z0-9 ]+?)\s*\/\s*NAAM:\s*([^/]*)(?:\/|$)(.*)$/.exec(text);
  if (!match) return undefined;
  const [whole, iban = "", name = "", rest = ""] = match;
  const remittance = oneLine(
    `${text.slice(0, text.length - whole.length)} ${rest.replace(/^\/*(?:OMSCHRIJVING:)?/i, "")}`,
  );
  return {
    remittance,
    structuredReference: paymentReference(remittance),
    counterparty: { ...account(iban), name: oneLine(name) || undefined },
  };
}

function freeText(lines: readonly string[]): StructuredInformation {
  const remittance = oneLine(joinedWords(lines));
  return { remittance, structuredReference: paymentReference(remittance), counterparty: startOf(lines) };
}

/** A line of 65 characters was cut by the bank and goes on in the next; a shorter one ended by itself. */
function joinedWords(lines: readonly string[]): string {
  return lines.map((line, index) => (line.length >= (index === 0 ? 61 : 65) ? line : `${line} `)).join("");
}

/**
 * The account and name with which a description of SNS ("NL64… J. JANSEN"), ING ("0111111111 J. JANSEN") or ABN AMRO
 * ("64.45.12.113 G.B. ROTTERDAM", "GIRO 428428 KPN BV") begins. ABN AMRO wrote columns of 32 characters.
 */
function startOf([first = ""]: readonly string[]): Counterparty {
  const match = new RegExp(`^(${IBAN}|\\d{9,10}|\\d{2}\\.\\d{2}\\.\\d{2}\\.\\d{3}|GIRO\\s+\\d{1,9})\\s+(\\S.*)$`).exec(
    first,
  );
  if (!match) return {};
  const [, number = "", rest = ""] = match;
  const name = rest.split(/\s{2,}/)[0]?.trim();
  return { ...account(number.replace(/^GIRO\s+|\./g, "")), name: name || undefined };
}

/** "BETALINGSKENM. 0000000185039955", "BET.KENM. 1004510036716378": sixteen digits at most, with spaces anywhere. */
function paymentReference(text: string): StructuredInformation["structuredReference"] {
  const digits = /\bBET(?:ALINGS|\.)?\s?KENM(?:ERK|\.)?\s*:?\s*((?:\d ?){7,40})/i
    .exec(text)?.[1]
    ?.replace(/\s+/g, "")
    .slice(0, 16);
  return digits === undefined ? undefined : { value: digits, issuer: "CUR" };
}

function account(text: string | undefined): Pick<Counterparty, "iban" | "account"> {
  if (!text) return {};
  const { iban, account: number } = accountNumber(text);
  return iban === undefined ? { account: number } : { iban };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
