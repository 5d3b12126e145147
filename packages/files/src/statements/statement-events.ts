import type { Cents, PlainDate } from "@tegemoet/domain";

/** The kinds of file a bank hands out, all read as the same events. */
export type StatementFormat = "camt053" | "mt940" | "csv";

/** What stood on the account on a day. Negative is overdrawn. */
export interface Balance {
  readonly amount: Cents;
  readonly currency: string;
  readonly on: PlainDate;
}

/** A statement begins. Always the first event of a statement, before its entries. */
export interface StatementEvent {
  readonly type: "statement";
  readonly format: StatementFormat;
  /** 1 for the first statement of the file. */
  readonly index: number;
  /** The bank's own name for the statement. */
  readonly id: string;
  /** The IBAN without spaces, when the account is one. Check digits are not verified: a bank's file is believed. */
  readonly iban?: string;
  /** The IBAN, or the bank's own number for the account. */
  readonly account: string;
  /** ISO 4217. Amounts are hundredths of it. */
  readonly currency: string;
  readonly bic?: string;
  /** Sequence number, as the bank writes it. */
  readonly number?: string;
  /** When the bank made it, as written: an ISO date-time. */
  readonly createdAt?: string;
  readonly opening?: Balance;
}

/** Who stands at the other side. */
export interface Counterparty {
  readonly name?: string;
  readonly iban?: string;
  /** The account as written, when it is no IBAN. */
  readonly account?: string;
  readonly bic?: string;
  /** On whose behalf was paid, when the bank says so. */
  readonly ultimateName?: string;
}

/** One movement of money. A batch of which the file names the parts gives an entry for each part. */
export interface EntryEvent {
  readonly type: "entry";
  readonly statementIndex: number;
  /** 1 for the first entry of the statement, counting what the bank counts (a batch is one). */
  readonly index: number;
  /** Present when this is a part of a batch: the first of three is `{ index: 1, of: 3 }`. */
  readonly part?: { readonly index: number; readonly of: number };
  /** Present when the bank booked several transactions as one amount and doesn't say which. */
  readonly batchSize?: number;
  /** Hundredths of the currency; positive came in, negative went out. */
  readonly amount: Cents;
  readonly currency: string;
  readonly bookedOn: PlainDate;
  readonly valueOn: PlainDate;
  /** The bank marked it as the reversal of an earlier entry. */
  readonly reversal: boolean;
  /** A collection of ours that bounced or was called back (money leaves), or a transfer of ours that came back. */
  readonly returned?: "direct-debit" | "transfer";
  readonly returnReason?: { readonly code?: string; readonly text?: string };
  /** The bank's own reference. Not unique at every bank: identify by `contentHash` and `ordinal`. */
  readonly bankReference?: string;
  readonly transactionId?: string;
  /** What the payer gave along. Absent when it says NOTPROVIDED. */
  readonly endToEndId?: string;
  readonly mandateId?: string;
  readonly creditorId?: string;
  /** The betalingskenmerk or RF reference, without spaces, with who defines it ("CUR", "ISO"). */
  readonly structuredReference?: { readonly value: string; readonly issuer?: string };
  /** Further structured references and numbers of documents that are named. */
  readonly otherReferences: readonly string[];
  /** The payer's own words, on one line; "" when the bank passes none: see `additionalInformation` then. */
  readonly remittance: string;
  readonly counterparty: Counterparty;
  /** ISO 20022 as "PMNT/RCDT/ESCT", else the bank's own code ("N247", "544"). */
  readonly transactionCode?: string;
  readonly proprietaryCode?: string;
  /** The bank's own words. */
  readonly additionalInformation?: string;
  /** The amount the payer ordered, when that was in another currency or differs. */
  readonly original?: { readonly amount: string; readonly currency: string };
  /**
   * SHA-256 (base64url) over what identifies the entry, the same in every file that holds it. Two equal entries have
   * the same hash: both are real, and `ordinal` (1, 2, …, within the statement) tells them apart.
   */
  readonly contentHash: string;
  readonly ordinal: number;
  /** Line in the file. */
  readonly line: number;
}

/** Something a person may want to know, though it stops nothing. */
export interface NoticeEvent {
  readonly type: "notice";
  readonly code: NoticeCode;
  readonly statementIndex: number;
  readonly line: number;
  readonly amount?: Cents;
  readonly value?: string;
}

/**
 * ENTRY_NOT_BOOKED: pending or for information only, skipped (value: its status). BATCH_NOT_SPLIT: the parts don't
 * add up to the entry, so it came as one. ENCODING_GUESSED: not UTF-8 as it says, read as Windows-1252.
 * BALANCE_MISSING: no opening or closing balance to check against.
 */
export type NoticeCode = "ENTRY_NOT_BOOKED" | "BATCH_NOT_SPLIT" | "ENCODING_GUESSED" | "BALANCE_MISSING";

/** Opening plus entries against closing, in cents. `difference` is actual minus expected. */
export interface SumCheck {
  /** Whether they agree; "unknown" when a balance is missing. Balances in two currencies never agree. */
  readonly outcome: "balanced" | "different" | "unknown";
  /** Opening plus the entries; absent without an opening balance. */
  readonly expected?: Cents;
  /** The closing balance in the file. */
  readonly actual?: Cents;
  readonly difference?: Cents;
  /** False when opening, entries and closing aren't all in one currency; the difference then means little. */
  readonly sameCurrency?: boolean;
}

/** A statement ends. */
export interface StatementEndEvent {
  readonly type: "statement-end";
  readonly statementIndex: number;
  readonly opening?: Balance;
  readonly closing?: Balance;
  /** As the bank counts: a batch is one. Without what was skipped. */
  readonly entries: number;
  readonly credits: { readonly count: number; readonly sum: Cents };
  /** Count, and sum as a positive number. */
  readonly debits: { readonly count: number; readonly sum: Cents };
  readonly sumCheck: SumCheck;
}

export type BankFileEvent = StatementEvent | EntryEvent | NoticeEvent | StatementEndEvent;
