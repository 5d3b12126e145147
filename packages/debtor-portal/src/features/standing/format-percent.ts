import type { Language } from "../../graphql/graphql";

/** Basis points as a percentage: 1015 is "10,15%" in Dutch, "10.15%" in English; whole ones without decimals. */
export function formatPercent(basisPoints: number, language: Language): string {
  const text = basisPoints % 100 === 0 ? String(basisPoints / 100) : (basisPoints / 100).toFixed(2).replace(/0$/, "");
  return `${language === "nl" ? text.replace(".", ",") : text}%`;
}
