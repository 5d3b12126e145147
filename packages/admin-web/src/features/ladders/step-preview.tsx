import { useLazyQuery, useQuery } from "@apollo/client/react";
import { isMessage, type LadderStep } from "@tegemoet/domain";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { StepExampleSearchDocument, StepExamplesDocument, StepPreviewDocument, type StepPreviewQuery } from "../../graphql/graphql";
import { useFormat } from "../../lib/format";
import { useKeys } from "../../lib/keys";
import { Chip } from "../../ui/button";
import { Kbd } from "../../ui/kbd";
import { SearchField } from "../../ui/list-tools";
import { Empty, View } from "../../ui/view-state";

export type Preview = StepPreviewQuery["previewMessage"];
interface Example { id: string; name: string }

type OnPreview = (preview: Preview | null) => void;

/** The text of a step as a real debtor would get it today; what the tone meter makes of it is for the margin. */
export function StepPreview({ step, onPreview }: { step: LadderStep; onPreview: OnPreview }) {
  const { t } = useTranslation();
  const examples = useQuery(StepExamplesDocument);
  const [chosen, setChosen] = useState<Example | null>(null);
  const rows = examples.data?.debtors.rows ?? [];
  const current = chosen ?? rows[0] ?? null;
  const turn = (by: number) => {
    const at = rows.findIndex(({ id }) => id === current?.id);
    const next = rows[(at + by + rows.length) % rows.length];
    if (next) setChosen(next);
  };
  useKeys({ "[": () => turn(-1), "]": () => turn(1) }, { active: rows.length > 1 });
  if (!isMessage(step)) return <Empty>{t("ladder.noPreview")}</Empty>;
  if (!step.template) return <Empty>{t("ladder.noTextYet")}</Empty>;
  return (
    <div className="step-preview">
      <div className="preview-of">
        <span className="small second">{t("ladder.preview")} <b className="medium">{current?.name}</b> {rows.length > 1 && <><Kbd keys="[" /><Kbd keys="]" /></>}</span>
        <ExampleSearch onChoose={setChosen} />
      </div>
      {examples.data && !current ? <Empty>{t("ladder.noDebtors")}</Empty> : current && <Shown key={step.template} kind={step.template} channel={step.channel} debtorId={current.id} onPreview={onPreview} />}
    </div>
  );
}

function ExampleSearch({ onChoose }: { onChoose: (example: Example) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const [search, { data }] = useLazyQuery(StepExampleSearchDocument);
  const hits = text === "" ? [] : (data?.search ?? []).filter(({ kind }) => kind === "debtor").slice(0, 6);
  const ask = (typed: string) => {
    setText(typed);
    if (typed !== "") void search({ variables: { text: typed } });
  };
  return (
    <div className="example-search">
      <SearchField label={t("ladder.search")} value={text} onSearch={ask} slash={false} />
      {hits.length > 0 && (
        <ul className="example-hits">
          {hits.map(({ id, title, subtitle }) => (
            <li key={id}><button type="button" onClick={() => { onChoose({ id, name: title }); setText(""); }}><b className="medium">{title}</b> <span className="small second">{subtitle}</span></button></li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Shown({ kind, channel, debtorId, onPreview }: { kind: string; channel: LadderStep["channel"]; debtorId: string; onPreview: OnPreview }) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const [medium, setMedium] = useState<"mail" | "letter">("mail");
  const [view, setView] = useState<"html" | "text">("html");
  const asks = channel === "mail-and-letter" ? medium : channel === "letter" || channel === "sms" ? channel : "mail";
  const asked = useQuery(StepPreviewDocument, { variables: { kind, debtorId, channel: asks, reader: language } });
  const shown = asked.data?.previewMessage ?? null;
  useEffect(() => {
    onPreview(shown);
    return () => onPreview(null);
  }, [shown, onPreview]);
  return (
    <>
      <div className="chips">
        {channel === "mail-and-letter" && (["mail", "letter"] as const).map((each) => <Chip key={each} pressed={medium === each} onPress={() => setMedium(each)}>{each === "mail" ? t("ladder.mail") : t("ladder.letter")}</Chip>)}
        {asks === "mail" && <Chip pressed={view === "html"} onPress={() => setView("html")}>{channel === "mail-and-letter" ? t("message.asSent") : t("ladder.mail")}</Chip>}
        {asks === "mail" && <Chip pressed={view === "text"} onPress={() => setView("text")}>{t("ladder.plain")}</Chip>}
      </div>
      <View asked={asked} rows={6}>
        {({ previewMessage: preview }) => (
          <div>
            {preview.subject && <p className="preview-subject"><span className="third small">{t("ladder.subject")}</span> <b className="medium">{preview.subject}</b></p>}
            {asks === "mail" && view === "html" && preview.html
              // Nothing in it runs, submits or opens: it is only looked at.
              ? <iframe className="letter-sheet preview-frame" title={t("ladder.frame")} sandbox="" srcDoc={withoutParts(preview.html)} />
              : <MarkedText preview={preview} />}
            <p className="hint">{preview.madeUp.length > 0 && `${t("ladder.madeUp", { facts: preview.madeUp.join(", ") })} `}{t("ladder.previewOnly")}</p>
          </div>
        )}
      </View>
    </>
  );
}

/** Pictures that travel as parts of the mail aren't here; their words stand in their place. */
function withoutParts(html: string): string {
  return html.replace(/<img\b[^>]*\bsrc="cid:[^>]*>/gi, (image) => `<small>${/\balt="([^"]*)"/i.exec(image)?.[1] ?? ""}</small>`);
}

/** The words, with each place that our tone meter marked underlined and numbered. */
function MarkedText({ preview: { text, toneMarks } }: { preview: Preview }) {
  const parts: (string | { number: number; words: string })[] = [];
  let at = 0;
  for (const [index, mark] of toneMarks.entries()) {
    if (mark.from < at) continue;
    parts.push(text.slice(at, mark.from), { number: index + 1, words: text.slice(mark.from, mark.to) });
    at = mark.to;
  }
  parts.push(text.slice(at));
  return <div className="letter-sheet marked-text">{parts.map((part, index) => (typeof part === "string" ? part : <mark key={index}>{part.words}<sup>{part.number}</sup></mark>))}</div>;
}
