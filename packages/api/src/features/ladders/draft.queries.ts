import type { LadderConditions, LadderStep } from "@tegemoet/domain";
import { Refusal } from "@tegemoet/domain";
import type { Reader, Tx } from "../../platform/database/transaction";

export interface LockedLadder {
  readonly id: string;
  readonly name: string;
  readonly isDefault: boolean;
  readonly rank: number;
  readonly conditions: LadderConditions;
  readonly archivedAt: Date | null;
  readonly rowVersion: number;
}

/** A ladder, locked for a change. Refuses with NOT_FOUND. */
export async function lockLadder(tx: Tx, ladderId: string): Promise<LockedLadder> {
  const row = await tx.first<LockedLadder>(
    `select id, name, is_default as "isDefault", rank, conditions, archived_at as "archivedAt", row_version as "rowVersion"
     from ladder where organisation_id = $1 and id = $2 for update`, [tx.organisationId, ladderId]);
  if (!row) throw new Refusal("NOT_FOUND");
  return row;
}

export interface DraftRow {
  readonly id: string;
  readonly version: number;
  readonly rowVersion: number;
  readonly steps: readonly LadderStep[];
  readonly note: string | null;
  readonly proposedAt: Date | null;
  readonly proposedById: string | null;
  readonly changedBy: string | null;
}

/** The draft of a ladder, undefined when there is none. Read it under the lock of its ladder to change it. */
export function findDraft(reader: Pick<Reader, "organisationId" | "first">, ladderId: string): Promise<DraftRow | undefined> {
  return reader.first<DraftRow>(
    `select version.id, version.version, version.row_version as "rowVersion", version.steps, version.note, version.proposed_at as "proposedAt",
       version.proposed_by as "proposedById", staff.name as "changedBy"
     from ladder_version version left join staff on staff.id = version.changed_by
     where version.organisation_id = $1 and version.ladder_id = $2 and version.published_on is null`, [reader.organisationId, ladderId]);
}

/** The draft as somebody saw it. Refuses with NOT_FOUND without one, with CONFLICT when it was changed since. */
export async function requireDraft(tx: Tx, ladderId: string, rowVersion: number): Promise<DraftRow> {
  const draft = await findDraft(tx, ladderId);
  if (!draft) throw new Refusal("NOT_FOUND");
  if (draft.rowVersion !== rowVersion) throw new Refusal("CONFLICT", { rowVersion: draft.rowVersion, by: draft.changedBy });
  return draft;
}

/** The steps of the newest published version of a ladder; none before the first was published. */
export async function publishedSteps(reader: Pick<Reader, "organisationId" | "first">, ladderId: string): Promise<readonly LadderStep[]> {
  const row = await reader.first<{ steps: LadderStep[] }>(
    "select steps from ladder_version where organisation_id = $1 and ladder_id = $2 and published_on is not null order by version desc limit 1", [reader.organisationId, ladderId]);
  return row?.steps ?? [];
}

/** Writes a draft under the number after the last one of its ladder. */
export async function insertDraft(tx: Tx, { id, ladderId, steps, note }: { id: string; ladderId: string; steps: readonly LadderStep[]; note: string | null }): Promise<void> {
  await tx.query(
    `insert into ladder_version (organisation_id, id, ladder_id, version, steps, note, created_at, created_by, changed_at, changed_by)
     select $1, $2, $3, coalesce(max(version), 0) + 1, $4, $5, $6, $7, $6, $7 from ladder_version where organisation_id = $1 and ladder_id = $3`,
    [tx.organisationId, id, ladderId, JSON.stringify(steps), note, tx.now, staffOf(tx)],
  );
}

/** The colleague who acts, null for the system itself. */
export function staffOf(tx: Tx): string | null {
  return tx.actor.kind === "staff" ? tx.actor.id ?? null : null;
}
