import { useEffect, useState } from "react";
import type { Language } from "../graphql/graphql";
import type { Stage } from "../lib/load-portal";
import { usePortal } from "../lib/portal";
import type { FirstTexts } from "../texts/texts";
import { Page } from "./page";

interface PlainPageProps {
  readonly stage: Stage;
  readonly texts: FirstTexts;
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
  readonly retry: () => void;
}

/** The pages that know nobody: still loading, no connection, a link that works no more. They say nothing about anybody. */
export function PlainPage({ stage, texts, language, setLanguage, retry }: PlainPageProps) {
  const { frame, errors } = texts;
  const other = language === "nl" ? "en" : "nl";
  const title = stage.at === "linkGone" ? frame.linkGone.title : stage.at === "noLink" ? frame.noLink.title : null;
  useEffect(() => {
    if (title) document.title = title;
  }, [title]);
  if (stage.at !== "failed" && !title) return <Loading text={frame.loading} />;
  const words = stage.at === "linkGone" ? frame.linkGone : frame.noLink;
  return (
    <>
      <header><div className="who"><div className="in">
        <b />
        <button className="link" type="button" lang={other} onClick={() => setLanguage(other)}>{frame.otherLanguage}</button>
      </div></div></header>
      <main className="in page"><div className="flow">
        {stage.at === "failed" ? (
          <>
            <h1>{stage.why === "offline" ? errors.offlineLoad : errors.refusals[stage.why]}</h1>
            <button className="btn" type="button" onClick={retry}>{frame.again}</button>
          </>
        ) : (
          <>
            <h1>{words.title}</h1>
            <p>{words.what}</p>
            <p>{words.or}</p>
            <p>{frame.real.never}</p>
          </>
        )}
      </div></main>
    </>
  );
}

/** Nothing for a second, then a sentence: a page that comes at once never flickers. */
function Loading({ text }: { text: string }) {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 1_000);
    return () => clearTimeout(timer);
  }, []);
  return <main className="in page"><p role="status">{slow ? text : ""}</p></main>;
}

/** After the end of a session, by time or by choice. */
export function ClosedPage({ why, reopen }: { why: "ended" | "byYou" | "elsewhere"; reopen: (() => void) | null }) {
  const { closed } = usePortal().texts.frame;
  return (
    <Page title={closed.title} back={false}>
      <p>{closed[why]}</p>
      {reopen ? <button className="btn" type="button" onClick={reopen}>{closed.reopen}</button> : <p>{closed.link}</p>}
    </Page>
  );
}
