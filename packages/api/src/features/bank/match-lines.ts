import { ibanKey, matchCandidates, type Cents, type MatchOptions, type MatchResult } from "@tegemoet/domain";
import { dayOf } from "../../platform/clock";
import type { Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";
import { receivePayment } from "../payments/receive-payment";
import { bookPayout } from "./book-payout";
import { insertMatches, learnIbans, lockMatching, type NewMatch } from "./match-decision.queries";
import { findMatchFacts, lineToMatch, listLinesToMatch, listOwnIbans, lockOpenCents, type LineRow } from "./match-facts.queries";
import { OpenItems } from "./open-items";

/** The names under which the payment provider pays out: never "mollie" alone, which may be somebody's name. */
const PROVIDER_NAMES = ["stichting mollie", "mollie payments", "mollie b.v.", "mollie bv"];

export interface MatchedChunk {
  lines: number;
  auto: number;
  /** Where the next chunk begins. */
  after: string | undefined;
}

/**
 * Gives the next lines without a decision their place: booked, proposed, unknown or ignored. What it looks up it looks up for all
 * lines at once; what is booked was read again under lock, and of two lines that pay the same the second sees what the first left.
 */
export async function matchLines(tx: Tx, { after, limit = 200 }: { after?: string; limit?: number } = {}): Promise<MatchedChunk> {
  await lockMatching(tx);
  const lines = await listLinesToMatch(tx, { after, limit });
  if (lines.length === 0) return { lines: 0, auto: 0, after: undefined };
  const facts = await findMatchFacts(tx, lines.map(lineToMatch));
  const options: MatchOptions = { ownIbans: await listOwnIbans(tx), providerNames: PROVIDER_NAMES };
  const items = new OpenItems(facts, dayOf(tx.now));
  const decided = lines.map((line) => ({ line, result: resultOf(line, items, options) }));
  const toBook = decided.flatMap(({ result }) => (result.outcome === "auto" ? (result.candidates[0] ? items.keep(result.candidates[0]).invoices : []) : []));
  for (const [invoiceId, openCents] of await lockOpenCents(tx, toBook.map(({ invoiceId }) => invoiceId))) items.correct(invoiceId, openCents);
  const matches: NewMatch[] = [];
  const learned: { debtorId: string; iban: string; on: string }[] = [];
  for (const { line, result } of decided) {
    const current = items.isTouched(result.candidates) ? resultOf(line, items, options) : result;
    const match = matchOf(line, current, items);
    const best = match.candidates?.[0];
    if (match.state === "auto" && best) {
      const { paymentId } = await receivePayment(tx, {
        source: "bank", debtorId: best.debtorId, amountCents: line.amountCents, receivedOn: line.bookedOn, bankLineId: line.id,
        payerName: line.counterpartyName ?? undefined, payerIban: ibanOf(line), reference: line.reference ?? line.remittance?.slice(0, 140) ?? undefined,
        allocations: best.invoices,
      });
      for (const { invoiceId, cents } of best.invoices) items.take(invoiceId, cents);
      const iban = ibanOf(line);
      if (iban) learned.push({ debtorId: best.debtorId, iban, on: line.bookedOn });
      matches.push({ ...match, paymentId });
    } else {
      matches.push(match);
      if (match.reason === "provider-payout" && match.id) await bookPayout(tx, { matchId: match.id, amountCents: line.amountCents, bookedOn: line.bookedOn });
    }
  }
  await insertMatches(tx, matches);
  await learnIbans(tx, learned);
  return { lines: lines.length, auto: matches.filter(({ state }) => state === "auto").length, after: lines.at(-1)?.id };
}

/** The account a line came from, as it is remembered. */
export function ibanOf(line: LineRow): string | undefined {
  return line.counterpartyIban ? ibanKey(line.counterpartyIban) : undefined;
}

function resultOf(line: LineRow, items: OpenItems, options: MatchOptions): MatchResult {
  return matchCandidates(lineToMatch(line), items.index, options);
}

/** Money of ours that came back is for a person, whatever its sign; the rest is as the domain says. */
function matchOf(line: LineRow, { outcome, because, candidates }: MatchResult, items: OpenItems): NewMatch {
  const id = newId();
  if (line.reversal || line.returnReason) return { id, lineId: line.id, state: "unknown", reason: "returned" };
  const kept = candidates.map((candidate) => items.keep(candidate)).filter(({ invoices }) => invoices.length > 0);
  const confidence: number | null = kept[0]?.score ?? null;
  const total = (kept[0]?.invoices ?? []).reduce((sum: Cents, { cents }) => sum + cents, 0);
  // Only what finds its place to the last cent is booked without a person.
  if (outcome === "auto" && total !== line.amountCents) return { id, lineId: line.id, state: "proposed", reason: "not-sure", confidence, candidates: kept };
  return { id, lineId: line.id, state: outcome, reason: because ?? kept[0]?.reasons[0] ?? "reference", confidence, candidates: kept };
}

/** A line that could not be matched because of a fault of ours is left to a person, so that it holds up no other. */
export async function leaveToPerson(tx: Tx, lineId: string): Promise<void> {
  await insertMatches(tx, [{ lineId, state: "unknown", reason: "not-matched" }]);
}
