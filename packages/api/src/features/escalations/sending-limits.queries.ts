import { dayOf, momentAt } from "../../platform/clock";
import type { Reader, Tx } from "../../platform/database/transaction";

export const SENDING_LIMIT = "sending limit";

interface Limits {
  stopped: boolean;
  perHour: number | null;
  perDay: number | null;
}

const LIMITS = `select exists (select 1 from sending_stop where organisation_id = organisation.id and lifted_at is null) as stopped,
  send_limit_hour as "perHour", send_limit_day as "perDay" from organisation where id = $1`;

/** What left in the last hour and since midnight in Amsterdam, and what is leaving right now. */
const LEFT = `select count(*) filter (where state <> 'sending' and handed_over_at > $2::timestamptz - interval '1 hour') as "thisHour",
    count(*) filter (where state <> 'sending' and handed_over_at >= $3) as today, count(*) filter (where state = 'sending') as "inTheAir"
  from message where organisation_id = $1 and (handed_over_at >= least($3::timestamptz, $2::timestamptz - interval '1 hour') or state = 'sending')`;

interface Left {
  thisHour: number;
  today: number;
  inTheAir: number;
}

/**
 * How many messages may leave now: none at all when somebody pressed the stop button, else what the limits leave. While there are limits
 * one sender counts at a time, so that two together don't go past them. Who waits for a limit says so.
 */
export async function roomToSend(tx: Tx): Promise<number | "stopped"> {
  const limits = await tx.first<Limits>(LIMITS, [tx.organisationId]);
  if (!limits || limits.stopped) return "stopped";
  if (limits.perHour === null && limits.perDay === null) return Number.MAX_SAFE_INTEGER;
  await tx.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [`sending-limit:${tx.organisationId}`]);
  const left = await leftSince(tx, tx.now);
  const room = Math.max(0, Math.min((limits.perHour ?? Infinity) - left.thisHour, (limits.perDay ?? Infinity) - left.today) - left.inTheAir);
  if (room === 0) {
    await tx.query(
      `update message set state_reason = $3 where organisation_id = $1 and id in (
         select id from message where organisation_id = $1 and state = 'queued' and send_after <= $2 and not by_request and state_reason is distinct from $3 for update skip locked)`,
      [tx.organisationId, tx.now, SENDING_LIMIT],
    );
  }
  return room;
}

async function leftSince(reader: Reader, now: Date): Promise<Left> {
  return (await reader.first<Left>(LEFT, [reader.organisationId, now, momentAt(dayOf(now), 0)])) ?? { thisHour: 0, today: 0, inTheAir: 0 };
}

export interface SendingStanding extends Left {
  stoppedAt: Date | null;
  stoppedBy: string | null;
  reason: string | null;
  /** Due now, and not left. */
  waiting: number;
  perHour: number | null;
  perDay: number | null;
}

/** Whether anything leaves, what left, what is in the air, and what waits. */
export async function findSending(reader: Reader, now: Date): Promise<SendingStanding> {
  const standing = await reader.first<Omit<SendingStanding, keyof Left>>(
    `select stop.stopped_at as "stoppedAt", staff.name as "stoppedBy", stop.reason, organisation.send_limit_hour as "perHour", organisation.send_limit_day as "perDay",
       (select count(*) from message where organisation_id = $1 and state = 'queued' and send_after <= $2) as waiting
     from organisation left join sending_stop stop on stop.organisation_id = organisation.id and stop.lifted_at is null left join staff on staff.id = stop.stopped_by
     where organisation.id = $1`,
    [reader.organisationId, now],
  );
  if (!standing) throw new Error("an organisation without a row");
  return { ...standing, ...(await leftSince(reader, now)) };
}
