import { useMemo, type FormEvent } from "react";
import { addBusinessDays, planFaults, planSchedule, type PlannedInstalment } from "@tegemoet/domain";
import { ProposePlanDocument } from "../../graphql/graphql";
import { ask } from "../../lib/client";
import { useFormats, payableCents, usePagePortal } from "../../lib/portal";
import { readAmount } from "../../lib/read-input";
import { useAct } from "../../lib/use-act";
import { useDraft } from "../../lib/use-draft";
import { useFinish } from "../../lib/use-finish";
import { Page } from "../../ui/page";
import { Answer } from "./answer";
import { ExistingPlan } from "./existing-plan";
import { AmountQuestion, DayQuestion, StartQuestion } from "./questions";
import { firstDays, sliderOf } from "./plan-range";
import { Schedule } from "../../ui/schedule";

const LIVE = ["running", "behind", "proposed", "offered"];

/** Three questions, the schedule at once, and a yes or the day of an answer, by the same function that the server asks. */
export function TermsPage() {
  const { overview, texts } = usePagePortal();
  const { plan } = overview;
  if (plan && LIVE.includes(plan.state)) return <ExistingPlan plan={plan} />;
  if (payableCents(overview) <= 0) return <Page title={texts.plans.title}><p>{texts.payments.pay.nothing}</p></Page>;
  return <ProposeForm />;
}

interface Draft {
  amount: string;
  day: string;
  otherDay: string;
  start: number;
  note: string;
}

function ProposeForm() {
  const { texts, overview, today } = usePagePortal();
  const { money } = useFormats();
  const words = texts.plans;
  const total = payableCents(overview);
  const policy = overview.planPolicy;
  const slider = sliderOf(total, policy);
  const act = useAct();
  const finish = useFinish();
  const [draft, change, sent] = useDraft<Draft>("plan", { amount: String(slider.start / 100), day: "1", otherDay: "2", start: 0, note: "" });

  const dayOfMonth = Number(draft.day === "other" ? draft.otherDay : draft.day);
  const starts = firstDays(today, dayOfMonth);
  const firstOn = starts[draft.start] ?? starts[0] ?? today;
  const cents = readAmount(draft.amount);
  const instalments = useMemo<PlannedInstalment[]>(() => {
    if (!cents || cents < slider.lowest || cents >= total) return [];
    return planSchedule({ total, instalmentCents: cents, firstOn, every: "month", dayOfMonth });
  }, [cents, slider.lowest, total, firstOn, dayOfMonth]);
  const faults = instalments.length > 0 ? planFaults({ total, instalments }, policy, today) : [];
  const answerBy = addBusinessDays(today, policy.answerWithinDays);

  const fault = cents === undefined ? texts.errors.field.amount
    : cents < slider.lowest ? words.tooLow(money(slider.lowest))
      : cents >= total ? words.tooHigh(money(total)) : undefined;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    act.submit([
      fault !== undefined && { field: "amount", text: fault },
    ], async () => {
      const { proposePlan } = await ask(ProposePlanDocument, {
        instalments: instalments.map(({ dueOn, cents: instalment }) => ({ dueOn, cents: instalment })),
        note: faults.length > 0 && draft.note.trim() ? draft.note.trim() : null,
      });
      sent();
      finish(proposePlan);
    });
  };

  return (
    <Page title={words.title} act={act} ways="terms">
      <p>{words.intro(money(total))}</p>
      <form onSubmit={submit} noValidate>
        <AmountQuestion slider={slider} value={draft.amount} onChange={(amount) => change({ amount })} instalments={instalments} error={act.faultOf("amount")} fault={fault} />
        <DayQuestion day={draft.day} otherDay={draft.otherDay} onChange={change} />
        <StartQuestion starts={starts} chosen={draft.start} onChange={(start) => change({ start })} />
        {instalments.length > 0 && (
          <section className="gap flow" aria-labelledby="schedule">
            <h2 id="schedule">{words.schedule.title}</h2>
            <Schedule instalments={instalments} total={total} />
            <Answer faults={faults} answerBy={answerBy} note={draft.note} onNote={(note) => change({ note })} />
          </section>
        )}
        <div className="gap flow">
          <p><button className="btn" type="submit" aria-busy={act.busy || undefined}>{faults.length > 0 ? words.asks.button : words.yes.button}</button></p>
          <p className="soft">{words.after}</p>
        </div>
      </form>
    </Page>
  );
}
