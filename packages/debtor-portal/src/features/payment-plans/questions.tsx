import { useEffect, useState } from "react";
import type { PlainDate, PlannedInstalment } from "@tegemoet/domain";
import { useFormats, usePagePortal } from "../../lib/portal";
import { readAmount } from "../../lib/read-input";
import { MoneyField, Picks } from "../../ui/fields";
import { Link } from "../../ui/link";
import { Rich } from "../../ui/rich";
import type { PlanSlider } from "./plan-range";

interface AmountQuestionProps {
  readonly slider: PlanSlider;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly instalments: readonly PlannedInstalment[];
  readonly error: string | undefined;
  /** What the number lacks, when it makes no schedule. */
  readonly fault: string | undefined;
}

/** 1. How much a month: a number, its slider, and the result as a sentence. */
export function AmountQuestion({ slider, value, onChange, instalments, error, fault }: AmountQuestionProps) {
  const { texts } = usePagePortal();
  const { money } = useFormats();
  const { amount } = texts.plans;
  const shown = Math.min(slider.max, Math.max(slider.min, readAmount(value) ?? slider.start));
  return (
    <div className="gap">
      <MoneyField id="amount" label={amount.legend} hint={amount.hint} error={error} value={value} onChange={onChange} after={amount.perMonth} />
      {slider.max > slider.min && (
        <input type="range" min={slider.min / 100} max={slider.max / 100} step={slider.step / 100} value={shown / 100}
          aria-label={amount.slider} aria-valuetext={money(shown)} onChange={(event) => onChange(event.target.value)} />
      )}
      {!error && <Spoken text={fault ?? sentenceOf(instalments, texts.plans.amount, money)} />}
      <p className="hint">{amount.tooMuch(money(slider.min))} <Link to="/hulp">{amount.help}</Link></p>
    </div>
  );
}

function sentenceOf(
  instalments: readonly PlannedInstalment[], words: { same: (count: number, each: string) => string; andLast: (count: number, each: string, last: string) => string },
  money: (cents: number) => string,
): string {
  const first = instalments[0];
  const last = instalments.at(-1);
  if (!first || !last) return "";
  return first.cents === last.cents
    ? words.same(instalments.length, money(first.cents))
    : words.andLast(instalments.length - 1, money(first.cents), money(last.cents));
}

/** Shown at once, read out at most once a second: a slider that is dragged would talk without end. */
function Spoken({ text }: { text: string }) {
  const [spoken, setSpoken] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSpoken(text), 1_000);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <>
      <p aria-hidden="true"><b>{text}</b></p>
      <p className="hide" aria-live="polite"><Rich text={spoken} /></p>
    </>
  );
}

interface DayQuestionProps {
  readonly day: string;
  readonly otherDay: string;
  readonly onChange: (change: { day?: string; otherDay?: string }) => void;
}

/** 2. On which day of the month; up to the 28th, which every month has. */
export function DayQuestion({ day, otherDay, onChange }: DayQuestionProps) {
  const { day: words } = usePagePortal().texts.plans;
  return (
    <div className="gap">
      <Picks id="day" legend={words.legend} hint={words.hint} chosen={day} onChoose={(chosen) => onChange({ day: chosen })}
        options={[{ value: "1", name: words.nth(1) }, { value: "25", name: words.nth(25) }, { value: "other", name: words.other }]}>
        {day === "other" && (
          <>
            <label htmlFor="other-day">{words.otherLabel}</label><br />
            <select id="other-day" value={otherDay} onChange={(event) => onChange({ otherDay: event.target.value })}>
              {Array.from({ length: 28 }, (_, index) => <option key={index} value={index + 1}>{words.nth(index + 1)}</option>)}
            </select>
          </>
        )}
      </Picks>
    </div>
  );
}

/** 3. When to begin: one of two days that leave time for a message before. */
export function StartQuestion({ starts, chosen, onChange }: { starts: readonly PlainDate[]; chosen: number; onChange: (index: number) => void }) {
  const { texts } = usePagePortal();
  const { fullDay } = useFormats();
  const name = (day: PlainDate) => fullDay(day).replace(/^./, (first) => first.toUpperCase());
  return (
    <div className="gap">
      <Picks id="start" legend={texts.plans.start.legend} chosen={String(chosen)} onChoose={(value) => onChange(Number(value))}
        options={starts.map((day, index) => ({ value: String(index), name: name(day) }))} />
    </div>
  );
}
