import { useLazyQuery, useQuery } from "@apollo/client/react";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SendTestMailDocument, TextExamplesDocument, TextExampleSearchDocument, TextPreviewDocument, type TextPreviewQuery } from "../../graphql/graphql";
import { useAct } from "../../lib/act";
import { useViewer } from "../../lib/viewer";
import { Button, Chip } from "../../ui/button";
import { Fault } from "../../ui/field";
import { SearchField } from "../../ui/list-tools";
import { useSay } from "../../ui/toast";
import { Empty, View } from "../../ui/view-state";
import { useFaultWords } from "./fault-words";
import type { Parts, TextFacts } from "./text-parts";

type Preview = TextPreviewQuery["previewMessage"];
interface Example { id: string; name: string }

/** The words as a real debtor would get them today, a moment after the last letter typed. Nothing goes out but a trial to oneself. */
export function TextPreview({ text, parts }: { text: TextFacts; parts: Parts }) {
  const { t } = useTranslation();
  const examples = useQuery(TextExamplesDocument);
  const [chosen, setChosen] = useState<Example | null>(null);
  const current = chosen ?? examples.data?.debtors.rows[0] ?? null;
  return (
    <section className="text-preview" aria-label={t("textsPage.preview")}>
      <div className="section-head"><h2>{t("textsPage.previewOf", { name: current?.name ?? "" })}</h2><span className="rest"><FindExample onChoose={setChosen} /></span></div>
      {examples.data && !current ? <Empty>{t("textsPage.noDebtors")}</Empty> : current && <Shown text={text} parts={parts} debtorId={current.id} />}
    </section>
  );
}

function FindExample({ onChoose }: { onChoose: (example: Example) => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const [search, { data }] = useLazyQuery(TextExampleSearchDocument);
  const hits = typed === "" ? [] : (data?.search ?? []).filter(({ kind }) => kind === "debtor").slice(0, 6);
  const ask = (words: string) => {
    setTyped(words);
    if (words !== "") void search({ variables: { text: words } });
  };
  return (
    <div className="find-example">
      <SearchField label={t("textsPage.otherDebtor")} value={typed} onSearch={ask} slash={false} />
      {hits.length > 0 && <ul>{hits.map(({ id, title, subtitle }) => <li key={id}><button type="button" onClick={() => { onChoose({ id, name: title }); setTyped(""); }}><b className="medium">{title}</b> <span className="small second">{subtitle}</span></button></li>)}</ul>}
    </div>
  );
}

function Shown({ text, parts, debtorId }: { text: TextFacts; parts: Parts; debtorId: string }) {
  const { t } = useTranslation();
  const { kind, channel, language, tone } = text;
  const [settled] = useDebouncedValue(parts, 350);
  const [view, setView] = useState<"html" | "text">("html");
  const asked = useQuery(TextPreviewDocument, { variables: { kind, channel, language, tone, debtorId, ...settled }, fetchPolicy: "no-cache" });
  const shown = { ...asked, data: asked.data ?? asked.previousData };
  return (
    <View asked={shown} rows={8}>
      {({ previewMessage: preview }) => (
        <>
          {channel === "mail" && (
            <div className="chips">
              <Chip pressed={view === "html"} onPress={() => setView("html")}>{t("textsPage.asMail")}</Chip>
              <Chip pressed={view === "text"} onPress={() => setView("text")}>{t("textsPage.asText")}</Chip>
              <Trial text={text} parts={parts} debtorId={debtorId} />
            </div>
          )}
          <Faults preview={preview} />
          {preview.subject && <p className="preview-subject"><span className="third small">{channel === "letter" ? t("textsPage.heading") : t("textsPage.subject")}</span> <b className="medium">{preview.subject}</b></p>}
          {channel === "mail" && view === "html" && preview.html
            // Nothing in it runs, submits or opens: it is only looked at.
            ? <iframe className="preview-sheet" title={t("textsPage.preview")} sandbox="" srcDoc={preview.html} />
            : <pre className="preview-sheet">{preview.text}</pre>}
          {channel === "sms" && preview.faults.length === 0 && <p className="hint">{t("textsPage.smsLength", { count: [...preview.text].length })}</p>}
          {preview.madeUp.length > 0 && <p className="hint">{t("textsPage.madeUp", { facts: preview.madeUp.map((fact) => t(`textsPage.facts.${fact}`, { defaultValue: fact })).join(", ") })}</p>}
        </>
      )}
    </View>
  );
}

/** What keeps these words from being used: in the text, by the law, or in this debtor's facts. */
function Faults({ preview: { faults } }: { preview: Preview }) {
  const { t } = useTranslation();
  const word = useFaultWords();
  if (faults.length === 0) return null;
  return (
    <ul className="preview-faults">
      {faults.map(({ code, detail, line, part }) => (
        <li key={`${part}${code}${detail}`}>
          <Fault>{word(code, detail)}{line ? ` ${t("textsPage.line", { line })}` : ""}</Fault>
        </li>
      ))}
    </ul>
  );
}

function Trial({ text: { kind, language, tone }, parts, debtorId }: { text: TextFacts; parts: Parts; debtorId: string }) {
  const { t } = useTranslation();
  const say = useSay();
  const viewer = useViewer();
  const { run, busy, refused } = useAct(SendTestMailDocument);
  const send = async () => {
    if (await run({ kind, language, tone, debtorId, ...parts })) say.done(t("textsPage.trialSent", { email: viewer?.staff.email ?? "" }));
  };
  return <><Button size="row" act="work" busy={busy} onClick={() => void send()}>{t("textsPage.trial")}</Button>{refused && <Fault>{refused}</Fault>}</>;
}
