import type { PlainDate } from "@tegemoet/domain";
import type { Reader, Tx } from "../../platform/database/transaction";

export interface AgreementRow {
  id: string;
  debtorId: string;
  version: number;
  promiseId: string | null;
  planId: string | null;
  sentence: string;
  sha256: Buffer;
  madeAt: Date;
  sentAt: Date | null;
  confirmedAt: Date | null;
  contradictedAt: Date | null;
  contradiction: string | null;
  amountCents: number | null;
  byDay: PlainDate | null;
}

const SELECT = `
  select agreement.id, agreement.debtor_id as "debtorId", agreement.version, agreement.promise_id as "promiseId", agreement.plan_id as "planId", agreement.sentence,
    agreement.sha256, agreement.made_at as "madeAt", message.handed_over_at as "sentAt", agreement.confirmed_at as "confirmedAt",
    agreement.contradicted_at as "contradictedAt", agreement.contradiction, promise.amount_cents as "amountCents", promise.by_day as "byDay"
  from agreement
  left join message on message.organisation_id = agreement.organisation_id and message.id = agreement.message_id
  left join promise on promise.organisation_id = agreement.organisation_id and promise.id = agreement.promise_id`;

/** One agreement, of one debtor when a debtor asks. */
export function findAgreement(reader: Reader, agreementId: string, debtorId?: string): Promise<AgreementRow | undefined> {
  return reader.first<AgreementRow>(
    `${SELECT} where agreement.organisation_id = $1 and agreement.id = $2 and ($3::uuid is null or agreement.debtor_id = $3)`,
    [reader.organisationId, agreementId, debtorId ?? null],
  );
}

/** The agreements with a debtor, the newest first. */
export function listAgreements(reader: Reader, debtorId: string, limit = 20): Promise<AgreementRow[]> {
  return reader.query<AgreementRow>(
    `${SELECT} where agreement.organisation_id = $1 and agreement.debtor_id = $2 order by agreement.made_at desc, agreement.id desc limit $3`,
    [reader.organisationId, debtorId, limit],
  );
}

/** Locked, so that of two presses the second sees the answer of the first. */
export function lockAgreement(tx: Tx, agreementId: string, debtorId: string): Promise<AgreementRow | undefined> {
  return tx.first<AgreementRow>(
    `${SELECT} where agreement.organisation_id = $1 and agreement.id = $2 and agreement.debtor_id = $3 for update of agreement`,
    [tx.organisationId, agreementId, debtorId],
  );
}
