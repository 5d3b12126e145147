import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { CreateLadderDocument, type LadderFactsFragment } from "../../graphql/graphql";
import { useAct } from "../../lib/act";
import { FormDialog } from "../../ui/dialog";
import { Choice, TextField } from "../../ui/field";
import { useSay } from "../../ui/toast";

/** A ladder beside the others, as a draft: the ready Dutch one, or a copy. */
export function NewLadderDialog({ ladders, onClose }: { ladders: readonly LadderFactsFragment[]; onClose: () => void }) {
  const { t } = useTranslation();
  const say = useSay();
  const navigate = useNavigate();
  const [name, setName] = useState("");
  const [copyOf, setCopyOf] = useState("");
  const [tried, setTried] = useState(false);
  const { run, busy, refused } = useAct(CreateLadderDocument);
  const make = async () => {
    setTried(true);
    if (name.trim() === "") return;
    const made = await run({ name, copyOf: copyOf || null });
    if (!made) return;
    say.done(t("ladders.made", { name: made.createLadder.name }));
    onClose();
    void navigate(`/settings/ladders/${made.createLadder.id}`);
  };
  const sources = [{ value: "", label: t("ladders.readyOne") }, ...ladders.filter(({ archivedAt }) => archivedAt === null).map((ladder) => ({ value: ladder.id, label: t("ladders.copy", { name: ladder.name }) }))];
  return (
    <FormDialog title={t("ladders.make")} onClose={onClose} submit={t("ladders.makeIt")} onSubmit={() => void make()} busy={busy} refused={refused} then={t("ladders.makeThen")} act="ladders">
      <TextField label={t("ladders.name")} value={name} maxLength={80} data-autofocus onChange={(event) => setName(event.currentTarget.value)} fault={tried && name.trim() === "" ? t("ladders.nameMissing") : null} />
      <Choice label={t("ladders.copyOf")} data={sources} value={copyOf} onChange={(event) => setCopyOf(event.currentTarget.value)} />
    </FormDialog>
  );
}
