import { Component, lazy, Suspense, useEffect, type ReactNode } from "react";
import { OpenPortalContext, usePortal, type OpenPortal } from "./lib/portal";
import { usePath } from "./lib/router";
import { loadPageTexts } from "./texts/texts";
import { OverviewPage } from "./features/overview/overview-page";

/** Everything behind the first screen comes as one file, fetched while the first screen is read. */
const loadPages = () => import("./pages");
const Pages = lazy(loadPages);

/** The pages of an opened link. */
export function OpenPages({ portal }: { portal: OpenPortal }) {
  const path = usePath();
  usePagesSoon();
  return (
    <OpenPortalContext value={portal}>
      {path === "/" ? <OverviewPage /> : (
        <LoadFault key={path}><Suspense fallback={<main id="main" />}><Pages path={path} /></Suspense></LoadFault>
      )}
    </OpenPortalContext>
  );
}

/** Fetches the other pages and their texts while the first screen is read. */
export function usePagesSoon(): void {
  const { language, creditor } = usePortal();
  useEffect(() => {
    const timer = setTimeout(() => void Promise.all([loadPages(), loadPageTexts(language, creditor.tone)]).catch(() => {}), 500);
    return () => clearTimeout(timer);
  }, [language, creditor.tone]);
}

/** A page that could not be fetched, or that broke: say so, and offer to try again. What was typed is kept in its draft. */
class LoadFault extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };
  static getDerivedStateFromError() {
    return { failed: true };
  }
  override render() {
    return this.state.failed ? <Failed /> : this.props.children;
  }
}

function Failed() {
  const { frame, errors } = usePortal().texts;
  return (
    <main id="main" className="flow">
      <h1>{navigator.onLine ? errors.ours : errors.offlineLoad}</h1>
      <button className="btn" type="button" onClick={() => location.reload()}>{frame.again}</button>
    </main>
  );
}
