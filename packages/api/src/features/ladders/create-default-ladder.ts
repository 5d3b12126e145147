import { DUTCH_LADDER } from "@tegemoet/domain";
import { dayOf } from "../../platform/clock";
import type { Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";
import { findLadderInForce, type LadderInForce } from "./ladder.queries";

/** The default ladder in force: the newest published version of the organisation's own. The ready Dutch one is written down the first time. */
export async function ladderInForce(tx: Tx): Promise<LadderInForce> {
  const found = await findLadderInForce(tx);
  if (found) return found;
  await tx.query(
    "insert into ladder (organisation_id, id, name, is_default, created_at) values ($1, $2, 'Nederlands', true, $3) on conflict do nothing", [tx.organisationId, newId(), tx.now]);
  await tx.query(
    `insert into ladder_version (organisation_id, id, ladder_id, version, steps, published_on, created_at)
     select $1, $2, id, 1, $3, $4, $5 from ladder where organisation_id = $1 and is_default
     on conflict on constraint ladder_version_once do nothing`,
    [tx.organisationId, newId(), JSON.stringify(DUTCH_LADDER.steps), dayOf(tx.now), tx.now],
  );
  const made = await findLadderInForce(tx);
  if (!made) throw new Error("the ready ladder was not written");
  return made;
}
