import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AnswerPaidClaimDocument, LiftHoldDocument, type HoldFactsFragment } from "../../graphql/graphql";
import { useAct } from "../../lib/act";
import { useFormat } from "../../lib/format";
import { useWords } from "../../lib/words";
import { Button } from "../../ui/button";
import { Fault } from "../../ui/field";
import { Status } from "../../ui/status";
import { useSay } from "../../ui/toast";

/** What a human stopped, why, until when, and the way to let it go on. */
export function Holds({ holds }: { holds: readonly HoldFactsFragment[] }) {
  const { t } = useTranslation();
  if (holds.length === 0) return null;
  return (
    <>
      <div className="section-head"><h2>{t("holds.heading")}</h2></div>
      <ul>{holds.map((hold) => <HoldRow key={hold.id} hold={hold} />)}</ul>
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
  const brake = hold.kind === "brake";
  const until = hold.until ? t("holds.until", { day: day(hold.until) }) : hold.reviewOn ? t("holds.review", { day: day(hold.reviewOn) }) : t("holds.open");
  const letGo = async () => {
    if (await lift.run({ id: hold.id, reason: t("holds.lift") })) say.done(t("holds.lifted"));
  };
  const found = async (yes: boolean) => {
    if (await answer.run({ holdId: hold.id, found: yes })) say.done(yes ? t("holds.paidFound") : t("holds.paidNotFound"));
  };
  return (
    <li className="stack" style={{ padding: "8px 0", borderTop: "1px solid var(--line-2)" }}>
      <span><Status shape={brake ? "stop" : "pause"} mood={brake ? "serious" : "plain"}>{word("holdKinds", hold.kind)}{hold.invoiceNumber ? `, ${hold.invoiceNumber}` : ""}</Status></span>
      <span className="small second">{hold.reason}{hold.by ? ` (${hold.by})` : ""}. {t("holds.since", { day: day(hold.from) })}, {until}.</span>
      {hold.kind === "paid-claim"
        ? <span className="row"><Button size="row" act="work" busy={answer.busy} onClick={() => void found(true)}>{t("holds.found")}</Button><Button size="row" act="work" busy={answer.busy} onClick={() => void found(false)}>{t("holds.notFound")}</Button></span>
        : asking
          ? <span className="row"><Button size="row" look="filled" act="work" busy={lift.busy} onClick={() => void letGo()}>{t("holds.goOn")}</Button><Button size="row" look="text" onClick={() => setAsking(false)}>{t("dialog.cancel")}</Button><span className="hint">{t("holds.after")}</span></span>
          : <span><Button size="row" act="work" onClick={() => setAsking(true)}>{t("holds.lift")}</Button></span>}
      {(lift.refused ?? answer.refused) && <Fault>{lift.refused ?? answer.refused}</Fault>}
    </li>
  );
}
