import type { PlainDate } from "@tegemoet/domain";
import { upsertDebtor } from "../src/features/debtors/upsert-debtor";
import { pullEmergencyBrake } from "../src/features/escalations/pull-emergency-brake";
import { runNight } from "../src/features/escalations/run-night";
import { sendDueMessages } from "../src/features/escalations/send-due-messages";
import { issueInvoice } from "../src/features/invoices/issue-invoice";
import { momentAt } from "../src/platform/clock";
import { newId } from "../src/platform/ids";
import type { TestProduct } from "./harness";

/** Numbers that look random and are the same for one seed. */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

export interface RaceOutcome {
  /** Mails that began to leave after the brake of their debtor had been committed. */
  readonly afterBrake: readonly string[];
  readonly mails: number;
  readonly braked: number;
  /** Braked before anything of theirs had begun to leave. */
  readonly saved: number;
  readonly states: Readonly<Record<string, number>>;
}

/**
 * A night that makes a reminder for each of so many debtors, two senders beside it, and brakes pulled at random moments for half of them;
 * with `everybody` one brake for all in the end. Time is told by one counter, so that "after" is no matter of milliseconds.
 */
export async function raceTheBrake(product: TestProduct, { day, debtors, seed, everybody = false }: { day: PlainDate; debtors: number; seed: number; everybody?: boolean }): Promise<RaceOutcome> {
  const random = numbersFrom(seed);
  const pause = (most: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, random() * most));
  const people = await lateDebtors(product, day, debtors, seed);
  let clock = 0;
  const leftAt = new Map<string, number>();
  const brakedAt = new Map<string, number>();
  const mail = {
    send: async ({ to }: { to: string }): Promise<void> => {
      leftAt.set(to, (clock += 1));
      await pause(15);
    },
    close: async (): Promise<void> => undefined,
  };
  const { source, config, outside } = product.product;
  const run = { organisationId: product.organisationId, now: momentAt(day, 520) };
  let racing = true;
  const sender = async (): Promise<void> => {
    while (racing) {
      await sendDueMessages({ source, config, outside: { ...outside, mail } as never }, { ...run, limit: 7 });
      await pause(30);
    }
  };
  const brake = async ({ debtorId, email }: Person): Promise<void> => {
    await pause(2_500);
    await product.write((tx) => pullEmergencyBrake(tx, { debtorId, reason: "race" }));
    brakedAt.set(email, (clock += 1));
  };
  const wide = async (): Promise<void> => {
    await pause(2_500);
    await product.write((tx) => pullEmergencyBrake(tx, { reason: "race" }));
    const at = (clock += 1);
    for (const { email } of people) if (!brakedAt.has(email)) brakedAt.set(email, at);
  };
  const senders = [sender(), sender()];
  await Promise.all([runNight(source, { organisationId: product.organisationId, day, now: momentAt(day, 120) }), ...people.filter((_, index) => index % 2 === 0).map(brake), ...(everybody ? [wide()] : [])]);
  await pause(1_000);
  racing = false;
  await Promise.all(senders);
  await sendDueMessages({ source, config, outside: { ...outside, mail } as never }, run);
  return outcomeOf(product, people, leftAt, brakedAt);
}

interface Person {
  readonly debtorId: string;
  readonly email: string;
}

function lateDebtors(product: TestProduct, day: PlainDate, count: number, seed: number): Promise<Person[]> {
  return product.write(async (tx) => {
    await tx.query(
      `insert into statement (organisation_id, id, account, currency, statement_key, from_day, until_day, opening_cents, closing_cents, imported_at)
       values ($1, $2, 'NL91ABNA0417164300', 'EUR', $3, $4, $4, 0, 0, $5)`, [tx.organisationId, newId(), `race-${seed}`, day, tx.now]);
    const people: Person[] = [];
    for (let made = 0; made < count; made += 1) {
      const email = `race${seed}-${made}@example.nl`;
      const { debtorId } = await upsertDebtor(tx, { name: `Renner ${seed} ${made}`, kind: "consumer", email, street: "Dorpsstraat", houseNumber: "1", postalCode: "3511AB", city: "Utrecht" });
      await issueInvoice(tx, {
        debtorId, number: `R${seed}-${made}`, issuedOn: "2026-10-19", dueOn: "2026-11-02", totalCents: 18_600, source: "test", lines: [{ description: "Onderhoud", amountCents: 18_600 }],
        delivery: { channel: "mail", address: email, sentAt: momentAt("2026-10-19", 600), deliveredAt: momentAt("2026-10-19", 601) },
      });
      people.push({ debtorId, email });
    }
    return people;
  });
}

async function outcomeOf(product: TestProduct, people: readonly Person[], leftAt: ReadonlyMap<string, number>, brakedAt: ReadonlyMap<string, number>): Promise<RaceOutcome> {
  const rows = await product.read((reader) => reader.query<{ state: string; count: number }>(
    "select state, count(*) as count from message where organisation_id = $1 and debtor_id = any($2::uuid[]) group by state", [reader.organisationId, people.map(({ debtorId }) => debtorId)]));
  return {
    afterBrake: [...leftAt].filter(([email, at]) => at > (brakedAt.get(email) ?? Infinity)).map(([email]) => email),
    mails: leftAt.size, braked: brakedAt.size, saved: [...brakedAt.keys()].filter((email) => !leftAt.has(email)).length,
    states: Object.fromEntries(rows.map(({ state, count }) => [state, count])),
  };
}
