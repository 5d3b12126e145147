import { readBack, type Cents, type PlainDate } from "@tegemoet/domain";
import { audit } from "../../platform/audit";
import type { Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";
import { sha256 } from "../../platform/tokens";
import { findOrganisation } from "../organisations/organisation.queries";

export interface NewAgreement {
  readonly debtorId: string;
  readonly language: "nl" | "en";
  readonly amountCents: Cents;
  readonly byDay: PlainDate;
  readonly invoiceNumbers: readonly string[];
  readonly instalments?: readonly { readonly dueOn: PlainDate; readonly cents: Cents }[];
  /** What then still stays open of what was spoken about. */
  readonly stillOpen?: Cents;
  readonly promiseId?: string;
  readonly planId?: string;
  readonly callLogId?: string;
  /** One more than the agreement it takes the place of. */
  readonly version?: number;
  readonly today: PlainDate;
}

/**
 * Keeps what was agreed as the sentence that was read back, in the language of the debtor, with the hash of all that it says: so that
 * both can be shown later to be what was mailed.
 */
export async function makeAgreement(tx: Tx, agreed: NewAgreement): Promise<{ agreementId: string; sentence: string }> {
  const { tone } = await findOrganisation(tx);
  const { debtorId, language, amountCents, byDay, invoiceNumbers, today, version = 1 } = agreed;
  const instalments = (agreed.instalments ?? []).map(({ dueOn, cents }) => ({ dueOn, cents }));
  const sentence = readBack({
    amount: amountCents, byDay, invoiceCount: invoiceNumbers.length, instalments, stillOpen: agreed.stillOpen, language, tone, asksConfirmation: false, today,
  });
  const canonical = JSON.stringify({ version, debtorId, language, sentence, amountCents, byDay, invoiceNumbers, instalments });
  const agreementId = newId();
  await tx.query(
    `insert into agreement (organisation_id, id, debtor_id, version, promise_id, plan_id, call_log_id, language, sentence, sha256, made_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      tx.organisationId, agreementId, debtorId, version, agreed.promiseId ?? null, agreed.planId ?? null, agreed.callLogId ?? null, language, sentence,
      sha256(canonical), tx.now,
    ],
  );
  await audit(tx, { action: "make-agreement", subject: "agreement", subjectId: agreementId, after: { sentence, version } });
  return { agreementId, sentence };
}

/** Ties an agreement to the mail that states it. */
export async function sendAgreementWith(tx: Tx, { agreementId, messageId }: { agreementId: string; messageId: string }): Promise<void> {
  await tx.query("update agreement set message_id = $3 where organisation_id = $1 and id = $2", [tx.organisationId, agreementId, messageId]);
}
