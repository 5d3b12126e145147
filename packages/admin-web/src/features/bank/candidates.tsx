import { useQuery } from "@apollo/client/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { OpenInvoicesDocument, type OpenInvoicesQuery } from "../../graphql/graphql";
import { useFormat } from "../../lib/format";
import { useWords } from "../../lib/words";
import { Button } from "../../ui/button";
import { Confidence } from "../../ui/delivery";
import { Kbd } from "../../ui/kbd";
import { SearchField } from "../../ui/list-tools";
import { Shape } from "../../ui/shape";
import { Empty, View } from "../../ui/view-state";
import type { BankLine } from "./bank-page";

/** What speaks against a candidate; all other reasons speak for it. */
const AGAINST = new Set(["otherNumberNamed", "ibanOfOther", "nameOfOther", "ibanShared", "paidAlready", "amountOver", "numberNear", "nameLike"]);

/** Whose it may be, the likeliest first, each with what speaks for and against it. */
export function Candidates({ candidates, chosen, pick }: { candidates: BankLine["candidates"]; chosen: number; pick: (index: number) => void }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const word = useWords();
  if (candidates.length === 0) return <p className="small second">{t("bank.noCandidate")}</p>;
  return (
    <ol className="candidates">
      {candidates.map((candidate, index) => (
        <li key={`${candidate.debtorId}-${index}`}>
          <button type="button" aria-pressed={index === chosen} onClick={() => pick(index)}>
            <Kbd keys={String(index + 1)} />
            <span>
              <b className="medium">{candidate.debtorName}</b>, {candidate.invoices.map(({ invoiceNumber }) => invoiceNumber).join(", ")}
              <span className="reasons">
                {candidate.reasons.map((reason) => <span key={reason} className="fault"><Shape name={AGAINST.has(reason) ? "caution" : "check"} size={12} />{word("matchReasons", reason)}</span>)}
              </span>
            </span>
            <span className="weighs"><span>{money(candidate.invoices.reduce((sum, { cents }) => sum + cents, 0))}</span><Confidence score={candidate.score} percent={candidates.length > 1} /></span>
          </button>
        </li>
      ))}
    </ol>
  );
}

type Found = OpenInvoicesQuery["invoices"]["rows"][number];

/** Looks for an open invoice by number, name or amount, when no candidate is right. */
export function SearchInvoices({ start, taken, add }: { start: string; taken: readonly string[]; add: (invoice: Found) => void }) {
  const { t } = useTranslation();
  const { money, day } = useFormat();
  const [text, setText] = useState(start);
  const asked = useQuery(OpenInvoicesDocument, { variables: { search: text }, skip: text.trim().length < 2 });
  return (
    <div className="stack" style={{ marginTop: 12 }}>
      <SearchField label={t("bank.searchInvoice")} value={text} onSearch={setText} />
      {text.trim().length >= 2 && (
        <View asked={asked} rows={2}>
          {({ invoices }) => (invoices.rows.length === 0 ? <Empty>{t("list.noneFound")}</Empty> : (
            <table>
              <tbody>
                {invoices.rows.filter(({ id }) => !taken.includes(id)).map((invoice) => (
                  <tr key={invoice.id}>
                    <td>{invoice.number}<br /><span className="tiny third">{invoice.debtorName}, {day(invoice.dueOn)}</span></td><td className="amount">{money(invoice.openCents)}</td>
                    <td className="amount"><Button size="row" onClick={() => add(invoice)}>{t("bank.choose")}<span className="unseen"> {invoice.number}</span></Button></td>
                  </tr>
                ))}
              </tbody>
            </table>
          ))}
        </View>
      )}
    </div>
  );
}
