import "./today.css";
import { useQuery } from "@apollo/client/react";
import { addDays, nextBusinessDay } from "@tegemoet/domain";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { NightMessagesDocument, NightPlanDocument, type NightPlanQuery } from "../../graphql/graphql";
import { useFormat } from "../../lib/format";
import { useUrlState } from "../../lib/url-state";
import { useWords } from "../../lib/words";
import { Button, Chip } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { Fault } from "../../ui/field";
import { Page } from "../../ui/frame/page";
import { SearchField } from "../../ui/list-tools";
import { MessageSheet } from "../../ui/message-sheet";
import { Empty, View } from "../../ui/view-state";
import { Waiting } from "../../ui/waiting";

type Plan = NightPlanQuery["nightPlan"];
type Item = Plan["items"][number];

/** Nights that can be looked at: further ahead too much comes in between. */
const NIGHTS = 5;

/** The dry run: what goes out in a coming night, each message as it will be, and for every invoice that waits, why. */
export default function NightPage() {
  const { t } = useTranslation();
  const { day, today } = useFormat();
  const [{ day: chosen }, setUrl] = useUrlState({ day: "" });
  const asked = useQuery(NightPlanDocument, { variables: { day: chosen || null } });
  const nights = comingNights(today);
  return (
    <Page title={t("night.title")} crumb={{ to: "/", text: t("nav.today") }} sub={asked.data && day(asked.data.nightPlan.day, "long")}>
      <p className="reading second" style={{ padding: "12px 0 0" }}>{t("night.what")}</p>
      <div className="chips" style={{ padding: "12px 0 0" }} role="group" aria-label={t("night.choose")}>
        {nights.map((night, index) => <Chip key={night} pressed={(chosen || nights[0]) === night} onPress={() => setUrl({ day: index === 0 ? "" : night })}>{index === 0 ? t("night.next") : day(night)}</Chip>)}
      </div>
      <View asked={asked}>{(data) => <NightLists plan={data.nightPlan} />}</View>
    </Page>
  );
}

function comingNights(today: string): string[] {
  const nights: string[] = [];
  for (let from = addDays(today, 1); nights.length < NIGHTS; from = addDays(nights.at(-1) ?? today, 1)) nights.push(nextBusinessDay(from));
  return nights;
}

function NightLists({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const [{ q }, setUrl] = useUrlState({ q: "" });
  const [shown, setShown] = useState<Item | null>(null);
  const matches = (name: string) => name.toLowerCase().includes(q.toLowerCase());
  const items = plan.items.filter(({ debtorName }) => matches(debtorName));
  const [going, byHand] = [items.filter((item) => !item.byHand), items.filter((item) => item.byHand)];
  const waiting = plan.waiting.filter(({ debtorName, invoiceNumber }) => matches(`${debtorName} ${invoiceNumber}`));
  const [stopped, others] = [waiting.filter(({ reason }) => reason === "self-check failed"), waiting.filter(({ reason }) => reason !== "self-check failed")];
  return (
    <>
      <div className="filter-bar"><SearchField label={t("night.search")} value={q} onSearch={(text) => setUrl({ q: text })} /></div>
      <div className="section-head"><h2>{t("night.goesOut", { count: going.length })}</h2><span className="rest">{money(going.reduce((sum, { cents }) => sum + cents, 0))}</span></div>
      {going.length === 0 ? <Empty>{t("night.nothing")}</Empty> : <ItemTable items={going} onShow={setShown} />}
      {byHand.length > 0 && <><div className="section-head"><h2>{t("night.byHand", { count: byHand.length })}</h2></div><ItemTable items={byHand} /></>}
      {stopped.length > 0 && <><div className="section-head"><h2>{t("night.stopped", { count: stopped.length })}</h2></div><WaitTable rows={stopped} /></>}
      <div className="section-head"><h2>{t("night.waits", { count: others.length })}</h2><Link className="rest" to="/resting">{t("nav.resting")}</Link></div>
      {others.length === 0 ? <Empty>{t("night.nothingWaits")}</Empty> : <WaitTable rows={others} />}
      {shown && <MessagesDialog item={shown} day={plan.day} onClose={() => setShown(null)} />}
    </>
  );
}

function ItemTable({ items, onShow }: { items: readonly Item[]; onShow?: (item: Item) => void }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const word = useWords();
  return (
    <table className="night-table">
      <thead><tr><th scope="col">{t("columns.debtor")}</th><th scope="col">{t("columns.step")}</th><th scope="col" className="amount">{t("columns.amount")}</th>{onShow && <th scope="col"><span className="unseen">{t("night.show")}</span></th>}</tr></thead>
      <tbody>
        {items.map((item) => (
          <tr key={`${item.debtorId}-${item.step}-${item.invoices.join("-")}`}>
            <td><Link to={`/debtors/${item.debtorId}`}>{item.debtorName}</Link><span className="under">{item.invoices.join(", ")}</span></td>
            <td>{word("steps", item.step)}<span className="under">{word("channels", item.channel)}</span></td>
            <td className="amount">{money(item.cents)}</td>
            {onShow && <td className="amount"><Button size="row" look="text" onClick={() => onShow(item)} aria-label={t("night.showOf", { name: item.debtorName })}>{t("night.show")}</Button></td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function WaitTable({ rows }: { rows: Plan["waiting"] }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  return (
    <table className="night-table">
      <thead><tr><th scope="col">{t("columns.debtor")}</th><th scope="col">{t("columns.why")}</th><th scope="col" className="amount">{t("columns.open")}</th></tr></thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.invoiceId}>
            <td><Link to={`/debtors/${row.debtorId}`}>{row.debtorName}</Link><span className="under"><Link to={`/invoices/${row.invoiceId}`}>{row.invoiceNumber}</Link></span></td>
            <td className="small second"><Waiting reason={row.reason} until={row.until} detail={row.detail} /></td>
            <td className="amount">{money(row.cents)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The messages of one debtor, as they would leave; what it shows is written by the sender's own steps. */
function MessagesDialog({ item, day, onClose }: { item: Item; day: string; onClose: () => void }) {
  const { t } = useTranslation();
  const word = useWords();
  const asked = useQuery(NightMessagesDocument, { variables: { debtorId: item.debtorId, day }, fetchPolicy: "network-only" });
  return (
    <Dialog title={t("night.showOf", { name: item.debtorName })} onClose={onClose} size={720}>
      <View asked={asked} rows={6}>
        {(data) => data.nightMessages.length === 0 ? <p>{t("night.goneByNow")}</p> : (
          <div className="stack">
            {data.nightMessages.map((message) => (
              <section key={`${message.kind}-${message.channel}`} className="stack">
                <div><p className="medium">{message.subject || word("steps", message.kind)}</p><p className="small second">{word("channels", message.channel)}{message.to ? `, ${message.to}` : ""}</p></div>
                {message.fault ? <Fault>{t("night.cannotWrite", { fault: message.fault })}</Fault> : <MessageSheet html={message.html ?? null} text={message.text} />}
              </section>
            ))}
          </div>
        )}
      </View>
    </Dialog>
  );
}
