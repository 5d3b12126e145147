import type { ReactNode } from "react";
import type { Cents } from "@tegemoet/domain";
import { useFormats } from "../lib/portal";

export interface BillRow {
  readonly key: string;
  readonly name: ReactNode;
  readonly hint?: ReactNode;
  readonly cents: Cents;
}

interface BillProps {
  readonly caption: string;
  readonly rows: readonly BillRow[];
  readonly total?: { readonly name: string; readonly cents: Cents };
}

/** A bill: one amount a line, the subtotal under one rule. */
export function Bill({ caption, rows, total }: BillProps) {
  const { money } = useFormats();
  return (
    <table className="bill">
      <caption className="hide">{caption}</caption>
      <tbody>
        {rows.map(({ key, name, hint, cents }) => (
          <tr key={key}>
            <th scope="row">{name}{hint && <small>{hint}</small>}</th>
            <td>{money(cents)}</td>
          </tr>
        ))}
      </tbody>
      {total && <tfoot><tr><th scope="row">{total.name}</th><td>{money(total.cents)}</td></tr></tfoot>}
    </table>
  );
}

/** The amount that is asked, above an accountant's double rule. Once a page. */
export function Sum({ name, cents, live = false }: { name: string; cents: Cents; live?: boolean }) {
  const { money } = useFormats();
  return <p className="sum">{name} <b className="money">{live ? <output>{money(cents)}</output> : money(cents)}</b></p>;
}
