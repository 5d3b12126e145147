import { DUTCH_LADDER, type Ladder } from "@tegemoet/domain";
import { dayOf } from "../../platform/clock";
import type { Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";

export interface LadderInForce {
  ladderId: string;
  versionId: string;
  name: string;
  version: number;
  publishedOn: string;
  ladder: Ladder;
}

/** The ladder in force: the newest published version of the organisation's own. The ready Dutch one is written down the first time. */
export async function ladderInForce(tx: Tx): Promise<LadderInForce> {
  const found = await findLadderInForce(tx);
  if (found) return found;
  const [ladderId, versionId] = [newId(), newId()];
  await tx.query(
    "insert into ladder (organisation_id, id, name, is_default) values ($1, $2, 'Nederlands', true) on conflict do nothing", [tx.organisationId, ladderId]);
  await tx.query(
    `insert into ladder_version (organisation_id, id, ladder_id, version, steps, published_on)
     select $1, $2, id, 1, $3, $4 from ladder where organisation_id = $1 and is_default
     on conflict on constraint ladder_version_once do nothing`,
    [tx.organisationId, versionId, JSON.stringify(DUTCH_LADDER.steps), dayOf(tx.now)],
  );
  const made = await findLadderInForce(tx);
  if (!made) throw new Error("the ready ladder was not written");
  return made;
}

/** The ladder in force, undefined before the first night. */
export async function findLadderInForce(reader: Pick<Tx, "organisationId" | "first">): Promise<LadderInForce | undefined> {
  const row = await reader.first<Omit<LadderInForce, "ladder"> & { steps: Ladder["steps"] }>(
    `select ladder.id as "ladderId", version.id as "versionId", ladder.name, version.version, version.published_on as "publishedOn", version.steps
     from ladder join ladder_version version on version.organisation_id = ladder.organisation_id and version.ladder_id = ladder.id
     where ladder.organisation_id = $1 and ladder.is_default and version.published_on is not null order by version.version desc limit 1`,
    [reader.organisationId],
  );
  if (!row) return undefined;
  const { steps, ...rest } = row;
  return { ...rest, ladder: { steps } };
}
