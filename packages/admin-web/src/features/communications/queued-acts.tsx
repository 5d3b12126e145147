import { useQuery } from "@apollo/client/react";
import { parsePromiseDay } from "@tegemoet/domain";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { EditMessageDocument, MessageWordsDocument, PostponeMessageDocument, SendMessageNowDocument, SkipMessageDocument, type MessageWordsQuery } from "../../graphql/graphql";
import { useAct } from "../../lib/act";
import { useFormat } from "../../lib/format";
import { Button } from "../../ui/button";
import { FormDialog } from "../../ui/dialog";
import { DayField, Fault, TextArea, TextField } from "../../ui/field";
import { MessageSheet } from "../../ui/message-sheet";
import { ReasonDialog } from "../../ui/reason-dialog";
import { useSay } from "../../ui/toast";
import { View } from "../../ui/view-state";

type Words = MessageWordsQuery["messageWords"];

/** A message in line: how it would leave, and what a person does with it: now, later, not at all, or in other words. */
export function QueuedActs({ id, queued }: { id: string; queued: boolean }) {
  const { t } = useTranslation();
  const say = useSay();
  const asked = useQuery(MessageWordsDocument, { variables: { id, subject: null, body: null } });
  const [open, setOpen] = useState<"edit" | "postpone" | "skip" | null>(null);
  const now = useAct(SendMessageNowDocument);
  const close = () => setOpen(null);
  const words = asked.data?.messageWords;
  return (
    <div className="stack" style={{ paddingBottom: 12 }}>
      <p className="row" style={{ flexWrap: "wrap" }}>
        {queued && <Button act="work" inBar busy={now.busy} onClick={() => void now.run({ id }).then((done) => done && say.done(t("queued.goes")))}>{t("queued.now")}</Button>}
        {words?.mayEdit && <Button act="work" inBar onClick={() => setOpen("edit")}>{t("queued.edit")}</Button>}
        {queued && <Button look="text" act="work" inBar onClick={() => setOpen("postpone")}>{t("step.postpone")}</Button>}
        <Button look="text" act="work" inBar onClick={() => setOpen("skip")}>{t("step.skip")}</Button>
      </p>
      {now.refused && <Fault>{now.refused}</Fault>}
      {words && !words.mayEdit && <p className="hint">{t("queued.fixed")}</p>}
      <p className="second small">{words?.own ? t("queued.ownWords") : t("queued.asItWouldBe")}</p>
      <View asked={asked} rows={6}>{(data) => <Shown words={data.messageWords} />}</View>
      {open === "edit" && words && <EditDialog id={id} words={words} onClose={close} />}
      {open === "postpone" && <PostponeDialog id={id} onClose={close} />}
      {open === "skip" && <SkipDialog id={id} onClose={close} />}
    </div>
  );
}

function Shown({ words }: { words: Words }) {
  const { t } = useTranslation();
  return (
    <div className="stack">
      {words.fault ? <Fault>{t("night.cannotWrite", { fault: words.fault })}</Fault> : <><p className="medium">{words.shownSubject}</p><MessageSheet html={words.html ?? null} text={words.text} /></>}
    </div>
  );
}

/** The words beside how they read: marks of the tone meter explain themselves while you type. */
function EditDialog({ id, words, onClose }: { id: string; words: Words; onClose: () => void }) {
  const { t } = useTranslation();
  const say = useSay();
  const [subject, setSubject] = useState(words.subject);
  const [body, setBody] = useState(words.body);
  const [asking, setAsking] = useState({ subject, body });
  useEffect(() => {
    const timer = setTimeout(() => setAsking({ subject, body }), 400);
    return () => clearTimeout(timer);
  }, [subject, body]);
  const tried = useQuery(MessageWordsDocument, { variables: { id, ...asking }, fetchPolicy: "network-only" });
  const seen = tried.data?.messageWords ?? tried.previousData?.messageWords;
  const edit = useAct(EditMessageDocument);
  const save = async () => {
    if (!(await edit.run({ id, subject, body, began: words.own ? words.body : null }))) return;
    onClose();
    say.done(t("queued.saved"));
  };
  return (
    <FormDialog title={t("queued.editTitle")} onClose={onClose} size={860} submit={t("queued.save")} onSubmit={() => void save()} busy={edit.busy} refused={edit.refused} act="work" then={t("queued.editThen")}>
      <TextField label={t("queued.subject")} value={subject} maxLength={200} onChange={(event) => setSubject(event.currentTarget.value)} />
      <TextArea label={t("queued.body")} description={t("queued.bodyHint")} value={body} rows={12} onChange={(event) => setBody(event.currentTarget.value)} data-autofocus />
      <div aria-live="polite" className="stack">
        {seen && seen.toneMarks.length > 0 && (
          <ul className="stack">
            {seen.toneMarks.map((mark) => <li key={`${mark.from}-${mark.rule}`} className="small"><b className="medium">“{mark.text}”</b> {mark.why}{mark.suggestion ? ` ${t("queued.rather", { words: mark.suggestion })}` : ""}</li>)}
          </ul>
        )}
        {seen && seen.toneMarks.length === 0 && <p className="small second">{t("queued.toneGood")}</p>}
      </div>
      {seen && <Shown words={seen} />}
    </FormDialog>
  );
}

function PostponeDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { today, day, language } = useFormat();
  const say = useSay();
  const [text, setText] = useState("+3");
  const { run, busy, refused } = useAct(PostponeMessageDocument);
  const until = parsePromiseDay(text, today, language);
  const postpone = async (reason: string) => {
    if (!until || !(await run({ id, until, reason }))) return;
    onClose();
    say.done(t("step.postponed", { day: day(until) }));
  };
  return (
    <ReasonDialog title={t("queued.postponeTitle")} label={t("step.why")} submit={t("step.postpone")} onReason={postpone} onClose={onClose} busy={busy} refused={refused} act="work" then={t("queued.postponeThen")}>
      <DayField label={t("step.until")} text={text} onText={setText} fault={until ? null : t("field.dayUnreadable")} />
    </ReasonDialog>
  );
}

function SkipDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const say = useSay();
  const { run, busy, refused } = useAct(SkipMessageDocument);
  const skip = async (reason: string) => {
    if (!(await run({ id, reason }))) return;
    onClose();
    say.done(t("step.skipped"));
  };
  return <ReasonDialog title={t("queued.skipTitle")} label={t("step.why")} submit={t("step.skip")} onReason={skip} onClose={onClose} busy={busy} refused={refused} act="work" then={t("step.skipThen")} />;
}
