import { Menu, useMantineColorScheme } from "@mantine/core";
import { useApolloClient } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { SetAutopilotDocument, SetMyLanguageDocument, SignOutDocument, SwitchOrganisationDocument, ViewerDocument } from "../../graphql/graphql";
import { useAct } from "../../lib/act";
import { changeLanguage, type ScreenLanguage } from "../../lib/language";
import { useMay } from "../../lib/may";
import { useViewer } from "../../lib/viewer";
import { FormDialog } from "../dialog";
import { TextField } from "../field";
import { Kbd } from "../kbd";
import { Shape } from "../shape";
import { Status } from "../status";

/** The organisation, and a switch where somebody works for several. */
export function SwitchOrganisation() {
  const { t } = useTranslation();
  const viewer = useViewer();
  const client = useApolloClient();
  const navigate = useNavigate();
  if (!viewer) return null;
  const name = viewer.organisation.name;
  if (viewer.organisations.length === 0) return <p className="org">{name}</p>;
  const switchTo = async (organisationId: string) => {
    const { data } = await client.mutate({ mutation: SwitchOrganisationDocument, variables: { organisationId } });
    // Nothing of the other administration may stay in sight.
    await client.clearStore();
    if (data) client.writeQuery({ query: ViewerDocument, data: { __typename: "Query", viewer: data.switchOrganisation } });
    navigate("/");
  };
  return (
    <Menu position="bottom-start" width={220} transitionProps={{ duration: 0 }}>
      <Menu.Target><button type="button" className="org" aria-label={t("frame.switchOrganisation", { name })}><span>{name}</span><Shape name="down" /></button></Menu.Target>
      <Menu.Dropdown>
        {viewer.organisations.map((organisation) => <Menu.Item key={organisation.id} onClick={() => void switchTo(organisation.id)}>{organisation.name}</Menu.Item>)}
      </Menu.Dropdown>
    </Menu>
  );
}

/** At the foot of the sidebar: whether the autopilot is on, who is signed in with their choices, and the keys. */
export function SideFoot({ openKeys }: { openKeys: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="side-foot">
      <Autopilot />
      <div>
        <PersonMenu />
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
  const [reason, setReason] = useState("");
  const { run, busy, refused } = useAct(SetAutopilotDocument);
  const change = async () => {
    if (await run({ on: !on, reason: reason.trim() || null })) setAsking(false);
  };
  return (
    <div>
      <Status shape={on ? "done" : "pause"} mood={on ? "running" : "plain"}>{on ? t("frame.autopilotOn") : t("frame.autopilotOff")}</Status>
      <button type="button" className="quiet-button" aria-disabled={!may || undefined} title={whoCan} onClick={() => may && setAsking(true)}>
        {on ? t("frame.switchOff") : t("frame.switchOn")}{!may && <span className="unseen">, {whoCan}</span>}
      </button>
      {asking && (
        <FormDialog
          title={on ? t("frame.autopilotStop") : t("frame.autopilotStart")} submit={on ? t("frame.switchOff") : t("frame.switchOn")} onClose={() => setAsking(false)}
          onSubmit={() => void change()} busy={busy} refused={refused} then={on ? t("frame.autopilotStopThen") : t("frame.autopilotStartThen")}
        >
          <TextField label={t("frame.autopilotReason")} value={reason} onChange={(event) => setReason(event.currentTarget.value)} data-autofocus />
        </FormDialog>
      )}
    </div>
  );
}

const THEMES = ["auto", "light", "dark"] as const;

function PersonMenu() {
  const { t, i18n } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const client = useApolloClient();
  const viewer = useViewer();
  const navigate = useNavigate();
  const speak = async (language: ScreenLanguage) => {
    await changeLanguage(language);
    await client.mutate({ mutation: SetMyLanguageDocument, variables: { language } }).catch(() => undefined);
  };
  const leave = async () => {
    await client.mutate({ mutation: SignOutDocument }).catch(() => undefined);
    await client.clearStore();
    client.writeQuery({ query: ViewerDocument, data: { __typename: "Query", viewer: null } });
    navigate("/");
  };
  return (
    <Menu position="top-start" width={220} transitionProps={{ duration: 0 }}>
      <Menu.Target><button type="button" className="who-button">{viewer?.staff.name}<Shape name="down" size={12} /></button></Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{viewer && t(`roles.${viewer.role}`)}</Menu.Label>
        <Menu.Item onClick={() => void speak(i18n.language === "nl" ? "en" : "nl")} lang={i18n.language === "nl" ? "en" : "nl"}>{i18n.language === "nl" ? "English" : "Nederlands"}</Menu.Item>
        <Menu.Divider />
        {THEMES.map((theme) => (
          <Menu.Item key={theme} role="menuitemradio" aria-checked={colorScheme === theme} onClick={() => setColorScheme(theme)} rightSection={colorScheme === theme ? <Shape name="check" /> : null}>
            {t(`theme.${theme}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => void leave()}>{t("frame.signOut")}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
