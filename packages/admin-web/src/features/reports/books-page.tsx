import { useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { VerificationDocument } from "../../graphql/graphql";
import { useFormat } from "../../lib/format";
import { Page } from "../../ui/frame/page";
import { Status } from "../../ui/status";
import { Empty, View } from "../../ui/view-state";
import { WideTable } from "../../ui/wide-table";

/** What last night's check of the books found: each rule that doesn't hold, how often and where. */
export default function BooksPage() {
  const { t } = useTranslation();
  const { moment } = useFormat();
  const asked = useQuery(VerificationDocument, { fetchPolicy: "cache-and-network" });
  return (
    <Page title={t("books.title")}>
      <View asked={asked} rows={4}>
        {({ verification }) => {
          if (!verification) return <Empty>{t("books.never")}</Empty>;
          const time = moment(verification.ranAt);
          if (verification.breaches.length === 0) return <Status shape="done" mood="running">{t("books.right", { time })}</Status>;
          return (
            <>
              <Status shape="stop" mood="serious">{t("books.wrong", { count: verification.breaches.length, time })}</Status>
              <p className="second reading">{t("books.what")}</p>
              {verification.breaches.map(({ rule, says, count, examples }) => (
                <section key={rule}>
                  <div className="section-head"><h2>{rule}</h2><span className="rest">{t("books.times", { count })}</span></div>
                  <p className="small second" lang="en">{says}</p>
                  <WideTable label={rule}><tbody>{examples.map(({ id, found }) => <tr key={id}><td className="small">{id}</td><td className="small" lang="en">{found}</td></tr>)}</tbody></WideTable>
                </section>
              ))}
            </>
          );
        }}
      </View>
    </Page>
  );
}
