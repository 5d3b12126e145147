import { matchCandidates, type PlainDate } from "@tegemoet/domain";
import type { Reader } from "../../platform/database/transaction";
import { findMatchFacts, lineToMatch, type LineRow } from "./match-facts.queries";
import { OpenItems, type KeptCandidate } from "./open-items";

/** A line as far as its candidates go. */
export interface WaitingLine extends LineRow {
  readonly candidates: KeptCandidate[];
}

const MOST_SHOWN = 5;

/**
 * The candidates of lines that wait for a person, found anew on what is open now: invoices that came since are among them, amounts are
 * today's. One that was paid by other money since stays in sight, says so, and is no choice any more.
 *
 * @returns For each line its candidates, in the order of the lines.
 */
export async function freshCandidates(reader: Reader, lines: readonly WaitingLine[], today: PlainDate): Promise<KeptCandidate[][]> {
  if (lines.length === 0) return [];
  const items = new OpenItems(await findMatchFacts(reader, lines.map(lineToMatch)), today);
  const fresh = lines.map((line) =>
    matchCandidates(lineToMatch(line), items.index).candidates.map((candidate) => items.keep(candidate)).filter(({ invoices }) => invoices.length > 0));
  const open = await openOf(reader, lines.flatMap(({ candidates }) => candidates.flatMap(({ invoices }) => invoices.map(({ invoiceId }) => invoiceId))));
  return lines.map(({ candidates }, index) => {
    const found = fresh[index] ?? [];
    const gone = candidates.filter(({ invoices }) => invoices.every(({ invoiceId }) => !((open.get(invoiceId) ?? 0) > 0)) && !found.some((one) => sameInvoices(one, { invoices })));
    const paid = gone.map((candidate): KeptCandidate => ({
      ...candidate, score: 0, reasons: ["paidAlready"], invoices: candidate.invoices.map((invoice) => ({ ...invoice, openCents: 0 })),
    }));
    return [...found, ...paid].slice(0, MOST_SHOWN);
  });
}

async function openOf(reader: Reader, invoiceIds: readonly string[]): Promise<Map<string, number>> {
  if (invoiceIds.length === 0) return new Map();
  const rows = await reader.query<{ id: string; cents: number }>(
    "select invoice_id as id, open_cents as cents from invoice_standing where organisation_id = $1 and invoice_id = any($2::uuid[])", [reader.organisationId, [...new Set(invoiceIds)]]);
  return new Map(rows.map(({ id, cents }) => [id, cents]));
}

function sameInvoices(a: Pick<KeptCandidate, "invoices">, b: Pick<KeptCandidate, "invoices">): boolean {
  const idsOf = ({ invoices }: Pick<KeptCandidate, "invoices">): string => invoices.map(({ invoiceId }) => invoiceId).sort().join(" ");
  return idsOf(a) === idsOf(b);
}
