import type { BankMapping } from "@tegemoet/files";
import { findImportFile } from "../features/invoices/import-mapping.queries";
import { addImportResults, finishImport } from "../features/invoices/import.queries";
import { inTransaction, reading, type Act } from "../platform/database/transaction";
import { importBankFile } from "./import-bank-file";
import { stillAlive } from "./import-routes";
import type { Product } from "./product";

interface RunningBankTable {
  readonly id: string;
  readonly mapping: BankMapping;
  readonly startedBy: string | null;
}

/**
 * Takes in the banks' own exports of an organisation whose columns were named. One that was broken off is read again from its beginning:
 * what stands of it is known by its lines, so nothing counts twice.
 */
export async function takeBankTables(product: Product, organisationId: string): Promise<void> {
  const running = await reading(product.source, organisationId, (reader) => reader.query<RunningBankTable>(
    `select id, mapping, started_by as "startedBy" from import where organisation_id = $1 and kind = 'bank' and state = 'running' and mapping is not null order by started_at, id`,
    [organisationId]));
  for (const { id, mapping, startedBy } of running) {
    const act: Act = { organisationId, actor: startedBy ? { kind: "staff", id: startedBy } : { kind: "system" }, now: product.clock.now() };
    const file = await reading(product.source, organisationId, (reader) => findImportFile(reader, id));
    if (!file) continue;
    const results = await importBankFile(product, act, { name: file.fileName, bytes: file.bytes, cut: false }, mapping, stillAlive(product, act, id));
    await inTransaction(product.source, act, async (tx) => {
      // Of two workers the second finds it done.
      const mine = await tx.first("select 1 from import where organisation_id = $1 and id = $2 and state = 'running' for update", [organisationId, id]);
      if (!mine) return;
      await tx.query("update import set total = $3 where organisation_id = $1 and id = $2", [organisationId, id, results.length]);
      await addImportResults(tx, id, results);
      await finishImport(tx, id);
    });
  }
}
