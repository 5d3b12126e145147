/**
 * The weights of the check digit of a betalingskenmerk, from the right, over and over (Betaalvereniging Nederland,
 * acceptgiro standard).
 */
const WEIGHTS = [2, 4, 8, 5, 10, 9, 7, 3, 6, 1] as const;

/** The second digit of a betalingskenmerk of 9 to 14 digits tells how many follow it: the last digit of that number. */
const FIRST_CHECKED_LENGTH = 9;
const LAST_SHORT_LENGTH = 14;
const FULL_LENGTH = 16;

/** Spaces, dots and dashes away, letters made capitals: references and IBANs are printed in groups. */
function compact(text: string): string {
  return text.replace(/[\s.\-\u00a0]+/g, "").toUpperCase();
}

/** The check digit over the digits after it: 11 − (weighted sum mod 11), where 10 is written 1 and 11 is written 0. */
function checkDigit(digits: string): string {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    sum += Number(digits[digits.length - 1 - index]) * (WEIGHTS[index % WEIGHTS.length] ?? 0);
  }
  const check = 11 - (sum % 11);
  return check === 10 ? "1" : check === 11 ? "0" : String(check);
}

/**
 * Whether a text is a betalingskenmerk: 7 digits without a check, 9–14 with a check digit and a digit for the length,
 * or 16 with a check digit. Spaces, dots and dashes are passed over.
 *
 * A wrong check digit is a reason to ask the payer again, never to refuse a line of a bank file: invalid ones occur
 * there.
 */
export function isPaymentReference(text: string): boolean {
  const digits = compact(text);
  if (!/^\d+$/.test(digits)) return false;
  if (digits.length === 7) return true;
  if (digits.length === FULL_LENGTH) return digits[0] === checkDigit(digits.slice(1));
  if (digits.length < FIRST_CHECKED_LENGTH || digits.length > LAST_SHORT_LENGTH) return false;
  return digits[1] === String((digits.length - 2) % 10) && digits[0] === checkDigit(digits.slice(1));
}

/**
 * A betalingskenmerk for a number of our own: a check digit and the number, in 16 digits, or in 9–14 with the digit for
 * the length. `makePaymentReference(2026000001)` is "8000002026000001" or what its check digit makes of it.
 *
 * @throws RangeError when the number is negative, not whole, or has too many digits for the length.
 */
export function makePaymentReference(
  sequence: number | bigint | string,
  length: 9 | 10 | 11 | 12 | 13 | 14 | 16 = 16,
): string {
  const digits = String(sequence);
  const room = length === FULL_LENGTH ? 15 : length - 2;
  if (!/^\d+$/.test(digits) || (typeof sequence === "number" && !Number.isSafeInteger(sequence))) {
    throw new RangeError(`"${digits}" is not a whole number, so no payment reference can be made of it`);
  }
  if (digits.length > room)
    throw new RangeError(`${digits} has more than the ${room} digits a payment reference of ${length} holds`);
  const body = `${length === FULL_LENGTH ? "" : room % 10}${digits.padStart(room, "0")}`;
  return checkDigit(body) + body;
}

/** The remainder by 97 of a text in which A counts as 10 up to Z as 35 (ISO 7064, as IBAN and RF use it). */
function mod97(text: string): number {
  let remainder = 0;
  for (const character of text) {
    const value = parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder;
}

/** Whether a text is an ISO 11649 creditor reference: RF, two check digits and 1–21 letters or digits. */
export function isCreditorReference(text: string): boolean {
  const reference = compact(text);
  return /^RF\d\d[A-Z0-9]{1,21}$/.test(reference) && mod97(reference.slice(4) + reference.slice(0, 4)) === 1;
}

/**
 * An ISO 11649 creditor reference for a text of our own: `makeCreditorReference("539007547034")` is "RF18539007547034".
 *
 * @throws RangeError when the text isn't 1–21 letters and digits.
 */
export function makeCreditorReference(base: string): string {
  const body = compact(base);
  if (!/^[A-Z0-9]{1,21}$/.test(body)) throw new RangeError(`"${base}" is not 1 to 21 letters and digits`);
  return `RF${String(98 - mod97(`${body}RF00`)).padStart(2, "0")}${body}`;
}

/** Whether a text is an IBAN by its check digits, and a Dutch one by its length and shape too. */
export function isIban(text: string): boolean {
  const iban = compact(text);
  if (!/^[A-Z]{2}(0[2-9]|[1-8]\d|9[0-8])[A-Z0-9]{11,30}$/.test(iban)) return false;
  if (iban.startsWith("NL") && !/^NL\d\d[A-Z]{4}\d{10}$/.test(iban)) return false;
  return mod97(iban.slice(4) + iban.slice(0, 4)) === 1;
}
