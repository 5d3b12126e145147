import type { Reader, Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";
import type { ImportMapping } from "./import-fields";

export type ImportOutcome = "created" | "changed" | "unchanged" | "refused";

export interface ImportResultRow {
  label: string;
  /** created · changed · unchanged · refused */
  outcome: string;
  code: string | null;
  /** Of the refusal, as JSON text. */
  details: string | null;
  invoiceId: string | null;
  debtorId: string | null;
  statementId: string | null;
  warnings: string[];
  /** The row of the file, where it has rows. */
  line?: number | null;
  /** What a refused row held. */
  cells?: string[] | null;
}

export interface ImportRow {
  id: string;
  kind: "invoices" | "bank";
  fileName: string;
  state: "waiting" | "running" | "done" | "failed";
  total: number;
  done: number;
  created: number;
  changed: number;
  unchanged: number;
  failed: number;
  startedAt: Date;
  finishedAt: Date | null;
  by: string | null;
  documentId: string | null;
}

/** An import that told nothing for so long broke off: the program was stopped. Reading the file again takes up the rest. */
const BROKE_OFF_AFTER = "15 minutes";

const COLUMNS = `import.id, import.kind, import.file_name as "fileName",
  case when import.state = 'running' and coalesce(import.touched_at, import.started_at) < $2::timestamptz - interval '${BROKE_OFF_AFTER}' then 'failed' else import.state end as state,
  import.total, import.done, import.created, import.changed, import.unchanged, import.failed,
  import.started_at as "startedAt", import.finished_at as "finishedAt", staff.name as by, import.document_id as "documentId"`;

/** One import, as it stands at a moment. */
export function findImport(reader: Reader, importId: string, now: Date): Promise<ImportRow | undefined> {
  return reader.first<ImportRow>(`select ${COLUMNS} from import left join staff on staff.id = import.started_by where import.organisation_id = $1 and import.id = $3`, [reader.organisationId, now, importId]);
}

/** The last imports, newest first. */
export function listImports(reader: Reader, kind: string | undefined, now: Date): Promise<ImportRow[]> {
  return reader.query<ImportRow>(
    `select ${COLUMNS} from import left join staff on staff.id = import.started_by where import.organisation_id = $1 and ($3::text is null or import.kind = $3)
     order by import.started_at desc, import.id desc limit 20`,
    [reader.organisationId, now, kind ?? null],
  );
}

const RESULT_COLUMNS = `label, outcome, code, details, invoice_id as "invoiceId", debtor_id as "debtorId", statement_id as "statementId", warnings, line, cells`;

/** What came of files and rows, the refused ones first. @param limit The most that are told. */
export function listImportResults(reader: Reader, importId: string, limit: number): Promise<ImportResultRow[]> {
  return reader.query<ImportResultRow>(
    `(select ${RESULT_COLUMNS}, id, 0 as pile from import_result where organisation_id = $1 and import_id = $2 and outcome = 'refused' order by id limit $3)
     union all
     (select ${RESULT_COLUMNS}, id, 1 from import_result where organisation_id = $1 and import_id = $2 and outcome <> 'refused' order by id limit $3)
     order by pile, id limit $3`,
    [reader.organisationId, importId, limit],
  );
}

/** All that was refused of an import, in the order of the file. */
export function listRefused(reader: Reader, importId: string): Promise<ImportResultRow[]> {
  return reader.query<ImportResultRow>(
    `select ${RESULT_COLUMNS} from import_result where organisation_id = $1 and import_id = $2 and outcome = 'refused' order by line nulls last, id`, [reader.organisationId, importId]);
}

export interface NewImport {
  readonly kind: "invoices" | "bank";
  readonly fileName: string;
  readonly total: number;
  readonly state?: "waiting" | "running";
  /** The file, kept while its mapping is chosen. */
  readonly documentId?: string;
  /** The caller's key: the same again is the same import. */
  readonly key?: string;
}

/** An import begins: from now on its page shows how far it is. */
export async function insertImport(tx: Tx, { kind, fileName, total, state = "running", documentId, key }: NewImport): Promise<string> {
  const id = newId();
  await tx.query(
    `insert into import (organisation_id, id, kind, file_name, state, total, started_by, started_at, document_id, key)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [tx.organisationId, id, kind, fileName.slice(0, 200), state, total, tx.actor.kind === "staff" ? tx.actor.id : null, tx.now, documentId ?? null, key ?? null],
  );
  return id;
}

/** The import that came under a key before. Whoever brings the same key at the same time waits here. */
export async function findImportByKey(tx: Tx, key: string): Promise<string | undefined> {
  await tx.query("select pg_advisory_xact_lock(hashtext('import-key:' || $1 || $2))", [tx.organisationId, key]);
  return (await tx.first<{ id: string }>("select id from import where organisation_id = $1 and key = $2", [tx.organisationId, key]))?.id;
}

/** Adds what became of some files or rows, and counts them. */
export async function addImportResults(tx: Tx, importId: string, results: readonly ImportResultRow[]): Promise<void> {
  if (results.length === 0) return;
  await tx.query(
    `insert into import_result (organisation_id, id, import_id, line, label, outcome, code, details, invoice_id, debtor_id, statement_id, warnings, cells)
     select $1, id, $2, line, label, outcome, code, details, invoice_id, debtor_id, statement_id,
       array(select jsonb_array_elements_text(warnings)), case when cells is null then null else array(select jsonb_array_elements_text(cells)) end
     from unnest($3::uuid[], $4::int[], $5::text[], $6::text[], $7::text[], $8::text[], $9::uuid[], $10::uuid[], $11::uuid[], $12::jsonb[], $13::jsonb[])
       as made (id, line, label, outcome, code, details, invoice_id, debtor_id, statement_id, warnings, cells)`,
    [
      tx.organisationId, importId, results.map(() => newId()), results.map(({ line }) => line ?? null), results.map(({ label }) => label.slice(0, 300)),
      results.map(({ outcome }) => outcome), results.map(({ code }) => code), results.map(({ details }) => details), results.map(({ invoiceId }) => invoiceId),
      results.map(({ debtorId }) => debtorId), results.map(({ statementId }) => statementId), results.map(({ warnings }) => JSON.stringify(warnings)),
      results.map(({ cells }) => (cells ? JSON.stringify(cells) : null)),
    ],
  );
  const count = (...outcomes: string[]): number => results.filter(({ outcome }) => outcomes.includes(outcome)).length;
  await tx.query(
    `update import set done = done + $3, created = created + $4, changed = changed + $5, unchanged = unchanged + $6, failed = failed + $7, touched_at = $8
     where organisation_id = $1 and id = $2`,
    [tx.organisationId, importId, results.length, count("created"), count("changed"), count("unchanged"), count("refused"), tx.now],
  );
}

/** Takes an import that waits, to begin it. @returns False when it began before. */
export async function beginImport(tx: Tx, importId: string, { total, mapping }: { total: number; mapping: ImportMapping }): Promise<boolean> {
  const rows = await tx.query(
    "update import set state = 'running', total = $3, mapping = $4, touched_at = $5 where organisation_id = $1 and id = $2 and state = 'waiting' returning id",
    [tx.organisationId, importId, total, JSON.stringify(mapping), tx.now]);
  return rows.length > 0;
}

export interface RunningImport {
  readonly id: string;
  readonly mapping: ImportMapping;
  readonly startedBy: string | null;
}

/** Spreadsheets that are being taken in, or were when the program stopped. */
export function listRunningTables(reader: Reader): Promise<RunningImport[]> {
  return reader.query<RunningImport>(
    `select id, mapping, started_by as "startedBy" from import where organisation_id = $1 and kind = 'invoices' and state = 'running' and mapping is not null order by started_at, id`, [reader.organisationId]);
}

/** Holds an import while some of its rows are taken, so that two workers never take the same. @returns The last line that is done; undefined when it is over. */
export async function lockProgress(tx: Tx, importId: string): Promise<number | undefined> {
  const running = await tx.first("select 1 from import where organisation_id = $1 and id = $2 and state = 'running' for update", [tx.organisationId, importId]);
  if (!running) return undefined;
  const row = await tx.first<{ line: number | null }>("select max(line) as line from import_result where organisation_id = $1 and import_id = $2", [tx.organisationId, importId]);
  return row?.line ?? 0;
}

/** An import is over. It failed only when nothing of it could be taken. */
export async function finishImport(tx: Tx, importId: string): Promise<void> {
  await tx.query(
    `update import set finished_at = $3, state = case when failed > 0 and created + changed + unchanged = 0 then 'failed' else 'done' end where organisation_id = $1 and id = $2`,
    [tx.organisationId, importId, tx.now],
  );
}
