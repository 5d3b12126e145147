import "./frame.css";
import { goldenHourAt, nextGoldenHour } from "@tegemoet/domain";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { clock, minuteOf } from "../../lib/format";
import { useViewer } from "../../lib/viewer";

const FROM = 9 * 60;
const UNTIL = 17 * 60;
const WIDTH = 168;
const at = (minute: number) => ((Math.max(FROM, Math.min(UNTIL, minute)) - FROM) / (UNTIL - FROM)) * WIDTH;

/** The minute of the day by the server's clock, which the demo can move; counted on from when the answer came. */
export function useMinute(): number {
  const now = useViewer()?.now;
  const [minutesSince, setMinutesSince] = useState(0);
  useEffect(() => {
    const start = performance.now();
    setMinutesSince(0);
    const timer = setInterval(() => setMinutesSince(Math.floor((performance.now() - start) / 60_000)), 15_000);
    return () => clearInterval(timer);
  }, [now]);
  return now ? minuteOf(now) + minutesSince : FROM;
}

/** 78 minutes is "1 u 18 min". */
export function useDuration(): (minutes: number) => string {
  const { t } = useTranslation();
  return (minutes) => (minutes < 60 ? t("hours.minutes", { minutes }) : t("hours.hours", { hours: Math.floor(minutes / 60), minutes: minutes % 60 }));
}

/** The working day from nine to five, the golden hours as bars, a pin for now, and how long the present one lasts. */
export function RulerOfTheDay() {
  const { t } = useTranslation();
  const duration = useDuration();
  const windows = useViewer()?.goldenWindows ?? [];
  const minute = useMinute();
  const golden = goldenHourAt(minute, windows);
  const next = nextGoldenHour(minute, windows);
  const spoken = windows.map(({ fromMinute, untilMinute }) => t("hours.span", { from: clock(fromMinute), until: clock(untilMinute) })).join(", ");
  return (
    <div className="hours">
      <svg viewBox={`0 0 ${WIDTH} 30`} role="img" aria-label={t("hours.label", { windows: spoken, now: clock(minute) })}>
        <path className="axis" d={`M0 12.5H${WIDTH}`} />
        {Array.from({ length: 9 }, (_, hour) => <path key={hour} className="axis" d={`M${(hour * WIDTH) / 8} 10v5`} />)}
        {windows.map(({ fromMinute, untilMinute }) => (
          <g key={fromMinute}>
            <rect className="gold" x={at(fromMinute)} y="9" width={Math.max(0, at(untilMinute) - at(fromMinute))} height="7" rx="1.5" />
            <text x={at(fromMinute)} y="29" textAnchor="middle">{clock(fromMinute)}</text>
            <text x={at(untilMinute)} y="29" textAnchor="middle">{clock(untilMinute)}</text>
          </g>
        ))}
        {minute >= FROM && minute <= UNTIL && <><path className="pin" d={`M${at(minute)} 3v17`} /><circle className="head" cx={at(minute)} cy="3.5" r="3" /></>}
      </svg>
      {golden
        ? <span className="now">{t("hours.golden")} <span>{t("hours.left", { time: duration(golden.untilMinute - minute) })}</span></span>
        : <span className="later">{next ? t("hours.next", { time: clock(next.fromMinute) }) : windows.length === 0 ? t("hours.none") : null}</span>}
    </div>
  );
}
