import { WAIT_REASONS } from "@tegemoet/domain";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { CasesDocument, type CasesQuery, type SortDirection } from "../../graphql/graphql";
import { parseAmount } from "../../lib/amount-input";
import { useFormat } from "../../lib/format";
import { useListExport } from "../../lib/list-export";
import { usePicks, type Picks } from "../../lib/use-picks";
import { useList } from "../../lib/use-list";
import { useUrlState } from "../../lib/url-state";
import { useWords } from "../../lib/words";
import { DaysLate } from "../../ui/age";
import { BulkBar } from "../../ui/bulk-bar";
import { Chip } from "../../ui/button";
import { DataTable } from "../../ui/data-table";
import { Page } from "../../ui/frame/page";
import { ListFoot, ListKeys, SearchField } from "../../ui/list-tools";
import { Empty, View } from "../../ui/view-state";
import { Waiting } from "../../ui/waiting";

type Row = CasesQuery["cases"]["rows"][number];

const DEFAULTS = { q: "", state: "open", wait: "", min: "", days: "", sort: "openCents", dir: "desc" } as const;
const CSV = [
  { head: "number", value: (row: Row) => row.number }, { head: "debtor", value: (row: Row) => row.debtorName }, { head: "kind", value: (row: Row) => row.kind },
  { head: "invoices", value: (row: Row) => row.invoiceCount }, { head: "open", value: (row: Row) => row.openCents / 100 }, { head: "daysOverdue", value: (row: Row) => row.daysOverdue },
  { head: "step", value: (row: Row) => row.furthestStep }, { head: "waits", value: (row: Row) => row.waitReason }, { head: "until", value: (row: Row) => row.waitUntil },
  { head: "openedOn", value: (row: Row) => row.openedOn },
];
const pageOf = (data: CasesQuery) => data.cases;

/** Dossiers: every debtor with something overdue, filtered in words. */
export default function CasesPage() {
  const { t } = useTranslation();
  const { number } = useFormat();
  const [url, setUrl] = useUrlState(DEFAULTS);
  const variables = useMemo(() => ({
    filter: { search: url.q || null, state: url.state, waitReason: url.wait || null, minCents: parseAmount(url.min), minDaysOverdue: /^\d{1,4}$/.test(url.days) ? Number(url.days) : null },
    sort: url.sort, direction: url.dir as SortDirection, first: 50,
  }), [url.q, url.state, url.wait, url.min, url.days, url.sort, url.dir]);
  const { asked, more } = useList(CasesDocument, variables, "cases");
  const picks = usePicks(asked.data?.cases.rows ?? [], (row) => row.openCents, { count: asked.data?.cases.totalCount ?? 0, cents: asked.data?.cases.totalCents ?? 0 }, variables.filter);
  const exported = useListExport(CasesDocument, variables, pageOf, "dossiers.csv", CSV);
  return (
    <Page title={t("nav.cases")} sub={asked.data && t("cases.count", { count: asked.data.cases.totalCount, shown: number(asked.data.cases.totalCount) })}>
      <Filters url={url} setUrl={setUrl} />
      <View asked={asked}>
        {({ cases }) => (
          <>
            {cases.rows.length === 0 ? <NoCases url={url} drop={() => setUrl({ ...DEFAULTS })} /> : (
              <CaseTable rows={cases.rows} picks={picks} sort={{ by: url.sort, direction: url.dir === "asc" ? "asc" : "desc" }} onSort={(sort, dir) => setUrl({ sort, dir })} />
            )}
            <ListFoot shown={cases.rows.length} total={cases.totalCount} totals={[{ label: t("list.together"), cents: cases.totalCents }]} onMore={more} onExport={exported} />
            <BulkBar list="cases" picks={picks} total={cases.totalCount} filter={{ cases: variables.filter }} />
          </>
        )}
      </View>
    </Page>
  );
}

type Url = Record<keyof typeof DEFAULTS, string>;

function Filters({ url, setUrl }: { url: Url; setUrl: (change: Partial<Url>) => void }) {
  const { t } = useTranslation();
  const word = useWords();
  return (
    <div className="filter-bar">
      <SearchField label={t("cases.search")} value={url.q} onSearch={(q) => setUrl({ q })} />
      <span className="chips">
        <Chip pressed={url.min === "500"} onPress={() => setUrl({ min: url.min === "500" ? "" : "500" })}>{t("cases.above500")}</Chip>
        <Chip pressed={url.days === "30"} onPress={() => setUrl({ days: url.days === "30" ? "" : "30" })}>{t("cases.above30")}</Chip>
      </span>
      <select className="plain-select" aria-label={t("cases.byWait")} value={url.wait} onChange={(event) => setUrl({ wait: event.target.value })}>
        <option value="">{t("cases.anyWait")}</option>
        {WAIT_REASONS.map((reason) => <option key={reason} value={reason}>{word("waits", reason)}</option>)}
      </select>
      <select className="plain-select" aria-label={t("cases.byState")} value={url.state} onChange={(event) => setUrl({ state: event.target.value })}>
        <option value="open">{t("cases.open")}</option><option value="closed">{t("cases.closed")}</option><option value="all">{t("cases.all")}</option>
      </select>
      <ListKeys />
    </div>
  );
}

function NoCases({ url, drop }: { url: Url; drop: () => void }) {
  const { t } = useTranslation();
  const word = useWords();
  const filters = [url.q && `“${url.q}”`, url.min && t("cases.above500"), url.days && t("cases.above30"), url.wait && word("waits", url.wait)].filter(Boolean).join(` ${t("list.and")} `);
  if (!filters) return <Empty done act={<Link to="/invoices">{t("cases.toInvoices")}</Link>}>{t("cases.empty")}</Empty>;
  return <Empty act={<button type="button" className="quiet-button" onClick={drop}>{t("list.dropFilter")}</button>}>{t("cases.none", { filters })}</Empty>;
}

function CaseTable({ rows, picks, sort, onSort }: { rows: readonly Row[]; picks: Picks<Row>; sort: { by: string; direction: "asc" | "desc" }; onSort: (by: string, direction: "asc" | "desc") => void }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const word = useWords();
  return (
    <DataTable
      label={t("nav.cases")} rows={rows} rowKey={(row) => row.id} to={(row) => `/cases/${row.id}`} sort={sort} onSort={onSort}
      picks={{ ...picks, has: (row) => picks.has(row.id), nameOf: (row) => `${row.number} ${row.debtorName}` }}
      columns={[
        { key: "debtor", head: t("columns.debtor"), sort: "debtorName", cell: (row) => <>{row.debtorName}<span className="under">{row.number} · {word("debtorKinds", row.kind)}</span></> },
        { key: "step", head: t("columns.step"), cell: (row) => (row.furthestStep ? word("steps", row.furthestStep) : t("cases.noStep")) },
        { key: "wait", head: t("columns.waits"), cell: (row) => row.waitReason && <span className="small second"><Waiting reason={row.waitReason} until={row.waitUntil} /></span>, phone: "bare" },
        { key: "owner", head: t("columns.owner"), cell: (row) => row.ownerName, phone: "none" },
        { key: "late", head: t("columns.late"), sort: "daysOverdue", amount: true, cell: (row) => <DaysLate days={row.daysOverdue} short />, phone: "line" },
        { key: "open", head: t("columns.open"), sort: "openCents", amount: true, phone: "amount", cell: (row) => <>{money(row.openCents)}<span className="under">{t("claim.invoices", { count: row.invoiceCount })}</span></> },
      ]}
    />
  );
}
