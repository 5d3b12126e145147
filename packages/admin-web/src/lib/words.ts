import i18next from "i18next";
import { useTranslation } from "react-i18next";
import type { nl } from "../texts/nl";

type Groups = (typeof nl)["words"];

/** The words for a code of the server. A code that this version has no word for is shown as it is, never left out. */
export function wordFor(group: keyof Groups, code: string): string {
  const key = `words.${group}.${code}`;
  return i18next.exists(key) ? i18next.t(key as never) : code;
}

/** {@link wordFor}, rendered anew when the language changes. */
export function useWords(): typeof wordFor {
  useTranslation();
  return wordFor;
}
