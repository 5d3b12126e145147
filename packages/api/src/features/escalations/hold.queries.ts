import type { PlainDate } from "@tegemoet/domain";
import type { Reader } from "../../platform/database/transaction";

export interface HoldRow {
  id: string;
  debtorId: string | null;
  scope: string;
  kind: string;
  stops: "reminders" | "everything";
  reason: string;
  from: PlainDate;
  until: PlainDate | null;
  reviewOn: PlainDate | null;
  by: string | null;
  ownerName: string | null;
  segment: string | null;
  caseNumber: string | null;
  invoiceNumber: string | null;
  liftedAt: Date | null;
  facts: Record<string, unknown>;
}

const SELECT = `
  select hold.id, hold.debtor_id as "debtorId", hold.scope, hold.kind, hold.stops, hold.reason, hold.from_day as "from", hold.until_day as until, hold.review_on as "reviewOn",
    coalesce(staff.name, hold.placed_via) as "by", owner.name as "ownerName", hold.segment, 'D-' || cases.number as "caseNumber", invoice.number as "invoiceNumber",
    hold.lifted_at as "liftedAt", hold.facts
  from hold
  left join staff on staff.id = hold.placed_by
  left join staff owner on owner.id = hold.owner_id
  left join collection_case cases on cases.organisation_id = hold.organisation_id and cases.id = hold.case_id
  left join invoice on invoice.organisation_id = hold.organisation_id and invoice.id = hold.invoice_id`;

const STANDS = (today: string): string => `hold.lifted_at is null and hold.from_day <= ${today} and (hold.until_day is null or hold.until_day >= ${today})`;

/** One hold, lifted or not. */
export function findHold(reader: Reader, holdId: string): Promise<HoldRow | undefined> {
  return reader.first<HoldRow>(`${SELECT} where hold.organisation_id = $1 and hold.id = $2`, [reader.organisationId, holdId]);
}

/** What holds a debtor on a day: holds on the debtor, on a case or an invoice of theirs, on their segment, and on everybody. */
export function listHolds(reader: Reader, debtorId: string, today: PlainDate): Promise<HoldRow[]> {
  return reader.query<HoldRow>(
    `${SELECT} where hold.organisation_id = $1 and ${STANDS("$3")} and (hold.debtor_id = $2 or hold.scope = 'organisation'
       or (hold.scope = 'segment' and hold.segment = (select segment from debtor where organisation_id = $1 and id = $2)))
     order by hold.from_day desc, hold.id desc`,
    [reader.organisationId, debtorId, today],
  );
}

/** What holds many debtors at once on a day: a segment, or everybody. */
export function listWideHolds(reader: Reader, today: PlainDate): Promise<HoldRow[]> {
  return reader.query<HoldRow>(
    `${SELECT} where hold.organisation_id = $1 and ${STANDS("$2")} and hold.scope in ('organisation', 'segment') order by hold.from_day desc, hold.id desc`, [reader.organisationId, today]);
}

/** The segments that debtors are in, with how many are in each. */
export function listSegments(reader: Reader): Promise<{ segment: string; debtors: number }[]> {
  return reader.query<{ segment: string; debtors: number }>(
    "select segment, count(*) as debtors from debtor where organisation_id = $1 and segment is not null group by segment order by segment", [reader.organisationId]);
}

export interface DebtorStatusRow {
  id: string;
  kind: "deceased" | "insolvent" | "protective-administration" | "debt-help" | "moratorium";
  from: PlainDate;
  until: PlainDate | null;
  reviewOn: PlainDate | null;
  evidence: string | null;
  by: string | null;
  endedAt: Date | null;
  endReason: string | null;
}

/** The stop codes of a debtor that stand, the newest first. */
export function listStatuses(reader: Reader, debtorId: string): Promise<DebtorStatusRow[]> {
  return reader.query<DebtorStatusRow>(`${STATUS} and status.debtor_id = $2 and status.ended_at is null order by status.from_day desc, status.id desc`, [reader.organisationId, debtorId]);
}

/** One stop code, ended or not. */
export function findStatus(reader: Reader, statusId: string): Promise<DebtorStatusRow | undefined> {
  return reader.first<DebtorStatusRow>(`${STATUS} and status.id = $2`, [reader.organisationId, statusId]);
}

const STATUS = `
  select status.id, status.kind, status.from_day as "from", status.until_day as until, status.review_on as "reviewOn", status.evidence, staff.name as "by",
    status.ended_at as "endedAt", status.end_reason as "endReason"
  from debtor_status status left join staff on staff.id = status.recorded_by where status.organisation_id = $1`;
