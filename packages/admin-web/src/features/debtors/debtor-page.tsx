import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useParams } from "react-router";
import { DebtorDocument, PlanCallDocument, type DebtorQuery } from "../../graphql/graphql";
import { useAct } from "../../lib/act";
import { useFormat } from "../../lib/format";
import { useWords } from "../../lib/words";
import { BehaviourLines } from "../../ui/behaviour";
import { Button, ButtonLink, WhoCan } from "../../ui/button";
import { DebtorLadder } from "../../ui/debtor-ladder";
import { EmergencyBrake } from "../../ui/emergency-brake";
import { HoldDialog } from "../../ui/hold-dialog";
import { Holds } from "../../ui/holds";
import { StatusDialog } from "../../ui/status-dialog";
import { Fault } from "../../ui/field";
import { Page } from "../../ui/frame/page";
import { InvoiceTable } from "../../ui/invoice-table";
import { Status } from "../../ui/status";
import { Timeline } from "../../ui/timeline";
import { View } from "../../ui/view-state";
import { DebtorDialog } from "./debtor-dialog";
import { DirectDebits } from "./direct-debits";
import "./debtor-page.css";

export type DebtorFacts = DebtorQuery["debtor"];

/** One debtor: who they are, how they pay, all invoices and everything that happened. */
export default function DebtorPage() {
  const { t } = useTranslation();
  const { id = "" } = useParams();
  const word = useWords();
  const asked = useQuery(DebtorDocument, { variables: { id } });
  const debtor = asked.data?.debtor.debtor;
  return (
    <Page title={debtor?.name ?? t("debtors.one")} crumb={{ to: "/debtors", text: debtor?.number ?? t("nav.debtors") }} sub={debtor && (debtor.onHold ? <Status shape="pause">{t("debtors.onHold")}</Status> : word("debtorKinds", debtor.kind))}>
      <View asked={asked} rows={10}>{(data) => <DebtorView facts={data.debtor} />}</View>
    </Page>
  );
}

function DebtorView({ facts }: { facts: DebtorFacts }) {
  const { t } = useTranslation();
  const { money, today } = useFormat();
  const navigate = useNavigate();
  const { debtor } = facts;
  const [editing, setEditing] = useState(false);
  const [stopping, setStopping] = useState<"hold" | "status" | null>(null);
  const planCall = useAct(PlanCallDocument);
  const call = async () => {
    const done = await planCall.run({ debtorId: debtor.id, on: today });
    if (done) navigate(`/calls/${done.planCall.taskId}`);
  };
  return (
    <>
      <div className="debtor-actions">
        {debtor.caseId && <ButtonLink to={`/cases/${debtor.caseId}`} look="filled">{t("debtors.toCase")}</ButtonLink>}
        <Button shape="phone" act="work" inBar busy={planCall.busy} onClick={() => void call()}>{t("actions.call")}</Button>
        <Button shape="note" act="work" inBar onClick={() => setEditing(true)}>{t("debtors.edit")}</Button>
        <Button look="text" act="work" inBar onClick={() => setStopping("hold")}>{t("actions.hold")}</Button>
        <Button look="text" act="work" inBar onClick={() => setStopping("status")}>{t("stopCodes.act")}</Button>
        <span className="brake-end"><EmergencyBrake debtorId={debtor.id} debtorName={debtor.name} /></span>
      </div>
      <WhoCan act="work" />
      {planCall.refused && <Fault>{planCall.refused}</Fault>}
      <dl className="debtor-figures">
        <div><dt>{t("columns.open")}</dt><dd>{money(debtor.openCents)}</dd></div>
        <div><dt>{t("columns.overdue")}</dt><dd>{money(debtor.overdueCents)}</dd></div>
        <div><dt>{t("account.payments")}</dt><dd className="small"><Link to={`/debtors/${debtor.id}/account`}>{t("account.link")}</Link></dd></div>
        {debtor.unallocatedCents > 0 && <div><dt>{t("debtors.unallocated")}</dt><dd>{money(debtor.unallocatedCents)}</dd></div>}
      </dl>
      <div className="two-columns">
        <div>
          <div className="section-head"><h2>{t("nav.invoices")}</h2></div>
          <InvoiceTable rows={facts.invoices} withDebtor={false} />
          <Timeline entries={facts.timeline} heading={t("timeline.heading")} />
        </div>
        <aside><Details facts={facts} /><DirectDebits debtorId={debtor.id} invoices={facts.invoices} /><DebtorLadder debtorId={debtor.id} /></aside>
      </div>
      {stopping === "hold" && <HoldDialog debtorId={debtor.id} invoices={facts.invoices.filter(({ openCents }) => openCents > 0)} onClose={() => setStopping(null)} />}
      {stopping === "status" && <StatusDialog debtorId={debtor.id} debtorName={debtor.name} onClose={() => setStopping(null)} />}
      {editing && <DebtorDialog debtor={debtor} onClose={() => setEditing(false)} />}
    </>
  );
}

function Details({ facts }: { facts: DebtorFacts }) {
  const { t } = useTranslation();
  const { phone } = useFormat();
  const word = useWords();
  const { debtor, contacts, holds } = facts;
  const { street, houseNumber, postalCode, city } = debtor.address;
  const address = [[street, houseNumber].filter(Boolean).join(" "), [postalCode, city].filter(Boolean).join(" ")].filter(Boolean);
  return (
    <>
      <div className="section-head"><h2>{t("debtors.details")}</h2></div>
      <dl className="facts">
        <dt>{t("debtors.kind")}</dt><dd>{word("debtorKinds", debtor.kind)}</dd>
        {debtor.kvk && <><dt>{t("debtors.kvk")}</dt><dd>{debtor.kvk}</dd></>}
        {debtor.vatNumber && <><dt>{t("debtors.vat")}</dt><dd>{debtor.vatNumber}</dd></>}
        <dt>{t("debtors.address")}</dt><dd>{address.length > 0 ? address.map((line) => <span key={line}>{line}<br /></span>) : t("debtors.noAddress")}</dd>
        <dt>{t("debtors.email")}</dt><dd>{debtor.email ?? t("debtors.noEmail")}</dd>
        <dt>{t("debtors.phone")}</dt><dd>{phone(debtor.phone) ?? t("debtors.noPhone")}</dd>
        <dt>{t("debtors.language")}</dt><dd>{t(`ladders.languageWords.${debtor.language}`)}</dd>
        <dt>{t("debtors.pays")}</dt><dd><BehaviourLines behaviour={facts.behaviour} bars /></dd>
      </dl>
      {contacts.length > 0 && <div className="section-head"><h2>{t("debtors.contacts")}</h2></div>}
      <dl className="facts">
        {contacts.map((contact) => (
          <div key={contact.id} className="contact"><dt>{contact.name}{contact.role ? `, ${contact.role}` : ""}</dt><dd>{[phone(contact.phone), contact.email, contact.preferredTimes].filter(Boolean).join(" · ")}</dd></div>
        ))}
      </dl>
      <Holds holds={holds} statuses={facts.statuses} />
    </>
  );
}
