import { audit, auditAll } from "../../platform/audit";
import { dayOf } from "../../platform/clock";
import type { Tx } from "../../platform/database/transaction";
import { together } from "../../platform/together";
import { AddressRefused, MessageRefused, type Outside } from "../../platform/outside";
import { findFault } from "../communications/record-bounce";
import { cancelMessage } from "./cancel-message";
import type { PreparedMessage } from "./prepare-message";
import { findStops, lockLeaving } from "./sending.queries";
import { writeLetterFacts } from "./write-letter-facts";

export type HandedOver = "sent" | "bounced" | "later" | "parked" | "cancelled" | "taken" | "stopped" | "untried";

/** Tries at a mail server or print service that doesn't answer, and the minutes between them. */
const MOST_TRIES = 8;
const WAIT_MINUTES = [2, 5, 10, 20, 40, 60, 120] as const;

/** Messages that are handed over at the same time. */
const LANES = 3;
/** After so long no other message of a group is begun with: the emergency brake and the stop button wait no longer than this and one message. */
const LONGEST_GROUP_MS = 1_000;

/** What the world outside said of each message, by id. */
export type Attempts = Map<string, "taken" | Error>;

/**
 * Gives a few prepared messages to the world outside and writes down what became of each. The brake is looked at once more
 * under the lock that it takes: once it was pulled nothing leaves. So is the stop button: then a message stays as it is, for its sender to put
 * back. When the mail server is down a message goes back into the line; an address that is refused for good is a fault of that address;
 * a message that is refused for what it is waits for a person. When the world outside doesn't answer, or takes its time, the rest is left
 * untried: they would fail alike.
 *
 * @param attempts What the outside said, kept by the caller: a transaction that has to be repeated never sends twice.
 * @returns What became of each, in their order.
 */
export async function handOverMessages(
  tx: Tx, prepared: readonly PreparedMessage[], outside: Pick<Outside, "mail" | "letters" | "sms">, attempts: Attempts, publicUrl: string,
): Promise<HandedOver[]> {
  const debtorIds = prepared.map(({ message }) => message.debtorId);
  // Asked behind the lock on the same connection, so looked up only when it is held: who pulled the brake while we waited for it is seen.
  const [still, stops] = await together([lockLeaving(tx, debtorIds, prepared.map(({ message }) => message.id)), findStops(tx, debtorIds, dayOf(tx.now))]);
  const before = prepared.map(({ message }): HandedOver | "goes" => {
    if (attempts.has(message.id)) return "goes";
    if (!still.has(message.id)) return "taken";
    const own = stops.get(message.debtorId);
    if (!message.byRequest && (own?.brake ?? true)) return "cancelled";
    return own?.stopped ? "stopped" : "goes";
  });
  const going = prepared.filter((_, index) => before[index] === "goes");
  await giveAwayAll(tx.organisationId, going.filter(({ message }) => !attempts.has(message.id)), outside, attempts, publicUrl);
  await markHandedOver(tx, going.filter(({ message }) => attempts.get(message.id) === "taken"));
  const became: HandedOver[] = [];
  for (const [index, one] of prepared.entries()) became.push(await writeDown(tx, one, before[index] ?? "taken", attempts.get(one.message.id)));
  return became;
}

async function giveAwayAll(organisationId: string, going: readonly PreparedMessage[], outside: Pick<Outside, "mail" | "letters" | "sms">, attempts: Attempts, publicUrl: string): Promise<void> {
  const waiting = [...going];
  const from = performance.now();
  let silent = false;
  const lane = async (): Promise<void> => {
    for (let one = waiting.shift(); one && !silent && performance.now() - from < LONGEST_GROUP_MS; one = waiting.shift()) {
      const said = await giveAway(organisationId, one, outside, publicUrl).then(() => "taken" as const, (error: Error) => error);
      attempts.set(one.message.id, said);
      silent ||= said !== "taken" && !(said instanceof AddressRefused) && !(said instanceof MessageRefused);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

async function writeDown(tx: Tx, prepared: PreparedMessage, before: HandedOver | "goes", said: "taken" | Error | undefined): Promise<HandedOver> {
  if (before === "cancelled") await cancelMessage(tx, { messageId: prepared.message.id, reason: "emergency brake" });
  if (before !== "goes") return before;
  if (said === undefined) return "untried";
  if (said === "taken") return "sent";
  if (said instanceof AddressRefused) {
    await markRefused(tx, prepared, said.message);
    return "bounced";
  }
  if (said instanceof MessageRefused) {
    await parkRefused(tx, prepared, said.message);
    return "parked";
  }
  return backInLine(tx, prepared, said);
}

/** The same for every try of one message, so that a mail program shows it once. */
export function messageIdOf(messageId: string, organisationId: string, publicUrl: string): string {
  return `${messageId}.${organisationId}@${new URL(publicUrl).hostname}`;
}

async function giveAway(organisationId: string, { message, rendered, to, references, attachments }: PreparedMessage, outside: Pick<Outside, "mail" | "letters" | "sms">, publicUrl: string): Promise<void> {
  if (rendered.channel === "letter") {
    if (!outside.letters) throw new Error("there is no print service");
    return outside.letters.post({ reference: message.id, ...rendered.letter });
  }
  if (rendered.channel === "sms") {
    if (!outside.sms) throw new Error("there is no SMS gateway");
    return outside.sms.send({ to: to ?? "", reference: `${message.id}.${organisationId}`, ...rendered.sms });
  }
  const { images, ...mail } = rendered.mail;
  const idOf = (id: string): string => messageIdOf(id, organisationId, publicUrl);
  await outside.mail.send({ ...mail, to: to ?? "", messageId: idOf(message.id), references: references.map(idOf), attachments: [...attachments, ...images] });
}

async function markHandedOver(tx: Tx, prepared: readonly PreparedMessage[]): Promise<void> {
  if (prepared.length === 0) return;
  await tx.query(
    "update message set state = 'handed-over', state_reason = null, handed_over_at = $3 where organisation_id = $1 and id = any($2::uuid[])", [tx.organisationId, prepared.map(({ message }) => message.id), tx.now]);
  for (const { message, composed } of prepared) {
    if (message.kind !== "fourteen-day-letter" || message.channel !== "letter") continue;
    await writeLetterFacts(tx, { messageId: message.id, debtorId: message.debtorId, named: composed, sentOn: dayOf(tx.now) });
  }
  await auditAll(tx, prepared.map(({ message, composed }) => ({
    action: "send-message", subject: "message", subjectId: message.id, after: { kind: message.kind, channel: message.channel, cents: composed.facts.totalCents },
  })));
}

async function markRefused(tx: Tx, { message, to }: PreparedMessage, said: string): Promise<void> {
  const reason = said.slice(0, 300);
  await tx.query(
    "update message set state = 'bounced', state_reason = $3, bounced_at = $4 where organisation_id = $1 and id = $2", [tx.organisationId, message.id, reason, tx.now]);
  await findFault(tx, { debtorId: message.debtorId, channel: message.channel, address: to ?? "", detail: reason, at: tx.now, messageId: message.id });
  await audit(tx, { action: "mail-refused", subject: "message", subjectId: message.id, after: { reason } });
}

/** Trying again would be refused again, and the address is fine: a person looks at what is wrong with the message. */
async function parkRefused(tx: Tx, { message }: PreparedMessage, said: string): Promise<void> {
  const reason = `refused: ${said}`.slice(0, 300);
  await tx.query("update message set state = 'parked', state_reason = $3 where organisation_id = $1 and id = $2", [tx.organisationId, message.id, reason]);
  await audit(tx, { action: "park-message", subject: "message", subjectId: message.id, after: { reason } });
}

async function backInLine(tx: Tx, { message }: PreparedMessage, error: Error): Promise<"later" | "parked"> {
  const tries = (message.facts.tries ?? 0) + 1;
  const reason = `${tries}×: ${error.message}`.slice(0, 300);
  if (tries >= MOST_TRIES) {
    await tx.query("update message set state = 'parked', state_reason = $3, facts = facts || $4::jsonb where organisation_id = $1 and id = $2", [tx.organisationId, message.id, reason, JSON.stringify({ tries })]);
    return "parked";
  }
  const sendAfter = new Date(tx.now.getTime() + (WAIT_MINUTES[tries - 1] ?? 120) * 60_000);
  await tx.query(
    "update message set state = 'queued', state_reason = $3, send_after = $4, facts = facts || $5::jsonb where organisation_id = $1 and id = $2",
    [tx.organisationId, message.id, reason, sendAfter, JSON.stringify({ tries })],
  );
  return "later";
}
