import { useTranslation } from "react-i18next";
import { useFormat } from "../lib/format";

/** An amount, always with its cents. */
export function Amount({ cents, strong = false }: { cents: number; strong?: boolean }) {
  const { money } = useFormat();
  return strong ? <b className="medium nowrap">{money(cents)}</b> : <span className="nowrap">{money(cents)}</span>;
}

/** "26 dagen te laat", or that it isn't late yet. */
export function DaysLate({ days, short = false }: { days: number; short?: boolean }) {
  const { t } = useTranslation();
  if (days <= 0) return <span className="third">{t("age.notLate")}</span>;
  return <>{short ? t("age.days", { count: days }) : t("age.late", { count: days })}</>;
}
