import { ibanKey, matchCandidates, type Cents, type LineToMatch, type MatchOptions, type MatchResult } from "@tegemoet/domain";
import { dayOf } from "../../platform/clock";
import type { Tx } from "../../platform/database/transaction";
import { newId } from "../../platform/ids";
import { together } from "../../platform/together";
import { chargeBackAll } from "../payments/charge-back";
import { receivePayments, type NewPayment } from "../payments/receive-payment";
import { bookPayouts } from "./book-payout";
import { bookSetOff } from "./book-set-off";
import { insertMatches, learnIbans, lockMatching, type NewMatch } from "./match-decision.queries";
import { findMatchFacts, lineToMatch, listLinesToMatch, listOwnIbans, lockOpenCents, type LineRow } from "./match-facts.queries";
import { OpenItems } from "./open-items";
import { findReturnedPayments } from "./returned-money.queries";

/** The names under which the payment provider pays out: never "mollie" alone, which may be somebody's name. */
const PROVIDER_NAMES = ["stichting mollie", "mollie payments", "mollie b.v.", "mollie bv"];

export interface MatchedChunk {
  lines: number;
  auto: number;
  /** Where the next chunk begins; undefined when these were the last. */
  after: string | undefined;
}

/** So many lines are decided at once: few round trips for each, and memory that stays flat. */
const LINES_AT_ONCE = 250;
/** After so many lines others get a turn, so that no request waits for a whole chunk. */
const LINES_A_TURN = 10;

/**
 * Gives the next lines without a decision their place: booked, proposed, unknown or ignored. What it looks up it looks up for all
 * lines at once, and so it books; what is booked was read again under lock, and of two lines that pay the same the second sees what the
 * first left.
 */
export async function matchLines(tx: Tx, { after, limit = LINES_AT_ONCE }: { after?: string; limit?: number } = {}): Promise<MatchedChunk> {
  await lockMatching(tx);
  const lines = await listLinesToMatch(tx, { after, limit });
  if (lines.length === 0) return { lines: 0, auto: 0, after: undefined };
  const told = lines.map((line) => ({ line, told: lineToMatch(line) }));
  const [facts, ownIbans] = await together([findMatchFacts(tx, told.map((one) => one.told)), listOwnIbans(tx)]);
  const options: MatchOptions = { ownIbans, providerNames: PROVIDER_NAMES };
  const items = new OpenItems(facts, dayOf(tx.now));
  const matches = await decide(tx, told, items, options);
  const auto = matches.filter(({ match }) => match.state === "auto");
  const received = await receivePayments(tx, await paymentsOf(tx, auto));
  const payments = new Map(auto.map(({ match }, index) => [match.id, received[index]?.paymentId]));
  await bookPayouts(tx, matches.flatMap(({ line, match }) =>
    (match.reason === "provider-payout" && match.id ? [{ matchId: match.id, amountCents: line.amountCents, bookedOn: line.bookedOn }] : [])));
  const returned = await bookReturns(tx, matches.filter(({ match }) => match.reason === "returned"));
  await insertMatches(tx, matches.map(({ match }) => returned.get(match.id) ?? { ...match, paymentId: payments.get(match.id) }));
  await learnIbans(tx, auto.flatMap(({ line, match }) => {
    const [iban, debtorId] = [ibanOf(line), match.candidates?.[0]?.debtorId];
    return iban && debtorId ? [{ debtorId, iban, on: line.bookedOn }] : [];
  }));
  return { lines: lines.length, auto: auto.length, after: lines.length < limit ? undefined : lines.at(-1)?.id };
}

/** Collections that bounced: where the payment they take back is found it is charged back, and a person has nothing to do. */
async function bookReturns(tx: Tx, matches: readonly Decided[]): Promise<Map<string | undefined, NewMatch>> {
  const found = await findReturnedPayments(tx, matches.map(({ line }) => line));
  const known = matches.flatMap(({ line, match }) => {
    const paymentId = found.get(line.id);
    return paymentId && match.id ? [{ line, match, paymentId }] : [];
  });
  await chargeBackAll(tx, known.map(({ line, paymentId }) => ({ paymentId, on: line.bookedOn, reason: line.returnReason ?? "returned" })));
  return new Map(known.map(({ match, paymentId }) => [match.id, { ...match, state: "ignored", reason: "charged-back", paymentId }]));
}

interface Decided {
  readonly line: LineRow;
  readonly match: NewMatch;
}

/** Decides every line on what is open; those that look automatic once more under lock, each after what the lines before it took. */
async function decide(tx: Tx, lines: readonly { line: LineRow; told: LineToMatch }[], items: OpenItems, options: MatchOptions): Promise<Decided[]> {
  const first: { line: LineRow; told: LineToMatch; result: MatchResult }[] = [];
  for (const [index, { line, told }] of lines.entries()) {
    if (index % LINES_A_TURN === LINES_A_TURN - 1) await turnOfOthers();
    first.push({ line, told, result: matchCandidates(told, items.index, options) });
  }
  const toBook = first.flatMap(({ result: { outcome, candidates: [best] } }) => (outcome === "auto" && best ? items.keep(best).invoices : []));
  for (const [invoiceId, openCents] of await lockOpenCents(tx, toBook.map(({ invoiceId }) => invoiceId))) items.correct(invoiceId, openCents);
  const decided: Decided[] = [];
  for (const [index, { line, told, result }] of first.entries()) {
    if (index % LINES_A_TURN === LINES_A_TURN - 1) await turnOfOthers();
    const match = matchOf(line, items.isTouched(result.candidates) ? matchCandidates(told, items.index, options) : result, items);
    if (match.state === "auto") for (const { invoiceId, cents } of match.candidates?.[0]?.invoices ?? []) items.take(invoiceId, cents);
    decided.push({ line, match });
  }
  return decided;
}

function turnOfOthers(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** The money of lines that are booked; the credit notes that a payer took off are set off before it. */
async function paymentsOf(tx: Tx, decided: readonly Decided[]): Promise<NewPayment[]> {
  const payments: NewPayment[] = [];
  for (const { line, match } of decided) {
    const best = match.candidates?.[0];
    const parts = best?.invoices ?? [];
    payments.push({
      source: "bank", debtorId: best?.debtorId, amountCents: line.amountCents, receivedOn: line.bookedOn, bankLineId: line.id,
      payerName: line.counterpartyName ?? undefined, payerIban: ibanOf(line), reference: line.reference ?? line.remittance?.slice(0, 140) ?? undefined,
      allocations: parts.some(({ cents }) => cents < 0) ? await bookSetOff(tx, parts) : parts,
    });
  }
  return payments;
}

/** The account a line came from, as it is remembered. */
export function ibanOf(line: LineRow): string | undefined {
  return line.counterpartyIban ? ibanKey(line.counterpartyIban) : undefined;
}

/** Money of ours that came back is for a person, whatever its sign; the rest is as the domain says. */
function matchOf(line: LineRow, { outcome, because, candidates }: MatchResult, items: OpenItems): NewMatch {
  const id = newId();
  if (line.reversal || line.returnReason) return { id, lineId: line.id, state: "unknown", reason: "returned" };
  const kept = candidates.map((candidate) => items.keep(candidate)).filter(({ invoices }) => invoices.length > 0);
  const confidence: number | null = kept[0]?.score ?? null;
  const total = (kept[0]?.invoices ?? []).reduce((sum: Cents, { cents }) => sum + cents, 0);
  // Only what finds its place to the last cent is booked without a person.
  if (outcome === "auto" && (kept.length === 0 || total !== line.amountCents)) return { id, lineId: line.id, state: "proposed", reason: "not-sure", confidence, candidates: kept };
  return { id, lineId: line.id, state: outcome, reason: because ?? kept[0]?.reasons[0] ?? "reference", confidence, candidates: kept };
}

/** A line that could not be matched because of a fault of ours is left to a person, so that it holds up no other. */
export async function leaveToPerson(tx: Tx, lineId: string): Promise<void> {
  await insertMatches(tx, [{ lineId, state: "unknown", reason: "not-matched" }]);
}
