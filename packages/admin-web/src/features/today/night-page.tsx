import { useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { NightPlanDocument, type NightPlanQuery } from "../../graphql/graphql";
import { useFormat } from "../../lib/format";
import { useUrlState } from "../../lib/url-state";
import { useWords } from "../../lib/words";
import { DataTable } from "../../ui/data-table";
import { Page } from "../../ui/frame/page";
import { ListKeys, SearchField } from "../../ui/list-tools";
import { Empty, View } from "../../ui/view-state";
import { Waiting } from "../../ui/waiting";

type Plan = NightPlanQuery["nightPlan"];

/** The dry run: what goes out in the next night, and for every invoice that waits, why. */
export default function NightPage() {
  const { t } = useTranslation();
  const { day } = useFormat();
  const asked = useQuery(NightPlanDocument);
  return (
    <Page title={t("night.title")} crumb={{ to: "/", text: t("nav.today") }} sub={asked.data && day(asked.data.nightPlan.day, "long")}>
      <p className="reading second" style={{ padding: "12px 0 0" }}>{t("night.what")}</p>
      <View asked={asked}>{(data) => <NightLists plan={data.nightPlan} />}</View>
    </Page>
  );
}

function NightLists({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const word = useWords();
  const [{ q }, setUrl] = useUrlState({ q: "" });
  const matches = (name: string) => name.toLowerCase().includes(q.toLowerCase());
  const items = plan.items.filter(({ debtorName }) => matches(debtorName));
  const waiting = plan.waiting.filter(({ debtorName, invoiceNumber }) => matches(`${debtorName} ${invoiceNumber}`));
  const total = items.reduce((sum, { cents }) => sum + cents, 0);
  return (
    <>
      <div className="filter-bar"><SearchField label={t("night.search")} value={q} onSearch={(text) => setUrl({ q: text })} /><ListKeys /></div>
      <div className="section-head"><h2>{t("night.goesOut", { count: items.length })}</h2><span className="rest">{money(total)}</span></div>
      {items.length === 0 ? <Empty>{t("night.nothing")}</Empty> : (
        <DataTable
          label={t("night.goesOut", { count: items.length })} rows={items} rowKey={(row) => `${row.debtorId}-${row.step}-${row.channel}`} to={(row) => `/debtors/${row.debtorId}`}
          columns={[
            { key: "debtor", head: t("columns.debtor"), cell: (row) => row.debtorName },
            { key: "step", head: t("columns.step"), cell: (row) => word("steps", row.step) },
            { key: "channel", head: t("columns.channel"), cell: (row) => word("channels", row.channel), phone: "none" },
            { key: "invoices", head: t("columns.invoices"), cell: (row) => row.invoices.join(", ") },
            { key: "cents", head: t("columns.amount"), amount: true, cell: (row) => money(row.cents), phone: "amount" },
          ]}
        />
      )}
      <div className="section-head"><h2>{t("night.waits", { count: waiting.length })}</h2></div>
      {waiting.length === 0 ? <Empty>{t("night.nothingWaits")}</Empty> : (
        <table>
          <thead><tr><th scope="col">{t("columns.debtor")}</th><th scope="col">{t("columns.invoice")}</th><th scope="col">{t("columns.why")}</th><th scope="col" className="amount">{t("columns.open")}</th></tr></thead>
          <tbody>
            {waiting.map((row) => (
              <tr key={row.invoiceId}>
                <td><Link to={`/debtors/${row.debtorId}`}>{row.debtorName}</Link></td>
                <td className="nowrap"><Link to={`/invoices/${row.invoiceId}`}>{row.invoiceNumber}</Link></td>
                <td className="small second"><Waiting reason={row.reason} until={row.until} detail={row.detail} /></td>
                <td className="amount">{money(row.cents)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
