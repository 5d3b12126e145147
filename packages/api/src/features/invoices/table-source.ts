import { createHash } from "node:crypto";
import { addDays, type DebtorKind, type PlainDate } from "@tegemoet/domain";
import { decimalSignOf, readAmount, readDay, type DecimalSign, type Table, type TableCell, type TableRow } from "@tegemoet/files";
import { mailOf, phoneOf, type DebtorDetails } from "../debtors/debtor-details";
import { NEEDED_FIELDS, type ImportField, type ImportMapping } from "./import-fields";
import { readMandate } from "./mandate";
import type { SourceInvoice } from "./source-invoice";
import { DEFAULT_TERM_DAYS, hasLegalForm, noonOf, streetOf } from "./ubl-source";

/** Why a cell can't be taken, or should be looked at. */
export const CELL_FAULTS = [
  "MISSING", "FORMULA", "CELL_ERROR", "DAY_UNREADABLE", "DAY_NOT_THERE", "DUE_BEFORE_ISSUED", "AMOUNT_UNREADABLE", "AMOUNT_UNCLEAR", "AMOUNT_TOO_FINE", "AMOUNT_TOO_LARGE",
  "AMOUNT_ZERO", "CURRENCY_OTHER", "TERM_UNREADABLE", "TOO_LONG",
] as const;
export type CellFaultCode = (typeof CELL_FAULTS)[number];
/** Said of a row that is taken all the same. */
export const CELL_NOTICES = ["MINUS_AT_END", "CREDIT_NOTE", "MAIL_UNREADABLE", "PHONE_UNREADABLE", "DUE_BY_TERM"] as const;
export type CellNoticeCode = (typeof CELL_NOTICES)[number];

export interface CellFault {
  readonly field: ImportField;
  /** The name of the column; null when no column was chosen for it. */
  readonly column: string | null;
  readonly code: CellFaultCode;
  readonly value: string;
}

export interface CellNotice {
  readonly field: ImportField;
  readonly code: CellNoticeCode;
  readonly value: string;
}

/** A row as we understand it: an invoice, or what is wrong with it. */
export interface UnderstoodRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly invoice?: SourceInvoice;
  readonly faults: readonly CellFault[];
  readonly notices: readonly CellNotice[];
}

/** What a column "direct debit" says when an invoice is collected: yes in a word, or the way of paying by name, unless that is denied. */
const YES = /^(ja|j|yes|y|true|waar|1|x|sdd)$/i;
const DEBIT = /incasso|direct debit/i;
const DENIED = /\b(geen|niet|nee|no|not|none|zonder|without)\b/i;

/** After so many rows others get a turn. */
const ROWS_A_TURN = 500;

/** Understands every row of a table by a mapping. Nothing is thrown for a row: its faults are told. */
export async function understandTable(table: Table, mapping: ImportMapping): Promise<UnderstoodRow[]> {
  const index = Object.fromEntries(Object.entries(mapping.columns).map(([field, column]) => [field, table.columns.indexOf(column ?? "")])) as Partial<Record<ImportField, number>>;
  const amountAt = index.amount ?? -1;
  const decimal = mapping.decimal ?? decimalSignOf(amountsOf(table.rows, amountAt));
  const understood: UnderstoodRow[] = [];
  for (const row of table.rows) {
    if (understood.length % ROWS_A_TURN === 0) await new Promise((resolve) => setImmediate(resolve));
    understood.push(new RowReader(row, index, mapping).understand(decimal));
  }
  return understood;
}

function* amountsOf(rows: readonly TableRow[], at: number): Generator<TableCell> {
  for (const { cells } of rows) if (cells[at]) yield cells[at];
}

const LONGEST: Readonly<Partial<Record<ImportField, number>>> = { number: 60, debtorName: 200, description: 500, paymentReference: 60, orderReference: 60, email: 254 };

/** One row while it is being read; gathers its faults. */
class RowReader {
  private readonly faults: CellFault[] = [];
  private readonly notices: CellNotice[] = [];

  constructor(private readonly row: TableRow, private readonly index: Partial<Record<ImportField, number>>, private readonly mapping: ImportMapping) {}

  understand(decimal: DecimalSign | undefined): UnderstoodRow {
    const { line, cells } = this.row;
    for (const field of NEEDED_FIELDS) if (this.cell(field).text === "") this.fault(field, "MISSING");
    const cents = this.amount(decimal);
    const issuedOn = this.day("issuedOn");
    const dueOn = issuedOn && this.dueDay(issuedOn);
    const debtor = this.debtor();
    const number = this.text("number");
    const told = { line, cells: cells.map(({ text }) => text), faults: this.faults, notices: this.notices };
    const texts = { description: this.text("description"), orderReference: this.text("orderReference"), paymentReference: this.text("paymentReference") };
    const creditsNumber = this.text("creditsNumber");
    const directDebit = this.directDebit();
    if (this.faults.length > 0 || cents === undefined || !issuedOn || !dueOn || !number) return told;
    const credit = cents < 0;
    if (credit) this.notice("amount", "CREDIT_NOTE");
    const facts = { kind: credit ? ("credit-note" as const) : ("invoice" as const), number, issuedOn, dueOn, totalCents: Math.abs(cents), currency: "EUR", ...texts };
    return {
      ...told,
      invoice: {
        ...facts, debtor, directDebit, creditsNumber: credit ? creditsNumber : undefined, source: "table", warnings: [], lines: [{ description: facts.description ?? number, amountCents: Math.abs(cents) }],
        sourceHash: createHash("sha256").update(JSON.stringify([facts, debtor, creditsNumber ?? null, ...(directDebit ? [directDebit] : [])])).digest(),
        delivery: { channel: "unknown", address: debtor.email, sentAt: noonOf(issuedOn) },
      },
    };
  }

  private cell(field: ImportField): TableCell {
    return this.row.cells[this.index[field] ?? -1] ?? { text: "", type: "text" };
  }

  private fault(field: ImportField, code: CellFaultCode): void {
    const column = this.mapping.columns[field] ?? null;
    if (!this.faults.some((fault) => fault.field === field)) this.faults.push({ field, column, code, value: this.cell(field).text.slice(0, 80) });
  }

  private notice(field: ImportField, code: CellNoticeCode, value = this.cell(field).text): void {
    this.notices.push({ field, code, value: value.slice(0, 80) });
  }

  /** What a cell says, when it says anything that can be used. */
  private text(field: ImportField): string | undefined {
    const { text, fault } = this.cell(field);
    if (fault) this.fault(field, fault);
    if (text.length > (LONGEST[field] ?? 120)) this.fault(field, "TOO_LONG");
    return text === "" || fault ? undefined : text.replace(/\s+/g, " ");
  }

  private amount(decimal: DecimalSign | undefined): number | undefined {
    if (this.text("amount") === undefined) return undefined;
    const currency = this.text("currency");
    if (currency && !/^(eur|euro|€)$/i.test(currency)) this.fault("currency", "CURRENCY_OTHER");
    const reading = readAmount(this.cell("amount"), decimal);
    if ("fault" in reading) return void this.fault("amount", reading.fault);
    if (reading.cents === 0) return void this.fault("amount", "AMOUNT_ZERO");
    if (reading.minusAtEnd) this.notice("amount", "MINUS_AT_END");
    return reading.cents;
  }

  private day(field: "issuedOn" | "dueOn"): PlainDate | undefined {
    if (this.text(field) === undefined) return undefined;
    const reading = readDay(this.cell(field));
    if ("fault" in reading) return void this.fault(field, reading.fault);
    return reading.day;
  }

  private dueDay(issuedOn: PlainDate): PlainDate | undefined {
    const dueOn = this.day("dueOn");
    if (dueOn && dueOn < issuedOn) return void this.fault("dueOn", "DUE_BEFORE_ISSUED");
    if (dueOn) return dueOn;
    const term = /^(\d{1,3})\b/.exec(this.text("termDays") ?? "")?.[1];
    if (this.cell("termDays").text !== "" && !term) return void this.fault("termDays", "TERM_UNREADABLE");
    const due = addDays(issuedOn, Number(term ?? DEFAULT_TERM_DAYS));
    if (this.cell("dueOn").text === "") this.notice("dueOn", "DUE_BY_TERM", due);
    return due;
  }

  /** Said in a column of its own; a mandate alone says it too, unless that column says no. */
  private directDebit(): SourceInvoice["directDebit"] {
    const said = this.text("directDebit");
    const mandate = readMandate(this.text("mandate"));
    const yes = said === undefined ? mandate !== undefined : YES.test(said) || (DEBIT.test(said) && !DENIED.test(said));
    return yes ? { mandate } : undefined;
  }

  private debtor(): DebtorDetails {
    const number = this.text("debtorNumber");
    const name = this.text("debtorName") ?? "";
    const [email, phone] = [this.text("email"), this.text("phone")];
    // What can't be reached by mail or phone still owes: the row is taken, and somebody is told.
    if (email && !mailOf(email)) this.notice("email", "MAIL_UNREADABLE");
    if (phone && !phoneOf(phone)) this.notice("phone", "PHONE_UNREADABLE");
    const written = this.text("street");
    const split = this.text("houseNumber") ? { street: written, houseNumber: this.text("houseNumber") } : streetOf(written);
    const kvk = this.text("kvk")?.replace(/\D/g, "").padStart(8, "0");
    // Without a number of its own a debtor is known by mail address, else by name and house; "@" says that it may change.
    const key = number ?? mailOf(email) ?? `name@${[name, this.text("postalCode"), split.houseNumber].filter(Boolean).join(" ").toLowerCase().replace(/\s+/g, " ")}`;
    return {
      name, number, kvk: kvk && /^\d{8}$/.test(kvk) && kvk !== "00000000" ? kvk : undefined, vatNumber: this.text("vatNumber"), email: mailOf(email), phone: phoneOf(phone), ...split,
      externalKey: key && `table:${key}`.slice(0, 120), kind: kindOf(this.text("debtorKind"), name, kvk), postalCode: this.text("postalCode"), city: this.text("city"),
      country: countryOf(this.text("country")), language: languageOf(this.text("language")),
    };
  }
}

/** Said, or plain from a legal form; a number at the Chamber of Commerce alone is a person in business. Else unknown: treated as a consumer. */
function kindOf(said: string | undefined, name: string, kvk: string | undefined): DebtorKind | undefined {
  if (said && /^(particulier|consument|consumer|private|b2c|p)$/i.test(said)) return "consumer";
  if (said && /^(eenmanszaak|zzp|sole trader|vof|maatschap)$/i.test(said)) return "natural-person-in-business";
  if ((said && /^(rechtspersoon|bv|nv|legal person|company)$/i.test(said)) || hasLegalForm(name)) return "legal-person";
  return kvk || (said && /^(zakelijk|bedrijf|business|b2b|z)$/i.test(said)) ? "natural-person-in-business" : undefined;
}

function countryOf(text: string | undefined): string | undefined {
  if (!text) return undefined;
  if (/^(nederland|the netherlands|netherlands|holland)$/i.test(text)) return "NL";
  return /^[a-z]{2}$/i.test(text) ? text.toUpperCase() : /^belgi/i.test(text) ? "BE" : /^(duitsland|germany|deutschland)$/i.test(text) ? "DE" : undefined;
}

function languageOf(text: string | undefined): "nl" | "en" | undefined {
  return text && /^(nl|nederlands|dutch)$/i.test(text) ? "nl" : text && /^(en|engels|english)$/i.test(text) ? "en" : undefined;
}
