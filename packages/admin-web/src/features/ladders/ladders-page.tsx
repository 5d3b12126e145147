import "./ladders.css";
import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { LadderReachDocument, LaddersDocument, SetLadderRulesDocument, type LadderFactsFragment } from "../../graphql/graphql";
import { useAct } from "../../lib/act";
import { dayOf, useFormat } from "../../lib/format";
import { useMay } from "../../lib/may";
import { Button } from "../../ui/button";
import { Fault } from "../../ui/field";
import { Page } from "../../ui/frame/page";
import { Status } from "../../ui/status";
import { Empty, View } from "../../ui/view-state";
import { ArchiveDialog } from "./archive-dialog";
import { conditionsInput, useConditionWords } from "./conditions";
import { NewLadderDialog } from "./new-ladder-dialog";
import { RuleDialog } from "./rule-dialog";

type Reach = ReadonlyMap<string, { byRule: number; byHand: number }>;

/** Instellingen, Trajecten: the ladders in the order in which their rules are tried, and who falls where. */
export default function LaddersPage() {
  const { t } = useTranslation();
  const [making, setMaking] = useState(false);
  const asked = useQuery(LaddersDocument, { fetchPolicy: "cache-and-network" });
  const reach = useQuery(LadderReachDocument, { fetchPolicy: "cache-and-network" });
  const counts: Reach = new Map(reach.data?.ladderReach.map((each) => [each.ladderId, each]));
  return (
    <Page title={t("ladders.title")} crumb={{ to: "/settings", text: t("nav.settings") }}>
      <div className="row ladders-head">
        <p className="second reading">{t("ladders.what")}</p>
        <Button shape="plus" act="ladders" onClick={() => setMaking(true)}>{t("ladders.make")}</Button>
      </div>
      <View asked={asked} rows={4}>{({ ladders }) => <Lists ladders={ladders} reach={counts} />}</View>
      {making && <NewLadderDialog ladders={asked.data?.ladders ?? []} onClose={() => setMaking(false)} />}
    </Page>
  );
}

function Lists({ ladders, reach }: { ladders: readonly LadderFactsFragment[]; reach: Reach }) {
  const { t } = useTranslation();
  const { day } = useFormat();
  const inUse = ladders.filter(({ archivedAt }) => archivedAt === null);
  const archived = ladders.filter(({ archivedAt }) => archivedAt !== null);
  if (inUse.length === 0) return <Empty>{t("ladders.empty")}</Empty>;
  return (
    <>
      <ol className="ladder-rules">{inUse.map((ladder, index) => <LadderRow key={ladder.id} ladder={ladder} above={inUse[index - 1]} below={inUse[index + 1]} all={inUse} reach={reach} number={index + 1} />)}</ol>
      {archived.length > 0 && (
        <>
          <div className="section-head"><h2>{t("ladders.archived")}</h2></div>
          <ul className="ladder-rules">
            {archived.map((ladder) => (
              <li key={ladder.id} className="ladder-rule">
                <span className="third" />
                <span className="ladder-name"><Link to={`/settings/ladders/${ladder.id}`}>{ladder.name}</Link></span>
                <span className="ladder-whom second small">{ladder.archivedAt && t("ladders.archivedOn", { day: day(dayOf(ladder.archivedAt)) })}</span>
                <span className="ladder-counts second small">{t("ladders.invoices", { count: runningOn(ladder) })}</span>
                <span />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

const runningOn = (ladder: LadderFactsFragment): number => ladder.versions.reduce((sum, { invoices }) => sum + invoices, 0);

interface RowProps {
  ladder: LadderFactsFragment;
  above: LadderFactsFragment | undefined;
  below: LadderFactsFragment | undefined;
  all: readonly LadderFactsFragment[];
  reach: Reach;
  number: number;
}

function LadderRow({ ladder, above, below, all, reach, number }: RowProps) {
  const { t } = useTranslation();
  const { may } = useMay("ladders");
  const whom = useConditionWords();
  const [dialog, setDialog] = useState<"rule" | "archive" | null>(null);
  const { run, busy, refused } = useAct(SetLadderRulesDocument);
  const count = reach.get(ladder.id);
  /** Takes the place of the neighbour: a rank just before or after it. */
  const moveTo = (rank: number) => void run({ id: ladder.id, rowVersion: ladder.rowVersion, name: ladder.name, rank, conditions: conditionsInput(ladder.conditions) });
  return (
    <li className="ladder-rule">
      <span className="third number">{number}</span>
      <span className="ladder-name">
        <Link to={`/settings/ladders/${ladder.id}`}>{ladder.name}</Link>
        <span className="small"><VersionLine ladder={ladder} /></span>
      </span>
      <span className="ladder-whom second small">{ladder.isDefault ? t("ladders.everybody") : whom(ladder.conditions)}</span>
      <span className="ladder-counts small">
        {count && <span><b className="medium">{count.byRule + count.byHand}</b> {t("ladders.reach").toLowerCase()}{count.byHand > 0 && <span className="second">, {t("ladders.reachByHand", { count: count.byHand })}</span>}</span>}
        <span className="second">{t("ladders.running")}: {runningOn(ladder)}</span>
      </span>
      <span className="ladder-acts">
        {may && !ladder.isDefault && (
          <>
            <Button size="row" look="text" shape="more" busy={busy} aria-disabled={!above} aria-label={t("ladders.up")} title={t("ladders.up")} onClick={() => above && moveTo(Math.max(0, above.rank - 1))}>{""}</Button>
            <Button size="row" look="text" shape="less" busy={busy} aria-disabled={!below || below.isDefault} aria-label={t("ladders.down")} title={t("ladders.down")} onClick={() => below && !below.isDefault && moveTo(below.rank + 1)}>{""}</Button>
          </>
        )}
        <Button size="row" act="ladders" onClick={() => setDialog("rule")}>{ladder.isDefault ? t("ladders.name") : t("ladders.changeRule")}</Button>
        {!ladder.isDefault && ladder.inForce && <Button size="row" act="ladders" onClick={() => setDialog("archive")}>{t("ladders.archive")}</Button>}
      </span>
      {refused && <Fault>{refused}</Fault>}
      {dialog === "rule" && <RuleDialog ladder={ladder} onClose={() => setDialog(null)} />}
      {dialog === "archive" && <ArchiveDialog ladder={ladder} others={all.filter(({ id, inForce }) => id !== ladder.id && inForce)} onClose={() => setDialog(null)} />}
    </li>
  );
}

function VersionLine({ ladder: { inForce, draft, defaultAskedBy } }: { ladder: LadderFactsFragment }) {
  const { t } = useTranslation();
  return (
    <>
      {inForce ? <Status shape="done" mood="running">{t("ladders.inForce", { version: inForce.version })}, {t("ladders.steps", { count: inForce.steps.length })}</Status> : <Status shape="ring" mood="quiet">{t("ladders.neverPublished")}</Status>}
      {defaultAskedBy && <Status shape="two">{t("ladders.defaultAsked", { name: defaultAskedBy })}</Status>}
      {draft && (draft.proposedAt ? <Status shape="two">{t("ladders.proposed", { version: draft.version })}</Status> : <Status shape="note" mood="quiet">{t("ladders.draft", { version: draft.version })}</Status>)}
    </>
  );
}
