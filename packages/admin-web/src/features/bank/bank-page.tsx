import "./bank.css";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { BankDocument, type BankQuery, type MatchState } from "../../graphql/graphql";
import { useFormat } from "../../lib/format";
import { useKeys } from "../../lib/keys";
import { useList } from "../../lib/use-list";
import { useUrlState } from "../../lib/url-state";
import { Button, Chip } from "../../ui/button";
import { Confidence } from "../../ui/delivery";
import { Page } from "../../ui/frame/page";
import { FileDrop } from "../../ui/import-drop";
import { ImportProgress } from "../../ui/import-progress";
import { SearchField } from "../../ui/list-tools";
import { Status } from "../../ui/status";
import type { ShapeName } from "../../ui/shape";
import { Empty, View } from "../../ui/view-state";
import { BankLineDetail } from "./bank-line-detail";

export type BankLine = BankQuery["bank"]["rows"][number];

const DEFAULTS = { state: "proposed", q: "", line: "", import: "" } as const;

/** The four piles; what was matched by itself and by hand lies on one. */
const PILES = [
  { key: "matched", shape: "done", states: ["auto", "byHand"] }, { key: "proposed", shape: "half", states: ["proposed"] },
  { key: "unknown", shape: "caution", states: ["unknown", "undone"] }, { key: "ignored", shape: "ring", states: ["ignored"] },
] as const satisfies readonly { key: string; shape: ShapeName; states: readonly MatchState[] }[];

/** Bank: drop a file, see it come in, and give every line its place. */
export default function BankPage() {
  const { t } = useTranslation();
  const { day } = useFormat();
  const [url, setUrl] = useUrlState(DEFAULTS);
  const variables = useMemo(() => ({ state: url.state as MatchState, search: url.q || null, first: 50 }), [url.state, url.q]);
  const { asked, more } = useList(BankDocument, variables, "bank");
  const lastDay = asked.data?.bank.lastBookedOn;
  return (
    <Page title={t("nav.bank")} sub={lastDay ? t("bank.until", { day: day(lastDay) }) : undefined}>
      <FileDrop kind="bank" accept=".xml,.txt,.sta,.940,.zip,text/xml,application/xml" compact onStarted={(started) => setUrl({ import: started })}>
        {url.import ? t("bank.dropMore") : <><b className="medium">{t("bank.drop")}</b> <span className="second">{t("bank.dropHint")}</span></>}
      </FileDrop>
      {url.import && <div style={{ padding: "8px 0", borderBottom: "1px solid var(--line)" }}><ImportProgress id={url.import} compact /></div>}
      <View asked={asked}>
        {({ bank }) => (
          <>
            <Piles piles={bank.piles} state={url.state} choose={(state) => setUrl({ state, line: "" })} />
            <Lines rows={bank.rows} url={url} setUrl={setUrl} more={more} anyLines={bank.piles.some(({ count }) => count > 0)} />
          </>
        )}
      </View>
    </Page>
  );
}

function Piles({ piles, state, choose }: { piles: BankQuery["bank"]["piles"]; state: string; choose: (state: string) => void }) {
  const { t } = useTranslation();
  const { money, number } = useFormat();
  return (
    <div className="piles" role="group" aria-label={t("bank.piles")}>
      {PILES.map(({ key, shape, states }) => {
        const of = piles.filter((pile) => (states as readonly string[]).includes(pile.state));
        const count = of.reduce((sum, pile) => sum + pile.count, 0);
        const cents = of.reduce((sum, pile) => sum + pile.cents, 0);
        return (
          <button key={key} type="button" className="pile" aria-pressed={(states as readonly string[]).includes(state)} onClick={() => choose(states[0])}>
            <Status shape={shape} mood={key === "matched" ? "running" : "plain"}>{t(`bank.pile.${key}`)}</Status><b>{number(count)}</b><small>{money(cents)}</small>
          </button>
        );
      })}
    </div>
  );
}

interface LinesProps {
  rows: readonly BankLine[];
  url: Record<keyof typeof DEFAULTS, string>;
  setUrl: (change: Partial<Record<keyof typeof DEFAULTS, string>>) => void;
  more: (() => Promise<unknown>) | undefined;
  anyLines: boolean;
}

function Lines({ rows, url, setUrl, more, anyLines }: LinesProps) {
  const { t } = useTranslation();
  const { money, day } = useFormat();
  const [busy, setBusy] = useState(false);
  const pile = PILES.find(({ states }) => (states as readonly string[]).includes(url.state));
  const at = Math.max(0, rows.findIndex(({ id }) => id === url.line));
  const chosen = rows[at];
  const choose = (index: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))];
    if (!row) return;
    setUrl({ line: row.id });
    document.getElementById(`line-${row.id}`)?.scrollIntoView({ block: "nearest" });
  };
  useKeys({ j: () => choose(at + 1), arrowdown: () => choose(at + 1), k: () => choose(at - 1), arrowup: () => choose(at - 1) }, { active: rows.length > 0 });
  return (
    <>
      <div className="filter-bar">
        <SearchField label={t("bank.search")} value={url.q} onSearch={(q) => setUrl({ q })} />
        {pile && pile.states.length > 1 && (
          <span className="chips">{pile.states.map((state) => <Chip key={state} pressed={url.state === state} onPress={() => setUrl({ state, line: "" })}>{t(`bank.states.${state}`)}</Chip>)}</span>
        )}
      </div>
      {rows.length === 0 || !chosen
        ? <Empty done={anyLines}>{url.q ? t("list.noneFound") : anyLines ? t("bank.emptyPile") : t("bank.empty")}</Empty>
        : (
          <div className="match" data-picked={url.line !== "" || undefined}>
            <div className="bank-list">
              {rows.map((row) => (
                <button key={row.id} id={`line-${row.id}`} type="button" className="bank-row" aria-current={row.id === chosen.id || undefined} onClick={() => setUrl({ line: row.id })}>
                  <span className="day nowrap">{day(row.bookedOn)}</span>
                  <span className="who"><b className="medium">{row.counterpartyName ?? t("bank.noName")}</b><span>{row.remittance ?? row.reference ?? t("bank.noText")}</span></span>
                  <span className="amount">{money(row.amountCents)}</span>
                  {row.confidence === null ? <span /> : <Confidence score={row.confidence} />}
                </button>
              ))}
              {more && <p className="list-foot"><Button busy={busy} onClick={() => { setBusy(true); void more().finally(() => setBusy(false)); }}>{t("list.more")}</Button></p>}
            </div>
            <div className="bank-detail">
              <span className="phone-back"><Button look="text" shape="left" onClick={() => setUrl({ line: "" })}>{t("bank.backToLines")}</Button></span>
              <BankLineDetail key={`${chosen.id} ${chosen.state} ${chosen.candidates.map(({ invoices }) => invoices.map(({ cents }) => cents).join()).join(" ")}`} line={chosen} onDone={() => choose(at + 1)} />
            </div>
          </div>
        )}
    </>
  );
}
