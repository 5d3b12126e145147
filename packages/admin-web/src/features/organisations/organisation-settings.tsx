import { useQuery } from "@apollo/client/react";
import { formatIban } from "@tegemoet/domain";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { OrganisationDocument, UpdateOrganisationDocument, type OrganisationSettingsFragment, type Tone } from "../../graphql/graphql";
import { useAct } from "../../lib/act";
import { useFormat } from "../../lib/format";
import { Button } from "../../ui/button";
import { Choice, Fault, TextField } from "../../ui/field";
import { useSay } from "../../ui/toast";
import { View } from "../../ui/view-state";

/** Who we are to debtors: name, contact, brand colour, tone. */
export function OrganisationSettings() {
  const asked = useQuery(OrganisationDocument);
  return <View asked={asked}>{(data) => <OrganisationForm key={data.organisation.id} organisation={data.organisation} />}</View>;
}

function OrganisationForm({ organisation }: { organisation: OrganisationSettingsFragment }) {
  const { t } = useTranslation();
  const say = useSay();
  const { run, busy, refused } = useAct(UpdateOrganisationDocument);
  const { phone } = useFormat();
  const [form, setForm] = useState({
    name: organisation.name, email: organisation.email, phone: phone(organisation.phone).replaceAll("\u00a0", " "), phoneHours: organisation.phoneHours, contactPerson: organisation.contactPerson,
    brandColour: organisation.brandColour, tone: organisation.tone, portalCheck: organisation.portalCheck, vatDeductible: organisation.vatDeductible,
  });
  const [tried, setTried] = useState(false);
  const set = (part: Partial<typeof form>) => setForm({ ...form, ...part });
  const faults = { name: form.name.trim() === "", email: !/^\S+@\S+\.\S+$/.test(form.email), brandColour: !/^#[0-9a-f]{6}$/i.test(form.brandColour) };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (busy || Object.values(faults).some(Boolean)) return;
    if (await run({ input: form })) say.done(t("settings.saved"));
  };
  const { street, houseNumber, postalCode, city } = organisation.address;
  return (
    <form className="stack" onSubmit={(event) => void save(event)} noValidate>
      <div className="section-head"><h2>{organisation.legalName}</h2></div>
      <dl className="facts">
        <dt>{t("debtors.kvk")}</dt><dd>{organisation.kvk}</dd><dt>{t("debtors.vat")}</dt><dd>{organisation.vatNumber}</dd>
        <dt>IBAN</dt><dd>{formatIban(organisation.iban)}</dd><dt>{t("debtors.address")}</dt><dd>{[street, houseNumber].filter(Boolean).join(" ")}, {postalCode} {city}</dd>
      </dl>
      <TextField label={t("settings.name")} value={form.name} onChange={(event) => set({ name: event.currentTarget.value })} fault={tried && faults.name ? t("settings.nameMissing") : null} />
      <TextField label={t("debtors.email")} type="email" value={form.email} onChange={(event) => set({ email: event.currentTarget.value })} fault={tried && faults.email ? t("field.mailUnreadable") : null} />
      <TextField label={t("debtors.phone")} value={form.phone} onChange={(event) => set({ phone: event.currentTarget.value })} />
      <TextField label={t("settings.phoneHours")} value={form.phoneHours} onChange={(event) => set({ phoneHours: event.currentTarget.value })} />
      <TextField label={t("settings.contactPerson")} description={t("settings.contactPersonHint")} value={form.contactPerson} onChange={(event) => set({ contactPerson: event.currentTarget.value })} />
      <TextField label={t("settings.brandColour")} description={t("settings.brandColourHint")} value={form.brandColour} onChange={(event) => set({ brandColour: event.currentTarget.value })} fault={tried && faults.brandColour ? t("settings.colourUnreadable") : null} />
      <Choice label={t("settings.tone")} description={t("settings.toneHint")} value={form.tone} onChange={(event) => set({ tone: event.currentTarget.value as Tone })} data={[{ value: "u", label: t("settings.toneU") }, { value: "je", label: t("settings.toneJe") }]} />
      <Tick label={t("settings.portalCheck")} hint={t("settings.portalCheckHint")} checked={form.portalCheck} onChange={(portalCheck) => set({ portalCheck })} />
      <Tick label={t("settings.vatDeductible")} hint={t("settings.vatDeductibleHint")} checked={form.vatDeductible} onChange={(vatDeductible) => set({ vatDeductible })} />
      {refused && <Fault>{refused}</Fault>}
      <span><Button type="submit" look="filled" size="end" act="settings" busy={busy}>{t("settings.save")}</Button></span>
      <p className="hint">{t("settings.saveThen")}</p>
    </form>
  );
}

function Tick({ label, hint, checked, onChange }: { label: string; hint: string; checked: boolean; onChange: (checked: boolean) => void }) {
  return (
    <div>
      <label className="row"><input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} style={{ accentColor: "var(--delft-fill)", width: 16, height: 16 }} />{label}</label>
      <p className="hint">{hint}</p>
    </div>
  );
}
