import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { LadderMoveDocument, MoveCasesDocument, type LadderMoveQuery, type LadderVersionFactsFragment } from "../../graphql/graphql";
import { useAct } from "../../lib/act";
import { useWords } from "../../lib/words";
import { FormDialog, Dialog } from "../../ui/dialog";
import { Choice, TextField } from "../../ui/field";
import { useSay } from "../../ui/toast";
import { Empty, View } from "../../ui/view-state";
import { useStepName } from "./step-name";
import { stepOf } from "./steps";

interface MoveDialogProps { from: LadderVersionFactsFragment; to: LadderVersionFactsFragment; onClose: () => void }

/** Moves running invoices to a newer version: how many stand where, and after which step they go on (I-46). */
export function MoveDialog({ from, to, onClose }: MoveDialogProps) {
  const { t } = useTranslation();
  const asked = useQuery(LadderMoveDocument, { variables: { fromVersionId: from.id, versionId: to.id }, fetchPolicy: "network-only" });
  const title = t("ladder.moveTitle", { from: from.version, to: to.version });
  if (!asked.data) return <Dialog title={title} onClose={onClose} size={560}><View asked={asked} rows={3}>{() => null}</View></Dialog>;
  return <MoveForm from={from} to={to} onClose={onClose} title={title} move={asked.data.ladderMove} />;
}

function MoveForm({ from, to, onClose, title, move }: MoveDialogProps & { title: string; move: LadderMoveQuery["ladderMove"] }) {
  const { t } = useTranslation();
  const say = useSay();
  const word = useWords();
  const name = useStepName();
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>(() => Object.fromEntries(move.steps.map(({ step, continueAfter }) => [step ?? "", continueAfter ?? ""])));
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const { run, busy, refused } = useAct(MoveCasesDocument);
  const nameIn = (version: LadderVersionFactsFragment, key: string) => {
    const step = version.steps.find((each) => each.key === key);
    return step ? name(stepOf(step)) : word("steps", key);
  };
  const go = async () => {
    setTried(true);
    if (reason.trim() === "" || move.invoices === 0) return;
    const continueAfter = move.steps.flatMap(({ step }) => (step === null ? [] : [{ step, continueAfter: chosen[step] || null }]));
    const done = await run({ fromVersionId: from.id, versionId: to.id, continueAfter, reason });
    if (!done) return;
    say.done(t("ladder.moved", { count: done.moveCases.moved }));
    onClose();
  };
  const targets = [{ value: "", label: t("ladder.moveStart") }, ...to.steps.map(({ key }) => ({ value: key, label: nameIn(to, key) }))];
  return (
    <FormDialog title={title} onClose={onClose} size={560} submit={t("ladder.moveIt", { count: move.invoices })} onSubmit={() => void go()} busy={busy} refused={refused} act="ladders" then={t("ladder.moveLetter")}>
      <p className="second reading">{t("ladder.moveWhat")}</p>
      {move.steps.length === 0 ? <Empty>{t("ladder.moveNone")}</Empty> : (
        <table className="move-table">
          <thead><tr><th scope="col">{t("ladder.moveStep")}</th><th scope="col" className="amount">{t("ladder.moveCount")}</th><th scope="col">{t("ladder.moveTo")}</th></tr></thead>
          <tbody>
            {move.steps.map(({ step, invoices }) => (
              <tr key={step ?? ""}>
                <td>{step === null ? t("ladder.moveStart") : nameIn(from, step)}</td><td className="amount">{invoices}</td>
                <td>{step === null ? t("ladder.moveStart") : <Choice aria-label={`${t("ladder.moveTo")}: ${nameIn(from, step)}`} value={chosen[step] ?? ""} data={targets} onChange={(event) => setChosen({ ...chosen, [step]: event.currentTarget.value })} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <TextField label={t("ladder.moveReason")} value={reason} maxLength={500} onChange={(event) => setReason(event.currentTarget.value)} fault={tried && reason.trim() === "" ? t("ladder.moveReasonMissing") : null} />
    </FormDialog>
  );
}
