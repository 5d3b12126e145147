import type { XmlElement } from "../xml/xml-element";
import { accountNumber } from "../statements/account-number";
import { structuredInformation } from "../statements/structured-information";
import type { Counterparty } from "../statements/statement-events";

/** What one `TxDtls` says, before we know the entry around it. */
export interface Transaction {
  /** Amounts as written, the first that is in the account's currency wins. */
  readonly amounts: readonly { readonly amount: string; readonly currency: string }[];
  readonly sign?: string;
  readonly servicerReference?: string;
  readonly transactionId?: string;
  readonly endToEndId?: string;
  readonly mandateId?: string;
  readonly creditorId?: string;
  readonly references: readonly { readonly value: string; readonly issuer?: string | undefined }[];
  readonly documents: readonly string[];
  readonly remittance: string;
  readonly debtor: Counterparty;
  readonly creditor: Counterparty;
  readonly returnReason?: { readonly code?: string; readonly text?: string };
  readonly codes: TransactionCodes;
  readonly additionalInformation?: string;
}

export interface TransactionCodes {
  readonly domain?: string;
  readonly proprietary?: string;
}

/** Reads a `TxDtls`, of any version of camt.053. */
export function readTransaction(details: XmlElement): Transaction {
  const structured = details.all("RmtInf").flatMap((information) => information.all("Strd"));
  return {
    amounts: [details.at("Amt"), details.at("AmtDtls", "TxAmt", "Amt"), details.at("AmtDtls", "InstdAmt", "Amt")]
      .filter((amount) => amount !== undefined)
      .map((amount) => ({ amount: amount.text.trim(), currency: amount.attributes.Ccy ?? "" })),
    sign: details.value("CdtDbtInd"),
    servicerReference: details.value("Refs", "AcctSvcrRef"),
    transactionId: details.value("Refs", "TxId") ?? details.value("Refs", "InstrId"),
    endToEndId: given(details.value("Refs", "EndToEndId")),
    mandateId: given(details.value("Refs", "MndtId")),
    creditorId: creditorIdOf(details.at("RltdPties")),
    references: structured.flatMap(referencesOf),
    documents: structured.flatMap((each) => each.all("RfrdDocInf").flatMap((document) => document.value("Nb") ?? [])),
    remittance: remittanceOf(details, structured),
    debtor: partyOf(details, "Dbtr"),
    creditor: partyOf(details, "Cdtr"),
    returnReason: returnReasonOf(details),
    codes: codesOf(details),
    additionalInformation: details.value("AddtlTxInf"),
  };
}

/** The codes of a transaction or an entry: ISO 20022 as "PMNT/RCDT/ESCT", and the bank's own. */
export function codesOf(element: XmlElement): TransactionCodes {
  const code = element.at("BkTxCd");
  const domain = [
    code?.value("Domn", "Cd"),
    code?.value("Domn", "Fmly", "Cd"),
    code?.value("Domn", "Fmly", "SubFmlyCd"),
  ];
  return { domain: domain.filter(Boolean).join("/") || undefined, proprietary: code?.value("Prtry", "Cd") };
}

/**
 * Some banks leave `TxDtls` empty and put it all into one line in the style of MT940 ("/TRTP/…/IBAN/…/REMI/…").
 * What the fields themselves say wins; the line fills the gaps.
 */
export function filledFromText(transaction: Transaction, text: string | undefined): Transaction {
  const found = text === undefined ? undefined : structuredInformation(text);
  if (!found) return transaction;
  const known = (party: Counterparty) =>
    party.name !== undefined || party.iban !== undefined || party.account !== undefined;
  const nobody = !known(transaction.debtor) && !known(transaction.creditor);
  return {
    ...transaction,
    endToEndId: transaction.endToEndId ?? found.endToEndId,
    mandateId: transaction.mandateId ?? found.mandateId,
    creditorId: transaction.creditorId ?? found.creditorId,
    remittance: transaction.remittance || found.remittance,
    references:
      transaction.references.length > 0
        ? transaction.references
        : found.structuredReference
          ? [found.structuredReference]
          : [],
    returnReason: transaction.returnReason ?? found.returnReason,
    ...(nobody ? { debtor: found.counterparty, creditor: found.counterparty } : {}),
  };
}

/** A reference that says "none" in words is none. */
function given(text: string | undefined): string | undefined {
  return text === undefined || /^(NOT ?PROVIDED|NONREF|NOTAVAILABLE)$/i.test(text) ? undefined : text;
}

/** Banks cut the payer's text in pieces of 35 or 140; a full piece goes on in the next, a shorter one ends a line. */
function remittanceOf(details: XmlElement, structured: readonly XmlElement[]): string {
  const pieces = [
    ...details.all("RmtInf").flatMap((information) => information.all("Ustrd")),
    ...structured.flatMap((each) => each.all("AddtlRmtInf")),
  ].map((piece) => piece.text);
  if (pieces.length < 2) return oneLine(pieces[0] ?? "");
  let text = "";
  for (const [index, piece] of pieces.entries()) {
    const before = pieces[index - 1];
    text += before === undefined || before.length === 35 || before.length === 140 ? piece : ` ${piece}`;
  }
  return oneLine(text);
}

function oneLine(text: string): string {
  return /\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, " ").trim() : text.trim();
}

function referencesOf(structured: XmlElement): { value: string; issuer?: string }[] {
  return structured.all("CdtrRefInf").flatMap((information) => {
    const value = information.value("Ref")?.replace(/\s+/g, "");
    const issuer = information.value("Tp", "Issr");
    return value === undefined ? [] : [{ value, issuer }];
  });
}

function returnReasonOf(details: XmlElement): Transaction["returnReason"] {
  const information = details.at("RtrInf");
  if (!information) return undefined;
  const code = information.value("Rsn", "Cd") ?? information.value("Rsn", "Prtry");
  const text = information
    .all("AddtlInf")
    .map((line) => line.text.trim())
    .join(" ")
    .trim();
  return { code, text: text || undefined };
}

/** `Dbtr/Nm` in older versions, `Dbtr/Pty/Nm` since 08; the bank as `BIC` or `BICFI`, the account as IBAN or other. */
function partyOf(details: XmlElement, role: "Dbtr" | "Cdtr"): Counterparty {
  const parties = details.at("RltdPties");
  const name = nameOf(parties?.at(role));
  const ultimateName = nameOf(parties?.at(`Ultmt${role}`));
  const id = parties?.at(`${role}Acct`, "Id");
  const written = id?.value("IBAN") ?? id?.value("Othr", "Id");
  const { account, iban } =
    written === undefined ? ({} as { account?: string; iban?: string }) : accountNumber(written);
  const agent = details.at("RltdAgts", `${role}Agt`, "FinInstnId");
  const bic = agent?.value("BICFI") ?? agent?.value("BIC");
  return { name, iban, account: iban === undefined ? account : undefined, bic, ultimateName };
}

function nameOf(party: XmlElement | undefined): string | undefined {
  return oneLine(party?.value("Nm") ?? party?.value("Pty", "Nm") ?? "") || undefined;
}

function creditorIdOf(parties: XmlElement | undefined): string | undefined {
  const creditor = parties?.at("Cdtr", "Pty") ?? parties?.at("Cdtr");
  return creditor?.value("Id", "PrvtId", "Othr", "Id");
}
