import { useQuery } from "@apollo/client/react";
import { addYears, isPlainDate } from "@tegemoet/domain";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AddAgencyDocument, AgenciesDocument, CreateApiKeyDocument, RevokeApiKeyDocument, type AgencyWithKeysFragment } from "../../graphql/graphql";
import { useAct } from "../../lib/act";
import { dayOf, useFormat } from "../../lib/format";
import { Button } from "../../ui/button";
import { FormDialog } from "../../ui/dialog";
import { Fault, TextField } from "../../ui/field";
import { Status } from "../../ui/status";
import { useSay } from "../../ui/toast";
import { Empty, View } from "../../ui/view-state";

/** Collection agencies, and the keys with which they fetch their cases. */
export function AgencySettings() {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const asked = useQuery(AgenciesDocument);
  return (
    <>
      <div className="section-head"><h2>{t("settings.parts.agencies")}</h2><span className="rest"><Button shape="plus" act="addAgency" onClick={() => setAdding(true)}>{t("settings.addAgency")}</Button></span></div>
      <View asked={asked} rows={3}>{(data) => (data.agencies.length === 0 ? <Empty>{t("settings.noAgencies")}</Empty> : data.agencies.map((agency) => <Agency key={agency.id} agency={agency} />))}</View>
      {adding && <AddAgency onClose={() => setAdding(false)} />}
    </>
  );
}

function Agency({ agency }: { agency: AgencyWithKeysFragment }) {
  const { t } = useTranslation();
  const { day, today } = useFormat();
  const [making, setMaking] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const expired = agency.wkiExpiresOn !== null && agency.wkiExpiresOn < today;
  return (
    <section className="agency stack" aria-label={agency.name}>
      <div className="row"><b className="medium">{agency.name}</b><span className="second small">{agency.email}</span></div>
      <span className="small">
        {agency.wkiNumber
          ? <Status shape={expired ? "caution" : "done"} mood={expired ? "plain" : "running"}>{t(expired ? "settings.wkiExpired" : "settings.wki", { number: agency.wkiNumber, day: agency.wkiExpiresOn ? day(agency.wkiExpiresOn) : t("settings.noEnd") })}</Status>
          : <Status shape="caution">{t("settings.noWki")}</Status>}
      </span>
      {agency.keys.map((key) => <Key key={key.id} apiKey={key} />)}
      {secret && <Secret secret={secret} />}
      <span><Button act="settings" onClick={() => setMaking(true)}>{t("settings.makeKey")}</Button></span>
      {making && <MakeKey agency={agency} onClose={() => setMaking(false)} onMade={setSecret} />}
    </section>
  );
}

function Key({ apiKey }: { apiKey: AgencyWithKeysFragment["keys"][number] }) {
  const { t } = useTranslation();
  const { day, moment } = useFormat();
  const say = useSay();
  const { run, busy, refused } = useAct(RevokeApiKeyDocument);
  const revoke = async () => {
    if (await run({ id: apiKey.id })) say.done(t("settings.revoked", { prefix: apiKey.prefix }));
  };
  return (
    <div className="row small">
      <code>{apiKey.prefix}…</code><span className="second">{apiKey.scopes.join(", ")}</span>
      {apiKey.revokedAt
        ? <Status shape="ring" mood="quiet">{t("settings.revokedOn", { day: day(dayOf(apiKey.revokedAt)) })}</Status>
        : <><span className="second">{t("settings.until", { day: day(dayOf(apiKey.expiresAt)) })}, {apiKey.lastUsedAt ? t("settings.lastUsed", { moment: moment(apiKey.lastUsedAt) }) : t("settings.neverUsed")}</span><Button size="row" act="settings" busy={busy} onClick={() => void revoke()}>{t("settings.revoke")}</Button></>}
      {refused && <Fault>{refused}</Fault>}
    </div>
  );
}

/** Shown once: only its hash is kept. */
function Secret({ secret }: { secret: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(secret);
    setCopied(true);
  };
  return (
    <div role="status">
      <p className="small" style={{ marginBottom: 4 }}>{t("settings.secretOnce")}</p>
      <div className="secret"><code>{secret}</code><Button size="row" onClick={() => void copy()}>{copied ? t("settings.copied") : t("settings.copy")}</Button></div>
    </div>
  );
}

function MakeKey({ agency, onClose, onMade }: { agency: AgencyWithKeysFragment; onClose: () => void; onMade: (secret: string) => void }) {
  const { t } = useTranslation();
  const { today } = useFormat();
  const [write, setWrite] = useState(true);
  const [expiresOn, setExpiresOn] = useState(addYears(today, 1));
  const { run, busy, refused } = useAct(CreateApiKeyDocument);
  const wrong = !isPlainDate(expiresOn) || expiresOn <= today;
  const make = async () => {
    if (wrong) return;
    const done = await run({ agencyId: agency.id, scopes: write ? ["cases:read", "cases:write"] : ["cases:read"], expiresOn });
    if (!done) return;
    onMade(done.createApiKey.secret);
    onClose();
  };
  return (
    <FormDialog title={t("settings.makeKeyTitle", { name: agency.name })} onClose={onClose} submit={t("settings.makeKey")} onSubmit={() => void make()} busy={busy} refused={refused} act="settings" then={t("settings.makeKeyThen")}>
      <label className="row"><input type="checkbox" checked={write} onChange={(event) => setWrite(event.target.checked)} />{t("settings.mayWrite")}</label>
      <TextField label={t("settings.expiresOn")} type="date" min={today} value={expiresOn} onChange={(event) => setExpiresOn(event.currentTarget.value)} fault={wrong ? t("settings.dayAhead") : null} />
    </FormDialog>
  );
}

function AddAgency({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const say = useSay();
  const [form, setForm] = useState({ name: "", email: "", wkiNumber: "", wkiExpiresOn: "" });
  const [tried, setTried] = useState(false);
  const { run, busy, refused } = useAct(AddAgencyDocument);
  const set = (part: Partial<typeof form>) => setForm({ ...form, ...part });
  const add = async () => {
    setTried(true);
    if (form.name.trim() === "") return;
    if (!(await run({ name: form.name.trim(), email: form.email.trim() || null, wkiNumber: form.wkiNumber.trim() || null, wkiExpiresOn: form.wkiExpiresOn || null }))) return;
    onClose();
    say.done(t("settings.agencyAdded", { name: form.name.trim() }));
  };
  return (
    <FormDialog title={t("settings.addAgency")} onClose={onClose} submit={t("settings.addAgency")} onSubmit={() => void add()} busy={busy} refused={refused} act="addAgency">
      <TextField label={t("columns.name")} value={form.name} onChange={(event) => set({ name: event.currentTarget.value })} data-autofocus fault={tried && form.name.trim() === "" ? t("settings.agencyNameMissing") : null} />
      <TextField label={t("debtors.email")} type="email" value={form.email} onChange={(event) => set({ email: event.currentTarget.value })} />
      <TextField label={t("settings.wkiNumber")} description={t("settings.wkiHint")} value={form.wkiNumber} onChange={(event) => set({ wkiNumber: event.currentTarget.value })} />
      <TextField label={t("settings.wkiExpires")} type="date" value={form.wkiExpiresOn} onChange={(event) => set({ wkiExpiresOn: event.currentTarget.value })} />
    </FormDialog>
  );
}
