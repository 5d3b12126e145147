import type { Cents, PlainDate } from "@tegemoet/domain";
import { dayOf, missing, type Place } from "../refuse-field";
import { returnedOf } from "../statements/returned";
import type { Counterparty, EntryEvent } from "../statements/statement-events";
import type { UnnumberedEntry } from "../statements/statement-tally";
import type { XmlElement } from "../xml/xml-element";
import { signedAmount, unsignedCents } from "./balances";
import { codesOf, filledFromText, type Transaction, type TransactionCodes } from "./transaction";

/** One `Ntry`: its amount as the bank counts it, and the entries it becomes. */
export interface ReadEntry {
  readonly amount: Cents;
  readonly currency: string;
  /** BOOK, or why it doesn't count yet: PDNG, INFO, FUTR. */
  readonly status: string;
  readonly entries: readonly { readonly entry: UnnumberedEntry; readonly lastingReference: string | undefined }[];
  /** The parts were named but don't add up, so the entry stayed whole. */
  readonly notSplit: boolean;
}

export interface EntrySurroundings {
  readonly statementIndex: number;
  readonly index: number;
  readonly ownAccount: string;
  readonly place: Place;
}

/** Reads an `Ntry` with the transactions found in it. Refuses with FILE_FIELD_MISSING and FILE_FIELD_INVALID. */
export function readEntry(
  element: XmlElement,
  transactions: readonly Transaction[],
  around: EntrySurroundings,
): ReadEntry {
  const { place } = around;
  const { amount, currency } = signedAmount(element, "Ntry", place);
  const common = commonFields(element, currency, around);
  const status = element.value("Sts", "Cd") ?? element.value("Sts") ?? "BOOK";
  const parts = transactions.length > 1 ? partAmounts(amount, currency, transactions, place) : undefined;
  if (parts) {
    const entries = parts.map((part, index) =>
      entryOf(common, transactions[index] ?? NOTHING, part, { index: index + 1, of: parts.length }, undefined),
    );
    return { amount, currency, status, entries, notSplit: false };
  }
  const count = Math.max(transactions.length, Number(element.value("NtryDtls", "Btch", "NbOfTxs") ?? 0) || 0);
  const entry = entryOf(common, joined(transactions), amount, undefined, count > 1 ? count : undefined);
  return { amount, currency, status, entries: [entry], notSplit: transactions.length > 1 };
}

/**
 * The amounts of a batch's parts with their signs, when all are known in the entry's currency and add up to it.
 * Otherwise undefined: money is never made up, so the entry then stays whole.
 */
function partAmounts(
  whole: Cents,
  currency: string,
  transactions: readonly Transaction[],
  place: Place,
): Cents[] | undefined {
  const amounts: Cents[] = [];
  for (const { amounts: candidates, sign } of transactions) {
    const found = candidates.find((candidate) => candidate.currency === currency);
    if (!found) return undefined;
    const value = unsignedCents(found.amount, "TxDtls/Amt", place);
    const negative = sign === undefined ? whole < 0 : sign === "DBIT";
    amounts.push(negative && value !== 0 ? -value : value);
  }
  return amounts.reduce((sum, amount) => sum + amount, 0) === whole ? amounts : undefined;
}

/** What an entry says about all its parts. */
interface CommonFields {
  readonly statementIndex: number;
  readonly index: number;
  readonly line: number;
  readonly currency: string;
  readonly bookedOn: PlainDate;
  readonly valueOn: PlainDate;
  readonly reversal: boolean;
  readonly servicerReference: string | undefined;
  readonly entryReference: string | undefined;
  readonly information: string | undefined;
  readonly codes: TransactionCodes;
  readonly ownAccount: string;
}

function commonFields(element: XmlElement, currency: string, around: EntrySurroundings): CommonFields {
  const { statementIndex, index, ownAccount, place } = around;
  const booked = element.value("BookgDt", "Dt") ?? element.value("BookgDt", "DtTm");
  const valued = element.value("ValDt", "Dt") ?? element.value("ValDt", "DtTm");
  const written = booked ?? valued;
  if (written === undefined) throw missing("Ntry/BookgDt", place);
  const bookedOn = dayOf(written, "Ntry/BookgDt", place);
  return {
    statementIndex,
    index,
    line: element.line,
    currency,
    bookedOn,
    valueOn: valued === undefined || valued === written ? bookedOn : dayOf(valued, "Ntry/ValDt", place),
    reversal: /^(true|1)$/.test(element.value("RvslInd") ?? ""),
    servicerReference: element.value("AcctSvcrRef"),
    entryReference: element.value("NtryRef"),
    information: element.value("AddtlNtryInf"),
    codes: codesOf(element),
    ownAccount,
  };
}

function entryOf(
  common: CommonFields,
  bare: Transaction,
  amount: Cents,
  part: EntryEvent["part"],
  batchSize: number | undefined,
): ReadEntry["entries"][number] {
  const { currency, reversal } = common;
  const transaction = filledFromText(
    filledFromText(bare, bare.additionalInformation),
    part ? undefined : common.information,
  );
  const domain = transaction.codes.domain ?? common.codes.domain;
  const proprietary = transaction.codes.proprietary ?? common.codes.proprietary;
  const [reference, ...references] = transaction.references;
  const servicerReference = transaction.servicerReference ?? common.servicerReference;
  const entry: UnnumberedEntry = {
    type: "entry",
    statementIndex: common.statementIndex,
    index: common.index,
    part,
    batchSize,
    amount,
    currency,
    bookedOn: common.bookedOn,
    valueOn: common.valueOn,
    reversal,
    returned: returnedOf({
      amount,
      reversal,
      returnReason: transaction.returnReason,
      mandateId: transaction.mandateId,
      transactionCode: domain,
      proprietaryCode: proprietary,
    }),
    returnReason: transaction.returnReason,
    bankReference: servicerReference ?? common.entryReference,
    transactionId: transaction.transactionId,
    endToEndId: transaction.endToEndId,
    mandateId: transaction.mandateId,
    creditorId: transaction.creditorId,
    structuredReference: reference,
    otherReferences: [...references.map(({ value }) => value), ...transaction.documents],
    remittance: transaction.remittance,
    counterparty: counterpartyOf(transaction, amount, reversal, common.ownAccount),
    transactionCode: domain,
    proprietaryCode: proprietary,
    additionalInformation: transaction.additionalInformation ?? common.information,
    original: transaction.amounts.find((written) => written.currency !== currency && written.currency !== ""),
    line: common.line,
    contentHash: "",
    ordinal: 0,
  };
  return { entry, lastingReference: servicerReference };
}

/**
 * A collection that bounced is a debit whose "creditor" is the debtor (law.md §8.1, the trap); some banks leave the
 * original roles. So the side that pays us or that we pay comes first, but never our own account.
 */
function counterpartyOf(
  { debtor, creditor }: Transaction,
  amount: Cents,
  reversal: boolean,
  own: string,
): Counterparty {
  const [expected, other] = amount < 0 ? [creditor, debtor] : [debtor, creditor];
  const isOwn = (party: Counterparty) => (party.iban ?? party.account) === own;
  const known = (party: Counterparty) => !isOwn(party) && (party.iban ?? party.account ?? party.name) !== undefined;
  if (known(expected)) return expected;
  // Only a name at the other side is our own, unless the bank turned the roles around.
  if (known(other) && (reversal || (other.iban ?? other.account) !== undefined)) return other;
  return isOwn(expected) ? {} : expected;
}

const NOTHING: Transaction = {
  amounts: [],
  references: [],
  documents: [],
  remittance: "",
  debtor: {},
  creditor: {},
  codes: {},
};

/**
 * The transactions of an entry that stays whole: the only one, or of several the words and references of all and the
 * names of none. That all of them came back is said of the whole too, so that it isn't taken for money we paid.
 */
function joined(transactions: readonly Transaction[]): Transaction {
  const [only = NOTHING, ...rest] = transactions;
  if (rest.length === 0) return only;
  const remittance = [...new Set(transactions.map((transaction) => transaction.remittance).filter(Boolean))].join(" ");
  const references = transactions.flatMap((transaction) => transaction.references);
  const returned = transactions.every(({ returnReason }) => returnReason !== undefined);
  return {
    ...NOTHING,
    remittance: remittance.slice(0, 2000),
    references: references.slice(0, 50),
    documents: [...new Set(transactions.flatMap(({ endToEndId }) => endToEndId ?? []))].slice(0, 50),
    ...(returned ? { returnReason: only.returnReason } : {}),
  };
}
