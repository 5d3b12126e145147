import { addMonths, type Cents, type Language, type PlainDate } from "@tegemoet/domain";
import type { Brand, InstalmentFacts, MessageFacts } from "./message-facts";
import type { MessageKind, MessageTone } from "./message-kinds";

/** A made-up organisation for previews, trials of a text and tests. */
export const SAMPLE_BRAND: Brand = { name: "Bakkerij De Ochtend", initials: "DO", colour: "#8a3b12" };

/**
 * Facts with which every kind can be written, about made-up people: for previews, and to try a text before it is
 * published. Deterministic; the day is 24 November 2026.
 */
export function sampleFacts(kind: MessageKind, language: Language = "nl", tone: MessageTone = "u"): MessageFacts {
  const nl = language === "nl";
  const nothingOpen = kind === "plan-finished" || kind === "thanks";
  return {
    today: "2026-11-24",
    debtor: {
      name: "Yasemin Çelik",
      salutation: tone === "je" ? "Yasemin" : nl ? "mevrouw Çelik" : "Ms Çelik",
      address: "Havenstraat 41-B",
      postalCode: "4811 AT",
      city: "Breda",
    },
    creditor: {
      name: "Bakkerij De Ochtend",
      legalName: "De Ochtend Bakkers B.V.",
      iban: "NL91ABNA0417164300",
      kvk: "01234567",
      vatNumber: "NL001234567B01",
      phone: "076 - 000 12 34",
      phoneHours: nl ? "maandag tot en met vrijdag, 8.30 tot 16.30 uur" : "Monday to Friday, 8:30 to 16:30",
      email: "administratie@deochtend.example",
      contactPerson: "Joris Bakker",
      contactRole: nl ? "Administratie" : "Accounts",
      address: "Ovenpad 3",
      postalCode: "4812 GR",
      city: "Breda",
      vatDeductible: true,
    },
    invoices: nothingOpen ? [] : sampleInvoices(nl),
    totalCents: nothingOpen ? 0 : 29_650,
    payBy: kind === "note-before-due" || kind === "invoice" ? "2026-11-30" : "2026-12-04",
    portalUrl: "https://betalen.deochtend.example/portal/p/Zk3vQ8tYw1LrNc5H",
    portalCode: "K4TR-92WM",
    paymentReference: "5000056789012345",
    calls: [{ at: "2026-11-18T09:05:00Z", reached: kind === "call-confirmation" }],
    delivery: { sentOn: "2026-09-30", address: "y.celik@example.nl", deliveredOn: "2026-09-30" },
    agreement: {
      sentence: nl
        ? `${tone === "u" ? "U betaalt" : "Je betaalt"} € 296,50 uiterlijk op vrijdag 4 december.`
        : "You pay € 296.50 by Friday 4 December.",
      amountCents: 29_650,
      byDay: kind === "promise-broken" ? "2026-11-20" : "2026-12-04",
      invoices: ["F-10871", "F-10902"],
    },
    plan: { instalments: sampleInstalments(29_650, "2026-12-01", 3), offerEndsOn: "2026-12-04" },
    planExample: { instalments: sampleInstalments(29_650, "2026-12-15", 3) },
    instalment: { number: 2, count: 3, on: kind === "instalment-coming" ? "2026-12-01" : "2026-11-20", cents: 9_883 },
    dispute: {
      invoiceNumber: "F-10902",
      amountCents: 7_400,
      reason: nl ? "De taarten van zaterdag zijn nooit bezorgd." : "Saturday’s cakes were never delivered.",
      answerBy: "2026-12-01",
      outcome: "declined",
      explanation: nl
        ? "Onze bezorger bracht ze om 9.40 uur naar de buren op nummer 43."
        : "Our driver left them with your neighbours at number 43 at 9:40.",
    },
    payment: { cents: 29_650, receivedOn: "2026-11-23" },
    pausedUntil: "2026-12-24",
    help: [
      {
        name: nl ? "Schuldhulp van de gemeente" : "Debt help of the municipality",
        phone: "14 076",
        url: "https://hulp.gemeente.example",
      },
    ],
    costsCents: 4_448,
    letter: { reference: "D-2026-0318", attached: true },
    attached: kind === "invoice" || kind === "invoice-copy",
    code: "482 019",
    codeMinutes: 15,
  };
}

function sampleInvoices(nl: boolean): MessageFacts["invoices"] {
  return [
    {
      number: "F-10871",
      issuedOn: "2026-09-30",
      dueOn: "2026-10-14",
      description: nl ? "Lunch voor 25 gasten" : "Lunch for 25 guests",
      openCents: 22_250,
      totalCents: 22_250,
    },
    {
      number: "F-10902",
      issuedOn: "2026-10-12",
      dueOn: "2026-10-26",
      description: nl ? "Verjaardagstaarten" : "Birthday cakes",
      openCents: 7_400,
      totalCents: 12_400,
    },
  ];
}

function sampleInstalments(total: Cents, first: PlainDate, count: number): InstalmentFacts[] {
  const each = Math.floor(total / count);
  return Array.from({ length: count }, (_, index) => ({
    on: addMonths(first, index),
    cents: index === count - 1 ? total - each * (count - 1) : each,
  }));
}
