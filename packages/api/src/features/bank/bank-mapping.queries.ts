import { bareName, type BankMapping } from "@tegemoet/files";
import type { Reader, Tx } from "../../platform/database/transaction";

/** What makes two headers the same; a bank's export is remembered apart from a list of invoices with the same columns. */
export function bankSignatureOf(columns: readonly string[]): string {
  return `bank|${columns.map(bareName).sort().join("|")}`.slice(0, 2_000);
}

/** The mapping that was chosen for a header like this before. */
export async function findBankMapping(reader: Reader, columns: readonly string[]): Promise<BankMapping | undefined> {
  const row = await reader.first<{ mapping: BankMapping }>("select mapping from import_mapping where organisation_id = $1 and signature = $2", [reader.organisationId, bankSignatureOf(columns)]);
  return row?.mapping;
}

/** Remembers a mapping for the next file with this header. */
export async function keepBankMapping(tx: Tx, columns: readonly string[], mapping: BankMapping): Promise<void> {
  await tx.query(
    `insert into import_mapping (organisation_id, signature, mapping, kept_by, kept_at) values ($1, $2, $3, $4, $5)
     on conflict (organisation_id, signature) do update set mapping = excluded.mapping, kept_by = excluded.kept_by, kept_at = excluded.kept_at`,
    [tx.organisationId, bankSignatureOf(columns), JSON.stringify(mapping), tx.actor.kind === "staff" ? tx.actor.id : null, tx.now],
  );
}
