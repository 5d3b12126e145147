import { Refusal } from "@tegemoet/domain";
import { dayOf } from "../../platform/clock";
import type { Tx } from "../../platform/database/transaction";
import type { Role } from "../../platform/graphql/viewer";
import { requiredText } from "../../platform/graphql/text";
import { newId } from "../../platform/ids";
import { addJob } from "../../platform/jobs/add-job";
import { findBulkActionByKey, insertBulkAction, type BulkActionRow } from "./bulk-action.queries";
import { BULK_ACTS, readAct, readOrder, type GivenOrder } from "./bulk-order";
import { chooseSubjects, type Choice } from "./choose-subjects";

export interface PrepareBulkAction extends Choice, GivenOrder {
  readonly key: string;
  readonly list: string;
  readonly act: string;
}

/**
 * Chooses the rows of an act and rehearses it on each: nothing is done until somebody starts it. The same key again is the same action, with
 * the rows that were chosen then.
 *
 * Refuses with INPUT_INVALID for an act, a reason or a day that can't be, NOT_ALLOWED for an act that this role may not do,
 * NOT_FOUND for a row that isn't there, CONFLICT when the key is of another act.
 */
export async function prepareBulkAction(tx: Tx, { staffId, role, realNow, ...given }: PrepareBulkAction & { staffId: string; role: Role; realNow: Date }): Promise<BulkActionRow> {
  const key = requiredText("key", given.key, 200);
  const { list, act } = readAct(given.list, given.act);
  if (!(BULK_ACTS[act].roles as readonly Role[]).includes(role)) throw new Refusal("NOT_ALLOWED", { has: role });
  const orders = readOrder(act, given, dayOf(tx.now));
  const known = await findBulkActionByKey(tx, staffId, key);
  if (known) return sameAct(known, list, act);
  const rows = await chooseSubjects(tx, list, given, dayOf(tx.now), realNow);
  const inserted = await insertBulkAction(tx, { id: newId(), key, list, act, orders, staffId, realNow, rows });
  // Two at once under one key: the second finds what the first chose.
  if (inserted) await addJob(tx, "run-bulk-actions");
  const action = await findBulkActionByKey(tx, staffId, key);
  if (!action) throw new Refusal("CONFLICT");
  return sameAct(action, list, act);
}

function sameAct(action: BulkActionRow, list: string, act: string): BulkActionRow {
  if (action.list !== list || action.act !== act || action.undoesId !== null) throw new Refusal("CONFLICT", { state: action.state });
  return action;
}
