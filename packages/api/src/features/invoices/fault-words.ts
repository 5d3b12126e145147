import { formatDay, isPlainDate } from "@tegemoet/domain";
import type { CellFault, CellNotice, CellNoticeCode, CellFaultCode } from "./table-source";
import type { ImportField } from "./import-fields";

export type WordsLanguage = "nl" | "en";

/** What each field is called to people: in the wizard, and beside the rows that are given back. */
export const FIELD_WORDS: Readonly<Record<WordsLanguage, Readonly<Record<ImportField, string>>>> = {
  nl: {
    number: "Factuurnummer", issuedOn: "Factuurdatum", dueOn: "Vervaldatum", termDays: "Betaaltermijn in dagen", amount: "Bedrag inclusief btw", debtorName: "Naam van de debiteur",
    debtorNumber: "Debiteurnummer", email: "E-mailadres", phone: "Telefoonnummer", street: "Straat", houseNumber: "Huisnummer", postalCode: "Postcode", city: "Plaats", country: "Land",
    kvk: "KvK-nummer", vatNumber: "Btw-nummer", description: "Omschrijving", paymentReference: "Betalingskenmerk", orderReference: "Ordernummer of uw referentie",
    creditsNumber: "Crediteert factuurnummer", currency: "Valuta", language: "Taal", debtorKind: "Soort debiteur", directDebit: "Automatische incasso", mandate: "Machtigingskenmerk",
  },
  en: {
    number: "Invoice number", issuedOn: "Invoice day", dueOn: "Due day", termDays: "Payment term in days", amount: "Amount including VAT", debtorName: "Name of the debtor",
    debtorNumber: "Debtor number", email: "Mail address", phone: "Phone number", street: "Street", houseNumber: "House number", postalCode: "Postcode", city: "City", country: "Country",
    kvk: "KvK number", vatNumber: "VAT number", description: "Description", paymentReference: "Payment reference", orderReference: "Order number or your reference",
    creditsNumber: "Credits invoice number", currency: "Currency", language: "Language", debtorKind: "Kind of debtor", directDebit: "Direct debit", mandate: "Mandate reference",
  },
};

const FAULTS: Readonly<Record<WordsLanguage, Readonly<Record<CellFaultCode, string>>>> = {
  nl: {
    MISSING: "is leeg. Vul het in.",
    FORMULA: "bevat een formule zonder uitkomst ({value}). Bewaar het bestand met waarden in plaats van formules.",
    CELL_ERROR: "bevat een fout van het rekenblad ({value}). Herstel de cel.",
    DAY_UNREADABLE: "is geen datum ({value}). Schrijf bijvoorbeeld 20-11-2026.",
    DAY_NOT_THERE: "bestaat niet op de kalender ({value}). Kijk de dag na.",
    DUE_BEFORE_ISSUED: "ligt voor de factuurdatum ({value}). Kijk beide dagen na.",
    AMOUNT_UNREADABLE: "is geen bedrag ({value}). Schrijf bijvoorbeeld 1.234,56.",
    AMOUNT_UNCLEAR: "kan twee bedragen zijn ({value}). Kies hoe bedragen in dit bestand zijn geschreven.",
    AMOUNT_TOO_FINE: "heeft meer dan twee cijfers achter de komma ({value}). Rond af op hele centen.",
    AMOUNT_TOO_LARGE: "is groter dan wij kunnen verwerken ({value}).",
    AMOUNT_ZERO: "is nul. Een factuur van nul hoeft niet te worden ingelezen.",
    CURRENCY_OTHER: "is niet in euro ({value}). Alleen euro kan worden ingelezen.",
    TERM_UNREADABLE: "is geen aantal dagen ({value}). Schrijf bijvoorbeeld 30.",
    TOO_LONG: "is te lang ({value}…). Kort het in.",
  },
  en: {
    MISSING: "is empty. Please fill it in.",
    FORMULA: "holds a formula without an outcome ({value}). Save the file with values instead of formulas.",
    CELL_ERROR: "holds an error of the spreadsheet ({value}). Mend the cell.",
    DAY_UNREADABLE: "is no date ({value}). Write, for instance, 20-11-2026.",
    DAY_NOT_THERE: "is not in the calendar ({value}). Check the day.",
    DUE_BEFORE_ISSUED: "is before the invoice day ({value}). Check both days.",
    AMOUNT_UNREADABLE: "is no amount ({value}). Write, for instance, 1.234,56.",
    AMOUNT_UNCLEAR: "can be two amounts ({value}). Choose how amounts are written in this file.",
    AMOUNT_TOO_FINE: "has more than two decimals ({value}). Round it to whole cents.",
    AMOUNT_TOO_LARGE: "is larger than we can process ({value}).",
    AMOUNT_ZERO: "is zero. An invoice of nothing needs no importing.",
    CURRENCY_OTHER: "is not in euros ({value}). Only euros can be imported.",
    TERM_UNREADABLE: "is no number of days ({value}). Write, for instance, 30.",
    TOO_LONG: "is too long ({value}…). Shorten it.",
  },
};

const NOTICES: Readonly<Record<WordsLanguage, Readonly<Record<CellNoticeCode, string>>>> = {
  nl: {
    MINUS_AT_END: "De min achter {value} is gelezen als een bedrag onder nul.", CREDIT_NOTE: "Een bedrag onder nul wordt een creditnota.",
    MAIL_UNREADABLE: "{value} is geen e-mailadres en wordt overgeslagen.", PHONE_UNREADABLE: "{value} is geen telefoonnummer en wordt overgeslagen.",
    DUE_BY_TERM: "Zonder vervaldatum in het bestand: vervalt op {value}.",
  },
  en: {
    MINUS_AT_END: "The minus after {value} is read as an amount below zero.", CREDIT_NOTE: "An amount below zero becomes a credit note.",
    MAIL_UNREADABLE: "{value} is no mail address and is left out.", PHONE_UNREADABLE: "{value} is no phone number and is left out.",
    DUE_BY_TERM: "Without a due day in the file: due on {value}.",
  },
};

const ROWS_DIFFER = {
  nl: "Dit factuurnummer staat vaker in het bestand (regel {value}), met verschillende gegevens. Laat één rij staan.",
  en: "This invoice number is in the file more than once (line {value}), with different facts. Keep one row.",
} as const;

const REFUSALS: Readonly<Record<WordsLanguage, Readonly<Record<string, string>>>> = {
  nl: {
    INVOICE_EXISTS_DIFFERENTLY: "Deze factuur is al bekend, met een ander bedrag, een andere factuurdatum of een andere debiteur. Een vordering wordt gecrediteerd, niet herschreven.",
    FILE_FIELD_MISSING: "In deze rij ontbreekt een gegeven.", INTERNAL: "Er ging bij ons iets mis met deze rij. Lees het bestand later nog eens in.",
  },
  en: {
    INVOICE_EXISTS_DIFFERENTLY: "This invoice is known already, with another amount, invoice day or debtor. A claim is credited, not rewritten.",
    FILE_FIELD_MISSING: "A fact is missing in this row.", INTERNAL: "Something went wrong with this row on our side. Import the file again later.",
  },
};

/** "Factuurdatum bestaat niet op de kalender (29-02-2026). Kijk de dag na." */
export function faultText({ field, code, value }: Pick<CellFault, "field" | "code" | "value">, language: WordsLanguage): string {
  return `${FIELD_WORDS[language][field]} ${filled(FAULTS[language][code], value)}`;
}

export function noticeText({ code, value }: Pick<CellNotice, "code" | "value">, language: WordsLanguage): string {
  return filled(NOTICES[language][code], isPlainDate(value) ? formatDay(value, "full", language) : value);
}

/** Why a row was refused, from what was kept of it. */
export function refusedText({ code, details }: { code: string | null; details: string | null }, language: WordsLanguage): string {
  const told = (details ? JSON.parse(details) : {}) as { faults?: CellFault[]; line?: number; other?: number };
  if (told.faults) return told.faults.map((fault) => faultText(fault, language)).join(" ");
  if (code === "ROWS_DIFFER") return filled(ROWS_DIFFER[language], String(told.other ?? ""));
  return REFUSALS[language][code ?? "INTERNAL"] ?? code ?? "";
}

function filled(text: string, value: string): string {
  return text.replace(" ({value})", value === "" ? "" : ` (${value})`).replace("{value}", value);
}
