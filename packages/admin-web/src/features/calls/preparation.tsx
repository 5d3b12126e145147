import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { CallSheetQuery } from "../../graphql/graphql";
import { useFormat, dayOf } from "../../lib/format";
import { useWords } from "../../lib/words";
import { DaysLate } from "../../ui/age";
import { BehaviourLines } from "../../ui/behaviour";
import { Button } from "../../ui/button";
import { Shape } from "../../ui/shape";

export type Sheet = CallSheetQuery["callSheet"];

/** Left in the call room, printable on one page: my goal and limits, what is open, what we sent, what was said, how they pay. */
export function Preparation({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation();
  const { day, money } = useFormat();
  return (
    <section className="prepare" aria-labelledby="prepare">
      <div className="pane-head"><h2 id="prepare">{t("room.preparation")}</h2><Button look="text" size="row" shape="print" onClick={() => window.print()}>{t("room.print")}</Button></div>
      <dl className="goal">
        <dt>{t("room.goal")}</dt><dd className="medium">{sheet.goal ?? t("room.goalAll", { amount: money(sheet.totalCents) })}</dd>
        <dt>{t("room.limits")}</dt>
        <dd>
          {t("room.limitsPromise", { day: day(sheet.limits.latestDay) })}<br />
          {t("room.limitsPlan", { count: sheet.limits.maxInstalments, least: money(sheet.limits.minInstalmentCents), day: day(sheet.limits.lastInstalmentDay) })}
        </dd>
      </dl>
      <OpenInvoices sheet={sheet} />
      <Sent sheet={sheet} />
      <Spoken sheet={sheet} />
      <h3>{t("room.behaviour")}</h3>
      <BehaviourLines behaviour={sheet.behaviour} bars />
    </section>
  );
}

function OpenInvoices({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  return (
    <>
      <h3>{t("room.open", { count: sheet.invoices.length })}</h3>
      <table className="sheet-invoices">
        <tbody>
          {sheet.invoices.map(({ invoice, openCents, daysOverdue, description, reminders }) => (
            <tr key={invoice.id}>
              <td><Link to={`/invoices/${invoice.id}`}>{invoice.number}</Link><span>{description}</span><span>{t("room.reminders", { count: reminders })}</span></td>
              <td className="amount">{money(openCents)}<span><DaysLate days={daysOverdue} /></span></td>
            </tr>
          ))}
        </tbody>
        <tfoot><tr><td>{t("room.together")}</td><td className="amount">{money(sheet.totalCents)}</td></tr></tfoot>
      </table>
    </>
  );
}

function Sent({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation();
  const { day, moment } = useFormat();
  const word = useWords();
  const invoices = sheet.invoices.flatMap(({ invoice, deliveries }) => deliveries.slice(0, 1).map((delivery) => ({ invoice, delivery })));
  return (
    <>
      <h3>{t("room.sent")}</h3>
      {invoices.length + sheet.messages.length === 0 && <p className="small second">{t("room.nothingSent")}</p>}
      <ul className="sheet-facts">
        {invoices.map(({ invoice, delivery }) => (
          <li key={invoice.id} data-caution={delivery.bouncedAt ? true : undefined}>
            <Shape name={delivery.bouncedAt ? "caution" : "done"} size={14} /><span>{t("room.invoiceOn", { number: invoice.number, day: day(delivery.sentAt ? dayOf(delivery.sentAt) : invoice.issuedOn) })}</span>
            <em>{delivery.bouncedAt ? t("delivery.bounced") : delivery.openedAt ? t("delivery.opened") : delivery.deliveredAt ? t("delivery.delivered") : t("delivery.handedOver")}</em>
          </li>
        ))}
        {sheet.messages.slice(0, 6).map((message) => (
          <li key={message.id} data-caution={message.bouncedAt ? true : undefined}>
            <Shape name={message.bouncedAt ? "caution" : "done"} size={14} /><span><Link to={`/messages/${message.id}`}>{word("steps", message.kind)}</Link>, {day(dayOf(message.queuedAt))}</span>
            <em>{message.openedAt ? t("room.openedAt", { moment: moment(message.openedAt) }) : t(`delivery.${message.state}`)}</em>
          </li>
        ))}
      </ul>
    </>
  );
}

function Spoken({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation();
  const { day, money } = useFormat();
  const word = useWords();
  return (
    <>
      <h3>{t("room.spoken")}</h3>
      {sheet.calls.length + sheet.promises.length === 0 && <p className="small second">{t("room.neverSpoken")}</p>}
      <ul className="sheet-facts">
        {sheet.calls.slice(0, 5).map((call) => (
          <li key={call.id} data-caution><Shape name="phone" size={14} /><span>{day(dayOf(call.startedAt))}{call.person ? `, ${call.person}` : ""}</span><em>{word("outcomes", call.outcome)}</em></li>
        ))}
        {sheet.promises.slice(0, 4).map((promise) => (
          <li key={promise.id} data-serious={promise.state === "broken" || undefined}>
            <Shape name={promise.state === "broken" ? "broken" : promise.state === "kept" ? "done" : "half"} size={14} />
            <span>{t("room.promise", { amount: money(promise.amountCents), day: day(promise.byDay) })}</span><em>{word("promiseStates", promise.state)}</em>
          </li>
        ))}
      </ul>
    </>
  );
}
