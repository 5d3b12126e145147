import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import {
  LadderOfDebtorDocument, LaddersToChooseDocument, PutDebtorOnLadderDocument, PutInvoiceOnLadderDocument, SetDebtorSegmentDocument, type LadderOfDebtorQuery,
} from "../graphql/graphql";
import { useAct } from "../lib/act";
import { Button } from "./button";
import { FormDialog } from "./dialog";
import { Choice, TextField } from "./field";
import { useSay } from "./toast";
import { View } from "./view-state";

type Facts = LadderOfDebtorQuery["ladderOfDebtor"];
type Running = Facts["running"][number];

/** Which ladder a debtor's invoices begin on and why, which version each open one runs on, and the choice of another by hand. */
export function DebtorLadder({ debtorId }: { debtorId: string }) {
  const { t } = useTranslation();
  const asked = useQuery(LadderOfDebtorDocument, { variables: { debtorId } });
  return (
    <section aria-label={t("ladderOf.heading")}>
      <div className="section-head"><h2>{t("ladderOf.heading")}</h2></div>
      <View asked={asked} rows={2}>{({ ladderOfDebtor }) => <Lines debtorId={debtorId} facts={ladderOfDebtor} />}</View>
    </section>
  );
}

function Lines({ debtorId, facts }: { debtorId: string; facts: Facts }) {
  const { t } = useTranslation();
  const [dialog, setDialog] = useState<"ladder" | "segment" | Running | null>(null);
  return (
    <>
      <dl className="facts">
        <dt>{t("ladderOf.begins")}</dt>
        <dd>
          {facts.ladderId ? <Link to={`/settings/ladders/${facts.ladderId}`}>{facts.name}</Link> : t("ladderOf.none")}{" "}
          <span className="second">{facts.byHand ? t("ladderOf.byHand") : t("ladderOf.byRule")}</span>
        </dd>
        <dt>{t("ladders.segments")}</dt><dd>{facts.segment ?? t("ladderOf.noSegment")}</dd>
        {facts.running.map((invoice) => (
          <RunningLine key={invoice.invoiceId} invoice={invoice} onChoose={() => setDialog(invoice)} />
        ))}
      </dl>
      <p className="row"><Button size="row" act="ladders" onClick={() => setDialog("ladder")}>{t("ladderOf.choose")}</Button><Button size="row" act="work" onClick={() => setDialog("segment")}>{t("ladders.segments")}</Button></p>
      {dialog === "segment" && <SegmentDialog debtorId={debtorId} segment={facts.segment} onClose={() => setDialog(null)} />}
      {dialog === "ladder" && <LadderDialog debtorId={debtorId} facts={facts} onClose={() => setDialog(null)} />}
      {dialog !== null && typeof dialog === "object" && <InvoiceDialog invoice={dialog} onClose={() => setDialog(null)} />}
    </>
  );
}

function RunningLine({ invoice, onChoose }: { invoice: Running; onChoose: () => void }) {
  const { t } = useTranslation();
  return (
    <>
      <dt><Link to={`/invoices/${invoice.invoiceId}`}>{invoice.invoiceNumber}</Link></dt>
      <dd className="row">
        <span>{invoice.ladderName}, {t("ladder.version", { version: invoice.version })}{invoice.reason && <span className="second">: {invoice.reason}{invoice.chosenBy && `, ${invoice.chosenBy}`}</span>}</span>
        <Button size="row" act="ladders" aria-label={`${t("ladderOf.other")}: ${invoice.invoiceNumber}`} onClick={onChoose}>{t("ladderOf.other")}</Button>
      </dd>
    </>
  );
}

function useLadders(): { value: string; label: string }[] {
  const { data } = useQuery(LaddersToChooseDocument);
  return (data?.ladders ?? []).filter(({ archivedAt, inForce }) => archivedAt === null && inForce !== null).map(({ id, name }) => ({ value: id, label: name }));
}

function LadderDialog({ debtorId, facts, onClose }: { debtorId: string; facts: Facts; onClose: () => void }) {
  const { t } = useTranslation();
  const say = useSay();
  const ladders = useLadders();
  const [ladderId, setLadderId] = useState(facts.byHand ? (facts.ladderId ?? "") : "");
  const [reason, setReason] = useState("");
  const [moveRunning, setMoveRunning] = useState(false);
  const [tried, setTried] = useState(false);
  const { run, busy, refused } = useAct(PutDebtorOnLadderDocument);
  const save = async () => {
    setTried(true);
    if (reason.trim() === "" || !(await run({ debtorId, ladderId: ladderId || null, reason, moveRunning: moveRunning && ladderId !== "" }))) return;
    say.done(t("ladderOf.saved"));
    onClose();
  };
  return (
    <FormDialog title={t("ladderOf.choose")} onClose={onClose} submit={t("ladderOf.save")} onSubmit={() => void save()} busy={busy} refused={refused} act="ladders" then={t("ladderOf.effect")}>
      <Choice label={t("ladderOf.begins")} value={ladderId} onChange={(event) => setLadderId(event.currentTarget.value)} data={[{ value: "", label: t("ladderOf.follow") }, ...ladders]} />
      {ladderId !== "" && facts.running.length > 0 && <label className="row small"><input type="checkbox" checked={moveRunning} onChange={(event) => setMoveRunning(event.currentTarget.checked)} /><span>{t("ladderOf.move", { count: facts.running.length })}</span></label>}
      <TextField label={t("ladder.moveReason")} value={reason} maxLength={500} onChange={(event) => setReason(event.currentTarget.value)} fault={tried && reason.trim() === "" ? t("ladder.moveReasonMissing") : null} />
    </FormDialog>
  );
}

function InvoiceDialog({ invoice, onClose }: { invoice: Running; onClose: () => void }) {
  const { t } = useTranslation();
  const say = useSay();
  const ladders = useLadders();
  const [ladderId, setLadderId] = useState(invoice.ladderId);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const { run, busy, refused } = useAct(PutInvoiceOnLadderDocument);
  const save = async () => {
    setTried(true);
    if (reason.trim() === "" || !(await run({ invoiceId: invoice.invoiceId, ladderId, reason }))) return;
    say.done(t("ladderOf.saved"));
    onClose();
  };
  return (
    <FormDialog title={`${t("ladderOf.other")}: ${invoice.invoiceNumber}`} onClose={onClose} submit={t("ladderOf.save")} onSubmit={() => void save()} busy={busy} refused={refused} act="ladders" then={t("ladderOf.invoiceThen")}>
      <Choice label={t("ladderOf.heading")} value={ladderId} onChange={(event) => setLadderId(event.currentTarget.value)} data={ladders} />
      <TextField label={t("ladder.moveReason")} value={reason} maxLength={500} onChange={(event) => setReason(event.currentTarget.value)} fault={tried && reason.trim() === "" ? t("ladder.moveReasonMissing") : null} />
    </FormDialog>
  );
}

function SegmentDialog({ debtorId, segment, onClose }: { debtorId: string; segment: string | null; onClose: () => void }) {
  const { t } = useTranslation();
  const say = useSay();
  const [name, setName] = useState(segment ?? "");
  const { run, busy, refused } = useAct(SetDebtorSegmentDocument);
  const save = async () => {
    if (!(await run({ debtorId, segment: name || null }))) return;
    say.done(t("ladderOf.saved"));
    onClose();
  };
  return (
    <FormDialog title={t("ladders.segments")} onClose={onClose} submit={t("ladderOf.save")} onSubmit={() => void save()} busy={busy} refused={refused} act="work" then={t("ladderOf.segmentThen")}>
      <TextField label={t("ladders.segments")} value={name} maxLength={60} onChange={(event) => setName(event.currentTarget.value)} />
    </FormDialog>
  );
}
