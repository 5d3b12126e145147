import { sum } from "@tegemoet/domain";
import { useFormats, useOpenPortal } from "../../lib/portal";
import { Bill, Sum } from "../../ui/bill";
import { Link } from "../../ui/link";
import { Page } from "../../ui/page";
import { Rich } from "../../ui/rich";
import { Ways } from "../../ui/ways";
import { Agreements, Breakdown, History } from "./overview-details";
import { Standing } from "./standing";
import { billRows } from "./bill-rows";
import { Invoices } from "./invoices";

/** What is open in one sentence and one amount, what was agreed, and the ways on. */
export function OverviewPage() {
  const { texts, overview, session } = useOpenPortal();
  const open = overview.invoices.filter(({ openCents }) => openCents > 0);
  if (session.checkNeeded && overview.invoices.length === 0) return <LockedOverview />;
  const nothingOpen = overview.outstandingCents <= 0;
  return (
    <Page title={nothingOpen ? texts.overview.allPaid.title : texts.overview.title(open.length)} back={false}>
      <div className="first flow">
        <Standing />
        {nothingOpen ? <p>{texts.overview.allPaid.what}</p> : <Asked />}
      </div>
      {!nothingOpen && <Ways without="pay" hints />}
      {session.checkNeeded && (
        <div className="gap flow">
          <p>{texts.overview.details.locked}</p>
          <p><Link className="tap" to="/controle">{texts.overview.details.unlock}</Link></p>
        </div>
      )}
      <Invoices />
      <section className="gap">
        <Agreements />
        {!nothingOpen && <Breakdown />}
        <History />
        <p><button className="link" type="button" onClick={() => window.print()}>{texts.frame.print}</button></p>
      </section>
    </Page>
  );
}

/** Before the check, when the link's message named no invoice: nothing is known, so nothing is said about money. */
function LockedOverview() {
  const { noAmount, details } = useOpenPortal().texts.overview;
  return (
    <Page title={noAmount.title} back={false}>
      <p>{details.locked}</p>
      <p><Link className="btn" to="/controle">{details.unlock}</Link></p>
      <Ways hints />
    </Page>
  );
}

function Asked() {
  const { texts, overview, today } = useOpenPortal();
  const { day } = useFormats();
  const { claim, payBy, plan, paused, promise } = overview;
  const open = overview.invoices.filter(({ openCents }) => openCents > 0).map(({ number, openCents }) => ({ number, cents: openCents }));
  const more = overview.outstandingCents - sum(open.map(({ cents }) => cents));
  const noCosts = claim.interestCents + claim.costsCents === 0;
  const quiet = plan !== null || promise !== null || paused !== null;
  const termDue = plan?.nextCents && (plan.state === "running" || plan.state === "behind");
  return (
    <>
      <Bill caption={texts.overview.caption} rows={billRows(open, more, texts.overview)} />
      <Sum name={open.length === 1 && more === 0 ? texts.overview.open : texts.overview.together} cents={overview.outstandingCents} />
      {!quiet && <p><Rich text={payBy && payBy >= today ? texts.overview.payBy(day(payBy), noCosts) : texts.overview.payWhen(noCosts)} /></p>}
      <p><Link className="btn" to="/betalen">{termDue ? texts.overview.plan.payTerm : texts.frame.ways.pay.name}</Link></p>
    </>
  );
}
