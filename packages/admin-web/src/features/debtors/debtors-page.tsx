import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { DebtorsDocument, type DebtorKind, type DebtorsQuery, type SortDirection } from "../../graphql/graphql";
import { useFormat } from "../../lib/format";
import { useListExport } from "../../lib/list-export";
import { usePicks } from "../../lib/use-picks";
import { useList } from "../../lib/use-list";
import { useUrlState } from "../../lib/url-state";
import { useWords } from "../../lib/words";
import { BulkBar } from "../../ui/bulk-bar";
import { Chip } from "../../ui/button";
import { DataTable } from "../../ui/data-table";
import { Page } from "../../ui/frame/page";
import { ListFoot, ListKeys, SearchField } from "../../ui/list-tools";
import { Empty, View } from "../../ui/view-state";

type Row = DebtorsQuery["debtors"]["rows"][number];

const DEFAULTS = { q: "", kind: "", overdue: "", sort: "openCents", dir: "desc" } as const;
const KINDS: readonly DebtorKind[] = ["consumer", "naturalPersonInBusiness", "legalPerson", "unknown"];
const CSV = [
  { head: "number", value: (row: Row) => row.number }, { head: "name", value: (row: Row) => row.name }, { head: "kind", value: (row: Row) => row.kind },
  { head: "city", value: (row: Row) => row.city }, { head: "open", value: (row: Row) => row.openCents / 100 }, { head: "overdue", value: (row: Row) => row.overdueCents / 100 },
  { head: "oldestDueOn", value: (row: Row) => row.oldestDueOn },
];
const pageOf = (data: DebtorsQuery) => data.debtors;

/** Debiteuren: everybody who gets invoices. */
export default function DebtorsPage() {
  const { t } = useTranslation();
  const { money, day } = useFormat();
  const word = useWords();
  const [url, setUrl] = useUrlState(DEFAULTS);
  const variables = useMemo(() => ({
    filter: { search: url.q || null, kind: (url.kind || null) as DebtorKind | null, overdueOnly: url.overdue === "yes" || null }, sort: url.sort, direction: url.dir as SortDirection, first: 50,
  }), [url.q, url.kind, url.overdue, url.sort, url.dir]);
  const { asked, more } = useList(DebtorsDocument, variables, "debtors");
  const picks = usePicks(asked.data?.debtors.rows ?? [], (row) => row.openCents, { count: asked.data?.debtors.totalCount ?? 0, cents: asked.data?.debtors.openCents ?? 0 }, variables.filter);
  const exported = useListExport(DebtorsDocument, variables, pageOf, "debiteuren.csv", CSV);
  const filtered = url.q !== "" || url.kind !== "" || url.overdue !== "";
  return (
    <Page title={t("nav.debtors")} sub={asked.data && t("debtors.count", { count: asked.data.debtors.totalCount })}>
      <div className="filter-bar">
        <SearchField label={t("debtors.search")} value={url.q} onSearch={(q) => setUrl({ q })} />
        <span className="chips"><Chip pressed={url.overdue === "yes"} onPress={() => setUrl({ overdue: url.overdue ? "" : "yes" })}>{t("debtors.onlyOverdue")}</Chip></span>
        <select className="plain-select" aria-label={t("debtors.kind")} value={url.kind} onChange={(event) => setUrl({ kind: event.target.value })}>
          <option value="">{t("debtors.anyKind")}</option>{KINDS.map((kind) => <option key={kind} value={kind}>{word("debtorKinds", kind)}</option>)}
        </select>
        <ListKeys />
      </div>
      <View asked={asked}>
        {({ debtors }) => (
          <>
            {debtors.rows.length === 0
              ? filtered
                ? <Empty act={<button type="button" className="quiet-button" onClick={() => setUrl({ ...DEFAULTS })}>{t("list.dropFilter")}</button>}>{t("list.noneFound")}</Empty>
                : <Empty act={<Link to="/invoices/import">{t("invoices.import")}</Link>}>{t("debtors.empty")}</Empty>
              : (
                <DataTable
                  label={t("nav.debtors")} rows={debtors.rows} rowKey={(row) => row.id} to={(row) => `/debtors/${row.id}`} picks={{ ...picks, has: (row) => picks.has(row.id), nameOf: (row) => `${row.number} ${row.name}` }}
                  sort={{ by: url.sort, direction: url.dir === "asc" ? "asc" : "desc" }} onSort={(sort, dir) => setUrl({ sort, dir })}
                  columns={[
                    { key: "name", head: t("columns.name"), sort: "name", cell: (row) => <>{row.name}<span className="under">{row.number}</span></> },
                    { key: "kind", head: t("debtors.kind"), cell: (row) => word("debtorKinds", row.kind), phone: "none" },
                    { key: "city", head: t("columns.city"), cell: (row) => row.city, phone: "none" },
                    { key: "oldest", head: t("columns.oldestDue"), cell: (row) => row.oldestDueOn && <span className="nowrap">{day(row.oldestDueOn)}</span>, phone: "line" },
                    { key: "overdue", head: t("columns.overdue"), sort: "overdueCents", amount: true, cell: (row) => (row.overdueCents === 0 ? "" : money(row.overdueCents)), phone: "line" },
                    { key: "open", head: t("columns.open"), sort: "openCents", amount: true, cell: (row) => money(row.openCents), phone: "amount" },
                  ]}
                />
              )}
            <ListFoot
              shown={debtors.rows.length} total={debtors.totalCount} onMore={more} onExport={exported}
              totals={[{ label: t("columns.open"), cents: debtors.openCents }, { label: t("columns.overdue"), cents: debtors.overdueCents }]}
            />
            <BulkBar list="debtors" picks={picks} total={debtors.totalCount} filter={{ debtors: variables.filter }} />
          </>
        )}
      </View>
    </Page>
  );
}
