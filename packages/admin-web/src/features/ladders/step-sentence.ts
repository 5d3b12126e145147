import type { LadderStep } from "@tegemoet/domain";
import { useTranslation } from "react-i18next";

/** What a step asks of people and what it waits for, in a few sentences. */
export function useStepSentence(): (step: LadderStep) => string {
  const { t } = useTranslation();
  return ({ channel, automatic, template }) => {
    const people = channel === "hand-over" ? t("ladder.handOverWhat") : channel === "call" ? t("ladder.callWhat") : channel === "task" || !automatic ? t("ladder.taskWhat") : null;
    return [people, template === "fourteen-day-letter" ? t("ladder.letterTerm") : null, t("ladder.waits")].filter(Boolean).join(" ");
  };
}
