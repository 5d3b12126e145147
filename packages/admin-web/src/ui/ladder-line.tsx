import "./timeline.css";
import { useTranslation } from "react-i18next";
import type { CaseQuery } from "../graphql/graphql";
import { useFormat } from "../lib/format";
import { useWords } from "../lib/words";
import { Shape, type ShapeName } from "./shape";
import { Waiting } from "./waiting";

type LadderFacts = CaseQuery["case"]["ladder"];

const SHAPES: Readonly<Record<string, ShapeName>> = { done: "done", next: "pause", planned: "planned", skipped: "right" };

/** The ladder as a line: done is solid, today a dot, planned dashed; the next step says why it waits and until when. */
export function LadderLine({ ladder }: { ladder: LadderFacts }) {
  const { t } = useTranslation();
  const { day, today } = useFormat();
  const word = useWords();
  const firstAhead = ladder.steps.findIndex(({ state }) => state === "next" || state === "planned");
  const now = <li className="today" key="today"><span>{t("ladder.today", { day: day(today) })}</span></li>;
  return (
    <ol className="ladder">
      {ladder.steps.flatMap((step, index) => [
        ...(index === firstAhead ? [now] : []),
        <li key={`${step.key}-${index}`} data-state={step.state}>
          <Shape name={step.state === "next" && !ladder.waiting ? "planned" : (SHAPES[step.state] ?? "ring")} />
          <time>{step.on ? day(step.on) : ""}</time>
          <div>
            <span className={step.state === "done" ? undefined : "medium"}>{word("steps", step.key)}</span>{" "}
            <span className="second small">{[step.channel === step.key ? null : word("channels", step.channel), step.state === "skipped" ? t("ladder.skipped") : null, step.note].filter(Boolean).join(", ")}</span>
            {step.state === "next" && ladder.waiting && (
              <p className="waiting"><Waiting reason={ladder.waiting} until={ladder.waitingUntil} detail={ladder.waitingDetail} /></p>
            )}
          </div>
        </li>,
      ])}
      {firstAhead === -1 && now}
    </ol>
  );
}
