import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AnswerPaidClaimDocument, EndStatusDocument, LiftHoldDocument, type HoldFactsFragment, type StatusFactsFragment } from "../graphql/graphql";
import { useAct } from "../lib/act";
import { useFormat } from "../lib/format";
import { holdReason } from "../lib/hold-reason";
import { useMay } from "../lib/may";
import { useWords } from "../lib/words";
import { Button } from "./button";
import { Fault } from "./field";
import { ReasonDialog } from "./reason-dialog";
import { Status } from "./status";
import { useSay } from "./toast";

/** What a human stopped, why, until when, who looks after it, and the way to let it go on. */
export function Holds({ holds, statuses }: { holds: readonly HoldFactsFragment[]; statuses: readonly StatusFactsFragment[] }) {
  const { t } = useTranslation();
  if (holds.length + statuses.length === 0) return null;
  return (
    <>
      <div className="section-head"><h2>{t("holds.heading")}</h2></div>
      <ul>
        {statuses.map((status) => <StopCode key={status.id} status={status} />)}
        {holds.map((hold) => <HoldRow key={hold.id} hold={hold} />)}
      </ul>
    </>
  );
}

function HoldRow({ hold }: { hold: HoldFactsFragment }) {
  const { t } = useTranslation();
  const { day } = useFormat();
  const word = useWords();
  const say = useSay();
  const lift = useAct(LiftHoldDocument);
  const answer = useAct(AnswerPaidClaimDocument);
  const [asking, setAsking] = useState(false);
  const many = hold.scope === "organisation" || hold.scope === "segment";
  const mayLift = useMay(many ? "holdMany" : "work").may;
  const brake = hold.kind === "brake";
  const until = hold.until ? t("holds.until", { day: day(hold.until) }) : hold.reviewOn ? t("holds.review", { day: day(hold.reviewOn) }) : t("holds.open");
  const about = hold.invoiceNumber ?? hold.caseNumber ?? (hold.segment ? t("holds.ofSegment", { segment: hold.segment }) : hold.scope === "organisation" ? t("holds.ofEverybody") : null);
  const found = async (yes: boolean) => {
    if (await answer.run({ holdId: hold.id, found: yes })) say.done(yes ? t("holds.paidFound") : t("holds.paidNotFound"));
  };
  return (
    <li className="stack" style={{ padding: "8px 0", borderTop: "1px solid var(--line-2)" }}>
      <span><Status shape={brake ? "stop" : "pause"} mood={brake ? "serious" : "plain"}>{[word("holdKinds", hold.kind), about].filter(Boolean).join(", ")}</Status></span>
      <span className="small second">
        {holdReason(hold.reason)}{hold.by ? ` (${hold.by})` : ""}. {t("holds.since", { day: day(hold.from) })}, {until}.
        {hold.stops === "reminders" && ` ${t("holds.onlyReminders")}`}{hold.ownerName && hold.ownerName !== hold.by ? ` ${t("holds.ownedBy", { name: hold.ownerName })}` : ""}
      </span>
      {hold.kind === "paid-claim"
        ? <span className="row"><Button size="row" act="work" busy={answer.busy} onClick={() => void found(true)}>{t("holds.found")}</Button><Button size="row" act="work" busy={answer.busy} onClick={() => void found(false)}>{t("holds.notFound")}</Button></span>
        : (mayLift || !many) && <span><Button size="row" act={many ? "holdMany" : "work"} onClick={() => setAsking(true)}>{t("holds.lift")}</Button></span>}
      {answer.refused && <Fault>{answer.refused}</Fault>}
      {asking && (
        <ReasonDialog
          title={t("holds.liftTitle")} label={t("holds.liftWhy")} submit={t("holds.goOn")} then={t("holds.after")} busy={lift.busy} refused={lift.refused} onClose={() => setAsking(false)}
          onReason={async (reason) => {
            if (!(await lift.run({ id: hold.id, reason }))) return;
            setAsking(false);
            say.done(t("holds.lifted"));
          }}
        />
      )}
    </li>
  );
}

function StopCode({ status }: { status: StatusFactsFragment }) {
  const { t } = useTranslation();
  const { day } = useFormat();
  const word = useWords();
  const say = useSay();
  const end = useAct(EndStatusDocument);
  const [asking, setAsking] = useState(false);
  return (
    <li className="stack" style={{ padding: "8px 0", borderTop: "1px solid var(--line-2)" }}>
      <span><Status shape="stop" mood="serious">{word("waitDetails", status.kind)}</Status></span>
      <span className="small second">
        {[status.evidence, status.by ? `(${status.by})` : null].filter(Boolean).join(" ")}. {t("holds.since", { day: day(status.from) })}
        {status.until ? `, ${t("holds.until", { day: day(status.until) })}` : ""}{status.reviewOn ? `, ${t("holds.review", { day: day(status.reviewOn) })}` : ""}.
      </span>
      <span><Button size="row" act="work" onClick={() => setAsking(true)}>{t("stopCodes.end")}</Button></span>
      {asking && (
        <ReasonDialog
          title={t("stopCodes.endTitle")} label={t("stopCodes.endWhy")} submit={t("stopCodes.end")} then={t("holds.after")} busy={end.busy} refused={end.refused} onClose={() => setAsking(false)}
          onReason={async (reason) => {
            if (!(await end.run({ id: status.id, reason }))) return;
            setAsking(false);
            say.done(t("stopCodes.ended"));
          }}
        />
      )}
    </li>
  );
}
