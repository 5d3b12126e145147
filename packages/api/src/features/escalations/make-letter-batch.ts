import { Refusal } from "@tegemoet/domain";
import { renderLetters, type LetterOrder } from "@tegemoet/messages";
import { audit } from "../../platform/audit";
import { dayOf } from "../../platform/clock";
import type { Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";
import { seal } from "../../platform/seal";
import { storeDocument } from "../invoices/store-document";
import { claimLetters } from "./letter-batch.queries";
import { prepareClaimed, type PreparedMessage, type PrepareOptions } from "./prepare-message";
import { roomToSend } from "./sending-limits.queries";
import { listMessages } from "./sending.queries";

/** More pages than this jam a printer, and keep a request waiting. */
export const MOST_LETTERS = 200;

/** What a print file is sealed for. */
export const printFilePurpose = (batchId: string): string => `print-file:${batchId}`;

export interface MadeLetterBatch {
  /** Null when none of the letters may go any more. */
  readonly batchId: string | null;
  readonly printed: number;
  /** Chosen, and not printed: paid meanwhile, on hold, parked, or gone already. */
  readonly left: number;
}

/**
 * Prints letters: each is decided again and written with the amounts of now, all of them as one file for the printer. They count as sent
 * from the day on which {@link postLetterBatch} says that they were posted, and not before.
 *
 * The file for the printer holds the debtors' own links, so it is kept sealed, and only until the letters were posted; what stays has
 * placeholders in their place (T-20).
 *
 * Refuses with INPUT_INVALID for no letters or too many, and CONFLICT while sending is stopped.
 */
export async function makeLetterBatch(tx: Tx, { messageIds, options }: { messageIds: readonly string[]; options: PrepareOptions }): Promise<MadeLetterBatch> {
  const chosen = [...new Set(messageIds)];
  if (chosen.length === 0 || chosen.length > MOST_LETTERS) throw new Refusal("INPUT_INVALID", { field: "ids", most: MOST_LETTERS });
  if ((await roomToSend(tx)) === "stopped") throw new Refusal("CONFLICT", { sending: "stopped" });
  const { ready } = await prepareClaimed(tx, await listMessages(tx, await claimLetters(tx, chosen)), { ...options, anyHour: true });
  const letters = ready.flatMap((prepared) => (prepared.rendered.channel === "letter" ? [{ prepared, ...prepared.rendered }] : []));
  if (letters.length === 0) return { batchId: null, printed: 0, left: chosen.length };
  const batchId = newId();
  const print = renderLetters(letters.map(({ order }) => order), titleOf(letters[0]?.order, letters.length));
  const kept = renderLetters(letters.map(({ keptOrder }) => keptOrder), titleOf(letters[0]?.order, letters.length));
  const documentId = await storeDocument(tx, { kind: "letter-batch", fileName: `brieven-${dayOf(tx.now)}-${letters.length}.pdf`, mimeType: "application/pdf", bytes: kept.pdf });
  await tx.query(
    `insert into letter_batch (organisation_id, id, made_at, made_by, letters, pages, document_id, print_file) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [tx.organisationId, batchId, tx.now, tx.actor.kind === "staff" ? tx.actor.id : null, letters.length, print.pages, documentId, seal(options.secretKey, printFilePurpose(batchId), print.pdf)],
  );
  await markPrinted(tx, batchId, letters.map(({ prepared }) => prepared));
  await audit(tx, { action: "make-letter-batch", subject: "letter-batch", subjectId: batchId, after: { letters: letters.length, pages: print.pages } });
  return { batchId, printed: letters.length, left: chosen.length - letters.length };
}

function titleOf(order: LetterOrder | undefined, letters: number): string {
  return order?.language === "en" ? `${letters} letters` : `${letters} brieven`;
}

/** What a letter named is kept with it: the facts of the law are written when it is posted, of what was on the paper. */
async function markPrinted(tx: Tx, batchId: string, letters: readonly PreparedMessage[]): Promise<void> {
  await tx.query(
    `update message set state = 'printed', printed_at = $2, batch_id = $3, facts = message.facts || now.facts
     from unnest($4::uuid[], $5::jsonb[]) as now (id, facts) where message.organisation_id = $1 and message.id = now.id`,
    [
      tx.organisationId, tx.now, batchId, letters.map(({ message }) => message.id),
      letters.map(({ message, composed: { costs, principals } }) => JSON.stringify(message.kind === "fourteen-day-letter" ? { letterFacts: { costs, principals } } : {})),
    ],
  );
}
