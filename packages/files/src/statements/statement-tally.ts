import { createHash } from "node:crypto";
import { cents, type Cents } from "@tegemoet/domain";
import type { Balance, EntryEvent, StatementEndEvent, SumCheck } from "./statement-events";

/** An entry whose hash and ordinal are still to be filled in ("" and 0). */
export type UnnumberedEntry = Omit<EntryEvent, "contentHash" | "ordinal"> & { contentHash: string; ordinal: number };

/** Counts and numbers the entries of one statement, and holds them against its balances. */
export class StatementTally {
  private readonly seen = new Map<string, number>();
  private credits = { count: 0, sum: 0 };
  private debits = { count: 0, sum: 0 };
  private otherCurrency = false;

  constructor(
    private readonly account: string,
    private readonly currency: string,
  ) {}

  get entries(): number {
    return this.credits.count + this.debits.count;
  }

  /** Counts an entry of the bank (a batch is one). */
  count(amount: Cents, currency: string): void {
    const side = amount < 0 ? this.debits : this.credits;
    side.count += 1;
    side.sum = cents(side.sum + Math.abs(amount));
    if (currency !== this.currency) this.otherCurrency = true;
  }

  /**
   * Gives an entry its identity: the hash of its content, and which of the equal ones in this statement it is.
   *
   * @param lastingReference The bank's reference, when the same entry has it in every file.
   */
  number(entry: UnnumberedEntry, lastingReference: string | undefined): EntryEvent {
    entry.contentHash = contentHashOf(this.account, entry, lastingReference);
    entry.ordinal = (this.seen.get(entry.contentHash) ?? 0) + 1;
    this.seen.set(entry.contentHash, entry.ordinal);
    return entry;
  }

  /** The end of the statement, with opening + entries held against closing. */
  end(statementIndex: number, opening: Balance | undefined, closing: Balance | undefined): StatementEndEvent {
    return {
      type: "statement-end",
      statementIndex,
      opening,
      closing,
      entries: this.entries,
      credits: this.credits,
      debits: this.debits,
      sumCheck: this.check(opening, closing),
    };
  }

  private check(opening: Balance | undefined, closing: Balance | undefined): SumCheck {
    const expected = opening && cents(opening.amount + this.credits.sum - this.debits.sum);
    const actual = closing?.amount;
    if (expected === undefined || actual === undefined) return { outcome: "unknown", expected, actual };
    const sameCurrency =
      opening?.currency === this.currency && closing?.currency === this.currency && !this.otherCurrency;
    const difference = cents(actual - expected);
    return {
      outcome: difference === 0 && sameCurrency ? "balanced" : "different",
      expected,
      actual,
      difference,
      sameCurrency,
    };
  }
}

/**
 * What makes an entry itself, whichever file it came in. Numbers that a bank deals out anew per file (the position of
 * the entry, the statement's number) stay out of it, so that overlapping files agree.
 */
function contentHashOf(account: string, entry: UnnumberedEntry, lastingReference: string | undefined): string {
  const { counterparty } = entry;
  const content = [
    account,
    entry.bookedOn,
    entry.valueOn,
    entry.amount,
    entry.currency,
    entry.reversal ? "R" : "",
    lastingReference,
    entry.transactionId,
    entry.endToEndId,
    entry.mandateId,
    entry.structuredReference?.value,
    entry.remittance,
    counterparty.name,
    counterparty.iban ?? counterparty.account,
    entry.transactionCode ?? entry.proprietaryCode,
    entry.additionalInformation,
  ];
  return createHash("sha256")
    .update(content.map((field) => field ?? "").join("\u001f"))
    .digest("base64url");
}
