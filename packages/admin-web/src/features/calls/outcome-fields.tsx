import { parsePromiseDay } from "@tegemoet/domain";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { amountForField, parseAmount } from "../../lib/amount-input";
import { useFormat } from "../../lib/format";
import { AmountField, DayField, TextField } from "../../ui/field";
import { chosenTotal, needsOf, termsOf, type CallFault } from "./call-to-log";
import type { Sheet } from "./preparation";
import type { DraftState } from "./use-call-draft";

interface OutcomeFieldsProps extends Pick<DraftState, "draft" | "change"> {
  sheet: Sheet;
  fault: (field: CallFault) => string | null;
}

/** The fields that the chosen outcome asks for, and no others. */
export function OutcomeFields({ sheet, draft, change, fault }: OutcomeFieldsProps) {
  const { t } = useTranslation();
  const { day, today, language } = useFormat();
  const needs = needsOf(sheet, draft);
  const total = chosenTotal(sheet, draft);
  // "Everything" is what the ticked invoices amount to; a part is typed.
  useEffect(() => {
    if (draft.outcome === "promiseFull" || draft.outcome === "paymentRun") change({ amount: amountForField(total, language) });
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [draft.outcome, total, language]);
  const by = parsePromiseDay(draft.byDay, today, language);
  const amount = parseAmount(draft.amount);
  const latest = sheet.limits.latestDay;
  const dayHint = by && by > latest ? t("room.beyondLimit", { day: day(latest) }) : by ? t("room.withinLimit") : t("field.dayHint");
  return (
    <>
      {needs.includes("promiseCents") && (
        <div className="pair">
          <AmountField label={t("room.amount")} text={draft.amount} onText={(text) => change({ amount: text })} fault={fault("amount")} hint={amount !== null && amount > total ? t("room.aboveOpen") : undefined} />
          <DayField label={t("room.byDay")} text={draft.byDay} onText={(text) => change({ byDay: text })} fault={fault("byDay")} hint={dayHint} />
        </div>
      )}
      {needs.includes("instalments") && <Instalments sheet={sheet} draft={draft} change={change} fault={fault} />}
      {needs.includes("callBackOn") && (
        <div className="pair">
          <DayField label={t("room.backDay")} text={draft.backDay} onText={(text) => change({ backDay: text })} fault={fault("backDay")} />
          <TextField label={t("room.backTime")} placeholder="10:30" value={draft.backTime} onChange={(event) => change({ backTime: event.currentTarget.value })} fault={fault("backTime")} />
        </div>
      )}
      {needs.includes("paidOn") && (
        <div className="pair">
          <TextField label={t("room.paidOn")} type="date" max={today} value={draft.extra} onChange={(event) => change({ extra: event.currentTarget.value })} fault={fault("extra")} />
          <AmountField label={t("room.paidAmount")} text={draft.extraAmount} onText={(text) => change({ extraAmount: text })} fault={fault("extraAmount")} />
        </div>
      )}
      {needs.includes("disputeReason") && (
        <>
          <TextField label={t("room.disputeReason")} value={draft.extra} onChange={(event) => change({ extra: event.currentTarget.value })} fault={fault("extra")} />
          <AmountField label={t("room.disputeAmount")} text={draft.extraAmount} onText={(text) => change({ extraAmount: text })} fault={fault("extraAmount")} hint={t("room.disputeAmountHint")} />
        </>
      )}
      {needs.includes("approver") && (
        <div className="pair">
          <TextField label={t("room.approver")} value={draft.person} onChange={(event) => change({ person: event.currentTarget.value })} fault={fault("person")} />
          <DayField label={t("room.approvalBy")} text={draft.extra} onText={(text) => change({ extra: text })} fault={fault("extra")} />
        </div>
      )}
      {draft.outcome !== null && <Invoices sheet={sheet} draft={draft} change={change} />}
      {!needs.includes("approver") && draft.outcome !== null && sheet.outcomes.find(({ key }) => key === draft.outcome)?.reached && (
        <TextField label={t("room.person")} value={draft.person} onChange={(event) => change({ person: event.currentTarget.value })} fault={fault("person")} />
      )}
    </>
  );
}

function Instalments({ sheet, draft, change, fault }: OutcomeFieldsProps) {
  const { t } = useTranslation();
  const { day, money, today, language } = useFormat();
  const terms = termsOf(sheet, draft, today, language);
  return (
    <>
      <div className="pair">
        <TextField label={t("room.terms")} inputMode="numeric" value={draft.terms} onChange={(event) => change({ terms: event.currentTarget.value })} fault={fault("terms")} />
        <DayField label={t("room.firstTerm")} text={draft.byDay} onText={(text) => change({ byDay: text })} fault={fault("byDay")} />
      </div>
      {terms && <ol className="instalments">{terms.map((term) => <li key={term.number}><span>{day(term.dueOn)}</span><span>{money(term.cents)}</span></li>)}</ol>}
    </>
  );
}

function Invoices({ sheet, draft, change }: Omit<OutcomeFieldsProps, "fault">) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const toggle = (id: string) => change({ without: draft.without.includes(id) ? draft.without.filter((one) => one !== id) : [...draft.without, id] });
  return (
    <fieldset className="field">
      <legend className="label small second">{t("room.forInvoices")}</legend>
      {sheet.invoices.map(({ invoice, openCents }) => (
        <label className="tick-row" key={invoice.id}>
          <input type="checkbox" checked={!draft.without.includes(invoice.id)} onChange={() => toggle(invoice.id)} />{invoice.number}<span className="amount">{money(openCents)}</span>
        </label>
      ))}
    </fieldset>
  );
}
