import { useTranslation } from "react-i18next";
import type { MessageQuery } from "../../graphql/graphql";
import { useFormat } from "../../lib/format";
import { useWords } from "../../lib/words";
import { EvidenceLine } from "../../ui/check-evidence";

type Checked = MessageQuery["message"]["checks"][number];

/** What we looked at of our own before this message went: the evidence that is kept with it, per invoice. */
export function MessageChecks({ checks }: { checks: readonly Checked[] }) {
  return <div className="stack" style={{ paddingBottom: 12 }}>{checks.map((checked) => <CheckedInvoice key={checked.invoiceNumber} checked={checked} />)}</div>;
}

function CheckedInvoice({ checked }: { checked: Checked }) {
  const { t } = useTranslation();
  const { day } = useFormat();
  const word = useWords();
  const right = checked.checks.filter(({ ok }) => ok).length;
  return (
    <details className="checked">
      <summary>{t("message.checked", { invoice: checked.invoiceNumber, day: day(checked.checkedOn), right, all: checked.checks.length })}</summary>
      <dl className="facts" style={{ maxWidth: 640 }}>
        {checked.checks.map(({ check, ok, evidence }) => (
          <div key={check} className="check">
            <dt>{ok ? word("checks", check) : <b>{word("waitDetails", check)}</b>}</dt>
            <dd><EvidenceLine evidence={evidence} /></dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
