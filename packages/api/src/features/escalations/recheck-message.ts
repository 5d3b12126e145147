import { contactCapFreeOn, DEFAULT_CONTACT_RULES, mayContact, nextStep, type ContactRules, type LadderStep, type PlainDate } from "@tegemoet/domain";
import { dayOf, minuteOf, momentAt } from "../../platform/clock";
import type { Tx } from "../../platform/database/transaction";
import { findOrganisation, type OrganisationRow } from "../organisations/organisation.queries";
import { listClaimFacts, type ClaimFactsRow } from "./claim-facts.queries";
import { claimFactsOf } from "./decide-claim";
import { instalmentOfNow } from "./message-subjects.queries";
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
const INSTALMENT = new Set(["instalment-coming", "instalment-missed"]);

/** What is known of a batch of messages at the moment of sending, read once for all of them. */
interface SecondLook {
  readonly today: PlainDate;
  readonly recipients: ReadonlyMap<string, Recipient>;
  readonly stops: ReadonlyMap<string, DebtorStops>;
  readonly claims: ReadonlyMap<string, ClaimFactsRow>;
  readonly open: ReadonlyMap<string, number>;
  readonly organisation: OrganisationRow;
}

/**
 * Decides again, at the moment of sending and with debtors and invoices locked, which messages may leave (I-32, I-33): a payment, a
 * hold, a dispute, a promise or a plan that came in after one was queued wins. An invoice that may not be asked for drops out; when none
 * is left the message is cancelled with the reason. Amounts are those of now (I-34).
 *
 * @returns A word on each message, in their order.
 */
export async function recheckMessages(tx: Tx, messages: readonly WaitingMessage[], realNow: Date): Promise<Recheck[]> {
  if (messages.length === 0) return [];
  const today = dayOf(tx.now);
  await lockClaims(tx, messages);
  const asking = messages.filter(asksForMoney);
  const look: SecondLook = {
    today,
    recipients: await findRecipients(tx, messages, today),
    stops: await findStops(tx, messages.map(({ debtorId }) => debtorId), today),
    claims: asking.length === 0 ? new Map() : new Map((await listClaimFacts(tx, asking.map(({ debtorId }) => debtorId), today, realNow)).map((row) => [row.invoiceId, row])),
    open: await openCentsOf(tx, messages.filter((message) => !asksForMoney(message)).flatMap(({ lines }) => lines.map(({ invoiceId }) => invoiceId))),
    organisation: await findOrganisation(tx),
  };
  const rechecks: Recheck[] = [];
  for (const message of messages) {
    const settled = INSTALMENT.has(message.kind) && !(await instalmentIsOpen(tx, message, today));
    rechecks.push(recheck(message, look, settled, tx.now));
  }
  return rechecks;
}

function asksForMoney({ byRequest, lines, kind }: WaitingMessage): boolean {
  return !byRequest && lines.length > 0 && (lines.some(({ stepKey }) => stepKey !== null) || ASKING.has(kind));
}

function recheck(message: WaitingMessage, look: SecondLook, settled: boolean, now: Date): Recheck {
  const recipient = look.recipients.get(message.id);
  if (!recipient) return { go: false, cancel: "no address" };
  if (message.channel === "mail" && !recipient.mailTo) return { go: false, cancel: "no address" };
  if (message.channel === "mail" ? recipient.addressFault : recipient.letterFault) return { go: false, cancel: "address fault" };
  if (!message.byRequest) {
    const stops = look.stops.get(message.debtorId);
    if (!stops || stops.brake) return { go: false, cancel: "emergency brake" };
    if (stops.stopCode) return { go: false, cancel: "stop code" };
  }
  if (settled) return { go: false, cancel: "settled" };
  const asks = asksForMoney(message);
  const { lines, dropped } = asks ? linesThatStand(message, look) : { lines: message.lines.map((line) => ({ ...line, openCents: look.open.get(line.invoiceId) ?? 0 })), dropped: [] };
  if (asks && lines.length === 0) return { go: false, cancel: dropped[0]?.because ?? "settled" };
  const outOfHours = message.byRequest ? undefined : hoursAndCap(message, recipient.contacts, look, now);
  return outOfHours ?? { go: true, mailTo: recipient.mailTo, lines, dropped };
}

function linesThatStand(message: WaitingMessage, { claims, organisation, today }: SecondLook): { lines: MessageLine[]; dropped: DroppedLine[] } {
  const lines: MessageLine[] = [];
  const dropped: DroppedLine[] = [];
  for (const line of message.lines) {
    const row = claims.get(line.invoiceId);
    const because = row ? waitOf(row, message, line, organisation.toleranceCents, today) : "settled";
    if (because) dropped.push({ invoiceId: line.invoiceId, because });
    else if (row) lines.push({ ...line, openCents: row.openCents });
  }
  return { lines, dropped };
}

/**
 * The domain's own rule, asked about this one message: a ladder of one step that is due. So the reasons to stop are the same at night and
 * in the morning, and there is no second list of them to forget one in.
 */
function waitOf(row: ClaimFactsRow, message: WaitingMessage, line: MessageLine, toleranceCents: number, today: PlainDate): string | undefined {
  const step: LadderStep = {
    id: line.stepKey ?? message.kind, afterDays: message.kind === "note-before-due" ? -LONG_AGO : 0, minDaysAfterPrevious: 1, channel: "mail",
    template: message.kind, automatic: true, legal: LEGAL.has(message.kind),
  };
  const facts = claimFactsOf(row, { ladder: { steps: [step] }, contactRules: DEFAULT_CONTACT_RULES, toleranceCents }, today);
  const ofPlan = INSTALMENT.has(message.kind);
  // The mail that goes with the letter of the same day is no second step inside its term.
  const sameLetter = message.kind === "fourteen-day-letter" && row.letter?.sentOn === today;
  const decision = nextStep({
    ...facts, steps: [], contacts: [], dueOn: ofPlan && facts.dueOn > today ? today : facts.dueOn,
    ...(sameLetter ? { letter: null } : {}), ...(ofPlan ? { plan: null, promise: null } : {}),
    ...(line.stepKey === null ? { openCallSince: null } : {}), autopilot: facts.autopilot === true || message.createdBy !== null,
  }, today);
  if ("take" in decision || decision.wait === "not a business day") return undefined;
  return decision.wait;
}

const LONG_AGO = 365;

async function instalmentIsOpen(tx: Tx, { facts }: WaitingMessage, today: PlainDate): Promise<boolean> {
  const term = facts.planId ? await instalmentOfNow(tx, facts.planId, facts.instalment, today) : undefined;
  return term !== undefined && term.openCents > 0;
}

function hoursAndCap(message: WaitingMessage, contacts: readonly PlainDate[], { organisation, today }: SecondLook, now: Date): Recheck | undefined {
  const rules: ContactRules = { ...DEFAULT_CONTACT_RULES, maxPerDay: organisation.contactCapDay, maxPer30Days: organisation.contactCapMonth };
  const legal = LEGAL.has(message.kind);
  const may = mayContact({ today, minuteOfDay: minuteOf(now), contacts: [], rules, legal });
  if (!may.may) return { go: false, postponeTo: momentAt(may.until ?? today, may.fromMinute ?? rules.fromMinute), because: may.because };
  // Past the cap the step goes back to the ladder, which knows the next free day and what else there is to say by then.
  const byStep = message.lines.some(({ stepKey }) => stepKey !== null);
  if (byStep && !legal && contactCapFreeOn(contacts, today, rules) > today) return { go: false, cancel: "contact cap" };
  return undefined;
}
