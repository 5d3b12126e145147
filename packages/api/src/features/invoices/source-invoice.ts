import type { Cents, PlainDate } from "@tegemoet/domain";
import type { DebtorDetails } from "../debtors/debtor-details";
import type { NewInvoiceLine } from "./issue-invoices";
import type { NewDelivery } from "./issue-invoices.queries";

/** An invoice or credit note as a source tells it: a UBL file, a row of a spreadsheet, or a call of the API. */
export interface SourceInvoice {
  readonly kind: "invoice" | "credit-note";
  readonly number: string;
  readonly issuedOn: PlainDate;
  readonly dueOn: PlainDate;
  /** The day on which the work was done, or the nearest day that the invoice is about. */
  readonly performedOn?: PlainDate;
  /** What is to be paid, or given back. Not negative. */
  readonly totalCents: Cents;
  readonly currency: string;
  readonly description?: string;
  readonly orderReference?: string;
  readonly paymentReference?: string;
  readonly lines: readonly NewInvoiceLine[];
  /** The number of the invoice that a credit note credits. */
  readonly creditsNumber?: string;
  readonly debtor: DebtorDetails;
  /** We collect it by direct debit, as its source tells. */
  readonly directDebit?: { readonly mandate?: string };
  /** "ubl", "table" or "api". */
  readonly source: string;
  /** Of what the source said: the same again changes nothing, whatever staff mended since. */
  readonly sourceHash: Uint8Array;
  readonly pdf?: { readonly fileName: string; readonly bytes: Uint8Array };
  readonly delivery?: NewDelivery;
  readonly warnings: readonly string[];
}
