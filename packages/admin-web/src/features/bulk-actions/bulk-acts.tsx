import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { RetryBulkActionDocument, StartBulkActionDocument, UndoBulkActionDocument, type BulkFactsFragment } from "../../graphql/graphql";
import { useAct } from "../../lib/act";
import { useFormat } from "../../lib/format";
import { Button, ButtonLink } from "../../ui/button";
import { Fault } from "../../ui/field";
import { ReasonDialog } from "../../ui/reason-dialog";
import { useSay } from "../../ui/toast";

/** What can be done next: begin, try again what was refused, or take it back. The press itself names how many and how much. */
export function BulkActs({ action }: { action: BulkFactsFragment }) {
  const { t } = useTranslation();
  const { money, number } = useFormat();
  const [undoing, setUndoing] = useState(false);
  const start = useAct(StartBulkActionDocument);
  const retry = useAct(RetryBulkActionDocument);
  const manages = action.act === "write-off" ? "writeOff" : action.act === "choose-ladder" ? "ladders" : "work";
  return (
    <div className="row bulk-acts">
      {action.state === "ready" && action.goes > 0 && (
        <Button look="filled" act={manages} busy={start.busy} onClick={() => void start.run({ id: action.id })}>
          {t("bulk.start", { act: t(`bulk.acts.${action.act as "pause"}`), count: action.goes, shown: number(action.goes), sum: money(action.goesCents) })}
        </Button>
      )}
      {action.state === "ready" && <ButtonLink look="text" to={`/${action.list}`}>{t("bulk.leave")}</ButtonLink>}
      {action.state === "done" && action.refused > 0 && <Button act={manages} busy={retry.busy} onClick={() => void retry.run({ id: action.id })}>{t("bulk.retry", { count: action.refused, shown: number(action.refused) })}</Button>}
      {action.mayUndo && <Button onClick={() => setUndoing(true)}>{t("bulk.undo")}</Button>}
      {action.undoneById && <Link to={`/bulk/${action.undoneById}`}>{t("bulk.undone")}</Link>}
      {action.undoesId && <Link to={`/bulk/${action.undoesId}`}>{t("bulk.undoes")}</Link>}
      {(start.refused ?? retry.refused) && <Fault>{start.refused ?? retry.refused}</Fault>}
      {undoing && <UndoDialog action={action} onClose={() => setUndoing(false)} />}
    </div>
  );
}

function UndoDialog({ action, onClose }: { action: BulkFactsFragment; onClose: () => void }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const navigate = useNavigate();
  const say = useSay();
  const undo = useAct(UndoBulkActionDocument);
  return (
    <ReasonDialog
      title={t("bulk.undoTitle", { count: action.done, shown: number(action.done) })} label={t("holds.reason")} submit={t("bulk.undo")} busy={undo.busy} refused={undo.refused} onClose={onClose} then={t("bulk.undoThen")}
      onReason={async (reason) => {
        const done = await undo.run({ id: action.id, reason });
        if (!done) return;
        onClose();
        say.done(t("bulk.undoing"));
        navigate(`/bulk/${done.undoBulkAction.id}`);
      }}
    />
  );
}
