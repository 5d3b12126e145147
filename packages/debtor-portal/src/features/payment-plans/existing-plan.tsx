import { AcceptPlanDocument } from "../../graphql/graphql";
import { ask } from "../../lib/client";
import { useFormats, usePagePortal, type Plan } from "../../lib/portal";
import { useAct } from "../../lib/use-act";
import { useFinish } from "../../lib/use-finish";
import { Link } from "../../ui/link";
import { Page } from "../../ui/page";
import { Rich } from "../../ui/rich";
import { Says } from "../../ui/says";
import { Schedule } from "../../ui/schedule";

/** The plan that there is: its terms with what was paid, the next one to pay, and whom to tell when it no longer fits. */
export function ExistingPlan({ plan }: { plan: Plan }) {
  const { texts } = usePagePortal();
  const { fullDay } = useFormats();
  const { existing, yes } = texts.plans;
  const act = useAct();
  const finish = useFinish();
  const accept = () => act.submit([], async () => finish((await ask(AcceptPlanDocument, { id: plan.id })).acceptPlan));
  const runs = plan.state === "running" || plan.state === "behind";
  return (
    <Page title={existing.title} act={act} ways="terms">
      {plan.state === "proposed" && <Says shape="clock"><p><Rich text={existing.proposed(plan.answerBy ? fullDay(plan.answerBy) : null)} /></p></Says>}
      {plan.state === "offered" && <Says shape="person"><p><Rich text={existing.offered(plan.answerBy ? fullDay(plan.answerBy) : null)} /></p></Says>}
      <Schedule instalments={plan.instalments.map((instalment) => ({ ...instalment, ...(runs ? {} : { state: "" }) }))} total={plan.totalCents} />
      {plan.state === "offered" && <p><button className="btn" type="button" aria-busy={act.busy || undefined} onClick={accept}>{yes.button}</button></p>}
      {runs && plan.nextCents !== null && <p><Link className="btn" to="/betalen">{texts.overview.plan.payTerm}</Link></p>}
      <p>{existing.change} <Link to="/bel-mij">{existing.changeLink}</Link></p>
    </Page>
  );
}
