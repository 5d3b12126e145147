import { fourteenDayLetter, type PlainDate } from "@tegemoet/domain";
import type { Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";
import type { ComposedMessage } from "./compose-message";

/** What a fourteen-day letter named: its costs, and the principal of each invoice they are over. */
export type NamedCosts = Pick<ComposedMessage, "costs" | "principals">;

/**
 * The facts on which a consumer's costs hang, written when the letter really left: its day, the presumed delivery, the last day to pay
 * without costs, and the exact costs it named (BW 6:96 lid 6).
 */
export async function writeLetterFacts(tx: Tx, { messageId, debtorId, named: { costs, principals }, sentOn }: { messageId: string; debtorId: string; named: NamedCosts; sentOn: PlainDate }): Promise<void> {
  if (!costs) throw new Error("a fourteen-day letter left without its costs");
  const term = fourteenDayLetter({ sentOn, channel: "letter" });
  const letterId = newId();
  await tx.query(
    `insert into fourteen_day_letter (organisation_id, id, debtor_id, message_id, principal_cents, costs_cents, vat_cents, channel, sent_on, delivered_on, presumed, last_day, costs_from)
     values ($1, $2, $3, $4, $5, $6, $7, 'letter', $8, $9, $10, $11, $12)`,
    [
      tx.organisationId, letterId, debtorId, messageId, principals.reduce((sum, { cents }) => sum + cents, 0), costs.costs, costs.vat, sentOn,
      term.delivered, term.presumed, term.lastDay, term.costsFrom,
    ],
  );
  await tx.query(
    `insert into letter_invoice (organisation_id, id, letter_id, invoice_id, principal_cents)
     select $1, id, $2, invoice_id, cents from unnest($3::uuid[], $4::uuid[], $5::bigint[]) as line (id, invoice_id, cents)`,
    [tx.organisationId, letterId, principals.map(() => newId()), principals.map(({ invoiceId }) => invoiceId), principals.map(({ cents }) => cents)],
  );
}
