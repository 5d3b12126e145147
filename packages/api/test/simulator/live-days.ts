import { addDays, addMonths, isBusinessDay, type PlainDate } from "@tegemoet/domain";
import { writeCamt053, type Camt053Entry } from "@tegemoet/files";
import { importBankFile } from "../../src/app/import-bank-file";
import { upsertDebtor } from "../../src/features/debtors/upsert-debtor";
import { parkStuck } from "../../src/features/escalations/park-stuck";
import { runNight } from "../../src/features/escalations/run-night";
import { sendDueMessages } from "../../src/features/escalations/send-due-messages";
import { issueInvoice } from "../../src/features/invoices/issue-invoice";
import { momentAt } from "../../src/platform/clock";
import { releaseParkedMessage } from "../../src/features/escalations/release-parked-message";
import { askAfterCheckouts, finishAtTheBank, payOnline } from "./live-checkouts";
import { hearOfMails, workAtOffice } from "./live-people";
import { Doom, ibanOf, MORNING, type Company, type SimulatedDebtor, type World } from "./simulated-world";

const SYSTEM = { kind: "system" } as const;

const EVENING = 1_190;

/** What a day that is to be looked at passes on: after each week the invariants. */
export type AfterWeek = (day: PlainDate) => Promise<void>;

/** Lives through every calendar day: outages of days, two workers at once, senders that die, and all that people do. */
export async function liveThrough(world: World, afterWeek: AfterWeek): Promise<void> {
  const { from, months } = world.order;
  const until = addMonths(from, months);
  let down = 0;
  const missed: PlainDate[] = [];
  for (let day = from, number = 0; day < until; day = addDays(day, 1), number += 1) {
    const chance = world.chance("day", day);
    if (down === 0 && number > 20 && chance.percent(3)) down = chance.between(2, 5);
    if (down > 0) {
      down -= 1;
      missed.push(day);
    } else {
      for (const company of world.companies) await liveDay(world, company, day, [...missed, day]);
      missed.length = 0;
    }
    if (number % 7 === 6) await afterWeek(day);
  }
  await afterWeek(addDays(until, -1));
}

async function liveDay(world: World, company: Company, day: PlainDate, bankDays: readonly PlainDate[]): Promise<void> {
  const chance = world.chance("company", company.letter, day);
  world.clock.set(day, 80);
  await askAfterCheckouts(world, company);
  world.clock.set(day, 90);
  for (const bankDay of bankDays) if (isBusinessDay(bankDay)) await readBank(world, company, bankDay);
  world.clock.set(day, 130);
  const night = () => runNight(world.product.source, { organisationId: company.id, day, now: world.clock.now() });
  // Two machines may both think that the night is theirs.
  await (chance.percent(35) ? Promise.all([night(), night()]) : night());
  if (chance.percent(10)) await night();
  await payOnline(world, company, day);
  world.outage = chance.percent(4);
  world.clock.set(day, MORNING);
  if (chance.percent(6)) await sendAndDie(world, company, day);
  await send(world, company, chance.percent(40) ? 2 : 1);
  world.outage = false;
  await finishAtTheBank(world, day);
  await hearOfMails(world, company, day);
  if (isBusinessDay(day)) await workAtOffice(world, company, day);
  world.clock.set(day, 700);
  await world.act(company, SYSTEM, (tx) => parkStuck(tx));
  await decideParked(world, company);
  await invoiceToday(world, company, day);
  world.clock.set(day, EVENING);
  await send(world, company, 1);
}

async function send(world: World, company: Company, senders: number): Promise<void> {
  const { source, config } = world.product;
  const run = () => sendDueMessages({ source, config, outside: world.outside() }, { organisationId: company.id, now: world.clock.now() });
  await Promise.all(Array.from({ length: senders }, run));
}

/**
 * A sender with connections of its own dies while it hands over. Of what it had taken some had left, which nobody wrote down: which, hangs
 * on the seed and not on how quick the machine is.
 */
async function sendAndDie(world: World, company: Company, day: PlainDate): Promise<void> {
  const { source, bury } = await world.ownConnections();
  const doom = new Doom();
  let died = false;
  const sending = sendDueMessages({ source, config: world.product.config, outside: world.outside(doom) }, { organisationId: company.id, now: world.clock.now() });
  sending.catch(() => undefined);
  await Promise.race([sending, doom.struck.then(() => (died = true))]);
  await bury();
  if (!died) return;
  world.kills += 1;
  const cut = await world.asOwner<{ id: string; to: string; channel: string; subject: string; text: string }>(
    `select id, to_address as to, channel, subject, body_text as text from message where organisation_id = $1 and state = 'sending' order by to_address, id`, [company.id]);
  for (const { id, channel, ...mail } of cut) {
    if (!world.chance("left", mail.to, day).percent(50)) continue;
    if (channel === "sms") world.texts.push({ reference: id, at: world.clock.now() });
    else if (channel === "letter") world.letters.push({ organisationId: company.id, reference: id, at: world.clock.now() });
    else world.mails.push({ organisationId: company.id, messageId: id, at: world.clock.now(), ...mail });
  }
}

/** A person looks whether the debtor has it: what left isn't sent again, what didn't is. */
async function decideParked(world: World, company: Company): Promise<void> {
  const parked = await world.read(company, (reader) => reader.query<{ id: string; channel: string; kind: string; why: string }>(
    "select id, channel, kind, state_reason as why from message where organisation_id = $1 and state = 'parked' order by id", [reader.organisationId]));
  for (const { id, channel, kind, why } of parked) {
    // A crash puts messages aside; one that can't be written would come back every night.
    if (!/^(cut off|\d+×)/.test(why)) throw new Error(`${kind} by ${channel} was put aside: ${why}`);
    const left = channel === "sms" ? world.texts.some(({ reference }) => reference === id) : channel === "letter" ? world.letters.some(({ reference }) => reference === id) : world.mails.some(({ messageId }) => messageId === id);
    await world.attempt(company, { kind: "staff", id: company.manager }, (tx) => releaseParkedMessage(tx, { messageId: id, send: !left, reason: left ? "de debiteur heeft het" : null }));
  }
}

/** The bank's statement of a day: what people pay, whole, in part, too much, without a word, and now and then a stranger's money. */
async function readBank(world: World, company: Company, day: PlainDate): Promise<void> {
  const open = await world.read(company, (reader) => reader.query<{ key: string; name: string; number: string; dueOn: PlainDate; openCents: number; totalCents: number; told: number; promisedBy: PlainDate | null }>(
    `select debtor.external_key as key, debtor.name, invoice.number, standing.due_on as "dueOn", standing.open_cents as "openCents", invoice.total_cents as "totalCents",
       (select count(*)::int from message_invoice line join message on message.organisation_id = $1 and message.id = line.message_id and message.handed_over_at is not null
        where line.organisation_id = $1 and line.invoice_id = invoice.id and line.step_key is not null) as told,
       (select max(by_day) from promise join promise_invoice line on line.organisation_id = $1 and line.promise_id = promise.id where promise.organisation_id = $1 and line.invoice_id = invoice.id and cancelled_on is null) as "promisedBy"
     from invoice_standing standing join invoice on invoice.organisation_id = $1 and invoice.id = standing.invoice_id join debtor on debtor.organisation_id = $1 and debtor.id = standing.debtor_id
     where standing.organisation_id = $1 and standing.open_cents > 0 order by invoice.number`, [reader.organisationId]));
  const byKey = new Map(company.debtors.map((debtor) => [debtor.key, debtor]));
  const entries: Camt053Entry[] = [];
  for (const claim of open) {
    const debtor = byKey.get(claim.key);
    if (!debtor) continue;
    const chance = world.chance("pays", claim.number, day);
    if (!paysToday(debtor, claim, day, chance.between(1, 100))) continue;
    const how = chance.between(1, 100);
    const cents = how <= 12 ? Math.max(100, Math.round(claim.openCents / 3)) : how <= 15 ? claim.openCents + 1_000 : claim.openCents;
    entries.push({
      amount: cents, bookedOn: day, name: debtor.name, iban: `NL44RABO03${company.letter === "A" ? "0" : "9"}${String(debtor.index).padStart(7, "0")}`, bankReference: `${claim.number}-${day}`,
      remittance: chance.percent(85) ? `factuur ${claim.number}` : "betaling",
    });
  }
  if (world.chance("stranger", company.letter, day).percent(3)) {
    entries.push({ amount: 7_777, bookedOn: day, name: "Onbekende Afzender", iban: "NL44RABO0399999999", bankReference: `X-${day}`, remittance: "bedankt" });
  }
  const opening = company.balanceCents;
  company.balanceCents += entries.reduce((sum, { amount }) => sum + amount, 0);
  const xml = writeCamt053({ createdAt: `${day}T05:00:00`, statements: [{ id: `${company.letter}-${day}`, iban: ibanOf(company.letter), number: day, opening: { amount: opening, on: day }, closing: { on: day }, entries }] });
  const results = await importBankFile(world.product, { organisationId: company.id, actor: SYSTEM, now: world.clock.now() }, { name: `${day}.xml`, bytes: Buffer.from(xml), cut: false });
  const refused = results.find(({ code }) => code);
  if (refused) throw new Error(`the bank file of ${day} was refused: ${refused.code} ${refused.details}`);
}

function paysToday(debtor: SimulatedDebtor, claim: { dueOn: PlainDate; told: number; promisedBy: PlainDate | null }, day: PlainDate, dice: number): boolean {
  if (claim.promisedBy && day >= claim.promisedBy) return dice <= 55;
  switch (debtor.habit) {
    case "early": return day >= addDays(claim.dueOn, -4) && dice <= 45;
    case "late": return day >= addDays(claim.dueOn, 2) && dice <= 20;
    case "reminded": return claim.told > 0 && dice <= 12;
    case "slow": return claim.told > 1 && dice <= 6;
    default: return claim.told > 3 && dice <= 1;
  }
}

/** Invoices of the day, sent at once by mail or post; a few bounce, a few are credited in part. */
async function invoiceToday(world: World, company: Company, day: PlainDate): Promise<void> {
  for (const debtor of company.debtors) {
    const chance = world.chance("invoice", debtor.key, day);
    if (!isBusinessDay(day) || !chance.percent(5)) continue;
    const number = `${company.letter}${day.replaceAll("-", "")}${String(debtor.index).padStart(4, "0")}`;
    const totalCents = chance.between(2_500, 90_000);
    const sentAt = momentAt(day, 715);
    const bounced = debtor.email && chance.percent(2);
    const delivery = debtor.email
      ? { channel: "mail" as const, address: debtor.email, sentAt, ...(bounced ? { bouncedAt: momentAt(day, 716), bounceReason: "550" } : { deliveredAt: momentAt(day, 716) }) }
      : { channel: "letter" as const, sentAt };
    const issue = { issuedOn: day, dueOn: addDays(day, chance.pick([14, 14, 30])), source: "simulator" } as const;
    await world.act(company, SYSTEM, async (tx) => {
      const { debtorId } = await upsertDebtor(tx, {
        externalKey: debtor.key, name: debtor.name, kind: debtor.consumer ? "consumer" : "legal-person", email: debtor.email, phone: "0612345678", street: "Dorpsstraat", houseNumber: String(debtor.index + 1),
        postalCode: "3511AB", city: "Utrecht",
      });
      await issueInvoice(tx, { ...issue, debtorId, number, totalCents, lines: [{ description: "Werk", amountCents: totalCents }], delivery });
      if (chance.percent(4)) {
        const cents = Math.round(totalCents / 5);
        await issueInvoice(tx, { ...issue, dueOn: day, debtorId, kind: "credit-note", number: `C${number}`, creditsNumber: number, totalCents: cents, lines: [{ description: "Korting", amountCents: cents }] });
      }
    });
  }
}

