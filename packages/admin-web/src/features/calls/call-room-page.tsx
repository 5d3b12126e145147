import "./call-room.css";
import { useQuery } from "@apollo/client/react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { CallSheetDocument, ClaimCallTaskDocument } from "../../graphql/graphql";
import { useAct } from "../../lib/act";
import { useKeys } from "../../lib/keys";
import { useMay } from "../../lib/may";
import { useFormat } from "../../lib/format";
import { useWords } from "../../lib/words";
import { Button } from "../../ui/button";
import { EmergencyBrake } from "../../ui/emergency-brake";
import { ConnectionLine, PageTitle } from "../../ui/frame/page";
import { RulerOfTheDay } from "../../ui/frame/ruler-of-the-day";
import { KeyHints } from "../../ui/kbd";
import { ReasonDialog } from "../../ui/reason-dialog";
import { Shape } from "../../ui/shape";
import { Status } from "../../ui/status";
import { View } from "../../ui/view-state";
import { AfterCall } from "./after-call";
import { Conversation } from "./conversation";
import { OutcomeForm, type Logged } from "./outcome-form";
import { Preparation, type Sheet } from "./preparation";
import { useCallDraft } from "./use-call-draft";

/** Belkamer: one screen for the whole call. The sidebar makes way: one task, one screen. */
export default function CallRoomPage() {
  const { taskId = "" } = useParams();
  const { t } = useTranslation();
  const asked = useQuery(CallSheetDocument, { variables: { taskId } });
  return (
    <main>
      {/* A task that isn't there has no debtor to name; the page has a name and a way back all the same. */}
      {asked.error && !asked.data && <header className="call-head"><Link className="back" to="/calls"><Shape name="left" />{t("nav.calls")}</Link><PageTitle title={t("room.oneCall")} /></header>}
      <View asked={{ ...asked, data: asked.data?.callSheet.taskId === taskId ? asked.data : undefined }} rows={10}>{(data) => <CallRoom key={taskId} sheet={data.callSheet} />}</View>
    </main>
  );
}

function CallRoom({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation();
  const word = useWords();
  const { phone: readable } = useFormat();
  const person = sheet.contacts.find(({ primary }) => primary) ?? sheet.contacts[0];
  const state = useCallDraft(sheet.taskId, { confirmTo: person?.email ?? sheet.debtor.email ?? "", person: person?.name ?? "" });
  const [logged, setLogged] = useState<Logged | null>(null);
  const claim = useAct(ClaimCallTaskDocument);
  const { run } = claim;
  const { may } = useMay("work");
  useEffect(() => {
    if (may) void run({ taskId: sheet.taskId });
  }, [run, sheet.taskId, may]);
  const clock = useCallClock(state.draft.seconds, (seconds) => state.change({ seconds }));
  const phone = person?.phone ?? sheet.debtor.phone;
  return (
    <div className="call-page">
      <header className="call-head">
        <Link className="back" to="/calls"><Shape name="left" />{t("nav.calls")}</Link>
        <div>
          <PageTitle title={sheet.debtor.name} />
          <p className="who">{person ? [person.name, person.role, person.preferredTimes].filter(Boolean).join(", ") : sheet.debtor.kind === "legalPerson" ? t("room.nobodyKnown") : word("debtorKinds", sheet.debtor.kind)}</p>
        </div>
        <div className="live">
          {clock.running && <Status shape="phone" mood="running">{t("room.talking")}</Status>}
          {(clock.running || clock.seconds > 0) && <span className="clock" role="timer" aria-label={t("room.duration")}>{Math.floor(clock.seconds / 60)}:{String(clock.seconds % 60).padStart(2, "0")}</span>}
          {clock.running
            ? <Button keys="F4" onClick={clock.stop}>{t("room.hangUp")}</Button>
            : phone && !logged && <a className="button" data-look="outline" href={`tel:${phone.replace(/[^+\d]/g, "")}`} onClick={clock.start}><Shape name="phone" />{readable(phone)}</a>}
          <RulerOfTheDay />
        </div>
      </header>
      <div><ConnectionLine />{claim.failure?.code === "TASK_CLAIMED" && <p className="line-above" role="status"><Shape name="person" />{claim.refused}</p>}{claim.failure?.code === "CONTACT_CAP" && <EnoughContact until={claim.failure.details.until} onReason={(reason) => run({ taskId: sheet.taskId, reason })} busy={claim.busy} />}</div>
      {logged ? <AfterCall logged={logged} debtorName={sheet.debtor.name} /> : (
        <div className="room">
          <Preparation sheet={sheet} />
          <Conversation sheet={sheet} draft={state.draft} change={state.change} />
          <OutcomeForm
            sheet={sheet} draft={state.draft} change={state.change}
            onLogged={(done) => {
              clock.stop();
              state.drop();
              setLogged(done);
            }}
          />
        </div>
      )}
      <footer className="call-foot">
        <KeyHints hints={[
          { keys: ["1", "0"], does: t("keysHelp.excuse") }, { keys: ["alt+k"], does: t("keysHelp.copy") }, { keys: ["mod+enter"], does: t("keysHelp.save") }, { keys: ["F4"], does: t("keysHelp.hangUp") },
        ]} />
        <EmergencyBrake debtorId={sheet.debtor.id} debtorName={sheet.debtor.name} look="brake-text" />
      </footer>
    </div>
  );
}

/** This call would be one contact too many. It waits for its day, unless the debtor calls us or a person says why. */
function EnoughContact({ until, onReason, busy }: { until: unknown; onReason: (reason: string) => Promise<unknown>; busy: boolean }) {
  const { t } = useTranslation();
  const { day } = useFormat();
  const [asking, setAsking] = useState(false);
  return (
    <p className="line-above" role="status">
      <Shape name="pause" />{t("room.enoughContact", { day: typeof until === "string" ? day(until) : "" })}{" "}
      <Button size="row" act="work" onClick={() => setAsking(true)}>{t("room.callAnyway")}</Button>
      {asking && (
        <ReasonDialog
          title={t("room.callAnyway")} label={t("room.callAnywayWhy")} submit={t("room.callNow")} then={t("room.callAnywayThen")} busy={busy} refused={null} onClose={() => setAsking(false)}
          onReason={async (reason) => {
            await onReason(reason);
            setAsking(false);
          }}
        />
      )}
    </p>
  );
}

/** Counts the seconds of a call, from dialling to hanging up. */
function useCallClock(start: number, keep: (seconds: number) => void) {
  const [seconds, setSeconds] = useState(start);
  const [running, setRunning] = useState(false);
  useEffect(() => {
    if (!running) return;
    const began = performance.now() - seconds * 1_000;
    const timer = setInterval(() => setSeconds(Math.floor((performance.now() - began) / 1_000)), 500);
    return () => clearInterval(timer);
    // The clock runs on from where it stood; each tick must not start it anew.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [running]);
  useEffect(() => {
    if (seconds > 0) keep(seconds);
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [seconds]);
  const stop = () => setRunning(false);
  useKeys({ f4: stop }, { active: running });
  return { seconds, running, start: () => setRunning(true), stop };
}
