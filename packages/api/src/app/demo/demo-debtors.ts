import { addDays, daysBetween, type DebtorKind, type PlainDate } from "@tegemoet/domain";
import type { DebtorDetails } from "../../features/debtors/upsert-debtor";
import { Chance } from "./chance";
import type { DemoCreditor } from "./demo-creditors";
import { madeUpAddress, madeUpCompany, madeUpIban, madeUpLandline, madeUpMobile, madeUpPerson, plain } from "./made-up-people";

/** How somebody treats our invoices. */
export type Habit =
  | "early" | "late" | "after-reminder" | "after-second" | "after-letter" | "keeps-promise" | "breaks-promise" | "plan" | "plan-breaker" | "plan-asker" | "hardship" | "disputes"
  | "says-paid" | "bounces" | "silent";

/** What the payer writes on a transfer. */
export type PayingStyle = "reference" | "number" | "name";

/** Somebody in the demo. The same seed and the same last day give the same person, whoever asks and when. */
export interface DemoDebtor {
  readonly key: string;
  readonly index: number;
  readonly details: DebtorDetails & { readonly name: string };
  readonly iban: string;
  readonly habit: Habit;
  /** Before this day they paid on time like everybody. */
  readonly habitFrom: PlainDate;
  /** The day of the invoice with which it began: every habit has at least one. */
  readonly beganOn: PlainDate | undefined;
  readonly customerFrom: PlainDate;
  /** Chance of an invoice in a month, in hundredths. */
  readonly monthly: number;
  readonly style: PayingStyle;
}

export const KEY_PREFIX = "demo-";

/**
 * The habits by number: the first sixteen once, so that the smallest demo has them all, then those who pay. Beside each the day it is
 * about, so many days before the demo's last: an invoice due then leaves something to do on that last day.
 */
const ROUND: readonly (readonly [Habit, number])[] = [
  ["early", 0], ["silent", 118], ["late", 0], ["keeps-promise", 16], ["disputes", 21], ["after-reminder", 0], ["plan", 40], ["breaks-promise", 24], ["says-paid", 9], ["plan-breaker", 72],
  ["hardship", 13], ["bounces", 9], ["plan-asker", 11], ["after-letter", 88], ["after-second", 14], ["early", 0],
  ["early", 0], ["early", 0], ["late", 0], ["after-reminder", 0], ["early", 0], ["early", 0], ["early", 0], ["early", 0], ["after-second", 0], ["early", 0], ["late", 0], ["early", 0],
  ["after-reminder", 0], ["early", 0], ["early", 0], ["early", 0], ["early", 0], ["after-reminder", 0], ["early", 0], ["late", 0], ["early", 0], ["early", 0], ["early", 0], ["late", 0],
];

/** Rounds whose debtors are at work on the demo's last days; the others were so at some time of the past. */
const ROUNDS_AT_THE_END = 3;

export type DemoSize = "full" | "small";

export interface DemoSpan {
  readonly seed: number;
  readonly from: PlainDate;
  /** The last day of the history. */
  readonly until: PlainDate;
}

/** Everybody who owes an organisation something, in order. */
export function demoDebtors(creditor: DemoCreditor, { seed, from, until }: DemoSpan, size: DemoSize): DemoDebtor[] {
  return Array.from({ length: creditor.debtors[size] }, (_, index) => demoDebtor(creditor, index, { seed, from, until }));
}

function demoDebtor(creditor: DemoCreditor, index: number, { seed, from, until }: DemoSpan): DemoDebtor {
  const chance = new Chance(seed, creditor.letter, index);
  const [habit, daysBefore] = ROUND[index % ROUND.length] as readonly [Habit, number];
  const round = Math.floor(index / ROUND.length);
  const atTheEnd = round < ROUNDS_AT_THE_END;
  const dueBefore = daysBefore === 0 ? 0 : atTheEnd ? daysBefore + (round === 0 ? 0 : chance.between(-2, 9)) : chance.between(95, 440);
  const beganOn = dueBefore === 0 ? undefined : addDays(until, -dueBefore - creditor.termDays);
  const { kind, details } = creditor.sellsTo === "people" ? someone(chance, index) : company(chance, index);
  return {
    key: `${KEY_PREFIX}${index + 1}`, index, habit, beganOn, habitFrom: beganOn ?? from,
    details: { ...details, kind, externalKey: `${KEY_PREFIX}${index + 1}`, number: String(10_001 + index) },
    iban: madeUpIban(2_000_000 + index * 10 + (creditor.sellsTo === "people" ? 1 : 2)),
    customerFrom: chance.percent(55) ? from : addDays(from, chance.between(20, Math.floor(daysBetween(from, until) * 0.7))),
    monthly: chance.between(...creditor.monthly),
    style: chance.percent(72) ? "reference" : chance.percent(80) ? "number" : "name",
  };
}

type Described = { kind: DebtorKind; details: Omit<DebtorDetails, "kind"> };

function someone(chance: Chance, index: number): Described {
  const name = madeUpPerson(chance);
  const address = madeUpAddress(chance);
  const sole = index % 7 === 3;
  const email = `${plain(name).replaceAll("-", ".")}.${index + 1}@postvak.example`;
  if (!sole) return { kind: "consumer", details: { name, email, phone: madeUpMobile(chance), language: chance.percent(4) ? "en" : "nl", ...address } };
  const trade = madeUpCompany(chance);
  return {
    kind: "natural-person-in-business",
    details: { name: trade, email, phone: madeUpMobile(chance), kvk: `9${chance.digits(7)}`, ...address, contact: { name, role: "eigenaar", email, phone: madeUpMobile(chance) } },
  };
}

function company(chance: Chance, index: number): Described {
  const name = `${madeUpCompany(chance)} B.V.`;
  const person = madeUpPerson(chance);
  const domain = `${plain(name.replace(" B.V.", ""))}-${index + 1}.example`;
  const kvk = `9${chance.digits(7)}`;
  const sole = index % 16 === 9;
  return {
    kind: sole ? "natural-person-in-business" : "legal-person",
    details: {
      name: sole ? name.replace(" B.V.", "") : name, kvk, vatNumber: `NL00${kvk.slice(1)}B01`, email: `crediteuren@${domain}`, phone: madeUpLandline(chance), ...madeUpAddress(chance, true),
      contact: { name: person, role: chance.pick(["crediteurenadministratie", "directeur", "boekhouding", "office manager"]), email: `${plain(person).replaceAll("-", ".")}@${domain}`, phone: madeUpLandline(chance) },
    },
  };
}
