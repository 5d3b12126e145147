import { useLazyQuery } from "@apollo/client/react";
import type { LadderStep } from "@tegemoet/domain";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { TryLadderDocument, TryLadderOnLastYearDocument, type TryLadderOnLastYearQuery, type TryLadderQuery } from "../../graphql/graphql";
import { useFormat } from "../../lib/format";
import { useWords } from "../../lib/words";
import { Button } from "../../ui/button";
import { Empty, View } from "../../ui/view-state";
import { signedDay, useStepName } from "./step-name";
import { inputOf } from "./steps";

interface TrialPanelProps { ladderId: string; steps: readonly LadderStep[]; sound: boolean; inForceVersion: number | null; asked: number }

/** What the steps on screen would do: to five real invoices, and to last year's. Nothing is written. */
export function TrialPanel({ ladderId, steps, sound, inForceVersion, asked }: TrialPanelProps) {
  const { t } = useTranslation();
  const panel = useRef<HTMLElement>(null);
  const [tryIt, tried] = useLazyQuery(TryLadderDocument, { fetchPolicy: "network-only" });
  const [tryYear, year] = useLazyQuery(TryLadderOnLastYearDocument, { fetchPolicy: "network-only" });
  const variables = { ladderId, steps: steps.map(inputOf) };
  useEffect(() => {
    if (asked === 0 || !sound) return;
    void tryIt({ variables });
    panel.current?.scrollIntoView({ block: "nearest" });
    panel.current?.focus({ preventScroll: true });
    // Asked for by a press; a later change of the steps waits for "again".
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [asked]);
  return (
    <section ref={panel} tabIndex={-1} className="ladder-trial" aria-label={t("ladder.tryTitle")}>
      <div className="section-head"><h2>{t("ladder.tryTitle")}</h2></div>
      {!sound ? <p className="small second">{t("ladder.tryFaults")}</p> : (
        <>
          <p className="small second">{t("ladder.tryWhat")}</p>
          <p><Button size="row" busy={tried.loading} onClick={() => void tryIt({ variables })}>{tried.called ? t("ladder.refresh") : t("ladder.tryOut")}</Button></p>
          {tried.called && <View asked={{ ...tried, refetch: () => tryIt({ variables }) }} rows={4}>{(data) => <Invoices tried={data.tryLadder} steps={steps} />}</View>}
          <div className="section-head"><h2>{t("ladder.year")}</h2>{year.data && <span className="rest"><YearCount year={year.data.tryLadderOnLastYear} /></span>}</div>
          <p><Button size="row" busy={year.loading} onClick={() => void tryYear({ variables })}>{year.called ? t("ladder.refresh") : t("ladder.yearRun")}</Button></p>
          {year.called && <View asked={{ ...year, refetch: () => tryYear({ variables }) }} rows={5}>{(data) => <Year year={data.tryLadderOnLastYear} version={inForceVersion} />}</View>}
        </>
      )}
    </section>
  );
}

type Tried = TryLadderQuery["tryLadder"][number];

function Invoices({ tried, steps }: { tried: readonly Tried[]; steps: readonly LadderStep[] }) {
  const { t } = useTranslation();
  const { day, money } = useFormat();
  const word = useWords();
  if (tried.length === 0) return <Empty>{t("ladder.tryEmpty")}</Empty>;
  return (
    <ul className="tried">
      {tried.map((invoice) => (
        <li key={invoice.invoiceId} className="small">
          <p><Link to={`/invoices/${invoice.invoiceId}`}>{invoice.invoiceNumber}</Link> <span className="second">{invoice.debtorName}, {money(invoice.openCents)}, {day(invoice.dueOn)}</span></p>
          {invoice.had.length > 0 && <p className="tiny third">{t("ladder.had", { steps: invoice.had.map((key) => word("steps", key)).join(", ") })}</p>}
          {sameDays(invoice) ? <TrialDays head={t("ladder.trySame")} steps={invoice.now} known={steps} /> : (
            <div className="tried-two">
              <TrialDays head={t("ladder.tryNow")} steps={invoice.now} known={steps} />
              <TrialDays head={t("ladder.tryThen")} steps={invoice.tried} known={steps} other={invoice.now} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

/** At most so many of the days that come back again and again. */
const SHOWN = 9;

const dayOfStep = ({ step, on, occurrence }: Tried["now"][number]): string => `${step} ${occurrence} ${on}`;
const sameDays = ({ now, tried }: Tried): boolean => now.map(dayOfStep).join() === tried.map(dayOfStep).join();

function TrialDays({ head, steps, known, other }: { head: string; steps: Tried["now"]; known: readonly LadderStep[]; other?: Tried["now"] }) {
  const { t } = useTranslation();
  const { day } = useFormat();
  const word = useWords();
  const name = useStepName();
  const nameOf = (key: string, channel: string) => {
    const step = known.find(({ id }) => id === key);
    return step ? name(step) : name({ id: key, channel: channel as LadderStep["channel"], template: key });
  };
  return (
    <div>
      <h3>{head}</h3>
      {steps.length === 0 ? <p className="second">{t("ladder.tryNothing")}</p> : (
        <ol>
          {steps.slice(0, SHOWN).map((taken) => (
            <li key={`${taken.step}${taken.occurrence}`} className={other && !other.some((each) => dayOfStep(each) === dayOfStep(taken)) ? "medium" : undefined}>
              <span className="third nowrap">{day(taken.on)}</span> <span title={word("channels", taken.channel)}>{nameOf(taken.step, taken.channel)}</span>
            </li>
          ))}
          {steps.length > SHOWN && <li className="second">{signedDay(steps.length - SHOWN)}</li>}
        </ol>
      )}
    </div>
  );
}

type YearFacts = TryLadderOnLastYearQuery["tryLadderOnLastYear"];
const ROWS = ["messages", "letters", "calls", "tasks", "handOvers", "untouched"] as const;

function YearCount({ year }: { year: YearFacts }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  return year.invoices === year.allInvoices ? t("ladder.yearOf", { count: number(year.invoices) as never }) : t("ladder.yearSample", { count: number(year.invoices) as never, all: number(year.allInvoices) });
}

function Year({ year, version }: { year: YearFacts; version: number | null }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const rows = ROWS.filter((row) => row !== "tasks" || (year.now?.tasks ?? 0) + year.tried.tasks > 0);
  return (
    <>
      <table className="year-table">
        <thead><tr><th scope="col"><span className="unseen">{t("ladder.year")}</span></th>{year.now && version !== null && <th scope="col" className="amount">{t("ladder.yearNow", { version })}</th>}<th scope="col" className="amount">{t("ladder.yearThen")}</th></tr></thead>
        <tbody>{rows.map((row) => <tr key={row}><td>{t(`ladder.yearRows.${row}`)}</td>{year.now && version !== null && <td className="amount">{number(year.now[row])}</td>}<td className="amount">{number(year.tried[row])}</td></tr>)}</tbody>
      </table>
      <p className="hint">{t("ladder.yearWhat")}</p>
    </>
  );
}
