import { useQuery } from "@apollo/client/react";
import { daysBetween } from "@tegemoet/domain";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { InvoiceDocument, type InvoiceQuery } from "../../graphql/graphql";
import { useFormat } from "../../lib/format";
import { useWords } from "../../lib/words";
import { DaysLate } from "../../ui/age";
import { Button, ButtonLink } from "../../ui/button";
import { ClaimSum } from "../../ui/claim-sum";
import { CorrectDialog } from "../../ui/correct-dialog";
import { Page } from "../../ui/frame/page";
import { Status } from "../../ui/status";
import { Timeline } from "../../ui/timeline";
import { Empty, View } from "../../ui/view-state";
import { WideTable } from "../../ui/wide-table";
import { SelfCheckFault } from "./self-check-fault";

type Facts = InvoiceQuery["invoice"];

/** One invoice: lines, PDF, where it went, what was paid on it and what came first. */
export default function InvoicePage() {
  const { t } = useTranslation();
  const { id = "" } = useParams();
  const asked = useQuery(InvoiceDocument, { variables: { id } });
  const invoice = asked.data?.invoice.invoice;
  return (
    <Page title={invoice ? t(invoice.kind === "creditNote" ? "invoices.creditTitle" : "invoices.title", { number: invoice.number }) : t("invoices.one")} crumb={{ to: "/invoices", text: t("nav.invoices") }} sub={invoice?.debtorName}>
      <View asked={asked} rows={10}>{(data) => <InvoiceView facts={data.invoice} />}</View>
    </Page>
  );
}

function InvoiceView({ facts }: { facts: Facts }) {
  const { t } = useTranslation();
  const { invoice, documents, claim, caseId } = facts;
  const [correcting, setCorrecting] = useState(false);
  return (
    <>
      <div className="row" style={{ padding: "12px 0" }}>
        {caseId && <ButtonLink to={`/cases/${caseId}`} look="filled">{t("debtors.toCase")}</ButtonLink>}
        {documents.map((document) => <a key={document.id} className="button" data-look="outline" href={`${document.url}?inline=1`} target="_blank" rel="noreferrer">{t("invoices.openDocument", { name: document.fileName })}</a>)}
        {claim && claim.outstandingCents > 0 && <Button act="work" inBar onClick={() => setCorrecting(true)}>{t("correct.act")}</Button>}
      </div>
      {correcting && claim && <CorrectDialog invoices={claim.invoices} onClose={() => setCorrecting(false)} />}
      {invoice.kind === "invoice" && invoice.openCents > 0 && <SelfCheckFault invoiceId={invoice.id} />}
      {claim && <ClaimSum claim={claim} invoiceCount={1} />}
      <div className="two-columns">
        <div>
          <Lines facts={facts} />
          {invoice.kind === "invoice" && <Payments facts={facts} />}
          <Timeline entries={facts.timeline} heading={t("timeline.heading")} />
        </div>
        <aside>
          <Details invoice={invoice} />
          <Deliveries facts={facts} />
        </aside>
      </div>
    </>
  );
}

function Details({ invoice }: { invoice: Facts["invoice"] }) {
  const { t } = useTranslation();
  const { day, money, today } = useFormat();
  const credit = invoice.kind === "creditNote";
  const late = invoice.openCents > 0 && invoice.dueOn < today;
  return (
    <>
      <div className="section-head"><h2>{t("invoices.details")}</h2></div>
      <dl className="facts">
        <dt>{t("columns.debtor")}</dt><dd><Link to={`/debtors/${invoice.debtorId}`}>{invoice.debtorName}</Link></dd>
        <dt>{t("columns.issued")}</dt><dd>{day(invoice.issuedOn)}</dd>
        {credit ? (
          <>
            <dt>{t("invoices.credits")}</dt><dd>{invoice.creditsId ? <Link to={`/invoices/${invoice.creditsId}`}>{invoice.creditsNumber}</Link> : t("invoices.creditsNone")}</dd>
            <dt>{t("columns.total")}</dt><dd>{money(-invoice.totalCents)}</dd>
          </>
        ) : (
          <>
            <dt>{t("columns.due")}</dt><dd>{day(invoice.dueOn)}{late && <>, <DaysLate days={daysBetween(invoice.dueOn, today)} /></>}</dd>
            <dt>{t("columns.total")}</dt><dd>{money(invoice.totalCents)}</dd>
            <dt>{t("columns.open")}</dt><dd>{invoice.openCents === 0 ? <Status shape="done" mood="running">{t("invoices.paid")}</Status> : money(invoice.openCents)}</dd>
          </>
        )}
        {invoice.description && <><dt>{t("columns.description")}</dt><dd>{invoice.description}</dd></>}
        {invoice.orderReference && <><dt>{t("invoices.order")}</dt><dd>{invoice.orderReference}</dd></>}
        {invoice.paymentReference && <><dt>{t("invoices.reference")}</dt><dd>{invoice.paymentReference}</dd></>}
      </dl>
    </>
  );
}

function Lines({ facts }: { facts: Facts }) {
  const { t } = useTranslation();
  const { money, exact, percent } = useFormat();
  return (
    <>
      <div className="section-head"><h2>{t("invoices.lines")}</h2></div>
      {facts.lines.length === 0 ? <Empty>{t("invoices.noLines")}</Empty> : (
        <WideTable label={t("invoices.lines")}>
          <thead>
            <tr><th scope="col">{t("columns.description")}</th><th scope="col" className="amount">{t("invoices.quantity")}</th><th scope="col" className="amount">{t("invoices.price")}</th><th scope="col" className="amount">{t("invoices.vat")}</th><th scope="col" className="amount">{t("columns.amount")}</th></tr>
          </thead>
          <tbody>
            {facts.lines.map((line) => (
              <tr key={line.position}>
                <td>{line.description}</td><td className="amount">{line.quantity}{line.unit ? ` ${line.unit}` : ""}</td><td className="amount">{line.unitPrice && exact(line.unitPrice)}</td>
                <td className="amount">{line.vatBasisPoints === null ? "" : percent(line.vatBasisPoints)}</td><td className="amount">{money(line.amountCents)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot><tr><td colSpan={4}>{t("invoices.totalWithVat")}</td><td className="amount">{money(facts.invoice.totalCents)}</td></tr></tfoot>
        </WideTable>
      )}
    </>
  );
}

function Payments({ facts }: { facts: Facts }) {
  const { t } = useTranslation();
  const { day, money } = useFormat();
  const word = useWords();
  return (
    <>
      <div className="section-head"><h2>{t("invoices.payments")}</h2></div>
      {facts.payments.length === 0 ? <Empty>{t("invoices.noPayments")}</Empty> : (
        <WideTable label={t("invoices.payments")}>
          <thead><tr><th scope="col">{t("invoices.receivedOn")}</th><th scope="col">{t("invoices.source")}</th><th scope="col">{t("invoices.part")}</th><th scope="col" className="amount">{t("columns.amount")}</th></tr></thead>
          <tbody>
            {facts.payments.map((payment, index) => (
              <tr key={`${payment.paymentId}-${index}`}>
                <td className="nowrap">{day(payment.receivedOn)}</td><td>{word("paymentSources", payment.source)}{payment.reference && <span className="third tiny"> {payment.reference}</span>}</td>
                <td>{word("claimParts", payment.part)}{payment.article && <span className="third tiny"> {payment.article}</span>}</td><td className="amount">{money(payment.cents)}</td>
              </tr>
            ))}
          </tbody>
        </WideTable>
      )}
    </>
  );
}

function Deliveries({ facts }: { facts: Facts }) {
  const { t } = useTranslation();
  const { moment } = useFormat();
  const word = useWords();
  return (
    <>
      <div className="section-head"><h2>{t("invoices.deliveries")}</h2></div>
      {facts.deliveries.length === 0 && <p className="small second">{t("invoices.noDelivery")}</p>}
      {facts.deliveries.map((delivery, index) => (
        <dl className="facts" key={index}>
          <dt>{word("channels", delivery.channel)}</dt><dd>{delivery.address}</dd>
          {delivery.sentAt && <><dt>{t("delivery.handedOver")}</dt><dd>{moment(delivery.sentAt)}</dd></>}
          {delivery.deliveredAt && <><dt>{t("delivery.delivered")}</dt><dd>{moment(delivery.deliveredAt)}</dd></>}
          {delivery.openedAt && <><dt>{t("delivery.opened")}</dt><dd>{moment(delivery.openedAt)}</dd></>}
          {delivery.bouncedAt && <><dt>{t("delivery.bounced")}</dt><dd><Status shape="caution">{moment(delivery.bouncedAt)}</Status> {delivery.bounceReason}</dd></>}
        </dl>
      ))}
    </>
  );
}
