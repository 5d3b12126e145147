import "./timeline.css";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { MarkReplyReadDocument, type TimelineFactsFragment } from "../graphql/graphql";
import { useAct } from "../lib/act";
import { useFormat } from "../lib/format";
import { useWords } from "../lib/words";
import { Button, Chip } from "./button";
import { Fault } from "./field";
import type { Mood } from "./status";
import { Shape, type ShapeName } from "./shape";
import { Empty } from "./view-state";

export type TimelineEntry = TimelineFactsFragment;

const LOOK: Readonly<Record<string, readonly [ShapeName, Mood, "spoken" | "sent" | "paid" | null]>> = {
  invoiceSent: ["letter", "plain", "sent"], invoiceBounced: ["caution", "plain", "sent"], message: ["mail", "plain", "sent"], messageBounced: ["caution", "plain", "sent"],
  reply: ["mail", "plain", "spoken"], call: ["phone", "plain", "spoken"], promiseMade: ["half", "plain", "spoken"], promiseKept: ["done", "running", "paid"],
  promiseBroken: ["broken", "serious", "spoken"], agreementConfirmed: ["done", "running", "spoken"], agreementContradicted: ["caution", "plain", "spoken"],
  payment: ["bank", "plain", "paid"], planProposed: ["half", "plain", "spoken"], planAccepted: ["steps", "running", "spoken"], planDeclined: ["ring", "plain", "spoken"],
  planBroken: ["broken", "serious", "spoken"], planFinished: ["done", "running", "paid"], dispute: ["disputed", "plain", "spoken"], disputeDecided: ["done", "running", "spoken"],
  hold: ["pause", "plain", null], holdLifted: ["ring", "plain", null], letterTerm: ["letter", "plain", "sent"], costsBooked: ["plus", "plain", null],
  handOver: ["out", "plain", null], agencyEvent: ["out", "plain", null], note: ["note", "plain", null], linkOpened: ["link", "plain", null],
  stepSkipped: ["right", "plain", null], stepPostponed: ["planned", "plain", null], stopCode: ["stop", "serious", null], stopCodeEnded: ["ring", "plain", null], taskDone: ["done", "running", null],
  selfCheck: ["stop", "serious", null], paidClaim: ["bank", "plain", "spoken"],
};

const FILTERS = ["all", "spoken", "sent", "paid"] as const;

/** Everything sent, said, paid and changed, the newest first, with who and what; filtered by kind. */
export function Timeline({ entries, heading }: { entries: readonly TimelineEntry[]; heading: string }) {
  const { t } = useTranslation();
  const [filter, setFilter] = useState<(typeof FILTERS)[number]>("all");
  const of = (which: string) => entries.filter(({ kind }) => which === "all" || LOOK[kind]?.[2] === which);
  return (
    <section aria-label={heading}>
      <div className="section-head">
        <h2>{heading}</h2>
        <span className="chips rest">
          {FILTERS.map((which) => <Chip key={which} pressed={filter === which} count={of(which).length} onPress={() => setFilter(which)}>{t(`timeline.${which}`)}</Chip>)}
        </span>
      </div>
      {of(filter).length === 0
        ? <Empty>{t("timeline.empty")}</Empty>
        : <ol className="timeline">{of(filter).map((entry) => <Entry key={entry.key} entry={entry} />)}</ol>}
    </section>
  );
}

function Entry({ entry }: { entry: TimelineEntry }) {
  const { t } = useTranslation();
  const { moment, money } = useFormat();
  const word = useWords();
  const [shape, mood] = LOOK[entry.kind] ?? ["ring", "plain", null];
  const opens = entry.messageId ? `/messages/${entry.messageId}` : null;
  const state = entry.state ? word("entryStates", entry.state) : null;
  // A state that is a code of something else (an outcome, a kind of hold) stands in the title already.
  const about = [state === entry.state ? null : state, entry.invoiceNumbers.join(", ") || null].filter(Boolean).join(" · ");
  return (
    <li data-mood={mood}>
      <time dateTime={entry.at}>{moment(entry.at)}</time>
      <Shape name={shape} />
      <div>
        <p>
          {opens ? <Link to={opens}>{entry.title}</Link> : entry.title}
          {entry.cents !== null && <> <b className="medium nowrap">{money(entry.cents)}</b></>}
          {entry.documentId && <> <a href={`/documents/${entry.documentId}?inline=1`} target="_blank" rel="noreferrer">{t("timeline.document")}</a></>}
        </p>
        {entry.text && <p className="text">{entry.text}</p>}
        {(about || entry.who) && <p className="tiny third">{[entry.who, about].filter(Boolean).join(" · ")}</p>}
        {entry.kind === "reply" && entry.state === "unread" && <MarkRead id={entry.key.replace(/^reply:/, "")} />}
      </div>
    </li>
  );
}

/** A reply holds the case until a person has read it. */
function MarkRead({ id }: { id: string }) {
  const { t } = useTranslation();
  const { run, busy, refused } = useAct(MarkReplyReadDocument);
  return (
    <span className="row" style={{ marginTop: 4 }}>
      <Button size="row" act="work" busy={busy} onClick={() => void run({ id })}>{t("message.markRead")}</Button><span className="hint">{t("message.markReadThen")}</span>
      {refused && <Fault>{refused}</Fault>}
    </span>
  );
}
