import { parsePromiseDay } from "@tegemoet/domain";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { RecordReturnedLetterDocument } from "../../graphql/graphql";
import { useAct } from "../../lib/act";
import { useFormat } from "../../lib/format";
import { Button } from "../../ui/button";
import { FormDialog } from "../../ui/dialog";
import { DayField, TextField } from "../../ui/field";
import { useSay } from "../../ui/toast";

/** The post brought a letter back: on which day, and what the envelope says. */
export function ReturnedLetter({ messageId }: { messageId: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <div style={{ paddingBottom: 12 }}>
      <Button act="work" onClick={() => setOpen(true)}>{t("letters.returned")}</Button>
      {open && <ReturnedDialog messageId={messageId} onClose={() => setOpen(false)} />}
    </div>
  );
}

function ReturnedDialog({ messageId, onClose }: { messageId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { today, language, day } = useFormat();
  const say = useSay();
  const [text, setText] = useState(day(today));
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const { run, busy, refused } = useAct(RecordReturnedLetterDocument);
  const on = text === day(today) ? today : parsePromiseDay(text, today, language);
  const fault = on === null ? t("field.dayUnreadable") : on > today ? t("field.dayNotAhead") : null;
  const record = async () => {
    setTried(true);
    if (fault || on === null) return;
    const done = await run({ messageId, on, reason: reason.trim() || null });
    if (!done) return;
    onClose();
    say.done(done.recordReturnedLetter.costsStay ? t("letters.costsStay") : t("letters.saidReturned"));
  };
  return (
    <FormDialog title={t("letters.returnedTitle")} onClose={onClose} submit={t("letters.returned")} onSubmit={() => void record()} busy={busy} refused={refused} act="work" then={t("letters.returnedThen")}>
      <DayField label={t("letters.returnedOn")} text={text} onText={setText} fault={tried ? fault : null} />
      <TextField label={t("letters.returnedWhy")} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
    </FormDialog>
  );
}
