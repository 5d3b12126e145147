import type { SelfCheckName } from "@tegemoet/domain";
import { setOffCredit } from "../src/features/ledger/set-off-credit";
import { matchBankLine } from "../src/features/bank/match-bank-line";
import { updateDebtor } from "../src/features/debtors/update-debtor";
import type { SourceInvoice } from "../src/features/invoices/source-invoice";
import { momentAt } from "../src/platform/clock";
import type { Tx } from "../src/platform/database/transaction";
import { newId } from "../src/platform/ids";
import { documentOf, type Wanted } from "./self-check-corpus";

/** What is planted, which check sees it, and how we mend it. */
export interface Fault {
  readonly name: string;
  readonly check: SelfCheckName;
  readonly wanted: Wanted;
  /** Documents of the same debtor that came before. */
  readonly before?: readonly Wanted[];
  readonly agreedTermDays?: number;
  /** A transfer that nobody can place for sure. */
  readonly transfer?: { readonly name: string; readonly cents: number };
  /** Done to the debtor's books on the day after; a correction by a credit note and a new invoice stands apart. */
  readonly mend?: (tx: Tx, of: { debtorId: string; invoiceId: string }) => Promise<void>;
  readonly correctedBy?: Wanted;
}

const ISSUED = { issuedOn: "2026-10-05", dueOn: "2026-11-02" } as const;
const CORRECTED = { issuedOn: "2026-11-10", dueOn: "2026-11-24" } as const;

const resend = (at: string) => (tx: Tx, { invoiceId }: { invoiceId: string }): Promise<void> => tx.query(
  "insert into invoice_delivery (organisation_id, id, invoice_id, channel, address, sent_at, delivered_at) values ($1, $2, $3, 'mail', 'beter@example.nl', $4, $4)",
  [tx.organisationId, newId(), invoiceId, momentAt(at, 600)]).then(() => undefined);

/** The twelve, one for each check. */
export const FAULTS: readonly Fault[] = [
  { name: "an invoice that never left", check: "invoice-sent", wanted: { key: "F1", number: "2026-9001", ...ISSUED, email: "f1@example.nl", delivery: null }, mend: resend("2026-10-06") },
  {
    name: "an invoice whose mail came back", check: "invoice-delivered",
    wanted: {
      key: "F2", number: "2026-9002", ...ISSUED, email: "f2@example.nl",
      delivery: { channel: "mail", address: "f2@example.nl", sentAt: momentAt("2026-10-05", 600), bouncedAt: momentAt("2026-10-05", 601), bounceReason: "550 no such mailbox" },
    },
    mend: resend("2026-10-07"),
  },
  {
    name: "a debtor without mail or postal address", check: "address-known", wanted: { key: "F3", number: "2026-9003", ...ISSUED, post: false },
    mend: (tx, { debtorId }) => updateDebtor(tx, { debtorId, change: { email: "f3@example.nl" } }),
  },
  {
    name: "a mail address at gmial.com", check: "domain-plausible", wanted: { key: "F4", number: "2026-9004", ...ISSUED, email: "a.hendriks@gmial.com" },
    mend: (tx, { debtorId }) => updateDebtor(tx, { debtorId, change: { email: "a.hendriks@gmail.com" } }),
  },
  {
    name: "a term of 14 days where 30 were agreed", check: "term-plausible", wanted: { key: "F5", number: "2026-9005", issuedOn: "2026-10-19", dueOn: "2026-11-02", email: "f5@example.nl" },
    agreedTermDays: 30, mend: (tx, { debtorId }) => updateDebtor(tx, { debtorId, change: { agreedTermDays: 14 } }),
  },
  {
    name: "an invoice that left 9 days after its own due day", check: "due-day-plausible",
    wanted: {
      key: "F6", number: "2026-9006", issuedOn: "2026-10-12", dueOn: "2026-10-26", email: "f6@example.nl",
      delivery: { channel: "mail", address: "f6@example.nl", sentAt: momentAt("2026-11-04", 600), deliveredAt: momentAt("2026-11-04", 601) },
    },
    correctedBy: { key: "F6", number: "2026-9106", ...CORRECTED, email: "f6@example.nl" },
  },
  {
    name: "work of September 2025 on an invoice of October 2026", check: "month-plausible",
    wanted: { key: "F7", number: "2026-9007", ...ISSUED, email: "f7@example.nl", period: { from: "2025-09-01", until: "2025-09-30" } },
    correctedBy: { key: "F7", number: "2026-9107", ...CORRECTED, email: "f7@example.nl", period: { from: "2026-09-01", until: "2026-09-30" } },
  },
  {
    name: "€ 18.600 where € 186,00 is usual", check: "amount-plausible",
    wanted: { key: "F8", number: "2026-9008", ...ISSUED, email: "f8@example.nl", lines: [{ description: "Onderhoud ketel", quantity: "1", amount: 1_537_200, vatRateBasisPoints: 2_100 }] },
    before: [1, 2, 3].map((number) => ({ key: "F8", number: `2026-90081${number}`, issuedOn: "2026-11-06", dueOn: "2026-12-20", email: "f8@example.nl" })),
    correctedBy: { key: "F8", number: "2026-9108", ...CORRECTED, email: "f8@example.nl" },
  },
  {
    name: "€ 286,00 to pay over lines of € 186,00", check: "amount-is-sum-of-lines",
    wanted: { key: "F9", number: "2026-9009", ...ISSUED, email: "f9@example.nl", write: (xml) => xml.replace(/(<cbc:PayableAmount[^>]*>)186\.00/, "$1286.00") },
    correctedBy: { key: "F9", number: "2026-9109", ...CORRECTED, email: "f9@example.nl" },
  },
  {
    name: "a credit note of € 60,50 that no invoice took", check: "no-open-credits", wanted: { key: "F10", number: "2026-9010", ...ISSUED, email: "f10@example.nl" },
    before: [{ key: "F10", number: "C2026-10", issuedOn: "2026-10-20", dueOn: "2026-10-20", email: "f10@example.nl", credit: true, lines: [{ description: "Retour", quantity: "1", amount: 5_000, vatRateBasisPoints: 2_100 }] }],
    mend: async (tx, { debtorId, invoiceId }) => {
      const note = await tx.first<{ id: string }>("select id from invoice where organisation_id = $1 and debtor_id = $2 and kind = 'credit-note'", [tx.organisationId, debtorId]);
      await setOffCredit(tx, { creditNoteId: note?.id ?? "", allocations: [{ invoiceId, cents: 6_050 }] });
    },
  },
  {
    name: "€ 80,00 received that may be theirs", check: "no-unmatched-receipts", wanted: { key: "F11", name: "Familie Kwartelbos", number: "2026-9011", ...ISSUED, email: "f11@example.nl" },
    transfer: { name: "Familie Kwartelbos", cents: 8_000 },
    mend: async (tx, { debtorId, invoiceId }) => {
      const line = await tx.first<{ id: string }>(
        `select line.id from bank_line line join debtor on debtor.organisation_id = $1 and debtor.id = $2 and debtor.name = line.counterparty_name where line.organisation_id = $1`,
        [tx.organisationId, debtorId]);
      await matchBankLine(tx, { lineId: line?.id ?? "", allocations: [{ invoiceId, cents: 8_000 }] });
    },
  },
];

/** The twelfth: an organisation of its own, whose bank was read three weeks ago. */
export const STALE: Wanted = { key: "F12", number: "2026-9012", ...ISSUED, email: "f12@example.nl" };

/** The document that takes a wrong one away, whole. */
export async function creditOf({ wanted }: Fault, number: string): Promise<SourceInvoice> {
  const credit = await documentOf({ key: wanted.key, number, issuedOn: "2026-11-10", dueOn: "2026-11-10", email: wanted.email, credit: true, lines: wanted.lines });
  const { totalCents } = await documentOf(wanted);
  return { ...credit, totalCents, creditsNumber: wanted.number };
}
