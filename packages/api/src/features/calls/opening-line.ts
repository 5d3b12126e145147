import { addDays, formatDay, formatMoney, nextBusinessDay, type Language, type PlainDate } from "@tegemoet/domain";

export interface OpeningFacts {
  readonly caller: string;
  readonly organisation: string;
  readonly person: string | null;
  readonly invoiceNumbers: readonly string[];
  readonly description: string | null;
  readonly totalCents: number;
  /** What was promised last and didn't come. */
  readonly brokenPromise: { readonly byDay: PlainDate } | null;
  readonly latestDay: PlainDate;
  readonly today: PlainDate;
  readonly language: Language;
}

/**
 * The first sentence of the call, what we ask, and what we go for: who calls, what it is about, and the day that would suit. It asks for
 * a day and never why, nor whether the invoice came or the work was right.
 */
export function openingLine(facts: OpeningFacts): { openingLine: string; question: string; goal: string } {
  const { caller, organisation, person, invoiceNumbers, description, totalCents, language, today } = facts;
  const money = formatMoney(totalCents, language);
  const wanted = nextBusinessDay(addDays(today, 7));
  const goalDay = formatDay(wanted < facts.latestDay ? wanted : facts.latestDay, "long", language);
  const [first] = invoiceNumbers;
  if (language === "nl") {
    const what = invoiceNumbers.length === 1 ? `factuur ${first}${description ? ` voor ${description}` : ""}, ${money}` : `${invoiceNumbers.length} facturen, samen ${money}`;
    return {
      openingLine: `Goedendag, u spreekt met ${caller} van ${organisation}.${person ? ` Spreek ik met ${person}?` : ""} Ik bel over ${what}.`,
      question: facts.brokenPromise ? `Wij spraken ${formatDay(facts.brokenPromise.byDay, "long", "nl")} af. Welke dag past u nu?` : "Op welke dag kunnen wij de betaling verwachten?",
      goal: `Een dag voor ${money}, het liefst uiterlijk ${goalDay}`,
    };
  }
  const what = invoiceNumbers.length === 1 ? `invoice ${first}${description ? ` for ${description}` : ""}, ${money}` : `${invoiceNumbers.length} invoices, ${money} in all`;
  return {
    openingLine: `Good day, this is ${caller} of ${organisation}.${person ? ` Am I speaking with ${person}?` : ""} I am calling about ${what}.`,
    question: facts.brokenPromise ? `We agreed on ${formatDay(facts.brokenPromise.byDay, "long", "en")}. Which day would suit you now?` : "On which day can we expect the payment?",
    goal: `A day for ${money}, preferably by ${goalDay}`,
  };
}
