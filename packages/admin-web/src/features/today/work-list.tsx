import { daysBetween, goldenHourAt } from "@tegemoet/domain";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { useFormat } from "../../lib/format";
import { useKeys } from "../../lib/keys";
import { useMay } from "../../lib/may";
import { useUrlState } from "../../lib/url-state";
import { ButtonLink, Chip } from "../../ui/button";
import { useViewer } from "../../lib/viewer";
import { useMinute } from "../../ui/frame/ruler-of-the-day";
import { KeyHints } from "../../ui/kbd";
import { Status } from "../../ui/status";
import { Empty } from "../../ui/view-state";
import { useWhy } from "./work-why";
import { isWorkKind, WORK_GROUPS, workKind, type WorkGroup, type WorkItem } from "./work-kinds";

type Filter = "all" | "mine" | WorkGroup;

/** What needs a human now, the most important first: each with its reason and one button. */
export function WorkList({ items }: { items: readonly WorkItem[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [{ work }, setUrl] = useUrlState({ work: "all" });
  const [chosen, setChosen] = useState(0);
  const list = useRef<HTMLOListElement>(null);
  const { may } = useMay("work");
  const matches = (item: WorkItem, filter: string) => filter === "all" || (filter === "mine" ? item.mine : workKind(item.kind).group === filter);
  const shown = items.filter((item) => matches(item, work));
  useEffect(() => setChosen(0), [work]);
  const choose = (index: number) => {
    const next = Math.max(0, Math.min(shown.length - 1, index));
    setChosen(next);
    list.current?.children[next]?.querySelector<HTMLElement>("[data-row-link]")?.focus();
    list.current?.children[next]?.scrollIntoView({ block: "nearest" });
  };
  useKeys({
    j: () => choose(chosen + 1), arrowdown: () => choose(chosen + 1), k: () => choose(chosen - 1), arrowup: () => choose(chosen - 1),
    enter: () => {
      const item = shown[chosen];
      if (item) navigate(workKind(item.kind).to(item));
    },
  }, { active: shown.length > 0 });
  const filters: readonly Filter[] = ["all", "mine", ...WORK_GROUPS];
  return (
    <section aria-labelledby="work-list">
      <div className="work-bar">
        <h2 id="work-list">{t("today.work")}</h2>
        <span className="chips">
          {filters.map((filter) => (
            <Chip key={filter} pressed={work === filter} count={items.filter((item) => matches(item, filter)).length} onPress={() => setUrl({ work: filter })}>{t(`today.filters.${filter}`)}</Chip>
          ))}
        </span>
        <KeyHints hints={[{ keys: ["j", "k"], does: t("keys.choose") }, { keys: ["enter"], does: may ? t("keys.do") : t("keys.open") }]} />
      </div>
      {shown.length === 0 && (
        items.length === 0
          ? <Empty done act={<Link to="/calls">{t("today.prepareCalls")}</Link>}>{t("today.done")}</Empty>
          : <Empty act={<button type="button" className="quiet-button" onClick={() => setUrl({ work: "all" })}>{t("list.dropFilter")}</button>}>{t("today.noneInFilter")}</Empty>
      )}
      <ol className="work-list" ref={list}>
        {shown.map((item, index) => <WorkRow key={item.key} item={item} selected={index === chosen} onFocus={() => setChosen(index)} />)}
      </ol>
    </section>
  );
}

function WorkRow({ item, selected, onFocus }: { item: WorkItem; selected: boolean; onFocus: () => void }) {
  const { t } = useTranslation();
  const { money, today } = useFormat();
  const why = useWhy();
  const { shape, mood, to } = workKind(item.kind);
  const known = isWorkKind(item.kind) ? item.kind : null;
  // Whoever only reads opens what there is to do, and is promised no act.
  const { may } = useMay("work");
  const days = daysBetween(item.since, today);
  const windows = useViewer()?.goldenWindows ?? [];
  const goldenNow = goldenHourAt(useMinute(), windows) !== null && item.kind === "callDue";
  const who = item.debtorName ?? (item.kind === "bankLineUnknown" ? t("today.nobody") : "");
  const whoTo = item.debtorId ? (item.caseId ? `/cases/${item.caseId}` : `/debtors/${item.debtorId}`) : null;
  return (
    <li className="work-row" data-selected={selected || undefined} onFocus={onFocus}>
      <span className="kind"><Status shape={shape} mood={goldenNow ? "golden" : mood}>{goldenNow ? t("work.callNow") : known ? t(`work.${known}.kind`) : item.kind}</Status></span>
      <span className="who">{whoTo ? <Link to={whoTo}>{who}</Link> : <span className="medium">{who}</span>}</span>
      <span className="why">{why(item)}</span>
      <span className="sum-of">{item.cents === null ? "" : money(item.cents)}</span>
      <span className="age">{days <= 0 ? t("age.today") : t("age.days", { count: days })}</span>
      <span className="do"><ButtonLink to={to(item)} size="row" look={selected ? "filled" : "outline"} keys="enter" data-row-link>{known && may ? t(`work.${known}.act`) : t("today.open")}</ButtonLink></span>
    </li>
  );
}
