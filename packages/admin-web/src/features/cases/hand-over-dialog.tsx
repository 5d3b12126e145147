import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AgenciesForCaseDocument, HandOverCheckDocument, ProposeHandOverDocument } from "../../graphql/graphql";
import { useAct } from "../../lib/act";
import { useFormat } from "../../lib/format";
import { useWords } from "../../lib/words";
import { FormDialog } from "../../ui/dialog";
import { Choice } from "../../ui/field";
import { Shape } from "../../ui/shape";
import { Status } from "../../ui/status";
import { useSay } from "../../ui/toast";
import { View } from "../../ui/view-state";
import type { CaseFacts } from "./case-page";

/** Proposes to hand the case over: what is missing stands here first, and a second person decides. */
export function HandOverDialog({ found, onClose }: { found: CaseFacts; onClose: () => void }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const say = useSay();
  const agencies = useQuery(AgenciesForCaseDocument);
  const [chosen, setChosen] = useState<string | null>(null);
  const agencyId = chosen ?? agencies.data?.agencies[0]?.id ?? null;
  const { run, busy, refused } = useAct(ProposeHandOverDocument);
  const propose = async () => {
    if (!agencyId || !(await run({ caseId: found.id, agencyId }))) return;
    onClose();
    say.done(t("handOver.proposed"));
  };
  return (
    <FormDialog title={t("handOver.title")} onClose={onClose} submit={t("handOver.propose")} onSubmit={() => void propose()} busy={busy} refused={refused} act="work" then={t("handOver.after")}>
      <p className="second">{t("handOver.what", { name: found.debtor.name, amount: money(found.claim.outstandingCents) })}</p>
      <View asked={agencies} rows={1}>
        {(data) => (data.agencies.length === 0
          ? <p>{t("handOver.noAgency")}</p>
          : <Choice label={t("handOver.agency")} value={agencyId ?? ""} onChange={(event) => setChosen(event.currentTarget.value)} data={data.agencies.map(({ id, name }) => ({ value: id, label: name }))} />)}
      </View>
      {agencyId && <Check caseId={found.id} agencyId={agencyId} />}
    </FormDialog>
  );
}

function Check({ caseId, agencyId }: { caseId: string; agencyId: string }) {
  const { t } = useTranslation();
  const word = useWords();
  const asked = useQuery(HandOverCheckDocument, { variables: { caseId, agencyId }, fetchPolicy: "network-only" });
  return (
    <View asked={asked} rows={2}>
      {({ handOverCheck }) => (handOverCheck.length === 0
        ? <Status shape="done" mood="running">{t("handOver.complete")}</Status>
        : <div><p className="medium">{t("handOver.lacks", { count: handOverCheck.length })}</p><ul>{handOverCheck.map((fault) => <li key={fault} className="fault"><Shape name="caution" size={13} />{word("handOverFaults", fault)}</li>)}</ul></div>)}
    </View>
  );
}
