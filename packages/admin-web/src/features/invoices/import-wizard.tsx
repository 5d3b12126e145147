import "../../ui/import-wizard.css";
import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ImportPreviewDocument, StartImportDocument, type DecimalSign, type ImportField, type ImportMappingInput, type ImportPreviewQuery } from "../../graphql/graphql";
import { useAct } from "../../lib/act";
import { useFormat } from "../../lib/format";
import { Button, WhoCan } from "../../ui/button";
import { Fault } from "../../ui/field";
import { Status } from "../../ui/status";
import { View } from "../../ui/view-state";
import { ImportColumns } from "./import-columns";
import { PreviewRows } from "./preview-rows";

type Preview = ImportPreviewQuery["importPreview"];

/** Which column a person chose for what; "" is none. What isn't here is as the server suggests. */
export interface Chosen {
  readonly columns: Partial<Record<ImportField, string>>;
  readonly decimal: DecimalSign | null;
}

/** A spreadsheet that waits: how it is understood, which column is what, and what would come of its rows. Nothing is taken before the press. */
export function ImportWizard({ id, fileName }: { id: string; fileName: string }) {
  const { language } = useFormat();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const mapping = chosen && inputOf(chosen);
  const asked = useQuery(ImportPreviewDocument, { variables: { id, language, mapping }, fetchPolicy: "cache-and-network" });
  // While another choice is read, the last preview stays on screen.
  const data = asked.data ?? asked.previousData;
  return (
    <View asked={{ ...asked, data: data as ImportPreviewQuery | undefined }} rows={12}>
      {({ importPreview }) => <Steps id={id} fileName={fileName} preview={importPreview} chosen={chosen ?? chosenOf(importPreview)} choose={setChosen} busy={asked.loading} />}
    </View>
  );
}

function Steps({ id, fileName, preview, chosen, choose, busy }: { id: string; fileName: string; preview: Preview; chosen: Chosen; choose: (chosen: Chosen) => void; busy: boolean }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const start = useAct(StartImportDocument);
  const [onlyFaulty, setOnlyFaulty] = useState(false);
  const takes = preview.created + preview.changed;
  const missing = preview.mapping.filter(({ field }) => preview.missing.includes(field)).map(({ label }) => label).join(", ");
  const counts = { created: number(preview.created), changed: number(preview.changed), unchanged: number(preview.unchanged), refused: number(preview.refused) };
  return (
    <div className="stack wizard">
      <p className="small"><span className="second">{t("wizard.understood")}</span> <b className="medium">{fileName}</b>, <Understood preview={preview} /></p>
      {preview.remembered && <Status shape="done" mood="running">{t("wizard.remembered")}</Status>}
      <ImportColumns preview={preview} chosen={chosen} choose={choose} />
      {missing !== "" && <Fault>{t("wizard.missing", { fields: missing })}</Fault>}
      {missing === "" && (
        <section aria-busy={busy}>
          <div className="section-head"><h2>{t("wizard.preview")}</h2></div>
          <p aria-live="polite"><Status shape={preview.refused > 0 ? "caution" : "done"} mood={preview.refused > 0 ? "plain" : "running"}>{t("wizard.counts", counts)}</Status></p>
          <PreviewRows preview={preview} onlyFaulty={onlyFaulty} show={setOnlyFaulty} />
        </section>
      )}
      <div className="row">
        <Button
          look="filled" size="end" act="work" inBar busy={start.busy} aria-disabled={missing !== "" || preview.total === 0 || busy || undefined}
          onClick={() => { if (missing === "" && !busy) void start.run({ id, mapping: inputOf(chosen) }); }}
        >
          {t("wizard.start", { count: takes })}
        </Button>
        <span className="small second">{takes === 0 && missing === "" && preview.refused === 0 ? t("wizard.nothing") : t("wizard.after")}</span>
        <WhoCan act="work" />
      </div>
      {start.refused && <Fault>{start.refused}</Fault>}
    </div>
  );
}

function Understood({ preview }: { preview: Preview }) {
  const { t } = useTranslation();
  const separators: Record<string, string> = { ";": t("wizard.separators.semicolon"), ",": t("wizard.separators.comma"), "\t": t("wizard.separators.tab"), "|": t("wizard.separators.pipe") };
  const parts = [
    t("wizard.rows", { count: preview.total }),
    t("wizard.header", { line: preview.headerLine }),
    preview.sheet && t("wizard.sheet", { sheet: preview.sheet }),
    preview.separator && t("wizard.separator", { separator: separators[preview.separator] ?? preview.separator }),
    preview.encoding && t("wizard.encoding", { encoding: preview.encoding }),
  ];
  return <>{parts.filter(Boolean).join(", ")}</>;
}

function chosenOf({ mapping, decimal }: Preview): Chosen {
  return { decimal, columns: Object.fromEntries(mapping.map(({ field, column }) => [field, column ?? ""])) };
}

function inputOf({ columns, decimal }: Chosen): ImportMappingInput {
  const chosen = Object.entries(columns).filter((pair): pair is [ImportField, string] => pair[1] !== "");
  return { decimal, columns: chosen.map(([field, column]) => ({ field, column })) };
}
