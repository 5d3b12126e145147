import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AcceptPlanDocument, CancelPlanDocument, DeclinePlanDocument, PlansDocument, type PlanFactsFragment, type PlanState } from "../../graphql/graphql";
import { useAct } from "../../lib/act";
import { useFormat } from "../../lib/format";
import { useUrlState } from "../../lib/url-state";
import { useWords } from "../../lib/words";
import { Button, ButtonLink, Chip, WhoCan } from "../../ui/button";
import { DataTable } from "../../ui/data-table";
import { FormDialog } from "../../ui/dialog";
import { Fault, TextArea } from "../../ui/field";
import { Page } from "../../ui/frame/page";
import { ListKeys, SearchField } from "../../ui/list-tools";
import type { ShapeName } from "../../ui/shape";
import { Status, type Mood } from "../../ui/status";
import { useSay } from "../../ui/toast";
import { Empty, View } from "../../ui/view-state";

type Plan = PlanFactsFragment;

const STATES = ["proposed", "offered", "running", "behind", "broken", "finished", "all"] as const;

const LOOK: Readonly<Record<PlanState, readonly [ShapeName, Mood]>> = {
  proposed: ["half", "plain"], offered: ["half", "plain"], running: ["steps", "running"], behind: ["caution", "plain"], broken: ["broken", "serious"],
  finished: ["done", "running"], cancelled: ["ring", "quiet"], declined: ["ring", "quiet"],
};

/** Regelingen: proposals to decide, what runs, what is behind or broken. */
export default function PlansPage() {
  const { t } = useTranslation();
  const [url, setUrl] = useUrlState({ state: "proposed", plan: "", q: "" });
  const asked = useQuery(PlansDocument);
  return (
    <Page title={t("nav.plans")}>
      <View asked={asked}>
        {({ plans }) => {
          const shown = plans.filter((plan) => (url.state === "all" || plan.state === url.state) && plan.debtorName.toLowerCase().includes(url.q.toLowerCase()));
          const chosen = plans.find(({ id }) => id === url.plan);
          return (
            <>
              <div className="filter-bar">
                <SearchField label={t("plans.search")} value={url.q} onSearch={(q) => setUrl({ q })} />
                <span className="chips">
                  {STATES.map((state) => <Chip key={state} pressed={url.state === state} count={state === "all" ? plans.length : plans.filter((plan) => plan.state === state).length} onPress={() => setUrl({ state, plan: "" })}>{t(`plans.states.${state}`)}</Chip>)}
                </span>
                <ListKeys />
              </div>
              {chosen && <PlanDetail key={chosen.id} plan={chosen} onClose={() => setUrl({ plan: "" })} />}
              {shown.length === 0
                ? <Empty done={url.state === "proposed"} act={url.q ? <button type="button" className="quiet-button" onClick={() => setUrl({ q: "" })}>{t("list.dropFilter")}</button> : undefined}>{url.state === "proposed" ? t("plans.noneProposed") : t("plans.none")}</Empty>
                : <PlanTable plans={shown} state={url.state} />}
            </>
          );
        }}
      </View>
    </Page>
  );
}

function PlanStatus({ state }: { state: PlanState }) {
  const word = useWords();
  const [shape, mood] = LOOK[state];
  return <Status shape={shape} mood={mood}>{word("planStates", state)}</Status>;
}

function PlanTable({ plans, state }: { plans: readonly Plan[]; state: string }) {
  const { t } = useTranslation();
  const { money, day } = useFormat();
  return (
    <DataTable
      label={t("nav.plans")} rows={plans} rowKey={(plan) => plan.id} to={(plan) => `/plans?state=${state}&plan=${plan.id}`}
      columns={[
        { key: "debtor", head: t("columns.debtor"), cell: (plan) => <>{plan.debtorName}<span className="under">{t("plans.proposedBy", { who: t(plan.proposedBy === "debtor" ? "plans.byDebtor" : "plans.byUs"), day: day(plan.proposedOn) })}</span></> },
        { key: "state", head: t("columns.state"), cell: (plan) => <PlanStatus state={plan.state} /> },
        { key: "terms", head: t("plans.terms"), cell: (plan) => t("plans.termsOf", { count: plan.instalments.length, amount: money(plan.instalments[0]?.cents ?? 0) }) },
        { key: "next", head: t("plans.next"), cell: (plan) => (plan.state === "proposed" && plan.answerBy ? t("plans.answerBy", { day: day(plan.answerBy) }) : plan.nextOn ? `${day(plan.nextOn)}, ${money(plan.nextCents ?? 0)}` : "") },
        { key: "paid", head: t("claim.paid"), amount: true, cell: (plan) => money(plan.paidCents), phone: "line" },
        { key: "total", head: t("columns.total"), amount: true, cell: (plan) => money(plan.totalCents), phone: "amount" },
      ]}
    />
  );
}

function PlanDetail({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const { t } = useTranslation();
  const { money, day } = useFormat();
  const word = useWords();
  const say = useSay();
  const accept = useAct(AcceptPlanDocument);
  const [asking, setAsking] = useState<"decline" | "cancel" | null>(null);
  const yes = async () => {
    if (await accept.run({ id: plan.id })) say.done(t("plans.accepted", { name: plan.debtorName }));
  };
  const runs = plan.state === "running" || plan.state === "behind" || plan.state === "offered";
  return (
    <section aria-label={plan.debtorName} className="two-columns" style={{ borderBottom: "1px solid var(--line-2)", paddingBottom: 16 }}>
      <div>
        <div className="section-head"><h2>{plan.debtorName}</h2><PlanStatus state={plan.state} /><span className="rest"><Button look="text" size="row" onClick={onClose}>{t("dialog.close")}</Button></span></div>
        <table>
          <thead><tr><th scope="col">{t("plans.term")}</th><th scope="col">{t("plans.dueOn")}</th><th scope="col">{t("columns.state")}</th><th scope="col" className="amount">{t("claim.paid")}</th><th scope="col" className="amount">{t("columns.amount")}</th></tr></thead>
          <tbody>{plan.instalments.map((term) => <tr key={term.number}><td>{term.number}</td><td>{day(term.dueOn)}</td><td>{word("instalmentStates", term.state)}</td><td className="amount">{money(term.paidCents)}</td><td className="amount">{money(term.cents)}</td></tr>)}</tbody>
          <tfoot><tr><td colSpan={3}>{t("plans.forInvoices", { invoices: plan.invoiceNumbers.join(", ") })}</td><td className="amount">{money(plan.paidCents)}</td><td className="amount">{money(plan.totalCents)}</td></tr></tfoot>
        </table>
      </div>
      <aside className="stack" style={{ alignContent: "start", paddingTop: 20 }}>
        {plan.outside.length > 0
          ? <div><Status shape="caution">{t("plans.outside")}</Status><ul>{plan.outside.map((rule) => <li key={rule} className="small">{word("planRules", rule)}</li>)}</ul></div>
          : <span><Status shape="done" mood="running">{t("plan.inside")}</Status></span>}
        {plan.note && <p className="small second">“{plan.note}”</p>}
        {plan.state === "proposed" && (
          <>
            <span className="row"><Button look="filled" size="end" act="work" inBar busy={accept.busy} onClick={() => void yes()}>{t("plans.accept")}</Button><Button size="end" act="work" inBar onClick={() => setAsking("decline")}>{t("plans.decline")}</Button></span>
            <WhoCan act="work" />
            <p className="hint">{t("plans.acceptThen")}</p>
          </>
        )}
        {runs && <span><Button act="cancelPlan" onClick={() => setAsking("cancel")}>{t("plans.cancel")}</Button></span>}
        {accept.refused && <Fault>{accept.refused}</Fault>}
        {plan.caseId && <span><ButtonLink to={`/cases/${plan.caseId}`}>{t("debtors.toCase")}</ButtonLink></span>}
      </aside>
      {asking && <EndPlan plan={plan} how={asking} onClose={() => setAsking(null)} />}
    </section>
  );
}

function EndPlan({ plan, how, onClose }: { plan: Plan; how: "decline" | "cancel"; onClose: () => void }) {
  const { t } = useTranslation();
  const say = useSay();
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const { run, busy, refused } = useAct<unknown, { id: string; reason: string }>(how === "decline" ? DeclinePlanDocument : CancelPlanDocument);
  const end = async () => {
    setTried(true);
    if (reason.trim() === "" || !(await run({ id: plan.id, reason: reason.trim() }))) return;
    onClose();
    say.done(t(`plans.${how}Said`, { name: plan.debtorName }));
  };
  return (
    <FormDialog title={t(`plans.${how}Title`, { name: plan.debtorName })} onClose={onClose} submit={t(`plans.${how}`)} onSubmit={() => void end()} busy={busy} refused={refused} then={t(`plans.${how}Then`)}>
      <TextArea label={t("plans.reason")} description={t("plans.reasonHint")} value={reason} onChange={(event) => setReason(event.currentTarget.value)} data-autofocus fault={tried && reason.trim() === "" ? t("plans.reasonMissing") : null} />
    </FormDialog>
  );
}
