import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AddNoteDocument } from "../../graphql/graphql";
import { useAct } from "../../lib/act";
import { FormDialog } from "../../ui/dialog";
import { TextArea } from "../../ui/field";
import { useSay } from "../../ui/toast";

/** A note on the timeline. */
export function NoteDialog({ caseId, onClose }: { caseId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const say = useSay();
  const [text, setText] = useState("");
  const [tried, setTried] = useState(false);
  const { run, busy, refused } = useAct(AddNoteDocument);
  const save = async () => {
    setTried(true);
    if (text.trim() === "" || !(await run({ caseId, text: text.trim() }))) return;
    onClose();
    say.done(t("note.saved"));
  };
  return (
    <FormDialog title={t("note.title")} onClose={onClose} submit={t("note.save")} onSubmit={() => void save()} busy={busy} refused={refused} then={t("note.after")}>
      <TextArea label={t("note.text")} rows={4} value={text} onChange={(event) => setText(event.currentTarget.value)} data-autofocus fault={tried && text.trim() === "" ? t("note.missing") : null} />
    </FormDialog>
  );
}
