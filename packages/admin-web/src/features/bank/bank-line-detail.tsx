import { formatIban } from "@tegemoet/domain";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useFormat } from "../../lib/format";
import { errorText } from "../../lib/refusal";
import { useWords } from "../../lib/words";
import { Button } from "../../ui/button";
import { Fault } from "../../ui/field";
import { Status } from "../../ui/status";
import type { BankLine } from "./bank-page";
import { LineToDecide } from "./line-to-decide";
import type { UndoLine } from "./use-undo-line";

interface BankLineDetailProps {
  line: BankLine;
  stale: boolean;
  undo: UndoLine;
  onDone: () => void;
}

/** Beside the list: whom this line belongs to, with reasons; how it is divided; and the acts. */
export function BankLineDetail({ line, stale, undo, onDone }: BankLineDetailProps) {
  const { t } = useTranslation();
  const { money, day } = useFormat();
  const decided = line.state === "auto" || line.state === "byHand" || line.state === "ignored";
  return (
    <>
      <div className="line-head">
        <div>
          <h2 id="bank-line">{line.counterpartyName ?? t("bank.noName")}</h2>
          <p className="small second">{[line.counterpartyIban ? formatIban(line.counterpartyIban) : null, day(line.bookedOn)].filter(Boolean).join(", ")}</p>
        </div>
        <b>{money(line.amountCents)}</b>
      </div>
      {(line.remittance ?? line.reference) && <p className="small reading remittance">{[line.remittance, line.reference].filter(Boolean).join(" · ")}</p>}
      {decided ? <Decided line={line} undo={undo} /> : <LineToDecide line={line} stale={stale} undo={undo} onDone={onDone} />}
    </>
  );
}

/** A line that has its place: where, why, by whom, and the way back. */
function Decided({ line, undo }: { line: BankLine; undo: UndoLine }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const word = useWords();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const ignored = line.state === "ignored";
  const takeBack = async () => {
    setBusy(true);
    setFault(null);
    try {
      await undo.undo(line.id);
    } catch (error) {
      setFault(errorText(error));
      setBusy(false);
    }
  };
  return (
    <div className="stack decided">
      <span><Status shape={ignored ? "ring" : "done"} mood={ignored ? "plain" : "running"}>{t(`bank.states.${line.state}`)}{line.decidedBy ? `, ${line.decidedBy}` : ""}</Status></span>
      {line.reason && <p className="small second">{word("matchReasons", line.reason)}</p>}
      {line.allocations.length > 0 && (
        <table>
          <thead><tr><th scope="col">{t("columns.invoice")}</th><th scope="col" className="amount">{t("bank.paidOfIt")}</th><th scope="col" className="amount">{t("bank.staysOpen")}</th></tr></thead>
          <tbody>{line.allocations.map((part) => <tr key={part.invoiceId}><td><Link to={`/invoices/${part.invoiceId}`}>{part.invoiceNumber}</Link></td><td className="amount">{money(part.cents)}</td><td className="amount">{money(part.openCents)}</td></tr>)}</tbody>
          {line.unallocatedCents > 0 && <tfoot><tr><td>{t("bank.unallocated")}</td><td className="amount" colSpan={2}>{money(line.unallocatedCents)}</td></tr></tfoot>}
        </table>
      )}
      {fault && <Fault>{fault}</Fault>}
      <span><Button keys="u" act="work" busy={busy} onClick={() => void takeBack()}>{ignored ? t("bank.unignore") : t("bank.undo")}</Button></span>
      <p className="hint">{ignored ? t("bank.unignoreThen") : t("bank.undoThen")}</p>
    </div>
  );
}
