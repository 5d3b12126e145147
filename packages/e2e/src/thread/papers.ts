import { addDays, addMonths, type PlainDate } from "@tegemoet/domain";
import { writeCamt053, writeUbl } from "@tegemoet/files";
import { MAIL, NAME, NUMBER } from "./story";

/** The first of the month, three days from now at the earliest, and the two after it: what the portal offers first. */
export function threeMonthsOn(today: PlainDate): PlainDate[] {
  const first = addMonths(`${addDays(today, 3).slice(0, 7)}-01`, addDays(today, 3).endsWith("-01") ? 0 : 1);
  return [0, 1, 2].map((months) => addMonths(first, months));
}

/** The invoice of € 186,00 as an installer's bookkeeping exports it. */
export function invoiceOf(issuedOn: PlainDate, dueOn: PlainDate): string {
  return writeUbl({
    number: NUMBER, issuedOn, dueOn,
    supplier: { name: "Kievit Installatietechniek B.V.", kvk: "90000017", vat: "NL000900017B01", address: { street: "Energieweg 17", postalCode: "3812 RX", city: "Amersfoort", country: "NL" } },
    buyer: {
      name: NAME, address: { street: "Lindelaan 4", postalCode: "3721 AA", city: "Bilthoven", country: "NL" },
      contact: { name: "Anna Hendriks", phone: "06-12345678", email: MAIL },
    },
    lines: [{ description: "Onderhoud ketel", quantity: "1", unitPrice: "153.72", amount: 15_372, vatRateBasisPoints: 2_100 }],
    paymentMeans: [{ iban: "NL91ABNA0417164300", paymentId: NUMBER }],
  });
}

/** The bank's file with the second instalment on the creditor's account. */
export function statementOf(day: PlainDate, iban: string): string {
  return writeCamt053({
    createdAt: `${day}T05:00:00`,
    statements: [{
      id: "E2E-1", iban, number: "9001", opening: { amount: 100_000, on: day }, closing: { on: day },
      entries: [{ amount: 6_200, name: "A. HENDRIKS", iban: "NL20INGB0001234567", remittance: `factuur ${NUMBER} termijn 2`, bookedOn: day, bankReference: `E2E-${day}` }],
    }],
  });
}
