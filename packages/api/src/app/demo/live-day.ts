import { addDays, type PlainDate } from "@tegemoet/domain";
import { recordBounce } from "../../features/communications/record-bounce";
import { recordDeliveries } from "../../features/communications/record-delivery";
import { recordReply } from "../../features/communications/record-reply";
import { runNight, type NightCounts } from "../../features/escalations/run-night";
import { sendDueMessages } from "../../features/escalations/send-due-messages";
import { momentAt } from "../../platform/clock";
import { reading } from "../../platform/database/transaction";
import { actInPortal, answerAgreements, deedsOfDay } from "./act-as-debtors";
import { bringBankFile } from "./bring-bank-file";
import { bringInvoices } from "./bring-invoices";
import { Chance } from "./chance";
import { isLeftOpen, onDay, SYSTEM, type DemoWorld } from "./demo-world";
import { answerLastDays, remindByText, strangersWrite } from "./last-weeks";
import { makeCalls } from "./make-calls";
import { workAtOffice } from "./work-at-office";

const NIGHT_MINUTE = 150;
const MORNING_MINUTE = 545;
/** The evening mail leaves just before the hours of contact end. */
export const EVENING_MINUTE = 1_190;

/** One business day of one organisation's history, from its bank file to its evening mail, by the product's own verbs. */
export async function liveDay(world: DemoWorld, day: PlainDate): Promise<void> {
  const deeds = await bringMoney(world, day);
  await runNight(world.product.source, { organisationId: world.creditor.id, day, now: momentAt(day, NIGHT_MINUTE) });
  const waits = await agendaOf(world, day);
  if (waits.messages) {
    await sendQuietly(world, day, MORNING_MINUTE);
    await hearOfMails(world, day);
  }
  if (waits.calls) await makeCalls(world, day);
  await workAtOffice(world, day, waits);
  await remindByText(world, day);
  await strangersWrite(world, day);
  await bringInvoices(world, day);
  await actInPortal(world, day, deeds.inPortal);
  if (waits.agreements) await answerAgreements(world, day);
  if (waits.calls || waits.collectors || waits.managers || deeds.inPortal.length > 0) await sendQuietly(world, day, EVENING_MINUTE);
}

interface Agenda {
  messages: boolean;
  calls: boolean;
  agreements: boolean;
  collectors: boolean;
  managers: boolean;
}

/** What there is to do at all: on most days of a small organisation little, and a question less is a day sooner. */
function agendaOf(world: DemoWorld, day: PlainDate): Promise<Agenda> {
  return reading(world.product.source, world.creditor.id, async (reader) => (await reader.first<Agenda>(
    `select exists (select 1 from message where organisation_id = $1 and state in ('queued', 'handed-over')) as messages,
       exists (select 1 from call_task where organisation_id = $1 and closed_at is null and planned_on <= $2) as calls,
       exists (select 1 from agreement where organisation_id = $1 and confirmed_at is null and contradicted_at is null and made_at > $2::date - 8) as agreements,
       exists (select 1 from bank_match where organisation_id = $1 and undone_at is null and state = 'proposed')
         or exists (select 1 from plan where organisation_id = $1 and accepted_on is null and declined_on is null and ended_on is null)
         or exists (select 1 from inbound_message where organisation_id = $1 and read_at is null)
         or exists (select 1 from hold where organisation_id = $1 and kind = 'paid-claim' and lifted_at is null)
         or exists (select 1 from step_taken where organisation_id = $1 and step_key = 'hand-over' and hand_over_id is null) as collectors,
       exists (select 1 from dispute where organisation_id = $1 and decided_on is null)
         or exists (select 1 from hold where organisation_id = $1 and kind = 'hardship' and lifted_at is null)
         or exists (select 1 from hand_over where organisation_id = $1 and approved_at is null and rejected_at is null) as managers`,
    [reader.organisationId, day],
  )) as Agenda);
}

/** What debtors do today, and their transfers as a statement of the bank. */
export async function bringMoney(world: DemoWorld, day: PlainDate): Promise<Awaited<ReturnType<typeof deedsOfDay>>> {
  const deeds = await reading(world.product.source, world.creditor.id, (reader) => deedsOfDay(reader, world, day));
  await bringBankFile(world, day, deeds.transfers, deeds.balanceCents);
  return deeds;
}

/** The night of the history's last day: what it decides leaves by the real mail server when its time has come. */
export function lastNight(world: DemoWorld, day: PlainDate): Promise<NightCounts | undefined> {
  return runNight(world.product.source, { organisationId: world.creditor.id, day, now: momentAt(day, NIGHT_MINUTE) });
}

async function sendQuietly(world: DemoWorld, day: PlainDate, minute: number): Promise<void> {
  const { product, creditor } = world;
  const now = momentAt(day, minute);
  const waiting = await reading(product.source, creditor.id, (reader) =>
    reader.first("select 1 from message where organisation_id = $1 and state = 'queued' and send_after <= $2 limit 1", [reader.organisationId, now]));
  if (waiting) await sendDueMessages(product, { organisationId: creditor.id, now });
}

/** What left longer ago was heard of long since, and needn't be looked through. */
const HEARD_WITHIN_DAYS = 14;

/** Of what left this morning most arrived; a few came back, and a few were answered. */
async function hearOfMails(world: DemoWorld, day: PlainDate): Promise<void> {
  await onDay(world, day, MORNING_MINUTE + 10, SYSTEM, async (tx) => {
    const sent = await tx.query<{ id: string; key: string; kind: string; address: string }>(
      `select message.id, debtor.external_key as key, message.kind, message.to_address as address from message join debtor on debtor.organisation_id = $1 and debtor.id = message.debtor_id
       where message.organisation_id = $1 and message.state = 'handed-over' and message.channel = 'mail' and message.handed_over_at >= $2 order by message.queued_at, message.id`,
      [tx.organisationId, momentAt(addDays(day, -HEARD_WITHIN_DAYS), 0)]);
    const arrived: string[] = [];
    for (const { id, key, kind, address } of sent) {
      const chance = new Chance(world.span.seed, key, kind, day);
      const fullMailbox = kind.startsWith("reminder") && isLeftOpen(world, day, 12) && (chance.percent(4) || (world.creditor.letter === "M" && world.debtors.get(key)?.index === 14));
      if (fullMailbox) {
        await recordBounce(tx, { messageId: id, at: tx.now, detail: "552 5.2.2 mailbox full" });
        continue;
      }
      arrived.push(id);
      if (kind.startsWith("reminder") && chance.percent(3)) {
        await recordReply(tx, { messageId: id, at: tx.now, from: address, subject: "Re: uw factuur", text: chance.pick(REPLIES) });
      }
    }
    await recordDeliveries(tx, arrived, tx.now);
    await answerLastDays(tx, world, day, sent);
  });
}

const REPLIES = [
  "Goedemorgen, ik ben deze week op reis. Ik regel het maandag.", "Kunt u de factuur nog een keer sturen? Ik kan hem niet vinden.", "Staat de betaling van vorige week niet op uw rekening?",
  "Dit hoort bij onze vestiging in Ede, ik heb het doorgestuurd.",
] as const;
