import { Refusal } from "@tegemoet/domain";
import { MAX_BANK_FILE_BYTES } from "../camt053/read-camt053";
import { missing } from "../refuse-field";
import type { Source } from "../source";
import { accountNumber } from "../statements/account-number";
import { returnedOf } from "../statements/returned";
import type { Balance, BankFileEvent, Counterparty } from "../statements/statement-events";
import { StatementTally, type UnnumberedEntry } from "../statements/statement-tally";
import { TextSource } from "../text-source";
import { readBalance, readEntry, type Mt940Entry } from "./mt940-entry";
import { readInformation } from "./mt940-information";
import { fieldsOf, type Mt940Field } from "./mt940-lines";

/**
 * Reads a file of MT940 statements as the same events as {@link readCamt053}. Pages of one statement (62M, then 60M
 * of the same account) become one statement. CAMT.053 says more; take that when a bank offers both.
 *
 * Source: SWIFT MT940; law.md §8.2 for the dialects of the Dutch banks.
 *
 * Refuses with FILE_UNKNOWN_KIND when it is no MT940, FILE_FIELD_MISSING and FILE_FIELD_INVALID (field such as
 * ":61:", line, statement, entry), FILE_CUT_OFF when the closing balance isn't reached, and FILE_TOO_LARGE,
 * FILE_EMPTY, FILE_ENCODING.
 */
export async function* readMt940(
  source: Source,
  { maxBytes = MAX_BANK_FILE_BYTES }: { maxBytes?: number } = {},
): AsyncGenerator<BankFileEvent, void, void> {
  const text = new TextSource(source, maxBytes);
  const reader = new Mt940Reader(() => text.encodingGuessed);
  for await (const field of fieldsOf(text)) {
    reader.field(field);
    yield* reader.taken();
  }
  reader.end();
  yield* reader.taken();
}

/** A message between its `:20:` and its closing balance. */
interface Message {
  readonly reference: string;
  readonly line: number;
  account?: string;
  number?: string;
}

interface CurrentStatement {
  readonly account: string;
  readonly currency: string;
  readonly opening: Balance;
  readonly tally: StatementTally;
  index: number;
  /** The closing balance of a page, when more pages may follow. */
  page?: Balance;
}

class Mt940Reader {
  private statements = 0;
  private events: BankFileEvent[] = [];
  private message: Message | undefined;
  private current: CurrentStatement | undefined;
  private pending: { readonly entry: Mt940Entry; readonly line: number } | undefined;
  private lastLine = 1;

  constructor(private readonly encodingGuessed: () => boolean) {}

  taken(): BankFileEvent[] {
    const { events } = this;
    this.events = [];
    return events;
  }

  field(field: Mt940Field): void {
    this.lastLine = field.line;
    if (field.tag === "86" && this.pending) return this.finishEntry(field.lines);
    this.finishEntry([]);
    // Only a balance, or the bank's words after it, can end a file.
    if (field.last && /^(2|60|61)/.test(field.tag)) throw this.cutOff();
    const { message } = this;
    switch (field.tag) {
      case "20":
        if (this.current && !this.current.page) throw this.cutOff();
        this.message = { reference: field.lines[0]?.trim() ?? "", line: field.line };
        break;
      case "25":
        if (message) message.account = field.lines.join("").trim();
        break;
      case "28":
      case "28C":
        if (message) message.number = field.lines.join("").trim();
        break;
      case "60F":
      case "60M":
        this.open(field);
        break;
      case "61":
        this.entry(field);
        break;
      case "62F":
      case "62M":
        this.close(field);
        break;
      case "13D":
      case "34F":
        throw new Refusal("FILE_UNKNOWN_KIND", { expected: "MT940", found: "MT942" });
      default: // :21:, :64:, :65:, :86: of the whole statement and :NS: say nothing that we keep.
    }
  }

  end(): void {
    this.finishEntry([]);
    if (this.current && !this.current.page) throw this.cutOff();
    this.finishStatement();
    if (this.message) throw this.cutOff();
    if (this.statements === 0) throw new Refusal("FILE_UNKNOWN_KIND", { expected: "MT940" });
  }

  private open(field: Mt940Field): void {
    const { message, current } = this;
    if (!message) throw missing(":20:", { line: field.line });
    if (message.account === undefined) throw missing(":25:", { line: message.line });
    const opening = readBalance(field, { statement: this.statements + 1 });
    const { account, iban } = ownAccount(message.account, opening.currency);
    if (field.tag === "60M" && current?.page && current.account === account && current.page.amount === opening.amount) {
      current.page = undefined;
      return;
    }
    this.finishStatement();
    this.statements += 1;
    const { currency } = opening;
    this.current = { account, currency, opening, tally: new StatementTally(account, currency), index: 0 };
    this.events.push({
      type: "statement",
      format: "mt940",
      index: this.statements,
      id: message.reference || String(this.statements),
      account,
      iban,
      currency,
      number: message.number || undefined,
      opening,
    });
    if (this.encodingGuessed()) {
      this.events.push({
        type: "notice",
        code: "ENCODING_GUESSED",
        statementIndex: this.statements,
        line: 1,
        value: "windows-1252",
      });
    }
  }

  private entry(field: Mt940Field): void {
    const { current } = this;
    if (!current || !this.message) throw missing(":60F:", { line: field.line, statement: this.statements });
    current.index += 1;
    this.pending = { entry: readEntry(field, { statement: this.statements, entry: current.index }), line: field.line };
  }

  private finishEntry(description: readonly string[]): void {
    const { pending, current } = this;
    this.pending = undefined;
    if (!pending || !current) return;
    const { entry } = pending;
    current.tally.count(entry.amount, current.currency);
    const read = entryOf(entry, description, pending.line, current, this.statements);
    this.events.push(current.tally.number(read, entry.bankReference));
  }

  private close(field: Mt940Field): void {
    const { current } = this;
    if (!current) throw missing(":60F:", { line: field.line });
    const closing = readBalance(field, { statement: this.statements });
    this.message = undefined;
    current.page = closing;
    if (field.tag === "62F") this.finishStatement();
  }

  private finishStatement(): void {
    const { current } = this;
    this.current = undefined;
    if (current) this.events.push(current.tally.end(this.statements, current.opening, current.page));
  }

  private cutOff(): Refusal {
    return new Refusal("FILE_CUT_OFF", { field: ":62F:", line: this.lastLine, statement: this.statements });
  }
}

function entryOf(
  entry: Mt940Entry,
  description: readonly string[],
  line: number,
  { account, currency, index }: CurrentStatement,
  statementIndex: number,
): UnnumberedEntry {
  const information = readInformation(description);
  const { amount, reversal, customerReference } = entry;
  const transactionType = information.transactionType;
  return {
    type: "entry",
    statementIndex,
    index,
    amount,
    currency,
    reversal,
    bookedOn: entry.bookedOn,
    valueOn: entry.valueOn,
    returned: returnedOf({
      amount,
      reversal,
      returnReason: information.returnReason,
      mandateId: information.mandateId,
      proprietaryCode: entry.type,
      description: transactionType,
    }),
    returnReason: information.returnReason,
    bankReference: entry.bankReference,
    endToEndId: information.endToEndId,
    mandateId: information.mandateId,
    creditorId: information.creditorId,
    structuredReference: information.structuredReference,
    otherReferences:
      customerReference !== undefined && customerReference !== information.structuredReference?.value
        ? [customerReference]
        : [],
    remittance: information.remittance,
    counterparty: counterpartyOf(information.counterparty, entry.supplement, account),
    proprietaryCode: entry.type,
    additionalInformation: transactionType ?? (entry.supplement || undefined),
    line,
    contentHash: "",
    ordinal: 0,
  };
}

/** Rabobank puts the other account below the entry; Triodos names our own account among the parts. */
function counterpartyOf(counterparty: Counterparty, supplement: string, own: string): Counterparty {
  const { iban, account } = counterparty;
  if (iban !== undefined && iban !== own) return counterparty;
  if (account !== undefined && !own.endsWith(account)) return counterparty;
  const { name, bic, ultimateName } = counterparty;
  const below = /^([A-Z]{2}\d{2}[A-Z]{4}[A-Z0-9]{7,26}|P?\d{7,10})$/.test(supplement)
    ? accountNumber(supplement)
    : undefined;
  return {
    name,
    bic,
    ultimateName,
    iban: below?.iban,
    account: below?.iban === undefined ? below?.account : undefined,
  };
}

/** "NL77INGB0574908765EUR", "NL71RABO0123456789 EUR", "ABNANL2A/500950253", "TRIODOSBANK/0390123456". */
function ownAccount(text: string, currency: string): { account: string; iban?: string } {
  const bare = text.replace(/\s+/g, "").toUpperCase();
  const without = bare.endsWith(currency) ? bare.slice(0, -currency.length) : bare;
  const last = accountNumber(without.slice(without.lastIndexOf("/") + 1));
  return last.iban === undefined ? accountNumber(without) : last;
}
