import type { LadderConditions, LadderStep } from "@tegemoet/domain";
import type { Reader } from "../../platform/database/transaction";
import { listDefaultProposals, type DefaultProposal } from "./default-proposal.queries";

export interface LadderVersionRow {
  readonly id: string;
  readonly version: number;
  readonly rowVersion: number;
  readonly steps: readonly LadderStep[];
  readonly note: string | null;
  readonly publishedOn: string | null;
  readonly publishedBy: string | null;
  readonly proposedAt: Date | null;
  readonly proposedById: string | null;
  readonly proposedBy: string | null;
  readonly changedAt: Date | null;
  readonly changedBy: string | null;
}

export interface LadderRow {
  readonly id: string;
  readonly name: string;
  readonly isDefault: boolean;
  readonly rank: number;
  readonly conditions: LadderConditions;
  readonly archivedAt: Date | null;
  readonly rowVersion: number;
  /** Debtors whom a person put on it. */
  readonly debtorsByHand: number;
  /** Somebody wants it to be the default. */
  readonly defaultProposal: DefaultProposal | undefined;
  /** Newest first, the draft among them. */
  readonly versions: readonly LadderVersionRow[];
}

type Querying = Pick<Reader, "organisationId" | "query">;

/** Ladders with all their versions: those in use in the order of the rules, the default after them, archived ones last. */
export async function listLadders(reader: Querying, ladderId?: string): Promise<LadderRow[]> {
  const values = [reader.organisationId, ladderId ?? null];
  const ladders = await reader.query<Omit<LadderRow, "versions" | "defaultProposal">>(
    `select ladder.id, name, is_default as "isDefault", rank, conditions, archived_at as "archivedAt", row_version as "rowVersion",
       (select count(*)::int from debtor where debtor.organisation_id = $1 and debtor.ladder_id = ladder.id) as "debtorsByHand"
     from ladder where organisation_id = $1 and ($2::uuid is null or id = $2)
     order by archived_at is not null, is_default, rank, id`, values);
  const versions = await reader.query<LadderVersionRow & { ladderId: string }>(
    `select version.id, version.ladder_id as "ladderId", version.version, version.row_version as "rowVersion", version.steps, version.note,
       version.published_on as "publishedOn", publisher.name as "publishedBy", version.proposed_at as "proposedAt", version.proposed_by as "proposedById",
       proposer.name as "proposedBy", coalesce(version.changed_at, version.created_at) as "changedAt", changer.name as "changedBy"
     from ladder_version version
     left join staff publisher on publisher.id = version.published_by
     left join staff proposer on proposer.id = version.proposed_by
     left join staff changer on changer.id = coalesce(version.changed_by, version.created_by)
     where version.organisation_id = $1 and ($2::uuid is null or version.ladder_id = $2) order by version.version desc`, values);
  const proposals = await listDefaultProposals(reader);
  return ladders.map((ladder) => ({
    ...ladder, defaultProposal: proposals.find((proposal) => proposal.ladderId === ladder.id), versions: versions.filter((version) => version.ladderId === ladder.id),
  }));
}

/** Colleagues who may own a step. */
export function listOwners(reader: Querying): Promise<{ id: string; name: string }[]> {
  return reader.query(
    `select staff.id, staff.name from membership join staff on staff.id = membership.staff_id
     where membership.organisation_id = $1 and membership.active and membership.role <> 'viewer' order by staff.name`, [reader.organisationId]);
}

/** Segments that debtors have, for the rules. */
export async function listSegments(reader: Querying): Promise<string[]> {
  return (await reader.query<{ segment: string }>(
    "select distinct segment from debtor where organisation_id = $1 and segment is not null order by segment limit 200", [reader.organisationId])).map(({ segment }) => segment);
}
