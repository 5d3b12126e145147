import { parsePromiseDay } from "@tegemoet/domain";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { PostponeStepDocument, RunStepDocument, SkipStepDocument } from "../../graphql/graphql";
import { useAct } from "../../lib/act";
import { useFormat } from "../../lib/format";
import { wordFor } from "../../lib/words";
import { Button } from "../../ui/button";
import { FormDialog } from "../../ui/dialog";
import { Choice, DayField } from "../../ui/field";
import { ReasonDialog } from "../../ui/reason-dialog";
import { useSay } from "../../ui/toast";
import type { CaseFacts } from "./case-page";

type Which = "run" | "postpone" | "skip";

/** What a person does with the next step: run it now, put it off, or pass it by with a reason. */
export function StepActions({ found }: { found: CaseFacts }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Which | null>(null);
  const close = () => setOpen(null);
  const ahead = found.ladder.steps.some(({ state }) => state === "next" || state === "planned");
  if (found.closedOn || !ahead) return null;
  return (
    <>
      <p className="row" style={{ flexWrap: "wrap" }}>
        <Button size="row" act="work" onClick={() => setOpen("run")}>{t("step.run")}</Button>
        <Button size="row" look="text" act="work" onClick={() => setOpen("postpone")}>{t("step.postpone")}</Button>
        <Button size="row" look="text" act="work" onClick={() => setOpen("skip")}>{t("step.skip")}</Button>
      </p>
      {open === "run" && <RunDialog found={found} onClose={close} />}
      {open === "postpone" && <PostponeDialog found={found} onClose={close} />}
      {open === "skip" && <SkipDialog found={found} onClose={close} />}
    </>
  );
}

interface StepDialogProps {
  found: CaseFacts;
  onClose: () => void;
}

/** Everything of the case, or one invoice of it. */
function useAbout(found: CaseFacts) {
  const { t } = useTranslation();
  const [about, setAbout] = useState("");
  const open = found.invoices.filter(({ openCents }) => openCents > 0);
  const field = open.length < 2 ? null : (
    <Choice
      label={t("step.about")} value={about} onChange={(event) => setAbout(event.currentTarget.value)}
      data={[{ value: "", label: t("step.whole") }, ...open.map(({ invoice }) => ({ value: invoice.id, label: t("holds.onlyInvoice", { number: invoice.number }) }))]}
    />
  );
  return { field, subject: about === "" ? { caseId: found.id } : { invoiceId: about } };
}

function RunDialog({ found, onClose }: StepDialogProps) {
  const { t } = useTranslation();
  const { day } = useFormat();
  const say = useSay();
  const { field, subject } = useAbout(found);
  const { run, busy, refused, failure } = useAct(RunStepDocument);
  const next = found.ladder.steps.find(({ state }) => state === "next" || state === "planned");
  const go = async () => {
    const done = await run(subject);
    if (!done) return;
    onClose();
    const { messages, calls, tasks } = done.runStep;
    say.done(messages > 0 ? t("step.ranMessages", { count: messages }) : calls > 0 ? t("step.ranCall") : tasks > 0 ? t("step.ranTask") : t("step.ran"));
  };
  const details = failure?.code === "STEP_NOT_DUE" ? failure.details as { reason?: string; until?: string | null } : undefined;
  const why = details?.reason && (details.until
    ? t("step.refusedUntil", { reason: wordFor("waits", details.reason), day: day(details.until) }) : t("step.refused", { reason: wordFor("waits", details.reason) }));
  return (
    <FormDialog title={t("step.runTitle")} onClose={onClose} submit={t("step.run")} onSubmit={() => void go()} busy={busy} refused={why || refused} act="work" then={t("step.runThen")}>
      {next && <p className="reading">{t("step.runWhat", { step: wordFor("steps", next.key) })}</p>}
      {field}
    </FormDialog>
  );
}

function PostponeDialog({ found, onClose }: StepDialogProps) {
  const { t } = useTranslation();
  const { today, day, language } = useFormat();
  const say = useSay();
  const { field, subject } = useAbout(found);
  const [text, setText] = useState("+7");
  const { run, busy, refused } = useAct(PostponeStepDocument);
  const until = parsePromiseDay(text, today, language);
  const postpone = async (reason: string) => {
    if (!until || !(await run({ ...subject, until, reason }))) return;
    onClose();
    say.done(t("step.postponed", { day: day(until) }));
  };
  return (
    <ReasonDialog title={t("step.postponeTitle")} label={t("step.why")} submit={t("step.postpone")} onReason={postpone} onClose={onClose} busy={busy} refused={refused} act="work" then={t("step.postponeThen")}>
      {field}
      <DayField label={t("step.until")} text={text} onText={setText} fault={until ? null : t("field.dayUnreadable")} />
    </ReasonDialog>
  );
}

function SkipDialog({ found, onClose }: StepDialogProps) {
  const { t } = useTranslation();
  const say = useSay();
  const { field, subject } = useAbout(found);
  const { run, busy, refused } = useAct(SkipStepDocument);
  const skip = async (reason: string) => {
    if (!(await run({ ...subject, reason }))) return;
    onClose();
    say.done(t("step.skipped"));
  };
  return (
    <ReasonDialog title={t("step.skipTitle")} label={t("step.why")} submit={t("step.skip")} onReason={skip} onClose={onClose} busy={busy} refused={refused} act="work" then={t("step.skipThen")}>
      {field}
    </ReasonDialog>
  );
}
