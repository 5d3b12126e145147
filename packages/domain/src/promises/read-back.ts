import { formatDay, formatMoney, type Language } from "../format";
import type { Cents } from "../money";
import type { PlainDate } from "../plain-date";

/** What was agreed on the phone, as far as the sentence needs it. */
export interface AgreedOnPhone {
  readonly amount: Cents;
  /** The last day to pay; with instalments the day of the first one is used. */
  readonly byDay?: PlainDate | null;
  readonly invoiceCount: number;
  readonly instalments?: readonly { readonly dueOn: PlainDate; readonly cents: Cents }[];
  /** Only when it is part of what is open: what then still stays open. */
  readonly stillOpen?: Cents;
  readonly language: Language;
  /** The voice of the organisation. Default "u". English has one. */
  readonly tone?: "u" | "je";
  /** Ends with "I mail this to you now; will you press klopt?". Default true. */
  readonly asksConfirmation?: boolean;
  readonly today: PlainDate;
}

/** A piece of the sentence; the amount and the day are strong. */
export interface ReadBackPart {
  readonly text: string;
  readonly strong: boolean;
}

/** The sentence to read aloud and to mail, as one text. See {@link readBackParts}. */
export function readBack(agreed: AgreedOnPhone): string {
  return readBackParts(agreed).map(({ text }) => text).join("");
}

/**
 * Composes what was agreed, to be read back before it is saved: "U betaalt € 5.482,75 voor drie facturen, in één keer,
 * uiterlijk vrijdag 27 november. Ik mail u dit nu. Wilt u daarin op klopt drukken?"
 */
export function readBackParts(agreed: AgreedOnPhone): ReadBackPart[] {
  const parts = agreed.language === "nl" ? inDutch(agreed) : inEnglish(agreed);
  return parts.map(
    (part) => (typeof part === "string" ? { text: part, strong: false } : { text: part.strong, strong: true }),
  );
}

type Piece = string | { readonly strong: string };

const NUMBERS = {
  nl: ["nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"],
  en: ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
} as const;

function inDutch(agreed: AgreedOnPhone): Piece[] {
  const formal = agreed.tone !== "je";
  const [You, you, pay] = formal ? ["U", "u", "betaalt"] : ["Je", "je", "betaalt"];
  const invoices = agreed.invoiceCount === 1 ? "één factuur" : `${count(agreed.invoiceCount, "nl")} facturen`;
  const pieces: Piece[] = [`${You} ${pay} `, money(agreed), ` voor ${invoices}, `, ...howInDutch(agreed)];
  if (agreed.stillOpen) pieces.push(` Daarna staat nog ${formatMoney(agreed.stillOpen, "nl")} open.`);
  if (agreed.asksConfirmation !== false) pieces.push(
    ` Ik mail ${you} dit nu. Wil${formal ? "t" : ""} ${you} daarin op `, { strong: "klopt" }, " drukken?",
  );
  return pieces;
}

function howInDutch({ instalments = [], byDay, today }: AgreedOnPhone): Piece[] {
  const first = instalments[0];
  const last = instalments.at(-1);
  if (!first || !last || instalments.length < 2) {
    const day = byDay ?? first?.dueOn;
    return day ? ["in één keer, uiterlijk ", { strong: spoken(day, today, "nl") }, "."] : ["in één keer."];
  }
  const alike = sameAmounts(instalments);
  const each = `${alike ? "" : ", de eerste"} van ${formatMoney(first.cents, "nl")}`;
  const end = last.cents === first.cents || !alike ? "" : `, de laatste is ${formatMoney(last.cents, "nl")}`;
  return [
    `in ${count(instalments.length, "nl")} termijnen${each}${end}. De eerste uiterlijk `, {
      strong: spoken(first.dueOn, today, "nl"),
    },
    ", de laatste uiterlijk ", { strong: spoken(last.dueOn, today, "nl") }, ".",
  ];
}

function inEnglish(agreed: AgreedOnPhone): Piece[] {
  const invoices = agreed.invoiceCount === 1 ? "one invoice" : `${count(agreed.invoiceCount, "en")} invoices`;
  const pieces: Piece[] = ["You pay ", money(agreed), ` for ${invoices}, `, ...howInEnglish(agreed)];
  if (agreed.stillOpen) pieces.push(` After that ${formatMoney(agreed.stillOpen, "en")} is still open.`);
  if (agreed.asksConfirmation !== false) pieces.push(
    " I am mailing this to you now. Would you press ", { strong: "correct" }, " in it?",
  );
  return pieces;
}

function howInEnglish({ instalments = [], byDay, today }: AgreedOnPhone): Piece[] {
  const first = instalments[0];
  const last = instalments.at(-1);
  if (!first || !last || instalments.length < 2) {
    const day = byDay ?? first?.dueOn;
    return day ? ["in one payment, by ", { strong: spoken(day, today, "en") }, " at the latest."] : ["in one payment."];
  }
  const alike = sameAmounts(instalments);
  const each = `${alike ? "" : ", the first"} of ${formatMoney(first.cents, "en")}`;
  const end = last.cents === first.cents || !alike ? "" : `, the last one ${formatMoney(last.cents, "en")}`;
  return [
    `in ${count(instalments.length, "en")} instalments${each}${end}. The first by `, {
      strong: spoken(first.dueOn, today, "en"),
    },
    ", the last by ", { strong: spoken(last.dueOn, today, "en") }, ".",
  ];
}

function money({ amount, language }: AgreedOnPhone): Piece {
  return { strong: formatMoney(amount, language) };
}

function count(number: number, language: Language): string {
  return NUMBERS[language][number] ?? String(number);
}

/** With the year only when it isn't this year. */
function spoken(day: PlainDate, today: PlainDate, language: Language): string {
  return formatDay(day, day.slice(0, 4) === today.slice(0, 4) ? "long" : "full", language);
}

/** Whether all terms but the last, which takes the difference, are alike. */
function sameAmounts(instalments: readonly { readonly cents: Cents }[]): boolean {
  return instalments.slice(0, -1).every(({ cents }) => cents === instalments[0]?.cents);
}
