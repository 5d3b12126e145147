import { useFormats, useOpenPortal, type Plan } from "../../lib/portal";
import { Link } from "../../ui/link";
import { Page } from "../../ui/page";
import { Rich } from "../../ui/rich";
import { Says } from "../../ui/says";
import { Schedule } from "../../ui/schedule";

/** The plan that there is: its terms with what was paid, the next one to pay, and whom to tell when it no longer fits. */
export function ExistingPlan({ plan }: { plan: Plan }) {
  const { texts } = useOpenPortal();
  const { fullDay } = useFormats();
  const { existing } = texts.plans;
  const runs = plan.state === "running" || plan.state === "behind";
  return (
    <Page title={existing.title} ways="terms">
      {plan.state === "proposed" && <Says shape="clock"><p><Rich text={existing.proposed(plan.answerBy ? fullDay(plan.answerBy) : null)} /></p></Says>}
      {plan.state === "offered" && <Says shape="person"><p>{existing.offered}</p></Says>}
      <Schedule instalments={plan.instalments.map((instalment) => ({ ...instalment, ...(runs ? {} : { state: "" }) }))} total={plan.totalCents} />
      {runs && plan.nextCents !== null && <p><Link className="btn" to="/betalen">{texts.overview.plan.payTerm}</Link></p>}
      <p>{existing.change} <Link to="/bel-mij">{existing.changeLink}</Link></p>
    </Page>
  );
}
