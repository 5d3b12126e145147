import type { LineToMatch, OpenItem } from "../../src/bank/match-item";
import { makeCreditorReference, makePaymentReference } from "../../src/bank/payment-reference";
import type { Administration, LabelledPayment } from "./labelled-payment";

const item = (id: string, debtorId: string, debtorName: string, number: string, openCents: number, more: Partial<OpenItem> = {}): OpenItem =>
  ({ id, debtorId, debtorName, kind: "invoice", number, openCents, dueOn: "2026-10-05", ...more });

const SIXTEEN = makePaymentReference("440000202600001");
const NINE = makePaymentReference(1_234_567, 9);
const FOURTEEN = makePaymentReference("202600123456", 14);
const SEVEN = "1234568";
const RF = makeCreditorReference("TGM20269042");

/** A small administration in which every trap lies ready. */
export const HARD_ADMINISTRATION: Administration = {
  items: [
    item("boer-1", "boer", "J. de Boer", "2026-9001", 18_150, { references: [SIXTEEN] }),
    item("boer-2", "boer", "J. de Boer", "2026-9002", 6_050),
    item("boer-zoon", "boer-zoon", "K. de Boer", "2026-9003", 18_150),
    item("aksoy", "aksoy", "Gülşen Aksoy-van Dijk", "2026-9010", 9_317, { references: [NINE] }),
    item("nguyen", "nguyen", "Nguyễn Thị Minh", "2026-9011", 12_705, { references: [FOURTEEN] }),
    item("seven", "seven", "Bakkerij 't Stoepje", "2026-9012", 33_333, { references: [SEVEN] }),
    item("rf", "rf", "Ferreira & Zonen VOF", "2026-9042", 210_540, { references: [RF] }),
    item("bouw-1", "bouw", "Bouwbedrijf Vogelaar B.V.", "2026-9050", 100_000),
    item("bouw-2", "bouw", "Bouwbedrijf Vogelaar B.V.", "2026-9051", 100_000, { dueOn: "2026-10-12" }),
    item("bouw-3", "bouw", "Bouwbedrijf Vogelaar B.V.", "2026-9052", 45_980, { dueOn: "2026-10-19" }),
    item("vve-credit", "vve", "VvE De Sluis", "C2026-0007", 12_100, { kind: "creditNote" }),
    item("vve-1", "vve", "VvE De Sluis", "2026-9060", 72_600),
    item("vve-2", "vve", "VvE De Sluis", "2026-9061", 18_453, { dueOn: "2026-10-12" }),
    item("plan", "plan", "M. Willems", "2026-9070", 60_000, { references: ["20269070"] }),
    item("plan-term", "plan", "M. Willems", "2026-9070", 15_000, { kind: "instalment", references: ["20269070"], dueOn: "2026-11-25" }),
    item("paid", "paid", "R. Betaald", "2026-9080", 0),
    item("twin-1", "twin-1", "T. Tweeling", "2026-9090", 49_950),
    item("twin-2", "twin-2", "T. Tweeling", "2026-9091", 49_950),
    item("huur-1", "huur", "Garage Zuid", "2026-9100", 27_500),
    item("huur-2", "huur", "Garage Zuid", "2026-9101", 27_500, { dueOn: "2026-11-05" }),
  ],
  accounts: [
    { iban: "NL44RABO0123456789", debtorId: "boer" }, { iban: "NL20INGB0001234567", debtorId: "bouw" }, { iban: "NL86INGB0002445588", debtorId: "huur" },
    { iban: "NL02ABNA0123456789", debtorId: "vve" }, { iban: "NL39RABO0300065264", debtorId: "plan" },
    // One account from which two debtors are paid: a bookkeeper's office.
    { iban: "NL91ABNA0417164300", debtorId: "aksoy" }, { iban: "NL91ABNA0417164300", debtorId: "nguyen" },
  ],
};

const pay = (kind: string, cents: number, more: Partial<LineToMatch>, meant: LabelledPayment["meant"]): LabelledPayment =>
  ({ kind, line: { cents, bookedOn: "2026-11-20", ...more }, meant });

/** Written by hand, each with its trap. */
export const HARD_PAYMENTS: readonly LabelledPayment[] = [
  pay("16 figures in their field", 18_150, { reference: SIXTEEN }, ["boer-1"]),
  pay("16 figures with dots in the text", 18_150, { text: `bet.kenm. ${SIXTEEN.replace(/(.{4})(?=.)/gu, "$1.")}`, name: "Iemand" }, ["boer-1"]),
  pay("9 figures", 9_317, { text: `Kenmerk: ${NINE}`, name: "H VAN DIJK" }, ["aksoy"]),
  pay("14 figures", 12_705, { text: `${FOURTEEN} vriendelijke groet`, name: "T.M. Nguyen eo" }, ["nguyen"]),
  pay("7 figures in their field", 33_333, { reference: SEVEN, name: "STOEPJE BAKKERIJ" }, ["seven"]),
  pay("RF in groups of four", 210_540, { text: `RF ${RF.slice(2).replace(/(.{4})(?=.)/gu, "$1 ")}`, name: "FERREIRA EN ZONEN" }, ["rf"]),
  pay("RF in small letters", 210_540, { text: RF.toLowerCase(), name: "Ferreira" }, ["rf"]),
  pay("the reference of one with the amount of nothing we know", 1_000, { reference: SIXTEEN, name: "J. DE BOER", iban: "NL44RABO0123456789" }, ["boer-1"]),
  pay("father and son owe the same, the son writes no number", 18_150, { name: "DE BOER", text: "factuur" }, "person"),
  pay("father and son owe the same, the number tells", 18_150, { name: "DE BOER", text: "factuur 2026-9003" }, ["boer-zoon"]),
  pay("the son pays the father's from the father's account", 18_150, { name: "K de Boer", iban: "NL44RABO0123456789", text: "voor pa 20269001" }, ["boer-1"]),
  pay("the husband pays by name of his wife's invoice", 9_317, { name: "H. van Dijk", text: "factuur gulsen 2026 9010" }, ["aksoy"]),
  pay("a shared account, amount of one of the two, no number", 9_317, { iban: "NL91ABNA0417164300", name: "Administratiekantoor Punt" }, "person"),
  pay("a shared account with the number", 9_317, { iban: "NL91ABNA0417164300", name: "Administratiekantoor Punt", text: "Aksoy 2026-9010" }, ["aksoy"]),
  pay("a foreign name in another order, its own amount and number", 12_705, { name: "MINH NGUYEN THI", text: "2026.9011" }, ["nguyen"]),
  pay("two equal invoices of one debtor, no number", 100_000, { iban: "NL20INGB0001234567", name: "BOUWBEDRIJF VOGELAAR BV" }, "person"),
  pay("two equal invoices of one debtor, the last figures of the second", 100_000, { iban: "NL20INGB0001234567", name: "BOUWBEDRIJF VOGELAAR BV", text: "9051" }, ["bouw-2"]),
  pay("two equal invoices, the second named in full", 100_000, { iban: "NL20INGB0001234567", text: "2026-9051" }, ["bouw-2"]),
  pay("three named by a list with short numbers", 245_980, { text: "2026-9050, 9051 en 9052" }, ["bouw-1", "bouw-2", "bouw-3"]),
  pay("three named by a range", 245_980, { text: "facturen 2026-9050 t/m 9052", name: "Vogelaar" }, ["bouw-1", "bouw-2", "bouw-3"]),
  pay("all that is open, without a word", 245_980, { iban: "NL20INGB0001234567", name: "Bouwbedrijf Vogelaar" }, ["bouw-1", "bouw-2", "bouw-3"]),
  pay("two of three, one of equal amount, without a word", 145_980, { iban: "NL20INGB0001234567", name: "Bouwbedrijf Vogelaar" }, "person"),
  pay("two named, the sum a cent off", 145_981, { text: "2026-9050 en 2026-9052" }, "person"),
  pay("all less the credit note, without a word", 78_953, { iban: "NL02ABNA0123456789", name: "VVE DE SLUIS" }, ["vve-1", "vve-2", "vve-credit"]),
  pay("less the credit note, both named", 60_500, { text: "2026-9060 minus creditnota C2026-0007", name: "VVE DE SLUIS" }, ["vve-1", "vve-credit"]),
  pay("the amount of the credit note", 12_100, { text: "iets terug", name: "Onbekend" }, "person"),
  pay("1e termijn with the number", 15_000, { text: "1e termijn 2026-9070", name: "M WILLEMS" }, ["plan-term"]),
  pay("eerste termijn from the known account, no number", 15_000, { text: "eerste termijn", name: "M. Willems", iban: "NL39RABO0300065264" }, ["plan-term"]),
  pay("termijn of nobody we know", 15_000, { text: "1e termijn", name: "Q. Onbekend" }, "person"),
  pay("paid already, and paid again", 5_000, { text: "2026-9080", name: "R. Betaald" }, "person"),
  pay("namesakes, no number", 49_950, { name: "T. Tweeling" }, "person"),
  pay("namesakes, the number of one", 49_950, { name: "T. Tweeling", text: "9091-2026 bedankt 2026-9091" }, ["twin-2"]),
  pay("a standing order over two equal months", 27_500, { iban: "NL86INGB0002445588", name: "GARAGE ZUID", text: "periodieke betaling" }, "person"),
  pay("both months at once", 55_000, { iban: "NL86INGB0002445588", name: "GARAGE ZUID" }, ["huur-1", "huur-2"]),
  pay("a telephone number that looks like nothing of ours", 18_150, { text: "bel 0612345678", name: "Onbekend" }, "person"),
  pay("a date that ends like a number", 6_050, { text: "9-00-2 betaald op 20-11-2026", name: "Onbekend" }, "person"),
  pay("the number of one, the account and amount of another", 45_980, { iban: "NL20INGB0001234567", text: "2026-9011" }, "person"),
  pay("a figure dropped, another invoice of a stranger is hit", 6_050, { text: "2026-900", name: "Onbekend" }, "person"),
  pay("two figures swapped, known account", 6_050, { text: "2026-9020", name: "J DE BOER", iban: "NL44RABO0123456789" }, ["boer-2"]),
  pay("the number of another administration with the amount of ours", 33_333, { text: "factuur 2025-9012", name: "Onbekend" }, "person"),
  pay("euro in the text, not the number", 12_705, { text: "127,05 euro zoals afgesproken", name: "Onbekend" }, "person"),
  pay("money that went out", -18_150, { text: "2026-9001" }, "none"),
  pay("nothing", 0, { text: "2026-9001" }, "none"),
  pay("a rebate of an own account", 18_150, { iban: "NL55RABO0300065264", text: "2026-9001" }, "none"),
  pay("a payout of the provider", 18_150, { name: "Stichting Mollie Payments", text: "2026-9001" }, "none"),
];
