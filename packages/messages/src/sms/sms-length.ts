/** The characters that a text message of 7 bits has (GSM 03.38), and those that take two places in it. */
const BASIC =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
const DOUBLE = "^{}\\[~]|€";
const PLACES = new Map<string, 1 | 2>([...[...BASIC].map((one) => [one, 1] as const), ...[...DOUBLE].map((one) => [one, 2] as const)]);

/** Characters that have a plain twin: curly quotes, long dashes, spaces that don't break. */
const TWINS: Readonly<Record<string, string>> = {
  "’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "−": "-", "…": "...", "\u00a0": " ", "\u202f": " ", "·": "-", "•": "-",
};

/**
 * A text in the characters of GSM 03.38, as far as that goes: "Çelik" stays, "Zoë" becomes "Zoe". One character outside them would
 * leave 70 characters a part instead of 160.
 */
export function toGsm(text: string): string {
  return [...text].map((one) => (PLACES.has(one) ? one : (TWINS[one] ?? withoutMarks(one)))).join("");
}

function withoutMarks(one: string): string {
  const plain = one.normalize("NFD").replace(/\p{M}/gu, "");
  return [...plain].every((letter) => PLACES.has(letter)) ? plain : one;
}

export interface SmsLength {
  readonly alphabet: "gsm" | "unicode";
  /** Places that the text takes: "€" takes two of GSM's. */
  readonly characters: number;
  /** Messages that it is sent and paid as: one of 160 places (70 in Unicode), or several of 153 (67). */
  readonly parts: number;
}

/** How long a text message is, as a provider counts. Source: 3GPP TS 23.038 and 23.040 § 9.2.3.24. */
export function smsLength(text: string): SmsLength {
  const all = [...text];
  const gsm = all.every((one) => PLACES.has(one));
  const characters = gsm ? all.reduce((sum, one) => sum + (PLACES.get(one) ?? 1), 0) : text.length;
  const [single, part] = gsm ? [160, 153] : [70, 67];
  return { alphabet: gsm ? "gsm" : "unicode", characters, parts: characters <= single ? 1 : Math.ceil(characters / part) };
}
