import type { Language, Tone } from "../graphql/graphql";
import type { texts as dutch } from "./nl";

/** Every text of the portal. Dutch is the measure: a language that lacks one does not compile. */
export type Texts = ReturnType<typeof dutch>;

const LANGUAGES: Readonly<Record<Language, () => Promise<{ texts: (tone: Tone) => Texts }>>> = {
  nl: () => import("./nl"),
  en: () => import("./en"),
};

/** Fetches one language. Tone only matters where a language knows two. */
export async function loadTexts(language: Language, tone: Tone): Promise<Texts> {
  return (await LANGUAGES[language]()).texts(tone);
}
