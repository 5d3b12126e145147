import { useCallback, useEffect, useState } from "react";
import { StandingDocument, type StandingQuery } from "../../graphql/graphql";
import { ask } from "../../lib/client";
import { useFormats, usePagePortal } from "../../lib/portal";
import { Bill } from "../../ui/bill";
import { Page } from "../../ui/page";
import { CostsExplained, InterestExplained, PaidExplained } from "./explained";
import { Sums } from "./sums";
import { WhatIf } from "./what-if";

export type Standing = StandingQuery["standing"];

/** Where every cent of the amount comes from: invoices, interest by period, costs by bracket, payments and what each paid first. */
export function StandingPage() {
  const { texts } = usePagePortal();
  const [standing, setStanding] = useState<Standing>();
  const [failed, setFailed] = useState(false);
  const load = useCallback(() => {
    setFailed(false);
    ask(StandingDocument, { payOn: null }).then((answer) => setStanding(answer.standing), () => setFailed(true));
  }, []);
  useEffect(load, [load]);
  if (failed) {
    return (
      <Page title={texts.standing.title} ways>
        <p role="alert">{texts.errors.ours}</p>
        <p><button className="btn" type="button" onClick={load}>{texts.frame.again}</button></p>
      </Page>
    );
  }
  if (!standing) return <Page title={texts.standing.title}><p role="status">{texts.standing.loading}</p></Page>;
  return (
    <Page title={texts.standing.title} ways>
      <Sums standing={standing} />
      <WhatIf today={standing} />
      <Invoices standing={standing} />
      <InterestExplained standing={standing} />
      <CostsExplained standing={standing} />
      <PaidExplained standing={standing} />
    </Page>
  );
}

function Invoices({ standing }: { standing: Standing }) {
  const { texts } = usePagePortal();
  const { fullDay } = useFormats();
  return (
    <section className="gap flow">
      <h2>{texts.standing.invoices}</h2>
      <Bill caption={texts.standing.invoices} rows={standing.invoices.map(({ number, dueOn, cents }) => ({ key: number, name: texts.overview.invoice(number), hint: texts.standing.due(fullDay(dueOn)), cents }))} />
    </section>
  );
}
