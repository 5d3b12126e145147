import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ResumeSendingDocument, SendingDocument, SetSendingLimitsDocument, StopSendingDocument, type SendingFactsFragment } from "../../graphql/graphql";
import { useAct } from "../../lib/act";
import { useFormat } from "../../lib/format";
import { useMay } from "../../lib/may";
import { Button } from "../button";
import { Dialog } from "../dialog";
import { Fault, TextField } from "../field";
import { View } from "../view-state";

/** The stop button: stops all that leaves at once, says what left, what is in the air and what waits, and lets it go on again. */
export default function SendingDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const asked = useQuery(SendingDocument, { fetchPolicy: "cache-and-network" });
  return (
    <Dialog title={asked.data?.sending.stopped ? t("sending.stopped") : t("sending.title")} onClose={onClose}>
      <View asked={asked} rows={3}>
        {({ sending }) => (
          <div className="stack">
            <Figures sending={sending} />
            {sending.stopped ? <Resume sending={sending} onClose={onClose} /> : <Stop />}
            <Limits sending={sending} />
          </div>
        )}
      </View>
    </Dialog>
  );
}

function Figures({ sending }: { sending: SendingFactsFragment }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  return (
    <dl className="facts" aria-live="polite">
      <dt>{t("sending.left")}</dt><dd>{number(sending.leftToday)}</dd>
      <dt>{t("sending.inTheAir")}</dt><dd>{number(sending.inTheAir)}</dd>
      <dt>{t("sending.waiting")}</dt><dd>{number(sending.waiting)}</dd>
    </dl>
  );
}

function Stop() {
  const { t } = useTranslation();
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const stop = useAct(StopSendingDocument);
  const press = () => {
    setTried(true);
    if (reason.trim() !== "") void stop.run({ reason: reason.trim() });
  };
  return (
    <form className="stack" noValidate onSubmit={(event) => { event.preventDefault(); press(); }}>
      <p className="reading">{t("sending.what")}</p>
      <TextField label={t("holds.reason")} value={reason} maxLength={300} onChange={(event) => setReason(event.currentTarget.value)} data-autofocus fault={tried && reason.trim() === "" ? t("holds.reasonMissing") : null} />
      {stop.refused && <Fault>{stop.refused}</Fault>}
      <div className="dialog-foot"><Button type="submit" look="brake-filled" size="end" act="work" busy={stop.busy}>{t("sending.stop")}</Button></div>
      <p className="hint">{t("sending.after")}</p>
    </form>
  );
}

function Resume({ sending, onClose }: { sending: SendingFactsFragment; onClose: () => void }) {
  const { t } = useTranslation();
  const { moment } = useFormat();
  const resume = useAct(ResumeSendingDocument);
  return (
    <div className="stack">
      <p className="reading">{t("sending.line", { name: sending.stoppedBy ?? t("sending.somebody"), when: sending.stoppedAt ? moment(sending.stoppedAt) : "", reason: sending.reason ?? "" })}</p>
      {resume.refused && <Fault>{resume.refused}</Fault>}
      <div className="dialog-foot"><Button look="filled" size="end" act="resumeSending" busy={resume.busy} onClick={() => void resume.run({}).then((done) => done && onClose())}>{t("sending.resume")}</Button></div>
      <p className="hint">{t("sending.resumeThen")}</p>
    </div>
  );
}

/** How many may leave in an hour and on a day. Whoever may not change them reads them. */
function Limits({ sending }: { sending: SendingFactsFragment }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { may } = useMay("resumeSending");
  const [hour, setHour] = useState(sending.perHour === null ? "" : String(sending.perHour));
  const [day, setDay] = useState(sending.perDay === null ? "" : String(sending.perDay));
  const set = useAct(SetSendingLimitsDocument);
  const readable = (text: string) => text.trim() === "" || /^[1-9]\d{0,6}$/.test(text.trim());
  const save = () => {
    if (readable(hour) && readable(day)) void set.run({ perHour: hour.trim() === "" ? null : Number(hour), perDay: day.trim() === "" ? null : Number(day) });
  };
  const named = (limit: number | null | undefined) => (limit == null ? t("sending.noLimit") : number(limit));
  return (
    <details>
      <summary>{t("sending.limits", { hour: named(sending.perHour), day: named(sending.perDay) })}</summary>
      {may && (
        <form className="stack" noValidate onSubmit={(event) => { event.preventDefault(); save(); }}>
          <TextField label={t("sending.perHour")} inputMode="numeric" value={hour} onChange={(event) => setHour(event.currentTarget.value)} fault={readable(hour) ? null : t("sending.limitUnreadable")} />
          <TextField label={t("sending.perDay")} inputMode="numeric" value={day} onChange={(event) => setDay(event.currentTarget.value)} fault={readable(day) ? null : t("sending.limitUnreadable")} />
          {set.refused && <Fault>{set.refused}</Fault>}
          <p><Button type="submit" busy={set.busy}>{t("sending.saveLimits")}</Button></p>
          <p className="hint">{t("sending.limitsHint")}</p>
        </form>
      )}
    </details>
  );
}
