import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { IgnoreBankLineDocument, MatchBankLineDocument } from "../../graphql/graphql";
import { useAct } from "../../lib/act";
import { amountForField, parseAmount } from "../../lib/amount-input";
import { useFormat } from "../../lib/format";
import { useKeys } from "../../lib/keys";
import { useMay } from "../../lib/may";
import { useWords } from "../../lib/words";
import { Button, WhoCan } from "../../ui/button";
import { Fault } from "../../ui/field";
import { KeyHints } from "../../ui/kbd";
import type { BankLine } from "./bank-page";
import { Candidates, isSpent } from "./candidates";
import { IgnoreReasons, type IgnoreReason } from "./ignore-reasons";
import { SearchInvoices, type FoundInvoice } from "./search-invoices";
import { Split, type Part } from "./split";
import type { UndoLine } from "./use-undo-line";

function partsOf(candidate: BankLine["candidates"][number] | undefined, language: "nl" | "en"): Part[] {
  return candidate?.invoices.map((part) => ({ invoiceId: part.invoiceId, invoiceNumber: part.invoiceNumber, openCents: part.openCents, text: amountForField(part.cents, language) })) ?? [];
}

interface LineToDecideProps {
  line: BankLine;
  stale: boolean;
  undo: UndoLine;
  onDone: () => void;
}

/** A line that waits: its candidates, the division by typing with what is left always in sight, and three acts with a key each. */
export function LineToDecide({ line, stale, undo, onDone }: LineToDecideProps) {
  const { t } = useTranslation();
  const { money, language } = useFormat();
  const word = useWords();
  const { may } = useMay("work");
  const likeliest = line.candidates.findIndex((candidate) => !isSpent(candidate));
  const [chosen, setChosen] = useState(likeliest);
  const [parts, setParts] = useState<readonly Part[]>(partsOf(line.candidates[likeliest], language));
  const [ignoring, setIgnoring] = useState(false);
  const [searching, setSearching] = useState(likeliest < 0);
  const detail = useRef<HTMLDivElement>(null);
  const match = useAct(MatchBankLineDocument);
  const ignore = useAct(IgnoreBankLineDocument);
  const name = line.counterpartyName ?? t("bank.noName");
  const incoming = line.amountCents > 0;
  const allocations = parts.flatMap(({ invoiceId, text }) => {
    const cents = parseAmount(text);
    return cents === null || cents === 0 ? [] : [{ invoiceId, cents }];
  });
  const left = line.amountCents - allocations.reduce((sum, { cents }) => sum + cents, 0);
  const needs = needsOf({ parts, allocations, left, incoming });
  const pick = (index: number) => {
    const candidate = line.candidates[index];
    if (!candidate || isSpent(candidate)) return;
    setChosen(index);
    setParts(partsOf(candidate, language));
  };
  /** What is left goes to the invoice that is found; with nothing left it takes the place of what was chosen. */
  const add = ({ id, number, openCents }: FoundInvoice) => {
    const rest = left > 0 ? left : line.amountCents;
    setChosen(-1);
    setParts([...(left > 0 ? parts : []), { invoiceId: id, invoiceNumber: number, openCents, text: amountForField(Math.min(openCents, rest), language) }]);
    setSearching(openCents < rest);
    // The row that was pressed is gone; its amount is what somebody looks at next.
    requestAnimationFrame(() => detail.current?.querySelector<HTMLInputElement>(".split tr:last-child input")?.select());
  };
  const search = () => {
    setSearching(true);
    // The field is there after the next paint.
    requestAnimationFrame(() => detail.current?.querySelector<HTMLInputElement>("input[type=search]")?.focus());
  };
  const accept = async () => {
    if (!may || stale || needs || match.busy || ignore.busy) return;
    if (!(await match.run({ id: line.id, allocations }))) return;
    const numbers = parts.filter(({ invoiceId }) => allocations.some((part) => part.invoiceId === invoiceId)).map(({ invoiceNumber }) => invoiceNumber).join(", ");
    undo.decided(line.id, t("bank.matched", { name, amount: money(line.amountCents), invoices: numbers }));
    onDone();
  };
  const putAside = async (reason: IgnoreReason) => {
    if (!may || stale || match.busy || ignore.busy) return;
    if (!(await ignore.run({ id: line.id, reason }))) return;
    undo.decided(line.id, t("bank.ignoredSaid", { name, amount: money(line.amountCents) }));
    onDone();
  };
  useKeys({
    ...Object.fromEntries(line.candidates.slice(0, 9).map((_, index) => [String(index + 1), () => pick(index)])),
    enter: () => void accept(), "/": search,
  }, { active: !ignoring });
  useKeys({ i: () => may && setIgnoring(true), x: () => may && setIgnoring(true) }, { active: !ignoring });
  return (
    <div ref={detail}>
      {line.reason && <p className="small second why-waits">{word("matchReasons", line.reason)}</p>}
      {incoming && (
        <>
          <h3>{t("bank.whose")}</h3>
          <Candidates candidates={line.candidates} chosen={chosen} pick={pick} accept={() => void accept()} />
          {line.candidates.length === 0 && line.reason !== "no-candidate" && <p className="small second">{t("bank.noCandidate")}</p>}
          {searching
            ? <SearchInvoices taken={parts.map(({ invoiceId }) => invoiceId)} start={likeliest < 0 ? line.counterpartyName ?? "" : ""} add={add} />
            : <p className="search-own"><Button look="text" size="row" shape="find" keys="/" onClick={search}>{left > 0 && parts.length > 0 ? t("bank.addInvoice") : t("bank.searchOwn")}</Button></p>}
          {parts.length > 0 && <Split parts={parts} left={left} total={line.amountCents} change={setParts} accept={() => void accept()} />}
        </>
      )}
      {(match.refused ?? ignore.refused) && <Fault>{match.refused ?? ignore.refused}</Fault>}
      {ignoring
        ? <IgnoreReasons busy={ignore.busy} choose={(reason) => void putAside(reason)} cancel={() => setIgnoring(false)} />
        : (
          <div className="row decide">
            {incoming && <Button look="filled" keys="enter" act="work" inBar busy={match.busy} aria-disabled={needs !== null || stale || undefined} aria-describedby="match-needs" onClick={() => void accept()}>{t("bank.match")}</Button>}
            <Button look={incoming ? "text" : "outline"} keys="i" act="work" inBar onClick={() => setIgnoring(true)}>{t("bank.ignore")}</Button>
            <WhoCan act="work" />
          </div>
        )}
      <p className="hint" id="match-needs">{incoming ? t(`bank.needs.${needs ?? "nothing"}`) : t("bank.wentOut")}</p>
      <KeyHints hints={[{ keys: ["j", "k"], does: t("bank.keyLine") }, { keys: ["1", "9"], does: t("bank.keyCandidate") }, { keys: ["/"], does: t("bank.keySearch") }, { keys: ["u"], does: t("toast.undo") }, { keys: ["?"], does: t("keys.all") }]} />
    </div>
  );
}

type Needs = "candidate" | "readable" | "less" | "open";

/** What keeps a line from being matched, in a word; null when it can be. The server decides the same. */
function needsOf({ parts, allocations, left, incoming }: { parts: readonly Part[]; allocations: readonly { invoiceId: string; cents: number }[]; left: number; incoming: boolean }): Needs | null {
  if (!parts.every(({ text }) => text.trim() === "" || parseAmount(text) !== null)) return "readable";
  if (!incoming || allocations.length === 0) return "candidate";
  if (left < 0) return "less";
  const above = allocations.some(({ invoiceId, cents }) => cents > (parts.find((part) => part.invoiceId === invoiceId)?.openCents ?? Infinity));
  return above ? "open" : null;
}
