import type { Language, Tone } from "../graphql/graphql";
import type { firstTexts } from "./nl";
import type { pageTexts } from "./pages/nl";

/** What the first screen says. Dutch is the measure: a language that lacks a text does not compile. */
export type FirstTexts = ReturnType<typeof firstTexts>;

/** What the pages behind it say; they come with those pages. */
export type PageTexts = ReturnType<typeof pageTexts>;

export type Texts = FirstTexts & PageTexts;

const FIRST: Readonly<Record<Language, () => Promise<{ firstTexts: (tone: Tone) => FirstTexts }>>> = {
  nl: () => import("./nl"),
  en: () => import("./en"),
};

const PAGES: Readonly<Record<Language, () => Promise<{ pageTexts: (tone: Tone) => PageTexts }>>> = {
  nl: () => import("./pages/nl"),
  en: () => import("./pages/en"),
};

/** Fetches one language for the first screen. Tone only matters where a language knows two. */
export async function loadFirstTexts(language: Language, tone: Tone): Promise<FirstTexts> {
  return (await FIRST[language]()).firstTexts(tone);
}

const fetched = new Map<string, Promise<PageTexts>>();

/** Fetches one language for the pages, once; a fetch that failed is tried again the next time. */
export function loadPageTexts(language: Language, tone: Tone): Promise<PageTexts> {
  const key = `${language}-${tone}`;
  const known = fetched.get(key);
  if (known) return known;
  const fetching = PAGES[language]().then(({ pageTexts: made }) => made(tone));
  fetching.catch(() => fetched.delete(key));
  fetched.set(key, fetching);
  return fetching;
}
