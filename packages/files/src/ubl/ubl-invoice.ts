import type { Cents, PlainDate } from "@tegemoet/domain";

/** An electronic invoice or credit note, read from UBL 2.1 (NLCIUS, Peppol BIS 3, or looser). */
export interface UblInvoice {
  /** A credit note is a `CreditNote`, an `Invoice` of type 381, or one whose payable amount is negative. */
  readonly kind: "invoice" | "credit-note";
  readonly document: "Invoice" | "CreditNote";
  /** UNTDID 1001: 380 invoice, 381 credit note, 384 correction, 389 self-billed. */
  readonly typeCode?: string;
  readonly number: string;
  readonly issuedOn: PlainDate;
  readonly dueOn?: PlainDate;
  /** What the document says about paying, as text. */
  readonly terms?: string;
  /** Days after the issue date, when the terms name one number of days and no due date is given. */
  readonly termDays?: number;
  readonly currency: string;
  readonly buyerReference?: string;
  readonly orderReference?: string;
  readonly contractReference?: string;
  /** Numbers of the invoices this one credits, corrects or follows (BillingReference). */
  readonly credits: readonly string[];
  readonly period?: { readonly from?: PlainDate; readonly until?: PlainDate };
  readonly note?: string;
  readonly supplier: UblParty;
  readonly buyer: UblParty;
  readonly paymentMeans: readonly UblPaymentMeans[];
  readonly lines: readonly UblLine[];
  readonly totals: UblTotals;
  /**
   * What the buyer owes more (or, negative, less) by this document, in cents: the payable amount of an invoice, minus
   * that of a credit note. Never the total with VAT: a part may have been prepaid.
   */
  readonly receivable: Cents;
  /** Files inside the invoice. */
  readonly documents: readonly UblDocument[];
  /** Files elsewhere that the invoice points at; never fetched. */
  readonly links: readonly { readonly id?: string; readonly description?: string; readonly uri: string }[];
  readonly warnings: readonly UblWarning[];
}

export interface UblParty {
  /** The name to call them by: the trading name, else the legal one, else the person's. */
  readonly name: string;
  readonly legalName?: string;
  /** Number at the Chamber of Commerce (scheme 0106, or eight digits of a Dutch party without a scheme). */
  readonly kvk?: string;
  /** Number of a government body (scheme 0190). */
  readonly oin?: string;
  /** VAT number in capitals, without points and spaces. */
  readonly vat?: string;
  /** The legal number as written, with its scheme, also when it is neither KvK nor OIN. */
  readonly companyId?: { readonly id: string; readonly scheme?: string };
  readonly endpoint?: { readonly id: string; readonly scheme?: string };
  /** The supplier's own number for the buyer. */
  readonly customerNumber?: string;
  readonly address?: UblAddress;
  readonly contact?: { readonly name?: string; readonly phone?: string; readonly email?: string };
}

export interface UblAddress {
  /** Street and house number as written. */
  readonly street?: string;
  readonly additional?: string;
  readonly postalCode?: string;
  readonly city?: string;
  readonly region?: string;
  /** ISO 3166, two letters. */
  readonly country?: string;
}

export interface UblPaymentMeans {
  /** UNTDID 4461: 30 and 58 transfer, 49 and 59 direct debit, 48 and 54 card, 57 standing agreement. */
  readonly code?: string;
  readonly paymentId?: string;
  /** Without spaces, in capitals. Check digits are not verified here: see the warnings. */
  readonly iban?: string;
  /** The account as written when it is no IBAN. */
  readonly account?: string;
  readonly accountName?: string;
  readonly mandateId?: string;
}

export interface UblLine {
  readonly id?: string;
  readonly description: string;
  readonly detail?: string;
  /** A decimal as written: "2", "0.5", "-1". */
  readonly quantity?: string;
  /** UN/ECE code: C62 is a piece, HUR an hour. */
  readonly unit?: string;
  /** A decimal as written, per `priceQuantity` units; may have more than two decimals. */
  readonly unitPrice?: string;
  readonly priceQuantity?: string;
  /** Without VAT, in cents. */
  readonly amount: Cents;
  readonly vatRateBasisPoints?: number;
}

/** In cents, with the signs of the document. */
export interface UblTotals {
  readonly taxExclusive?: Cents;
  readonly taxInclusive?: Cents;
  readonly tax?: Cents;
  readonly prepaid?: Cents;
  readonly rounding?: Cents;
  readonly payable: Cents;
}

export interface UblDocument {
  readonly id?: string;
  readonly description?: string;
  /** Without folders and control characters. */
  readonly fileName: string;
  /** As the invoice claims. */
  readonly mimeType: string;
  /** Whether the bytes begin as a PDF does. */
  readonly isPdf: boolean;
  readonly bytes: Uint8Array;
  /** Hexadecimal. */
  readonly sha256: string;
}

/** Something that NLCIUS asks and that is not so, while the invoice can still be imported (law.md §9). */
export interface UblWarning {
  readonly code: UblWarningCode;
  readonly field: string;
  readonly value?: string;
}

export type UblWarningCode =
  | "NOT_NLCIUS"
  | "ENCODING_GUESSED"
  | "TYPE_CODE_UNKNOWN"
  | "ISSUE_DATE_MISSING"
  | "DUE_DATE_MISSING"
  | "REFERENCE_MISSING"
  | "SUPPLIER_ID_MISSING"
  | "BUYER_ID_MISSING"
  | "ADDRESS_INCOMPLETE"
  | "CREDITED_INVOICE_MISSING"
  | "PAYMENT_MEANS_MISSING"
  | "PAYMENT_CODE_UNUSUAL"
  | "MANDATE_MISSING"
  | "IBAN_INVALID"
  | "AMOUNT_UNREADABLE"
  | "AMOUNT_ROUNDED"
  | "TOTALS_DIFFER"
  | "LINES_MISSING"
  | "LINES_DIFFER"
  | "DOCUMENT_UNREADABLE";
