/**
 * What text and buttons in the organisation's colour look like on a light and on a dark page. All values are #rrggbb.
 */
export interface BrandColours {
  readonly light: { readonly brand: string; readonly onBrand: string };
  readonly dark: { readonly brand: string; readonly onBrand: string };
  /**
   * How far lightness had to move for the light page, 0–1. Over 0.15 people won't recognise the colour: show it before
   * saving.
   */
  readonly shift: number;
}

/** The house blue, for who chose no colour. */
export const HOUSE_COLOUR = "#1d4a80";

const LIGHT_PAGE = ["#fbfaf6", "#f4f1e8"] as const;
const DARK_PAGE = ["#16181c", "#25292f"] as const;
const DARK_ON_BRAND = "#111316";
const ENOUGH = 4.5;

const MAX_DERIVED = 1_000;
const derived = new Map<string, BrandColours>();

/**
 * Derives readable colours from one brand colour: hue and chroma stay, lightness in OKLCH moves until text in the
 * colour has 4.5 : 1 on both paper and wash, and the text on a button 4.5 : 1 on the colour (WCAG 2.2, 1.4.3).
 *
 * @throws RangeError when it isn't a colour such as #0b5f6e.
 */
export function brandColours(hex: string): BrandColours {
  const colour = hex.toLowerCase();
  if (!/^#[0-9a-f]{6}$/.test(colour)) throw new RangeError(`"${hex}" is not a colour such as #0b5f6e`);
  const known = derived.get(colour);
  if (known) return known;
  if (derived.size >= MAX_DERIVED) derived.clear();
  const colours = derive(colour);
  derived.set(colour, colours);
  return colours;
}

function derive(colour: string): BrandColours {
  const { lightness, a, b } = toOklab(colour);
  const light = firstReadable(lightness, -0.005, a, b, LIGHT_PAGE, "#ffffff");
  const dark = firstReadable(lightness, 0.005, a, b, DARK_PAGE, DARK_ON_BRAND);
  return {
    light: { brand: light.hex, onBrand: "#ffffff" },
    dark: { brand: dark.hex, onBrand: DARK_ON_BRAND },
    shift: Math.abs(lightness - light.lightness),
  };
}

/** The contrast of two colours by WCAG 2: 1 for equal ones, 21 for black on white. */
export function contrast(one: string, other: string): number {
  const [high, low] = [luminance(one), luminance(other)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function firstReadable(
  start: number,
  step: number,
  a: number,
  b: number,
  pages: readonly string[],
  onBrand: string,
): { hex: string; lightness: number } {
  for (let lightness = start; ; lightness += step) {
    const clamped = Math.min(1, Math.max(0, lightness));
    const hex = fromOklab(clamped, a, b);
    const readable = [...pages, onBrand].every((ground) => contrast(hex, ground) >= ENOUGH);
    if (readable || clamped !== lightness) return { hex, lightness: clamped };
  }
}

function channels(hex: string): [number, number, number] {
  const linear = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return linear as [number, number, number];
}

function luminance(hex: string): number {
  const [red, green, blue] = channels(hex);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** sRGB to OKLab, with the matrices of Björn Ottosson's "A perceptual color space for image processing". */
function toOklab(hex: string): { lightness: number; a: number; b: number } {
  const [red, green, blue] = channels(hex);
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return {
    lightness: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    a: 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    b: 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  };
}

/** OKLab to sRGB. What no screen can show loses chroma, never hue or lightness. */
function fromOklab(lightness: number, a: number, b: number): string {
  for (let chroma = 1; chroma > 0; chroma -= 0.02) {
    const rgb = linearRgb(lightness, a * chroma, b * chroma);
    if (rgb.every((value) => value >= -0.0005 && value <= 1.0005)) return toHex(rgb);
  }
  return toHex(linearRgb(lightness, 0, 0));
}

function linearRgb(lightness: number, a: number, b: number): number[] {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

function toHex(linear: readonly number[]): string {
  return `#${linear
    .map((value) => Math.min(1, Math.max(0, value)))
    .map((value) => (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055))
    .map((value) =>
      Math.round(value * 255)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}
