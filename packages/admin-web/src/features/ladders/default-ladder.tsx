import { useState } from "react";
import { useTranslation } from "react-i18next";
import { MakeDefaultLadderDocument, ProposeDefaultLadderDocument, WithdrawDefaultLadderDocument, type LadderFactsFragment } from "../../graphql/graphql";
import { useAct } from "../../lib/act";
import { Button } from "../../ui/button";
import { Fault } from "../../ui/field";
import { ReasonDialog } from "../../ui/reason-dialog";
import { Status } from "../../ui/status";
import { useSay } from "../../ui/toast";

/** Whether this ladder is the default; who wants it to be, and the second person's answer. */
export function DefaultLadder({ ladder }: { ladder: LadderFactsFragment }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  if (ladder.isDefault) return <p className="default-ladder"><Status shape="done" mood="running">{t("ladders.thisIsDefault")}</Status></p>;
  if (ladder.defaultAskedBy) return <Asked ladder={ladder} />;
  if (ladder.archivedAt !== null || ladder.inForce === null) return null;
  return (
    <div className="default-ladder">
      <Button act="ladders" onClick={() => setAsking(true)}>{t("ladders.makeDefault")}</Button>
      {asking && <AskDialog ladder={ladder} onClose={() => setAsking(false)} />}
    </div>
  );
}

function Asked({ ladder }: { ladder: LadderFactsFragment }) {
  const { t } = useTranslation();
  const say = useSay();
  const make = useAct(MakeDefaultLadderDocument);
  const withdraw = useAct(WithdrawDefaultLadderDocument);
  const yes = async () => {
    if (await make.run({ id: ladder.id })) say.done(t("ladders.defaultMade", { name: ladder.name }));
  };
  const no = async () => {
    if (await withdraw.run({ id: ladder.id })) say.done(t("ladders.defaultKept"));
  };
  return (
    <section className="default-ladder" aria-label={t("ladders.makeDefault")}>
      <Status shape="two">{t("ladders.defaultAsked", { name: ladder.defaultAskedBy ?? "" })}: {ladder.defaultReason}</Status>
      <p className="second small reading">{t("ladders.defaultThen")}</p>
      <span className="row">
        {!ladder.defaultAskedByMe && <Button look="filled" act="ladders" busy={make.busy} onClick={() => void yes()}>{t("ladders.defaultYes")}</Button>}
        <Button act="ladders" busy={withdraw.busy} onClick={() => void no()}>{ladder.defaultAskedByMe ? t("ladders.defaultBack") : t("ladders.defaultNo")}</Button>
      </span>
      {(make.refused ?? withdraw.refused) && <Fault>{make.refused ?? withdraw.refused}</Fault>}
    </section>
  );
}

function AskDialog({ ladder, onClose }: { ladder: LadderFactsFragment; onClose: () => void }) {
  const { t } = useTranslation();
  const say = useSay();
  const propose = useAct(ProposeDefaultLadderDocument);
  return (
    <ReasonDialog
      title={t("ladders.defaultTitle", { name: ladder.name })} label={t("ladders.defaultWhy")} submit={t("ladders.defaultAsk")} then={t("ladders.defaultThen")} act="ladders"
      busy={propose.busy} refused={propose.refused} onClose={onClose}
      onReason={async (reason) => {
        if (!(await propose.run({ id: ladder.id, reason }))) return;
        onClose();
        say.done(t("ladders.defaultAskedNow"));
      }}
    />
  );
}
