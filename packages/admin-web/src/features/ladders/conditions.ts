import { useTranslation } from "react-i18next";
import type { LadderConditionsInput, LadderFactsFragment } from "../../graphql/graphql";
import { useFormat } from "../../lib/format";
import { useWords } from "../../lib/words";
import type { nlPages } from "../../texts/pages/nl";

type Conditions = LadderFactsFragment["conditions"];
type Words = (typeof nlPages)["ladders"];

/** Conditions as the server takes them. */
export function conditionsInput({ kinds, languages, segments, minimumOpenCents, belowOpenCents, histories, risks }: Conditions): LadderConditionsInput {
  return { kinds, languages, segments, minimumOpenCents, belowOpenCents, histories, risks };
}

/** For whom a ladder is, in words. */
export function useConditionWords(): (conditions: Conditions) => string {
  const { t } = useTranslation();
  const { money } = useFormat();
  const word = useWords();
  return ({ kinds, languages, segments, minimumOpenCents, belowOpenCents, histories, risks }) => {
    const parts = [
      kinds.map((kind) => word("debtorKinds", kind)).join(", "), languages.map((language) => t(`ladders.languageWords.${language}`)).join(", "), segments.join(", "),
      minimumOpenCents === null ? "" : t("ladders.from", { amount: money(minimumOpenCents) }), belowOpenCents === null ? "" : t("ladders.under", { amount: money(belowOpenCents) }),
      histories.map((history) => t(`ladders.historyWords.${history as keyof Words["historyWords"]}`)).join(", "),
      risks.map((risk) => t(`ladders.riskWords.${risk as keyof Words["riskWords"]}`)).join(", "),
    ].filter((part) => part !== "");
    return parts.length === 0 ? t("ladders.byHand") : parts.join(" · ");
  };
}
