import { useTranslation } from "react-i18next";
import { parseAmount } from "../../lib/amount-input";
import { useFormat } from "../../lib/format";
import { Shape } from "../../ui/shape";

/** A part of the line for one invoice, as typed. */
export interface Part {
  invoiceId: string;
  invoiceNumber: string;
  openCents: number | null;
  text: string;
}

interface SplitProps {
  parts: readonly Part[];
  left: number;
  total: number;
  change: (parts: readonly Part[]) => void;
  accept: () => void;
}

/** How the line is divided over invoices. What is left to divide stands below, always. Enter in an amount decides. */
export function Split({ parts, left, total, change, accept }: SplitProps) {
  const { t } = useTranslation();
  const { money } = useFormat();
  return (
    <table className="split">
      <thead><tr><th scope="col">{t("bank.division")}</th><th scope="col" className="amount">{t("columns.open")}</th><th scope="col" className="amount">{t("bank.paidOfIt")}</th><th scope="col" className="amount">{t("bank.staysOpen")}</th></tr></thead>
      <tbody>
        {parts.map((part, index) => {
          const cents = parseAmount(part.text);
          const unread = part.text.trim() !== "" && cents === null;
          const above = part.openCents !== null && (cents ?? 0) > part.openCents;
          return (
            <tr key={part.invoiceId}>
              <td>
                {part.invoiceNumber}
                {parts.length > 1 && <button type="button" className="quiet-button drop-part" aria-label={t("bank.dropPart", { number: part.invoiceNumber })} onClick={() => change(parts.filter((_, place) => place !== index))}><Shape name="cross" size={12} /></button>}
              </td>
              <td className="amount">{part.openCents === null ? "" : money(part.openCents)}</td>
              <td className="amount">
                <input
                  value={part.text} inputMode="decimal" aria-label={t("bank.partOf", { number: part.invoiceNumber })} aria-invalid={unread || above ? true : undefined} aria-describedby="match-needs"
                  onChange={(event) => change(parts.map((one, place) => (place === index ? { ...one, text: event.target.value } : one)))}
                  onKeyDown={(event) => event.key === "Enter" && accept()}
                />
              </td>
              <td className="amount">{part.openCents === null ? "" : money(part.openCents - (cents ?? 0))}</td>
            </tr>
          );
        })}
      </tbody>
      <tfoot><tr><td colSpan={3}>{t("bank.left", { amount: money(total) })}</td><td className="amount" aria-live="polite">{left === 0 && <Shape name="check" size={13} />} {money(left)}</td></tr></tfoot>
    </table>
  );
}
