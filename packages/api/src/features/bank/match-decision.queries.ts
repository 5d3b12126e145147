import type { Cents } from "@tegemoet/domain";
import type { Reader, Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";
import { LINE_COLUMNS, type LineRow } from "./match-facts.queries";
import type { KeptCandidate } from "./open-items";

export type MatchState = "auto" | "proposed" | "unknown" | "by-hand" | "ignored";

export interface NewMatch {
  readonly id?: string;
  readonly lineId: string;
  readonly state: MatchState;
  /** A code of the domain, or what a person wrote. */
  readonly reason: string;
  readonly confidence?: number | null;
  readonly candidates?: readonly KeptCandidate[];
  readonly paymentId?: string;
}

/** One at a time decides where lines belong: a chunk of an import, or a person. Held until the end of the transaction. */
export async function lockMatching(tx: Tx): Promise<void> {
  await tx.query("select pg_advisory_xact_lock(hashtextextended('matching:' || $1, 0))", [tx.organisationId]);
}

/** Writes down decisions, one a line. */
export async function insertMatches(tx: Tx, matches: readonly NewMatch[]): Promise<void> {
  if (matches.length === 0) return;
  await tx.query(
    `insert into bank_match (organisation_id, id, bank_line_id, state, reason, confidence, candidates, payment_id, decided_by, decided_at)
     select $1, id, line_id, state, reason, confidence, candidates, payment_id, $9, $10
     from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::float8[], $7::jsonb[], $8::uuid[]) as made (id, line_id, state, reason, confidence, candidates, payment_id)`,
    [
      tx.organisationId,
      matches.map(({ id }) => id ?? newId()),
      matches.map(({ lineId }) => lineId),
      matches.map(({ state }) => state),
      matches.map(({ reason }) => reason),
      matches.map(({ confidence }) => confidence ?? null),
      matches.map(({ candidates }) => JSON.stringify(candidates ?? [])),
      matches.map(({ paymentId }) => paymentId ?? null),
      tx.actor.kind === "staff" ? tx.actor.id : null, tx.now,
    ],
  );
}

export interface DecidedLine extends LineRow {
  matchId: string | null;
  state: MatchState;
  reason: string | null;
  candidates: KeptCandidate[];
  paymentId: string | null;
  decidedAt: Date | null;
}

/** A line with what was decided of it; without a decision it is unknown. */
export function findDecidedLine(reader: Reader, lineId: string): Promise<DecidedLine | undefined> {
  return reader.first<DecidedLine>(
    `select ${LINE_COLUMNS}, match.id as "matchId", coalesce(match.state, 'unknown') as state, match.reason, coalesce(match.candidates, '[]') as candidates,
       match.payment_id as "paymentId", match.decided_at as "decidedAt"
     from bank_line line
     left join bank_match match on match.organisation_id = line.organisation_id and match.bank_line_id = line.id and match.undone_at is null
     where line.organisation_id = $1 and line.id = $2`,
    [reader.organisationId, lineId],
  );
}

/** A new decision takes the place of the one before, which is kept as undone. */
export async function replaceMatch(tx: Tx, line: DecidedLine, match: Omit<NewMatch, "lineId">): Promise<void> {
  if (line.matchId) {
    await tx.query("update bank_match set undone_at = $3, undone_by = $4 where organisation_id = $1 and id = $2", [
      tx.organisationId, line.matchId, tx.now, tx.actor.kind === "staff" ? tx.actor.id : null,
    ]);
  }
  await insertMatches(tx, [{ ...match, lineId: line.id }]);
}

export interface LinePayment {
  paymentId: string;
  debtorId: string | null;
  amountCents: Cents;
  /** The entry that booked the money in. */
  entryId: string;
  /** The bank took it back since. */
  chargedBack: boolean;
}

/** The payments that a line gave and that still stand. */
export function listPaymentsOfLine(reader: Reader, lineId: string): Promise<LinePayment[]> {
  return reader.query<LinePayment>(
    `select payment.id as "paymentId", payment.debtor_id as "debtorId", payment.amount_cents as "amountCents", entry.id as "entryId",
       exists (select 1 from posting join ledger_entry charge on charge.organisation_id = posting.organisation_id and charge.id = posting.entry_id and charge.kind = 'chargeback'
         where posting.organisation_id = payment.organisation_id and posting.payment_id = payment.id
           and not exists (select 1 from ledger_entry reversal where reversal.organisation_id = payment.organisation_id and reversal.reverses_id = charge.id)) as "chargedBack"
     from payment
     join ledger_entry entry on entry.organisation_id = payment.organisation_id and entry.reference = 'payment:' || payment.id
     where payment.organisation_id = $1 and payment.bank_line_id = $2 and not exists (
       select 1 from ledger_entry reversal where reversal.organisation_id = payment.organisation_id and reversal.reverses_id = entry.id)
     order by payment.id`,
    [reader.organisationId, lineId],
  );
}

/** Remembers that a debtor pays from an account. */
export async function learnIbans(tx: Tx, learned: readonly { debtorId: string; iban: string; on: string }[]): Promise<void> {
  if (learned.length === 0) return;
  await tx.query(
    `insert into debtor_iban (organisation_id, id, debtor_id, iban, learned_on)
     select $1, id, debtor_id, iban, learned_on from unnest($2::uuid[], $3::uuid[], $4::text[], $5::date[]) as made (id, debtor_id, iban, learned_on) on conflict do nothing`,
    [
      tx.organisationId, learned.map(() => newId()), learned.map(({ debtorId }) => debtorId),
      learned.map(({ iban }) => iban), learned.map(({ on }) => on),
    ],
  );
}

/** Forgets what was learned of an account when no payment of this debtor came from it after all. */
export async function forgetIban(tx: Tx, debtorId: string, iban: string): Promise<void> {
  await tx.query(
    `delete from debtor_iban where organisation_id = $1 and debtor_id = $2 and iban = $3 and not exists (
       select 1 from payment where organisation_id = $1 and debtor_id = $2 and payer_iban = $3)`,
    [tx.organisationId, debtorId, iban],
  );
}
