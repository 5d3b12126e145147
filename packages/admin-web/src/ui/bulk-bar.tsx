import "./bulk.css";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { BulkActionInput } from "../graphql/graphql";
import { useFormat } from "../lib/format";
import type { Pickable, Picks } from "../lib/use-picks";
import { BulkDialog } from "./bulk-dialog";
import { Button } from "./button";

export type BulkList = "cases" | "invoices" | "debtors";
export type BulkFilter = Pick<BulkActionInput, BulkList>;

interface BulkBarProps {
  list: BulkList;
  picks: Omit<Picks<Pickable>, "toggle">;
  /** How many rows the filter has in all, and the filter itself: what "all" means. */
  total: number;
  filter: BulkFilter;
}

/** What is picked, with the exact count and sum, and what to do with it. Stays in sight while the list scrolls. */
export function BulkBar({ list, picks, total, filter }: BulkBarProps) {
  const { t } = useTranslation();
  const { money, number } = useFormat();
  const [asking, setAsking] = useState(false);
  if (picks.count === 0) return null;
  return (
    <section className="bulk-bar" aria-label={t("bulk.picked")}>
      <span role="status"><b className="medium">{t("bulk.count", { count: picks.count, shown: number(picks.count) })}</b> <span className="nowrap">{money(picks.cents)}</span></span>
      <Button look="filled" act="work" onClick={() => setAsking(true)}>{t("bulk.choose")}</Button>
      {!picks.all && total > picks.count && <Button look="text" onClick={picks.takeAll}>{t("bulk.takeAll", { shown: number(total) })}</Button>}
      <Button look="text" onClick={picks.clear}>{t("bulk.clear")}</Button>
      {asking && <BulkDialog list={list} count={picks.count} cents={picks.cents} chosen={picks.all ? filter : { rows: [...picks.ids] }} onClose={() => setAsking(false)} />}
    </section>
  );
}
