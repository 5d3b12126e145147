import { useCallback, useEffect, useMemo, useState } from "react";
import { EndSessionDocument, SetLanguageDocument, type Language } from "./graphql/graphql";
import { applyBrand } from "./lib/brand";
import { ask, Refused } from "./lib/client";
import { failure, languageOf, loadStage, openPersonalLink, openStage, type Stage } from "./lib/load-portal";
import { keepLink, keptLink } from "./lib/personal-link";
import { PortalContext, type Creditor, type OpenPortal, type Portal } from "./lib/portal";
import { navigate } from "./lib/router";
import { forgetAll, keep, kept } from "./lib/storage";
import { onOtherTab } from "./lib/tabs";
import { useSessionClock } from "./lib/use-session-clock";
import { PreviewPage } from "./features/overview/preview-page";
import { OpenPages } from "./routes";
import { loadFirstTexts, type FirstTexts } from "./texts/texts";
import { Frame } from "./ui/frame";
import { ClosedPage, PlainPage } from "./ui/plain-page";
import { StayDialog } from "./ui/stay-dialog";

/** The whole portal: where it stands, in which language, and what every page may do. */
export function App() {
  const [stage, setStage] = useState<Stage>({ at: "loading" });
  const [language, setLanguageState] = useState<Language>(() => languageOf(stage));
  const [texts, setTexts] = useState<FirstTexts | null>(null);
  const [notice, setNotice] = useState<string | null>(null);
  const creditor = creditorOf(stage);
  const tone = creditor?.tone ?? "u";

  const load = useCallback(() => {
    setStage({ at: "loading" });
    void loadStage().then(async (found) => {
      const language = languageOf(found);
      // With its own words at once: else a bill would stand there in the browser's language for a moment.
      const own = await loadFirstTexts(language, creditorOf(found)?.tone ?? "u").catch(() => null);
      if (own) setTexts(own);
      setStage(found);
      setLanguageState(language);
    });
  }, []);
  useEffect(load, [load]);

  useEffect(() => {
    let current = true;
    void loadFirstTexts(language, tone).then((found) => {
      if (!current) return;
      document.documentElement.lang = language;
      setTexts(found);
    }, () => setStage({ at: "failed", why: "offline" }));
    return () => {
      current = false;
    };
  }, [language, tone]);

  useEffect(() => {
    if (creditor) applyBrand(creditor);
  }, [creditor]);

  const end = useCallback((why: "ended" | "byYou" | "elsewhere") => {
    setStage((before) => (before.at === "open" ? { at: "closed", why, creditor: before.session.creditor } : before));
  }, []);
  const ended = useCallback(() => end("ended"), [end]);
  const nearEnd = useSessionClock(stage.at === "open" ? stage.session : null, ended);
  useEffect(() => (stage.at === "open" ? onOtherTab(keptLink()?.token ?? null, () => end("elsewhere")) : undefined), [stage.at, end]);

  const go = useCallback((path: string, state: unknown = null) => {
    if (stage.at !== "preview") return navigate(path, { state });
    setNotice(null);
    openPersonalLink(stage.link).then(async (open) => {
      const wanted = kept("language");
      if ((wanted === "nl" || wanted === "en") && wanted !== open.session.language) await ask(SetLanguageDocument, { language: wanted });
      setStage(open);
      navigate(path, { state });
    }).catch((error: unknown) => {
      const failed = failure(error);
      if (failed.at === "linkGone") setStage(failed);
      else setNotice(error instanceof Refused ? (texts?.errors.refusals[error.code] ?? "") : (texts?.errors.offlineLoad ?? ""));
    });
  }, [stage, texts]);

  const setLanguage = useCallback((chosen: Language) => {
    keep("language", chosen);
    setLanguageState(chosen);
    if (stage.at !== "open") return;
    void ask(SetLanguageDocument, { language: chosen }).then(openStage).then((open) => open && setStage(open), () => {});
  }, [stage]);

  const close = useCallback(() => {
    if (stage.at === "open") void ask(EndSessionDocument, {}).catch(() => {});
    const who = creditorOf(stage);
    forgetAll();
    navigate("/", { replace: true });
    setStage(who ? { at: "closed", why: "byYou", creditor: who } : { at: "noLink" });
  }, [stage]);

  const reopen = useCallback(() => {
    const link = keptLink();
    // The session may be of another link by now, so this one starts at its first screen again.
    if (link) keepLink({ ...link, opened: false });
    load();
  }, [load]);

  const refresh = useCallback(async () => {
    const open = await openStage();
    if (open) setStage(open);
    else end("ended");
  }, [end]);

  const portal = useMemo<Portal | null>(() => {
    if (!texts || !creditor) return null;
    const today = stage.at === "open" ? stage.session.today : stage.at === "preview" ? stage.preview.today : "";
    return { texts, language, creditor, today, go, setLanguage, refresh, close };
  }, [texts, creditor, language, stage, go, setLanguage, refresh, close]);

  const open = useMemo<OpenPortal | null>(() => {
    if (!portal || stage.at !== "open") return null;
    return { ...portal, session: stage.session, overview: stage.overview, setSession: (session) => setStage({ ...stage, session }) };
  }, [portal, stage]);

  if (!texts) return null;
  if (!portal || stage.at === "loading" || stage.at === "failed" || stage.at === "linkGone" || stage.at === "noLink") {
    return <PlainPage stage={stage} texts={texts} language={language} setLanguage={setLanguage} retry={load} />;
  }
  const numbers = stage.at === "preview" ? stage.preview.invoices.map(({ number }) => number)
    : (open?.overview.invoices.filter(({ openCents }) => openCents > 0).map(({ number }) => number) ?? []);
  return (
    <PortalContext value={portal}>
      <Frame invoiceNumbers={numbers} state={stage.at}>
        {stage.at === "preview" && <PreviewPage preview={stage.preview} destination={stage.link.destination ?? stage.preview.destination} notice={notice} />}
        {stage.at === "closed" && <ClosedPage why={stage.why} reopen={keptLink() ? reopen : null} />}
        {open && <OpenPages portal={open} />}
      </Frame>
      {open && nearEnd && <StayDialog stay={() => void refresh().catch(() => {})} leave={close} />}
    </PortalContext>
  );
}

function creditorOf(stage: Stage): Creditor | null {
  if (stage.at === "preview") return stage.preview.creditor;
  if (stage.at === "open") return stage.session.creditor;
  return stage.at === "closed" ? stage.creditor : null;
}
