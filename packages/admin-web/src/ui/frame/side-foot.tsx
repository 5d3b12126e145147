import { useQuery } from "@apollo/client/react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { SendingDocument } from "../../graphql/graphql";
import { useMay } from "../../lib/may";
import { useViewer } from "../../lib/viewer";
import { Kbd } from "../kbd";
import { Shape } from "../shape";
import { Status } from "../status";

// What opens on a press is fetched on the first press: none of it is needed to start the day.
const AutopilotDialog = lazy(() => import("./autopilot-dialog"));
const SendingDialog = lazy(() => import("./sending-dialog"));
const OrganisationMenu = lazy(() => import("./organisation-menu"));
const PersonMenu = lazy(() => import("./person-menu"));

/** The organisation, and a switch where somebody works for several. */
export function SwitchOrganisation() {
  const { t } = useTranslation();
  const viewer = useViewer();
  const [wanted, setWanted] = useState(false);
  if (!viewer) return null;
  const name = viewer.organisation.name;
  if (viewer.organisations.every(({ id }) => id === viewer.organisation.id)) return <p className="org">{name}</p>;
  const button = (
    <button type="button" className="org" aria-haspopup="menu" aria-label={t("frame.switchOrganisation", { name })} onClick={() => setWanted(true)}><span>{name}</span><Shape name="down" /></button>
  );
  return wanted ? <Suspense fallback={button}><OrganisationMenu viewer={viewer} /></Suspense> : button;
}

/** At the foot of the sidebar: whether the autopilot is on, who is signed in with their choices, and the keys. */
export function SideFoot({ openKeys }: { openKeys: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="side-foot">
      <Autopilot />
      <Sending />
      <div>
        <Person />
        <button type="button" className="key-button" onClick={openKeys} aria-label={t("keys.all")}><Kbd keys="?" /></button>
      </div>
    </div>
  );
}

function Autopilot() {
  const { t } = useTranslation();
  const on = useViewer()?.organisation.autopilot ?? true;
  const { may, whoCan } = useMay("setAutopilot");
  const [asking, setAsking] = useState(false);
  return (
    <div>
      <Status shape={on ? "done" : "pause"} mood={on ? "running" : "plain"}>{on ? t("frame.autopilotOn") : t("frame.autopilotOff")}</Status>
      <button type="button" className="quiet-button" aria-disabled={!may || undefined} title={whoCan} onClick={() => may && setAsking(true)}>
        {on ? t("frame.switchOff") : t("frame.switchOn")}{!may && <span className="unseen">, {whoCan}</span>}
      </button>
      <Suspense fallback={null}>{asking && <AutopilotDialog on={on} onClose={() => setAsking(false)} />}</Suspense>
    </div>
  );
}

/** The stop button: beside the autopilot, in reach on every page. */
function Sending() {
  const { t } = useTranslation();
  const { data } = useQuery(SendingDocument, { pollInterval: 20_000 });
  const stopped = data?.sending.stopped ?? false;
  const { may, whoCan } = useMay(stopped ? "resumeSending" : "work");
  const [asking, setAsking] = useState(false);
  return (
    <div>
      <Status shape={stopped ? "stop" : "done"} mood={stopped ? "serious" : "running"}>{stopped ? t("sending.off") : t("sending.on")}</Status>
      <button type="button" className="quiet-button" aria-disabled={!may || undefined} title={whoCan} onClick={() => may && setAsking(true)}>
        {stopped ? t("sending.resume") : t("sending.stop")}{!may && <span className="unseen">, {whoCan}</span>}
      </button>
      <Suspense fallback={null}>{asking && <SendingDialog onClose={() => setAsking(false)} />}</Suspense>
    </div>
  );
}

function Person() {
  const viewer = useViewer();
  const [wanted, setWanted] = useState(false);
  const button = <button type="button" className="who-button" aria-haspopup="menu" onClick={() => setWanted(true)}>{viewer?.staff.name}<Shape name="down" size={12} /></button>;
  return wanted ? <Suspense fallback={button}><PersonMenu /></Suspense> : button;
}
