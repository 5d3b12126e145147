import type { Creditor } from "./portal";

/** Puts the organisation's colours on the page, through the object model, which a strict content policy allows. */
export function applyBrand({ brandLight, onBrandLight, brandDark, onBrandDark }: Creditor): void {
  const { style } = document.documentElement;
  style.setProperty("--brand-day", brandLight);
  style.setProperty("--on-brand-day", onBrandLight);
  style.setProperty("--brand-night", brandDark);
  style.setProperty("--on-brand-night", onBrandDark);
}
