import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { HandOverCheckOfDocument, ProposeHandOverToDocument, type HandOversQuery } from "../../graphql/graphql";
import { useAct } from "../../lib/act";
import { useFormat } from "../../lib/format";
import { useWords } from "../../lib/words";
import { Button } from "../../ui/button";
import { Choice, Fault } from "../../ui/field";
import { Shape } from "../../ui/shape";
import { Status } from "../../ui/status";
import { useSay } from "../../ui/toast";
import { View } from "../../ui/view-state";
import type { Candidate } from "./hand-overs-page";

interface CandidateDetailProps {
  candidate: Candidate;
  agencies: HandOversQuery["handOvers"]["agencies"];
  onClose: () => void;
}

/** A case that may be handed over: to whom, what it still lacks for that agency, and the proposal. */
export function CandidateDetail({ candidate, agencies, onClose }: CandidateDetailProps) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const say = useSay();
  const [agencyId, setAgencyId] = useState(agencies[0]?.id ?? "");
  const { run, busy, refused } = useAct(ProposeHandOverToDocument);
  const propose = async () => {
    if (!(await run({ caseId: candidate.caseId, agencyId }))) return;
    onClose();
    say.done(t("handOver.proposed"));
  };
  return (
    <section aria-label={candidate.debtorName} className="stack" style={{ borderBottom: "1px solid var(--line-2)", paddingBottom: 16, maxWidth: 640 }}>
      <div className="section-head"><h2>{candidate.debtorName}, {money(candidate.openCents)}</h2><Link to={`/cases/${candidate.caseId}`}>{candidate.caseNumber}</Link><span className="rest"><Button look="text" size="row" onClick={onClose}>{t("dialog.close")}</Button></span></div>
      {agencies.length === 0
        ? <p>{t("handOver.noAgency")} <Link to="/settings/agencies">{t("handOvers.addAgency")}</Link></p>
        : (
          <>
            <Choice label={t("handOver.agency")} value={agencyId} onChange={(event) => setAgencyId(event.currentTarget.value)} data={agencies.map(({ id, name }) => ({ value: id, label: name }))} />
            <Check caseId={candidate.caseId} agencyId={agencyId} />
            {refused && <Fault>{refused}</Fault>}
            <span><Button look="filled" size="end" act="work" busy={busy} onClick={() => void propose()}>{t("handOver.propose")}</Button></span>
            <p className="hint">{t("handOver.after")}</p>
          </>
        )}
    </section>
  );
}

function Check({ caseId, agencyId }: { caseId: string; agencyId: string }) {
  const { t } = useTranslation();
  const word = useWords();
  const asked = useQuery(HandOverCheckOfDocument, { variables: { caseId, agencyId }, fetchPolicy: "network-only" });
  return (
    <View asked={asked} rows={2}>
      {({ handOverCheck }) => (handOverCheck.length === 0
        ? <Status shape="done" mood="running">{t("handOver.complete")}</Status>
        : <div><p className="medium">{t("handOver.lacks", { count: handOverCheck.length })}</p><ul>{handOverCheck.map((fault) => <li key={fault} className="fault"><Shape name="caution" size={13} />{word("handOverFaults", fault)}</li>)}</ul></div>)}
    </View>
  );
}
