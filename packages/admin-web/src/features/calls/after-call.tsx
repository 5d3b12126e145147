import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { EvaluateCallDocument } from "../../graphql/graphql";
import { useAct } from "../../lib/act";
import { useKeys } from "../../lib/keys";
import { Button } from "../../ui/button";
import { Fault, TextField } from "../../ui/field";
import { Status } from "../../ui/status";
import type { Logged } from "./outcome-form";

/** After saving: three small questions for yourself, then the next call. Skipping is fine. */
export function AfterCall({ logged, debtorName }: { logged: Logged; debtorName: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [wentWell, setWentWell] = useState("");
  const [better, setBetter] = useState("");
  const [nextTime, setNextTime] = useState("");
  const { run, busy, refused } = useAct(EvaluateCallDocument);
  const next = () => navigate(logged.nextTaskId ? `/calls/${logged.nextTaskId}` : "/calls");
  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    const filled = [wentWell, better, nextTime].some((text) => text.trim() !== "");
    if (!filled || (await run({ input: { callLogId: logged.callLogId, wentWell: wentWell.trim() || null, better: better.trim() || null, nextTime: nextTime.trim() || null } }))) next();
  };
  useKeys({ "mod+enter": () => void submit() });
  return (
    <form className="after-call" onSubmit={(event) => void submit(event)}>
      <Status shape="done" mood="running">{logged.confirmedTo ? t("room.savedAndSent", { name: debtorName, to: logged.confirmedTo }) : t("room.saved", { name: debtorName })}</Status>
      <h2>{t("room.evaluate")}</h2>
      <TextField label={t("room.wentWell")} value={wentWell} onChange={(event) => setWentWell(event.currentTarget.value)} data-autofocus />
      <TextField label={t("room.better")} value={better} onChange={(event) => setBetter(event.currentTarget.value)} />
      <TextField label={t("room.nextTime")} value={nextTime} onChange={(event) => setNextTime(event.currentTarget.value)} />
      {refused && <Fault>{refused}</Fault>}
      <div className="row">
        <Button type="submit" look="filled" size="end" keys="mod+enter" busy={busy}>{logged.nextTaskId ? t("room.nextCall") : t("room.toList")}</Button>
        {logged.nextTaskId && <Button look="text" size="end" onClick={() => navigate("/calls")}>{t("room.toList")}</Button>}
      </div>
      <p className="hint">{t("room.evaluateHint")}</p>
    </form>
  );
}
