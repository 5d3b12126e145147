import type { Cents, PlainDate } from "@tegemoet/domain";
import type { Reader } from "../../platform/database/transaction";
import { freshCandidates } from "./fresh-candidates";
import type { MatchState } from "./match-decision.queries";
import { LINE_COLUMNS, type LineRow } from "./match-facts.queries";
import type { KeptCandidate } from "./open-items";

/** As a person sees it: "undone" waits like "unknown", after somebody took a match back. */
export type ShownState = MatchState | "undone";

export interface BankLineRow extends LineRow {
  state: ShownState;
  reason: string | null;
  confidence: number | null;
  candidates: KeptCandidate[];
  allocations: { invoiceId: string; invoiceNumber: string; cents: Cents; openCents: Cents }[];
  decidedBy: string | null;
  unallocatedCents: Cents;
}

const STATE = `case when match.state = 'unknown' and match.reason = 'undone' then 'undone' else coalesce(match.state, 'unknown') end`;

const FROM = `from bank_line line
  left join bank_match match on match.organisation_id = line.organisation_id and match.bank_line_id = line.id and match.undone_at is null`;

const SELECT = `select ${LINE_COLUMNS}, ${STATE} as state, match.reason, match.confidence,
  coalesce(match.candidates, '[]') as candidates, staff.name as "decidedBy", coalesce(paid.allocations, '[]') as allocations,
  coalesce(paid.unallocated, 0)::bigint as "unallocatedCents"
  ${FROM}
  left join staff on staff.id = match.decided_by
  left join lateral (
    select (select json_agg(json_build_object('invoiceId', invoice.id, 'invoiceNumber', invoice.number, 'cents', sums.cents, 'openCents', standing.open_cents)
              order by invoice.due_on, invoice.id)
            from (select posting.invoice_id, -sum(posting.amount_cents) as cents
                  from payment
                  join posting on posting.organisation_id = payment.organisation_id and posting.payment_id = payment.id and posting.account = 'receivable'
                  where payment.organisation_id = $1 and payment.bank_line_id = line.id
                  group by posting.invoice_id having sum(posting.amount_cents) <> 0) sums
            join invoice on invoice.organisation_id = $1 and invoice.id = sums.invoice_id
            join invoice_standing standing on standing.organisation_id = $1 and standing.invoice_id = invoice.id) as allocations,
      (select sum(standing.unallocated_cents) from payment
       join payment_standing standing on standing.organisation_id = payment.organisation_id and standing.payment_id = payment.id
       where payment.organisation_id = $1 and payment.bank_line_id = line.id) as unallocated
  ) paid on match.state in ('auto', 'by-hand')`;

const FILTER = `where line.organisation_id = $1 and ($2::text is null or ${STATE} = $2)
  and ($3::text is null or line.counterparty_name ilike $3 or line.counterparty_iban ilike $3 or line.remittance ilike $3 or line.reference ilike $3
       or line.amount_cents = $4)`;

export interface BankLineQuery {
  state?: ShownState;
  search?: string;
  limit: number;
  offset: number;
  today: PlainDate;
}

/** A page of lines, the newest first, with how many there are. */
export async function listBankLines(reader: Reader, { state, search, limit, offset, today }: BankLineQuery): Promise<{ rows: BankLineRow[]; totalCount: number }> {
  const text = search?.trim() ?? "";
  const values = [reader.organisationId, state ?? null, text ? `%${text.replace(/[%_\\]/g, "\\$&")}%` : null, centsIn(text)];
  const rows = await reader.query<BankLineRow>(`${SELECT} ${FILTER} order by line.booked_on desc, line.id desc limit $5 offset $6`, [...values, limit, offset]);
  const count = await reader.first<{ count: number }>(`select count(*) as count ${FROM} ${FILTER}`, values);
  return { rows: await refreshed(reader, rows, today), totalCount: count?.count ?? 0 };
}

/** One line as the page shows it. */
export async function findBankLine(reader: Reader, lineId: string, today: PlainDate): Promise<BankLineRow | undefined> {
  const rows = await reader.query<BankLineRow>(`${SELECT} where line.organisation_id = $1 and line.id = $2`, [reader.organisationId, lineId]);
  return (await refreshed(reader, rows, today))[0];
}

/** An amount as people type it: "186", "186,00", "1.234,56". Null when it is none. */
function centsIn(text: string): Cents | null {
  const match = /^-?(\d{1,3}(?:\.\d{3})+|\d{1,9})(?:,(\d{2}))?$/.exec(text.replace(/^€\s*/, ""));
  if (!match) return null;
  const cents = Number(match[1]?.replaceAll(".", "")) * 100 + Number(match[2] ?? 0);
  return text.startsWith("-") ? -cents : cents;
}

/** What waits for a person shows what could be today; what was decided shows what was known then. */
async function refreshed(reader: Reader, rows: BankLineRow[], today: PlainDate): Promise<BankLineRow[]> {
  const waiting = rows.filter(({ state, reason, amountCents }) => (state === "proposed" || state === "unknown" || state === "undone") && reason !== "returned" && amountCents > 0);
  const candidates = await freshCandidates(reader, waiting, today);
  const fresh = new Map(waiting.map(({ id }, index) => [id, candidates[index] ?? []]));
  return rows.map((row) => ({ ...row, candidates: fresh.get(row.id) ?? row.candidates }));
}

export interface PileRow {
  state: ShownState;
  count: number;
  cents: Cents;
}

const STATES: readonly ShownState[] = ["auto", "proposed", "unknown", "by-hand", "ignored", "undone"];

/** How much lies on each pile, the empty ones too. */
export async function countPiles(reader: Reader): Promise<PileRow[]> {
  const rows = await reader.query<PileRow>(
    `select ${STATE} as state, count(*) as count, coalesce(sum(line.amount_cents), 0)::bigint as cents ${FROM} where line.organisation_id = $1 group by 1`, [reader.organisationId]);
  return STATES.map((state) => rows.find((row) => row.state === state) ?? { state, count: 0, cents: 0 });
}

export interface StatementRow {
  id: string;
  iban: string;
  number: string | null;
  from: PlainDate | null;
  until: PlainDate | null;
  openingCents: Cents;
  closingCents: Cents;
  lineCount: number;
  importedAt: Date;
}

/** The last statements that came in. */
export function listStatements(reader: Reader): Promise<StatementRow[]> {
  return reader.query<StatementRow>(
    `select id, account as iban, number, from_day as "from", until_day as "until", opening_cents as "openingCents", closing_cents as "closingCents",
       (select count(*) from bank_line line where line.organisation_id = $1 and line.statement_id = statement.id) as "lineCount", imported_at as "importedAt"
     from statement where organisation_id = $1 order by until_day desc nulls last, imported_at desc, id desc limit 20`,
    [reader.organisationId],
  );
}

/** The day until which we know what came in, null without any statement. */
export async function findLastBookedOn(reader: Reader): Promise<PlainDate | null> {
  const row = await reader.first<{ day: PlainDate | null }>("select max(until_day) as day from statement where organisation_id = $1", [reader.organisationId]);
  return row?.day ?? null;
}
