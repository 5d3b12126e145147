import { use, useMemo, type ReactNode } from "react";
import { AgreementPage } from "./features/agreements/agreement-page";
import { CheckPage } from "./features/check/check-page";
import { DonePage } from "./features/confirmation/done-page";
import { ContactPage } from "./features/contact/contact-page";
import { DetailsPage } from "./features/details/details-page";
import { DisputePage } from "./features/disputes/dispute-page";
import { HelpPage } from "./features/help/help-page";
import { PaidClaimPage } from "./features/paid-claims/paid-claim-page";
import { TermsPage } from "./features/payment-plans/terms-page";
import { PayPage } from "./features/payments/pay-page";
import { PaymentPage } from "./features/payments/payment-page";
import { LaterPage } from "./features/promises/later-page";
import { PagePortalContext, useOpenPortal, usePagePortal } from "./lib/portal";
import { loadPageTexts } from "./texts/texts";
import { StandingPage } from "./features/standing/standing-page";
import { Page } from "./ui/page";

/** Pages that ask for the check first, where an organisation wants one. */
const CHECKED: Readonly<Record<string, () => ReactNode>> = {
  "/termijnen": () => <TermsPage />,
  "/later": () => <LaterPage />,
  "/niet-eens": () => <DisputePage />,
  "/gegevens": () => <DetailsPage />,
};

const OPEN: Readonly<Record<string, () => ReactNode>> = {
  "/betalen": () => <PayPage />,
  "/al-betaald": () => <PaidClaimPage />,
  "/hulp": () => <HelpPage />,
  "/bel-mij": () => <ContactPage />,
  "/klaar": () => <DonePage />,
  "/opbouw": () => <StandingPage />,
  "/privacy": () => <PrivacyPage />,
};

/** The page of an address, with the texts that pages need. */
export default function Pages({ path }: { path: string }) {
  const portal = useOpenPortal();
  const more = use(loadPageTexts(portal.language, portal.creditor.tone));
  const page = useMemo(() => ({ ...portal, texts: { ...portal.texts, ...more } }), [portal, more]);
  return <PagePortalContext value={page}><PageOf path={path} /></PagePortalContext>;
}

function PageOf({ path }: { path: string }) {
  const { session, overview, texts } = usePagePortal();
  const [, first = "", id] = path.split("/");
  if (first === "terug" && id) return <PaymentPage key={id} id={id} />;
  if (first === "klopt" && id) return <AgreementPage key={id} id={id} />;
  if (first === "controle") return <CheckPage then="/" />;
  const checked = CHECKED[path];
  if (checked) return session.checkNeeded ? <CheckPage then={path} /> : checked();
  // Before the check a link without a message names no invoice: what can be paid is only known after it.
  if (path === "/betalen" && session.checkNeeded && overview.invoices.length === 0) return <CheckPage then={path} />;
  const open = OPEN[path];
  if (open) return open();
  return <Page title={texts.frame.notFound.title} ways><p>{texts.frame.notFound.what}</p></Page>;
}

function PrivacyPage() {
  const { privacy } = usePagePortal().texts.frame;
  return <Page title={privacy.title}>{privacy.lines.map((line) => <p key={line}>{line}</p>)}</Page>;
}
