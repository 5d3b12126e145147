import type { Reader, Tx } from "../../platform/database/transaction";

export interface DefaultProposal {
  readonly id: string;
  readonly ladderId: string;
  readonly askedById: string;
  readonly askedBy: string;
  readonly reason: string;
}

const SELECT = `select approval.id, approval.subject_id as "ladderId", approval.asked_by as "askedById", staff.name as "askedBy", approval.note as reason
  from approval join staff on staff.id = approval.asked_by
  where approval.organisation_id = $1 and approval.kind = 'default-ladder' and approval.decided_at is null`;

/** Ladders that somebody wants to be the default, and a second person hasn't decided about. */
export function listDefaultProposals(reader: Pick<Reader, "organisationId" | "query">): Promise<DefaultProposal[]> {
  return reader.query<DefaultProposal>(SELECT, [reader.organisationId]);
}

/** The one about a ladder, locked. */
export function lockDefaultProposal(tx: Tx, ladderId: string): Promise<DefaultProposal | undefined> {
  return tx.first<DefaultProposal>(`${SELECT} and approval.subject_id = $2 for update of approval`, [tx.organisationId, ladderId]);
}

/** Decides about a proposal. */
export async function decideDefaultProposal(tx: Tx, proposalId: string, decision: "approved" | "withdrawn"): Promise<void> {
  await tx.query("update approval set decided_by = $3, decided_at = $4, decision = $5 where organisation_id = $1 and id = $2", [
    tx.organisationId, proposalId, tx.actor.kind === "staff" ? tx.actor.id : null, tx.now, decision,
  ]);
}
