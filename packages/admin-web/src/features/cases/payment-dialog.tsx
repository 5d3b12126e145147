import { isPlainDate } from "@tegemoet/domain";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { RecordPaymentDocument } from "../../graphql/graphql";
import { useAct } from "../../lib/act";
import { parseAmount } from "../../lib/amount-input";
import { useFormat } from "../../lib/format";
import { FormDialog } from "../../ui/dialog";
import { AmountField, TextField } from "../../ui/field";
import { useSay } from "../../ui/toast";
import type { CaseFacts } from "./case-page";

/** Divides an amount over open invoices, the oldest first; what is left over stays unallocated. */
export function oldestFirst(cents: number, invoices: CaseFacts["invoices"]): { invoiceId: string; cents: number }[] {
  let left = cents;
  return [...invoices].sort((a, b) => (a.invoice.dueOn < b.invoice.dueOn ? -1 : 1)).flatMap(({ invoice, openCents }) => {
    const part = Math.min(left, openCents);
    left -= Math.max(0, part);
    return part > 0 ? [{ invoiceId: invoice.id, cents: part }] : [];
  });
}

/** Money that came in another way than by the bank file: booked by hand, on the oldest invoice first. */
export function PaymentDialog({ found, onClose }: { found: CaseFacts; onClose: () => void }) {
  const { t } = useTranslation();
  const { today, money } = useFormat();
  const say = useSay();
  const [amount, setAmount] = useState("");
  const [on, setOn] = useState(today);
  const [reference, setReference] = useState("");
  const [tried, setTried] = useState(false);
  const { run, busy, refused } = useAct(RecordPaymentDocument);
  const cents = parseAmount(amount);
  const receivedOn = isPlainDate(on) && on <= today ? on : null;
  const allocations = cents === null ? [] : oldestFirst(cents, found.invoices);
  const book = async () => {
    setTried(true);
    if (cents === null || receivedOn === null) return;
    if (!(await run({ debtorId: found.debtor.id, cents, receivedOn, reference: reference.trim() || null, allocations }))) return;
    onClose();
    say.done(t("payment.booked", { amount: money(cents) }));
  };
  return (
    <FormDialog title={t("payment.title")} onClose={onClose} submit={t("payment.book")} onSubmit={() => void book()} busy={busy} refused={refused} then={t("payment.after")}>
      <AmountField label={t("payment.amount")} text={amount} onText={setAmount} fault={tried && cents === null ? t("field.amountUnreadable") : null} />
      <TextField label={t("payment.on")} type="date" max={today} value={on} onChange={(event) => setOn(event.currentTarget.value)} fault={tried && receivedOn === null ? t("field.dayNotAhead") : null} />
      <TextField label={t("payment.reference")} value={reference} onChange={(event) => setReference(event.currentTarget.value)} />
      {allocations.length > 0 && (
        <table>
          <tbody>
            {allocations.map((part) => <tr key={part.invoiceId}><td>{found.invoices.find(({ invoice }) => invoice.id === part.invoiceId)?.invoice.number}</td><td className="amount">{money(part.cents)}</td></tr>)}
          </tbody>
        </table>
      )}
    </FormDialog>
  );
}
