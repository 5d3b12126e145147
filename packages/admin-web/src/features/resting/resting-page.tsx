import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { ExclusionsDocument, LiftHoldDocument, LiftPostponementDocument, type ExclusionsQuery } from "../../graphql/graphql";
import { useAct } from "../../lib/act";
import { useFormat } from "../../lib/format";
import { holdReason } from "../../lib/hold-reason";
import { useListExport } from "../../lib/list-export";
import { useUrlState } from "../../lib/url-state";
import { useList } from "../../lib/use-list";
import { useWords } from "../../lib/words";
import { daysBetween } from "@tegemoet/domain";
import { Button, Chip } from "../../ui/button";
import { Page } from "../../ui/frame/page";
import { ListFoot, SearchField } from "../../ui/list-tools";
import { ReasonDialog } from "../../ui/reason-dialog";
import { Status } from "../../ui/status";
import { useSay } from "../../ui/toast";
import { Empty, View } from "../../ui/view-state";
import { WideActs } from "./wide-acts";
import "./resting.css";

type Row = ExclusionsQuery["exclusions"]["rows"][number];

const DEFAULTS = { q: "", kind: "", only: "", days: "" } as const;
const CSV = [
  { head: "kind", value: (row: Row) => row.kind }, { head: "debtor", value: (row: Row) => row.debtorName }, { head: "invoice", value: (row: Row) => row.invoiceNumber }, { head: "reason", value: (row: Row) => row.reason },
  { head: "since", value: (row: Row) => row.since }, { head: "until", value: (row: Row) => row.until }, { head: "review", value: (row: Row) => row.reviewOn }, { head: "owner", value: (row: Row) => row.ownerName },
  { head: "amount", value: (row: Row) => row.cents / 100 }, { head: "forgotten", value: (row: Row) => (row.forgotten ? "yes" : "no") },
];
const pageOf = (data: ExclusionsQuery) => data.exclusions;
/** Holds that a person ends here; everything else ends where it was made. */
const LIFTED_HERE = new Set(["pause", "never", "hardship", "brake"]);

/** Wat rust: every debtor and invoice that is left in peace, with why, since when and who looks after it; what was forgotten first. */
export default function RestingPage() {
  const { t } = useTranslation();
  const { number } = useFormat();
  const word = useWords();
  const [url, setUrl] = useUrlState(DEFAULTS);
  const variables = useMemo(() => ({
    filter: { search: url.q || null, kind: url.kind || null, forgottenOnly: url.only === "forgotten" || null, minDays: url.days === "30" ? 30 : null }, first: 50,
  }), [url.q, url.kind, url.only, url.days]);
  const { asked, more } = useList(ExclusionsDocument, variables, "exclusions");
  const exported = useListExport(ExclusionsDocument, variables, pageOf, "wat-rust.csv", CSV);
  const kinds = asked.data?.exclusions.kinds ?? [];
  const filtered = Object.values(url).some((value) => value !== "");
  return (
    <Page title={t("nav.resting")} sub={asked.data && t("resting.count", { count: asked.data.exclusions.totalCount, shown: number(asked.data.exclusions.totalCount), forgotten: asked.data.exclusions.forgottenCount })}>
      <WideActs />
      <div className="filter-bar">
        <SearchField label={t("resting.search")} value={url.q} onSearch={(q) => setUrl({ q })} />
        <span className="chips">
          <Chip pressed={url.only === "forgotten"} onPress={() => setUrl({ only: url.only ? "" : "forgotten" })}>{t("resting.forgotten")}</Chip>
          <Chip pressed={url.days === "30"} onPress={() => setUrl({ days: url.days ? "" : "30" })}>{t("resting.above30")}</Chip>
        </span>
        <select className="plain-select" aria-label={t("resting.byKind")} value={url.kind} onChange={(event) => setUrl({ kind: event.target.value })}>
          <option value="">{t("resting.anyKind")}</option>
          {(url.kind && !kinds.some(({ kind }) => kind === url.kind) ? [{ kind: url.kind, count: 0 }, ...kinds] : kinds).map(({ kind, count }) => <option key={kind} value={kind}>{word("exclusions", kind)} ({number(count)})</option>)}
        </select>
      </div>
      <View asked={asked} rows={8}>
        {({ exclusions }) => (
          <>
            {exclusions.rows.length === 0
              ? (filtered ? <Empty act={<button type="button" className="quiet-button" onClick={() => setUrl({ ...DEFAULTS })}>{t("list.dropFilter")}</button>}>{t("resting.none")}</Empty> : <Empty done act={<Link to="/cases">{t("nav.cases")}</Link>}>{t("resting.empty")}</Empty>)
              : <ol className="resting-list">{exclusions.rows.map((row) => <RestingRow key={row.key} row={row} />)}</ol>}
            <ListFoot shown={exclusions.rows.length} total={exclusions.totalCount} totals={[{ label: t("list.together"), cents: exclusions.totalCents }]} onMore={more} onExport={exported} />
          </>
        )}
      </View>
    </Page>
  );
}

function RestingRow({ row }: { row: Row }) {
  const { t } = useTranslation();
  const { day, money, today } = useFormat();
  const word = useWords();
  const days = daysBetween(row.since, today);
  const ends = row.until ? t("holds.until", { day: day(row.until) }) : row.reviewOn ? t("holds.review", { day: day(row.reviewOn) }) : t("resting.noEnd");
  const to = placeOf(row);
  const name = row.scope === "segment" ? t("holds.ofSegment", { segment: row.debtorName ?? "" }) : row.scope === "organisation" ? t("holds.ofEverybody") : row.debtorName;
  return (
    <li className="resting-row">
      <span><Status shape={row.kind === "brake" || row.kind === "stop-code" ? "stop" : "pause"} mood={row.kind === "brake" || row.kind === "stop-code" ? "serious" : "plain"}>{word("exclusions", row.kind)}</Status></span>
      <span className="who">{row.debtorId ? <Link to={`/debtors/${row.debtorId}`}>{name}</Link> : <span className="medium">{name}</span>}{row.invoiceNumber && row.invoiceId && <span className="under"><Link to={`/invoices/${row.invoiceId}`}>{row.invoiceNumber}</Link></span>}</span>
      <span className="why small second">
        {reasonOf(row, word)}
        <span className="under">{[ends, row.ownerName].filter(Boolean).join(" · ")}</span>
      </span>
      <span className="age">{row.forgotten && <Status shape="caution">{t("resting.isForgotten")}</Status>}<span className="small second">{days <= 0 ? t("age.today") : t("age.days", { count: days })}</span></span>
      <span className="amount">{money(row.cents)}</span>
      <span className="do">{LIFTED_HERE.has(row.kind) || row.kind === "postponed" ? <Lift row={row} /> : to && <Link to={to}>{t("resting.look")}</Link>}</span>
    </li>
  );
}

/** Where this rest is ended, when it isn't here. */
function placeOf({ kind, debtorId, subjectId }: Row): string | null {
  if (kind === "dispute") return `/disputes?dispute=${subjectId ?? ""}`;
  if (kind === "plan" || kind === "plan-proposed") return `/plans?state=all&plan=${subjectId ?? ""}`;
  if (kind === "parked") return subjectId ? `/messages/${subjectId}` : null;
  if (kind === "handed-over") return "/hand-overs";
  return debtorId ? `/debtors/${debtorId}` : null;
}

function reasonOf({ kind, reason }: Row, word: ReturnType<typeof useWords>): string {
  if (!reason) return "";
  if (kind === "stop-code" || kind === "self-check") return word("waitDetails", reason);
  if (kind === "dispute") return word("disputeReasons", reason);
  if (kind === "parked") return word("reasons", reason);
  return holdReason(reason);
}

function Lift({ row }: { row: Row }) {
  const { t } = useTranslation();
  const say = useSay();
  const [asking, setAsking] = useState(false);
  const lift = useAct(LiftHoldDocument);
  const back = useAct(LiftPostponementDocument);
  const many = row.scope === "organisation" || row.scope === "segment";
  const id = row.subjectId ?? "";
  if (row.kind === "postponed") return <Button size="row" act="work" busy={back.busy} onClick={() => void back.run({ id }).then((done) => done && say.done(t("resting.notPostponed")))}>{t("holds.lift")}</Button>;
  return (
    <>
      <Button size="row" act={many ? "holdMany" : "work"} onClick={() => setAsking(true)}>{t("holds.lift")}</Button>
      {asking && (
        <ReasonDialog
          title={t("holds.liftTitle")} label={t("holds.liftWhy")} submit={t("holds.goOn")} then={t("holds.after")} busy={lift.busy} refused={lift.refused} onClose={() => setAsking(false)}
          onReason={async (reason) => {
            if (!(await lift.run({ id, reason }))) return;
            setAsking(false);
            say.done(t("holds.lifted"));
          }}
        />
      )}
    </>
  );
}
