import "./claim-sum.css";
import { addDays } from "@tegemoet/domain";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ClaimFactsFragment } from "../graphql/graphql";
import { useFormat } from "../lib/format";
import { CostLines, PaidLines } from "./claim-lines";
import { Explain } from "./explain";

type Claim = ClaimFactsFragment;

interface ClaimSumProps {
  claim: Claim;
  /** How many invoices it is about. */
  invoiceCount: number;
  /** Below the total: what it is on another day. */
  below?: ReactNode;
}

/** What is owed, as a sum: principal + interest + costs − paid. Each part opens to what it is made of, with its article and day. */
export function ClaimSum({ claim, invoiceCount, below }: ClaimSumProps) {
  const { t } = useTranslation();
  const { money, day } = useFormat();
  const interestBelow = [...new Set(claim.interestLines.map(({ rateBasisPoints }) => rateBasisPoints))];
  const { percent } = useFormat();
  return (
    <section className="sum" aria-label={t("claim.label")}>
      <Term label={t("claim.principal")} figure={money(claim.principalCents)} below={t("claim.invoices", { count: invoiceCount })} />
      <span className="op" aria-hidden="true">+</span>
      <Term
        label={t("claim.interestUntil", { day: day(claim.asOf) })} below={interestBelow.length === 0 ? t("claim.noInterest") : interestBelow.map(percent).join(", ")}
        figure={<Explain title={t("claim.interest")} target={money(claim.interestCents)} width={520} law={claim.interestArticle}><InterestLines claim={claim} /></Explain>}
      />
      <span className="op" aria-hidden="true">+</span>
      <Term
        label={t("claim.costs")} below={!claim.costsLawful ? t("claim.notYet") : claim.costsCents === 0 ? t("claim.none") : t("claim.scale")}
        figure={<Explain title={t("claim.collectionCosts")} target={money(claim.costsCents)} law={claim.costsArticle}><CostLines claim={claim} /></Explain>}
      />
      <span className="op" aria-hidden="true">−</span>
      <Term
        label={t("claim.paid")} below={paidTimes(claim) === 0 ? t("standing.paidBelow_zero") : t("standing.paidBelow", { count: paidTimes(claim) })}
        figure={<Explain title={t("claim.paid")} target={money(claim.paidCents - claim.forgivenCents)} width={480} law={t("standing.paidFirst")}><PaidLines claim={claim} which="paid" /></Explain>}
      />
      {claim.forgivenCents !== 0 && (
        <>
          <span className="op" aria-hidden="true">−</span>
          <Term
            label={t("standing.forgiven")} below={t("standing.forgivenBelow")}
            figure={<Explain title={t("standing.forgivenBelow")} target={money(claim.forgivenCents)} width={480}><PaidLines claim={claim} which="forgiven" /></Explain>}
          />
        </>
      )}
      <span className="op" aria-hidden="true">=</span>
      <Term
        total label={t("claim.outstandingOn", { day: day(claim.asOf) })} figure={money(claim.outstandingCents)}
        below={below ?? t("claim.tomorrow", { day: day(addDays(claim.asOf, 1)), amount: money(claim.tomorrowCents) })}
      />
    </section>
  );
}

function Term({ label, figure, below, total = false }: { label: string; figure: ReactNode; below: ReactNode; total?: boolean }) {
  return (
    <div className={total ? "term total" : "term"}>
      <span className="label">{label}</span>
      <span className="figure">{figure}</span>
      <span className="below">{below}</span>
    </div>
  );
}

function InterestLines({ claim }: { claim: Claim }) {
  const { t } = useTranslation();
  const { money, day, percent, exact } = useFormat();
  if (claim.interestLines.length === 0) return <p className="small second">{t("claim.noInterestWhy")}</p>;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t("claim.invoice")}</th><th scope="col">{t("claim.period")}</th><th scope="col" className="amount">{t("claim.over")}</th>
          <th scope="col" className="amount">{t("claim.rate")}</th><th scope="col" className="amount">{t("claim.interest")}</th>
        </tr>
      </thead>
      <tbody>
        {claim.interestLines.map((line, index) => (
          <tr key={`${line.invoiceNumber}-${line.from}-${index}`} title={line.source}>
            <td>{line.invoiceNumber}</td>
            <td className="small">{t("claim.span", { from: day(line.from), until: day(line.until) })}<br /><span className="third tiny">{t("age.days", { count: line.days })}</span></td>
            <td className="amount">{money(line.baseCents)}</td>
            <td className="amount">{percent(line.rateBasisPoints)}</td>
            <td className="amount" title={exact(line.interest)}>{money(line.cents)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr><td colSpan={4}>{t("claim.roundedOnce")}</td><td className="amount">{money(claim.interestCents)}</td></tr>
        {claim.rateAssumedFrom && <tr><td colSpan={5} className="small second">{t("standing.assumed", { day: day(claim.rateAssumedFrom) })}</td></tr>}
      </tfoot>
    </table>
  );
}

/** How often money came on it. */
function paidTimes(claim: Claim): number {
  return claim.reductions.filter(({ kind }) => kind === "payment" || kind === "set-off").length;
}
