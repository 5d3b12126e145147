import type { Cents, PlainDate } from "@tegemoet/domain";

/**
 * Who owes. `salutation` is what follows "Beste" or "Dear": "mevrouw Hendriks", "Sanne". Without it we greet with
 * "Goedendag".
 */
export interface DebtorFacts {
  readonly name: string;
  readonly salutation?: string | null;
  readonly contactPerson?: string | null;
  readonly address?: string | null;
  readonly postalCode?: string | null;
  readonly city?: string | null;
  /** Only written on a letter when it isn't the Netherlands. */
  readonly country?: string | null;
}

/** Who is owed, and the person of theirs who answers. The IBAN is the one verified account of the organisation. */
export interface CreditorFacts {
  /** The name people know: "IJsvogel Installatie". Sender of the mail, first word of the subject. */
  readonly name: string;
  /** The name in the trade register, for the account and the small print. Default: `name`. */
  readonly legalName?: string | null;
  readonly iban: string;
  readonly bic?: string | null;
  readonly kvk?: string | null;
  readonly vatNumber?: string | null;
  readonly phone?: string | null;
  /** A whole phrase in the language of the message: "maandag tot en met vrijdag, 9.00 tot 17.00 uur". */
  readonly phoneHours?: string | null;
  readonly email: string;
  readonly contactPerson?: string | null;
  /** "Administratie". */
  readonly contactRole?: string | null;
  readonly address?: string | null;
  readonly postalCode?: string | null;
  readonly city?: string | null;
  /**
   * False when the creditor can't set off VAT: then the letter names the VAT in the costs (Besluit BIK art. 2 lid 3).
   */
  readonly vatDeductible?: boolean;
}

export interface InvoiceFacts {
  readonly number: string;
  readonly issuedOn: PlainDate;
  readonly dueOn: PlainDate;
  readonly description?: string | null;
  readonly openCents: Cents;
  readonly totalCents: Cents;
  /** What was paid on it; when left out, all that isn't open any more. */
  readonly paidCents?: Cents;
  /** What credit notes took off it. */
  readonly creditedCents?: Cents;
}

/** One line of the call log. Only what was logged is ever written to a debtor. */
export interface CallFacts {
  /** The moment, as a Date or an ISO string with its zone; shown in Europe/Amsterdam. */
  readonly at: Date | string;
  readonly reached: boolean;
  /** Whom we spoke, when it was somebody else than the addressee: "de heer De Boer". */
  readonly personSpoken?: string | null;
}

/** How the oldest invoice of a message reached the debtor, by our own books. */
export interface DeliveryFacts {
  readonly sentOn: PlainDate;
  /** Null for what went by post, and for what the books don't tell. */
  readonly address?: string | null;
  readonly deliveredOn?: PlainDate | null;
}

export interface InstalmentFacts {
  readonly on: PlainDate;
  readonly cents: Cents;
}

/** What was agreed in a call and read back. */
export interface AgreementFacts {
  /** The sentence that was read back, word for word. */
  readonly sentence?: string | null;
  readonly amountCents: Cents;
  readonly byDay: PlainDate;
  /** Numbers of the invoices it is about. */
  readonly invoices: readonly string[];
  readonly instalments?: readonly InstalmentFacts[];
}

export interface PlanFacts {
  readonly instalments: readonly InstalmentFacts[];
  readonly offerEndsOn?: PlainDate | null;
  /** Why we said no, in a whole kind sentence. Only for plan-declined. */
  readonly reason?: string | null;
}

/** The instalment a message is about. `number` counts from 1. */
export interface CurrentInstalmentFacts extends InstalmentFacts {
  readonly number: number;
  readonly count: number;
}

export interface DisputeFacts {
  readonly invoiceNumber: string;
  readonly amountCents?: Cents | null;
  /** What the debtor wrote, in their words. */
  readonly reason?: string | null;
  /** The day on which the debtor hears from us at the latest. */
  readonly answerBy?: PlainDate | null;
  readonly outcome?: "agreed" | "partly" | "declined" | null;
  /** Our answer, in whole sentences, written by a person. */
  readonly explanation?: string | null;
}

/** What a letter says beside its text. */
export interface LetterFacts {
  /** Our reference of the case: "B-2026-1187". */
  readonly reference?: string | null;
  /** Whether the letter as PDF goes along with the mail. */
  readonly attached?: boolean;
}

export interface PaymentFacts {
  readonly cents: Cents;
  readonly receivedOn: PlainDate;
}

/** Where links lead. Each falls back on a path under `portalUrl`. */
export interface LinkFacts {
  readonly pay?: string;
  readonly terms?: string;
  readonly agree?: string;
  readonly disagree?: string;
}

/** A place that helps people with money worries for free, from the organisation's settings. */
export interface HelpFacts {
  readonly name: string;
  readonly phone?: string | null;
  readonly url?: string | null;
}

/**
 * Everything a message may tell. One shape for all kinds; which parts a kind needs stands in `REQUIRED_FACTS`.
 * Amounts are whole cents, days are ISO days, and nothing here is markup: values are shown as they are.
 */
export interface MessageFacts {
  /** The day on which the message is written; also the date of a letter. */
  readonly today: PlainDate;
  readonly debtor: DebtorFacts;
  readonly creditor: CreditorFacts;
  readonly invoices: readonly InvoiceFacts[];
  /** What is open in all; the sum of `openCents`. Checked. */
  readonly totalCents: Cents;
  /** The day by which we ask to pay. */
  readonly payBy?: PlainDate | null;
  /** The debtor's own page, with its secret token: "https://host/portal/p/…". */
  readonly portalUrl?: string | null;
  /** The code to type for who doesn't trust a link: "H7KM-42QX". */
  readonly portalCode?: string | null;
  /** The address to type with it. Default: the host of `portalUrl`. */
  readonly portalAddress?: string | null;
  readonly links?: LinkFacts;
  /** Betalingskenmerk or other payment reference for a transfer; without it the invoice numbers serve. */
  readonly paymentReference?: string | null;
  readonly calls?: readonly CallFacts[];
  readonly delivery?: DeliveryFacts | null;
  readonly agreement?: AgreementFacts | null;
  readonly plan?: PlanFacts | null;
  /** A worked example of terms, by the organisation's policy. Without it a reminder offers terms in words only. */
  readonly planExample?: { readonly instalments: readonly InstalmentFacts[] } | null;
  readonly instalment?: CurrentInstalmentFacts | null;
  readonly dispute?: DisputeFacts | null;
  readonly payment?: PaymentFacts | null;
  /** Until when reminders rest. */
  readonly pausedUntil?: PlainDate | null;
  readonly help?: readonly HelpFacts[];
  /** Exact collection costs that become due after the term, VAT included when the creditor can't set it off. */
  readonly costsCents?: Cents | null;
  /** The VAT within `costsCents`; needed when `creditor.vatDeductible` is false. */
  readonly costsVatCents?: Cents | null;
  /** Statutory commercial interest up to today; only for business-notice. */
  readonly interestCents?: Cents | null;
  readonly letter?: LetterFacts | null;
  /** Whether the invoice goes along as a PDF. */
  readonly attached?: boolean;
  /** The 6-digit check code of portal-code. */
  readonly code?: string | null;
  readonly codeMinutes?: number | null;
}

/** The face of an organisation in a message. */
export interface Brand {
  readonly name: string;
  /** One to three letters in the mark. Default: the first letters of the name. */
  readonly initials?: string | null;
  /** "#0b5f6e". Made readable by {@link brandColours}. Default: the house blue. */
  readonly colour?: string | null;
  /** A square PNG of at least 80 × 80 instead of the initials. */
  readonly markPng?: Buffer | null;
}
