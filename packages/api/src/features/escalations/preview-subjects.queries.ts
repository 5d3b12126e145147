import type { PlainDate } from "@tegemoet/domain";
import type { Reader } from "../../platform/database/transaction";
import type { QueuedFacts } from "../communications/queue-message";
import type { MessageLine } from "./sending.queries";

/** Most invoices that a preview names. */
const MOST = 20;

/** What a debtor has open, as a message about it would name it: what is late first, else what comes. */
export async function openLines(reader: Reader, debtorId: string, today: PlainDate, comingOnly: boolean): Promise<MessageLine[]> {
  const rows = await reader.query<{ invoiceId: string; openCents: number; late: boolean }>(
    `select invoice_id as "invoiceId", open_cents as "openCents", due_on < $3 as late from invoice_standing
     where organisation_id = $1 and debtor_id = $2 and open_cents > 0 order by due_on, invoice_id limit $4`,
    [reader.organisationId, debtorId, today, MOST],
  );
  const wanted = rows.filter(({ late }) => late !== comingOnly);
  return (wanted.length > 0 ? wanted : rows).map(({ invoiceId, openCents }) => ({ invoiceId, openCents, stepKey: null }));
}

/** What a debtor last agreed, planned, disputed and paid: what a text about such a thing tells of. */
export async function newestSubjects(reader: Reader, debtorId: string): Promise<QueuedFacts> {
  const row = await reader.first<Record<"agreementId" | "promiseId" | "planId" | "disputeId" | "paymentId", string | null>>(
    `select
       (select id from agreement where organisation_id = $1 and debtor_id = $2 order by made_at desc limit 1) as "agreementId",
       (select id from promise where organisation_id = $1 and debtor_id = $2 order by made_on desc, id desc limit 1) as "promiseId",
       (select id from plan where organisation_id = $1 and debtor_id = $2 order by proposed_on desc, id desc limit 1) as "planId",
       (select id from dispute where organisation_id = $1 and debtor_id = $2 order by raised_on desc, id desc limit 1) as "disputeId",
       (select id from payment where organisation_id = $1 and debtor_id = $2 order by received_on desc, id desc limit 1) as "paymentId"`,
    [reader.organisationId, debtorId],
  );
  const found = Object.entries(row ?? {}).filter((entry): entry is [string, string] => entry[1] !== null);
  return { ...Object.fromEntries(found), instalment: 1 };
}
