import { useQuery } from "@apollo/client/react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { ImportsDocument } from "../../graphql/graphql";
import { useFormat } from "../../lib/format";
import { FileDrop } from "../../ui/import-drop";
import { ImportProgress } from "../../ui/import-progress";
import { Status } from "../../ui/status";
import { BankTableWizard } from "./bank-table-wizard";

const ACCEPT = ".xml,.txt,.sta,.940,.mt940,.csv,.tsv,.xlsx,text/xml,application/xml,text/csv";

/**
 * A place to drop bank files, and what comes of them. An import goes on when its page is left: whoever comes back, in this tab or on another
 * machine, sees the one that runs, and otherwise when the last one came in.
 */
export function BankImports({ chosen, onStarted }: { chosen: string; onStarted: (importId: string) => void }) {
  const { t } = useTranslation();
  const { moment } = useFormat();
  const { data, refetch } = useQuery(ImportsDocument, { variables: { kind: "bank" }, fetchPolicy: "cache-and-network" });
  const last = data?.imports.find(({ state }) => state !== "waiting");
  const running = data?.imports.find(({ state }) => state === "running");
  const waiting = data?.imports.find(({ id, state }) => state === "waiting" && (!chosen || id === chosen));
  const shown = chosen || running?.id;
  useEffect(() => {
    if (chosen) void refetch();
  }, [chosen, refetch]);
  return (
    <>
      <FileDrop kind="bank" accept={ACCEPT} compact onStarted={onStarted}>
        {shown ? t("bank.dropMore") : <><b className="medium">{t("bank.drop")}</b> <span className="second">{t("bank.dropHint")}</span></>}
        {!shown && last && <span className="second small bank-last">{t("bank.lastImport", { file: last.fileName, when: moment(last.startedAt) })}{last.by ? `, ${last.by}` : ""}</span>}
      </FileDrop>
      {waiting && waiting.id === chosen && <BankTableWizard key={waiting.id} id={waiting.id} fileName={waiting.fileName} onClose={() => onStarted("")} />}
      {waiting && !shown && (
        <p className="row bank-import"><Status shape="half">{t("bankColumns.waits", { file: waiting.fileName })}</Status><button type="button" className="quiet-button" onClick={() => onStarted(waiting.id)}>{t("bankColumns.name")}</button></p>
      )}
      {shown && waiting?.id !== shown && <div className="bank-import"><ImportProgress key={shown} id={shown} compact /></div>}
    </>
  );
}
