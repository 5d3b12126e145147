/** An account as written, without spaces and in capitals, and the IBAN when it has the form of one. */
export function accountNumber(text: string): { readonly account: string; readonly iban?: string } {
  const account = text.replace(/\s+/g, "").toUpperCase();
  return /^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/.test(account) ? { account, iban: account } : { account };
}

/** Whether the check digits of an IBAN fit (ISO 13616: modulo 97 is 1), and a Dutch one has its 18 characters. */
export function ibanIsValid(iban: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/.test(iban) || (iban.startsWith("NL") && iban.length !== 18)) return false;
  const digits = `${iban.slice(4)}${iban.slice(0, 4)}`.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return BigInt(digits) % 97n === 1n;
}
