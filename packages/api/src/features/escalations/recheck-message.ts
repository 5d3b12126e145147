import { contactCapFreeOn, DEFAULT_CONTACT_RULES, mayContact, nextStep, type ContactRules, type LadderStep, type PlainDate } from "@tegemoet/domain";
import { dayOf, minuteOf, momentAt } from "../../platform/clock";
import type { Tx } from "../../platform/database/transaction";
import { findOrganisation } from "../organisations/organisation.queries";
import { listClaimFacts, type ClaimFactsRow } from "./claim-facts.queries";
import { claimFactsOf } from "./decide-claim";
import { instalmentOfNow } from "./message-subjects.queries";
import { findRecipient, findStops, lockClaims, type MessageLine, type WaitingMessage } from "./sending.queries";

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

/**
 * Decides again, at the moment of sending and with debtor and invoices locked, whether a message may leave (I-32, I-33): a payment, a
 * hold, a dispute, a promise or a plan that came in after it was queued wins. An invoice that may not be asked for drops out; when none
 * is left the message is cancelled with the reason. Amounts are those of now (I-34).
 */
export async function recheckMessage(tx: Tx, message: WaitingMessage, realNow: Date): Promise<Recheck> {
  const today = dayOf(tx.now);
  const invoiceIds = message.lines.map(({ invoiceId }) => invoiceId);
  await lockClaims(tx, message.debtorId, invoiceIds);
  const recipient = await findRecipient(tx, message, today);
  if (!recipient) return { go: false, cancel: "no address" };
  if (message.channel === "mail" && !recipient.mailTo) return { go: false, cancel: "no address" };
  if (message.channel === "mail" ? recipient.addressFault : recipient.letterFault) return { go: false, cancel: "address fault" };
  if (!message.byRequest) {
    const { brake, stopCode } = await findStops(tx, message.debtorId, today);
    if (brake) return { go: false, cancel: "emergency brake" };
    if (stopCode) return { go: false, cancel: "stop code" };
  }
  if (INSTALMENT.has(message.kind) && !(await instalmentIsOpen(tx, message, today))) return { go: false, cancel: "settled" };
  const stepLines = message.lines.some(({ stepKey }) => stepKey !== null);
  const asks = !message.byRequest && message.lines.length > 0 && (stepLines || ASKING.has(message.kind));
  const { lines, dropped } = asks ? await linesThatStand(tx, message, today, realNow) : { lines: await linesOfNow(tx, message), dropped: [] };
  if (asks && lines.length === 0) return { go: false, cancel: dropped[0]?.because ?? "settled" };
  const outOfHours = message.byRequest ? undefined : await hoursAndCap(tx, message, recipient.contacts, today, stepLines);
  return outOfHours ?? { go: true, mailTo: recipient.mailTo, lines, dropped };
}

async function linesThatStand(tx: Tx, message: WaitingMessage, today: PlainDate, realNow: Date): Promise<{ lines: MessageLine[]; dropped: DroppedLine[] }> {
  const { toleranceCents } = await findOrganisation(tx);
  const facts = new Map((await listClaimFacts(tx, [message.debtorId], today, realNow)).map((row) => [row.invoiceId, row]));
  const lines: MessageLine[] = [];
  const dropped: DroppedLine[] = [];
  for (const line of message.lines) {
    const row = facts.get(line.invoiceId);
    const because = row ? waitOf(row, message, line, toleranceCents, today) : "settled";
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

/** What is not asked for by a step still names what is open now. */
async function linesOfNow(tx: Tx, message: WaitingMessage): Promise<MessageLine[]> {
  if (message.lines.length === 0) return [];
  const open = new Map((await tx.query<{ id: string; cents: number }>(
    `select invoice_id as id, open_cents as cents from invoice_standing where organisation_id = $1 and invoice_id = any($2::uuid[])`,
    [tx.organisationId, message.lines.map(({ invoiceId }) => invoiceId)],
  )).map(({ id, cents }) => [id, cents]));
  return message.lines.map((line) => ({ ...line, openCents: open.get(line.invoiceId) ?? 0 }));
}

async function hoursAndCap(tx: Tx, message: WaitingMessage, contacts: readonly PlainDate[], today: PlainDate, stepLines: boolean): Promise<Recheck | undefined> {
  const organisation = await findOrganisation(tx);
  const rules: ContactRules = { ...DEFAULT_CONTACT_RULES, maxPerDay: organisation.contactCapDay, maxPer30Days: organisation.contactCapMonth };
  const legal = LEGAL.has(message.kind);
  const may = mayContact({ today, minuteOfDay: minuteOf(tx.now), contacts: [], rules, legal });
  if (!may.may) return { go: false, postponeTo: momentAt(may.until ?? today, may.fromMinute ?? rules.fromMinute), because: may.because };
  // Past the cap the step goes back to the ladder, which knows the next free day and what else there is to say by then.
  if (stepLines && !legal && contactCapFreeOn(contacts, today, rules) > today) return { go: false, cancel: "contact cap" };
  return undefined;
}
