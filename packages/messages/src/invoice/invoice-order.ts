import type { Cents, Language, PlainDate } from "@tegemoet/domain";
import type { Brand, CreditorFacts, DebtorFacts } from "../message-facts";

/** One line of an invoice, as the creditor's system made it. */
export interface InvoiceLine {
  readonly description: string;
  /** As it is to be read: "2", "1,5", "2 uur". */
  readonly quantity?: string | null;
  readonly unitCents?: Cents | null;
  readonly netCents: Cents;
  /** Whole or half percent: 21, 9, 0. Null when exempt. */
  readonly vatPercent?: number | null;
}

/** The VAT of one rate. */
export interface InvoiceVat {
  readonly percent: number | null;
  readonly netCents: Cents;
  readonly vatCents: Cents;
}

export interface InvoiceOrder {
  readonly number: string;
  readonly issuedOn: PlainDate;
  readonly dueOn: PlainDate;
  /** What the debtor writes with the payment: betalingskenmerk, RF or the invoice number. Default: the number. */
  readonly reference?: string | null;
  /** The debtor's own order or project number. */
  readonly orderNumber?: string | null;
  readonly description?: string | null;
  readonly lines: readonly InvoiceLine[];
  readonly vat: readonly InvoiceVat[];
  readonly netCents: Cents;
  readonly vatCents: Cents;
  readonly totalCents: Cents;
  /** What was paid before. */
  readonly prepaidCents?: Cents;
  /** A credit note: its amounts are given positive and are read as "terug". */
  readonly creditNote?: boolean;
  readonly creditor: CreditorFacts;
  readonly debtor: DebtorFacts;
  readonly brand?: Brand;
  readonly language?: Language;
}
