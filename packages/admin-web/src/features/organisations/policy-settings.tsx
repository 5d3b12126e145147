import { useQuery } from "@apollo/client/react";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { OrganisationDocument, UpdateOrganisationDocument, type OrganisationSettingsFragment } from "../../graphql/graphql";
import { useAct } from "../../lib/act";
import { amountForField, parseAmount } from "../../lib/amount-input";
import { useFormat } from "../../lib/format";
import { Button } from "../../ui/button";
import { AmountField, Fault, TextField } from "../../ui/field";
import { useSay } from "../../ui/toast";
import { View } from "../../ui/view-state";

/** What debtors may agree on by themselves, and how often we may reach out. */
export function PolicySettings() {
  const asked = useQuery(OrganisationDocument);
  return <View asked={asked}>{(data) => <PolicyForm key={data.organisation.id} organisation={data.organisation} />}</View>;
}

const COUNTS = ["maxInstalments", "maxMonths", "firstWithinDays", "graceDays", "answerWithinDays", "promiseMaxDays", "contactCapDay", "contactCapMonth"] as const;

function PolicyForm({ organisation }: { organisation: OrganisationSettingsFragment }) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const say = useSay();
  const { run, busy, refused } = useAct(UpdateOrganisationDocument);
  const { planPolicy } = organisation;
  const [amounts, setAmounts] = useState({ minInstalmentCents: amountForField(planPolicy.minInstalmentCents, language), minTotalCents: amountForField(planPolicy.minTotalCents, language), minimumReminderCents: organisation.minimumReminderCents === 0 ? "" : amountForField(organisation.minimumReminderCents, language) });
  const [counts, setCounts] = useState(() => Object.fromEntries(COUNTS.map((key) => [key, String(key in planPolicy ? planPolicy[key as "maxMonths"] : organisation[key as "promiseMaxDays"])])) as Record<(typeof COUNTS)[number], string>);
  const [tried, setTried] = useState(false);
  const minInstalmentCents = parseAmount(amounts.minInstalmentCents);
  const minTotalCents = parseAmount(amounts.minTotalCents);
  const minimumReminderCents = amounts.minimumReminderCents.trim() === "" ? 0 : parseAmount(amounts.minimumReminderCents);
  const countFault = (key: (typeof COUNTS)[number]) => !/^\d{1,3}$/.test(counts[key].trim());
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (busy || minInstalmentCents === null || minTotalCents === null || minimumReminderCents === null || COUNTS.some(countFault)) return;
    const { promiseMaxDays, contactCapDay, contactCapMonth, ...policy } = Object.fromEntries(COUNTS.map((key) => [key, Number(counts[key])])) as Record<(typeof COUNTS)[number], number>;
    if (await run({ input: { promiseMaxDays, contactCapDay, contactCapMonth, minimumReminderCents, planPolicy: { minInstalmentCents, minTotalCents, ...policy } } })) say.done(t("settings.saved"));
  };
  const count = (key: (typeof COUNTS)[number]) => (
    <TextField key={key} label={t(`settings.${key}`)} inputMode="numeric" value={counts[key]} onChange={(event) => setCounts({ ...counts, [key]: event.currentTarget.value })} fault={tried && countFault(key) ? t("settings.countUnreadable") : null} />
  );
  return (
    <form className="stack" onSubmit={(event) => void save(event)} noValidate>
      <div className="section-head"><h2>{t("settings.plans")}</h2></div>
      <p className="second reading">{t("settings.plansWhat")}</p>
      <AmountField label={t("settings.minInstalment")} text={amounts.minInstalmentCents} onText={(text) => setAmounts({ ...amounts, minInstalmentCents: text })} fault={tried && minInstalmentCents === null ? t("field.amountUnreadable") : null} />
      <AmountField label={t("settings.minTotal")} text={amounts.minTotalCents} onText={(text) => setAmounts({ ...amounts, minTotalCents: text })} fault={tried && minTotalCents === null ? t("field.amountUnreadable") : null} />
      {COUNTS.slice(0, 5).map(count)}
      <div className="section-head"><h2>{t("settings.contact")}</h2></div>
      {COUNTS.slice(5).map(count)}
      <AmountField label={t("settings.minimumReminder")} hint={t("settings.minimumReminderHint")} text={amounts.minimumReminderCents} onText={(text) => setAmounts({ ...amounts, minimumReminderCents: text })} fault={tried && minimumReminderCents === null ? t("field.amountUnreadable") : null} />
      {refused && <Fault>{refused}</Fault>}
      <span><Button type="submit" look="filled" size="end" act="settings" busy={busy}>{t("settings.save")}</Button></span>
      <p className="hint">{t("settings.policyThen")}</p>
    </form>
  );
}
