import { useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { ImportsDocument } from "../../graphql/graphql";
import { useFormat } from "../../lib/format";
import { useUrlState } from "../../lib/url-state";
import { FileDrop } from "../../ui/import-drop";
import { ImportProgress } from "../../ui/import-progress";
import { Page } from "../../ui/frame/page";
import { Status } from "../../ui/status";
import { Empty, View } from "../../ui/view-state";

/** Invoices in: drop UBL files, see how far it is, and what came of each file. The import goes on when you leave. */
export default function ImportPage() {
  const { t } = useTranslation();
  const [{ import: id }, setUrl] = useUrlState({ import: "" });
  const imports = useQuery(ImportsDocument, { variables: { kind: "invoices" } });
  return (
    <Page title={t("invoices.import")} crumb={{ to: "/invoices", text: t("nav.invoices") }}>
      <FileDrop kind="invoices" accept=".xml,text/xml,application/xml" onStarted={(started) => setUrl({ import: started })}>
        <b className="medium">{t("imports.dropInvoices")}</b><br /><span className="small second">{t("imports.dropInvoicesHint")}</span>
      </FileDrop>
      {id && <ImportProgress id={id} />}
      <div className="section-head"><h2>{t("imports.earlier")}</h2></div>
      <View asked={imports} rows={3}>{(data) => <Earlier imports={data.imports.filter((one) => one.id !== id)} open={(chosen) => setUrl({ import: chosen })} />}</View>
    </Page>
  );
}

function Earlier({ imports, open }: { imports: readonly { id: string; fileName: string; state: string; created: number; unchanged: number; failed: number; startedAt: string; by: string | null }[]; open: (id: string) => void }) {
  const { t } = useTranslation();
  const { moment, number } = useFormat();
  if (imports.length === 0) return <Empty>{t("imports.none")}</Empty>;
  return (
    <table>
      <thead><tr><th scope="col">{t("imports.when")}</th><th scope="col">{t("imports.file")}</th><th scope="col">{t("imports.outcome")}</th><th scope="col">{t("imports.by")}</th></tr></thead>
      <tbody>
        {imports.map((one) => (
          <tr key={one.id}>
            <td className="nowrap">{moment(one.startedAt)}</td>
            <td><button type="button" className="quiet-button" style={{ fontSize: "inherit" }} onClick={() => open(one.id)}>{one.fileName}</button></td>
            <td>
              <Status shape={one.state === "running" ? "half" : one.failed > 0 || one.state === "failed" ? "caution" : "done"} mood={one.state === "done" && one.failed === 0 ? "running" : "plain"}>
                {one.state === "running" ? t("imports.stillRunning") : t("imports.counts", { created: number(one.created), unchanged: number(one.unchanged), failed: number(one.failed) })}
              </Status>
            </td>
            <td className="second">{one.by}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
