import { Refusal } from "@tegemoet/domain";
import type { Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";

/**
 * Keeps what went well and what could be better, for the caller alone unless shared. Written again it takes the place of the first.
 *
 * Refuses with NOT_FOUND for a call of somebody else: nobody evaluates a colleague here.
 */
export async function evaluateCall(
  tx: Tx, evaluation: { callLogId: string; staffId: string; wentWell?: string; better?: string; nextTime?: string; shared: boolean },
): Promise<void> {
  const { callLogId, staffId } = evaluation;
  const own = await tx.first("select 1 from call_log where organisation_id = $1 and id = $2 and staff_id = $3", [tx.organisationId, callLogId, staffId]);
  if (!own) throw new Refusal("NOT_FOUND");
  await tx.query(
    `insert into call_evaluation (organisation_id, id, call_log_id, staff_id, went_well, better, next_time, shared, written_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     on conflict on constraint one_evaluation_per_call do update set went_well = excluded.went_well, better = excluded.better, next_time = excluded.next_time,
       shared = excluded.shared, written_at = excluded.written_at`,
    [tx.organisationId, newId(), callLogId, staffId, evaluation.wentWell ?? null, evaluation.better ?? null, evaluation.nextTime ?? null, evaluation.shared, tx.now],
  );
}
