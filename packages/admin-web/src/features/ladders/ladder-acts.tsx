import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { DiscardLadderDraftDocument, ProposeLadderDocument, PublishLadderDocument, type LadderFactsFragment } from "../../graphql/graphql";
import { useAct } from "../../lib/act";
import { useMay } from "../../lib/may";
import { Button } from "../../ui/button";
import { FormDialog } from "../../ui/dialog";
import { Fault } from "../../ui/field";
import { useSay } from "../../ui/toast";
import type { LadderDraft } from "./use-ladder-draft";

/** What can be done with the draft: save, ask to publish, publish as the second person, throw away; and try out. */
export function LadderActs({ ladder, draft, onTry }: { ladder: LadderFactsFragment; draft: LadderDraft; onTry: () => void }) {
  const { t } = useTranslation();
  const say = useSay();
  const navigate = useNavigate();
  const [publishing, setPublishing] = useState(false);
  const { may } = useMay("ladders");
  const propose = useAct(ProposeLadderDocument);
  const discard = useAct(DiscardLadderDraftDocument);
  const kept = ladder.draft;
  const proposed = kept !== null && kept.proposedAt !== null && !draft.dirty;
  const save = async () => {
    if (await draft.save()) say.done(t("ladder.saved"));
  };
  const ask = async () => {
    if (kept && (await propose.run({ id: ladder.id, rowVersion: kept.rowVersion }))) say.done(t("ladder.proposedNow"));
  };
  const drop = async () => {
    draft.drop();
    if (!kept) return;
    const gone = await discard.run({ id: ladder.id, rowVersion: kept.rowVersion });
    if (!gone) return;
    say.done(t("ladder.discarded"));
    if (!gone.discardLadderDraft) void navigate("/settings/ladders");
  };
  const faulty = draft.faults.length > 0;
  return (
    <div className="ladder-acts-bar">
      <span className="second small">
        {ladder.inForce && <>{t("ladder.versionRuns", { version: ladder.inForce.version })}, {t("ladders.invoices", { count: ladder.inForce.invoices })}</>}
        {draft.dirty && <b className="medium">{ladder.inForce ? " · " : ""}{t("ladder.unsaved")}</b>}
        {proposed && <>{ladder.inForce ? " · " : ""}{kept.proposedByMe ? t("ladder.secondYou") : t("ladder.second", { name: kept.proposedBy ?? "" })}</>}
      </span>
      <span className="row">
        <Button keys="u" onClick={onTry}>{t("ladder.tryOut")}</Button>
        {may && ladder.archivedAt === null && (
          <>
            {(draft.dirty || kept) && <Button look="text" busy={discard.busy} onClick={() => void drop()}>{t("ladder.discard")}</Button>}
            {draft.dirty && !draft.conflict && <Button look="filled" keys="mod+s" busy={draft.busy} onClick={() => void save()}>{t("ladder.save")}</Button>}
            {!draft.dirty && kept && !proposed && <Button look="filled" busy={propose.busy} aria-disabled={faulty} title={faulty ? t("ladder.faultsFirst") : undefined} onClick={() => !faulty && void ask()}>{t("ladder.propose")}</Button>}
            {proposed && !kept.proposedByMe && <Button look="filled" onClick={() => setPublishing(true)}>{t("ladder.publish")}</Button>}
          </>
        )}
        {!may && <span className="who-can">{t("ladder.onlyManagers")}</span>}
      </span>
      {(propose.refused ?? discard.refused) && <Fault>{propose.refused ?? discard.refused}</Fault>}
      {publishing && kept && <PublishDialog ladder={ladder} draft={kept} onClose={() => setPublishing(false)} />}
    </div>
  );
}

function PublishDialog({ ladder, draft, onClose }: { ladder: LadderFactsFragment; draft: NonNullable<LadderFactsFragment["draft"]>; onClose: () => void }) {
  const { t } = useTranslation();
  const say = useSay();
  const { run, busy, refused } = useAct(PublishLadderDocument);
  const running = ladder.versions.reduce((sum, { invoices }) => sum + invoices, 0);
  const publish = async () => {
    if (!(await run({ id: ladder.id, rowVersion: draft.rowVersion }))) return;
    say.done(t("ladder.published", { version: draft.version }));
    onClose();
  };
  return (
    <FormDialog title={t("ladder.publishTitle", { version: draft.version })} onClose={onClose} submit={t("ladder.publish")} onSubmit={() => void publish()} busy={busy} refused={refused} act="ladders">
      {draft.note && <p className="reading">{draft.note}</p>}
      <p className="reading second">{t("ladder.publishBegin", { version: draft.version })} {running > 0 && t("ladder.publishRun", { count: running })}</p>
    </FormDialog>
  );
}
