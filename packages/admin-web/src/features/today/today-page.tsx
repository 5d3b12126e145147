import "./today.css";
import { useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { TodayDocument, type TodayQuery } from "../../graphql/graphql";
import { useFormat } from "../../lib/format";
import { useViewer } from "../../lib/viewer";
import { Page } from "../../ui/frame/page";
import { Shape } from "../../ui/shape";
import { View } from "../../ui/view-state";
import { WorkList } from "./work-list";

/** Vandaag: what needs a human now. */
export default function TodayPage() {
  const { t } = useTranslation();
  const { day, today } = useFormat();
  const asked = useQuery(TodayDocument, { pollInterval: 60_000 });
  return (
    <Page title={t("nav.today")} sub={day(today)}>
      <View asked={asked} rows={10}>
        {(data) => (
          <>
            <Figures figures={data.today.figures} />
            <Nights last={data.today.lastNight} tonight={data.today.tonight} />
            <WorkList items={data.today.work} />
          </>
        )}
      </View>
    </Page>
  );
}

const FIGURES = ["outstanding", "overdue", "promisedThisWeek", "receivedThisWeek"] as const;

function Figures({ figures }: { figures: TodayQuery["today"]["figures"] }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  return (
    <dl className="figures">
      {FIGURES.flatMap((key) => {
        const figure = figures.find((one) => one.key === key);
        if (!figure) return [];
        const { cents, changeCents } = figure;
        return [
          <div key={key}>
            <dt>{t(`today.figures.${key}`)}</dt>
            <dd className="big">{money(cents)}</dd>
            <dd className="delta">
              {changeCents === 0
                ? t("today.same")
                : <><Shape name={changeCents > 0 ? "more" : "less"} size={13} /><span><b>{changeCents > 0 ? t("today.more", { amount: money(changeCents) }) : t("today.less", { amount: money(-changeCents) })}</b> <span className="than">{t("today.thanYesterday")}</span></span></>}
            </dd>
          </div>,
        ];
      })}
    </dl>
  );
}

type Night = TodayQuery["today"]["tonight"];

function Nights({ last, tonight }: { last: Night | null; tonight: Night }) {
  const { t } = useTranslation();
  const { time, day } = useFormat();
  const autopilot = useViewer()?.organisation.autopilot ?? true;
  const sent = (night: Night) => t("today.sent", { mails: t("today.mails", { count: night.mails }), letters: t("today.letters", { count: night.letters }), calls: t("today.callTasks", { count: night.calls }) });
  return (
    <div className="nights">
      {last && (
        <p>
          <Shape name="done" /><b className="medium">{t("today.lastNight")}</b>
          <span>{sent(last)} <span className="second">{last.ranAt ? t("today.ranAt", { day: day(last.day), time: time(last.ranAt) }) : ""} {last.stopped > 0 ? t("today.stopped", { count: last.stopped }) : ""}</span></span>
        </p>
      )}
      <p>
        <Shape name={autopilot ? "planned" : "pause"} /><b className="medium">{t("today.tonight")}</b>
        <span>{autopilot ? sent(tonight) : t("today.autopilotOff")} <span className="second">{tonight.waiting > 0 ? t("today.waiting", { count: tonight.waiting }) : ""}</span></span>
        <Link to="/night">{t("today.openDryRun")}</Link>
      </p>
    </div>
  );
}
