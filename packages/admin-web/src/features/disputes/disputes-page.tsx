import { useQuery } from "@apollo/client/react";
import { daysBetween } from "@tegemoet/domain";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { DecideDisputeDocument, DisputesDocument, type DisputesQuery } from "../../graphql/graphql";
import { useAct } from "../../lib/act";
import { useFormat } from "../../lib/format";
import { useUrlState } from "../../lib/url-state";
import { useWords } from "../../lib/words";
import { Button, Chip } from "../../ui/button";
import { DataTable } from "../../ui/data-table";
import { FormDialog } from "../../ui/dialog";
import { OptionList, TextArea } from "../../ui/field";
import { Page } from "../../ui/frame/page";
import { ListKeys, SearchField } from "../../ui/list-tools";
import { Status } from "../../ui/status";
import { useSay } from "../../ui/toast";
import { Empty, View } from "../../ui/view-state";

type Dispute = DisputesQuery["disputes"][number];

/** Betwistingen: what debtors don't agree with, the oldest answer first. */
export default function DisputesPage() {
  const { t } = useTranslation();
  const [url, setUrl] = useUrlState({ show: "open", dispute: "", q: "" });
  const asked = useQuery(DisputesDocument, { variables: { open: url.show === "open" } });
  return (
    <Page title={t("nav.disputes")}>
      <div className="filter-bar">
        <SearchField label={t("disputes.search")} value={url.q} onSearch={(q) => setUrl({ q })} />
        <span className="chips">{(["open", "decided"] as const).map((show) => <Chip key={show} pressed={url.show === show} onPress={() => setUrl({ show, dispute: "" })}>{t(`disputes.${show}`)}</Chip>)}</span>
        <ListKeys />
      </div>
      <View asked={asked}>
        {({ disputes }) => {
          const shown = disputes
            .filter((dispute) => (url.show === "open" ? !dispute.decidedOn : dispute.decidedOn) && `${dispute.debtorName} ${dispute.invoiceNumber}`.toLowerCase().includes(url.q.toLowerCase()))
            .sort((a, b) => (a.deadlineOn < b.deadlineOn ? -1 : 1));
          const chosen = disputes.find(({ id }) => id === url.dispute);
          return (
            <>
              {chosen && <DisputeDetail key={chosen.id} dispute={chosen} onClose={() => setUrl({ dispute: "" })} />}
              {shown.length === 0 ? <Empty done={url.show === "open" && !url.q}>{url.q ? t("list.noneFound") : t("disputes.none")}</Empty> : <DisputeTable disputes={shown} show={url.show} />}
            </>
          );
        }}
      </View>
    </Page>
  );
}

function AnswerBy({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation();
  const { day, today } = useFormat();
  const word = useWords();
  if (dispute.decidedOn) return <Status shape="done" mood="running">{dispute.outcome ? word("disputeOutcomes", dispute.outcome) : t("disputes.decided")}, {day(dispute.decidedOn)}</Status>;
  const late = daysBetween(dispute.deadlineOn, today);
  return late > 0 ? <Status shape="caution">{t("disputes.late", { count: late })}</Status> : <Status shape="disputed">{t("disputes.answerBy", { day: day(dispute.deadlineOn) })}</Status>;
}

function DisputeTable({ disputes, show }: { disputes: readonly Dispute[]; show: string }) {
  const { t } = useTranslation();
  const { money, day } = useFormat();
  const word = useWords();
  return (
    <DataTable
      label={t("nav.disputes")} rows={disputes} rowKey={(row) => row.id} to={(row) => `/disputes?show=${show}&dispute=${row.id}`}
      columns={[
        { key: "debtor", head: t("columns.debtor"), cell: (row) => <>{row.debtorName}<span className="under">{row.invoiceNumber}</span></> },
        { key: "reason", head: t("columns.why"), cell: (row) => <>{word("disputeReasons", row.reason)}{row.text && <span className="under">{row.text}</span>}</> },
        { key: "raised", head: t("disputes.raised"), cell: (row) => <span className="nowrap">{day(row.raisedOn)}</span>, phone: "none" },
        { key: "answer", head: t("disputes.answer"), cell: (row) => <AnswerBy dispute={row} /> },
        { key: "cents", head: t("disputes.amount"), amount: true, cell: (row) => money(row.cents), phone: "amount" },
      ]}
    />
  );
}

function DisputeDetail({ dispute, onClose }: { dispute: Dispute; onClose: () => void }) {
  const { t } = useTranslation();
  const { money, day } = useFormat();
  const word = useWords();
  const [deciding, setDeciding] = useState(false);
  return (
    <section aria-label={dispute.debtorName} style={{ borderBottom: "1px solid var(--line-2)", paddingBottom: 16 }}>
      <div className="section-head"><h2>{dispute.debtorName}, {money(dispute.cents)}</h2><AnswerBy dispute={dispute} /><span className="rest"><Button look="text" size="row" onClick={onClose}>{t("dialog.close")}</Button></span></div>
      <dl className="facts">
        <dt>{t("columns.invoice")}</dt><dd><Link to={`/invoices/${dispute.invoiceId}`}>{dispute.invoiceNumber}</Link></dd>
        <dt>{t("columns.why")}</dt><dd>{word("disputeReasons", dispute.reason)}</dd>
        <dt>{t("disputes.raised")}</dt><dd>{day(dispute.raisedOn)}</dd>
        {dispute.text && <><dt>{t("disputes.says")}</dt><dd className="reading">“{dispute.text}”</dd></>}
        {dispute.decision && <><dt>{t("disputes.decision")}</dt><dd className="reading">{dispute.decision}</dd></>}
      </dl>
      <div className="row" style={{ marginTop: 12 }}>
        {!dispute.decidedOn && <Button look="filled" act="decideDispute" onClick={() => setDeciding(true)}>{t("disputes.decide")}</Button>}
        {dispute.caseId && <Link to={`/cases/${dispute.caseId}`}>{t("debtors.toCase")}</Link>}
      </div>
      {deciding && <Decide dispute={dispute} onClose={() => setDeciding(false)} />}
    </section>
  );
}

const OUTCOMES = ["agreed", "partly", "rejected", "withdrawn"] as const;

function Decide({ dispute, onClose }: { dispute: Dispute; onClose: () => void }) {
  const { t } = useTranslation();
  const word = useWords();
  const say = useSay();
  const [outcome, setOutcome] = useState<(typeof OUTCOMES)[number]>("agreed");
  const [text, setText] = useState("");
  const [tried, setTried] = useState(false);
  const { run, busy, refused } = useAct(DecideDisputeDocument);
  const decide = async () => {
    setTried(true);
    if (text.trim() === "" || !(await run({ id: dispute.id, outcome, text: text.trim() }))) return;
    onClose();
    say.done(t("disputes.said", { name: dispute.debtorName }));
  };
  return (
    <FormDialog title={t("disputes.decideTitle", { number: dispute.invoiceNumber })} onClose={onClose} submit={t("disputes.decideAndMail")} onSubmit={() => void decide()} busy={busy} refused={refused} act="decideDispute" then={t("disputes.after")}>
      <OptionList label={t("disputes.outcome")} name="outcome" value={outcome} onChoose={setOutcome} options={OUTCOMES.map((value) => ({ value, label: word("disputeOutcomes", value) }))} />
      <TextArea label={t("disputes.text")} description={t("disputes.textHint")} rows={5} value={text} onChange={(event) => setText(event.currentTarget.value)} fault={tried && text.trim() === "" ? t("disputes.textMissing") : null} />
    </FormDialog>
  );
}
