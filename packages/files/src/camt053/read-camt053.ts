import { Refusal } from "@tegemoet/domain";
import { missing, type Place } from "../refuse-field";
import type { Source } from "../source";
import { accountNumber } from "../statements/account-number";
import type { BankFileEvent, NoticeCode } from "../statements/statement-events";
import { StatementTally } from "../statements/statement-tally";
import { TextSource } from "../text-source";
import { readXml } from "../xml/read-xml";
import type { XmlElement } from "../xml/xml-element";
import { balancesOf } from "./balances";
import { readEntry } from "./entry";
import { readTransaction, type Transaction } from "./transaction";

/** The largest bank file we take. A year of a busy shop is some 60 MB. */
export const MAX_BANK_FILE_BYTES = 256 * 1024 * 1024;

/**
 * Reads a CAMT.053 bank statement file of any version and bank as a stream of events: per statement `statement`, then
 * its `entry`s and `notice`s, then `statement-end` with opening + entries held against closing. Amounts are cents.
 * Whoever stores them refuses a statement whose `sumCheck.outcome` is "different" (FILE_BALANCE_WRONG).
 *
 * Source: law.md §8.1; ISO 20022 camt.053.001.02 and later.
 *
 * Refuses with FILE_UNKNOWN_KIND, FILE_FIELD_MISSING, FILE_FIELD_INVALID (field, line, statement, entry) and with all
 * of {@link readXml}. Events that were handed out before a refusal are part of a broken file: store per statement, or
 * not at all.
 */
export async function* readCamt053(
  source: Source,
  { maxBytes = MAX_BANK_FILE_BYTES }: { maxBytes?: number } = {},
): AsyncGenerator<BankFileEvent, void, void> {
  const text = new TextSource(source, maxBytes);
  const reader = new Camt053Reader(() => text.encodingGuessed);
  const xml = readXml(text, (element, around) => reader.finished(element, around));
  try {
    for (let step = await xml.next(); !step.done; step = await xml.next()) yield* reader.taken();
  } finally {
    // Whoever stops halfway lets go of the file too.
    await xml.return(undefined as never);
  }
  yield* reader.taken();
  if (reader.statements === 0) throw new Refusal("FILE_FIELD_MISSING", { field: "Stmt", line: 1 });
}

class Camt053Reader {
  statements = 0;
  private events: BankFileEvent[] = [];
  private transactions: Transaction[] = [];
  private current: CurrentStatement | undefined;

  constructor(private readonly encodingGuessed: () => boolean) {}

  /** The events since the last call. */
  taken(): BankFileEvent[] {
    const { events } = this;
    this.events = [];
    return events;
  }

  /** Called as each element ends; answers whether it may be forgotten. */
  finished(element: XmlElement, around: readonly XmlElement[]): boolean {
    const [root, message] = around;
    if (root && root.name !== "Document" && root.name !== "BkToCstmrStmt") throw unknownKind(root.name);
    if (message && root?.name === "Document" && message.name !== "BkToCstmrStmt") throw unknownKind(message.name);
    switch (element.name) {
      case "TxDtls": {
        if (around[around.length - 1]?.name !== "NtryDtls") return false;
        this.transactions.push(readTransaction(element));
        return true;
      }
      case "Ntry": {
        const statement = around[around.length - 1];
        if (statement?.name !== "Stmt") return false;
        this.entry(element, statement);
        return true;
      }
      case "Stmt": {
        this.end(element);
        return true;
      }
      default: {
        if (around.length === 0) this.checkRoot(element);
        return false;
      }
    }
  }

  private checkRoot(root: XmlElement): void {
    if (root.name !== "Document" && root.name !== "BkToCstmrStmt") throw unknownKind(root.name);
  }

  private entry(element: XmlElement, statement: XmlElement): void {
    const current = (this.current ??= this.begin(statement, element.at("Amt")?.attributes.Ccy));
    const index = (current.index += 1);
    const place: Place = { line: element.line, statement: this.statements, entry: index };
    const transactions = this.transactions;
    this.transactions = [];
    const read = readEntry(element, transactions, {
      statementIndex: this.statements,
      index,
      ownAccount: current.account,
      place,
    });
    if (read.status !== "BOOK") {
      this.notice("ENTRY_NOT_BOOKED", element.line, { amount: read.amount, value: read.status });
      return;
    }
    current.tally.count(read.amount, read.currency);
    if (read.notSplit) this.notice("BATCH_NOT_SPLIT", element.line, { amount: read.amount });
    for (const { entry, lastingReference } of read.entries)
      this.events.push(current.tally.number(entry, lastingReference));
  }

  private begin(statement: XmlElement, entryCurrency: string | undefined): CurrentStatement {
    this.statements += 1;
    const place: Place = { line: statement.line, statement: this.statements };
    const written = statement.value("Acct", "Id", "IBAN") ?? statement.value("Acct", "Id", "Othr", "Id");
    if (written === undefined) throw missing("Stmt/Acct/Id", place);
    const { opening, closing } = balancesOf(statement, place);
    const currency = statement.value("Acct", "Ccy") ?? opening?.currency ?? closing?.currency ?? entryCurrency;
    if (currency === undefined) throw missing("Stmt/Acct/Ccy", place);
    const { account, iban } = accountNumber(written);
    const servicer = statement.at("Acct", "Svcr", "FinInstnId");
    const bic = servicer?.value("BICFI") ?? servicer?.value("BIC");
    const number = statement.value("ElctrncSeqNb") ?? statement.value("LglSeqNb");
    const createdAt = statement.value("CreDtTm");
    this.events.push({
      type: "statement",
      format: "camt053",
      index: this.statements,
      id: statement.value("Id") ?? String(this.statements),
      account,
      iban,
      currency,
      bic,
      number,
      createdAt,
      opening,
    });
    if (this.encodingGuessed()) this.notice("ENCODING_GUESSED", 1, { value: "windows-1252" });
    return { index: 0, account, tally: new StatementTally(account, currency) };
  }

  private end(statement: XmlElement): void {
    const current = this.current ?? this.begin(statement, undefined);
    const { opening, closing } = balancesOf(statement, { line: statement.line, statement: this.statements });
    if (!opening || !closing) this.notice("BALANCE_MISSING", statement.line, {});
    this.events.push(current.tally.end(this.statements, opening, closing));
    this.current = undefined;
  }

  private notice(code: NoticeCode, line: number, more: { amount?: number; value?: string }): void {
    this.events.push({ type: "notice", code, statementIndex: this.statements, line, ...more });
  }
}

interface CurrentStatement {
  index: number;
  readonly account: string;
  readonly tally: StatementTally;
}

/** camt.052 and camt.054 look alike, but promise no balances: they are named, not read. */
function unknownKind(found: string): Refusal {
  return new Refusal("FILE_UNKNOWN_KIND", { expected: "camt.053", found: found.slice(0, 60) });
}
