import { isPlainDate } from "@tegemoet/domain";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ChargeBackDocument, RefundCreditDocument, RefundPaymentDocument, ReverseEntryDocument } from "../../graphql/graphql";
import { useAct } from "../../lib/act";
import { amountForField, parseAmount } from "../../lib/amount-input";
import { useFormat } from "../../lib/format";
import { FormDialog } from "../../ui/dialog";
import { AmountField, TextField } from "../../ui/field";
import { useSay } from "../../ui/toast";
import type { MoneyLeft } from "./allocate-dialog";

/** A reason that is asked for with every correction; `given` is null while there is none. */
function useReason() {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const [tried, setTried] = useState(false);
  const given = text.trim() === "" ? null : text.trim();
  const field = (
    <TextField
      label={t("correct.reason")} description={t("correct.reasonHint")} value={text} maxLength={500} onChange={(event) => setText(event.currentTarget.value)} data-autofocus
      fault={tried && given === null ? t("correct.reasonMissing") : null}
    />
  );
  return { given, field, tried, attempt: () => setTried(true) };
}

/** Money or a credit that was paid back by bank: written down, whole or in part. */
export function RefundDialog({ money: left, onClose }: { money: MoneyLeft; onClose: () => void }) {
  const { t } = useTranslation();
  const { money, today, language } = useFormat();
  const say = useSay();
  const reason = useReason();
  const [text, setText] = useState(() => amountForField(left.cents, language));
  const [on, setOn] = useState(today);
  const [payment, credit] = [useAct(RefundPaymentDocument), useAct(RefundCreditDocument)];
  const cents = parseAmount(text);
  const fault = cents === null ? t("field.amountUnreadable") : cents > left.cents ? t("correct.tooMuch", { amount: money(left.cents) }) : null;
  const dayRight = isPlainDate(on) && on <= today && on >= left.from;
  const save = async () => {
    reason.attempt();
    if (fault !== null || cents === null || !dayRight || reason.given === null) return;
    const more = { cents, on, reason: reason.given };
    const done = left.kind === "payment" ? await payment.run({ paymentId: left.id, ...more }) : await credit.run({ creditNoteId: left.id, ...more });
    if (!done) return;
    onClose();
    say.done(t("account.refundDone", { amount: money(cents) }));
  };
  return (
    <FormDialog
      title={t("account.refundTitle")} onClose={onClose} submit={t("account.bookBack")} onSubmit={() => void save()} busy={payment.busy || credit.busy} refused={payment.refused ?? credit.refused}
      then={t("account.refundThen")} act="moneyBack"
    >
      <AmountField label={t("correct.amount")} text={text} onText={setText} fault={fault} />
      <TextField label={t("account.refundOn")} type="date" min={left.from} max={today} value={on} onChange={(event) => setOn(event.currentTarget.value)} fault={dayRight ? null : t("field.dayNotAhead")} />
      {reason.field}
    </FormDialog>
  );
}

/** A payment that the bank or the provider took back. */
export function ChargeBackDialog({ paymentId, onClose }: { paymentId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { today } = useFormat();
  const say = useSay();
  const reason = useReason();
  const [on, setOn] = useState(today);
  const { run, busy, refused } = useAct(ChargeBackDocument);
  const dayRight = isPlainDate(on) && on <= today;
  const save = async () => {
    reason.attempt();
    if (!dayRight || reason.given === null || !(await run({ paymentId, on, reason: reason.given }))) return;
    onClose();
    say.done(t("account.chargeBackDone"));
  };
  return (
    <FormDialog title={t("account.chargeBackTitle")} onClose={onClose} submit={t("account.bookBack")} onSubmit={() => void save()} busy={busy} refused={refused} then={t("account.chargeBackThen")} act="moneyBack">
      <TextField label={t("account.chargeBackOn")} type="date" max={today} value={on} onChange={(event) => setOn(event.currentTarget.value)} fault={dayRight ? null : t("field.dayNotAhead")} />
      {reason.field}
    </FormDialog>
  );
}

/** Takes one entry back, once, with a reason. */
export function ReverseDialog({ entryId, onClose }: { entryId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const say = useSay();
  const reason = useReason();
  const { run, busy, refused } = useAct(ReverseEntryDocument);
  const save = async () => {
    reason.attempt();
    if (reason.given === null || !(await run({ entryId, reason: reason.given }))) return;
    onClose();
    say.done(t("account.reverseDone"));
  };
  return (
    <FormDialog title={t("account.reverseTitle")} onClose={onClose} submit={t("account.reverse")} onSubmit={() => void save()} busy={busy} refused={refused} then={t("account.reverseThen")} act="moneyBack">
      {reason.field}
    </FormDialog>
  );
}
