import { centsToDecimal, type Cents } from "../money";
import { isCreditorReference, isIban } from "./payment-reference";

/** A transfer as a QR code for bank apps asks for it. */
export interface EpcTransfer {
  /** The payee's name, at most 70 characters. */
  name: string;
  iban: string;
  bic?: string;
  /** From € 0,01 up to € 999.999.999,99. Left out: the payer fills it in. */
  amount?: Cents;
  /** An ISO 11649 reference (RF…); a betalingskenmerk isn't one and goes into `text`. */
  creditorReference?: string;
  /** Free text, at most 140 characters. Not together with a creditor reference. */
  text?: string;
  /** For the payer, at most 70 characters; banks don't pass it on. */
  information?: string;
}

/**
 * The text of a QR code for a SEPA transfer, for error correction level M.
 *
 * Source: EPC069-12, version 002 in UTF-8: twelve lines, of which the empty ones at the end are left off; 331 bytes at
 * most.
 *
 * @throws RangeError when the name, the IBAN, the amount or a text doesn't fit.
 */
export function epcQr(transfer: EpcTransfer): string {
  const { name, bic = "", amount, creditorReference = "", text = "", information = "" } = transfer;
  const iban = transfer.iban.replace(/\s+/g, "").toUpperCase();
  if (!isIban(iban)) throw new RangeError(`"${transfer.iban}" is not an IBAN`);
  if (bic !== "" && !/^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(bic)) throw new RangeError(`"${bic}" is not a BIC`);
  if (amount !== undefined && !(Number.isInteger(amount) && amount >= 1 && amount <= 99_999_999_999)) {
    throw new RangeError(`${amount} cents is not an amount from 0.01 to 999999999.99 euros`);
  }
  if (creditorReference !== "" && text !== "")
    throw new RangeError("a QR code holds a creditor reference or a text, not both");
  if (creditorReference !== "" && !isCreditorReference(creditorReference)) {
    throw new RangeError(`"${creditorReference}" is not an ISO 11649 reference; put a betalingskenmerk in the text`);
  }
  if (name.trim() === "") throw new RangeError("a transfer needs the name of the payee");
  const lines = [
    "BCD",
    "002",
    "1",
    "SCT",
    bic,
    fitting(name.trim(), 70, "name"),
    iban,
    amount === undefined ? "" : `EUR${centsToDecimal(amount)}`,
    "",
    creditorReference.replace(/\s+/g, "").toUpperCase(),
    fitting(text, 140, "text"),
    fitting(information, 70, "information"),
  ];
  const code = lines.join("\n").replace(/\n+$/, "");
  if (utf8Bytes(code) > 331)
    throw new RangeError("a QR code for a transfer holds at most 331 bytes; shorten the name or the text");
  return code;
}

function fitting(text: string, length: number, what: string): string {
  if ([...text].length > length) throw new RangeError(`the ${what} is longer than ${length} characters`);
  if (/[\r\n]/.test(text)) throw new RangeError(`the ${what} must be one line`);
  return text;
}

function utf8Bytes(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}
