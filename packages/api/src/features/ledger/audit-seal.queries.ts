import type { Reader, Tx } from "../../platform/database/transaction";

/**
 * A row of the audit trail as one text: every column, keys in PostgreSQL's own order, so that nothing of it can change unseen. The moment is
 * written as seconds, because JSON would have it in the session's time zone.
 */
const CONTENT = "(to_jsonb(audit) - 'organisation_id' || jsonb_build_object('at', extract(epoch from audit.at)))::text";

export interface SealedRow {
  position: number;
  auditId: string;
  hash: Buffer;
  /** Null when the row itself is gone. */
  content: string | null;
}

/** Sealed rows after a position, in order. */
export function listSealed(reader: Reader, after: number, limit: number): Promise<SealedRow[]> {
  return reader.query<SealedRow>(
    `select seal.position, seal.audit_id as "auditId", seal.hash, case when audit.id is not null then ${CONTENT} end as content
     from audit_seal seal left join audit on audit.organisation_id = seal.organisation_id and audit.id = seal.audit_id
     where seal.organisation_id = $1 and seal.position > $2 order by seal.position limit $3`,
    [reader.organisationId, after, limit],
  );
}

/** The end of the chain, undefined before the first seal. */
export function findLastSeal(reader: Reader): Promise<{ position: number; hash: Buffer } | undefined> {
  return reader.first(`select position, hash from audit_seal where organisation_id = $1 order by position desc limit 1`, [reader.organisationId]);
}

/** Rows that no seal covers yet, oldest first. A row that was committed late simply gets a later place. */
export function listUnsealed(reader: Reader, limit: number): Promise<{ id: string; content: string }[]> {
  return reader.query(
    `select audit.id, ${CONTENT} as content from audit
     where audit.organisation_id = $1 and not exists (select 1 from audit_seal seal where seal.organisation_id = $1 and seal.audit_id = audit.id)
     order by audit.id limit $2`,
    [reader.organisationId, limit],
  );
}

/** Writes seals, from a position on. Two sealers at once meet at the position: one of them fails and has nothing to add. */
export async function insertSeals(tx: Tx, after: number, seals: readonly { auditId: string; hash: Buffer }[]): Promise<void> {
  await tx.query(
    `insert into audit_seal (organisation_id, position, audit_id, hash)
     select $1, $2::bigint + ordinality, audit_id, hash from unnest($3::uuid[], $4::bytea[]) with ordinality as seal (audit_id, hash, ordinality)`,
    [tx.organisationId, after, seals.map(({ auditId }) => auditId), seals.map(({ hash }) => hash)],
  );
}
