import { useQuery } from "@apollo/client/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { CaseDocument, type CaseQuery } from "../../graphql/graphql";
import { useFormat } from "../../lib/format";
import { useWords } from "../../lib/words";
import { BehaviourLines } from "../../ui/behaviour";
import { ClaimSum } from "../../ui/claim-sum";
import { Page } from "../../ui/frame/page";
import { Holds } from "../../ui/holds";
import { LadderLine } from "../../ui/ladder-line";
import { Status } from "../../ui/status";
import { Timeline } from "../../ui/timeline";
import { View } from "../../ui/view-state";
import { CaseActions } from "./case-actions";
import { CaseInvoices } from "./case-invoices";
import { MailButton } from "./own-mail-dialog";
import { StepActions } from "./step-actions";
import { WhatIf } from "./what-if";

export type CaseFacts = CaseQuery["case"];

/** Dossier: what is owed as a sum, where the ladder stands and why it waits, and everything that happened. */
export default function CasePage() {
  const { t } = useTranslation();
  const { id = "" } = useParams();
  const asked = useQuery(CaseDocument, { variables: { id } });
  const found = asked.data?.case;
  return (
    <Page title={found?.debtor.name ?? t("cases.one")} crumb={{ to: "/cases", text: found?.number ?? t("nav.cases") }} sub={found && <CaseStatus found={found} />}>
      <View asked={asked} rows={10}>{(data) => <CaseView found={data.case} />}</View>
    </Page>
  );
}

function CaseStatus({ found }: { found: CaseFacts }) {
  const { t } = useTranslation();
  const { day } = useFormat();
  if (found.closedOn) return <Status shape="done" mood="running">{t("cases.closedOn", { day: day(found.closedOn) })}</Status>;
  if (found.holds.some(({ kind }) => kind === "brake")) return <Status shape="stop" mood="serious">{t("brake.running")}</Status>;
  const { waiting, waitingUntil } = found.ladder;
  if (!waiting) return <Status shape="half" mood="running">{t("cases.goesOn")}</Status>;
  return <Status shape="pause">{waitingUntil ? t("cases.waitsUntil", { day: day(waitingUntil) }) : t("cases.waits")}</Status>;
}

function CaseView({ found }: { found: CaseFacts }) {
  const { t } = useTranslation();
  const open = found.invoices.filter(({ openCents }) => openCents > 0);
  return (
    <>
      <CaseActions found={found} />
      <ClaimSum claim={found.claim} invoiceCount={found.invoices.length} below={<WhatIf caseId={found.id} claim={found.claim} />} />
      <div className="two-columns">
        <div>
          <CaseInvoices invoices={found.invoices} lateDays={Math.max(0, ...open.map(({ daysOverdue }) => daysOverdue))} />
          <Timeline entries={found.timeline} heading={t("timeline.heading")} />
        </div>
        <aside>
          <div className="section-head"><h2>{t("ladder.heading", { name: found.ladder.name })}</h2><Link className="rest" to="/settings/ladders">{t("ladder.version", { version: found.ladder.version })}</Link></div>
          <LadderLine ladder={found.ladder} />
          <StepActions found={found} />
          <Letter found={found} />
          <Holds holds={found.holds} statuses={found.statuses} />
          <Agreements found={found} />
          <DebtorFacts found={found} />
        </aside>
      </div>
    </>
  );
}

function Letter({ found }: { found: CaseFacts }) {
  const { t } = useTranslation();
  const { day, money } = useFormat();
  const word = useWords();
  const { letter } = found;
  if (!letter) return null;
  return (
    <>
      <div className="section-head"><h2>{t("letter.heading")}</h2></div>
      <dl className="facts">
        <dt>{t("letter.sent")}</dt><dd>{day(letter.sentOn)}, {word("channels", letter.channel)}</dd>
        <dt>{t("letter.delivered")}</dt><dd>{letter.deliveredOn ? `${day(letter.deliveredOn)}${letter.presumed ? `, ${t("letter.presumed")}` : ""}` : t("letter.waiting")}</dd>
        <dt>{t("letter.lastDay")}</dt><dd>{letter.lastDay ? day(letter.lastDay) : t("letter.unknown")}</dd>
        <dt>{t("letter.costs")}</dt><dd>{t("letter.costsFrom", { amount: money(letter.costsCents), principal: money(letter.principalCents), day: letter.costsFrom ? day(letter.costsFrom) : t("letter.unknown") })}</dd>
      </dl>
    </>
  );
}

function Agreements({ found }: { found: CaseFacts }) {
  const { t } = useTranslation();
  const { day, money } = useFormat();
  const word = useWords();
  const { promises, plans, disputes, handOver } = found;
  if (promises.length + plans.length + disputes.length === 0 && !handOver) return null;
  return (
    <>
      <div className="section-head"><h2>{t("cases.agreements")}</h2></div>
      <dl className="facts">
        {promises.map((promise) => <Fact key={promise.id} name={t("cases.promise")}>{money(promise.amountCents)}, {day(promise.byDay)}, {word("promiseStates", promise.state)}</Fact>)}
        {plans.map((plan) => <Fact key={plan.id} name={t("cases.plan")}><Link to={`/plans?plan=${plan.id}&state=all`}>{t("cases.planOf", { count: plan.instalments.length, amount: money(plan.totalCents) })}</Link>, {word("planStates", plan.state)}</Fact>)}
        {disputes.map((dispute) => <Fact key={dispute.id} name={t("cases.dispute")}><Link to={`/disputes?dispute=${dispute.id}`}>{dispute.invoiceNumber}, {money(dispute.cents)}</Link>, {dispute.decidedOn ? t("cases.decidedOn", { day: day(dispute.decidedOn) }) : t("cases.answerBy", { day: day(dispute.deadlineOn) })}</Fact>)}
        {handOver && <Fact name={t("cases.handOver")}><Link to="/hand-overs">{handOver.agencyName}</Link>, {word("handOverStates", handOver.state)}</Fact>}
      </dl>
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return <><dt>{name}</dt><dd>{children}</dd></>;
}

function DebtorFacts({ found }: { found: CaseFacts }) {
  const { t } = useTranslation();
  const { money, phone: readable } = useFormat();
  const word = useWords();
  const { debtor, contacts } = found;
  const person = contacts.find(({ primary }) => primary) ?? contacts[0];
  const phone = person?.phone ?? debtor.phone;
  const email = person?.email ?? debtor.email;
  return (
    <>
      <div className="section-head"><h2>{t("columns.debtor")}</h2><Link className="rest" to={`/debtors/${debtor.id}`}>{debtor.number}</Link></div>
      <dl className="facts">
        <dt>{t("debtors.kind")}</dt><dd>{word("debtorKinds", debtor.kind)}</dd>
        {person && <><dt>{t("debtors.speaks")}</dt><dd>{[person.name, person.role].filter(Boolean).join(", ")}</dd></>}
        {phone && <><dt>{t("debtors.phone")}</dt><dd><a href={`tel:${phone.replace(/[^+\d]/g, "")}`}>{readable(phone)}</a></dd></>}
        {email && <><dt>{t("debtors.email")}</dt><dd>{email}<br /><MailButton debtor={debtor} /></dd></>}
        {debtor.unallocatedCents > 0 && <><dt>{t("debtors.unallocated")}</dt><dd>{money(debtor.unallocatedCents)}</dd></>}
        <dt>{t("account.payments")}</dt><dd><Link to={`/debtors/${debtor.id}/account`}>{t("account.link")}</Link></dd>
        <dt>{t("debtors.pays")}</dt><dd><BehaviourLines behaviour={found.behaviour} /></dd>
      </dl>
    </>
  );
}
