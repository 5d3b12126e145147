import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AnswerSelfCheckDocument, OpenSelfCheckDocument } from "../../graphql/graphql";
import { useAct } from "../../lib/act";
import { useWords } from "../../lib/words";
import { Button } from "../../ui/button";
import { EvidenceLine } from "../../ui/check-evidence";
import { FormDialog } from "../../ui/dialog";
import { TextArea } from "../../ui/field";
import { useSay } from "../../ui/toast";

/** What our own check found of an invoice, so that reminders wait: mend it, or say that it is right. */
export function SelfCheckFault({ invoiceId }: { invoiceId: string }) {
  const { t } = useTranslation();
  const word = useWords();
  const [answering, setAnswering] = useState(false);
  const { data } = useQuery(OpenSelfCheckDocument, { variables: { invoiceId }, fetchPolicy: "cache-and-network" });
  const open = data?.openSelfCheck;
  if (!open) return null;
  return (
    <section aria-label={t("selfCheck.title")}>
      <div className="section-head"><h2>{t("selfCheck.title")}</h2></div>
      <p>{t("selfCheck.waits")}</p>
      <dl className="facts" style={{ maxWidth: 640 }}>
        {open.found.checks.map(({ check, evidence }) => (
          <div key={check} className="check"><dt><b>{word("waitDetails", check)}</b></dt><dd><EvidenceLine evidence={evidence} /></dd></div>
        ))}
      </dl>
      {open.answerable && <div className="row" style={{ padding: "8px 0 16px" }}><Button act="work" onClick={() => setAnswering(true)}>{t("selfCheck.right")}</Button></div>}
      {answering && <AnswerDialog invoiceId={invoiceId} onClose={() => setAnswering(false)} />}
    </section>
  );
}

function AnswerDialog({ invoiceId, onClose }: { invoiceId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const say = useSay();
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const { run, busy, refused } = useAct(AnswerSelfCheckDocument);
  const save = async () => {
    setTried(true);
    if (reason.trim() === "" || !(await run({ invoiceId, reason: reason.trim() }))) return;
    onClose();
    say.done(t("selfCheck.saved"));
  };
  return (
    <FormDialog title={t("selfCheck.right")} onClose={onClose} submit={t("selfCheck.save")} onSubmit={() => void save()} busy={busy} refused={refused} then={t("selfCheck.after")}>
      <TextArea label={t("selfCheck.reason")} rows={3} value={reason} onChange={(event) => setReason(event.currentTarget.value)} data-autofocus fault={tried && reason.trim() === "" ? t("selfCheck.missing") : null} />
    </FormDialog>
  );
}
