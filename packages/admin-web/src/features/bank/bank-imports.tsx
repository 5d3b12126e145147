import { useQuery } from "@apollo/client/react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { ImportsDocument } from "../../graphql/graphql";
import { useFormat } from "../../lib/format";
import { FileDrop } from "../../ui/import-drop";
import { ImportProgress } from "../../ui/import-progress";

const ACCEPT = ".xml,.txt,.sta,.940,.mt940,text/xml,application/xml";

/**
 * A place to drop bank files, and what comes of them. An import goes on when its page is left: whoever comes back, in this tab or on another
 * machine, sees the one that runs, and otherwise when the last one came in.
 */
export function BankImports({ chosen, onStarted }: { chosen: string; onStarted: (importId: string) => void }) {
  const { t } = useTranslation();
  const { moment } = useFormat();
  const { data, refetch } = useQuery(ImportsDocument, { variables: { kind: "bank" }, fetchPolicy: "cache-and-network" });
  const [last] = data?.imports ?? [];
  const running = data?.imports.find(({ state }) => state !== "done" && state !== "failed");
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
      {shown && <div className="bank-import"><ImportProgress key={shown} id={shown} compact /></div>}
    </>
  );
}
