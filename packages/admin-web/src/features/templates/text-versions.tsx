import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TemplateVersionFactsFragment } from "../../graphql/graphql";
import { useFormat } from "../../lib/format";
import { Button } from "../../ui/button";
import { Status } from "../../ui/status";
import { lineDifference } from "./line-difference";
import { sameParts, type Parts, type TextFacts } from "./text-parts";

const SHAPES = { active: "done", draft: "note", retired: "ring", discarded: "ring" } as const;

/** Every version there was, who made it and when it was in use; what differs from what is being written; and the way back to one. */
export function TextVersions({ text, parts, onTake }: { text: TextFacts; parts: Parts; onTake: ((parts: Parts) => void) | undefined }) {
  const { t } = useTranslation();
  return (
    <section>
      <div className="section-head"><h2>{t("textsPage.versions")}</h2></div>
      <ol className="text-versions">
        {text.versions.map((version) => <Version key={version.id} version={version} parts={parts} onTake={onTake} />)}
        <li>
          <span><b className="medium">{t("textsPage.readyName")}</b> <span className="small second">{t("textsPage.readyAlways")}</span></span>
          <Compare was={text.ready} parts={parts} onTake={onTake} />
        </li>
      </ol>
    </section>
  );
}

function Version({ version, parts, onTake }: { version: TemplateVersionFactsFragment; parts: Parts; onTake: ((parts: Parts) => void) | undefined }) {
  const { t } = useTranslation();
  const { moment } = useFormat();
  const state = version.state as keyof typeof SHAPES;
  const lines = [
    t("textsPage.madeBy", { name: version.madeBy ?? "", when: moment(version.madeAt) }),
    ...(version.activatedAt ? [t("textsPage.activatedBy", { name: version.activatedBy ?? "", when: moment(version.activatedAt) })] : []),
    ...(version.retiredAt ? [t("textsPage.retiredBy", { name: version.retiredBy ?? "", when: moment(version.retiredAt) })] : []),
  ];
  return (
    <li>
      <span><b className="medium">{t("textsPage.version", { version: version.version })}</b> <Status shape={SHAPES[state]} mood={state === "active" ? "running" : "quiet"}>{t(`textsPage.states.${state}`)}</Status><br /><span className="small second">{lines.join(". ")}</span></span>
      <Compare was={version.parts} parts={parts} onTake={onTake} />
    </li>
  );
}

function Compare({ was, parts, onTake }: { was: Parts; parts: Parts; onTake: ((parts: Parts) => void) | undefined }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const whole = ({ subject, preheader, body }: Parts) => [subject, preheader, body].filter(Boolean).join("\n\n");
  if (sameParts(was, parts)) return <span className="small third">{t("textsPage.same")}</span>;
  return (
    <>
      <span className="row">
        <Button size="row" look="text" aria-expanded={open} onClick={() => setOpen(!open)}>{open ? t("textsPage.hideDifference") : t("textsPage.difference")}</Button>
        {onTake && <Button size="row" onClick={() => onTake(was)}>{t("textsPage.take")}</Button>}
      </span>
      {open && <pre className="text-difference">{lineDifference(whole(was), whole(parts)).map(({ kind, text }, index) => kind === "same" ? <span key={index}>{`  ${text}\n`}</span> : kind === "gone" ? <del key={index}>{`− ${text}\n`}</del> : <ins key={index}>{`+ ${text}\n`}</ins>)}</pre>}
    </>
  );
}
