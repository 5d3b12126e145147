import { callOutcome, formatMoney, type Language } from "@tegemoet/domain";
import type { HistoryRow } from "./overview.queries";

const MESSAGES: Readonly<Record<string, Record<Language, string>>> = {
  "note-before-due": { nl: "Bericht vooraf gemaild", en: "Note before the due day mailed" },
  "reminder-1": { nl: "Herinnering gemaild", en: "Reminder mailed" },
  "reminder-2": { nl: "Tweede herinnering gemaild", en: "Second reminder mailed" },
  "reminder-3": { nl: "Derde herinnering gemaild", en: "Third reminder mailed" },
  "fourteen-day-letter": { nl: "Veertiendagenbrief verstuurd", en: "Fourteen-day letter sent" },
  "business-notice": { nl: "Aanmaning verstuurd", en: "Notice sent" },
  "call-confirmation": { nl: "Onze afspraak gemaild", en: "Our agreement mailed" },
  "not-reached": { nl: "Wij belden en mailden u", en: "We called and mailed you" },
  "promise-broken": { nl: "Bericht over onze afspraak gemaild", en: "Message about our agreement mailed" },
  "plan-offered": { nl: "Voorstel voor termijnen gemaild", en: "Offer of instalments mailed" },
  "plan-accepted": { nl: "Uw termijnen bevestigd", en: "Your instalments confirmed" },
  "plan-declined": { nl: "Antwoord op uw voorstel gemaild", en: "Answer to your proposal mailed" },
  "instalment-coming": { nl: "Bericht over de volgende termijn gemaild", en: "Message about the next instalment mailed" },
  "instalment-missed": { nl: "Bericht over een termijn gemaild", en: "Message about an instalment mailed" },
  "plan-broken": { nl: "Bericht dat de termijnen stopten", en: "Message that the instalments stopped" },
  "plan-finished": { nl: "Alle termijnen betaald", en: "All instalments paid" },
  "dispute-received": { nl: "Uw bericht ontvangen", en: "Your message received" },
  "dispute-decided": { nl: "Ons antwoord gemaild", en: "Our answer mailed" },
  "hardship": { nl: "Rust bevestigd", en: "Rest confirmed" },
  "invoice-copy": { nl: "Kopie van de factuur gemaild", en: "Copy of the invoice mailed" },
};
const OTHER_MESSAGE: Record<Language, string> = { nl: "Bericht verstuurd", en: "Message sent" };

/** One line of what happened, as a debtor reads it. */
export function historyText({ kind, what, cents }: HistoryRow, language: Language): string {
  const dutch = language === "nl";
  switch (kind) {
    case "invoice":
      return dutch ? `Factuur ${what} van ${formatMoney(cents ?? 0, "nl")}` : `Invoice ${what} of ${formatMoney(cents ?? 0, "en")}`;
    case "payment":
      return dutch ? `Uw betaling van ${formatMoney(cents ?? 0, "nl")} ontvangen` : `Your payment of ${formatMoney(cents ?? 0, "en")} received`;
    case "call":
      if (callOutcome(what)?.reached ?? what === "callBack") return dutch ? "Wij spraken elkaar aan de telefoon" : "We spoke by telephone";
      return dutch ? "Wij belden, maar kregen geen contact" : "We called, but could not reach you";
    case "agreement":
      if (what === "confirmed") return dutch ? "Afspraak gemaakt, door u bevestigd" : "Agreement made, confirmed by you";
      if (what === "contradicted") return dutch ? "Afspraak gemaakt, u gaf aan dat het anders is" : "Agreement made, you said it is different";
      return dutch ? "Afspraak gemaakt" : "Agreement made";
    default:
      return (MESSAGES[what] ?? OTHER_MESSAGE)[language];
  }
}

/** The name of a part of the claim. */
export const CLAIM_LABELS: Readonly<Record<"principal" | "interest" | "costs" | "payment", Record<Language, string>>> = {
  principal: { nl: "Factuur", en: "Invoice" },
  interest: { nl: "Wettelijke rente", en: "Statutory interest" },
  costs: { nl: "Incassokosten", en: "Collection costs" },
  payment: { nl: "Betaald", en: "Paid" },
};
