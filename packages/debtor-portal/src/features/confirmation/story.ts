import type { PlainDate } from "@tegemoet/domain";
import type { CalendarDay } from "../../lib/calendar-file";
import { useFormats, usePagePortal } from "../../lib/portal";
import type { Done } from "../../lib/use-finish";

export interface Story {
  readonly title: string;
  readonly what: string;
  readonly steps: readonly { readonly on: PlainDate | "today" | "later"; readonly text: string }[];
  readonly note?: string;
  readonly button?: { readonly to: string; readonly name: string };
  readonly calendar: readonly CalendarDay[];
}

/** What a confirmation tells, by what was done. */
export function useStory({ kind, nextOn, plan, amountCents, want }: Done): Story {
  const { texts, creditor } = usePagePortal();
  const { money, fullDay } = useFormats();
  const { done } = texts;
  const step = (text: string) => ({ on: nextOn ?? ("later" as const), text });
  const today = (text: string) => ({ on: "today" as const, text });
  switch (kind) {
    case "plan": {
      const terms = plan?.instalments ?? [];
      const first = terms[0];
      const last = terms.at(-1);
      return {
        title: done.plan.title,
        what: done.plan.what(money(plan?.totalCents ?? amountCents ?? 0), terms.length),
        steps: [
          today(done.plan.today),
          ...(first ? [{ on: first.dueOn, text: done.plan.first(money(first.cents)) }] : []),
          ...(last && last !== first ? [{ on: last.dueOn, text: done.plan.last(money(last.cents)) }] : []),
        ],
        note: done.plan.note,
        calendar: terms.map(({ dueOn, number, cents }) => ({ on: dueOn, title: done.plan.calendarTitle(creditor.name, number, money(cents)) })),
      };
    }
    case "planProposed":
      return { ...done.planProposed, steps: [today(done.planProposed.today), step(done.planProposed.answer)], calendar: [] };
    case "promise": {
      const amount = amountCents === null ? null : money(amountCents);
      return {
        title: done.promise.title,
        what: nextOn ? (amount ? done.promise.what(amount, fullDay(nextOn)) : done.promise.whatPlain(fullDay(nextOn))) : "",
        steps: [today(done.promise.today), step(done.promise.day)],
        note: done.promise.note,
        calendar: nextOn && amount ? [{ on: nextOn, title: done.promise.calendarTitle(creditor.name, amount) }] : [],
      };
    }
    case "paidClaim":
      return { ...done.paidClaim, steps: [today(done.paidClaim.today), step(done.paidClaim.answer)], calendar: [] };
    case "dispute":
      return { ...done.dispute, steps: [today(done.dispute.today), step(done.dispute.answer)], calendar: [] };
    case "callMe":
      return { ...done.callMe, steps: [step(done.callMe.day)], calendar: [] };
    case "agreementConfirmed":
      return { ...done.agreementConfirmed, steps: [today(done.agreementConfirmed.today), step(done.agreementConfirmed.day)], calendar: [] };
    case "agreementContradicted":
      return { ...done.agreementContradicted, steps: [step(done.agreementContradicted.answer)], calendar: [] };
    case "details":
      return { title: done.details.title, what: done.details.what, steps: [], note: done.details.mail, calendar: [] };
    default: {
      const { title, what, pause, plan: planText, planButton, call, callButton, plain } = done.help;
      if (want === "pause" && nextOn) return { title, what, steps: [step(pause)], calendar: [] };
      if (want === "plan") return { title, what, steps: [today(planText)], button: { to: "/termijnen", name: planButton }, calendar: [] };
      if (want === "call") return { title, what, steps: [step(nextOn ? call : plain)], button: { to: "/bel-mij", name: callButton }, calendar: [] };
      return { title, what, steps: [step(plain)], calendar: [] };
    }
  }
}
