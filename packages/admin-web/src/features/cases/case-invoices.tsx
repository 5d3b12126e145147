import { useTranslation } from "react-i18next";
import type { CaseQuery } from "../../graphql/graphql";
import { useFormat } from "../../lib/format";
import { useWords } from "../../lib/words";
import { DaysLate } from "../../ui/age";
import { DataTable } from "../../ui/data-table";
import { Waiting } from "../../ui/waiting";

/** The invoices of a case, each with its own place on the ladder and why it waits. */
export function CaseInvoices({ invoices, lateDays }: { invoices: CaseQuery["case"]["invoices"]; lateDays: number }) {
  const { t } = useTranslation();
  const { day, money } = useFormat();
  const word = useWords();
  return (
    <>
      <div className="section-head"><h2>{t("nav.invoices")}</h2>{lateDays > 0 && <span className="rest">{t("age.late", { count: lateDays })}</span>}</div>
      <DataTable
        label={t("nav.invoices")} rows={invoices} rowKey={({ invoice }) => invoice.id} to={({ invoice }) => `/invoices/${invoice.id}`}
        columns={[
          { key: "number", head: t("columns.invoice"), cell: ({ invoice }) => <span className="nowrap">{invoice.number}</span> },
          { key: "what", head: t("columns.description"), cell: ({ invoice }) => <span className="second">{invoice.description}</span>, phone: "none" },
          { key: "due", head: t("columns.due"), cell: ({ invoice }) => <span className="nowrap">{day(invoice.dueOn)}</span> },
          { key: "late", head: t("columns.late"), amount: true, cell: ({ daysOverdue }) => <DaysLate days={daysOverdue} short />, phone: "line" },
          {
            key: "step", head: t("columns.step"),
            cell: ({ step, waitReason, waitUntil, waitDetail }) => <>{step ? word("steps", step) : ""}{waitReason && <span className="under"><Waiting reason={waitReason} until={waitUntil} detail={waitDetail} /></span>}</>,
          },
          { key: "open", head: t("columns.open"), amount: true, cell: ({ openCents }) => money(openCents), phone: "amount" },
        ]}
      />
    </>
  );
}
