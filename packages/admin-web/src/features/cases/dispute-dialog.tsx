import { useState } from "react";
import { useTranslation } from "react-i18next";
import { RaiseDisputeDocument } from "../../graphql/graphql";
import { useAct } from "../../lib/act";
import { parseAmount } from "../../lib/amount-input";
import { useFormat } from "../../lib/format";
import { useWords } from "../../lib/words";
import { FormDialog } from "../../ui/dialog";
import { AmountField, Choice, TextArea } from "../../ui/field";
import { useSay } from "../../ui/toast";
import type { CaseFacts } from "./case-page";

const REASONS = ["not-received", "not-good", "wrong-amount", "not-mine", "cancelled", "other"] as const;

/** The debtor doesn't agree with (a part of) an invoice. Reminding of that part waits until we decided. */
export function DisputeDialog({ found, onClose }: { found: CaseFacts; onClose: () => void }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const word = useWords();
  const say = useSay();
  const open = found.invoices.filter(({ openCents }) => openCents > 0);
  const [invoiceId, setInvoiceId] = useState(open[0]?.invoice.id ?? "");
  const [amount, setAmount] = useState("");
  const [reason, setReason] = useState<string>("not-received");
  const [text, setText] = useState("");
  const [tried, setTried] = useState(false);
  const { run, busy, refused } = useAct(RaiseDisputeDocument);
  const cents = amount.trim() === "" ? null : parseAmount(amount);
  const unreadable = amount.trim() !== "" && cents === null;
  const save = async () => {
    setTried(true);
    if (unreadable || text.trim() === "" || invoiceId === "") return;
    if (!(await run({ invoiceId, cents, reason, text: text.trim() }))) return;
    onClose();
    say.done(t("dispute.saved"));
  };
  return (
    <FormDialog title={t("dispute.title")} onClose={onClose} submit={t("dispute.save")} onSubmit={() => void save()} busy={busy} refused={refused} then={t("dispute.after")}>
      <Choice
        label={t("columns.invoice")} value={invoiceId} onChange={(event) => setInvoiceId(event.currentTarget.value)}
        data={open.map(({ invoice, openCents }) => ({ value: invoice.id, label: `${invoice.number}, ${money(openCents)}` }))} fault={tried && invoiceId === "" ? t("dispute.noInvoice") : null}
      />
      <AmountField label={t("dispute.amount")} text={amount} onText={setAmount} hint={t("dispute.amountHint")} fault={tried && unreadable ? t("field.amountUnreadable") : null} />
      <Choice label={t("dispute.reason")} value={reason} onChange={(event) => setReason(event.currentTarget.value)} data={REASONS.map((value) => ({ value, label: word("disputeReasons", value) }))} />
      <TextArea label={t("dispute.text")} value={text} onChange={(event) => setText(event.currentTarget.value)} fault={tried && text.trim() === "" ? t("dispute.textMissing") : null} />
    </FormDialog>
  );
}
