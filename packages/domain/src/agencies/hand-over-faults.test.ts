import type { LetterStanding } from "../escalations/letter-standing";
import { handOverFaults, type HandOverFacts, type HandOverInvoice } from "./hand-over-faults";

const today = "2026-12-15";
const passed: LetterStanding = {
  state: "costs lawful", sentOn: "2026-11-20", delivered: "2026-11-24", presumed: true, lastDay: "2026-12-09",
  costsFrom: "2026-12-10", daysLeft: 0,
};
const invoice = (more: Partial<HandOverInvoice> = {}): HandOverInvoice => ({
  number: "2026-0417", outstanding: 35_000, dueOn: "2026-10-05", hasDocument: true, reminded: true, letter: passed,
  ...more,
});
const facts = (more: Partial<HandOverFacts> = {}): HandOverFacts => ({
  debtorKind: "consumer", debtorName: "A. Hendriks", invoices: [invoice()],
  address: { street: "Kerkstraat", houseNumber: "4", postalCode: "8011 AB", city: "Zwolle" },
  agency: { wkiNumber: "WKI-100", wkiExpiresOn: "2027-01-01" }, ...more,
});

describe("what a hand-over lacks", () => {
  test("a consumer with € 350 open, the letter's term passed and a registered agency: nothing", () => {
    expect(handOverFaults(facts(), today)).toEqual([]);
  });

  test.each<{ fault: string; more: Partial<HandOverFacts> }>([
    { fault: "nothing open", more: { invoices: [invoice({ outstanding: 0 })] } },
    { fault: "handed over already", more: { handedOver: true } },
    { fault: "stop code", more: { stopCode: "deceased" } },
    { fault: "on hold", more: { onHold: true } },
    { fault: "not overdue", more: { invoices: [invoice({ dueOn: today })] } },
    { fault: "disputed", more: { invoices: [invoice({ disputed: true })] } },
    { fault: "plan running", more: { invoices: [invoice({ plan: "running" })] } },
    { fault: "plan proposed", more: { invoices: [invoice({ plan: "proposed" })] } },
    { fault: "promise open", more: { invoices: [invoice({ promiseOpen: true })] } },
    { fault: "invoice document missing", more: { invoices: [invoice({ hasDocument: false })] } },
    { fault: "no reminder sent", more: { invoices: [invoice({ reminded: false })] } },
    { fault: "letter missing", more: { invoices: [invoice({ letter: null })] } },
    {
      fault: "letter not delivered",
      more: { invoices: [invoice({ letter: { state: "waiting for delivery", sentOn: "2026-11-20" } })] },
    },
    {
      fault: "letter term running",
      more: { invoices: [invoice({ letter: { ...passed, state: "running", daysLeft: 1 } })] },
    },
    { fault: "name missing", more: { debtorName: " " } },
    { fault: "address incomplete", more: { address: { street: "Kerkstraat", postalCode: "8011 AB", city: "Zwolle" } } },
    { fault: "address incomplete", more: { address: { street: "Kerkstraat 4", postalCode: "", city: "Zwolle" } } },
    { fault: "agency not registered", more: { agency: { wkiNumber: null, wkiExpiresOn: null } } },
    { fault: "agency registration expired", more: { agency: { wkiNumber: "WKI-100", wkiExpiresOn: "2026-12-14" } } },
    {
      fault: "agency not registered",
      more: { debtorKind: "natural-person-in-business", agency: { wkiNumber: "", wkiExpiresOn: null } },
    },
    { fault: "letter missing", more: { debtorKind: "unknown", invoices: [invoice({ letter: null })] } },
  ])("$fault", ({ fault, more }) => {
    expect(handOverFaults(facts(more), today).map((lack) => lack.fault)).toEqual([fault]);
  });

  test("a company needs no letter and no registered agency", () => {
    expect(
      handOverFaults(
        facts(
          {
            debtorKind: "legal-person", invoices: [invoice({ letter: null })],
            agency: { wkiNumber: null, wkiExpiresOn: null },
          },
        ),
        today,
      ),
    ).toEqual([]);
  });

  test("each invoice is named for what it lacks; paid ones are passed by", () => {
    const invoices = [
      invoice({ letter: null }), invoice({ number: "2026-0463", hasDocument: false }),
      invoice({ number: "2026-0001", outstanding: 0, letter: null }),
    ];
    expect(handOverFaults(facts({ invoices }), today)).toEqual([
      { fault: "letter missing", invoiceNumber: "2026-0417" }, {
        fault: "invoice document missing", invoiceNumber: "2026-0463",
      },
    ]);
  });

  test("a street with its number in it is an address", () => {
    expect(
      handOverFaults(facts({ address: { street: "Kerkstraat 4a", postalCode: "8011 AB", city: "Zwolle" } }), today),
    ).toEqual([]);
  });
});
