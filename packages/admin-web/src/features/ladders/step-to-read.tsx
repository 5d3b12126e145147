import { isMessage, type LadderStep } from "@tegemoet/domain";
import { useTranslation } from "react-i18next";
import type { LadderChoicesQuery } from "../../graphql/graphql";
import { useFormat } from "../../lib/format";
import { useWords } from "../../lib/words";
import { useStepSentence } from "./step-sentence";
import { signedDay } from "./step-name";

/** A step for whoever only looks: what it has, and nothing that it hasn't. */
export function StepToRead({ step, choices }: { step: LadderStep; choices: LadderChoicesQuery["ladderChoices"] | undefined }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const word = useWords();
  const sentence = useStepSentence();
  const rows: (readonly [string, string | null])[] = [
    [t("ladder.day"), signedDay(step.afterDays)],
    [t("ladder.channel"), word("channels", step.channel)],
    [t("ladder.text"), step.template ? word("steps", step.template) : null],
    [t("ladder.who"), isMessage(step) ? (step.automatic ? t("ladder.itself") : t("ladder.colleague")) : null],
    [t("ladder.owner"), choices?.owners.find(({ id }) => id === step.ownerId)?.name ?? null],
    [t("ladder.wait"), step.minDaysAfterPrevious === undefined ? null : String(step.minDaysAfterPrevious)],
    [t("ladder.onlyFor"), step.onlyFor ? word("roads", step.onlyFor) : t("ladder.everybody")],
    [t("ladder.minimum"), step.minimumCents === undefined ? null : money(step.minimumCents)],
    [t("ladder.payWithin"), step.payWithinDays === undefined ? null : String(step.payWithinDays)],
    [t("ladder.repeat"), step.repeatEveryDays === undefined ? null : String(step.repeatEveryDays)],
  ];
  return (
    <div className="step-form">
      <dl className="facts">{rows.filter(([, value]) => value !== null).map(([label, value]) => <div key={label} className="fact-row"><dt>{label}</dt><dd>{value}</dd></div>)}</dl>
      <p className="hint">{sentence(step)}</p>
    </div>
  );
}
