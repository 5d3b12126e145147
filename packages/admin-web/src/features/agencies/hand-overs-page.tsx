import { useQuery } from "@apollo/client/react";
import { useTranslation } from "react-i18next";
import { HandOversDocument, type HandOversQuery, type HandOverState } from "../../graphql/graphql";
import { useFormat } from "../../lib/format";
import { useUrlState } from "../../lib/url-state";
import { useWords } from "../../lib/words";
import { DaysLate } from "../../ui/age";
import { ButtonLink, Chip } from "../../ui/button";
import { DataTable } from "../../ui/data-table";
import { Page } from "../../ui/frame/page";
import { ListKeys, SearchField } from "../../ui/list-tools";
import type { ShapeName } from "../../ui/shape";
import { Status, type Mood } from "../../ui/status";
import { Empty, View } from "../../ui/view-state";
import { CandidateDetail } from "./candidate-detail";
import { HandOverDetail } from "./hand-over-detail";

type Facts = HandOversQuery["handOvers"];
export type HandOver = Facts["handOvers"][number];
export type Candidate = Facts["candidates"][number];

const TABS = ["candidates", "proposed", "running", "ended"] as const;

const LOOK: Readonly<Record<HandOverState, readonly [ShapeName, Mood]>> = {
  proposed: ["two", "plain"], approved: ["half", "running"], accepted: ["out", "running"], declined: ["ring", "plain"], recalled: ["ring", "quiet"], closed: ["done", "running"], rejected: ["ring", "quiet"],
};

const tabOf = (state: HandOverState) => (state === "proposed" ? "proposed" : state === "approved" || state === "accepted" ? "running" : "ended");

/** Overdracht: which cases may go to an agency and what they lack, what waits for a second person, and what the agencies answered. */
export default function HandOversPage() {
  const { t } = useTranslation();
  const [state, setUrl] = useUrlState({ show: "", case: "", handOver: "", q: "" });
  const asked = useQuery(HandOversDocument);
  // Without a choice: what waits for a decision, else what may be proposed.
  const waits = asked.data?.handOvers.handOvers.some((row) => row.state === "proposed") ?? false;
  const url = { ...state, show: state.show || (waits && !state.case ? "proposed" : "candidates") };
  return (
    <Page title={t("nav.handOvers")}>
      <View asked={asked}>
        {({ handOvers: page }) => {
          const matches = (text: string) => text.toLowerCase().includes(url.q.toLowerCase());
          const candidates = page.candidates.filter((row) => matches(`${row.debtorName} ${row.caseNumber}`));
          const handOvers = page.handOvers.filter((row) => tabOf(row.state) === url.show && matches(`${row.debtorName} ${row.caseNumber} ${row.agencyName}`));
          const candidate = page.candidates.find(({ caseId }) => caseId === url.case);
          const handOver = page.handOvers.find(({ id }) => id === url.handOver);
          return (
            <>
              <div className="filter-bar">
                <SearchField label={t("handOvers.search")} value={url.q} onSearch={(q) => setUrl({ q })} />
                <span className="chips">
                  {TABS.map((tab) => (
                    <Chip key={tab} pressed={url.show === tab} onPress={() => setUrl({ show: tab, case: "", handOver: "" })} count={tab === "candidates" ? page.candidates.length : page.handOvers.filter(({ state }) => tabOf(state) === tab).length}>{t(`handOvers.${tab}`)}</Chip>
                  ))}
                </span>
                <ListKeys />
              </div>
              {url.show === "candidates" && candidate && <CandidateDetail key={candidate.caseId} candidate={candidate} agencies={page.agencies} onClose={() => setUrl({ case: "" })} />}
              {handOver && <HandOverDetail key={handOver.id} handOver={handOver} status={<HandOverStatus state={handOver.state} />} onClose={() => setUrl({ handOver: "" })} />}
              {url.show === "candidates"
                ? candidates.length === 0 ? <Empty done={!url.q} act={page.agencies.length === 0 ? <ButtonLink to="/settings/agencies">{t("handOvers.addAgency")}</ButtonLink> : undefined}>{url.q ? t("list.noneFound") : t("handOvers.noCandidates")}</Empty> : <CandidateTable rows={candidates} />
                : handOvers.length === 0 ? <Empty done={!url.q}>{url.q ? t("list.noneFound") : t(`handOvers.none.${url.show as "proposed"}`)}</Empty> : <HandOverTable rows={handOvers} show={url.show} />}
            </>
          );
        }}
      </View>
    </Page>
  );
}

function HandOverStatus({ state }: { state: HandOverState }) {
  const word = useWords();
  const [shape, mood] = LOOK[state];
  return <Status shape={shape} mood={mood}>{word("handOverStates", state)}</Status>;
}

function CandidateTable({ rows }: { rows: readonly Candidate[] }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const word = useWords();
  return (
    <DataTable
      label={t("handOvers.candidates")} rows={rows} rowKey={(row) => row.caseId} to={(row) => `/hand-overs?show=candidates&case=${row.caseId}`}
      columns={[
        { key: "debtor", head: t("columns.debtor"), cell: (row) => <>{row.debtorName}<span className="under">{row.caseNumber} · {word("debtorKinds", row.kind)}</span></> },
        {
          key: "complete", head: t("handOvers.complete"),
          cell: (row) => (row.faults.length === 0 ? <Status shape="done" mood="running">{t("handOver.complete")}</Status> : <Status shape="caution"><span className="small">{row.faults.map((fault) => word("handOverFaults", fault)).join(", ")}</span></Status>),
        },
        { key: "late", head: t("columns.late"), amount: true, cell: (row) => <DaysLate days={row.daysOverdue} short />, phone: "line" },
        { key: "open", head: t("columns.open"), amount: true, cell: (row) => money(row.openCents), phone: "amount" },
      ]}
    />
  );
}

function HandOverTable({ rows, show }: { rows: readonly HandOver[]; show: string }) {
  const { t } = useTranslation();
  const { money, moment } = useFormat();
  return (
    <DataTable
      label={t("nav.handOvers")} rows={rows} rowKey={(row) => row.id} to={(row) => `/hand-overs?show=${show}&handOver=${row.id}`}
      columns={[
        { key: "debtor", head: t("columns.debtor"), cell: (row) => <>{row.debtorName}<span className="under">{row.caseNumber}</span></> },
        { key: "agency", head: t("handOver.agency"), cell: (row) => row.agencyName },
        { key: "state", head: t("columns.state"), cell: (row) => <HandOverStatus state={row.state} /> },
        { key: "by", head: t("handOvers.proposedBy"), cell: (row) => <>{row.proposedBy}<span className="under">{moment(row.proposedAt)}</span></>, phone: "none" },
        { key: "total", head: t("columns.amount"), amount: true, cell: (row) => money(row.principalCents + row.interestCents + row.costsCents), phone: "amount" },
      ]}
    />
  );
}
