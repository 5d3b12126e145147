import { useQuery } from "@apollo/client/react";
import { isPlainDate } from "@tegemoet/domain";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DirectDebitsDocument, EndDirectDebitDocument, RecordDirectDebitDocument, type DirectDebitFactsFragment } from "../../graphql/graphql";
import { useAct } from "../../lib/act";
import { useFormat } from "../../lib/format";
import { Button } from "../../ui/button";
import { FormDialog } from "../../ui/dialog";
import { Choice, TextField } from "../../ui/field";
import { ReasonDialog } from "../../ui/reason-dialog";
import { Status } from "../../ui/status";
import { useSay } from "../../ui/toast";
import { View } from "../../ui/view-state";

interface Invoice {
  readonly id: string;
  readonly number: string;
  readonly kind: string;
  readonly openCents: number;
}

/** What we collect from a debtor ourselves: they aren't reminded of that while the collection is awaited. */
export function DirectDebits({ debtorId, invoices }: { debtorId: string; invoices: readonly Invoice[] }) {
  const { t } = useTranslation();
  const asked = useQuery(DirectDebitsDocument, { variables: { debtorId } });
  const [recording, setRecording] = useState(false);
  return (
    <section aria-label={t("directDebit.heading")}>
      <div className="section-head"><h2>{t("directDebit.heading")}</h2></div>
      <View asked={asked} rows={1}>
        {({ directDebits }) => (directDebits.length === 0 ? <p className="small second">{t("directDebit.none")}</p> : <ul>{directDebits.map((debit) => <DirectDebitLine key={debit.id} debit={debit} />)}</ul>)}
      </View>
      <p><Button size="row" act="work" onClick={() => setRecording(true)}>{t("directDebit.add")}</Button></p>
      {recording && <RecordDialog debtorId={debtorId} invoices={invoices.filter(({ kind, openCents }) => kind === "invoice" && openCents > 0)} onClose={() => setRecording(false)} />}
    </section>
  );
}

function DirectDebitLine({ debit }: { debit: DirectDebitFactsFragment }) {
  const { t } = useTranslation();
  const { day } = useFormat();
  const say = useSay();
  const end = useAct(EndDirectDebitDocument);
  const [asking, setAsking] = useState(false);
  const source = debit.by ?? t(`directDebit.sources.${debit.source as "staff" | "ubl" | "table" | "api"}`);
  return (
    <li className="direct-debit">
      <span><Status shape="pause">{debit.invoiceNumber ? t("directDebit.of", { number: debit.invoiceNumber }) : t("directDebit.all")}</Status></span>
      <span className="small second">{[t("holds.since", { day: day(debit.since) }), debit.mandate && t("directDebit.withMandate", { mandate: debit.mandate }), source].filter(Boolean).join(", ")}.</span>
      {debit.bouncedNumbers.length > 0 && <span className="small">{t("directDebit.bounced", { count: debit.bouncedNumbers.length, numbers: debit.bouncedNumbers.join(", ") })}</span>}
      <span><Button size="row" act="work" onClick={() => setAsking(true)}>{t("directDebit.end")}</Button></span>
      {asking && (
        <ReasonDialog
          title={t("directDebit.endTitle")} label={t("directDebit.endWhy")} submit={t("directDebit.end")} then={t("directDebit.endThen")} busy={end.busy} refused={end.refused} onClose={() => setAsking(false)}
          onReason={async (reason) => {
            if (!(await end.run({ id: debit.id, reason }))) return;
            setAsking(false);
            say.done(t("directDebit.ended"));
          }}
        />
      )}
    </li>
  );
}

function RecordDialog({ debtorId, invoices, onClose }: { debtorId: string; invoices: readonly Invoice[]; onClose: () => void }) {
  const { t } = useTranslation();
  const { today } = useFormat();
  const say = useSay();
  const [form, setForm] = useState({ about: "", mandate: "", since: today });
  const record = useAct(RecordDirectDebitDocument);
  const set = (part: Partial<typeof form>) => setForm((before) => ({ ...before, ...part }));
  const sinceFault = isPlainDate(form.since) && form.since <= today ? null : t("directDebit.sinceWrong");
  const mandateFault = form.mandate.trim().length > 35 ? t("directDebit.mandateWrong") : null;
  const save = async () => {
    if (sinceFault || mandateFault) return;
    if (!(await record.run({ debtorId, invoiceId: form.about || null, mandate: form.mandate.trim() || null, since: form.since }))) return;
    onClose();
    say.done(t("directDebit.recorded"));
  };
  return (
    <FormDialog title={t("directDebit.title")} onClose={onClose} submit={t("directDebit.record")} onSubmit={() => void save()} busy={record.busy} refused={record.refused} act="work" then={t("directDebit.afterwards")}>
      <Choice
        label={t("directDebit.about")} value={form.about} onChange={(event) => set({ about: event.currentTarget.value })} data-autofocus
        data={[{ value: "", label: t("directDebit.all") }, ...invoices.map(({ id, number }) => ({ value: id, label: t("directDebit.one", { number }) }))]}
      />
      <TextField label={t("directDebit.mandate")} description={t("directDebit.mandateHint")} value={form.mandate} onChange={(event) => set({ mandate: event.currentTarget.value })} fault={mandateFault} />
      <TextField label={t("directDebit.since")} description={t("directDebit.sinceHint")} type="date" max={today} value={form.since} onChange={(event) => set({ since: event.currentTarget.value })} fault={sinceFault} />
    </FormDialog>
  );
}
