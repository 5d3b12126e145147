import { addBusinessDays, DUTCH_LADDER, type PlainDate } from "@tegemoet/domain";
import { keepInbound } from "../../features/communications/keep-inbound";
import { recordReply } from "../../features/communications/record-reply";
import { createLadder } from "../../features/ladders/create-ladder";
import { proposeLadder } from "../../features/ladders/propose-ladder";
import { publishLadder } from "../../features/ladders/publish-ladder";
import { putDebtorOnLadder } from "../../features/ladders/put-on-ladder";
import { saveLadderDraft } from "../../features/ladders/save-ladder-draft";
import type { Tx } from "../../platform/database/transaction";
import { collector, isLeftOpen, manager, onDay, SYSTEM, type DemoWorld } from "./demo-world";

/** Thirteen weeks before the end a few debtors begin on a ladder whose second reminder is a text message: theirs come in the last weeks. */
const BY_TEXT_DAYS = 65;
const BY_TEXT_DEBTORS = 24;
/** What came in on the last days is unread when somebody looks at the demo. */
const UNREAD_DAYS = 3;

/** The collector makes a ladder for who reads a text sooner than a mail, the manager publishes it and puts the first with a mobile number on it. */
export async function remindByText(world: DemoWorld, day: PlainDate): Promise<void> {
  if (!isLeftOpen(world, day, BY_TEXT_DAYS) || isLeftOpen(world, addBusinessDays(day, -1), BY_TEXT_DAYS)) return;
  const ladderId = await onDay(world, day, 1_000, collector(world), async (tx) => {
    const { ladderId: id } = await createLadder(tx, { name: "Tweede herinnering per sms" });
    await saveLadderDraft(tx, {
      ladderId: id, rowVersion: 1, note: "Voor wie een sms eerder leest dan een mail",
      steps: DUTCH_LADDER.steps.map(({ id: key, template, ...step }) => ({ ...step, key, messageKind: template, channel: key === "reminder-2" ? "sms" : step.channel })),
    });
    await proposeLadder(tx, { ladderId: id, rowVersion: 2 });
    return id;
  });
  await onDay(world, day, 1_010, manager(world), async (tx) => {
    await publishLadder(tx, { ladderId, rowVersion: 3 });
    const reachable = await tx.query<{ id: string }>(
      "select id from debtor where organisation_id = $1 and phone ~ '^(\\+31|0) ?6' order by number limit $2", [tx.organisationId, BY_TEXT_DEBTORS]);
    for (const { id } of reachable) await putDebtorOnLadder(tx, { debtorId: id, ladderId, reason: "Leest een sms eerder dan een mail", moveRunning: false });
  });
}

interface Sent {
  readonly id: string;
  readonly address: string;
}

/** On the last days somebody always writes back; it waits in the inbox. */
export async function answerLastDays(tx: Tx, world: DemoWorld, day: PlainDate, [first]: readonly Sent[]): Promise<void> {
  if (!first || !isLeftOpen(world, day, UNREAD_DAYS) || day >= world.span.until) return;
  await recordReply(tx, { messageId: first.id, at: tx.now, from: first.address, subject: "Re: uw bericht", text: ASKED });
}

/** On the last day of all mail came in of which nobody knows yet whose it is: a stranger's, of a machine, and one that came back. */
export async function strangersWrite(world: DemoWorld, day: PlainDate): Promise<void> {
  if (!isLeftOpen(world, day, 2) || day >= world.span.until) return;
  await onDay(world, day, 1_020, SYSTEM, async (tx) => {
    for (const { kind, name, from, subject, text } of STRANGERS) {
      await keepInbound(tx, {
        kind, channel: "mail", debtorId: null, messageId: null, matchedBy: null, at: tx.now,
        mail: { id: `demo ${kind} ${day}`, from: { name, address: from }, to: [], subject, text, attachments: [], dropped: 0 },
      });
    }
  });
}

const ASKED = "Goedemorgen, ik heb een vraag over deze factuur. Wie kan ik daarover bellen?";

const STRANGERS = [
  { kind: "reply", name: "Administratie Van der Wal", from: "boekhouding@vanderwal-groep.example", subject: "Factuur voor onze klant", text: "Wij doen sinds deze maand de boekhouding voor een van uw klanten. Kunt u ons de openstaande facturen sturen?" },
  { kind: "auto-reply", name: "Els Brouwer", from: "els@brouwer-interieur.example", subject: "Afwezig tot en met vrijdag", text: "Ik ben deze week niet op kantoor. Voor vragen over facturen kunt u bellen met mijn collega." },
  { kind: "bounce", name: "Mail Delivery System", from: "mailer-daemon@post.example", subject: "Undelivered Mail Returned to Sender", text: "550 5.1.1 The email account that you tried to reach does not exist." },
] as const;
