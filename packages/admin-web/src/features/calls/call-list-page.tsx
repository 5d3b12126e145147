import { useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { CallListDocument, type CallListQuery } from "../../graphql/graphql";
import { clock, useFormat } from "../../lib/format";
import { useUrlState } from "../../lib/url-state";
import { useWords } from "../../lib/words";
import { DaysLate } from "../../ui/age";
import { Chip } from "../../ui/button";
import { DataTable } from "../../ui/data-table";
import { Page } from "../../ui/frame/page";
import { ListKeys, SearchField } from "../../ui/list-tools";
import { Status } from "../../ui/status";
import { Empty, View } from "../../ui/view-state";

type Row = CallListQuery["callList"]["rows"][number];

const FILTERS = ["all", "promise", "free"] as const;

/** Bellijst: who to call, in the order to do it, each with why. */
export default function CallListPage() {
  const { t } = useTranslation();
  const asked = useQuery(CallListDocument, { pollInterval: 60_000 });
  const count = asked.data?.callList.rows.length;
  return (
    <Page title={t("nav.calls")} sub={count === undefined ? undefined : t("calls.count", { count })}>
      <View asked={asked}>{(data) => <CallTable list={data.callList} />}</View>
    </Page>
  );
}

function matches(row: Row, filter: string, text: string): boolean {
  if (filter === "promise" && !row.reasons.some((reason) => reason === "justBroken" || reason === "brokenPromise")) return false;
  if (filter === "free" && row.claimedBy) return false;
  // A number is found however it is typed: "06 12", "0612" and "+31612" alike.
  const figures = text.replace(/[^\d]/g, "").replace(/^(?:0031|31|0)(?=\d)/, "");
  return `${row.debtorName} ${row.personName ?? ""}`.toLowerCase().includes(text.toLowerCase()) || (figures.length > 1 && !/\p{L}/u.test(text) && (row.phone ?? "").includes(figures));
}

function CallTable({ list }: { list: CallListQuery["callList"] }) {
  const { t } = useTranslation();
  const { money, day, today, phone } = useFormat();
  const word = useWords();
  const [{ q, show }, setUrl] = useUrlState({ q: "", show: "all" });
  const rows = list.rows.filter((row) => matches(row, show, q));
  return (
    <>
      <div className="filter-bar">
        <SearchField label={t("calls.search")} value={q} onSearch={(text) => setUrl({ q: text })} />
        <span className="chips">
          {FILTERS.map((filter) => (
            <Chip key={filter} pressed={show === filter} count={list.rows.filter((row) => matches(row, filter, "")).length} onPress={() => setUrl({ show: filter })}>{t(`calls.filters.${filter}`)}</Chip>
          ))}
        </span>
        <ListKeys />
      </div>
      <p className="small" style={{ padding: "8px 0 0" }}>
        {list.goldenNow
          ? <Status shape="phone" mood="golden">{t("calls.goldenNow")}</Status>
          : list.nextWindowMinute !== null && <span className="second">{t("calls.goldenNext", { time: clock(list.nextWindowMinute) })}</span>}
      </p>
      {rows.length === 0 ? (
        list.rows.length === 0
          ? <Empty done act={<Link to="/cases">{t("calls.toCases")}</Link>}>{t("calls.empty")}</Empty>
          : <Empty act={<button type="button" className="quiet-button" onClick={() => setUrl({ q: "", show: "all" })}>{t("list.dropFilter")}</button>}>{t("list.noneFound")}</Empty>
      ) : (
        <DataTable
          label={t("nav.calls")} rows={rows} rowKey={(row) => row.taskId} to={(row) => `/calls/${row.taskId}`}
          columns={[
            { key: "debtor", head: t("columns.debtor"), cell: (row) => <>{row.debtorName}<span className="under">{[row.personName, phone(row.phone)].filter(Boolean).join(", ")}</span></> },
            { key: "why", head: t("columns.why"), cell: (row) => <span className="small second">{row.reasons.map((reason) => word("callReasons", reason)).join(", ")}{row.stepNote ? ` · ${word("steps", row.stepNote)}` : ""}</span> },
            { key: "last", head: t("calls.last"), cell: (row) => row.lastCall && <LastCall call={row.lastCall} /> },
            {
              key: "when", head: t("calls.when"), phone: "line",
              cell: (row) => (row.claimedBy ? <Status shape="person">{t("calls.claimed", { name: row.claimedBy })}</Status> : <span className="nowrap">{row.plannedFor === today ? t("age.today") : day(row.plannedFor)}{row.plannedMinute === null ? "" : ` ${clock(row.plannedMinute)}`}</span>),
            },
            { key: "late", head: t("columns.late"), cell: (row) => <DaysLate days={row.daysOverdue} short />, amount: true, phone: "none" },
            { key: "amount", head: t("columns.overdue"), amount: true, phone: "amount", cell: (row) => <>{money(row.overdueCents)}<span className="under">{t("claim.invoices", { count: row.invoiceCount })}</span></> },
          ]}
          foot={<tfoot><tr><td colSpan={5}>{t("calls.together", { count: list.rows.length })}</td><td className="amount">{money(list.totalCents)}</td></tr></tfoot>}
        />
      )}
      {list.waiting.length > 0 && <WaitingCalls rows={list.waiting} />}
    </>
  );
}

/** Who heard from us not long ago: not offered yet, with the day on which they can be called. */
function WaitingCalls({ rows }: { rows: readonly Row[] }) {
  const { t } = useTranslation();
  const { day, money } = useFormat();
  return (
    <section aria-label={t("calls.waiting")}>
      <div className="section-head"><h2>{t("calls.waiting")}</h2></div>
      <p className="small second">{t("calls.waitingWhy")}</p>
      <ul>
        {rows.map((row) => (
          <li key={row.taskId} className="row" style={{ justifyContent: "space-between", flexWrap: "wrap", padding: "8px 0", borderTop: "1px solid var(--line-2)" }}>
            <Link to={`/calls/${row.taskId}`}>{row.debtorName}</Link>
            <span className="small second">{row.waitsUntil && t("calls.waitsUntil", { day: day(row.waitsUntil) })}</span>
            <span className="amount">{money(row.overdueCents)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function LastCall({ call }: { call: NonNullable<Row["lastCall"]> }) {
  const { moment } = useFormat();
  const word = useWords();
  return <span className="small second">{moment(call.startedAt)}<br />{word("outcomes", call.outcome)}</span>;
}
