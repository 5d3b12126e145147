import { addDays, type Cents, type PlainDate } from "@tegemoet/domain";
import { Chance } from "./chance";
import type { DemoDebtor } from "./demo-debtors";
import type { OpenClaim } from "./open-claims.queries";

/** What somebody does about an invoice today. */
export type Deed =
  | { readonly do: "pay"; readonly cents: Cents; readonly online: boolean }
  | { readonly do: "propose-plan"; readonly terms: number }
  | { readonly do: "dispute"; readonly reason: string; readonly text: string }
  | { readonly do: "ask-help" | "say-paid" };

const NOBODY_WAITS_LONGER_DAYS = 75;

const QUARRELS: readonly (readonly [reason: string, text: string])[] = [
  ["wrong-amount", "Er is een uur meer gerekend dan de monteur er was."], ["not-good", "De storing was na twee dagen terug, ik heb daar nog niets op gehoord."],
  ["not-received", "Een deel van de levering is nooit aangekomen."], ["wrong-amount", "De prijs is hoger dan in de offerte staat."],
];

/** What a debtor does about one open invoice on a day, out of habit and of what they heard from us. Nothing, on most days. */
export function deedOf(debtor: DemoDebtor, claim: OpenClaim, today: PlainDate, seed: number): Deed | undefined {
  if (claim.handedOver || claim.disputeOpen || claim.planId || claim.planAsked) return undefined;
  const chance = new Chance(seed, debtor.key, claim.number);
  const habit = claim.issuedOn < debtor.habitFrom ? (chance.percent(88) ? "early" : "late") : debtor.habit;
  const deed = answerOf(habit, claim, today, chance);
  if (deed) return deed;
  const day = payingDay(habit, claim, chance);
  if (day === undefined || day > today || claim.bounced) return undefined;
  const half = habit === "late" && claim.openCents === claim.totalCents && claim.totalCents > 20_000 && chance.percent(6);
  const heard = Object.keys(claim.told).length > 0;
  return { do: "pay", cents: half ? Math.round(claim.openCents / 2) : claim.openCents, online: heard && chance.percent(debtor.details.kind === "consumer" ? 30 : 8) };
}

/** The day on which the money comes; undefined while nobody knows. */
function payingDay(habit: DemoDebtor["habit"], claim: OpenClaim, chance: Chance): PlainDate | undefined {
  const { dueOn, told, promiseBy } = claim;
  const first = told["reminder-1"];
  const second = told["reminder-2"];
  const letter = told["fourteen-day-letter"] ?? told["business-notice"];
  const after = (day: PlainDate | undefined, low: number, high: number): PlainDate | undefined => day && addDays(day, chance.between(low, high));
  if (promiseBy && (habit !== "breaks-promise" || claim.promises > 1) && habit !== "silent") return promiseBy;
  switch (habit) {
    case "early": return addDays(dueOn, -chance.between(4, 12));
    case "late": return addDays(dueOn, chance.between(1, 4));
    case "after-reminder": return after(first, 1, 5) ?? addDays(dueOn, 25);
    case "after-second": return after(second, 1, 6) ?? addDays(dueOn, 50);
    case "after-letter": return after(letter, 5, 11);
    case "keeps-promise": return claim.calls > 1 ? after(second, 2, 4) : undefined;
    case "breaks-promise": return claim.promises > 0 ? after(letter ?? told["reminder-3"], 4, 9) : undefined;
    case "plan": case "plan-asker": return claim.plansEnded > 0 ? addDays(dueOn, NOBODY_WAITS_LONGER_DAYS) : undefined;
    case "plan-breaker": return claim.plansEnded > 0 ? after(letter, 6, 12) : undefined;
    case "disputes": return after(claim.decidedOn ?? undefined, 2, 5);
    case "says-paid": return after(claim.claimedPaidOn ?? undefined, 2, 4);
    case "silent": return claim.calls > 2 && chance.percent(25) ? after(letter, 17, 24) : undefined;
    case "bounces": return dueOn;
    default: return undefined;
  }
}

/** What somebody says instead of paying, some days after we wrote. */
function answerOf(habit: DemoDebtor["habit"], claim: OpenClaim, today: PlainDate, chance: Chance): Deed | undefined {
  const first = claim.told["reminder-1"];
  if (!first || claim.held || claim.promiseBy || addDays(first, chance.between(1, 3)) > today) return undefined;
  const plans = claim.plansEnded === 0 && claim.openCents >= 6_000;
  if ((habit === "plan" || habit === "plan-breaker") && plans) return { do: "propose-plan", terms: chance.between(3, 4) };
  if (habit === "plan-asker" && plans) return { do: "propose-plan", terms: chance.between(8, 10) };
  if (habit === "disputes" && claim.disputes === 0) {
    const [reason, text] = chance.pick(QUARRELS);
    return { do: "dispute", reason, text };
  }
  if (habit === "hardship" && claim.plansEnded === 0) return { do: "ask-help" };
  if (habit === "says-paid" && claim.claimedPaidOn === null) return { do: "say-paid" };
  return undefined;
}
