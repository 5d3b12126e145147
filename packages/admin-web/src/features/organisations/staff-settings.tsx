import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { InviteStaffDocument, SetStaffRoleDocument, StaffDocument, type Role, type StaffQuery } from "../../graphql/graphql";
import { useAct } from "../../lib/act";
import { useMay } from "../../lib/may";
import { useViewer } from "../../lib/viewer";
import { Button } from "../../ui/button";
import { FormDialog } from "../../ui/dialog";
import { Choice, Fault, TextField } from "../../ui/field";
import { Status } from "../../ui/status";
import { useSay } from "../../ui/toast";
import { View } from "../../ui/view-state";
import { WideTable } from "../../ui/wide-table";

const ROLES: readonly Role[] = ["admin", "manager", "collector", "viewer"];

/** Who works here, with which role. */
export function StaffSettings() {
  const { t } = useTranslation();
  const [inviting, setInviting] = useState(false);
  const asked = useQuery(StaffDocument);
  return (
    <>
      <div className="section-head"><h2>{t("settings.parts.staff")}</h2><span className="rest"><Button shape="plus" act="settings" onClick={() => setInviting(true)}>{t("settings.invite")}</Button></span></div>
      <View asked={asked} rows={4}>
        {(data) => (
          <WideTable label={t("settings.parts.staff")}>
            <thead><tr><th scope="col">{t("columns.name")}</th><th scope="col">{t("settings.role")}</th><th scope="col">{t("columns.state")}</th><th scope="col"><span className="unseen">{t("settings.change")}</span></th></tr></thead>
            <tbody>{data.staff.map((person) => <StaffRow key={person.id} person={person} />)}</tbody>
          </WideTable>
        )}
      </View>
      {inviting && <Invite onClose={() => setInviting(false)} />}
    </>
  );
}

function StaffRow({ person }: { person: StaffQuery["staff"][number] }) {
  const { t } = useTranslation();
  const say = useSay();
  const own = useViewer()?.staff.id === person.id;
  const { may, whoCan } = useMay("settings");
  const { run, busy, refused } = useAct(SetStaffRoleDocument);
  const change = async (role: Role, active: boolean) => {
    const before = { role: person.role ?? "viewer", active: person.active };
    if (await run({ staffId: person.id, role, active })) say.done(t("settings.personChanged", { name: person.name }), () => run({ staffId: person.id, ...before }));
  };
  return (
    <tr>
      <td><b className="medium">{person.name}</b><br /><span className="tiny third">{person.email}</span></td>
      <td>
        <select className="plain-select" aria-label={t("settings.roleOf", { name: person.name })} value={person.role ?? "viewer"} disabled={!may || own || busy} title={own ? t("settings.notYourself") : whoCan} onChange={(event) => void change(event.target.value as Role, person.active)}>
          {ROLES.map((role) => <option key={role} value={role}>{t(`roles.${role}`)}</option>)}
        </select>
      </td>
      <td>{person.active ? <Status shape="done" mood="running">{t("settings.active")}</Status> : <Status shape="ring" mood="quiet">{t("settings.inactive")}</Status>}{refused && <Fault>{refused}</Fault>}</td>
      <td className="amount">{!own && <Button size="row" act="settings" busy={busy} onClick={() => void change(person.role ?? "viewer", !person.active)}>{person.active ? t("settings.deactivate") : t("settings.activate")}<span className="unseen"> {person.name}</span></Button>}</td>
    </tr>
  );
}

const LEAST_PASSWORD = 12;

function Invite({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const say = useSay();
  const [form, setForm] = useState({ name: "", email: "", role: "collector" as Role, password: "" });
  const [tried, setTried] = useState(false);
  const { run, busy, refused } = useAct(InviteStaffDocument);
  const set = (part: Partial<typeof form>) => setForm({ ...form, ...part });
  const faults = { name: form.name.trim() === "", email: !/^\S+@\S+\.\S+$/.test(form.email), password: form.password.length < LEAST_PASSWORD };
  const invite = async () => {
    setTried(true);
    if (Object.values(faults).some(Boolean) || !(await run({ ...form, name: form.name.trim(), email: form.email.trim() }))) return;
    onClose();
    say.done(t("settings.invited", { name: form.name.trim() }));
  };
  return (
    <FormDialog title={t("settings.invite")} onClose={onClose} submit={t("settings.inviteNow")} onSubmit={() => void invite()} busy={busy} refused={refused} act="settings" then={t("settings.inviteThen")}>
      <TextField label={t("columns.name")} value={form.name} onChange={(event) => set({ name: event.currentTarget.value })} data-autofocus fault={tried && faults.name ? t("settings.personNameMissing") : null} />
      <TextField label={t("signIn.email")} type="email" autoComplete="off" value={form.email} onChange={(event) => set({ email: event.currentTarget.value })} fault={tried && faults.email ? t("field.mailUnreadable") : null} />
      <Choice label={t("settings.role")} description={t(`roleHints.${form.role}`)} value={form.role} onChange={(event) => set({ role: event.currentTarget.value as Role })} data={ROLES.map((role) => ({ value: role, label: t(`roles.${role}`) }))} />
      <TextField label={t("settings.password")} description={t("settings.passwordHint", { count: LEAST_PASSWORD })} autoComplete="new-password" value={form.password} onChange={(event) => set({ password: event.currentTarget.value })} fault={tried && faults.password ? t("settings.passwordShort", { count: LEAST_PASSWORD }) : null} />
    </FormDialog>
  );
}
