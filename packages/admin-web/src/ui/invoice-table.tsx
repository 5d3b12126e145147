import { useTranslation } from "react-i18next";
import type { InvoicesQuery } from "../graphql/graphql";
import { useFormat } from "../lib/format";
import { useWords } from "../lib/words";
import { DaysLate } from "./age";
import { DataTable, type RowPicks } from "./data-table";
import { Status } from "./status";
import { Empty } from "./view-state";

type Row = InvoicesQuery["invoices"]["rows"][number];

interface InvoiceTableProps {
  rows: readonly Row[];
  withDebtor: boolean;
  sort?: { by: string; direction: "asc" | "desc" };
  onSort?: (by: string, direction: "asc" | "desc") => void;
  picks?: RowPicks<Row>;
}

/** A list of invoices, with or without whose they are. */
export function InvoiceTable({ rows, withDebtor, sort, onSort, picks }: InvoiceTableProps) {
  const { t } = useTranslation();
  const { money, day } = useFormat();
  const word = useWords();
  if (rows.length === 0) return <Empty>{t("invoices.none")}</Empty>;
  return (
    <DataTable
      label={t("nav.invoices")} rows={rows} rowKey={(row) => row.id} to={(row) => `/invoices/${row.id}`} {...(sort ? { sort } : {})} {...(onSort ? { onSort } : {})} {...(picks ? { picks } : {})}
      columns={[
        { key: "number", head: t("columns.invoice"), sort: "number", cell: (row) => <span className="nowrap">{row.number}{row.kind === "creditNote" && <span className="under">{t("invoices.creditNote")}</span>}</span> },
        ...(withDebtor ? [{ key: "debtor", head: t("columns.debtor"), sort: "debtorName", cell: (row: Row) => row.debtorName, phone: "line" as const }] : []),
        { key: "issued", head: t("columns.issued"), sort: "issuedOn", cell: (row) => <span className="nowrap">{day(row.issuedOn)}</span>, phone: "none" },
        { key: "due", head: t("columns.due"), sort: "dueOn", cell: (row) => <span className="nowrap">{day(row.dueOn)}</span> },
        { key: "late", head: t("columns.late"), amount: true, cell: (row) => (row.openCents > 0 ? <DaysLate days={row.daysOverdue} short /> : ""), phone: "line" },
        { key: "step", head: t("columns.step"), cell: (row) => row.step && <span className="small second">{word("steps", row.step)}</span>, phone: "none" },
        { key: "total", head: t("columns.total"), sort: "totalCents", amount: true, cell: (row) => money(row.kind === "creditNote" ? -row.totalCents : row.totalCents), phone: "none" },
        { key: "open", head: t("columns.open"), sort: "openCents", amount: true, phone: "amount", cell: (row) => (row.kind === "creditNote" ? <span className="small second">{t("invoices.creditNote")}</span> : row.openCents === 0 ? <Status shape="done" mood="running">{t("invoices.paid")}</Status> : money(row.openCents)) },
      ]}
    />
  );
}
