import { bundleMessages, failedChecks, isMessage, type Decision, type LadderStep, type PlainDate, type SelfCheckResult, type TakeStep } from "@tegemoet/domain";
import { isLetterKind } from "@tegemoet/messages";
import type { Reader } from "../../platform/database/transaction";
import type { LadderInForce } from "../ladders/ladder.queries";
import { listClaimFacts, type ClaimFactsRow } from "./claim-facts.queries";
import { decideClaim } from "./decide-claim";
import { laddersOfClaims } from "./ladder-of-claim";
import type { NightRules } from "./night-rules";
import { checkOurselves, routeOf } from "./self-check.queries";

/** What a night decides for one invoice, before anything is written: the dry run shows just this. */
export interface DecidedClaim {
  readonly row: ClaimFactsRow;
  readonly ladder: LadderInForce;
  readonly decision: Decision;
  readonly checks: readonly SelfCheckResult[];
}

export type ClimbingClaim = DecidedClaim & { readonly decision: TakeStep };

/** One message of tonight, for one debtor. */
export interface PlannedMessage {
  readonly debtorId: string;
  /** The furthest invoice's step. */
  readonly step: LadderStep;
  readonly claims: readonly ClimbingClaim[];
  readonly messageNumber: number;
}

/** One task for a person: a step that is theirs, or one that the autopilot would have taken if it weren't off. */
export interface PlannedTask extends PlannedMessage {
  readonly kind: "step" | "autopilot";
}

export interface NightDecisions {
  readonly decided: readonly DecidedClaim[];
  readonly messages: readonly PlannedMessage[];
  readonly tasks: readonly PlannedTask[];
  /** Climbing, but not in tonight's message of this debtor. */
  readonly held: readonly ClimbingClaim[];
  readonly calls: readonly ClimbingClaim[];
  /** Ready to be proposed for hand-over, by a person. */
  readonly handOvers: readonly ClimbingClaim[];
}

/** Decides the claims of some debtors for a day: the same code for the night and for its dry run. */
export async function decideChunk(reader: Reader, debtorIds: readonly string[], day: PlainDate, rules: NightRules, realNow: Date): Promise<NightDecisions> {
  const decided = await decideClaims(reader, debtorIds, day, rules, realNow);
  const takes = decided.filter((claim): claim is ClimbingClaim => "take" in claim.decision);
  const speaking = takes.filter(({ decision }) => isMessage(decision.take));
  const messages = bundle(speaking.filter(goesByItself));
  const byPerson = bundle(speaking.filter((claim) => !goesByItself(claim)));
  const going = new Set([...messages, ...byPerson].flatMap(({ claims }) => claims));
  const ownTasks = takes.filter(({ decision }) => decision.take.channel === "task");
  return {
    decided,
    messages,
    tasks: [
      ...byPerson.map((message) => ({ ...message, kind: message.claims.some(({ row }) => row.autopilot) ? ("step" as const) : ("autopilot" as const) })),
      ...tasksOf(ownTasks),
    ],
    held: speaking.filter((claim) => !going.has(claim)),
    calls: takes.filter(({ decision }) => decision.take.channel === "call"),
    handOvers: takes.filter(({ decision }) => decision.take.channel === "hand-over"),
  };
}

async function decideClaims(reader: Reader, debtorIds: readonly string[], day: PlainDate, rules: NightRules, realNow: Date): Promise<DecidedClaim[]> {
  const rows = await listClaimFacts(reader, debtorIds, day, realNow, rules.lookAheadDays);
  const ladderOf = await laddersOfClaims(reader, rows, rules.ladders, day);
  const decide = (row: ClaimFactsRow, ladder: LadderInForce, failed: readonly string[]): Decision =>
    // With the autopilot off a step is decided as ever, and becomes a task instead of a message.
    orNotBefore(row, decideClaim(row.autopilot ? row : { ...row, autopilot: true }, { ladder: ladder.ladder, contactRules: rules.contactRules, toleranceCents: rules.toleranceCents, minimumCents: rules.minimumCents }, day, failed));
  const first = rows.map((row) => {
    const ladder = ladderOf(row);
    return { row, ladder, decision: decide(row, ladder, []), checks: [] as readonly SelfCheckResult[] };
  });
  const speaking = first.filter(({ decision }) => "take" in decision && (isMessage(decision.take) || decision.take.channel === "call"));
  const routes = new Map(speaking.flatMap(({ row, decision }) => ("take" in decision ? [[row.invoiceId, routeOf(decision.take.channel, row.email)] as const] : [])));
  const checks = await checkOurselves(reader, [...routes.keys()], day, routes);
  return first.map((claim) => {
    const results = checks.get(claim.row.invoiceId);
    if (!results) return claim;
    const failed = failedChecks(results);
    return { ...claim, checks: results, decision: failed.length > 0 ? decide(claim.row, claim.ladder, failed) : claim.decision };
  });
}

/** A note before the due day has no twin on paper: who has no mail address isn't told beforehand, and their ladder begins with the reminder. */
function orNotBefore({ email, dueOn }: ClaimFactsRow, decision: Decision): Decision {
  if (!("take" in decision) || email || decision.take.channel !== "mail" || decision.take.afterDays >= 0) return decision;
  return isLetterKind(decision.take.template ?? decision.take.id) ? decision : { wait: "not due", until: dueOn, step: decision.take };
}

function goesByItself({ row, decision }: ClimbingClaim): boolean {
  return row.autopilot && !decision.byHand;
}

function bundle(claims: readonly ClimbingClaim[]): PlannedMessage[] {
  const byInvoice = new Map(claims.map((claim) => [claim.row.invoiceId, claim]));
  const { messages } = bundleMessages(claims.map(({ row, ladder, decision }) => ({
    invoiceId: row.invoiceId, debtorId: row.debtorId, dueOn: row.dueOn, outstanding: row.openCents, step: decision.take,
    stepIndex: ladder.ladder.steps.findIndex(({ id }) => id === decision.take.id), messageNumber: decision.messageNumber,
  })));
  return messages.map(({ debtorId, step, messageNumber, invoices }) => ({
    debtorId, step, messageNumber, claims: invoices.flatMap(({ invoiceId }) => byInvoice.get(invoiceId) ?? []),
  }));
}

/** One task a debtor and step, however many invoices it is about. */
function tasksOf(claims: readonly ClimbingClaim[]): PlannedTask[] {
  const groups = new Map<string, ClimbingClaim[]>();
  for (const claim of claims) {
    const key = `${claim.row.debtorId} ${claim.decision.take.id}`;
    const group = groups.get(key);
    if (group) group.push(claim);
    else groups.set(key, [claim]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ kind: "step" as const, debtorId: first.row.debtorId, step: first.decision.take, messageNumber: first.decision.messageNumber, claims: group }] : [];
  });
}
