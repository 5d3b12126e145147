import type { LadderStep, StepChange } from "@tegemoet/domain";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../lib/format";
import { useWords } from "../../lib/words";
import { Button } from "../../ui/button";
import { KeyHints } from "../../ui/kbd";
import { Shape } from "../../ui/shape";
import { shapeOf, signedDay, useStepName } from "./step-name";

interface StepListProps {
  steps: readonly LadderStep[];
  selected: number;
  onSelect: (index: number) => void;
  /** What differs from the version in force, by step; empty for the first version. */
  changes: ReadonlyMap<string, StepChange>;
  inForceVersion: number | null;
  draftVersion: number;
  faulty: ReadonlySet<string>;
  onAdd: (() => void) | null;
  /** What followed each step over the last year, by step; few say nothing. */
  results: ReadonlyMap<string, { taken: number; paid: number }>;
}

/** The steps as a vertical line by days. */
export function StepList({ steps, selected, onSelect, changes, inForceVersion, draftVersion, faulty, onAdd, results }: StepListProps) {
  const { t } = useTranslation();
  const name = useStepName();
  const list = useRef<HTMLOListElement>(null);
  // Whoever walks through the steps by key takes the focus along.
  useEffect(() => {
    const buttons = list.current?.querySelectorAll<HTMLButtonElement>(".ladder-step");
    if (list.current?.contains(document.activeElement)) buttons?.[selected]?.focus();
  }, [selected]);
  const dueAt = steps.findIndex(({ afterDays }) => afterDays >= 0);
  return (
    <section className="ladder-steps" aria-label={t("ladder.dayHead")}>
      <div className="ladder-steps-head">
        <span className="tiny third">{t("ladder.dayHead")}</span>
        {onAdd && <Button size="row" shape="plus" onClick={onAdd}>{t("ladder.addStep")}</Button>}
      </div>
      <ol ref={list}>
        {steps.map((step, index) => (
          <li key={step.id} data-due={index === dueAt && index > 0 ? true : undefined}>
            {index === dueAt && index > 0 && <span className="due-line tiny third">{t("ladder.dueDay")}</span>}
            <button type="button" className="ladder-step" aria-current={index === selected ? "step" : undefined} onClick={() => onSelect(index)}>
              <span className="number">{signedDay(step.afterDays)}</span>
              <Shape name={faulty.has(step.id) ? "caution" : shapeOf(step.channel)} />
              <span>
                <b className="medium">{name(step)}</b>
                <StepFacts step={step} />
                <Result result={results.get(step.id)} />
                <Change change={changes.get(step.id)} inForceVersion={inForceVersion} draftVersion={draftVersion} />
              </span>
            </button>
          </li>
        ))}
      </ol>
      {onAdd && (
        <KeyHints hints={[{ keys: ["j", "k"], does: t("ladder.keyStep") }, { keys: ["+", "−"], does: t("ladder.keyDay") }, { keys: ["n"], does: t("ladder.keyNew") }, { keys: ["alt+↑", "alt+↓"], does: t("ladder.keyMove") }]} />
      )}
    </section>
  );
}

function StepFacts({ step }: { step: LadderStep }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const word = useWords();
  const facts = [
    word("channels", step.channel), step.onlyFor && t("ladder.only", { road: word("roads", step.onlyFor) }), step.minimumCents ? t("ladder.from", { amount: money(step.minimumCents) }) : null,
    step.channel === "hand-over" ? t("ladder.never") : step.automatic ? null : t("ladder.byPerson"), step.repeatEveryDays ? t("ladder.repeats", { count: step.repeatEveryDays }) : null,
  ].filter(Boolean);
  return <span className="small second">{facts.join(", ")}</span>;
}

/** Fewer than this say nothing. */
const ENOUGH = 10;

function Result({ result }: { result: { taken: number; paid: number } | undefined }) {
  const { t } = useTranslation();
  if (!result || result.taken < ENOUGH) return null;
  return <span className="tiny third">{t("ladder.result", { percent: Math.round((result.paid / result.taken) * 100) })}</span>;
}

function Change({ change, inForceVersion, draftVersion }: { change: StepChange | undefined; inForceVersion: number | null; draftVersion: number }) {
  const { t } = useTranslation();
  if (!change || change.kind === "same" || inForceVersion === null) return null;
  const day = change.fields.find(({ field }) => field === "afterDays");
  const words = change.kind === "added"
    ? t("ladder.isNew", { version: draftVersion })
    : day ? t("ladder.wasDay", { day: signedDay(Number(day.before)), version: inForceVersion }) : t("ladder.changed", { version: inForceVersion });
  return <span className="tiny changed">{words}</span>;
}
