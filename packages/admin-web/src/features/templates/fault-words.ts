import { useTranslation } from "react-i18next";

/** The sentence for what keeps a text from use: a code of the server, and what it is about. */
export function useFaultWords(): (code: string, detail: string) => string {
  const { t } = useTranslation();
  return (code, detail) => (code === "LAW" ? t(`textsPage.lawFault.${detail}`, { defaultValue: detail }) : t(`textsPage.fault.${code}`, { detail, defaultValue: detail }));
}
