import { centsToDecimal, sum, type Cents, type PlainDate } from "@tegemoet/domain";
import { element, escaped, textElement } from "../xml/write-xml";

/** A file of bank statements, to be written. */
export interface Camt053File {
  /** The version of the message: 02 as most Dutch banks sent it, 08 as they do since 2025. */
  readonly version?: "02" | "08";
  readonly messageId?: string;
  /** ISO date-time. */
  readonly createdAt: string;
  readonly statements: readonly Camt053Statement[];
}

export interface Camt053Statement {
  readonly id: string;
  readonly iban: string;
  readonly bic?: string;
  readonly currency?: string;
  readonly number?: string;
  readonly opening: { readonly amount: Cents; readonly on: PlainDate };
  /** Opening plus what was booked, unless given: a wrong one makes a file that has to be refused. */
  readonly closing?: { readonly amount?: Cents; readonly on?: PlainDate };
  readonly entries: readonly Camt053Entry[];
}

/** One transaction as the bank tells it. */
export interface Camt053Transaction {
  /** Cents: positive comes in, negative goes out. */
  readonly amount: Cents;
  readonly name?: string;
  readonly iban?: string;
  readonly bic?: string;
  readonly endToEndId?: string;
  readonly mandateId?: string;
  readonly structuredReference?: { readonly value: string; readonly issuer?: string };
  readonly remittance?: string;
  readonly returnReason?: { readonly code: string; readonly text?: string };
}

export interface Camt053Entry extends Camt053Transaction {
  readonly bookedOn: PlainDate;
  readonly valueOn?: PlainDate;
  readonly bankReference?: string;
  readonly entryReference?: string;
  readonly reversal?: boolean;
  readonly status?: "BOOK" | "PDNG" | "INFO";
  /** ISO 20022 "PMNT/RCDT/ESCT"; by the sign when absent. */
  readonly transactionCode?: string;
  readonly additionalInformation?: string;
  /** A batch: the transactions this one amount is made of, instead of a single one. */
  readonly parts?: readonly Camt053Transaction[];
}

/**
 * Writes a CAMT.053 file that is valid by its schema, for tests and the demo. The same input gives the same text.
 *
 * @returns The XML, UTF-8.
 */
export function writeCamt053({ version = "02", messageId = "TEGEMOET", createdAt, statements }: Camt053File): string {
  const header = element("GrpHdr", textElement("MsgId", messageId.slice(0, 35)), textElement("CreDtTm", createdAt));
  const body = statements.map((statement) => writeStatement(statement, version, createdAt)).join("\n");
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.${version}">` +
    `<BkToCstmrStmt>${header}\n${body}\n</BkToCstmrStmt></Document>\n`
  );
}

type Version = "02" | "08";

function writeStatement(statement: Camt053Statement, version: Version, createdAt: string): string {
  const { id, iban, bic, currency = "EUR", number, opening, closing, entries } = statement;
  const booked = entries.filter(({ status = "BOOK" }) => status === "BOOK");
  const end = {
    amount: closing?.amount ?? sum([opening.amount, ...booked.map(({ amount }) => amount)]),
    on: closing?.on ?? booked.reduce((latest, { bookedOn }) => (bookedOn > latest ? bookedOn : latest), opening.on),
  };
  const servicer = element("Svcr", element("FinInstnId", textElement(version === "02" ? "BIC" : "BICFI", bic)));
  return [
    `<Stmt>${textElement("Id", id)}${textElement("ElctrncSeqNb", number)}${textElement("CreDtTm", createdAt)}`,
    element("Acct", element("Id", textElement("IBAN", iban)), textElement("Ccy", currency), servicer),
    writeBalance("OPBD", opening, currency),
    writeBalance("CLBD", end, currency),
    ...entries.map((entry) => writeEntry(entry, currency, version)),
    "</Stmt>",
  ].join("\n");
}

function writeBalance(code: string, { amount, on }: { amount: Cents; on: PlainDate }, currency: string): string {
  const type = element("Tp", element("CdOrPrtry", textElement("Cd", code)));
  return element("Bal", type, writeAmount(amount, currency), writeSign(amount), element("Dt", textElement("Dt", on)));
}

function writeEntry(entry: Camt053Entry, currency: string, version: Version): string {
  const { amount, status = "BOOK", parts } = entry;
  const [domain, family, subFamily] = (
    entry.transactionCode ?? (amount < 0 ? "PMNT/ICDT/ESCT" : "PMNT/RCDT/ESCT")
  ).split("/");
  const code = element(
    "BkTxCd",
    element(
      "Domn",
      textElement("Cd", domain),
      element("Fmly", textElement("Cd", family), textElement("SubFmlyCd", subFamily)),
    ),
  );
  const batch = parts && element("Btch", textElement("NbOfTxs", String(parts.length)));
  const details = (parts ?? [entry]).map((part) => writeDetails(part, currency, version, parts !== undefined));
  return element(
    "Ntry",
    textElement("NtryRef", entry.entryReference),
    writeAmount(amount, currency),
    writeSign(amount),
    textElement("RvslInd", entry.reversal === undefined ? undefined : String(entry.reversal)),
    version === "02" ? textElement("Sts", status) : element("Sts", textElement("Cd", status)),
    element("BookgDt", textElement("Dt", entry.bookedOn)),
    element("ValDt", textElement("Dt", entry.valueOn ?? entry.bookedOn)),
    textElement("AcctSvcrRef", entry.bankReference),
    code,
    element("NtryDtls", batch ?? "", ...details),
    textElement("AddtlNtryInf", entry.additionalInformation),
  );
}

function writeDetails(part: Camt053Transaction, currency: string, version: Version, batched: boolean): string {
  const { amount, name, iban, bic, endToEndId, mandateId, structuredReference, remittance = "", returnReason } = part;
  // The debtor of a bounced collection stands where the creditor would: the amount leaves, the bank names who we "pay".
  const role = amount < 0 ? "Cdtr" : "Dbtr";
  const person = textElement("Nm", name);
  const amounts = !batched
    ? ""
    : version === "02"
      ? element("AmtDtls", element("TxAmt", writeAmount(amount, currency)))
      : writeAmount(amount, currency) + writeSign(amount);
  const reference =
    structuredReference &&
    element(
      "Strd",
      element(
        "CdtrRefInf",
        element("Tp", element("CdOrPrtry", textElement("Cd", "SCOR")), textElement("Issr", structuredReference.issuer)),
        textElement("Ref", structuredReference.value),
      ),
    );
  return element(
    "TxDtls",
    element("Refs", textElement("EndToEndId", endToEndId ?? "NOTPROVIDED"), textElement("MndtId", mandateId)),
    amounts,
    element(
      "RltdPties",
      element(role, version === "02" ? person : element("Pty", person)),
      element(`${role}Acct`, element("Id", textElement("IBAN", iban))),
    ),
    element(
      "RltdAgts",
      element(`${role}Agt`, element("FinInstnId", textElement(version === "02" ? "BIC" : "BICFI", bic))),
    ),
    element(
      "RmtInf",
      ...(remittance.match(/[^]{1,140}/gu) ?? []).map((piece) => textElement("Ustrd", piece)),
      reference ?? "",
    ),
    returnReason
      ? element(
          "RtrInf",
          element("Rsn", textElement("Cd", returnReason.code)),
          textElement("AddtlInf", returnReason.text),
        )
      : "",
  );
}

function writeAmount(amount: Cents, currency: string): string {
  return `<Amt Ccy="${escaped(currency)}">${centsToDecimal(Math.abs(amount))}</Amt>`;
}

function writeSign(amount: Cents): string {
  return textElement("CdtDbtInd", amount < 0 ? "DBIT" : "CRDT");
}
