import { useFormats, useOpenPortal } from "../../lib/portal";
import { Link } from "../../ui/link";
import { Rich } from "../../ui/rich";
import { Says } from "../../ui/says";

/** What was agreed stands above the bill, with its next day. One message: the plan, else the promise, else the pause. */
export function Standing() {
  const { texts, overview } = useOpenPortal();
  const { money, day } = useFormats();
  const { plan, promise, paused } = overview;
  const words = texts.overview;
  const next = plan?.nextCents == null ? null : money(plan.nextCents);
  const nextOn = plan?.nextOn ? day(plan.nextOn) : null;
  const sentence = (() => {
    switch (plan?.state) {
      case "running": return words.plan.running(next, nextOn);
      case "behind": return words.plan.behind(next, nextOn);
      case "proposed": return words.plan.proposed(plan.answerBy ? day(plan.answerBy) : null);
      case "offered": return words.plan.offered;
      default: return null;
    }
  })();
  if (sentence) {
    return (
      <Says shape={plan?.state === "proposed" ? "clock" : "done"}>
        <p><Rich text={sentence} /></p>
        <p><Link className="tap" to="/termijnen">{words.plan.see}</Link></p>
      </Says>
    );
  }
  if (promise?.state === "open") return <Says shape="done"><p><Rich text={words.promise(money(promise.amountCents), day(promise.byDay))} /></p></Says>;
  if (!paused) return null;
  const reason = { paidClaim: words.paused.paidClaim, hardship: words.paused.hardship, dispute: words.paused.dispute }[paused.reason] ?? words.paused.staff;
  return (
    <Says shape="done">
      <p>{reason}</p>
      <p><Rich text={paused.until ? words.paused.until(day(paused.until)) : words.paused.open} /></p>
    </Says>
  );
}
