import { useFormats, usePagePortal } from "../../lib/portal";
import { Bill } from "../../ui/bill";
import { formatPercent } from "./format-percent";
import type { Standing } from "./standing-page";

/** Each run of days with its rate and the sum it ran over. The lines sum to the interest. */
export function InterestExplained({ standing }: { standing: Standing }) {
  const { texts, language } = usePagePortal();
  const { money, fullDay } = useFormats();
  const { interest: words } = texts.standing;
  if (standing.interest.length === 0 || standing.interestCents === 0) return null;
  return (
    <section className="gap flow">
      <h2>{words.title}</h2>
      <Bill
        caption={words.title}
        rows={standing.interest.map(({ invoiceNumber, from, until, days, rateBasisPoints, baseCents, cents }) => ({
          key: `${invoiceNumber}-${from}`, name: invoiceNumber, cents,
          hint: <>{words.span(fullDay(from), fullDay(until))}<br />{words.count(days)}, {words.rate(formatPercent(rateBasisPoints, language), money(baseCents))}</>,
        }))}
      />
      <p className="soft">{words.why(standing.interestArticle)}</p>
      {standing.rateAssumedFrom && <p className="soft">{words.assumed(fullDay(standing.rateAssumedFrom))}</p>}
    </section>
  );
}

/** The costs as they were booked, bracket by bracket. */
export function CostsExplained({ standing }: { standing: Standing }) {
  const { texts, language } = usePagePortal();
  const { money, fullDay } = useFormats();
  const { costs: words, parts } = texts.standing;
  if (standing.costs.length === 0) return null;
  return (
    <section className="gap flow">
      <h2>{words.title}</h2>
      {standing.costs.map(({ on, cents, baseCents, vatCents, minimumApplied, lines }, index) => (
        <div key={index} className="flow">
          {lines.length > 0 && <p>{words.over(money(baseCents), fullDay(on))}</p>}
          <Bill
            caption={words.title}
            rows={[
              ...lines.map(({ partCents, rateBasisPoints, costs }, at) => ({ key: String(at), name: words.slice(formatPercent(rateBasisPoints, language), money(partCents)), cents: Math.round(Number(costs) * 100) })),
              ...(vatCents > 0 ? [{ key: "vat", name: words.vat, cents: vatCents }] : []),
            ]}
            total={{ name: minimumApplied ? words.least : parts.costs, cents }}
          />
        </div>
      ))}
      <p className="soft">{words.why(standing.costsArticle)}</p>
    </section>
  );
}

/** What was paid, set off or let go, each with the day it counts from and what it went to first. */
export function PaidExplained({ standing }: { standing: Standing }) {
  const { paid: words } = usePagePortal().texts.standing;
  const { money, fullDay } = useFormats();
  if (standing.paid.length === 0) return null;
  return (
    <section className="gap flow">
      <h2>{words.title}</h2>
      <Bill
        caption={words.title}
        rows={standing.paid.map(({ on, kind, cents, parts }, index) => ({
          key: String(index), cents: -cents,
          name: <>{words.kinds[kind as keyof typeof words.kinds] ?? words.kinds.payment}, {fullDay(on)}</>,
          hint: parts.map(({ invoiceNumber, part, cents: share }) => <span key={`${invoiceNumber}-${part}`}>{money(share)} {words.to[part as keyof typeof words.to](invoiceNumber)}<br /></span>),
        }))}
      />
      <p className="soft">{words.first}</p>
    </section>
  );
}
