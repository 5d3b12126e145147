import { useTranslation } from "react-i18next";
import type { ClaimFactsFragment } from "../graphql/graphql";
import { useFormat } from "../lib/format";
import { useWords } from "../lib/words";

type Claim = ClaimFactsFragment;
type Booked = Claim["bookedCosts"][number];

/** The costs as they were booked: over what, by bracket of the scale, with the letter whose term had passed. */
export function CostLines({ claim }: { claim: Claim }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  if (claim.bookedCosts.length === 0) return <p className="small second reading">{t(claim.costsLawful ? "claim.noCosts" : "claim.notYetWhy")}</p>;
  return (
    <>
      {claim.bookedCosts.map((booked, index) => <BookedLines key={index} booked={booked} />)}
      {claim.bookedCosts.length > 1 && <p className="small row"><span>{t("standing.sum")}</span> <b className="amount">{money(claim.costsCents)}</b></p>}
    </>
  );
}

function BookedLines({ booked }: { booked: Booked }) {
  const { t } = useTranslation();
  const { money, day, percent, exact } = useFormat();
  return (
    <>
      <p className="small second">
        {booked.lines.length > 0 ? t("standing.costsOver", { amount: money(booked.baseCents), day: day(booked.bookedOn) }) : t("standing.costsUnknown")}
        {booked.letterDeliveredOn && booked.letterLastDay && <><br />{t("standing.letter", { delivered: day(booked.letterDeliveredOn), lastDay: day(booked.letterLastDay) })}</>}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("claim.bracket")}</th><th scope="col" className="amount">{t("claim.part")}</th>
            <th scope="col" className="amount">{t("claim.rate")}</th><th scope="col" className="amount">{t("claim.costs")}</th>
          </tr>
        </thead>
        <tbody>
          {booked.lines.map((line, index) => (
            <tr key={index}>
              <td>{line.upToCents === null ? t("claim.above") : t("claim.upTo", { amount: money(line.upToCents) })}</td>
              <td className="amount">{money(line.partCents)}</td>
              <td className="amount">{percent(line.rateBasisPoints)}</td>
              <td className="amount">{exact(line.costs)}</td>
            </tr>
          ))}
          {booked.vatCents > 0 && <tr><td colSpan={3}>{t("standing.vat")}</td><td className="amount">{money(booked.vatCents)}</td></tr>}
        </tbody>
        <tfoot><tr><td colSpan={3}>{t(booked.minimumApplied ? "claim.atLeast" : booked.maximumApplied ? "claim.atMost" : "claim.roundedOnce")}</td><td className="amount">{money(booked.wholeCents)}</td></tr></tfoot>
      </table>
      {booked.cents !== booked.wholeCents && <p className="small second">{t("standing.costsWhole", { amount: money(booked.wholeCents), share: money(booked.cents) })}</p>}
    </>
  );
}

const FORGIVEN: readonly string[] = ["waiver", "write-off"];

/** What came off a claim, entry by entry, with the day it counts from and what it paid first. Credit notes are off the principal already. */
export function PaidLines({ claim, which }: { claim: Claim; which: "paid" | "forgiven" }) {
  const { t } = useTranslation();
  const { money, day } = useFormat();
  const word = useWords();
  const shown = claim.reductions.filter(({ kind }) => kind !== "credit-note" && FORGIVEN.includes(kind) === (which === "forgiven"));
  if (shown.length === 0) return <p className="small second">{t("claim.nothingPaid")}</p>;
  return (
    <table>
      <thead><tr><th scope="col">{t("standing.on")}</th><th scope="col">{t("standing.what")}</th><th scope="col" className="amount">{t("standing.off")}</th></tr></thead>
      <tbody>
        {shown.map((entry) => (
          <tr key={entry.entryId}>
            <td className="nowrap">{day(entry.on)}</td>
            <td>
              {t(`standing.kinds.${entry.kind as "payment"}`)}{entry.reference && <span className="third tiny"> {entry.reference}</span>}
              {which === "forgiven" && entry.reason && <span className="second tiny"><br />{entry.reason}</span>}
              {entry.parts.map((part, index) => <span key={index} className="second tiny"><br />{word("claimParts", part.part)} {part.invoiceNumber}: {money(part.cents)}</span>)}
            </td>
            <td className="amount">{money(entry.cents)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
