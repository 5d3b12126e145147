import { Refusal } from "@tegemoet/domain";
import type { Reader, Tx } from "../../platform/database/transaction";
import { HAND_OVER_STATE } from "./hand-over.queries";

export type CaseState = "approved" | "accepted" | "declined" | "recalled" | "closed";

/** A case as its agency knows it. */
export interface HandedOverRow {
  id: string;
  number: number;
  state: CaseState;
  version: number;
  debtorId: string;
  handedOverAt: Date;
  snapshotHash: string;
}

const COLUMNS = `hand_over.id, collection_case.number, ${HAND_OVER_STATE} as state, hand_over.version, hand_over.debtor_id as "debtorId",
  hand_over.approved_at as "handedOverAt", encode(hand_over.snapshot_sha256, 'hex') as "snapshotHash"`;
const FROM = `from hand_over join collection_case on collection_case.organisation_id = hand_over.organisation_id and collection_case.id = hand_over.case_id
  where hand_over.organisation_id = $1 and hand_over.agency_id = $2 and hand_over.approved_at is not null`;

/** Whether the agency still works on a case: only then does it see what is in it (I-60). */
export function isActive({ state }: Pick<HandedOverRow, "state">): boolean {
  return state === "approved" || state === "accepted";
}

/** One case of this very agency. */
export function findHandedOverCase(reader: Reader, agencyId: string, handOverId: string): Promise<HandedOverRow | undefined> {
  return reader.first<HandedOverRow>(`select ${COLUMNS} ${FROM} and hand_over.id = $3`, [reader.organisationId, agencyId, handOverId]);
}

/**
 * A page of this agency's cases in the order in which they came. The place of a case never changes, so walking through the pages while
 * cases come and go gives each that was there all along exactly once (I-63).
 */
export async function listHandedOverCases(
  reader: Reader, agencyId: string, { limit, after, state }: { limit: number; after?: string | null; state?: CaseState | null },
): Promise<{ rows: HandedOverRow[]; endCursor: string | null; hasNextPage: boolean }> {
  const [at, id] = after ? placeOf(after) : [null, null];
  const rows = await reader.query<HandedOverRow>(
    `select ${COLUMNS} ${FROM} and ($3::timestamptz is null or (hand_over.approved_at, hand_over.id) > ($3::timestamptz, $4::uuid))
       and ($5::text is null or ${HAND_OVER_STATE} = $5)
     order by hand_over.approved_at, hand_over.id limit $6`,
    [reader.organisationId, agencyId, at, id, state ?? null, limit + 1],
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { rows: page, endCursor: last ? cursorOf(last) : null, hasNextPage: rows.length > limit };
}

function cursorOf({ handedOverAt, id }: HandedOverRow): string {
  return Buffer.from(`${handedOverAt.toISOString()} ${id}`).toString("base64url");
}

function placeOf(cursor: string): [string, string] {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(Buffer.from(cursor, "base64url").toString());
  if (!match?.[1] || !match[2] || Number.isNaN(Date.parse(match[1]))) throw new Refusal("INPUT_INVALID", { fields: ["after: a cursor that this list gave"] });
  return [match[1], match[2]];
}

/** Takes a case for a change by its agency. Refuses with NOT_FOUND for anybody else's. */
export async function lockHandedOverCase(tx: Tx, agencyId: string, handOverId: string): Promise<HandedOverRow> {
  await tx.query("select 1 from hand_over where organisation_id = $1 and agency_id = $2 and id = $3 for update", [tx.organisationId, agencyId, handOverId]);
  const found = await findHandedOverCase(tx, agencyId, handOverId);
  if (!found) throw new Refusal("NOT_FOUND");
  return found;
}
