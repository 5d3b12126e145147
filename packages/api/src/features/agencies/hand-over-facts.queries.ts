import { letterStanding, type DebtorKind, type HandOverFacts, type PlainDate } from "@tegemoet/domain";
import type { Reader } from "../../platform/database/transaction";

/** An invoice that would go along. */
interface InvoiceFactsRow {
  invoiceId: string;
  number: string;
  outstanding: number;
  dueOn: PlainDate;
  disputed: boolean;
  plan: "proposed" | "running" | null;
  promiseOpen: boolean;
  hasDocument: boolean;
  reminded: boolean;
  letter: { sentOn: PlainDate; channel: "letter" | "mail"; deliveredOn: PlainDate | null; bouncedOn: PlainDate | null } | null;
}

/** A case as far as a hand-over goes. */
export interface HandOverCaseRow {
  caseId: string;
  caseNumber: number;
  closedOn: PlainDate | null;
  debtorId: string;
  debtorName: string;
  kind: DebtorKind;
  street: string | null;
  houseNumber: string | null;
  postalCode: string | null;
  city: string | null;
  onHold: boolean;
  stopCode: string | null;
  handedOver: boolean;
  invoices: InvoiceFactsRow[];
}

/** The ladder's own words for "this invoice has come to the hand-over", whatever the step is called. */
const REACHED = `exists (
  select 1 from step_taken taken
  join ladder_version version on version.organisation_id = taken.organisation_id and version.id = taken.ladder_version_id
  where taken.organisation_id = $1 and taken.invoice_id = standing.invoice_id
    and exists (select 1 from jsonb_array_elements(version.steps) step where step ->> 'id' = taken.step_key and step ->> 'channel' = 'hand-over'))`;

/** Open cases of which an invoice came to the hand-over, and that aren't with an agency. */
export async function listReadyCaseIds(reader: Reader): Promise<string[]> {
  const rows = await reader.query<{ id: string }>(
    `select found.id from collection_case found
     where found.organisation_id = $1 and found.closed_on is null
       and exists (select 1 from invoice_standing standing where standing.organisation_id = $1 and standing.debtor_id = found.debtor_id and standing.open_cents > 0 and ${REACHED})
       and not exists (select 1 from hand_over where organisation_id = $1 and case_id = found.id
         and rejected_at is null and declined_at is null and recalled_at is null and closed_at is null)
     order by found.opened_on, found.id limit 200`,
    [reader.organisationId],
  );
  return rows.map(({ id }) => id);
}

/**
 * What decides whether cases may be handed over, as of a day. The invoices are those that came to the hand-over; when none did, all
 * that are past due, so that a person may look earlier than the ladder.
 */
export function listHandOverFacts(reader: Reader, caseIds: readonly string[], today: PlainDate): Promise<HandOverCaseRow[]> {
  if (caseIds.length === 0) return Promise.resolve([]);
  return reader.query<HandOverCaseRow>(
    `with wanted as (
       select found.id as case_id, found.number, found.closed_on, found.debtor_id, standing.invoice_id, standing.open_cents, standing.due_on, ${REACHED} as reached
       from collection_case found
       left join invoice_standing standing on standing.organisation_id = found.organisation_id and standing.debtor_id = found.debtor_id
         and standing.open_cents > 0 and standing.due_on < $3
       where found.organisation_id = $1 and found.id = any($2::uuid[])),
     going as (select wanted.*, bool_or(reached) over (partition by case_id) as any_reached from wanted)
     select going.case_id as "caseId", going.number as "caseNumber", going.closed_on as "closedOn", debtor.id as "debtorId", debtor.name as "debtorName", debtor.kind,
       debtor.street, debtor.house_number as "houseNumber", debtor.postal_code as "postalCode", debtor.city,
       (exists (select 1 from hold where organisation_id = $1 and (scope = 'organisation' or (scope = 'debtor' and debtor_id = debtor.id)) and lifted_at is null
          and from_day <= $3 and (until_day is null or until_day >= $3))
        or exists (select 1 from inbound_message where organisation_id = $1 and debtor_id = debtor.id and read_at is null and kind <> 'bounce')
        or coalesce(bool_or(exists (select 1 from hold where organisation_id = $1 and scope = 'invoice' and invoice_id = going.invoice_id and lifted_at is null
          and from_day <= $3 and (until_day is null or until_day >= $3))), false)) as "onHold",
       (select kind from debtor_status where organisation_id = $1 and debtor_id = debtor.id and ended_at is null and from_day <= $3
          and (until_day is null or until_day >= $3) order by from_day desc limit 1) as "stopCode",
       exists (select 1 from hand_over where organisation_id = $1 and case_id = going.case_id
         and rejected_at is null and declined_at is null and recalled_at is null and closed_at is null) as "handedOver",
       coalesce(jsonb_agg(jsonb_build_object(
         'invoiceId', going.invoice_id, 'number', invoice.number, 'outstanding', going.open_cents, 'dueOn', going.due_on,
         'disputed', exists (select 1 from dispute where organisation_id = $1 and invoice_id = going.invoice_id and decided_on is null),
         'plan', (select case when plan.accepted_on is null then 'proposed' else 'running' end from plan
            join plan_invoice line on line.organisation_id = plan.organisation_id and line.plan_id = plan.id
            where plan.organisation_id = $1 and line.invoice_id = going.invoice_id and plan.declined_on is null and plan.ended_on is null
              and (line.active or plan.accepted_on is null) order by plan.accepted_on nulls last limit 1),
         'promiseOpen', exists (select 1 from promise_invoice line join promise on promise.organisation_id = line.organisation_id and promise.id = line.promise_id
            where line.organisation_id = $1 and line.invoice_id = going.invoice_id and line.settled_on is null and promise.cancelled_on is null),
         'hasDocument', invoice.document_id is not null or exists (select 1 from invoice_line where organisation_id = $1 and invoice_id = going.invoice_id),
         'reminded', exists (select 1 from message join message_invoice line on line.organisation_id = message.organisation_id and line.message_id = message.id
            where message.organisation_id = $1 and line.invoice_id = going.invoice_id and message.handed_over_at is not null and message.bounced_at is null
              and not message.by_request and message.kind <> 'note-before-due'),
         'letter', (select jsonb_build_object('sentOn', letter.sent_on, 'channel', letter.channel,
              'deliveredOn', case when letter.presumed then null else letter.delivered_on end, 'bouncedOn', (message.bounced_at at time zone 'Europe/Amsterdam')::date)
            from letter_invoice line join fourteen_day_letter letter on letter.organisation_id = line.organisation_id and letter.id = line.letter_id
            join message on message.organisation_id = letter.organisation_id and message.id = letter.message_id
            where line.organisation_id = $1 and line.invoice_id = going.invoice_id order by letter.sent_on desc limit 1)
       ) order by going.due_on, going.invoice_id) filter (where going.invoice_id is not null), '[]') as invoices
     from going
     join debtor on debtor.organisation_id = $1 and debtor.id = going.debtor_id
     left join invoice on invoice.organisation_id = $1 and invoice.id = going.invoice_id
     where going.reached or not coalesce(going.any_reached, false)
     group by going.case_id, going.number, going.closed_on, debtor.organisation_id, debtor.id
     order by going.number`,
    [reader.organisationId, caseIds, today],
  );
}

/** The facts in the words of the domain, for this agency or for the case alone. */
export function handOverFactsOf(row: HandOverCaseRow, agency: HandOverFacts["agency"], today: PlainDate): HandOverFacts {
  return {
    debtorKind: row.kind,
    debtorName: row.debtorName,
    address: row,
    onHold: row.onHold,
    stopCode: row.stopCode,
    handedOver: row.handedOver,
    agency,
    invoices: row.invoices.map(({ letter, ...invoice }) => ({ ...invoice, letter: letter && letterStanding(letter, today) })),
  };
}
