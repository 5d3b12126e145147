import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { InvoicesDocument, type InvoicesQuery, type SortDirection } from "../../graphql/graphql";
import { useListExport } from "../../lib/list-export";
import { usePicks } from "../../lib/use-picks";
import { useList } from "../../lib/use-list";
import { useUrlState } from "../../lib/url-state";
import { BulkBar } from "../../ui/bulk-bar";
import { ButtonLink, Chip } from "../../ui/button";
import { Page } from "../../ui/frame/page";
import { InvoiceTable } from "../../ui/invoice-table";
import { ListFoot, ListKeys, SearchField } from "../../ui/list-tools";
import { Empty, View } from "../../ui/view-state";

type Row = InvoicesQuery["invoices"]["rows"][number];

const DEFAULTS = { q: "", state: "open", sort: "dueOn", dir: "desc" } as const;
const STATES = ["open", "overdue", "paid", "all"] as const;
const CSV = [
  { head: "number", value: (row: Row) => row.number }, { head: "kind", value: (row: Row) => row.kind }, { head: "debtor", value: (row: Row) => row.debtorName },
  { head: "issuedOn", value: (row: Row) => row.issuedOn }, { head: "dueOn", value: (row: Row) => row.dueOn }, { head: "total", value: (row: Row) => row.totalCents / 100 },
  { head: "open", value: (row: Row) => row.openCents / 100 }, { head: "daysOverdue", value: (row: Row) => row.daysOverdue }, { head: "step", value: (row: Row) => row.step },
];
const pageOf = (data: InvoicesQuery) => data.invoices;

/** Facturen: every invoice, and the way in for new ones. */
export default function InvoicesPage() {
  const { t } = useTranslation();
  const [url, setUrl] = useUrlState(DEFAULTS);
  const variables = useMemo(
    () => ({ filter: { search: url.q || null, state: url.state }, sort: url.sort, direction: url.dir as SortDirection, first: 50 }),
    [url.q, url.state, url.sort, url.dir],
  );
  const { asked, more } = useList(InvoicesDocument, variables, "invoices");
  const picks = usePicks(asked.data?.invoices.rows ?? [], (row) => row.openCents, { count: asked.data?.invoices.totalCount ?? 0, cents: asked.data?.invoices.openCents ?? 0 }, variables.filter);
  const exported = useListExport(InvoicesDocument, variables, pageOf, "facturen.csv", CSV);
  return (
    <Page title={t("nav.invoices")} sub={asked.data && t("invoices.count", { count: asked.data.invoices.totalCount })}>
      <div className="filter-bar">
        <SearchField label={t("invoices.search")} value={url.q} onSearch={(q) => setUrl({ q })} />
        <span className="chips">{STATES.map((state) => <Chip key={state} pressed={url.state === state} onPress={() => setUrl({ state })}>{t(`invoices.states.${state}`)}</Chip>)}</span>
        <ButtonLink to="/invoices/import" shape="plus">{t("invoices.import")}</ButtonLink>
        <ListKeys />
      </div>
      <View asked={asked}>
        {({ invoices }) => (
          <>
            {invoices.rows.length === 0
              ? url.q !== "" || url.state !== "open"
                ? <Empty act={<button type="button" className="quiet-button" onClick={() => setUrl({ ...DEFAULTS })}>{t("list.dropFilter")}</button>}>{t("list.noneFound")}</Empty>
                : <Empty done act={<ButtonLink to="/invoices/import">{t("invoices.import")}</ButtonLink>}>{t("invoices.empty")}</Empty>
              : <InvoiceTable rows={invoices.rows} withDebtor picks={{ ...picks, has: (row) => picks.has(row.id), nameOf: (row) => `${row.number} ${row.debtorName}` }} sort={{ by: url.sort, direction: url.dir === "asc" ? "asc" : "desc" }} onSort={(sort, dir) => setUrl({ sort, dir })} />}
            <ListFoot
              shown={invoices.rows.length} total={invoices.totalCount} onMore={more} onExport={exported}
              totals={[{ label: t("columns.total"), cents: invoices.totalCents }, { label: t("columns.open"), cents: invoices.openCents }]}
            />
            <BulkBar list="invoices" picks={picks} total={invoices.totalCount} filter={{ invoices: variables.filter }} />
          </>
        )}
      </View>
    </Page>
  );
}
