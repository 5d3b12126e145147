import { parsePromiseDay, STOP_CODES } from "@tegemoet/domain";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { RecordStatusDocument } from "../graphql/graphql";
import { useAct } from "../lib/act";
import { useFormat } from "../lib/format";
import { useWords } from "../lib/words";
import { FormDialog } from "./dialog";
import { Choice, DayField, TextArea } from "./field";
import { useSay } from "./toast";

/** Records that somebody died, is insolvent, has an administrator, debt help or a moratorium, with what that rests on. */
export function StatusDialog({ debtorId, debtorName, onClose }: { debtorId: string; debtorName: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { today, language } = useFormat();
  const word = useWords();
  const say = useSay();
  const [kind, setKind] = useState<string>(STOP_CODES[0]);
  const [evidence, setEvidence] = useState("");
  const [reviewText, setReview] = useState("+30");
  const [tried, setTried] = useState(false);
  const record = useAct(RecordStatusDocument);
  const reviewOn = parsePromiseDay(reviewText, today, language);
  const save = async () => {
    setTried(true);
    if (evidence.trim() === "" || (reviewText.trim() !== "" && !reviewOn)) return;
    if (!(await record.run({ debtorId, kind, evidence: evidence.trim(), reviewOn }))) return;
    onClose();
    say.done(t("stopCodes.recorded"));
  };
  return (
    <FormDialog title={t("stopCodes.title", { name: debtorName })} onClose={onClose} submit={t("stopCodes.record")} onSubmit={() => void save()} busy={record.busy} refused={record.refused} act="work" then={t("stopCodes.after")}>
      <Choice label={t("stopCodes.kind")} value={kind} onChange={(event) => setKind(event.currentTarget.value)} data={STOP_CODES.map((value) => ({ value, label: word("waitDetails", value) }))} />
      <TextArea
        label={t("stopCodes.evidence")} description={t("stopCodes.evidenceHint")} value={evidence} maxLength={500} onChange={(event) => setEvidence(event.currentTarget.value)} data-autofocus
        fault={tried && evidence.trim() === "" ? t("stopCodes.evidenceMissing") : null}
      />
      <DayField label={t("holds.reviewLabel")} text={reviewText} onText={setReview} fault={reviewText.trim() !== "" && !reviewOn ? t("field.dayUnreadable") : null} />
    </FormDialog>
  );
}
