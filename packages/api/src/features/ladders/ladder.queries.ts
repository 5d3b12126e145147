import type { Ladder, LadderConditions, LadderStep } from "@tegemoet/domain";
import type { Reader } from "../../platform/database/transaction";

/** A ladder as it runs: its newest published version, or an older one that invoices are still on. */
export interface LadderInForce {
  readonly ladderId: string;
  readonly versionId: string;
  readonly name: string;
  readonly version: number;
  readonly publishedOn: string;
  /** The lowest is tried first. */
  readonly rank: number;
  readonly conditions: LadderConditions;
  readonly isDefault: boolean;
  /** Of all its versions the earliest step: days after due, negative before. */
  readonly firstDay: number;
  readonly ladder: Ladder;
}

type Row = Omit<LadderInForce, "ladder"> & { readonly steps: readonly LadderStep[] };

const COLUMNS = `ladder.id as "ladderId", version.id as "versionId", ladder.name, version.version, version.published_on as "publishedOn",
  ladder.rank, ladder.conditions, ladder.is_default as "isDefault", version.steps,
  (select min((step ->> 'afterDays')::int) from ladder_version every cross join lateral jsonb_array_elements(every.steps) step
   where every.organisation_id = $1 and every.ladder_id = ladder.id and every.published_on is not null) as "firstDay"`;
const FROM = "from ladder join ladder_version version on version.organisation_id = ladder.organisation_id and version.ladder_id = ladder.id";

const laddersOf = (rows: readonly Row[]): LadderInForce[] => rows.map(({ steps, ...rest }) => ({ ...rest, ladder: { steps } }));

/** Every ladder that isn't archived, with its newest published version, in the order in which the rules are tried. Empty before the first night. */
export async function listLaddersInForce(reader: Pick<Reader, "organisationId" | "query">): Promise<LadderInForce[]> {
  return laddersOf(await reader.query<Row>(
    `select * from (
       select distinct on (ladder.id) ${COLUMNS} ${FROM}
       where ladder.organisation_id = $1 and ladder.archived_at is null and version.published_on is not null
       order by ladder.id, version.version desc) newest
     order by "isDefault", rank, "ladderId"`,
    [reader.organisationId],
  ));
}

/** Some published versions by id, for invoices that run on an older one or on a ladder that was archived since. */
export async function findLadderVersions(reader: Pick<Reader, "organisationId" | "query">, versionIds: readonly string[]): Promise<LadderInForce[]> {
  if (versionIds.length === 0) return [];
  return laddersOf(await reader.query<Row>(
    `select ${COLUMNS} ${FROM} where ladder.organisation_id = $1 and version.id = any($2::uuid[]) and version.published_on is not null`,
    [reader.organisationId, versionIds],
  ));
}

/** The default ladder in force, undefined before the first night. */
export async function findLadderInForce(reader: Pick<Reader, "organisationId" | "query">): Promise<LadderInForce | undefined> {
  return (await listLaddersInForce(reader)).find(({ isDefault }) => isDefault);
}
