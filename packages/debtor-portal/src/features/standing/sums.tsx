import { useFormats, usePagePortal } from "../../lib/portal";
import { Bill } from "../../ui/bill";
import type { Standing } from "./standing-page";

/** The parts of the amount, one a line. */
export function Sums({ standing }: { standing: Standing }) {
  const { texts } = usePagePortal();
  const { fullDay } = useFormats();
  const { parts, asOf } = texts.standing;
  return (
    <>
      <Bill
        caption={texts.standing.title}
        rows={[
          { key: "principal", name: parts.principal, cents: standing.principalCents },
          ...(standing.interestCents > 0 ? [{ key: "interest", name: parts.interest, cents: standing.interestCents }] : []),
          ...(standing.costsCents > 0 ? [{ key: "costs", name: parts.costs, cents: standing.costsCents }] : []),
          ...(standing.paidCents !== 0 ? [{ key: "paid", name: parts.paid, cents: -standing.paidCents }] : []),
        ]}
        total={{ name: parts.together, cents: standing.outstandingCents }}
      />
      <p className="soft">{asOf(fullDay(standing.asOf))}</p>
    </>
  );
}
