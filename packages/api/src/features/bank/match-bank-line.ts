import { Refusal, type Cents } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { receivePayment } from "../payments/receive-payment";
import { bookSetOff, type PartOfLine } from "./book-set-off";
import { findDecidedLine, learnIbans, lockMatching, replaceMatch, type DecidedLine } from "./match-decision.queries";
import { ibanOf } from "./match-lines";

/** A line that still waits for somebody; refuses with NOT_FOUND, or MATCH_NOT_OPEN when somebody was first. */
export async function lockOpenLine(tx: Tx, lineId: string): Promise<DecidedLine> {
  await lockMatching(tx);
  const line = await findDecidedLine(tx, lineId);
  if (!line) throw new Refusal("NOT_FOUND");
  if (line.state !== "proposed" && line.state !== "unknown") throw new Refusal("MATCH_NOT_OPEN", { state: line.state });
  return line;
}

/**
 * A person says what a line pays. Invoices of several debtors make a payment for each; what is left of a line stays unallocated with
 * its debtor, and of several debtors nothing may be left, as nobody could say whose it is. A credit note that the payer took off is named
 * with negative cents; it is set off before the money is counted.
 *
 * Refuses with NOT_FOUND, MATCH_NOT_OPEN (somebody was first), AMOUNT_NOT_POSITIVE (money that went out, an allocation of nothing),
 * AMOUNT_TOO_LARGE (more than the line has), AMOUNT_ABOVE_OPEN, MATCH_AMBIGUOUS and INPUT_INVALID.
 */
export async function matchBankLine(tx: Tx, { lineId, allocations }: { lineId: string; allocations: readonly { invoiceId: string; cents: Cents }[] }): Promise<void> {
  const line = await lockOpenLine(tx, lineId);
  if (line.amountCents <= 0) throw new Refusal("AMOUNT_NOT_POSITIVE", { amount: line.amountCents });
  const shares = await sharesOf(tx, line, await setOff(tx, line, allocations));
  const total = shares.reduce((sum, { cents }) => sum + cents, 0);
  const left = line.amountCents - total;
  if (shares.length > 1 && left > 0) throw new Refusal("MATCH_AMBIGUOUS", { left });
  let paymentId: string | undefined;
  for (const share of shares) {
    const received = await receivePayment(tx, {
      source: "bank", debtorId: share.debtorId, amountCents: share.cents + left, receivedOn: line.bookedOn, bankLineId: line.id,
      payerName: line.counterpartyName ?? undefined, payerIban: ibanOf(line), reference: line.reference ?? line.remittance?.slice(0, 140) ?? undefined,
      allocations: share.allocations,
    });
    paymentId ??= received.paymentId;
  }
  const iban = ibanOf(line);
  const [only] = shares;
  // Who pays for several debtors is known by the account of none of them.
  if (iban && only && shares.length === 1) await learnIbans(tx, [{ debtorId: only.debtorId, iban, on: line.bookedOn }]);
  await replaceMatch(tx, line, { state: "by-hand", reason: "by-hand", candidates: line.candidates, paymentId });
  await audit(tx, { action: "match-bank-line", subject: "bank-line", subjectId: line.id, after: { allocations, left } });
}

/** What the money itself pays: credit notes, whose cents are negative, are set off first against the invoices of the line. */
async function setOff(tx: Tx, line: DecidedLine, allocations: readonly PartOfLine[]): Promise<readonly PartOfLine[]> {
  if (!allocations.some(({ cents }) => cents < 0)) return allocations;
  const total = allocations.reduce((sum, { cents }) => sum + cents, 0);
  if (total <= 0) throw new Refusal("AMOUNT_NOT_POSITIVE", { amount: total });
  if (total > line.amountCents) throw new Refusal("AMOUNT_TOO_LARGE", { amount: total, most: line.amountCents });
  return bookSetOff(tx, allocations);
}

interface Share {
  debtorId: string;
  cents: Cents;
  allocations: { invoiceId: string; cents: Cents }[];
}

async function sharesOf(tx: Tx, line: DecidedLine, allocations: readonly { invoiceId: string; cents: Cents }[]): Promise<Share[]> {
  if (allocations.length === 0) throw new Refusal("INPUT_INVALID", { fields: ["allocations: at least one invoice"] });
  if (new Set(allocations.map(({ invoiceId }) => invoiceId)).size < allocations.length) throw new Refusal("INPUT_INVALID", { fields: ["allocations: each invoice once"] });
  for (const { cents } of allocations) if (cents <= 0) throw new Refusal("AMOUNT_NOT_POSITIVE", { amount: cents });
  const total = allocations.reduce((sum, { cents }) => sum + cents, 0);
  if (total > line.amountCents) throw new Refusal("AMOUNT_TOO_LARGE", { amount: total, most: line.amountCents });
  const open = await tx.query<{ invoiceId: string; debtorId: string; openCents: Cents }>(
    `select invoice_id as "invoiceId", debtor_id as "debtorId", open_cents as "openCents" from invoice_standing
     where organisation_id = $1 and invoice_id = any($2::uuid[]) order by invoice_id for update`,
    [tx.organisationId, allocations.map(({ invoiceId }) => invoiceId)],
  );
  const shares = new Map<string, Share>();
  for (const { invoiceId, cents } of allocations) {
    const invoice = open.find((one) => one.invoiceId === invoiceId);
    if (!invoice) throw new Refusal("NOT_FOUND");
    if (cents > invoice.openCents) throw new Refusal("AMOUNT_ABOVE_OPEN", { amount: cents, open: invoice.openCents });
    const share: Share = shares.get(invoice.debtorId) ?? { debtorId: invoice.debtorId, cents: 0, allocations: [] };
    share.cents += cents;
    share.allocations.push({ invoiceId, cents });
    shares.set(invoice.debtorId, share);
  }
  return [...shares.values()];
}
