import type { Reader, Tx } from "../../platform/database/transaction";

export type HandOverState = "proposed" | "approved" | "accepted" | "declined" | "recalled" | "closed" | "rejected";

export interface HandOverRow {
  id: string;
  caseId: string;
  caseNumber: number;
  debtorId: string;
  debtorName: string;
  agencyId: string;
  agencyName: string;
  version: number;
  state: HandOverState;
  proposedById: string;
  proposedBy: string;
  proposedAt: Date;
  decidedBy: string | null;
  decidedAt: Date | null;
  approvedAt: Date | null;
  principalCents: number;
  interestCents: number;
  costsCents: number;
  snapshotHash: string | null;
  events: AgencyEventRow[];
}

export interface AgencyEventRow {
  id: string;
  kind: string;
  text: string | null;
  cents: number | null;
  at: Date;
}

/** How a hand-over stands, by its facts. The last word counts. */
export const HAND_OVER_STATE = `case
  when hand_over.recalled_at is not null then 'recalled' when hand_over.closed_at is not null then 'closed' when hand_over.declined_at is not null then 'declined'
  when hand_over.accepted_at is not null then 'accepted' when hand_over.approved_at is not null then 'approved'
  when hand_over.rejected_at is not null then 'rejected' else 'proposed' end`;

async function select(reader: Reader, where: string, values: readonly unknown[]): Promise<HandOverRow[]> {
  const rows = await reader.query<HandOverRow>(
    `select hand_over.id, hand_over.case_id as "caseId", collection_case.number as "caseNumber", hand_over.debtor_id as "debtorId", debtor.name as "debtorName",
       hand_over.agency_id as "agencyId", agency.name as "agencyName", hand_over.version, ${HAND_OVER_STATE} as state,
       hand_over.proposed_by as "proposedById", proposer.name as "proposedBy", hand_over.proposed_at as "proposedAt",
       decider.name as "decidedBy", coalesce(hand_over.approved_at, hand_over.rejected_at) as "decidedAt", hand_over.approved_at as "approvedAt",
       hand_over.principal_cents as "principalCents", hand_over.interest_cents as "interestCents", hand_over.costs_cents as "costsCents",
       encode(hand_over.snapshot_sha256, 'hex') as "snapshotHash",
       coalesce((select json_agg(json_build_object('id', id, 'kind', kind, 'text', body_text, 'cents', amount_cents, 'at', created_at) order by created_at, id)
         from agency_event where organisation_id = $1 and hand_over_id = hand_over.id), '[]') as events
     from hand_over
     join collection_case on collection_case.organisation_id = hand_over.organisation_id and collection_case.id = hand_over.case_id
     join debtor on debtor.organisation_id = hand_over.organisation_id and debtor.id = hand_over.debtor_id
     join agency on agency.organisation_id = hand_over.organisation_id and agency.id = hand_over.agency_id
     join staff proposer on proposer.id = hand_over.proposed_by
     left join staff decider on decider.id = coalesce(hand_over.approved_by, hand_over.rejected_by)
     where hand_over.organisation_id = $1 and ${where}`,
    [reader.organisationId, ...values],
  );
  return rows.map((row) => ({ ...row, events: row.events.map((event) => ({ ...event, at: new Date(event.at) })) }));
}

/** The newest hand-overs, those that wait for a second person first. */
export function listHandOvers(reader: Reader): Promise<HandOverRow[]> {
  return select(reader, `true order by hand_over.approved_at is not null or hand_over.rejected_at is not null, hand_over.proposed_at desc, hand_over.id desc limit 300`, []);
}

export async function findHandOver(reader: Reader, handOverId: string): Promise<HandOverRow | undefined> {
  return (await select(reader, "hand_over.id = $2", [handOverId]))[0];
}

/** The newest hand-over of a case, whatever became of it. */
export async function findHandOverOfCase(reader: Reader, caseId: string): Promise<HandOverRow | undefined> {
  return (await select(reader, "hand_over.case_id = $2 order by hand_over.proposed_at desc, hand_over.id desc limit 1", [caseId]))[0];
}

/** Takes the debtor, their invoices and then the hand-over, so that two decisions come one after the other. */
export async function lockHandOver(tx: Tx, handOverId: string): Promise<HandOverRow | undefined> {
  const found = await tx.first<{ debtorId: string }>(`select debtor_id as "debtorId" from hand_over where organisation_id = $1 and id = $2`, [tx.organisationId, handOverId]);
  if (!found) return undefined;
  await tx.query("select 1 from debtor where organisation_id = $1 and id = $2 for update", [tx.organisationId, found.debtorId]);
  await tx.query(
    `select 1 from invoice where organisation_id = $1 and debtor_id = $2 and kind = 'invoice' and id in (
       select invoice_id from invoice_standing where organisation_id = $1 and debtor_id = $2 and open_cents > 0) order by id for update`,
    [tx.organisationId, found.debtorId],
  );
  await tx.query("select 1 from hand_over where organisation_id = $1 and id = $2 for update", [tx.organisationId, handOverId]);
  return findHandOver(tx, handOverId);
}

/** The invoices that went along. */
export async function handedOverInvoiceIds(reader: Reader, handOverId: string): Promise<string[]> {
  const rows = await reader.query<{ id: string }>(
    "select invoice_id as id from hand_over_invoice where organisation_id = $1 and hand_over_id = $2 order by invoice_id", [reader.organisationId, handOverId]);
  return rows.map(({ id }) => id);
}

export interface ApprovalRow {
  id: string;
  kind: string;
  subjectId: string;
  askedById: string;
  askedBy: string;
  askedAt: Date;
  debtorName: string | null;
  cents: number | null;
}

/** What waits for a second person: proposed hand-overs, and whatever else asked for one. The oldest first. */
export function listOpenApprovals(reader: Reader): Promise<ApprovalRow[]> {
  return reader.query<ApprovalRow>(
    `select asked.*, staff.name as "askedBy" from (
       select approval.id, approval.kind, approval.subject_id as "subjectId", approval.asked_by as "askedById", approval.asked_at as "askedAt",
         debtor.name as "debtorName", approval.amount_cents as cents
       from approval left join debtor on debtor.organisation_id = approval.organisation_id and debtor.id = approval.debtor_id
       where approval.organisation_id = $1 and approval.decided_at is null
       union all
       select hand_over.id, 'hand-over', hand_over.id, hand_over.proposed_by, hand_over.proposed_at, debtor.name,
         hand_over.principal_cents + hand_over.interest_cents + hand_over.costs_cents
       from hand_over join debtor on debtor.organisation_id = hand_over.organisation_id and debtor.id = hand_over.debtor_id
       where hand_over.organisation_id = $1 and hand_over.approved_at is null and hand_over.rejected_at is null
       union all
       select version.id, 'ladder', version.ladder_id, version.proposed_by, version.proposed_at, null, null
       from ladder_version version where version.organisation_id = $1 and version.published_on is null and version.proposed_at is not null) asked
     join staff on staff.id = asked."askedById" order by asked."askedAt", asked.id`,
    [reader.organisationId],
  );
}
