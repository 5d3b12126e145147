import { useQuery } from "@apollo/client/react";
import { parsePromiseDay } from "@tegemoet/domain";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { LiftHoldDocument, PlaceWideHoldDocument, PullWideBrakeDocument, SegmentsToHoldDocument } from "../../graphql/graphql";
import { useAct } from "../../lib/act";
import { useFormat } from "../../lib/format";
import { Button, WhoCan } from "../../ui/button";
import { Choice, DayField } from "../../ui/field";
import { ReasonDialog } from "../../ui/reason-dialog";
import { useSay } from "../../ui/toast";

/** Stops for many debtors at once: a segment or everybody, and the brake for all. For managers. */
export function WideActs() {
  const { t } = useTranslation();
  const [open, setOpen] = useState<"hold" | "brake" | null>(null);
  return (
    <>
      <div className="wide-acts">
        <Button shape="pause" act="holdMany" inBar onClick={() => setOpen("hold")}>{t("wide.hold")}</Button>
        <Button look="brake" shape="stop" act="holdMany" inBar onClick={() => setOpen("brake")}>{t("wide.brake")}</Button>
      </div>
      <WhoCan act="holdMany" />
      {open === "hold" && <WideHoldDialog onClose={() => setOpen(null)} />}
      {open === "brake" && <WideBrakeDialog onClose={() => setOpen(null)} />}
    </>
  );
}

function WideHoldDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { today, day, number, language } = useFormat();
  const say = useSay();
  const segments = useQuery(SegmentsToHoldDocument);
  const [segment, setSegment] = useState("");
  const [stops, setStops] = useState("everything");
  const [text, setText] = useState("+14");
  const place = useAct(PlaceWideHoldDocument);
  const lift = useAct(LiftHoldDocument);
  const until = parsePromiseDay(text, today, language);
  const unreadable = text.trim() !== "" && !until;
  const save = async (reason: string) => {
    if (unreadable) return;
    const done = await place.run({ reason, segment: segment || null, stops, until });
    if (!done) return;
    onClose();
    say.done(t("holds.placed"), () => lift.run({ id: done.placeWideHold.id, reason: t("holds.mistake") }));
  };
  return (
    <ReasonDialog
      title={t("wide.holdTitle")} label={t("holds.reason")} submit={t("holds.place")} onReason={save} onClose={onClose} busy={place.busy} refused={place.refused} act="holdMany"
      then={until ? t("holds.placeThen", { day: day(until) }) : t("holds.placeThenOpen")}
    >
      <Choice
        label={t("wide.whom")} value={segment} onChange={(event) => setSegment(event.currentTarget.value)}
        data={[{ value: "", label: t("holds.ofEverybody") }, ...(segments.data?.segments ?? []).map((one) => ({ value: one.segment, label: t("wide.segment", { segment: one.segment, count: one.debtors, shown: number(one.debtors) }) }))]}
      />
      <Choice label={t("holds.stops")} value={stops} onChange={(event) => setStops(event.currentTarget.value)} data={[{ value: "everything", label: t("holds.stopsEverything") }, { value: "reminders", label: t("holds.stopsReminders") }]} />
      <DayField label={t("holds.untilLabel")} text={text} onText={setText} hint={t("holds.untilHint")} fault={unreadable ? t("field.dayUnreadable") : null} />
    </ReasonDialog>
  );
}

function WideBrakeDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const say = useSay();
  const pull = useAct(PullWideBrakeDocument);
  const lift = useAct(LiftHoldDocument);
  const brake = async (reason: string) => {
    const done = await pull.run({ reason });
    if (!done) return;
    onClose();
    say.done(t("wide.braked"), () => lift.run({ id: done.pullWideBrake.id, reason: t("brake.mistake") }));
  };
  return (
    <ReasonDialog title={t("wide.brakeTitle")} label={t("holds.reason")} submit={t("wide.brake")} onReason={brake} onClose={onClose} busy={pull.busy} refused={pull.refused} act="holdMany" brake then={t("wide.brakeThen")}>
      <p className="reading">{t("wide.brakeWhat")}</p>
    </ReasonDialog>
  );
}
