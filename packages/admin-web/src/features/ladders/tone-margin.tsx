import { useTranslation } from "react-i18next";
import { Shape } from "../../ui/shape";
import type { Preview } from "./step-preview";

/** The tone meter in the margin: how it reads, each mark with its reason and a better way to say it, and what keeps the text from going out. */
export function ToneMargin({ preview: { toneMarks, reading, faults } }: { preview: Preview }) {
  const { t } = useTranslation();
  return (
    <section aria-label={t("ladder.tone")}>
      <div className="section-head"><h2>{t("ladder.tone")}</h2><span className="rest">{t("ladder.level", { level: reading.level })}</span></div>
      {faults.length > 0 && (
        <>
          <p className="row small"><Shape name="caution" size={14} /><b className="medium">{t("ladder.textFaults")}</b></p>
          <ul className="small second">{faults.map((fault) => <li key={`${fault.part}${fault.code}${fault.detail}`}>{fault.detail}</li>)}</ul>
        </>
      )}
      <p className="row small">{toneMarks.length === 0 ? <><Shape name="done" size={14} />{t("ladder.toneGood")}</> : <><Shape name="caution" size={14} />{t("ladder.marks", { count: toneMarks.length })}</>}</p>
      <ol className="tone-marks">
        {toneMarks.map((mark, index) => (
          <li key={`${mark.from}-${mark.rule}`}>
            <b>{index + 1}</b>
            <div><q>{mark.text}</q><p className="second">{mark.why}</p>{mark.suggestion && <p className="better">{t("ladder.better")}: {mark.suggestion}</p>}</div>
          </li>
        ))}
      </ol>
    </section>
  );
}
