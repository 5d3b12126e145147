import { dayOf } from "../../platform/clock";
import type { Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";
import type { Breach } from "./verify";

/** Keeps what a check of the books found, so that whoever comes in the morning sees it. */
export async function keepVerification(tx: Tx, breaches: readonly Breach[]): Promise<void> {
  await tx.query("insert into verification (organisation_id, id, day, ran_at, breaches) values ($1, $2, $3, $4, $5)", [tx.organisationId, newId(), dayOf(tx.now), tx.now, JSON.stringify(breaches)]);
}
