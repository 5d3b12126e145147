import { Refusal, type Cents, type PlainDate } from "@tegemoet/domain";
import { accountNumber } from "../statements/account-number";
import { decimalSignOf, readAmount, type DecimalSign } from "../table/cell-amount";
import { readDay } from "../table/cell-day";
import { EMPTY_CELL, type Table, type TableCell, type TableRow } from "../table/table";
import type { BankField, BankMapping } from "./bank-mapping";

/** What is wrong with one row, and where. */
export interface BankRowFault {
  readonly line: number;
  readonly field: BankField;
  readonly column: string;
  /** What stands there, shortened. */
  readonly value: string;
  readonly code: string;
}

/** A row as it is understood. */
export interface BankRow {
  readonly line: number;
  readonly bookedOn: PlainDate;
  readonly valueOn: PlainDate;
  readonly cents: Cents;
  readonly account: string;
  readonly currency: string;
  readonly balanceCents?: Cents;
  readonly text: Readonly<Partial<Record<BankField, string>>>;
}

/** Reads rows with one mapping; how amounts are written is found out from the columns together. */
export class BankRowReader {
  private readonly places: ReadonlyMap<BankField, number>;
  private readonly decimal: DecimalSign | undefined;

  constructor(table: Table, private readonly mapping: BankMapping) {
    this.places = new Map(Object.entries(mapping.columns).flatMap(([field, column]) => {
      const place = table.columns.indexOf(column);
      return place < 0 ? [] : [[field as BankField, place] as const];
    }));
    const amounts = (["amount", "amountIn", "amountOut", "balanceAfter"] as const).flatMap((field) => this.places.get(field) ?? []);
    this.decimal = mapping.decimal ?? decimalSignOf(table.rows.flatMap(({ cells }) => amounts.map((place) => cells[place] ?? EMPTY_CELL)));
  }

  /** A row, or its first fault. */
  read(row: TableRow): BankRow | BankRowFault {
    try {
      return this.rowOf(row);
    } catch (error) {
      if (error instanceof FaultInRow) return { line: row.line, field: error.field, column: this.mapping.columns[error.field] ?? "", value: this.cell(row, error.field).text.slice(0, 40), code: error.code };
      throw error;
    }
  }

  private rowOf(row: TableRow): BankRow {
    const bookedOn = this.day(row, "bookedOn");
    const balance = this.cell(row, "balanceAfter");
    const text = Object.fromEntries([...this.places.keys()].flatMap((field) => {
      const value = this.cell(row, field).text;
      return value === "" ? [] : [[field, value]];
    }));
    return {
      line: row.line, bookedOn, valueOn: this.cell(row, "valueOn").text === "" ? bookedOn : this.day(row, "valueOn"), cents: this.amount(row), text,
      account: accountOf(this.cell(row, "account").text || this.mapping.account || ""), currency: (text.currency ?? "EUR").toUpperCase(),
      ...(balance.text === "" ? {} : { balanceCents: this.cents(row, "balanceAfter") }),
    };
  }

  private amount(row: TableRow): Cents {
    if (!this.places.has("amount")) return this.side(row, "amountIn") - this.side(row, "amountOut");
    const cents = this.cents(row, "amount");
    if (!this.places.has("debitCredit")) return cents;
    const side = this.cell(row, "debitCredit").text;
    if (/^(d|db|dbit|af|debet|debit|-)$/i.test(side)) return -Math.abs(cents);
    if (/^(c|cr|crdt|bij|credit|\+)$/i.test(side)) return Math.abs(cents);
    throw new FaultInRow("debitCredit", "SIDE_UNREADABLE");
  }

  private side(row: TableRow, field: "amountIn" | "amountOut"): Cents {
    return this.cell(row, field).text === "" ? 0 : Math.abs(this.cents(row, field));
  }

  private cents(row: TableRow, field: BankField): Cents {
    const reading = readAmount(this.cell(row, field), this.decimal);
    if ("fault" in reading) throw new FaultInRow(field, reading.fault);
    return reading.cents;
  }

  private day(row: TableRow, field: BankField): PlainDate {
    const reading = readDay(this.cell(row, field));
    if ("fault" in reading) throw new FaultInRow(field, reading.fault);
    return reading.day;
  }

  private cell(row: TableRow, field: BankField): TableCell {
    const place = this.places.get(field);
    return (place === undefined ? undefined : row.cells[place]) ?? EMPTY_CELL;
  }
}

class FaultInRow extends Error {
  constructor(readonly field: BankField, readonly code: string) {
    super(code);
  }
}

/** Rabobank writes "NL…EUR" in some exports; blanks and dots are for people. */
function accountOf(text: string): string {
  const bare = text.replace(/[\s.]/g, "").toUpperCase().replace(/^([A-Z]{2}\d\d[A-Z0-9]{10,30}?)(EUR)$/, "$1");
  if (bare === "") throw new FaultInRow("account", "ACCOUNT_MISSING");
  return accountNumber(bare).account ?? bare;
}

/** Says no to a file with a row that can't be read: nothing of its account is kept. */
export function refuseRow({ line, field, column, value, code }: BankRowFault): never {
  throw new Refusal("FILE_FIELD_INVALID", { line, field, column, value, fault: code });
}
