import "./insights.css";
import { useQuery } from "@apollo/client/react";
import { isPlainDate } from "@tegemoet/domain";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { AgeingDocument, type AgeingQuery } from "../../graphql/graphql";
import { saveFile, toCsv } from "../../lib/csv";
import { useFormat } from "../../lib/format";
import { useUrlState } from "../../lib/url-state";
import { useWords } from "../../lib/words";
import { Button } from "../../ui/button";
import { Page } from "../../ui/frame/page";
import { Empty, View } from "../../ui/view-state";

/** Inzicht: how old what is open is, as of any day, and after how many days people pay. */
export default function InsightsPage() {
  const { t } = useTranslation();
  const { today } = useFormat();
  const [{ day }, setUrl] = useUrlState({ day: "" });
  const asOf = isPlainDate(day) ? day : null;
  const asked = useQuery(AgeingDocument, { variables: { asOf } });
  return (
    <Page title={t("nav.insights")}>
      <div className="filter-bar">
        <label className="row small second">{t("insights.asOf")} <input type="date" className="plain-select" value={asOf ?? today} max={today} onChange={(event) => setUrl({ day: event.target.value === today ? "" : event.target.value })} /></label>
      </div>
      <View asked={asked} rows={5}>{(data) => <Ageing ageing={data.ageing} />}</View>
    </Page>
  );
}

function Ageing({ ageing }: { ageing: AgeingQuery["ageing"] }) {
  const { t } = useTranslation();
  const { money, number, decimals, day } = useFormat();
  const word = useWords();
  const total = ageing.buckets.reduce((sum, { cents }) => sum + Math.max(0, cents), 0);
  const count = ageing.buckets.reduce((sum, bucket) => sum + bucket.count, 0);
  const due = total - Math.max(0, ageing.buckets.find(({ key }) => key === "notDue")?.cents ?? 0);
  if (total === 0) return <Empty done act={<Link to="/invoices">{t("nav.invoices")}</Link>}>{t("insights.nothingOpen")}</Empty>;
  const share = (cents: number) => (Math.max(0, cents) / total) * 100;
  const save = () => saveFile(`ouderdom-${ageing.asOf}.csv`, toCsv([{ head: "age", value: (row) => row.key }, { head: "invoices", value: (row) => row.count }, { head: "open", value: (row) => row.cents / 100 }], ageing.buckets));
  return (
    <section className="insight" aria-labelledby="ageing">
      <div className="section-head"><h2 id="ageing">{t("insights.ageing", { day: day(ageing.asOf) })}</h2><span className="rest"><Button look="text" shape="fetch" onClick={save}>{t("list.export")}</Button></span></div>
      <p className="second reading">{t("insights.ageingSentence", { hundred: money(10_000), due: money(Math.round((due / total) * 10_000)) })} {ageing.dso === null ? "" : t("insights.dso", { days: decimals(ageing.dso, 1) })}</p>
      <div className="ageing-bar" aria-hidden="true">{ageing.buckets.map((bucket) => <i key={bucket.key} data-age={bucket.key} style={{ flexGrow: share(bucket.cents) }} />)}</div>
      <table>
        <thead><tr><th scope="col">{t("insights.daysLate")}</th><th scope="col" className="amount">{t("columns.invoices")}</th><th scope="col" className="amount">{t("columns.amount")}</th><th scope="col" className="amount">{t("insights.share")}</th></tr></thead>
        <tbody>
          {ageing.buckets.map((bucket) => (
            <tr key={bucket.key}>
              <td><span className="swatch" data-age={bucket.key} aria-hidden="true" />{word("ages", bucket.key)}</td><td className="amount">{number(bucket.count)}</td>
              <td className="amount"><Link to={`/invoices?state=${bucket.key === "notDue" ? "open" : "overdue"}&sort=dueOn&dir=asc`}>{money(bucket.cents)}</Link></td><td className="amount">{decimals(share(bucket.cents), 0)}&nbsp;%</td>
            </tr>
          ))}
        </tbody>
        <tfoot><tr><td>{t("today.figures.outstanding")}</td><td className="amount">{number(count)}</td><td className="amount">{money(total)}</td><td className="amount">100&nbsp;%</td></tr></tfoot>
      </table>
    </section>
  );
}
