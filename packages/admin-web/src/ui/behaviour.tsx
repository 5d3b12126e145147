import { useTranslation } from "react-i18next";
import type { BehaviourFactsFragment } from "../graphql/graphql";
import { useFormat } from "../lib/format";
import { LateBars } from "./delivery";

/** How somebody pays, in sentences with the figures in them. */
export function BehaviourLines({ behaviour, bars = false }: { behaviour: Omit<BehaviourFactsFragment, "__typename">; bars?: boolean }) {
  const { t } = useTranslation();
  const { decimals } = useFormat();
  const { averageDaysLate, trend, promisesKept, promisesBroken, paidInvoices } = behaviour;
  const trendWord = trend === "faster" || trend === "steady" || trend === "slower" ? `, ${t(`behaviour.${trend}`)}` : "";
  return (
    <>
      {bars && <LateBars days={behaviour.lastDaysLate} />}
      <p className="small">
        {averageDaysLate === null
          ? t("behaviour.nothingPaid")
          : averageDaysLate <= 0 ? t("behaviour.onTime", { count: paidInvoices }) : t("behaviour.late", { days: decimals(averageDaysLate, 0), count: paidInvoices }) + trendWord}
      </p>
      <p className="small">{promisesKept + promisesBroken === 0 ? t("behaviour.noPromises") : t("behaviour.promises", { kept: promisesKept, total: promisesKept + promisesBroken })}</p>
    </>
  );
}
