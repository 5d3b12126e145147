import { contactCapFreeOn, DEFAULT_CONTACT_RULES, failedChecks, mayContact, nextStep, packEvidence, reachesInTime, type ContactRules, type LadderStep, type PlainDate, type SelfCheckName } from "@tegemoet/domain";
import { dayOf, minuteOf, momentAt } from "../../platform/clock";
import type { Tx } from "../../platform/database/transaction";
import { together } from "../../platform/together";
import { keepEvidence } from "../communications/message-checks.queries";
import { findOrganisation, type OrganisationRow } from "../organisations/organisation.queries";
import { listClaimFacts, type ClaimFactsRow } from "./claim-facts.queries";
import { claimFactsOf } from "./decide-claim";
import { keepFaults } from "./keep-faults";
import { instalmentOfNow } from "./message-subjects.queries";
import { checkOurselves, faultsOf, type StepRoute } from "./self-check.queries";
import {
  findRecipients, findStops, lockClaims, openCentsOf, type DebtorStops, type MessageLine, type Recipient, type WaitingMessage,
} from "./sending.queries";

/** What the second look says of a message. */
export type Recheck =
  | { readonly go: true; readonly mailTo: string | null; readonly lines: readonly MessageLine[]; readonly dropped: readonly DroppedLine[] }
  | { readonly go: false; readonly cancel: string }
  | { readonly go: false; readonly postponeTo: Date; readonly because: string };

export interface DroppedLine {
  readonly invoiceId: string;
  /** A wait reason of the domain: "settled", "disputed", "plan running" … */
  readonly because: string;
}

/** What asks for money that is late or nearly due: each of its invoices is looked at again. */
const ASKING = new Set([
  "note-before-due", "reminder-1", "reminder-2", "reminder-3", "fourteen-day-letter", "business-notice", "not-reached", "promise-broken",
  "instalment-coming", "instalment-missed", "plan-broken",
]);
const LEGAL = new Set(["fourteen-day-letter", "business-notice"]);
/** What of our own work may have changed since this night: money and credit that came in. The rest is as the night saw it. */
const CHANGED_SINCE_NIGHT: ReadonlySet<string> = new Set<SelfCheckName>(["no-unmatched-receipts", "no-open-credits"]);
/** What concerns a message that is no step of the ladder: whether the money is looked at. */
const OF_MONEY: ReadonlySet<string> = new Set<SelfCheckName>(["no-unmatched-receipts", "bank-data-fresh"]);
const INSTALMENT = new Set(["instalment-coming", "instalment-missed"]);

/** What is known of a batch of messages at the moment of sending, read once for all of them. */
interface SecondLook {
  readonly today: PlainDate;
  readonly anyHour: boolean;
  readonly recipients: ReadonlyMap<string, Recipient>;
  readonly stops: ReadonlyMap<string, DebtorStops>;
  readonly claims: ReadonlyMap<string, ClaimFactsRow>;
  readonly open: ReadonlyMap<string, number>;
  readonly organisation: OrganisationRow;
  /** Checks of our own work that fail now, by invoice. */
  readonly faults: ReadonlyMap<string, readonly string[]>;
}

/**
 * Decides again, at the moment of sending and with debtors and invoices locked, which messages may leave (I-32, I-33): a payment, a
 * hold, a dispute, a promise or a plan that came in after one was queued wins. An invoice that may not be asked for drops out; when none
 * is left the message is cancelled with the reason. Amounts are those of now (I-34). Our own work is looked at once more too: money that came
 * in with this morning's bank file stops what the night decided, and a message that waited for days is looked at as if it were new.
 *
 * @param options.anyHour They don't reach anybody now, so that the hours of contact don't matter.
 * @returns A word on each message, in their order.
 */
export async function recheckMessages(tx: Tx, messages: readonly WaitingMessage[], realNow: Date, { anyHour = false } = {}): Promise<Recheck[]> {
  if (messages.length === 0) return [];
  const today = dayOf(tx.now);
  const asking = messages.filter(asksForMoney);
  // The locks are asked for first, and what is asked behind them on the same connection is looked up when they are held.
  const [, recipients, stops, claims, open, organisation, faults] = await together([
    lockClaims(tx, messages),
    findRecipients(tx, messages, today),
    findStops(tx, messages.map(({ debtorId }) => debtorId), today),
    listClaimFacts(tx, asking.map(({ debtorId }) => debtorId), today, realNow),
    openCentsOf(tx, messages.filter((message) => !asksForMoney(message)).flatMap(({ lines }) => lines.map(({ invoiceId }) => invoiceId))),
    findOrganisation(tx),
    lookAtOurselves(tx, asking, today),
  ]);
  const look: SecondLook = { today, anyHour, recipients, stops, claims: new Map(claims.map((row) => [row.invoiceId, row])), open, organisation, faults };
  const rechecks: Recheck[] = [];
  for (const message of messages) {
    rechecks.push(recheck(message, look, INSTALMENT.has(message.kind) ? await whyNoTerm(tx, message, today) : undefined, tx.now));
  }
  return rechecks;
}

async function lookAtOurselves(tx: Tx, asking: readonly WaitingMessage[], today: PlainDate): Promise<ReadonlyMap<string, readonly string[]>> {
  const steps = asking.flatMap((message) => message.lines.map((line) => ({ message, ...line })));
  if (steps.length === 0) return new Map();
  const routes = new Map<string, StepRoute>(steps.map(({ invoiceId, message }) => [invoiceId, message.channel === "letter" ? "letter" : "mail"]));
  const checks = await checkOurselves(tx, [...routes.keys()], today, routes);
  const found = faultsOf(checks);
  const faults = new Map(steps.map(({ invoiceId, stepKey, message }): [string, readonly string[]] => [invoiceId, (found.get(invoiceId) ?? []).filter((check) =>
    (stepKey !== null || OF_MONEY.has(check)) && (message.queuedOn < today || CHANGED_SINCE_NIGHT.has(check)))]));
  // What a person sends although a check failed is theirs to answer for: no evidence that it was right, and no task that it was wrong.
  const seen = steps.filter(({ invoiceId, stepKey }) => stepKey !== null && (!found.has(invoiceId) || faults.get(invoiceId)?.length));
  const looked = seen.flatMap(({ invoiceId, message }) => {
    const results = checks.get(invoiceId);
    return results ? [{ invoiceId, results, messageId: message.id }] : [];
  });
  await keepFaults(tx, looked, today);
  await keepEvidence(tx, looked.filter(({ results }) => failedChecks(results).length === 0).map(({ results, ...line }) => ({ ...line, checked: packEvidence(results) })), today);
  return faults;
}

function asksForMoney({ byRequest, lines, kind }: WaitingMessage): boolean {
  return !byRequest && lines.length > 0 && (lines.some(({ stepKey }) => stepKey !== null) || ASKING.has(kind));
}

function recheck(message: WaitingMessage, look: SecondLook, noTerm: string | undefined, now: Date): Recheck {
  const recipient = look.recipients.get(message.id);
  if (!recipient) return { go: false, cancel: "no address" };
  if (message.channel === "mail" && !recipient.mailTo) return { go: false, cancel: "no address" };
  // The number of a text message was chosen a moment ago, among those that work.
  if (message.channel === "mail" ? recipient.addressFault : message.channel === "letter" && recipient.letterFault) return { go: false, cancel: "address fault" };
  if (!message.byRequest) {
    const stops = look.stops.get(message.debtorId);
    if (!stops || stops.brake) return { go: false, cancel: "emergency brake" };
    if (stops.stopCode) return { go: false, cancel: "stop code" };
  }
  if (noTerm) return { go: false, cancel: noTerm };
  const asks = asksForMoney(message);
  const { lines, dropped } = asks ? linesThatStand(message, look) : { lines: message.lines.map((line) => ({ ...line, openCents: look.open.get(line.invoiceId) ?? 0 })), dropped: [] };
  if (asks && lines.length === 0) return { go: false, cancel: dropped[0]?.because ?? "settled" };
  const outOfHours = message.byRequest ? undefined : hoursAndCap(message, recipient.contacts, look, now);
  return outOfHours ?? { go: true, mailTo: recipient.mailTo, lines, dropped };
}

function linesThatStand(message: WaitingMessage, { claims, organisation, faults, today }: SecondLook): { lines: MessageLine[]; dropped: DroppedLine[] } {
  const lines: MessageLine[] = [];
  const dropped: DroppedLine[] = [];
  for (const line of message.lines) {
    const row = claims.get(line.invoiceId);
    const because = row ? waitOf(row, message, line, { toleranceCents: organisation.toleranceCents, minimumCents: organisation.minimumReminderCents, faults: faults.get(line.invoiceId) ?? [], today }) : "settled";
    if (because) dropped.push({ invoiceId: line.invoiceId, because });
    else if (row) lines.push({ ...line, openCents: row.openCents });
  }
  return { lines, dropped };
}

/**
 * The domain's own rule, asked about this one message: a ladder of one step that is due. So the reasons to stop are the same at night and
 * in the morning, and there is no second list of them to forget one in.
 */
function waitOf(
  row: ClaimFactsRow, message: WaitingMessage, line: MessageLine, { toleranceCents, minimumCents, faults, today }: { toleranceCents: number; minimumCents: number; faults: readonly string[]; today: PlainDate },
): string | undefined {
  const step: LadderStep = {
    id: line.stepKey ?? message.kind, afterDays: message.kind === "note-before-due" ? -LONG_AGO : 0, minDaysAfterPrevious: 1, channel: "mail",
    template: message.kind, automatic: true, legal: LEGAL.has(message.kind),
  };
  const facts = claimFactsOf(row, { ladder: { steps: [step] }, contactRules: DEFAULT_CONTACT_RULES, toleranceCents, minimumCents }, today, faults);
  const ofPlan = INSTALMENT.has(message.kind);
  // The mail that goes with the letter of the same day is no second step inside its term.
  const sameLetter = message.kind === "fourteen-day-letter" && row.letter?.sentOn === today;
  const decision = nextStep({
    ...facts, steps: [], contacts: [], dueOn: ofPlan && facts.dueOn > today ? today : facts.dueOn,
    ...(sameLetter ? { letter: null } : {}), ...(ofPlan ? { plan: null, promise: null, directDebit: null } : {}),
    ...(line.stepKey === null ? { openCallSince: null } : {}), autopilot: facts.autopilot === true || message.createdBy !== null,
  }, today);
  if ("take" in decision || decision.wait === "not a business day") return undefined;
  return decision.wait;
}

const LONG_AGO = 365;

/** Why nothing is to be said about a term any more: it was paid, or "it is coming" would come after its day. */
async function whyNoTerm(tx: Tx, { kind, channel, facts }: WaitingMessage, today: PlainDate): Promise<"settled" | "day passed" | undefined> {
  const term = facts.planId ? await instalmentOfNow(tx, facts.planId, facts.instalment, today) : undefined;
  if (!term || term.openCents <= 0) return "settled";
  return kind === "instalment-coming" && !reachesInTime(term.on, today, channel === "letter" ? "letter" : "mail") ? "day passed" : undefined;
}

function hoursAndCap(message: WaitingMessage, contacts: readonly PlainDate[], { organisation, today, anyHour }: SecondLook, now: Date): Recheck | undefined {
  const rules: ContactRules = { ...DEFAULT_CONTACT_RULES, maxPerDay: organisation.contactCapDay, maxPer30Days: organisation.contactCapMonth };
  const legal = LEGAL.has(message.kind);
  const may = mayContact({ today, minuteOfDay: minuteOf(now), contacts: [], rules, legal });
  if (!may.may && !anyHour) return { go: false, postponeTo: momentAt(may.until ?? today, may.fromMinute ?? rules.fromMinute), because: may.because };
  // Past the cap the step goes back to the ladder, which knows the next free day and what else there is to say by then.
  const byStep = message.lines.some(({ stepKey }) => stepKey !== null);
  if (byStep && !legal && contactCapFreeOn(contacts, today, rules) > today) return { go: false, cancel: "contact cap" };
  return undefined;
}
