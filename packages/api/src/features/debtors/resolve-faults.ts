import type { Tx } from "../../platform/database/transaction";
import type { DebtorColumn } from "./debtor-details";

/** A debtor of which some columns were mended, with what stood there before. */
export interface MendedDebtor {
  readonly debtorId: string;
  readonly columns: readonly string[];
  readonly before: Readonly<Partial<Record<DebtorColumn, string | null>>>;
}

const HOUSE = new Set(["street", "house_number", "postal_code", "city"]);

/** Faults of an address that isn't theirs any more: what waited for it may go. */
export async function resolveFaults(tx: Tx, debtors: readonly MendedDebtor[]): Promise<void> {
  const mended = debtors.flatMap(({ debtorId, columns, before }) => [
    ...(columns.includes("email") ? [{ debtorId, channel: "mail", address: before.email ?? null }] : []),
    ...(columns.includes("phone") ? [{ debtorId, channel: "phone", address: before.phone ?? null }] : []),
    ...(columns.some((column) => HOUSE.has(column)) ? [{ debtorId, channel: "letter", address: null }] : []),
  ]);
  if (mended.length === 0) return;
  await tx.query(
    `update contact_fault fault set resolved_at = $2, resolved_by = $3
     from unnest($4::uuid[], $5::text[], $6::text[]) as mended (debtor_id, channel, address)
     where fault.organisation_id = $1 and fault.debtor_id = mended.debtor_id and fault.channel = mended.channel and fault.resolved_at is null
       and (mended.address is null or lower(fault.address) = lower(mended.address))`,
    [
      tx.organisationId, tx.now, tx.actor.kind === "staff" ? tx.actor.id : null,
      mended.map(({ debtorId }) => debtorId), mended.map(({ channel }) => channel), mended.map(({ address }) => address),
    ],
  );
}
