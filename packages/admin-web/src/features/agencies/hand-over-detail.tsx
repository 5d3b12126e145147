import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { ApproveHandOverDocument, RecallHandOverDocument, RejectHandOverDocument } from "../../graphql/graphql";
import { useAct } from "../../lib/act";
import { useFormat } from "../../lib/format";
import { useWords } from "../../lib/words";
import { Button } from "../../ui/button";
import { FormDialog } from "../../ui/dialog";
import { TextArea } from "../../ui/field";
import { useSay } from "../../ui/toast";
import type { HandOver } from "./hand-overs-page";

type Asking = "approve" | "reject" | "recall" | null;

/** One hand-over: what goes, who asked and who decides, and what the agency tells. */
export function HandOverDetail({ handOver, status, onClose }: { handOver: HandOver; status: ReactNode; onClose: () => void }) {
  const { t } = useTranslation();
  const { money, moment } = useFormat();
  const word = useWords();
  const [asking, setAsking] = useState<Asking>(null);
  const runs = handOver.state === "approved" || handOver.state === "accepted";
  return (
    <section aria-label={handOver.debtorName} style={{ borderBottom: "1px solid var(--line-2)", paddingBottom: 16 }}>
      <div className="section-head"><h2>{handOver.debtorName}</h2>{status}<span className="rest"><Button look="text" size="row" onClick={onClose}>{t("dialog.close")}</Button></span></div>
      <dl className="facts">
        <dt>{t("handOver.agency")}</dt><dd>{handOver.agencyName}</dd>
        <dt>{t("cases.one")}</dt><dd><Link to={`/cases/${handOver.caseId}`}>{handOver.caseNumber}</Link></dd>
        <dt>{t("claim.principal")}</dt><dd>{money(handOver.principalCents)}</dd>
        <dt>{t("claim.interest")}</dt><dd>{money(handOver.interestCents)}</dd>
        <dt>{t("claim.costs")}</dt><dd>{money(handOver.costsCents)}</dd>
        <dt>{t("handOvers.proposedBy")}</dt><dd>{handOver.proposedBy}, {moment(handOver.proposedAt)}</dd>
        {handOver.decidedBy && <><dt>{t("handOvers.decidedBy")}</dt><dd>{handOver.decidedBy}{handOver.decidedAt ? `, ${moment(handOver.decidedAt)}` : ""}</dd></>}
        {handOver.snapshotHash && <><dt>{t("handOvers.snapshot")}</dt><dd className="tiny" style={{ overflowWrap: "anywhere" }}>{handOver.snapshotHash}</dd></>}
      </dl>
      {handOver.state === "proposed" && (
        <div className="stack" style={{ marginTop: 12 }}>
          {handOver.proposedByMe
            ? <p className="second">{t("handOvers.ownProposal")}</p>
            : <span className="row"><Button look="filled" size="end" shape="two" act="decideHandOver" onClick={() => setAsking("approve")}>{t("handOvers.approve")}</Button><Button size="end" act="decideHandOver" onClick={() => setAsking("reject")}>{t("handOvers.reject")}</Button></span>}
        </div>
      )}
      {runs && <p style={{ marginTop: 12 }}><Button act="decideHandOver" onClick={() => setAsking("recall")}>{t("handOvers.recall")}</Button></p>}
      {handOver.events.length > 0 && (
        <>
          <div className="section-head"><h2>{t("handOvers.events")}</h2></div>
          <table><tbody>{handOver.events.map((event) => <tr key={event.id}><td className="nowrap">{moment(event.at)}</td><td>{word("agencyEvents", event.kind)}{event.text && <span className="second"> {event.text}</span>}</td><td className="amount">{event.cents === null ? "" : money(event.cents)}</td></tr>)}</tbody></table>
        </>
      )}
      {asking === "approve" && <Approve handOver={handOver} onClose={() => setAsking(null)} />}
      {(asking === "reject" || asking === "recall") && <WithReason handOver={handOver} how={asking} onClose={() => setAsking(null)} />}
    </section>
  );
}

/** Handing over can't be taken back unseen, so the amount and the name stand in the question. */
function Approve({ handOver, onClose }: { handOver: HandOver; onClose: () => void }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const say = useSay();
  const { run, busy, refused } = useAct(ApproveHandOverDocument);
  const approve = async () => {
    if (!(await run({ id: handOver.id }))) return;
    onClose();
    say.done(t("handOvers.approved", { name: handOver.debtorName, agency: handOver.agencyName }));
  };
  const amount = money(handOver.principalCents + handOver.interestCents + handOver.costsCents);
  return (
    <FormDialog title={t("handOvers.approveTitle")} onClose={onClose} submit={t("handOvers.approveNow", { amount })} onSubmit={() => void approve()} busy={busy} refused={refused} act="decideHandOver" then={t("handOvers.approveThen")}>
      <p className="reading">{t("handOvers.approveWhat", { name: handOver.debtorName, amount, agency: handOver.agencyName, who: handOver.proposedBy })}</p>
    </FormDialog>
  );
}

function WithReason({ handOver, how, onClose }: { handOver: HandOver; how: "reject" | "recall"; onClose: () => void }) {
  const { t } = useTranslation();
  const say = useSay();
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const { run, busy, refused } = useAct<unknown, { id: string; reason: string }>(how === "reject" ? RejectHandOverDocument : RecallHandOverDocument);
  const act = async () => {
    setTried(true);
    if (reason.trim() === "" || !(await run({ id: handOver.id, reason: reason.trim() }))) return;
    onClose();
    say.done(t(`handOvers.${how}Said`, { name: handOver.debtorName }));
  };
  return (
    <FormDialog title={t(`handOvers.${how}Title`, { name: handOver.debtorName })} onClose={onClose} submit={t(`handOvers.${how}`)} onSubmit={() => void act()} busy={busy} refused={refused} act="decideHandOver" then={t(`handOvers.${how}Then`)}>
      <TextArea label={t("handOvers.reason")} value={reason} onChange={(event) => setReason(event.currentTarget.value)} data-autofocus fault={tried && reason.trim() === "" ? t("handOvers.reasonMissing") : null} />
    </FormDialog>
  );
}
