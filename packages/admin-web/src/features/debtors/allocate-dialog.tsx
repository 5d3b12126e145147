import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AllocateUnallocatedDocument, SetOffCreditDocument, type ClaimOfInvoiceFactsFragment } from "../../graphql/graphql";
import { useAct } from "../../lib/act";
import { amountForField, parseAmount } from "../../lib/amount-input";
import { useFormat } from "../../lib/format";
import { FormDialog } from "../../ui/dialog";
import { AmountField, Fault } from "../../ui/field";
import { useSay } from "../../ui/toast";

/** Money or a credit that no invoice has taken yet. */
export interface MoneyLeft {
  kind: "payment" | "credit";
  id: string;
  cents: number;
  /** The day from which it is there. */
  from: string;
}

type Invoice = ClaimOfInvoiceFactsFragment;

/** What may be allocated now: what is booked as open. Interest that nobody asked for is no part of it. */
function openOf(invoice: Invoice): number {
  return invoice.openPrincipalCents + invoice.openCostsCents + (invoice.interestClaimed ? invoice.openInterestCents : 0);
}

/** Divides money that is left over open invoices, the oldest first until somebody types otherwise. */
export function AllocateDialog({ money: left, invoices, onClose }: { money: MoneyLeft; invoices: readonly Invoice[]; onClose: () => void }) {
  const { t } = useTranslation();
  const { money, day, language } = useFormat();
  const say = useSay();
  const [texts, setTexts] = useState<Record<string, string>>(() => oldestFirst(left.cents, invoices, language));
  const [tried, setTried] = useState(false);
  const [allocate, setOff] = [useAct(AllocateUnallocatedDocument), useAct(SetOffCreditDocument)];
  const given = invoices.map((invoice) => ({ invoice, text: texts[invoice.invoiceId] ?? "", cents: parseAmount(texts[invoice.invoiceId] ?? "") }));
  const total = given.reduce((sum, { cents }) => sum + (cents ?? 0), 0);
  const unreadable = given.some(({ text, cents, invoice }) => text.trim() !== "" && (cents === null || cents > openOf(invoice)));
  const save = async () => {
    setTried(true);
    if (total === 0 || total > left.cents || unreadable) return;
    const allocations = given.flatMap(({ invoice, cents }) => (cents ? [{ invoiceId: invoice.invoiceId, cents }] : []));
    const done = left.kind === "payment" ? await allocate.run({ paymentId: left.id, allocations }) : await setOff.run({ creditNoteId: left.id, allocations });
    if (!done) return;
    onClose();
    say.done(t(left.kind === "payment" ? "account.allocated" : "account.setOffDone", { amount: money(total) }));
  };
  return (
    <FormDialog
      title={t(left.kind === "payment" ? "account.allocateTitle" : "account.setOffTitle")} onClose={onClose} submit={t(left.kind === "payment" ? "account.allocate" : "account.setOff")} onSubmit={() => void save()}
      busy={allocate.busy || setOff.busy} refused={allocate.refused ?? setOff.refused} then={t(left.kind === "payment" ? "account.allocateThen" : "account.setOffThen")} act="work"
    >
      <p className="second">{t("account.toDivide", { amount: money(left.cents) })}, {day(left.from)}</p>
      {invoices.length === 0 && <p>{t("account.noOpen")}</p>}
      {given.map(({ invoice, text, cents }) => (
        <AmountField
          key={invoice.invoiceId} label={t("account.partOf", { number: invoice.number })} text={text} hint={t("account.openNow", { amount: money(openOf(invoice)) })}
          onText={(typed) => setTexts((all) => ({ ...all, [invoice.invoiceId]: typed }))}
          fault={text.trim() === "" ? null : cents === null ? t("field.amountUnreadable") : cents > openOf(invoice) ? t("correct.tooMuch", { amount: money(openOf(invoice)) }) : null}
        />
      ))}
      <p aria-live="polite">{total > left.cents ? <Fault>{t("account.tooMuch", { amount: money(total - left.cents) })}</Fault> : t("account.stays", { amount: money(left.cents - total) })}</p>
      {tried && total === 0 && invoices.length > 0 && <Fault>{t("account.nothingChosen")}</Fault>}
    </FormDialog>
  );
}

function oldestFirst(cents: number, invoices: readonly Invoice[], language: "nl" | "en"): Record<string, string> {
  let left = cents;
  return Object.fromEntries(invoices.map((invoice) => {
    const part = Math.min(left, openOf(invoice));
    left -= part;
    return [invoice.invoiceId, part > 0 ? amountForField(part, language) : ""];
  }));
}
