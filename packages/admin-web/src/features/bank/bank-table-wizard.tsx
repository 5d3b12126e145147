import "../../ui/import-wizard.css";
import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ImportBankCsvDocument, PreviewBankCsvDocument, type BankField, type BankMappingInput, type DecimalSign, type PreviewBankCsvQuery } from "../../graphql/graphql";
import { useAct } from "../../lib/act";
import { Button, WhoCan } from "../../ui/button";
import { Fault } from "../../ui/field";
import { Status } from "../../ui/status";
import { View } from "../../ui/view-state";
import { BankColumns } from "./bank-columns";
import { BankTableRows } from "./bank-table-rows";

export type BankTablePreview = PreviewBankCsvQuery["previewBankCsv"];

/** What a person chose; "" is no column. What isn't here is as the server suggests. */
export interface BankChosen {
  readonly columns: Partial<Record<BankField, string>>;
  readonly account: string;
  readonly decimal: DecimalSign | null;
}

/** A bank's own export that waits for its columns to be named: what is what, and how its lines would be read. Nothing is taken before the press. */
export function BankTableWizard({ id, fileName, onClose }: { id: string; fileName: string; onClose: () => void }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<BankChosen | null>(null);
  const asked = useQuery(PreviewBankCsvDocument, { variables: { importId: id, mapping: chosen && inputOf(chosen) }, fetchPolicy: "cache-and-network" });
  // While another choice is read, the last preview stays on screen.
  const data = asked.data ?? asked.previousData;
  return (
    <section className="stack wizard bank-wizard" aria-label={t("bankColumns.label", { file: fileName })}>
      <View asked={{ ...asked, data: data as PreviewBankCsvQuery | undefined }} rows={8}>
        {({ previewBankCsv }) => <Steps id={id} fileName={fileName} preview={previewBankCsv} chosen={chosen ?? chosenOf(previewBankCsv)} choose={setChosen} busy={asked.loading} />}
      </View>
      <p><button type="button" className="quiet-button" onClick={onClose}>{t("bankColumns.later")}</button></p>
    </section>
  );
}

function Steps({ id, fileName, preview, chosen, choose, busy }: { id: string; fileName: string; preview: BankTablePreview; chosen: BankChosen; choose: (chosen: BankChosen) => void; busy: boolean }) {
  const { t } = useTranslation();
  const start = useAct(ImportBankCsvDocument);
  const [remember, setRemember] = useState(true);
  const missing = preview.missing.map((field) => t(`bankColumns.fields.${field}`)).join(", ");
  const differs = preview.statements.some(({ differenceCents }) => differenceCents !== null && differenceCents !== 0);
  const ready = missing === "" && preview.faults.length === 0 && !differs && preview.total > 0 && !busy;
  return (
    <>
      <p className="small"><span className="second">{t("wizard.understood")}</span> <b className="medium">{fileName}</b>, {t("wizard.rows", { count: preview.total })}</p>
      {preview.remembered && <Status shape="done" mood="running">{t("wizard.remembered")}</Status>}
      <BankColumns preview={preview} chosen={chosen} choose={choose} />
      {missing !== "" && <Fault>{t("wizard.missing", { fields: missing })}</Fault>}
      {missing === "" && <div aria-busy={busy}><BankTableRows preview={preview} /></div>}
      <label className="row small" style={{ flexWrap: "nowrap" }}><input type="checkbox" checked={remember} onChange={(event) => setRemember(event.target.checked)} />{t("bankColumns.remember")}</label>
      <div className="row">
        <Button
          look="filled" size="end" act="work" inBar busy={start.busy} aria-disabled={!ready || undefined}
          onClick={() => { if (ready) void start.run({ importId: id, mapping: inputOf(chosen), remember }); }}
        >
          {t("bankColumns.start", { count: preview.total })}
        </Button>
        <span className="small second">{preview.faults.length > 0 || differs ? t("bankColumns.mendFirst") : t("bankColumns.after")}</span>
        <WhoCan act="work" />
      </div>
      {start.refused && <Fault>{start.refused}</Fault>}
    </>
  );
}

function chosenOf({ mapping, account, decimal }: BankTablePreview): BankChosen {
  return { decimal, account: account ?? "", columns: Object.fromEntries(mapping.map(({ field, column }) => [field, column ?? ""])) };
}

function inputOf({ columns, account, decimal }: BankChosen): BankMappingInput {
  const chosen = Object.entries(columns).filter((pair): pair is [BankField, string] => pair[1] !== "");
  // A column that names the account says more than one that was typed.
  return { decimal, account: columns.account || account.trim() === "" ? null : account.trim(), columns: chosen.map(([field, column]) => ({ field, column })) };
}
