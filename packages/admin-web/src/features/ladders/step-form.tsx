import { CHANNELS, isMessage, type Channel, type LadderRoad, type LadderStep } from "@tegemoet/domain";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { LadderChoicesQuery } from "../../graphql/graphql";
import { amountForField, parseAmount } from "../../lib/amount-input";
import { useFormat } from "../../lib/format";
import { useWords } from "../../lib/words";
import { Button } from "../../ui/button";
import { AmountField, Choice } from "../../ui/field";
import { NumberField } from "./number-field";
import { useStepSentence } from "./step-sentence";
import { withField } from "./steps";

interface StepFormProps {
  step: LadderStep;
  last: boolean;
  choices: LadderChoicesQuery["ladderChoices"] | undefined;
  onChange: (step: LadderStep) => void;
  onRemove: () => void;
  onMove: (by: number) => void;
  first: boolean;
}

/** The fields of one step. What its channel doesn't know isn't asked. */
export function StepForm({ step, last, first, choices, onChange, onRemove, onMove }: StepFormProps) {
  const { t } = useTranslation();
  const word = useWords();
  const sentence = useStepSentence();
  const set = <Field extends keyof LadderStep>(field: Field, value: LadderStep[Field] | undefined) => onChange(withField(step, field, value));
  const speaks = isMessage(step);
  const paper = step.channel === "letter" || step.channel === "mail-and-letter";
  const texts = (choices?.messageKinds ?? []).filter((kind) => !paper || choices?.onPaper.includes(kind));
  return (
    <div className="step-form">
      <div className="step-fields">
        <NumberField label={t("ladder.day")} value={step.afterDays} onValue={(value) => value !== undefined && set("afterDays", value)} hint={t("ladder.dayHint")} />
        <Choice label={t("ladder.channel")} value={step.channel} onChange={(event) => set("channel", event.currentTarget.value as Channel)} data={CHANNELS.map((channel) => ({ value: channel, label: word("channels", channel) }))} />
        {speaks && (
          <Choice
            label={t("ladder.text")} value={step.template ?? ""} onChange={(event) => set("template", event.currentTarget.value || undefined)}
            data={[{ value: "", label: t("ladder.noText") }, ...[...new Set([...texts, ...(step.template ? [step.template] : [])])].map((kind) => ({ value: kind, label: word("steps", kind) }))]}
          />
        )}
        {speaks && (
          <Choice label={t("ladder.who")} value={step.automatic ? "itself" : "colleague"} onChange={(event) => set("automatic", event.currentTarget.value === "itself")} data={[{ value: "itself", label: t("ladder.itself") }, { value: "colleague", label: t("ladder.colleague") }]} />
        )}
        {(!speaks || !step.automatic) && (
          <Choice
            label={t("ladder.owner")} value={step.ownerId ?? ""} onChange={(event) => set("ownerId", event.currentTarget.value || undefined)}
            data={[{ value: "", label: t("ladder.anybody") }, ...(choices?.owners ?? []).map(({ id, name }) => ({ value: id, label: name }))]}
          />
        )}
        <NumberField label={t("ladder.wait")} value={step.minDaysAfterPrevious} optional onValue={(value) => set("minDaysAfterPrevious", value)} />
        <Choice
          label={t("ladder.onlyFor")} value={step.onlyFor ?? ""} onChange={(event) => set("onlyFor", (event.currentTarget.value || undefined) as LadderRoad | undefined)}
          data={[{ value: "", label: t("ladder.everybody") }, { value: "consumer", label: word("roads", "consumer") }, { value: "business", label: word("roads", "business") }]}
        />
        <MinimumField step={step} onCents={(cents) => set("minimumCents", cents)} />
        {speaks && step.template !== "fourteen-day-letter" && <NumberField label={t("ladder.payWithin")} value={step.payWithinDays} optional onValue={(value) => set("payWithinDays", value)} hint={t("ladder.payWithinHint")} />}
        {(last || step.repeatEveryDays !== undefined) && step.channel !== "hand-over" && <NumberField label={t("ladder.repeat")} value={step.repeatEveryDays} optional onValue={(value) => set("repeatEveryDays", value)} hint={t("ladder.repeatHint")} />}
      </div>
      <p className="hint">{sentence(step)}</p>
      <div className="row">
        <Button size="row" shape="more" aria-disabled={first} onClick={() => onMove(-1)}>{t("ladder.earlier")}</Button>
        <Button size="row" shape="less" aria-disabled={last} onClick={() => onMove(1)}>{t("ladder.later")}</Button>
        <Button size="row" look="text" shape="cross" onClick={onRemove}>{t("ladder.removeStep")}</Button>
      </div>
    </div>
  );
}

function MinimumField({ step, onCents }: { step: LadderStep; onCents: (cents: number | undefined) => void }) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const kept = step.minimumCents === undefined ? "" : amountForField(step.minimumCents, language);
  const [typed, setTyped] = useState(kept);
  useEffect(() => {
    setTyped((before) => ((parseAmount(before) ?? undefined) === step.minimumCents ? before : kept));
  }, [step.minimumCents, kept]);
  const change = (text: string) => {
    setTyped(text);
    const cents = parseAmount(text);
    if (text.trim() === "" || cents !== null) onCents(cents ?? undefined);
  };
  return <AmountField label={t("ladder.minimum")} text={typed} onText={change} hint={t("ladder.minimumHint")} fault={typed.trim() !== "" && parseAmount(typed) === null ? t("field.amountUnreadable") : null} />;
}
