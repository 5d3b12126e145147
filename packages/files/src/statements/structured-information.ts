import { accountNumber } from "./account-number";
import type { Counterparty } from "./statement-events";

/** What a structured description of MT940 (`:86:`) says. */
export interface StructuredInformation {
  readonly endToEndId?: string;
  readonly mandateId?: string;
  readonly creditorId?: string;
  readonly structuredReference?: { readonly value: string; readonly issuer?: string };
  readonly remittance: string;
  readonly counterparty: Counterparty;
  readonly returnReason?: { readonly code?: string };
  readonly transactionType?: string;
}

const TAGS = [
  "TRTP",
  "EREF",
  "PREF",
  "IREF",
  "MARF",
  "CSID",
  "RTRN",
  "CNTP",
  "BENM",
  "ORDP",
  "REMI",
  "ISDT",
  "IBAN",
  "BIC",
  "NAME",
  "ADDR",
  "ID",
  "SUM",
  "TRCD",
  "PURP",
  "ULTC",
  "ULTD",
  "ULTB",
  "EXCH",
  "CHGS",
  "OCMT",
  "ORIG",
  "RREF",
  "BUSP",
  "SVCL",
  "FILE",
] as const;

const TAG = new RegExp(`/(${TAGS.join("|")})/`, "g");

/**
 * Reads a description with tags between slashes, as ING, ABN AMRO and Rabobank write it, its lines joined:
 * `/EREF/…//CNTP/iban/bic/name/city///REMI/USTD//text/`, `/TRTP/SEPA OVERBOEKING/IBAN/…/NAME/…/REMI/…/EREF/…`,
 * `/EREF/…/ORDP//NAME/…/REMI/…/ISDT/…`. The payer's own slashes stay: only known tags part the text.
 *
 * @returns undefined when the text has no such form.
 */
export function structuredInformation(text: string): StructuredInformation | undefined {
  if (!/^\s*\/[A-Z]{2,4}\//.test(text)) return undefined;
  const fields = fieldsOf(text);
  if (fields.size === 0) return undefined;
  const [iban, bic, name] = (fields.get("CNTP") ?? "").split("/").map((part) => part.trim());
  const { structuredReference, remittance } = remittanceOf(fields.get("REMI") ?? "");
  const returned = fields.get("RTRN")?.split("/")[0]?.trim();
  return {
    endToEndId: given(fields.get("EREF")),
    mandateId: given(fields.get("MARF")),
    creditorId: fields.get("CSID"),
    structuredReference,
    remittance,
    counterparty: {
      name: name || fields.get("NAME"),
      ...accountOf(iban || fields.get("IBAN") || ""),
      bic: bic || fields.get("BIC"),
      ultimateName: fields.get("ULTD") ?? fields.get("ULTC"),
    },
    returnReason: returned ? { code: returned } : undefined,
    transactionType: fields.get("TRTP"),
  };
}

/** The text after each tag. When a tag comes twice, the first that says something counts. */
function fieldsOf(text: string): Map<string, string> {
  const fields = new Map<string, string>();
  const tags = [...text.matchAll(TAG)];
  for (const [index, match] of tags.entries()) {
    const [whole, name = ""] = match;
    const start = match.index + whole.length;
    // The place of each part counts in CNTP, so that its empty ones stay.
    const value = text.slice(start, tags[index + 1]?.index ?? text.length);
    const tidy = name === "CNTP" ? value : withoutSlashes(value);
    if (!fields.has(name) && (tidy !== "" || name === "REMI")) fields.set(name, tidy);
  }
  return fields;
}

function remittanceOf(text: string): Pick<StructuredInformation, "structuredReference" | "remittance"> {
  const structured = /^STRD\/(?:(CUR|ISO|SCOR)\/)?([^/]+)(?:\/(.*))?$/s.exec(text);
  if (!structured) return { remittance: plain(text.replace(/^USTD\/+/, "")) };
  const [, issuer, value = "", rest = ""] = structured;
  return {
    structuredReference: { value: value.replace(/\s+/g, ""), issuer },
    remittance: plain(rest.replace(/^\/*(?:USTD\/+)?/, "")),
  };
}

function plain(text: string): string {
  return withoutSlashes(text.replace(/\s+/g, " "));
}

/** Without slashes and white space around it. A loop, for a pattern would take quadratic time over a hostile text. */
function withoutSlashes(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && /[/\s]/.test(text.charAt(start))) start += 1;
  while (end > start && /[/\s]/.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

function accountOf(text: string): Pick<Counterparty, "iban" | "account"> {
  if (text === "") return {};
  const { iban, account } = accountNumber(text);
  return iban === undefined ? { account } : { iban };
}

function given(text: string | undefined): string | undefined {
  return text === undefined || /^(NOT ?PROVIDED|NONREF)$/i.test(text.replace(/\s+/g, "")) ? undefined : text;
}
