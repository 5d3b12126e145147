import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ArchiveLadderDocument, type LadderFactsFragment } from "../../graphql/graphql";
import { useAct } from "../../lib/act";
import { FormDialog } from "../../ui/dialog";
import { Choice } from "../../ui/field";
import { useSay } from "../../ui/toast";

/** Takes a ladder out of use; another takes over its rule and its debtors. */
export function ArchiveDialog({ ladder, others, onClose }: { ladder: LadderFactsFragment; others: readonly LadderFactsFragment[]; onClose: () => void }) {
  const { t } = useTranslation();
  const say = useSay();
  const [to, setTo] = useState(others.find(({ isDefault }) => isDefault)?.id ?? "");
  const { run, busy, refused } = useAct(ArchiveLadderDocument);
  const archive = async () => {
    if (!(await run({ id: ladder.id, toLadderId: to || null }))) return;
    say.done(t("ladders.archivedNow", { name: ladder.name }));
    onClose();
  };
  return (
    <FormDialog title={t("ladders.archiveTitle", { name: ladder.name })} onClose={onClose} submit={t("ladders.archiveIt")} onSubmit={() => void archive()} busy={busy} refused={refused} act="ladders">
      <p className="second">{t("ladders.archiveWhat")}</p>
      <Choice label={t("ladders.takesOver")} value={to} onChange={(event) => setTo(event.currentTarget.value)} data={[...others.map(({ id, name }) => ({ value: id, label: name })), { value: "", label: t("ladders.nobody") }]} />
    </FormDialog>
  );
}
