import type { Payer } from "./payment";

const NAMES = [
  "S. de Wit",
  "M. Bakker",
  "J. van den Berg",
  "F. Yılmaz",
  "A. Jansen-Smit",
  "R. Hoekstra",
  "L. Verhoeven",
] as const;
const BANKS = [
  ["INGB", "INGBNL2A"],
  ["RABO", "RABONL2U"],
  ["ABNA", "ABNANL2A"],
  ["ASNB", "ASNBNL21"],
  ["TRIO", "TRIONL2U"],
  ["KNAB", "KNABNL2H"],
  ["BUNQ", "BUNQNL2A"],
] as const;

/** An invented account holder for a payment, always the same for the same id, with an IBAN whose check digits fit. */
export function examplePayer(paymentId: string): Payer {
  let seed = 7;
  for (const sign of paymentId) seed = (seed * 31 + sign.charCodeAt(0)) % 999_999_937;
  const name = NAMES[seed % NAMES.length] ?? NAMES[0];
  const [bank, bic] = BANKS[Math.floor(seed / 7) % BANKS.length] ?? BANKS[0];
  return {
    consumerName: name,
    consumerAccount: dutchIban(bank, String(seed).padStart(10, "0").slice(-10)),
    consumerBic: bic,
  };
}

/** A Dutch IBAN from a bank code and ten digits; the check digits by ISO 13616 (98 − remainder by 97). */
export function dutchIban(bank: string, account: string): string {
  const digits = `${bank}${account}NL00`.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return `NL${String(98n - (BigInt(digits) % 97n)).padStart(2, "0")}${bank}${account}`;
}

/** Whether an IBAN's check digits are right: moved to the end, letters as numbers, the remainder by 97 is 1. */
export function isIban(text: string): boolean {
  const iban = text.replace(/\s+/g, "").toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return false;
  const digits = `${iban.slice(4)}${iban.slice(0, 4)}`.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return BigInt(digits) % 97n === 1n;
}
