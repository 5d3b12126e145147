import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ReverseEntryDocument, WaiveDocument, WriteOffDocument, type ClaimOfInvoiceFactsFragment } from "../graphql/graphql";
import { useAct } from "../lib/act";
import { amountForField, parseAmount } from "../lib/amount-input";
import { useFormat } from "../lib/format";
import { FormDialog } from "./dialog";
import { AmountField, Choice, OptionList, TextField } from "./field";
import { useSay } from "./toast";

type Invoice = ClaimOfInvoiceFactsFragment;
type Kind = "costs" | "interest" | "write-off";
type Parts = Record<"principal" | "interest" | "costs", number>;

const open = (invoice: Invoice): Parts => ({ principal: invoice.openPrincipalCents, interest: invoice.openInterestCents, costs: invoice.openCostsCents });
const total = ({ principal, interest, costs }: Parts): number => principal + interest + costs;

/** What an amount takes off: of a write-off the principal first, so that costs and interest go with the last of it. */
export function partsOff(kind: Kind, cents: number, parts: Parts): Parts {
  if (kind !== "write-off") return { principal: 0, interest: 0, costs: 0, [kind]: cents };
  const principal = Math.min(cents, parts.principal);
  const costs = Math.min(cents - principal, parts.costs);
  return { principal, costs, interest: cents - principal - costs };
}

/** Lets costs or interest of an invoice go, or gives it up: with a reason, and what will stand after. */
export function CorrectDialog({ invoices, onClose }: { invoices: readonly Invoice[]; onClose: () => void }) {
  const { t } = useTranslation();
  const { money, language } = useFormat();
  const say = useSay();
  const [invoiceId, setInvoiceId] = useState(invoices[0]?.invoiceId ?? "");
  const [chosen, setKind] = useState<Kind | null>(null);
  const [typed, setAmount] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const [waive, writeOff, takeBack] = [useAct(WaiveDocument), useAct(WriteOffDocument), useAct(ReverseEntryDocument)];
  const invoice = invoices.find((one) => one.invoiceId === invoiceId);
  if (!invoice) return null;
  const now = open(invoice);
  const kinds = (["costs", "interest", "write-off"] as const).filter((kind) => (kind === "write-off" ? total(now) : now[kind]) > 0);
  const kind = chosen !== null && kinds.includes(chosen) ? chosen : (kinds[0] ?? "write-off");
  const most = kind === "write-off" ? total(now) : now[kind];
  const text = typed ?? amountForField(most, language);
  const cents = parseAmount(text);
  const onlyWhole = kind === "interest" && !invoice.interestClaimed;
  const fault = cents === null ? t("field.amountUnreadable") : cents > most ? t("correct.tooMuch", { amount: money(most) }) : onlyWhole && cents < most ? t("correct.wholeInterest", { amount: money(most) }) : null;
  const off = fault === null && cents !== null ? partsOff(kind, cents, now) : null;
  const save = async () => {
    setTried(true);
    if (!off || cents === null || reason.trim() === "") return;
    const given = kind === "write-off"
      ? (await writeOff.run({ invoiceId, parts: off, reason: reason.trim() }))?.writeOff
      : (await waive.run({ invoiceId, costsCents: off.costs, interestCents: off.interest, reason: reason.trim() }))?.waive;
    if (!given) return;
    onClose();
    say.done(t(kind === "write-off" ? "correct.writtenOff" : "correct.waived", { amount: money(cents) }), () => takeBack.run({ entryId: given, reason: t("correct.takenBack") }));
  };
  const forget = () => setAmount(null);
  return (
    <FormDialog
      title={t("correct.title")} onClose={onClose} submit={t(kind === "write-off" ? "correct.writeOff" : "correct.save", { amount: off && cents !== null ? money(cents) : "" })} onSubmit={() => void save()}
      busy={waive.busy || writeOff.busy} refused={waive.refused ?? writeOff.refused} then={t("correct.undoLater")} act={kind === "write-off" ? "writeOff" : "work"}
    >
      {invoices.length > 1 && (
        <Choice
          label={t("correct.invoice")} value={invoiceId} data={invoices.map((one) => ({ value: one.invoiceId, label: `${one.number}, ${money(one.outstandingCents)}` }))}
          onChange={(event) => { setInvoiceId(event.currentTarget.value); forget(); }}
        />
      )}
      <OptionList label={t("correct.what")} name="correct" value={kind} onChoose={(value) => { setKind(value); forget(); }} options={kinds.map((value) => ({ value, label: t(`correct.kinds.${value}`) }))} />
      <AmountField label={t("correct.amount")} text={text} onText={setAmount} fault={fault} />
      <TextField
        label={t("correct.reason")} description={t("correct.reasonHint")} value={reason} maxLength={500} onChange={(event) => setReason(event.currentTarget.value)}
        fault={tried && reason.trim() === "" ? t("correct.reasonMissing") : null}
      />
      {off && <Standing now={now} off={off} />}
    </FormDialog>
  );
}

/** Each part as it is and as it will be. */
function Standing({ now, off }: { now: Parts; off: Parts }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  return (
    <table aria-live="polite">
      <thead><tr><th scope="col">{t("standing.what")}</th><th scope="col" className="amount">{t("correct.before")}</th><th scope="col" className="amount">{t("correct.after")}</th></tr></thead>
      <tbody>
        {(["principal", "interest", "costs"] as const).map((part) => (
          <tr key={part}><td>{t(`claim.${part}`)}</td><td className="amount">{money(now[part])}</td><td className="amount">{money(now[part] - off[part])}</td></tr>
        ))}
      </tbody>
      <tfoot><tr><td>{t("correct.total")}</td><td className="amount">{money(total(now))}</td><td className="amount">{money(total(now) - total(off))}</td></tr></tfoot>
    </table>
  );
}
