import type { PlainDate } from "@tegemoet/domain";
import { upsertDebtor } from "../../features/debtors/upsert-debtor";
import { issueInvoices, type NewInvoice } from "../../features/invoices/issue-invoices";
import type { Tx } from "../../platform/database/transaction";
import { demoInvoice, isInvoicedOn } from "./demo-invoices";
import { KEY_PREFIX } from "./demo-debtors";
import { onDay, SYSTEM, type DemoWorld } from "./demo-world";

/** Who owes something for so long gets nothing on account any more. */
const CREDIT_STOP_DAYS = 16;

/** The invoices of a day, sent in the afternoon. @returns How many. */
export async function bringInvoices(world: DemoWorld, day: PlainDate): Promise<number> {
  const { creditor, span } = world;
  const invoiced = [...world.debtors.values()].filter((debtor) => isInvoicedOn(debtor, day, span.seed, creditor.letter));
  if (invoiced.length === 0) return 0;
  return onDay(world, day, 1_000, SYSTEM, async (tx) => {
    const known = (world.memory.debtors ??= await knownDebtors(tx));
    const stopped = await stoppedDebtors(tx, day);
    const series = `${creditor.letter}${day.slice(0, 4)}-`;
    let sequence = world.memory.numbers.get(series) ?? (await lastSequence(tx, series));
    const invoices: NewInvoice[] = [];
    for (const debtor of invoiced) {
      if (stopped.has(debtor.key)) continue;
      const debtorId = known.get(debtor.key) ?? (await upsertDebtor(tx, debtor.details)).debtorId;
      known.set(debtor.key, debtorId);
      invoices.push(demoInvoice(creditor, debtor, debtorId, { day, sequence: (sequence += 1), seed: span.seed, until: span.until }));
    }
    world.memory.numbers.set(series, sequence);
    for (const outcome of await issueInvoices(tx, invoices)) if ("refusal" in outcome) throw outcome.refusal;
    return invoices.length;
  });
}

async function knownDebtors(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; key: string }>(
    `select id, external_key as key from debtor where organisation_id = $1 and external_key like '${KEY_PREFIX}%'`, [tx.organisationId]);
  return new Map(rows.map(({ id, key }) => [key, id]));
}

async function stoppedDebtors(tx: Tx, day: PlainDate): Promise<Set<string>> {
  const rows = await tx.query<{ key: string }>(
    `select distinct debtor.external_key as key from invoice_standing standing join debtor on debtor.organisation_id = $1 and debtor.id = standing.debtor_id
     where standing.organisation_id = $1 and standing.open_cents > 0 and standing.due_on < $2::date - ${CREDIT_STOP_DAYS} and debtor.external_key is not null`,
    [tx.organisationId, day],
  );
  return new Set(rows.map(({ key }) => key));
}

async function lastSequence(tx: Tx, prefix: string): Promise<number> {
  const row = await tx.first<{ number: string | null }>(
    "select max(number) as number from invoice where organisation_id = $1 and number like $2 || '%' and source = 'demo'", [tx.organisationId, prefix]);
  return Number(row?.number?.slice(prefix.length) ?? 0);
}
