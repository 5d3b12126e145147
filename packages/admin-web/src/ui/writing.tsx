import "./writing.css";
import { proseOfSource, tone, TONE_WEIGHT, type Language, type ToneMark, type ToneOptions, type ToneReport } from "@tegemoet/domain";
import { useId, useMemo, type ReactNode, type RefObject } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../lib/format";
import { Fault } from "./field";
import { Shape } from "./shape";

/** English says the same in somewhat more words. */
const LONGEST_SENTENCE = { nl: 15, en: 18 } as const;

/** The tone of what is being written, measured on each keystroke by the same rules as the server's. */
export function useTone(text: string, { language, kind }: { language: Language; kind?: string }): ToneReport {
  return useMemo(
    () => tone(proseOfSource(text), { language, longestSentence: LONGEST_SENTENCE[language], ...(kind === "fourteen-day-letter" || kind === "business-notice" ? { kind: kind as NonNullable<ToneOptions["kind"]> } : {}) }),
    [text, language, kind],
  );
}

/** The marks that need a person's word before they go to a debtor. */
export function hardMarks({ marks }: ToneReport): ToneMark[] {
  return marks.filter(({ rule }) => TONE_WEIGHT[rule] === "hard");
}

interface WritingProps {
  label: string;
  text: string;
  onText: (text: string) => void;
  marks: readonly ToneMark[];
  language: Language;
  hint?: ReactNode;
  fault?: string | null | undefined;
  lines?: number;
  readOnly?: boolean;
  /** The field itself, for who puts words where its cursor stands: {@link putAtCursor}. */
  areaRef?: RefObject<HTMLTextAreaElement | null>;
}

/** A field to write in, with the words that our tone meter marks underlined behind the letters. */
export function Writing({ label, text, onText, marks, language, hint, fault, lines = 8, readOnly = false, areaRef }: WritingProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="writing" data-fault={fault ? true : undefined}>
        <div className="writing-marks" aria-hidden="true" style={{ minHeight: lines * 21 + 18 }}>{marked(text, marks)}{"\n"}</div>
        <textarea ref={areaRef} id={id} lang={language} value={text} readOnly={readOnly} spellCheck onChange={(event) => onText(event.target.value)} aria-invalid={fault ? true : undefined} aria-describedby={fault ? `${id}-fault` : undefined} />
      </div>
      {hint && <span className="hint">{hint}</span>}
      {fault && <Fault id={`${id}-fault`}>{fault}</Fault>}
    </div>
  );
}

/** Puts words where the cursor of a field stands, and the cursor behind them. Gives the whole text then. */
export function putAtCursor(area: HTMLTextAreaElement, words: string): string {
  const { selectionStart: from, selectionEnd: to, value } = area;
  requestAnimationFrame(() => {
    area.focus();
    area.setSelectionRange(from + words.length, from + words.length);
  });
  return value.slice(0, from) + words + value.slice(to);
}

function marked(text: string, marks: readonly ToneMark[]): ReactNode[] {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const mark of marks.filter(({ rule }) => rule !== "long-sentence")) {
    if (mark.from < at) continue;
    parts.push(text.slice(at, mark.from), <mark key={mark.from} data-weight={TONE_WEIGHT[mark.rule]}>{text.slice(mark.from, mark.to)}</mark>);
    at = mark.to;
  }
  parts.push(text.slice(at));
  return parts;
}

/** What the tone meter says, mark by mark: the words, why, and what to say instead; and how easily it reads. */
export function ToneList({ report }: { report: ToneReport }) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const { marks, reading, missing } = report;
  return (
    <section className="tone-list" aria-label={t("writing.tone")}>
      <p className="row small tone-head">
        <Shape name={marks.length + missing.length === 0 ? "done" : "caution"} size={14} />
        <b className="medium">{marks.length === 0 ? t("writing.good") : t("writing.marks", { count: marks.length })}</b>
        <span className="second">{t("writing.reading", { level: reading.level, words: reading.wordsPerSentence.toLocaleString(language) })}</span>
      </p>
      <p className="unseen" role="status">{marks.length === 0 ? t("writing.good") : t("writing.marks", { count: marks.length })}</p>
      {missing.length > 0 && <Fault>{t("writing.missing", { what: missing.map((phrase) => t(`writing.law.${phrase}`)).join(", ") })}</Fault>}
      {marks.length > 0 && (
        <ul>
          {marks.map((mark) => (
            <li key={`${mark.from}-${mark.rule}`} data-weight={TONE_WEIGHT[mark.rule]}>
              <q>{mark.text.length > 60 ? `${mark.text.slice(0, 57)}…` : mark.text}</q> <span className="second">{mark.why[language]}</span>
              {mark.suggestion && <span className="instead"> {t("writing.instead", { words: mark.suggestion })}</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
