import { isBusinessDay } from "../business-days";
import type { DebtorKind } from "../law/debtor-kind";
import type { Cents } from "../money";
import { addDays, type PlainDate } from "../plain-date";
import type { ContactRules } from "./contact-cap";
import { isMessage, payBy, type Channel, type Ladder } from "./ladder";
import { letterStanding, type LetterFacts } from "./letter-standing";
import { bundleMessages } from "./message-bundle";
import { nextStep, type Decision, type StepTaken, type TakeStep } from "./next-step";

/** An invoice that a ladder is tried on: a real one, or one that could be. */
export interface TrialInvoice {
  readonly invoiceId: string;
  readonly dueOn: PlainDate;
  readonly totalCents: Cents;
  readonly openCents: Cents;
  /** Nothing happens before this day: the day of the invoice. */
  readonly issuedOn: PlainDate;
  /** The day on which it was paid in full; absent: nobody pays. */
  readonly paidOn?: PlainDate | null;
  /** Steps that were taken already, when a running invoice is looked at. */
  readonly steps?: readonly StepTaken[];
  readonly letter?: LetterFacts | null;
}

/** Everything of one debtor that a trial looks at: contacts are counted over all their invoices. */
export interface TrialDebtor {
  readonly kind: DebtorKind;
  readonly invoices: readonly TrialInvoice[];
  /** Days on which they were contacted before the trial begins. */
  readonly contacts?: readonly PlainDate[];
}

export interface TrialStep {
  readonly invoiceId: string;
  readonly stepId: string;
  readonly channel: Channel;
  readonly occurrence: number;
  readonly on: PlainDate;
  /** The day that a message names to pay by. */
  readonly payBy: PlainDate | null;
  /** Invoices that share a message have the same number here; null for what isn't a message. */
  readonly message: number | null;
}

export interface TrialRules {
  readonly from: PlainDate;
  /** The last day that is looked at. */
  readonly until: PlainDate;
  readonly contactRules?: ContactRules;
}

interface Walk {
  readonly invoice: TrialInvoice;
  readonly steps: StepTaken[];
  letter: LetterFacts | null;
  handedOver: boolean;
}

/**
 * What a ladder would do to a debtor's invoices, day by day, when nothing else happens: no promise, no dispute, every
 * message leaves on its day, every call is made and every task is done on the day it is asked, post arrives as the law
 * presumes. A repeating step comes back until the last day.
 *
 * The decisions are those of {@link nextStep} and {@link bundleMessages}, the same as the night's, so what is shown here
 * is what happens.
 */
export function simulateLadder(ladder: Ladder, debtor: TrialDebtor, rules: TrialRules): TrialStep[] {
  const walks = debtor.invoices.map((invoice): Walk => (
    { invoice, steps: [...(invoice.steps ?? [])], letter: invoice.letter ?? null, handedOver: false }
  ));
  const contacts = [...(debtor.contacts ?? [])];
  const taken: TrialStep[] = [];
  let messages = 0;
  for (let day: PlainDate | null = rules.from; day !== null && day <= rules.until;) {
    const today: PlainDate = day;
    const decided = walks.map((walk) => ({ walk, decision: decide(ladder, debtor, walk, contacts, rules, today) }));
    const takes = decided.filter((each): each is { walk: Walk; decision: TakeStep } => "take" in each.decision);
    for (const { walk, decision } of takes) if (!isMessage(decision.take)) taken.push(take(walk, decision, today, null));
    for (const bundle of bundleMessages(takes.map(({ walk, decision }) => ({
      invoiceId: walk.invoice.invoiceId, debtorId: "", dueOn: walk.invoice.dueOn, outstanding: walk.invoice.openCents,
      step: decision.take, stepIndex: ladder.steps.indexOf(decision.take), messageNumber: decision.messageNumber,
    }))).messages) {
      const going = new Set(bundle.invoices.map(({ invoiceId }) => invoiceId));
      for (const { walk, decision } of takes) if (going.has(walk.invoice.invoiceId)) taken.push(take(walk, decision, today, messages));
      contacts.push(today);
      messages += 1;
    }
    if (takes.some(({ decision }) => decision.take.channel === "call")) contacts.push(today);
    day = nextDay(decided, today);
  }
  return taken;
}

function decide(
  ladder: Ladder, debtor: TrialDebtor, { invoice, steps, letter, handedOver }: Walk, contacts: readonly PlainDate[],
  { contactRules }: TrialRules, today: PlainDate,
): Decision {
  if (today < invoice.issuedOn) return { wait: "not due", until: invoice.issuedOn };
  const paid = invoice.paidOn != null && invoice.paidOn <= today;
  return nextStep({
    ladder, debtorKind: debtor.kind, outstanding: paid ? 0 : invoice.openCents, total: invoice.totalCents,
    dueOn: invoice.dueOn, steps, handedOver, letter: letter && letterStanding(letter, today), contacts,
    ...(contactRules ? { contactRules } : {}),
  }, today);
}

function take(walk: Walk, { take: step, occurrence }: TakeStep, today: PlainDate, message: number | null): TrialStep {
  const named = payBy(step, today);
  walk.steps.push({ stepId: step.id, takenOn: today, sentOn: today, payBy: named });
  if (step.channel === "hand-over") walk.handedOver = true;
  if (step.template === "fourteen-day-letter") {
    walk.letter = step.channel === "mail"
      ? { sentOn: today, channel: "mail", deliveredOn: today }
      : { sentOn: today, channel: "letter" };
  }
  return {
    invoiceId: walk.invoice.invoiceId, stepId: step.id, channel: step.channel, occurrence, on: today, payBy: named, message,
  };
}

/** Nothing changes before the first day that anybody waits for; after a step the next business day may bring the next. */
function nextDay(decided: readonly { decision: Decision }[], today: PlainDate): PlainDate | null {
  let next: PlainDate | null = null;
  for (const { decision } of decided) {
    const day = "take" in decision ? addDays(today, 1) : decision.until;
    if (day !== undefined && day > today && (next === null || day < next)) next = day;
  }
  while (next !== null && !isBusinessDay(next)) next = addDays(next, 1);
  return next;
}
