import type { PlainDate } from "@tegemoet/domain";
import type { Reader } from "../../platform/database/transaction";

export interface HoldRow {
  id: string;
  debtorId: string | null;
  scope: string;
  kind: string;
  reason: string;
  from: PlainDate;
  until: PlainDate | null;
  reviewOn: PlainDate | null;
  by: string | null;
  invoiceNumber: string | null;
  liftedAt: Date | null;
  facts: Record<string, unknown>;
}

const SELECT = `
  select hold.id, hold.debtor_id as "debtorId", hold.scope, hold.kind, hold.reason, hold.from_day as "from", hold.until_day as until, hold.review_on as "reviewOn",
    coalesce(staff.name, hold.placed_via) as "by", invoice.number as "invoiceNumber", hold.lifted_at as "liftedAt", hold.facts
  from hold
  left join staff on staff.id = hold.placed_by
  left join invoice on invoice.organisation_id = hold.organisation_id and invoice.id = hold.invoice_id`;

/** One hold, lifted or not. */
export function findHold(reader: Reader, holdId: string): Promise<HoldRow | undefined> {
  return reader.first<HoldRow>(`${SELECT} where hold.organisation_id = $1 and hold.id = $2`, [reader.organisationId, holdId]);
}

/** What holds a debtor on a day: holds on the debtor, on one of the invoices, and on everybody. */
export function listHolds(reader: Reader, debtorId: string, today: PlainDate): Promise<HoldRow[]> {
  return reader.query<HoldRow>(
    `${SELECT} where hold.organisation_id = $1 and (hold.debtor_id = $2 or hold.scope = 'organisation') and hold.lifted_at is null
       and hold.from_day <= $3 and (hold.until_day is null or hold.until_day >= $3)
     order by hold.from_day desc, hold.id desc`,
    [reader.organisationId, debtorId, today],
  );
}
