import type { PlainDate } from "@tegemoet/domain";
import type { Reader } from "../../platform/database/transaction";
import { AdminCallLog } from "./call-log.view";
import { listPromised } from "./promised.queries";

export interface CallLogRow {
  id: string;
  debtorId: string;
  startedAt: Date;
  seconds: number | null;
  staffName: string | null;
  number: string | null;
  person: string | null;
  personRole: string | null;
  outcome: string;
  excuse: string | null;
  canPay: string;
  notes: string | null;
  nextAction: string | null;
  correctsId: string | null;
}

const COLUMNS = `
  call_log.id, call_log.debtor_id as "debtorId", call_log.started_at as "startedAt", call_log.seconds, staff.name as "staffName", call_log.number, call_log.person,
  call_log.person_role as "personRole", call_log.outcome, call_log.excuse, call_log.can_pay as "canPay", call_log.notes, call_log.next_action as "nextAction",
  call_log.corrects_id as "correctsId"
  from call_log left join staff on staff.id = call_log.staff_id`;

/** The calls with a debtor, the newest first; a correction stands beside what it corrects. */
export async function listCallLogs(reader: Reader, debtorId: string, limit: number, today: PlainDate): Promise<AdminCallLog[]> {
  const rows = await reader.query<CallLogRow>(
    `select ${COLUMNS} where call_log.organisation_id = $1 and call_log.debtor_id = $2 order by call_log.started_at desc, call_log.id desc limit $3`,
    [reader.organisationId, debtorId, limit],
  );
  return withPromises(reader, rows, today);
}

/** The last call of each debtor that stands: a correction takes the place of what it corrects. */
export async function listLastCalls(reader: Reader, debtorIds: readonly string[], today: PlainDate): Promise<Map<string, AdminCallLog>> {
  const rows = await reader.query<CallLogRow>(
    `select distinct on (call_log.debtor_id) ${COLUMNS} where call_log.organisation_id = $1 and call_log.debtor_id = any($2::uuid[])
     order by call_log.debtor_id, call_log.started_at desc, call_log.id desc`,
    [reader.organisationId, debtorIds],
  );
  const logs = await withPromises(reader, rows, today);
  return new Map(rows.map((row, index) => [row.debtorId, logs[index] as AdminCallLog]));
}

/** One call. */
export async function findCallLog(reader: Reader, callLogId: string, today: PlainDate): Promise<AdminCallLog | undefined> {
  const rows = await reader.query<CallLogRow>(`select ${COLUMNS} where call_log.organisation_id = $1 and call_log.id = $2`, [reader.organisationId, callLogId]);
  return (await withPromises(reader, rows, today))[0];
}

async function withPromises(reader: Reader, rows: readonly CallLogRow[], today: PlainDate): Promise<AdminCallLog[]> {
  const promised = rows.length === 0 ? [] : await listPromised(reader, [...new Set(rows.map(({ debtorId }) => debtorId))], today);
  const byCall = new Map(promised.map((promise) => [promise.callLogId, promise]));
  return rows.map((row) => AdminCallLog.of(row, byCall.get(row.id)));
}
