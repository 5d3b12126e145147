import type { PlainDate } from "@tegemoet/domain";
import type { Reader } from "../../platform/database/transaction";
import { HELD_BY_CAP } from "../organisations/contact-days.queries";

export interface OpenWork {
  calls: number;
  cases: number;
  bank: number;
  plans: number;
  disputes: number;
  handOvers: number;
  post: number;
}

/** How much waits for a human on each page: the figures at the right of the navigation, but for that of the work list. */
export async function countOpenWork(reader: Reader, today: PlainDate): Promise<OpenWork> {
  const row = await reader.first<OpenWork>(
    `select
       (select count(*) from call_task task where organisation_id = $1 and closed_at is null and planned_on <= $2 and not ${HELD_BY_CAP}) as calls,
       (select count(*) from collection_case where organisation_id = $1 and closed_on is null) as cases,
       (select count(*) from bank_match where organisation_id = $1 and undone_at is null and state in ('proposed', 'unknown')) as bank,
       (select count(*) from plan where organisation_id = $1 and accepted_on is null and declined_on is null and ended_on is null) as plans,
       (select count(*) from dispute where organisation_id = $1 and decided_on is null) as disputes,
       (select count(*) from hand_over where organisation_id = $1 and approved_at is null and rejected_at is null) as "handOvers",
       (select count(*) from inbound_message where organisation_id = $1 and read_at is null) as post`,
    [reader.organisationId, today],
  );
  if (!row) throw new Error("counting gave no row");
  return row;
}
