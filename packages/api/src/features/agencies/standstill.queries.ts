import type { PlainDate } from "@tegemoet/domain";
import type { Reader } from "../../platform/database/transaction";

/** A time in which the creditor wants nobody to contact this debtor. Why is not for outsiders (T-5). */
export interface Standstill {
  from: Date;
  fromDay: PlainDate;
  reviewOn: PlainDate | null;
  until: PlainDate | null;
  liftedAt: Date | null;
}

/**
 * When everything stood still for a debtor, by the emergency brake or because paying doesn't work now: what stands, and what was lifted
 * since a moment. The oldest first.
 */
export function listStandstills(reader: Reader, debtorId: string, since: Date, today: PlainDate): Promise<Standstill[]> {
  return reader.query<Standstill>(
    `select placed_at as "from", from_day as "fromDay", review_on as "reviewOn", until_day as until, lifted_at as "liftedAt" from hold
     where organisation_id = $1 and kind in ('brake', 'hardship') and (lifted_at is null or lifted_at >= $3) and from_day <= $4
       and (scope = 'organisation' or (scope in ('debtor', 'case') and debtor_id = $2)
         or (scope = 'segment' and segment = (select segment from debtor where organisation_id = $1 and id = $2)))
     order by placed_at, id`,
    [reader.organisationId, debtorId, since, today],
  );
}

/** Since when everything stands still today; undefined when nothing does. */
export function standstillOn(standstills: readonly Standstill[], today: PlainDate): PlainDate | undefined {
  return standstills.find(({ liftedAt, until }) => liftedAt === null && (until === null || until >= today))?.fromDay;
}
