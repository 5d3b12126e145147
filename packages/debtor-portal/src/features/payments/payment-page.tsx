import { useEffect, useState } from "react";
import { StartPaymentDocument, type CheckoutPartsFragment } from "../../graphql/graphql";
import { ask } from "../../lib/client";
import { useFormats, usePagePortal } from "../../lib/portal";
import { useAct } from "../../lib/use-act";
import { Sum } from "../../ui/bill";
import { Facts } from "../../ui/facts";
import { Link } from "../../ui/link";
import { Page } from "../../ui/page";
import { Rich } from "../../ui/rich";
import { Says } from "../../ui/says";
import { leaveForBank, sameAgain } from "./leave-for-bank";
import { useCheckout } from "./use-checkout";

/** Back from the bank: paid, not paid, or we wait. Unknown is never called failed. */
export function PaymentPage({ id }: { id: string }) {
  const { checkout, stillAsking, fault, look } = useCheckout(id);
  const { texts, refresh } = usePagePortal();
  const settled = checkout?.state === "paid";
  useEffect(() => {
    if (settled) void refresh().catch(() => {});
  }, [settled, refresh]);
  if (fault) return <Page title={texts.frame.notFound.title} ways><p>{texts.errors.refusals[fault]}</p></Page>;
  if (checkout?.state === "paid") return <Paid checkout={checkout} />;
  if (checkout && ["failed", "canceled", "expired"].includes(checkout.state)) return <NotPaid checkout={checkout} />;
  return <Waiting checkout={checkout} stillAsking={stillAsking} look={look} />;
}

function Waiting({ checkout, stillAsking, look }: { checkout: CheckoutPartsFragment | null; stillAsking: boolean; look: () => void }) {
  const { waiting } = usePagePortal().texts.payments;
  const { money } = useFormats();
  return (
    <Page title={waiting.title} back={false}>
      <p role="status">{stillAsking ? waiting.status : waiting.longer}</p>
      {stillAsking && <progress aria-label={waiting.title} />}
      <p><b>{waiting.notAgain}</b></p>
      {checkout && (
        <Facts facts={[
          { name: waiting.amount, value: money(checkout.amountCents), figures: true },
          { name: waiting.reference, value: checkout.reference, figures: true },
        ]} />
      )}
      <Says shape="clock"><p><b>{waiting.takesLonger}</b></p><p>{waiting.close}</p><p>{waiting.quiet}</p></Says>
      <p><button className="btn two" type="button" onClick={look}>{waiting.look}</button></p>
      {checkout?.state === "open" && checkout.url && <p>{waiting.goOnHint} <a href={checkout.url}>{waiting.goOn}</a></p>}
    </Page>
  );
}

function NotPaid({ checkout }: { checkout: CheckoutPartsFragment }) {
  const { texts } = usePagePortal();
  const { failed, pay } = texts.payments;
  const act = useAct();
  const again = () => act.submit([], async () => {
    const paysFor = sameAgain(checkout);
    leaveForBank((await ask(StartPaymentDocument, paysFor)).startPayment, paysFor);
  });
  return (
    <Page title={failed.title} act={act} ways="pay">
      <p>{failed.what}</p>
      <p>{failed.same}</p>
      <Sum name={pay.now} cents={checkout.amountCents} />
      <p><button className="btn" type="button" aria-busy={act.busy || undefined} onClick={again}>{failed.again}</button></p>
      <p><Link className="tap" to="/betalen">{failed.otherWay}</Link></p>
    </Page>
  );
}

function Paid({ checkout }: { checkout: CheckoutPartsFragment }) {
  const { texts, overview } = usePagePortal();
  const { money, fullDay } = useFormats();
  const { paid } = texts.payments;
  // What is left is only known after the overview was asked again; until then nothing is said about it.
  const [before] = useState(overview);
  const fresh = overview !== before;
  return (
    <Page title={paid.title} back={false} done={paid.thanks(money(checkout.amountCents))}>
      <Facts facts={[
        { name: paid.reference, value: checkout.reference, figures: true },
        ...(checkout.paidOn ? [{ name: paid.on, value: fullDay(checkout.paidOn) }] : []),
      ]} />
      <h2>{paid.next}</h2>
      <ol className="next">
        <li>{paid.booked}</li>
        <li>{paid.mail}</li>
        {fresh && <li>{overview.outstandingCents > 0 ? <Rich text={paid.rest(money(overview.outstandingCents))} /> : paid.nothingLeft}</li>}
      </ol>
      <p><button className="btn two" type="button" onClick={() => window.print()}>{texts.done.print}</button></p>
      <p><Link className="tap" to="/">{texts.frame.back}</Link></p>
    </Page>
  );
}

