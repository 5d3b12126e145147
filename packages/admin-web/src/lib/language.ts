import i18next from "i18next";
import { initReactI18next } from "react-i18next";

export type ScreenLanguage = "nl" | "en";

const KEPT = "tegemoet-language";

/** The language somebody chose here before, else the browser's, else Dutch. */
export function preferredLanguage(): ScreenLanguage {
  const kept = localStorage.getItem(KEPT);
  if (kept === "nl" || kept === "en") return kept;
  return /^en\b/.test(navigator.language) ? "en" : "nl";
}

async function textsOf(language: ScreenLanguage) {
  return language === "nl" ? (await import("../texts/nl")).nl : (await import("../texts/en")).en;
}

async function pageTextsOf(language: ScreenLanguage) {
  return language === "nl" ? (await import("../texts/pages/nl")).nlPages : (await import("../texts/pages/en")).enPages;
}

const pagesFetched = new Set<string>();

/** Fetches the texts that no first page needs, once a language. A page that needs them isn't shown before. */
export async function startPageTexts(language: string = i18next.language): Promise<void> {
  if (pagesFetched.has(language)) return;
  i18next.addResourceBundle(language, "translation", await pageTextsOf(language === "en" ? "en" : "nl"), true);
  pagesFetched.add(language);
}

/** Only the texts of the language in use are fetched. */
export async function startTexts(): Promise<void> {
  const language = preferredLanguage();
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: { [language]: { translation: await textsOf(language) } },
    keySeparator: ".",
    nsSeparator: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  document.documentElement.lang = language;
}

/** Shows the portal in another language, now and next time. */
export async function changeLanguage(language: ScreenLanguage): Promise<void> {
  if (!i18next.hasResourceBundle(language, "translation")) i18next.addResourceBundle(language, "translation", await textsOf(language));
  if (pagesFetched.size > 0) await startPageTexts(language);
  localStorage.setItem(KEPT, language);
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}
