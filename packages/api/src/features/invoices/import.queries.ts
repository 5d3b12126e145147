import type { Reader, Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";

export interface ImportResultRow {
  label: string;
  /** created · changed · unchanged · refused */
  outcome: string;
  code: string | null;
  details: string | null;
  invoiceId: string | null;
  debtorId: string | null;
  statementId: string | null;
  warnings: string[];
}

export interface ImportRow {
  id: string;
  kind: "invoices" | "bank";
  fileName: string;
  state: "running" | "done" | "failed";
  total: number;
  done: number;
  created: number;
  unchanged: number;
  failed: number;
  startedAt: Date;
  finishedAt: Date | null;
  by: string | null;
  results: ImportResultRow[];
}

const COLUMNS = `import.id, import.kind, import.file_name as "fileName", import.state, import.total, import.done, import.created, import.unchanged, import.failed,
  import.started_at as "startedAt", import.finished_at as "finishedAt", staff.name as by, import.results`;

/** One import with its results so far. */
export function findImport(reader: Reader, importId: string): Promise<ImportRow | undefined> {
  return reader.first<ImportRow>(`select ${COLUMNS} from import left join staff on staff.id = import.started_by where import.organisation_id = $1 and import.id = $2`, [reader.organisationId, importId]);
}

/** The last imports, newest first. */
export function listImports(reader: Reader, kind: string | undefined): Promise<ImportRow[]> {
  return reader.query<ImportRow>(
    `select ${COLUMNS} from import left join staff on staff.id = import.started_by where import.organisation_id = $1 and ($2::text is null or import.kind = $2)
     order by import.started_at desc limit 20`,
    [reader.organisationId, kind ?? null],
  );
}

/** An import begins: from now on its page shows how far it is. */
export async function insertImport(tx: Tx, { kind, fileName, total }: { kind: "invoices" | "bank"; fileName: string; total: number }): Promise<string> {
  const id = newId();
  await tx.query(
    "insert into import (organisation_id, id, kind, file_name, state, total, started_by, started_at) values ($1, $2, $3, $4, 'running', $5, $6, $7)",
    [tx.organisationId, id, kind, fileName.slice(0, 200), total, tx.actor.kind === "staff" ? tx.actor.id : null, tx.now],
  );
  return id;
}

/** Adds what became of one file or statement. */
export async function addImportResult(tx: Tx, importId: string, result: ImportResultRow): Promise<void> {
  await tx.query(
    `update import set done = done + 1, results = results || $3::jsonb,
       created = created + ($4 = 'created')::int, unchanged = unchanged + ($4 in ('unchanged', 'changed'))::int, failed = failed + ($4 = 'refused')::int
     where organisation_id = $1 and id = $2`,
    [tx.organisationId, importId, JSON.stringify([result]), result.outcome],
  );
}

/** An import is over. It failed only when nothing of it could be taken. */
export async function finishImport(tx: Tx, importId: string): Promise<void> {
  await tx.query(
    `update import set finished_at = $3, state = case when failed > 0 and created + unchanged = 0 then 'failed' else 'done' end where organisation_id = $1 and id = $2`,
    [tx.organisationId, importId, tx.now],
  );
}
