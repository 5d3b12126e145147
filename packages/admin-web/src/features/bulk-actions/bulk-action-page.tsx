import "./bulk-actions.css";
import { useQuery } from "@apollo/client/react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { BulkActionDocument, type BulkFactsFragment } from "../../graphql/graphql";
import { useFormat } from "../../lib/format";
import { Page } from "../../ui/frame/page";
import { Status } from "../../ui/status";
import { View } from "../../ui/view-state";
import { BulkActs } from "./bulk-acts";
import { BulkRows } from "./bulk-rows";
import { EarlierActions } from "./earlier-actions";
import { useRate } from "./use-rate";

/** One act on many rows: first what would happen to each, then how far it is, and at the end what came of each. It goes on when the page is left. */
export default function BulkActionPage() {
  const { t } = useTranslation();
  const { id = "" } = useParams();
  const asked = useQuery(BulkActionDocument, { variables: { id }, fetchPolicy: "cache-and-network" });
  const action = asked.data?.bulkAction;
  const atWork = action?.state === "checking" || action?.state === "running";
  const { startPolling, stopPolling } = asked;
  useEffect(() => {
    if (atWork) startPolling(700);
    else stopPolling();
    return () => stopPolling();
  }, [atWork, startPolling, stopPolling]);
  return (
    <Page title={action ? t(action.undoesId ? "bulk.titleUndo" : "bulk.titleAct", { act: t(`bulk.acts.${action.act as "pause"}`) }) : t("bulk.one")} crumb={{ to: `/${action?.list ?? "cases"}`, text: t(`nav.${(action?.list ?? "cases") as "cases"}`) }}>
      <View asked={asked} rows={4}>
        {(data) => (
          <>
            <Summary action={data.bulkAction} />
            <BulkActs action={data.bulkAction} />
            <BulkRows action={data.bulkAction} />
          </>
        )}
      </View>
      <EarlierActions except={id} />
    </Page>
  );
}

function Summary({ action }: { action: BulkFactsFragment }) {
  const { t } = useTranslation();
  const { money, day, moment } = useFormat();
  return (
    <section className="stack bulk-summary">
      <dl className="facts">
        <dt>{t("bulk.rows")}</dt><dd>{action.total}, {money(action.cents)}</dd>
        <dt>{t("holds.reason")}</dt><dd>{action.reason}</dd>
        {action.until && <><dt>{t(action.act === "postpone" ? "step.until" : "holds.untilLabel")}</dt><dd>{day(action.until)}</dd></>}
        {action.target && <><dt>{t(action.act === "assign" ? "columns.owner" : "ladderOf.begins")}</dt><dd>{action.target}</dd></>}
        {action.maximumCents !== null && <><dt>{t("bulk.maximum")}</dt><dd>{money(action.maximumCents)}</dd></>}
        <dt>{t("bulk.by")}</dt><dd>{action.by}, {moment(action.startedAt ?? action.preparedAt)}</dd>
      </dl>
      <Progress action={action} />
    </section>
  );
}

/** How far it is: with a bar while it goes on, and in the end in one sentence. */
function Progress({ action: { state, total, checked, goes, goesCents, done, doneCents, refused } }: { action: BulkFactsFragment }) {
  const { t } = useTranslation();
  const { money, number } = useFormat();
  const ready = state === "checking" ? checked : done + refused;
  const { perSecond, secondsLeft } = useRate(ready, total, state);
  if (state === "ready") {
    return <p role="status"><Status shape={goes === total ? "done" : "caution"} mood={goes === total ? "running" : "plain"}>{t("bulk.goes", { count: goes, shown: number(goes), sum: money(goesCents) })} {goes < total && t("bulk.wontGo", { count: total - goes, shown: number(total - goes) })}</Status></p>;
  }
  if (state === "done") {
    return <p role="status"><Status shape={refused > 0 ? "caution" : "done"} mood={refused > 0 ? "plain" : "running"}>{t("bulk.did", { count: done, shown: number(done), sum: money(doneCents) })} {refused > 0 && t("bulk.refused", { count: refused, shown: number(refused) })}</Status></p>;
  }
  return (
    <div className="row" role="status">
      <Status shape="half">{t(state === "checking" ? "bulk.checking" : "bulk.running", { done: number(ready), total: number(total) })}</Status>
      <progress max={total} value={ready} aria-label={t("bulk.progress")} />
      {perSecond !== null && <span className="small second">{t("bulk.rate", { rate: number(perSecond) })}{secondsLeft !== null && `, ${t("bulk.left", { count: secondsLeft })}`}</span>}
      {state === "running" && <span className="small second">{t("bulk.mayLeave")}</span>}
    </div>
  );
}
