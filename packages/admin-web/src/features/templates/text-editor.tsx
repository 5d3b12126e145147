import type { ToneReport } from "@tegemoet/domain";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { ActivateTemplateDocument, RetireTemplateDocument, SaveTemplateDraftDocument } from "../../graphql/graphql";
import { useAct } from "../../lib/act";
import { useMay } from "../../lib/may";
import { Button, WhoCan } from "../../ui/button";
import { Fault, TextField } from "../../ui/field";
import { Status } from "../../ui/status";
import { useSay } from "../../ui/toast";
import { hardMarks, putAtCursor, ToneList, useTone, Writing } from "../../ui/writing";
import { useFaultWords } from "./fault-words";
import { Picker } from "./picker";
import { bareParts, sameParts, type Parts, type TextFacts } from "./text-parts";
import { TextPreview } from "./text-preview";
import { TextVersions } from "./text-versions";

/** Writing at the left with the tone meter under it, the message of a real debtor at the right, versions below. */
export function TextEditor({ text }: { text: TextFacts }) {
  const { t } = useTranslation();
  const { may } = useMay("texts");
  const inUse = text.draft?.parts ?? text.active?.parts ?? text.ready;
  const [parts, setParts] = useState<Parts>(bareParts(inUse));
  const report = useTone(parts.body, { language: text.language, kind: text.kind });
  const areaRef = useRef<HTMLTextAreaElement>(null);
  const set = (part: Partial<Parts>) => setParts({ ...parts, ...part });
  return (
    <>
      <p className="row texts-state"><State text={text} /></p>
      <div className="text-editor">
        <div className="stack">
          {text.channel !== "sms" && <TextField label={text.channel === "letter" ? t("textsPage.heading") : t("textsPage.subject")} value={parts.subject} readOnly={!may} onChange={(event) => set({ subject: event.currentTarget.value })} />}
          {text.channel === "mail" && <TextField label={t("textsPage.preheader")} description={t("textsPage.preheaderHint")} value={parts.preheader} readOnly={!may} onChange={(event) => set({ preheader: event.currentTarget.value })} />}
          <Writing label={t("textsPage.body")} text={parts.body} onText={(body) => set({ body })} marks={report.marks} language={text.language} lines={text.channel === "sms" ? 4 : 14} readOnly={!may} areaRef={areaRef} hint={text.channel === "sms" ? t("textsPage.smsHint") : t("textsPage.bodyHint")} />
          {may && <Picker text={text} onPick={(words) => areaRef.current && set({ body: putAtCursor(areaRef.current, words) })} />}
          <ToneList report={report} />
          <Acts text={text} parts={parts} report={report} onParts={setParts} />
        </div>
        <TextPreview text={text} parts={parts} />
      </div>
      <TextVersions text={text} parts={parts} onTake={may ? (taken) => setParts(bareParts(taken)) : undefined} />
    </>
  );
}

function State({ text: { active, draft } }: { text: TextFacts }) {
  const { t } = useTranslation();
  return (
    <>
      {active ? <Status shape="done" mood="running">{t("textsPage.ownInUse", { version: active.version })}</Status> : <Status shape="done" mood="quiet">{t("textsPage.readyInUse")}</Status>}
      {draft && <Status shape="note">{t("textsPage.draftBy", { name: draft.madeBy ?? "", version: draft.version })}</Status>}
    </>
  );
}

/** Keep, take into use, put aside. Words that sound hard ask for a person's word first. */
function Acts({ text, parts, report, onParts }: { text: TextFacts; parts: Parts; report: ToneReport; onParts: (parts: Parts) => void }) {
  const { t } = useTranslation();
  const say = useSay();
  const save = useAct(SaveTemplateDraftDocument);
  const activate = useAct(ActivateTemplateDocument);
  const retire = useAct(RetireTemplateDocument);
  const word = useFaultWords();
  const [confirmed, setConfirmed] = useState(false);
  const { kind, channel, language, tone, draft, active, ready } = text;
  const hard = hardMarks(report);
  const saved = draft !== null && sameParts(draft.parts, parts);
  const keep = async () => (await save.run({ kind, channel, language, tone, parts, rowVersion: draft?.rowVersion ?? null }))?.saveTemplateDraft;
  const use = async () => {
    const version = saved ? draft : await keep();
    if (!version) return;
    const done = await activate.run({ id: version.id, rowVersion: version.rowVersion, confirmed });
    if (done) say.done(t("textsPage.used"));
  };
  const back = async () => {
    const gone = draft ?? active;
    if (!gone || !(await retire.run({ id: gone.id }))) return;
    onParts(bareParts(draft ? (active?.parts ?? ready) : ready));
    say.done(draft ? t("textsPage.discarded") : t("textsPage.retired"));
  };
  const faults = activate.failure?.code === "TEXT_FAULTY" ? activate.failure.details["faults"] : undefined;
  // "body: UNKNOWN_VARIABLE debtor.bsn", as the refusal names it.
  const wordOf = (fault: string): string => {
    const [, code = "", detail = ""] = /^\w+: (\w+) ?(.*)$/s.exec(fault) ?? [];
    return word(code, detail);
  };
  const unchanged = sameParts(active?.parts ?? ready, parts);
  return (
    <div className="stack text-acts">
      {hard.length > 0 && <label className="row"><input type="checkbox" checked={confirmed} onChange={(event) => setConfirmed(event.target.checked)} />{t("writing.confirm", { count: hard.length })}</label>}
      <span className="row">
        <Button look="filled" size="end" act="texts" inBar busy={activate.busy} aria-disabled={unchanged && !draft} onClick={() => void (unchanged && !draft ? undefined : use())}>{t("textsPage.use")}</Button>
        <Button size="end" act="texts" inBar busy={save.busy} onClick={() => void keep().then((done) => done && say.done(t("textsPage.kept")))}>{t("textsPage.keep")}</Button>
        {(draft ?? active) && <Button look="text" size="end" act="texts" inBar busy={retire.busy} onClick={() => void back()}>{draft ? t("textsPage.discard") : t("textsPage.toReady")}</Button>}
      </span>
      <WhoCan act="texts" />
      {[save, activate, retire].map(({ refused }, index) => refused && <Fault key={index}>{refused}</Fault>)}
      {Array.isArray(faults) && <ul className="small second text-faults">{(faults as string[]).map((fault) => <li key={fault}>{wordOf(fault)}</li>)}</ul>}
      <p className="hint">{t("textsPage.useThen")}</p>
    </div>
  );
}
