import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { OpenInvoicesDocument, type OpenInvoicesQuery } from "../../graphql/graphql";
import { useFormat } from "../../lib/format";
import { Button } from "../../ui/button";
import { SearchField } from "../../ui/list-tools";
import { View } from "../../ui/view-state";

export type FoundInvoice = OpenInvoicesQuery["invoices"]["rows"][number];

/** Looks for an open invoice by number, name or amount, when no candidate is right or the line pays more than one. */
export function SearchInvoices({ start, taken, add }: { start: string; taken: readonly string[]; add: (invoice: FoundInvoice) => void }) {
  const { t } = useTranslation();
  const { money, day } = useFormat();
  const [text, setText] = useState(start);
  const wanted = text.trim();
  const asked = useQuery(OpenInvoicesDocument, { variables: { search: wanted }, skip: wanted.length < 2 });
  return (
    <div className="stack search-own">
      <SearchField label={t("bank.searchInvoice")} value={text} onSearch={setText} slash={false} />
      {wanted.length >= 2 && (
        <View asked={asked} rows={2}>
          {({ invoices }) => {
            const rows = invoices.rows.filter(({ id }) => !taken.includes(id));
            if (rows.length === 0) return <p className="small second" role="status">{t("bank.noneOpen", { text: wanted })}</p>;
            return (
              <table>
                <tbody>
                  {rows.map((invoice) => (
                    <tr key={invoice.id}>
                      <td>{invoice.number}<br /><span className="tiny third">{invoice.debtorName}, {day(invoice.dueOn)}</span></td><td className="amount">{money(invoice.openCents)}</td>
                      <td className="amount"><Button size="row" onClick={() => add(invoice)}>{t("bank.choose")}<span className="unseen"> {invoice.number}</span></Button></td>
                    </tr>
                  ))}
                </tbody>
              </table>
            );
          }}
        </View>
      )}
    </div>
  );
}
