import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { BankQuery } from "../../graphql/graphql";
import { useFormat } from "../../lib/format";
import { useKeys } from "../../lib/keys";
import { errorText } from "../../lib/refusal";
import { Button, Chip } from "../../ui/button";
import { Confidence } from "../../ui/delivery";
import { Fault } from "../../ui/field";
import { SearchField } from "../../ui/list-tools";
import { useSay } from "../../ui/toast";
import { Empty } from "../../ui/view-state";
import { BankLineDetail } from "./bank-line-detail";
import type { BankLine, BankUrl, SetBankUrl } from "./bank-page";
import { pileOf, sumOf } from "./piles";
import type { UndoLine } from "./use-undo-line";

interface BankLinesProps {
  page: BankQuery["bank"];
  url: BankUrl;
  setUrl: SetBankUrl;
  more: (() => Promise<unknown>) | undefined;
  /** Another pile was asked and these are still the lines of the one before: nothing is decided on them. */
  stale: boolean;
  undo: UndoLine;
}

/** Left the lines of a pile, right the line that is chosen. J and K walk; the focus goes along to the line, so that Enter decides on it. */
export function BankLines({ page: { rows, piles }, url, setUrl, more, stale, undo }: BankLinesProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const say = useSay();
  const [fault, setFault] = useState<string | null>(null);
  const pane = useRef<HTMLElement>(null);
  const moved = useRef(false);
  const at = Math.max(0, rows.findIndex(({ id }) => id === url.line));
  const chosen = rows[at];
  const pile = pileOf(url.state);
  const choose = (index: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))];
    if (!row) return;
    if (index >= rows.length && more) void more();
    moved.current = true;
    setFault(null);
    setUrl({ line: row.id });
    document.getElementById(`line-${row.id}`)?.scrollIntoView({ block: "nearest" });
    pane.current?.focus({ preventScroll: true });
  };
  // The next line comes with a fresh pane: what had the focus in the one before is gone.
  useEffect(() => {
    if (moved.current) {
      pane.current?.focus({ preventScroll: true });
      // On a phone the line takes the place of the list, below the piles.
      if (matchMedia("(max-width: 980px)").matches) pane.current?.scrollIntoView({ block: "start" });
    }
    moved.current = false;
  }, [chosen?.id]);
  const decided = chosen && ["auto", "byHand", "ignored"].includes(chosen.state);
  const takeBack = async () => {
    setFault(null);
    try {
      if (decided && chosen) await undo.undo(chosen.id);
      else if (!(await undo.undoLast())) say.done(t("bank.nothingToUndo"));
    } catch (error) {
      setFault(errorText(error));
    }
  };
  useKeys({ j: () => choose(at + 1), arrowdown: () => choose(at + 1), k: () => choose(at - 1), arrowup: () => choose(at - 1) }, { active: rows.length > 0 });
  useKeys({ u: () => void takeBack() }, { active: !stale });
  return (
    <>
      <div className="filter-bar">
        <SearchField label={t("bank.search")} value={url.q} onSearch={(q) => setUrl({ q, line: "" })} slash={!chosen || decided === true} />
        {pile.states.length > 1 && (
          <span className="chips">
            {pile.states.map((state) => <Chip key={state} pressed={url.state === state} count={sumOf(piles, [state]).count} onPress={() => setUrl({ state, line: "" })}>{t(`bank.states.${state}`)}</Chip>)}
          </span>
        )}
        {url.q !== "" && <span className="second small" role="status">{t("bank.found", { count: rows.length, shown: `${number(rows.length)}${more ? "+" : ""}` })}</span>}
      </div>
      {fault && <Fault>{fault}</Fault>}
      {!chosen
        ? <NoLines url={url} setUrl={setUrl} piles={piles} />
        : (
          <div className="match" data-picked={url.line !== "" || undefined} aria-busy={stale || undefined}>
            <Rows rows={rows} chosenId={chosen.id} choose={choose} more={more} />
            <section className="bank-detail" ref={pane} tabIndex={-1} aria-labelledby="bank-line">
              <span className="phone-back"><Button look="text" shape="left" onClick={() => setUrl({ line: "" })}>{t("bank.backToLines")}</Button></span>
              <BankLineDetail key={keyOf(chosen)} line={chosen} stale={stale} undo={undo} onDone={() => choose(at + 1)} />
            </section>
          </div>
        )}
    </>
  );
}

/** Anew when another line is chosen, and when what is open of a candidate has changed. */
function keyOf({ id, state, candidates }: BankLine): string {
  return [id, state, ...candidates.map(({ invoices }) => invoices.map(({ cents, openCents }) => `${cents}/${openCents}`).join())].join(" ");
}

function Rows({ rows, chosenId, choose, more }: { rows: readonly BankLine[]; chosenId: string; choose: (index: number) => void; more: (() => Promise<unknown>) | undefined }) {
  const { t } = useTranslation();
  const { money, day } = useFormat();
  const [busy, setBusy] = useState(false);
  return (
    <div className="bank-list">
      <div className="bank-head" aria-hidden="true"><span>{t("bank.bookedOn")}</span><span>{t("bank.fromWhom")}</span><span className="amount">{t("bank.amount")}</span><span>{t("bank.confidence")}</span></div>
      {rows.map((row, index) => (
        <button key={row.id} id={`line-${row.id}`} type="button" className="bank-row" aria-current={row.id === chosenId || undefined} onClick={() => choose(index)}>
          <span className="day nowrap">{day(row.bookedOn)}</span>
          <span className="who"><b className="medium">{row.counterpartyName ?? t("bank.noName")}</b><span>{row.remittance ?? row.reference ?? t("bank.noText")}</span></span>
          <span className="amount">{money(row.amountCents)}</span>
          {row.confidence === null ? <span className="confidence">{t("bank.noConfidence")}</span> : <Confidence score={row.confidence} />}
        </button>
      ))}
      {more && <p className="list-foot"><Button busy={busy} onClick={() => { setBusy(true); void more().finally(() => setBusy(false)); }}>{t("list.more")}</Button></p>}
    </div>
  );
}

/** An empty pile says what that means, and leads to the pile where something waits. */
function NoLines({ url, setUrl, piles }: { url: BankUrl; setUrl: SetBankUrl; piles: BankQuery["bank"]["piles"] }) {
  const { t } = useTranslation();
  if (url.q) return <Empty act={<button type="button" className="quiet-button" onClick={() => setUrl({ q: "" })}>{t("list.dropFilter")}</button>}>{t("list.noneFound")}</Empty>;
  if (piles.every(({ count }) => count === 0)) return <Empty>{t("bank.empty")}</Empty>;
  const { key } = pileOf(url.state);
  const waiting = key !== "matched" && key !== "ignored" ? (["proposed", "unknown", "undone"] as const).find((state) => state !== url.state && sumOf(piles, [state]).count > 0) : undefined;
  return (
    <Empty done={key !== "ignored"} act={waiting && <button type="button" className="quiet-button" onClick={() => setUrl({ state: waiting, line: "" })}>{t("bank.toPile", { pile: t(`bank.states.${waiting}`), count: sumOf(piles, [waiting]).count })}</button>}>
      {t(`bank.emptyPile.${key}`)}
    </Empty>
  );
}
