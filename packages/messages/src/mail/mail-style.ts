import type { BrandColours } from "../brand-colours";

/** The ink, paper and rules of every mail; the brand adds only its own colour. */
export const INK = "#1b2129";
export const SOFT = "#464e58";
export const PAPER = "#fbfaf6";
export const WASH = "#f4f1e8";
export const RULE = "#cdc6b4";

/**
 * The one style element: for phones and for the dark. All else stands in the tags, because many readers of mail drop
 * it. `data-ogsc` is what Outlook on the web puts on a mail that it shows dark.
 */
export function mailStyle({ dark }: BrandColours): string {
  const { brand, onBrand } = dark;
  return [
    ":root{color-scheme:light dark}",
    "@media (max-width:620px){.pad{padding:0 16px!important}.wide{width:100%!important}.col{display:block!important;width:auto!important}",
    ".stack,.stack2{display:block!important;padding-right:0!important}.stack{padding-bottom:0!important}",
    ".stack2{padding-top:0!important;padding-bottom:8px!important}.qr{display:none!important}.big{font-size:22px!important}}",
    "@media (prefers-color-scheme:dark){.bg,.bg>div{background:#16181c!important}.ink,.ink>div{color:#ece8de!important}",
    ".soft{color:#bbb7ac!important}.wash{background:#25292f!important}.rule{border-color:#3c4148!important}",
    `.strong{border-color:#ece8de!important}.link{color:${brand}!important}`,
    `.btn{background:${brand}!important;border-color:${brand}!important}.btna{color:${onBrand}!important}`,
    `.btn2{background:#16181c!important;border-color:${brand}!important}.btn2a{color:${brand}!important}}`,
    `[data-ogsc] .ink{color:#ece8de!important}[data-ogsc] .link,[data-ogsc] .btn2a{color:${brand}!important}`,
  ].join("");
}
