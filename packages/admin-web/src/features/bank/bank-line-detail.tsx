import { formatIban } from "@tegemoet/domain";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { IgnoreBankLineDocument, MatchBankLineDocument, UndoMatchDocument } from "../../graphql/graphql";
import { useAct } from "../../lib/act";
import { amountForField, parseAmount } from "../../lib/amount-input";
import { useFormat } from "../../lib/format";
import { useKeys } from "../../lib/keys";
import { useWords } from "../../lib/words";
import { Button } from "../../ui/button";
import { Fault } from "../../ui/field";
import { KeyHints } from "../../ui/kbd";
import { Status } from "../../ui/status";
import { useSay } from "../../ui/toast";
import { Candidates, SearchInvoices } from "./candidates";
import { Split, type Part } from "./split";
import type { BankLine } from "./bank-page";

/** Beside the list: whom this line belongs to, with reasons; how it is divided; and the acts. */
export function BankLineDetail({ line, onDone }: { line: BankLine; onDone: () => void }) {
  const { t } = useTranslation();
  const { money, day } = useFormat();
  return (
    <>
      <div className="line-head">
        <div>
          <h2>{line.counterpartyName ?? t("bank.noName")}</h2>
          <p className="small second">{[line.counterpartyIban ? formatIban(line.counterpartyIban) : null, day(line.bookedOn)].filter(Boolean).join(", ")}</p>
        </div>
        <b>{money(line.amountCents)}</b>
      </div>
      {(line.remittance ?? line.reference) && <p className="small reading" style={{ marginTop: 8, overflowWrap: "anywhere" }}>{[line.remittance, line.reference].filter(Boolean).join(" · ")}</p>}
      {line.state === "auto" || line.state === "byHand" || line.state === "ignored" ? <Decided line={line} /> : <ToDecide line={line} onDone={onDone} />}
    </>
  );
}

/** A line that has its place: where, why, by whom, and the way back. */
function Decided({ line }: { line: BankLine }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const word = useWords();
  const say = useSay();
  const { run, busy, refused } = useAct(UndoMatchDocument);
  const undo = async () => {
    if (await run({ id: line.id })) say.done(t("bank.undone"));
  };
  return (
    <div className="stack" style={{ marginTop: 12 }}>
      <span><Status shape={line.state === "ignored" ? "ring" : "done"} mood={line.state === "ignored" ? "plain" : "running"}>{t(`bank.states.${line.state}`)}{line.decidedBy ? `, ${line.decidedBy}` : ""}</Status></span>
      {line.reason && <p className="small second">{word("matchReasons", line.reason)}</p>}
      {line.allocations.length > 0 && (
        <table>
          <tbody>{line.allocations.map((part) => <tr key={part.invoiceId}><td><Link to={`/invoices/${part.invoiceId}`}>{part.invoiceNumber}</Link></td><td className="amount">{money(part.cents)}</td></tr>)}</tbody>
          {line.unallocatedCents > 0 && <tfoot><tr><td>{t("bank.unallocated")}</td><td className="amount">{money(line.unallocatedCents)}</td></tr></tfoot>}
        </table>
      )}
      {refused && <Fault>{refused}</Fault>}
      <span><Button act="work" busy={busy} onClick={() => void undo()}>{line.state === "ignored" ? t("bank.unignore") : t("bank.undo")}</Button></span>
      <p className="hint">{t("bank.undoThen")}</p>
    </div>
  );
}

function partsOf(candidate: BankLine["candidates"][number] | undefined, language: "nl" | "en"): Part[] {
  return candidate?.invoices.map((part) => ({ invoiceId: part.invoiceId, invoiceNumber: part.invoiceNumber, openCents: part.openCents, text: amountForField(part.cents, language) })) ?? [];
}

function ToDecide({ line, onDone }: { line: BankLine; onDone: () => void }) {
  const { t } = useTranslation();
  const { money, language } = useFormat();
  const word = useWords();
  const say = useSay();
  const [chosen, setChosen] = useState(line.candidates.length > 0 ? 0 : -1);
  const [parts, setParts] = useState<readonly Part[]>(partsOf(line.candidates[0], language));
  const [ignoring, setIgnoring] = useState(false);
  const [searching, setSearching] = useState(line.candidates.length === 0);
  const match = useAct(MatchBankLineDocument);
  const ignore = useAct(IgnoreBankLineDocument);
  const undo = useAct(UndoMatchDocument);
  const pick = (index: number) => {
    if (!line.candidates[index]) return;
    setChosen(index);
    setParts(partsOf(line.candidates[index], language));
  };
  const readable = parts.every(({ text }) => text.trim() === "" || parseAmount(text) !== null);
  const allocations = parts.flatMap(({ invoiceId, text }) => {
    const cents = parseAmount(text);
    return cents === null ? [] : [{ invoiceId, cents }];
  });
  const left = line.amountCents - allocations.reduce((sum, { cents }) => sum + cents, 0);
  const canMatch = readable && allocations.length > 0 && left >= 0;
  const name = line.counterpartyName ?? t("bank.noName");
  const doMatch = async () => {
    if (!canMatch || match.busy) return;
    if (!(await match.run({ id: line.id, allocations }))) return;
    say.done(t("bank.matched", { name, amount: money(line.amountCents), invoices: parts.filter(({ text }) => parseAmount(text) !== null).map(({ invoiceNumber }) => invoiceNumber).join(", ") }), () => undo.run({ id: line.id }));
    onDone();
  };
  const doIgnore = async (reason: string) => {
    if (!(await ignore.run({ id: line.id, reason }))) return;
    say.done(t("bank.ignoredSaid", { name, amount: money(line.amountCents) }), () => undo.run({ id: line.id }));
    onDone();
  };
  useKeys({
    ...Object.fromEntries(line.candidates.slice(0, 9).map((_, index) => [String(index + 1), () => pick(index)])),
    enter: () => void doMatch(), x: () => setIgnoring(true),
  });
  return (
    <>
      {line.reason && <p className="small second" style={{ marginTop: 8 }}>{word("matchReasons", line.reason)}</p>}
      <h3>{t("bank.whose")}</h3>
      <Candidates candidates={line.candidates} chosen={chosen} pick={pick} />
      {searching
        ? <SearchInvoices taken={parts.map(({ invoiceId }) => invoiceId)} start={line.counterpartyName ?? ""} add={(found) => {
          setChosen(-1);
          setParts([...(chosen >= 0 ? [] : parts), { invoiceId: found.id, invoiceNumber: found.number, openCents: found.openCents, text: amountForField(Math.min(found.openCents, chosen >= 0 ? line.amountCents : Math.max(0, left)), language) }]);
        }} />
        : <p style={{ marginTop: 8 }}><button type="button" className="quiet-button" onClick={() => setSearching(true)}>{t("bank.searchOwn")}</button></p>}
      {parts.length > 0 && <Split parts={parts} left={left} total={line.amountCents} change={setParts} />}
      {(match.refused ?? ignore.refused) && <Fault>{match.refused ?? ignore.refused}</Fault>}
      {ignoring
        ? (
          <div className="stack" style={{ marginTop: 12 }}>
            <p className="medium">{t("bank.whyIgnore")}</p>
            <div className="row">
              {(["own-account", "not-a-debtor", "refund"] as const).map((reason) => <Button key={reason} act="work" busy={ignore.busy} onClick={() => void doIgnore(t(`bank.ignoreReasons.${reason}`))}>{t(`bank.ignoreReasons.${reason}`)}</Button>)}
              <Button look="text" onClick={() => setIgnoring(false)}>{t("dialog.cancel")}</Button>
            </div>
          </div>
        )
        : (
          <div className="row" style={{ marginTop: 12 }}>
            <Button look="filled" keys="enter" act="work" busy={match.busy} aria-disabled={!canMatch || undefined} onClick={() => void doMatch()}>{t("bank.match")}</Button>
            <Button look="text" keys="x" act="work" onClick={() => setIgnoring(true)}>{t("bank.ignore")}</Button>
          </div>
        )}
      <p className="hint" style={{ margin: "8px 0" }}>{left < 0 ? t("bank.tooMuch") : canMatch ? t("bank.matchThen") : t("bank.matchNeeds")}</p>
      <KeyHints hints={[{ keys: ["j", "k"], does: t("bank.keyLine") }, { keys: ["1", "9"], does: t("bank.keyCandidate") }, { keys: ["mod+z"], does: t("toast.undo") }]} />
    </>
  );
}
