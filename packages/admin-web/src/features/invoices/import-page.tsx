import "../../ui/import-wizard.css";
import { useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { ImportDocument, ImportsDocument, type ImportsQuery } from "../../graphql/graphql";
import { useFormat } from "../../lib/format";
import { useUrlState } from "../../lib/url-state";
import { FileDrop } from "../../ui/import-drop";
import { ImportProgress } from "../../ui/import-progress";
import { Page } from "../../ui/frame/page";
import { Status } from "../../ui/status";
import { Empty, View } from "../../ui/view-state";
import { ImportWizard } from "./import-wizard";

const STEPS = ["stepFile", "stepColumns", "stepPreview", "stepOutcome"] as const;

/** Invoices in: drop files, say which column is what, see what would come of it, and what came. The import goes on when you leave. */
export default function ImportPage() {
  const { t } = useTranslation();
  const [{ import: id }, setUrl] = useUrlState({ import: "" });
  const imports = useQuery(ImportsDocument, { variables: { kind: "invoices" } });
  return (
    <Page title={t("invoices.import")} crumb={{ to: "/invoices", text: t("nav.invoices") }}>
      {id ? <OneImport key={id} id={id} another={() => setUrl({ import: "" })} /> : (
        <>
          <WizardSteps at={["stepFile"]} />
          <FileDrop kind="invoices" accept=".xml,.zip,.csv,.tsv,.txt,.xlsx" onStarted={(started) => setUrl({ import: started })}>
            <b className="medium">{t("wizard.drop")}</b><br /><span className="small second">{t("wizard.dropHint")}</span>
          </FileDrop>
        </>
      )}
      <div className="section-head"><h2>{t("imports.earlier")}</h2></div>
      <View asked={imports} rows={3}>{(data) => <Earlier imports={data.imports.filter((one) => one.id !== id)} open={(chosen) => setUrl({ import: chosen })} />}</View>
    </Page>
  );
}

/** One import: its wizard while it waits, then its progress and what came of it. */
function OneImport({ id, another }: { id: string; another: () => void }) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const asked = useQuery(ImportDocument, { variables: { id, language }, fetchPolicy: "cache-and-network" });
  return (
    <View asked={asked} rows={6}>
      {({ import: one }) => (
        <>
          <WizardSteps at={one.state === "waiting" ? ["stepColumns", "stepPreview"] : ["stepOutcome"]} />
          {one.state === "waiting" ? <ImportWizard id={id} fileName={one.fileName} /> : <ImportProgress id={id} />}
          <p className="row">
            {one.state !== "waiting" && one.state !== "running" && one.failed > 0 && <a className="button" data-look="outline" href={`/admin/imports/${id}/refused.csv?language=${language}`} download>{t("wizard.download")}</a>}
            <button type="button" className="quiet-button" onClick={another}>{t("wizard.another")}</button>
          </p>
        </>
      )}
    </View>
  );
}

function WizardSteps({ at }: { at: readonly (typeof STEPS)[number][] }) {
  const { t } = useTranslation();
  return (
    <ol className="wizard-steps" aria-label={t("wizard.steps")}>
      {STEPS.map((step) => <li key={step} aria-current={at.includes(step) ? "step" : undefined}>{t(`wizard.${step}`)}</li>)}
    </ol>
  );
}

function Earlier({ imports, open }: { imports: ImportsQuery["imports"]; open: (id: string) => void }) {
  const { t } = useTranslation();
  const { moment } = useFormat();
  if (imports.length === 0) return <Empty>{t("imports.none")}</Empty>;
  return (
    <table>
      <thead><tr><th scope="col">{t("imports.when")}</th><th scope="col">{t("imports.file")}</th><th scope="col">{t("imports.outcome")}</th><th scope="col">{t("imports.by")}</th></tr></thead>
      <tbody>
        {imports.map((one) => (
          <tr key={one.id}>
            <td className="nowrap">{moment(one.startedAt)}</td>
            <td><button type="button" className="quiet-button" style={{ fontSize: "inherit" }} onClick={() => open(one.id)}>{one.fileName}</button></td>
            <td><OutcomeOf one={one} /></td>
            <td className="second">{one.by}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function OutcomeOf({ one }: { one: ImportsQuery["imports"][number] }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const going = one.state === "running" || one.state === "waiting";
  const counts = t("imports.counts", { created: number(one.created), unchanged: number(one.unchanged), failed: number(one.failed) });
  return (
    <Status shape={going ? "half" : one.failed > 0 || one.state === "failed" ? "caution" : "done"} mood={one.state === "done" && one.failed === 0 ? "running" : "plain"}>
      {one.state === "waiting" ? t("wizard.waiting") : one.state === "running" ? t("imports.stillRunning") : [counts, one.changed > 0 && t("wizard.changedToo", { count: one.changed })].filter(Boolean).join(", ")}
    </Status>
  );
}
