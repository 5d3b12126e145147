import { formatMoney, type Language } from "../format";
import type { Cents } from "../money";
import { ACCEPTED_TERM_WORDINGS } from "./fourteen-day-letter";

/**
 * What can be wrong with a fourteen-day letter, each a reason not to send it: an element of law that is missing, or a
 * wording that makes the letter void.
 */
export type LetterFault =
  | "creditor"
  | "debtor"
  | "invoice"
  | "principal"
  | "default"
  | "term"
  | "term-void"
  | "no-costs-in-time"
  | "costs"
  | "vat"
  | "consequence"
  | "how-to-pay";

/** What the letter is about; each fact that is given must be found in the text. */
export interface LetterToCheck {
  language?: Language;
  creditorName: string;
  debtorName: string;
  invoiceNumbers: readonly string[];
  /** The sum that is asked within the term. */
  principal: Cents;
  /** The amount that will be added, with VAT when the creditor can't set it off. */
  costs: Cents;
  /** Whether that amount holds VAT, which the letter then says (Besluit art. 2 lid 3). */
  costsIncludeVat?: boolean;
  iban?: string;
  payUrl?: string;
}

const MONTHS = {
  nl: "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december",
  en: "january|february|march|april|may|june|july|august|september|october|november|december",
};

/** A term from the day of the letter, or up to a day of the calendar: neither tells rightly when the fourteen days end. */
const VOID_TERM = {
  nl: new RegExp(
    "binnen (14|15|veertien|vijftien) dagen (na|vanaf) (heden|vandaag|dagtekening|verzending|de (datum|dagtekening|verzending))" +
      `|(uiterlijk|vóór|betaal[^.]{0,60} voor)( op)? \\d{1,2} (${MONTHS.nl})`,
  ),
  en: new RegExp(
    "within (14|15|fourteen|fifteen) days (of|after|from) (today|the date|dispatch|sending|now)" +
      `|(pay[^.]{0,60} (by|before)|no later than) \\d{1,2} (${MONTHS.en})`,
  ),
};

/** A word or phrase by which each element is known; small letters, as the text is read. */
const PHRASES = {
  nl: {
    default: /\bverzuim\b|termijn is (voorbij|verstreken|verlopen)|te laat met betalen/,
    noCosts: /\bgeen (extra |buitengerechtelijke )?(incasso)?kosten\b|\bzonder (extra |bijkomende )?(incasso)?kosten\b/,
    consequence: /niet (op tijd|binnen|volledig binnen)|na (deze|de) termijn/,
    vat: /\bbtw\b|omzetbelasting/,
  },
  en: {
    default: /\bin default\b|term has (passed|ended|expired)|overdue/,
    noCosts: /\bno (extra |collection )?costs?\b|\b(without|free of) (any )?(extra |collection )?costs?\b/,
    consequence: /(not|don['’]t) pay[^.]{0,40}(in time|within)|after (this|the) (term|period)/,
    vat: /\bvat\b/,
  },
} as const;

/**
 * What is missing from, or void in, a fourteen-day letter as it will be sent. Empty: it may go. Text or simple HTML.
 *
 * Source: BW 6:96 lid 6; Besluit vergoeding voor buitengerechtelijke incassokosten art. 2; HR 25-11-2016,
 * ECLI:NL:HR:2016:2704. The letter names who asks whom for which claim, that paying is late, the accepted wording of
 * the term, that paying in time costs nothing, the exact costs otherwise, and how to pay.
 */
export function fourteenDayLetterFaults(text: string, facts: LetterToCheck): LetterFault[] {
  const language = facts.language ?? "nl";
  const phrases = PHRASES[language];
  const plain = plainText(text);
  const faults: LetterFault[] = [];
  const need = (fault: LetterFault, present: boolean): void => {
    if (!present) faults.push(fault);
  };
  need("creditor", hasWords(plain, facts.creditorName));
  need("debtor", hasWords(plain, facts.debtorName));
  need("invoice", facts.invoiceNumbers.length > 0 && facts.invoiceNumbers.every((number) => hasWords(plain, number)));
  need("principal", hasAmount(plain, facts.principal, language));
  need("default", phrases.default.test(plain));
  need(
    "term",
    ACCEPTED_TERM_WORDINGS[language].some((wording) => plain.includes(wording)),
  );
  need("term-void", !VOID_TERM[language].test(plain));
  need("no-costs-in-time", phrases.noCosts.test(plain));
  need("costs", facts.costs > 0 && hasAmount(plain, facts.costs, language));
  need("vat", !facts.costsIncludeVat || phrases.vat.test(plain));
  need("consequence", phrases.consequence.test(plain));
  need("how-to-pay", howToPay(plain, text, facts));
  return faults;
}

/** The elements of the law that are words, and need no fact to be seen. */
export type LawPhrase = Extract<LetterFault, "default" | "term" | "term-void" | "no-costs-in-time" | "consequence">;

/**
 * Which phrases a fourteen-day letter fails to say, whatever its facts: for an editor, while the amounts are still variables.
 *
 * Source: as {@link fourteenDayLetterFaults}.
 */
export function missingLawPhrases(text: string, language: Language): LawPhrase[] {
  const nothing = { language, creditorName: "", debtorName: "", invoiceNumbers: [], principal: 0, costs: 0 };
  return fourteenDayLetterFaults(text, nothing).filter((fault): fault is LawPhrase => (LAW_PHRASES as readonly string[]).includes(fault));
}

const LAW_PHRASES: readonly LawPhrase[] = ["default", "term", "term-void", "no-costs-in-time", "consequence"];

/** Tags and entities away, spaces made one, small letters: what a reader reads. */
function plainText(text: string): string {
  return text
    .replace(/<(style|script)[\s\S]*?<\/\1>/gi, " ")
    .replace(/<\/?(b|i|em|strong|span|u|small)(\s[^>]*)?>/gi, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/&nbsp;|&#160;|&#xa0;/gi, " ")
    .replace(/&euro;|&#8364;/gi, "€")
    .replace(/&amp;/gi, "&")
    .replace(/[\s\u00a0\u202f]+/g, " ")
    .toLowerCase();
}

function hasWords(plain: string, words: string): boolean {
  const wanted = plainText(words).trim();
  return wanted !== "" && plain.includes(wanted);
}

/** The amount as we write it, with or without the sign of thousands, and not as a part of a longer number. */
function hasAmount(plain: string, amount: Cents, language: Language): boolean {
  const written = formatMoney(amount, language).replace(/[^\d.,]/g, "");
  const bare = written.replace(language === "nl" ? /\./g : /,/g, "");
  return [written, bare].some((number) => {
    const escaped = number.replace(/[.]/g, "\\.");
    return new RegExp(`(?<![\\d.,])${escaped}(?![\\d])`).test(plain);
  });
}

function howToPay(plain: string, text: string, { iban, payUrl }: LetterToCheck): boolean {
  const byBank = iban !== undefined && plain.replace(/ /g, "").includes(iban.replace(/\s+/g, "").toLowerCase());
  return byBank || (payUrl !== undefined && payUrl !== "" && text.includes(payUrl));
}
