import { addBusinessDays, parsePromiseDay } from "@tegemoet/domain";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { LiftHoldDocument, PullEmergencyBrakeDocument } from "../graphql/graphql";
import { useAct } from "../lib/act";
import { useFormat } from "../lib/format";
import { useKeys } from "../lib/keys";
import { useMay } from "../lib/may";
import { Button } from "./button";
import { FormDialog } from "./dialog";
import { DayField, TextArea } from "./field";
import { useSay } from "./toast";

/** Noodrem: always in reach, stops everything for a debtor at once. Pulled by mistake it is let go within ten seconds. */
export function EmergencyBrake({ debtorId, debtorName, look = "brake" }: { debtorId: string; debtorName: string; look?: "brake" | "brake-text" }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  useKeys({ "mod+.": () => setOpen(true) }, { active: useMay("work").may });
  return (
    <>
      <Button look={look} shape="stop" keys="mod+." act="work" inBar onClick={() => setOpen(true)}>{t("brake.pull")}</Button>
      {open && <BrakeDialog debtorId={debtorId} debtorName={debtorName} onClose={() => setOpen(false)} />}
    </>
  );
}

function BrakeDialog({ debtorId, debtorName, onClose }: { debtorId: string; debtorName: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { today, day, language } = useFormat();
  const say = useSay();
  const [reason, setReason] = useState("");
  const [review, setReview] = useState("+7");
  const [tried, setTried] = useState(false);
  const { run, busy, refused } = useAct(PullEmergencyBrakeDocument);
  const lift = useAct(LiftHoldDocument);
  const reviewOn = parsePromiseDay(review, today, language);
  const pull = async () => {
    setTried(true);
    if (reason.trim() === "" || reviewOn === null) return;
    const done = await run({ debtorId, reason: reason.trim(), reviewOn });
    if (!done) return;
    onClose();
    say.done(t("brake.pulled", { name: debtorName }), () => lift.run({ id: done.pullEmergencyBrake.id, reason: t("brake.mistake") }));
  };
  return (
    <FormDialog
      title={t("brake.title", { name: debtorName })} onClose={onClose} submit={t("brake.pull")} onSubmit={() => void pull()} busy={busy} refused={refused} brake
      then={t("brake.after", { day: day(reviewOn ?? addBusinessDays(today, 5)) })}
    >
      <p className="reading">{t("brake.what")}</p>
      <TextArea
        label={t("brake.reason")} description={t("brake.reasonHint")} value={reason} onChange={(event) => setReason(event.currentTarget.value)} data-autofocus
        fault={tried && reason.trim() === "" ? t("brake.reasonMissing") : null}
      />
      <DayField label={t("brake.review")} text={review} onText={setReview} fault={reviewOn === null ? t("field.dayUnreadable") : null} />
    </FormDialog>
  );
}
