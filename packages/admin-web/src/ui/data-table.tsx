import "./data-table.css";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { useKeys } from "../lib/keys";
import { Shape } from "./shape";

export interface Column<Row> {
  key: string;
  head: string;
  /** The name of the sort on the server; absent: this column isn't sorted on. */
  sort?: string;
  amount?: boolean;
  cell: (row: Row) => ReactNode;
  /** Where it goes on a phone: the title of the row, its amount, a line below with its head, one without, or nowhere. Default a line. */
  phone?: "title" | "amount" | "line" | "bare" | "none";
}

interface DataTableProps<Row> {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Where a row leads. Its first cell becomes the link. */
  to: (row: Row) => string;
  sort?: { by: string; direction: "asc" | "desc" };
  onSort?: (by: string, direction: "asc" | "desc") => void;
  foot?: ReactNode;
  /** Rows can be picked for one act on many. */
  picks?: RowPicks<Row>;
}

/** Which rows are picked, and what a row is called to whoever can't see it. */
export interface RowPicks<Row> {
  has: (row: Row) => boolean;
  toggle: (row: Row) => void;
  toggleShown: () => void;
  nameOf: (row: Row) => string;
}

/**
 * A list of rows: sortable heads, j/k and the arrows choose a row, Enter opens it. The first cell is a real link, so that a screen reader,
 * the middle mouse button and "copy address" work as everywhere; the rest of the row follows it.
 */
export function DataTable<Row>({ label, columns, rows, rowKey, to, sort, onSort, foot, picks }: DataTableProps<Row>) {
  const navigate = useNavigate();
  const body = useRef<HTMLTableSectionElement>(null);
  const [chosen, setChosen] = useState(-1);
  useEffect(() => setChosen((before) => Math.min(before, rows.length - 1)), [rows.length]);
  const choose = (index: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, index));
    setChosen(next);
    const link = body.current?.rows[next]?.querySelector<HTMLElement>("[data-row-link]");
    link?.focus();
    link?.scrollIntoView({ block: "nearest" });
  };
  useKeys({
    j: () => choose(chosen + 1), arrowdown: () => choose(chosen + 1), k: () => choose(chosen - 1), arrowup: () => choose(chosen - 1),
    enter: () => {
      const row = rows[chosen];
      if (row) navigate(to(row));
    },
    ...(picks ? { x: () => rows[chosen] && picks.toggle(rows[chosen]) } : {}),
  }, { active: rows.length > 0 });
  return (
    <div className="table-scroll">
      <table className="data-table" aria-label={label} data-picks={picks ? true : undefined}>
        <thead>
          <tr>{picks && <PickShown rows={rows} picks={picks} />}{columns.map((column) => <Head key={column.key} column={column} sort={sort} onSort={onSort} />)}</tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row, index) => (
            // The link in the first cell is the way by keyboard; a press anywhere else on the row is a convenience.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
            <tr
              key={rowKey(row)} data-selected={index === chosen || undefined} onFocus={() => setChosen(index)}
              onClick={(event) => {
                if (event.defaultPrevented || (event.target as HTMLElement).closest("a, button, input, label") || getSelection()?.toString()) return;
                navigate(to(row));
              }}
            >
              {picks && (
                <td className="pick" data-phone="pick">
                  <label><input type="checkbox" checked={picks.has(row)} onChange={() => picks.toggle(row)} aria-label={picks.nameOf(row)} /></label>
                </td>
              )}
              {columns.map((column, place) => (
                <td key={column.key} className={column.amount ? "amount" : undefined} data-phone={column.phone ?? (place === 0 ? "title" : "line")} data-head={column.head}>
                  {place === 0 ? <Link to={to(row)} className="row-link" data-row-link>{column.cell(row)}</Link> : column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {foot}
      </table>
    </div>
  );
}

function PickShown<Row>({ rows, picks }: { rows: readonly Row[]; picks: RowPicks<Row> }) {
  const { t } = useTranslation();
  const count = rows.filter((row) => picks.has(row)).length;
  return (
    <th scope="col" className="pick">
      <label>
        <input
          type="checkbox" aria-label={t("list.pickShown")} checked={count > 0 && count === rows.length} onChange={picks.toggleShown}
          ref={(box) => {
            if (box) box.indeterminate = count > 0 && count < rows.length;
          }}
        />
      </label>
    </th>
  );
}

function Head<Row>({ column, sort, onSort }: { column: Column<Row>; sort: DataTableProps<Row>["sort"]; onSort: DataTableProps<Row>["onSort"] }) {
  const { t } = useTranslation();
  const sorted = column.sort !== undefined && sort?.by === column.sort ? sort.direction : undefined;
  const by = column.sort;
  if (by === undefined || !onSort) return <th scope="col" className={column.amount ? "amount" : undefined}>{column.head}</th>;
  return (
    <th scope="col" className={column.amount ? "amount" : undefined} aria-sort={sorted === "asc" ? "ascending" : sorted === "desc" ? "descending" : undefined}>
      <button type="button" onClick={() => onSort(by, sorted === "desc" || (sorted === undefined && !column.amount) ? "asc" : "desc")} title={t("list.sort")}>
        {column.head}
        {sorted && <Shape name={sorted === "asc" ? "more" : "less"} size={11} />}
      </button>
    </th>
  );
}
