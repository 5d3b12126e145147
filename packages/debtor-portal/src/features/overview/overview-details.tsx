import { useFormats, useOpenPortal } from "../../lib/portal";
import { Bill } from "../../ui/bill";
import { Link } from "../../ui/link";

/** What was agreed by phone, with the answer that was given to it. */
export function Agreements() {
  const { texts, overview } = useOpenPortal();
  const { fullDay } = useFormats();
  const words = texts.overview;
  if (overview.agreements.length === 0) return null;
  return (
    <details>
      <summary>{words.agreements}</summary>
      <ul className="next">
        {overview.agreements.map(({ id, sentence, madeOn, state }) => (
          <li key={id}>
            <b className="on">{capital(fullDay(madeOn))}</b>
            {sentence}
            {state === "confirmed" && <small><br />{words.confirmed}</small>}
            {state === "contradicted" && <small><br />{words.contradicted}</small>}
            {state === "sent" || state === "unsent" ? <><br /><Link className="tap" to={`/klopt/${id}`}>{words.toAgreement}</Link></> : null}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What the amount consists of, each part a line; interest and costs with the days they are about. */
export function Breakdown() {
  const { texts, overview } = useOpenPortal();
  const { money, fullDay } = useFormats();
  const { breakdown, together } = texts.overview;
  const { claim } = overview;
  const explained = claim.lines.filter(({ kind }) => kind === "interest" || kind === "costs");
  return (
    <details>
      <summary>{breakdown.title(money(claim.outstandingCents))}</summary>
      <div className="flow">
        <Bill
          caption={breakdown.title(money(claim.outstandingCents))}
          rows={[
            { key: "principal", name: breakdown.principal(overview.invoices.length), cents: claim.principalCents },
            ...(claim.paidCents > 0 ? [{ key: "paid", name: breakdown.paid, cents: -claim.paidCents }] : []),
            { key: "interest", name: breakdown.interest, cents: claim.interestCents },
            { key: "costs", name: breakdown.costs, cents: claim.costsCents },
          ]}
          total={{ name: together, cents: claim.outstandingCents }}
        />
        <p className="soft">{breakdown.asOf(fullDay(claim.asOf))}</p>
        {explained.length > 0 && (
          <>
            <h3>{breakdown.more}</h3>
            <Bill
              caption={breakdown.more}
              rows={explained.map(({ label, cents, from, until, article, invoiceNumber }, index) => ({
                key: String(index), name: label, cents,
                hint: [invoiceNumber, from && until ? breakdown.period(fullDay(from), fullDay(until)) : null, article].filter(Boolean).map((line) => <span key={line}>{line}<br /></span>),
              }))}
            />
          </>
        )}
        <p><Link className="tap" to="/opbouw">{breakdown.whole}</Link></p>
      </div>
    </details>
  );
}

export function History() {
  const { texts, overview } = useOpenPortal();
  const { fullDay } = useFormats();
  if (overview.history.length === 0) return null;
  return (
    <details>
      <summary>{texts.overview.history}</summary>
      <ol className="next">
        {overview.history.map(({ on, text }, index) => <li key={index}><b className="on">{capital(fullDay(on))}</b>{text}</li>)}
      </ol>
    </details>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
