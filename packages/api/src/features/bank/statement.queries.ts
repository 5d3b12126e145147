import type { Cents, PlainDate } from "@tegemoet/domain";
import type { EntryEvent, StatementEvent } from "@tegemoet/files";
import type { Reader, Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";

/** A statement begins; its days and closing balance follow when it ends. */
export async function insertStatement(tx: Tx, { id, statement, openingCents }: { id: string; statement: StatementEvent; openingCents: Cents }): Promise<void> {
  await tx.query(
    `insert into statement (organisation_id, id, account, currency, statement_key, number, opening_cents, closing_cents, imported_at, format)
     values ($1, $2::uuid, $3, $4, $2::uuid::text, $5, $6, $6, $7, $8)`,
    [tx.organisationId, id, statement.account, statement.currency, (statement.number ?? statement.id).slice(0, 60), openingCents, tx.now, statement.format],
  );
}

/** What is known of a statement once its last entry was read. */
export async function closeStatement(
  tx: Tx, id: string, end: { key: string; fromDay: PlainDate; untilDay: PlainDate; openingCents: Cents; closingCents: Cents },
): Promise<void> {
  await tx.query(
    "update statement set statement_key = $3, from_day = $4, until_day = $5, opening_cents = $6, closing_cents = $7 where organisation_id = $1 and id = $2",
    [tx.organisationId, id, end.key, end.fromDay, end.untilDay, end.openingCents, end.closingCents],
  );
}

/** Forgets a statement that brought nothing new; no line hangs on it. */
export async function deleteStatement(tx: Tx, id: string): Promise<void> {
  await tx.query("delete from statement where organisation_id = $1 and id = $2", [tx.organisationId, id]);
}

/** The last day that other statements of this account cover, null without any. */
export async function findLastCoveredDay(reader: Reader, account: string, otherThan: string): Promise<PlainDate | null> {
  const row = await reader.first<{ day: PlainDate | null }>(
    "select max(until_day) as day from statement where organisation_id = $1 and account = $2 and id <> $3", [reader.organisationId, account, otherThan]);
  return row?.day ?? null;
}

/** Whether an account is the organisation's own: the one on its invoices, or one of which a statement came before. */
export async function isOwnAccount(reader: Reader, account: string, otherThan: string): Promise<boolean> {
  const row = await reader.first<{ own: boolean }>(
    `select exists (select 1 from organisation where id = $1 and replace(upper(iban), ' ', '') = $2)
       or exists (select 1 from statement where organisation_id = $1 and account = $2 and id <> $3) as own`,
    [reader.organisationId, account, otherThan],
  );
  return row?.own ?? false;
}

/**
 * Stores entries, each real one once.
 *
 * @returns How many were new.
 */
export async function insertBankLines(tx: Tx, statementId: string, account: string, entries: readonly EntryEvent[]): Promise<number> {
  if (entries.length === 0) return 0;
  const rows = await tx.query<{ id: string }>(
    `insert into bank_line (organisation_id, id, statement_id, account, line_key, booked_on, value_on, amount_cents, currency,
       counterparty_name, counterparty_iban, reference, remittance, end_to_end_id, mandate_id, bank_code, return_reason, reversal)
     select $1, id, $2, $3, line_key, booked_on, value_on, cents, currency, name, iban, reference, remittance, end_to_end, mandate, code, return_reason, reversal
     from unnest($4::uuid[], $5::text[], $6::date[], $7::date[], $8::bigint[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[],
       $15::text[], $16::text[], $17::text[], $18::boolean[])
       as line (id, line_key, booked_on, value_on, cents, currency, name, iban, reference, remittance, end_to_end, mandate, code, return_reason, reversal)
     on conflict on constraint one_row_per_bank_entry do nothing returning id`,
    [
      tx.organisationId, statementId, account,
      entries.map(() => newId()),
      entries.map(({ contentHash, ordinal }) => `${contentHash}:${ordinal}`),
      entries.map(({ bookedOn }) => bookedOn),
      entries.map(({ valueOn }) => valueOn),
      entries.map(({ amount }) => amount),
      entries.map(({ currency }) => currency),
      entries.map(({ counterparty }) => counterparty.name ?? counterparty.ultimateName ?? null),
      entries.map(({ counterparty }) => counterparty.iban ?? counterparty.account ?? null),
      entries.map(({ structuredReference }) => structuredReference?.value ?? null),
      entries.map(remittanceOf),
      entries.map(({ endToEndId }) => endToEndId ?? null),
      entries.map(({ mandateId }) => mandateId ?? null),
      entries.map(({ transactionCode, proprietaryCode }) => transactionCode ?? proprietaryCode ?? null),
      entries.map(({ returnReason }) => [returnReason?.code, returnReason?.text].filter(Boolean).join(" ") || null),
      entries.map(({ reversal, returned }) => reversal || returned !== undefined),
    ],
  );
  return rows.length;
}

/** The payer's words, or where the bank passes none its own, with the references that stand beside them. */
function remittanceOf({ remittance, additionalInformation, otherReferences }: EntryEvent): string | null {
  const words = remittance || additionalInformation || "";
  const more = otherReferences.filter((reference) => !words.includes(reference));
  return [words, ...more].filter(Boolean).join(" ") || null;
}
