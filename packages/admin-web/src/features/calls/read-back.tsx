import { parsePromiseDay, readBackParts } from "@tegemoet/domain";
import { useTranslation } from "react-i18next";
import { parseAmount } from "../../lib/amount-input";
import { useFormat } from "../../lib/format";
import { useViewer } from "../../lib/viewer";
import { Shape } from "../../ui/shape";
import { chosenInvoices, chosenTotal, needsOf, termsOf } from "./call-to-log";
import type { Sheet } from "./preparation";
import type { CallDraft } from "./use-call-draft";

/** The sentence to read aloud, composed while you type, in the language and tone in which the debtor is spoken to. */
export function ReadBack({ sheet, draft }: { sheet: Sheet; draft: CallDraft }) {
  const { t } = useTranslation();
  const { today, language } = useFormat();
  const tone = useViewer()?.organisation.tone ?? "u";
  const needs = needsOf(sheet, draft);
  const total = chosenTotal(sheet, draft);
  const instalments = needs.includes("instalments") ? (termsOf(sheet, draft, today, language) ?? []) : [];
  const amount = needs.includes("promiseCents") ? parseAmount(draft.amount) : instalments.length > 0 ? total : null;
  const byDay = parsePromiseDay(draft.byDay, today, language);
  const invoiceCount = chosenInvoices(sheet, draft).length;
  if (amount === null || byDay === null || invoiceCount === 0) return null;
  const parts = readBackParts({
    amount, byDay, invoiceCount, instalments, language: sheet.debtor.language, tone, today, ...(amount < total ? { stillOpen: total - amount } : {}),
  });
  return (
    <div className="read-back" aria-live="polite">
      <p className="lead"><Shape name="speak" size={14} />{t("room.readBack")}</p>
      <p className="words" lang={sheet.debtor.language}>“{parts.map((part, index) => (part.strong ? <b key={index}>{part.text}</b> : <span key={index}>{part.text}</span>))}”</p>
    </div>
  );
}
