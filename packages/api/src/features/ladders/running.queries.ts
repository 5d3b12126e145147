import type { DebtorKind } from "@tegemoet/domain";
import type { Reader } from "../../platform/database/transaction";

type Querying = Pick<Reader, "organisationId" | "query">;

/** An open invoice with the version it is on, and the steps it took on any version, in their order. */
export interface RunningInvoice {
  readonly invoiceId: string;
  readonly debtorId: string;
  readonly debtorKind: DebtorKind;
  /** Null: it took no step yet and follows the rules. */
  readonly versionId: string | null;
  readonly keys: readonly string[];
}

// The version that an open invoice is on: by choice, else of the last step it took.
const VERSION = `coalesce(
    (select own.ladder_version_id from invoice_ladder own where own.organisation_id = $1 and own.invoice_id = standing.invoice_id),
    (select taken.ladder_version_id from step_taken taken where taken.organisation_id = $1 and taken.invoice_id = standing.invoice_id
     order by taken.taken_on desc, taken.id desc limit 1))`;

/** How many open invoices run on each version, and on how many debtors. */
export function countRunning(reader: Querying): Promise<{ versionId: string; invoices: number }[]> {
  return reader.query(
    `with last as (
       select distinct on (taken.invoice_id) taken.invoice_id, taken.ladder_version_id
       from step_taken taken
       join invoice_standing standing on standing.organisation_id = taken.organisation_id and standing.invoice_id = taken.invoice_id and standing.open_cents > 0
       where taken.organisation_id = $1 order by taken.invoice_id, taken.taken_on desc, taken.id desc),
     chosen as (
       select own.invoice_id, own.ladder_version_id from invoice_ladder own
       join invoice_standing standing on standing.organisation_id = own.organisation_id and standing.invoice_id = own.invoice_id and standing.open_cents > 0
       where own.organisation_id = $1)
     select coalesce(chosen.ladder_version_id, last.ladder_version_id) as "versionId", count(*)::int as invoices
     from last full join chosen on chosen.invoice_id = last.invoice_id group by 1`,
    [reader.organisationId],
  );
}

const COLUMNS = `standing.invoice_id as "invoiceId", standing.debtor_id as "debtorId", debtor.kind as "debtorKind",
  coalesce((select array_agg(taken.step_key order by taken.taken_on, taken.id) from step_taken taken
    where taken.organisation_id = $1 and taken.invoice_id = standing.invoice_id), '{}') as keys`;

/** The open invoices that run on a version, all or some of them, in key order. */
export function listRunningOn(reader: Querying, versionId: string, invoiceIds?: readonly string[]): Promise<RunningInvoice[]> {
  return reader.query<RunningInvoice>(
    `select ${COLUMNS}, $2::uuid as "versionId"
     from invoice_standing standing
     join debtor on debtor.organisation_id = standing.organisation_id and debtor.id = standing.debtor_id
     where standing.organisation_id = $1 and standing.open_cents > 0 and ($3::uuid[] is null or standing.invoice_id = any($3))
       and standing.invoice_id in (
         select invoice_id from invoice_ladder where organisation_id = $1 and ladder_version_id = $2
         union all select invoice_id from step_taken where organisation_id = $1 and ladder_version_id = $2)
       and ${VERSION} = $2
     order by standing.invoice_id`,
    [reader.organisationId, versionId, invoiceIds ?? null],
  );
}

/** The open invoices of some debtors, or these invoices, with the version each is on. */
export function listRunningOf(reader: Querying, { debtorIds, invoiceIds }: { debtorIds?: readonly string[]; invoiceIds?: readonly string[] }): Promise<RunningInvoice[]> {
  return reader.query<RunningInvoice>(
    `select ${COLUMNS}, ${VERSION} as "versionId"
     from invoice_standing standing
     join debtor on debtor.organisation_id = standing.organisation_id and debtor.id = standing.debtor_id
     where standing.organisation_id = $1 and (standing.debtor_id = any($2::uuid[]) or standing.invoice_id = any($3::uuid[])) and standing.open_cents > 0
     order by standing.invoice_id`,
    [reader.organisationId, debtorIds ?? [], invoiceIds ?? []],
  );
}

/** An open invoice of a debtor, with the ladder and the version that it runs on. */
export interface InvoiceVersionRow {
  readonly invoiceId: string;
  readonly invoiceNumber: string;
  readonly ladderId: string;
  readonly ladderName: string;
  readonly version: number;
  /** Why a person chose it, and who; null when it follows the version of its steps. */
  readonly reason: string | null;
  readonly chosenBy: string | null;
}

/** The open invoices of a debtor that run, each with its version. */
export function listVersionsOfInvoices(reader: Querying, debtorId: string): Promise<InvoiceVersionRow[]> {
  return reader.query<InvoiceVersionRow>(
    `select invoice.id as "invoiceId", invoice.number as "invoiceNumber", ladder.id as "ladderId", ladder.name as "ladderName", version.version, own.reason, staff.name as "chosenBy"
     from invoice_standing standing
     join invoice on invoice.organisation_id = standing.organisation_id and invoice.id = standing.invoice_id
     join ladder_version version on version.organisation_id = standing.organisation_id and version.id = ${VERSION}
     join ladder on ladder.organisation_id = version.organisation_id and ladder.id = version.ladder_id
     left join invoice_ladder own on own.organisation_id = standing.organisation_id and own.invoice_id = standing.invoice_id
     left join staff on staff.id = own.chosen_by
     where standing.organisation_id = $1 and standing.debtor_id = $2 and standing.open_cents > 0 order by standing.due_on, invoice.id`,
    [reader.organisationId, debtorId],
  );
}
