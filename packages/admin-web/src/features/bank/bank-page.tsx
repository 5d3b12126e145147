import "./bank.css";
import { formatIban } from "@tegemoet/domain";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { BankDocument, type BankQuery, type MatchState } from "../../graphql/graphql";
import { useFormat } from "../../lib/format";
import { useList } from "../../lib/use-list";
import { useUrlState } from "../../lib/url-state";
import { Page } from "../../ui/frame/page";
import { Failed, View } from "../../ui/view-state";
import { BankImports } from "./bank-imports";
import { BankLines } from "./bank-lines";
import { Piles } from "./piles";
import { Statements } from "./statements";
import { useLinkedLine } from "./use-linked-line";
import { useUndoLine } from "./use-undo-line";

export type BankLine = BankQuery["bank"]["rows"][number];

const DEFAULTS = { state: "proposed", q: "", line: "", import: "" } as const;

export type BankUrl = Record<keyof typeof DEFAULTS, string>;
export type SetBankUrl = (change: Partial<BankUrl>) => void;

/** Bank: drop a file, see it come in, and give every line its place. */
export default function BankPage() {
  const { t } = useTranslation();
  const { day } = useFormat();
  const [url, setUrl] = useUrlState(DEFAULTS);
  const variables = useMemo(() => ({ state: url.state as MatchState, search: url.q || null, first: 50 }), [url.state, url.q]);
  const { asked, more } = useList(BankDocument, variables, "bank");
  const undo = useUndoLine(setUrl);
  const bank = asked.data?.bank;
  const linked = useLinkedLine(url, setUrl, bank?.rows);
  const accounts = new Set(bank?.statements.map(({ iban }) => iban));
  const [account] = accounts;
  const sub = [accounts.size === 1 && account ? formatIban(account) : null, bank?.lastBookedOn ? t("bank.until", { day: day(bank.lastBookedOn) }) : null].filter(Boolean).join(", ");
  return (
    <Page title={t("nav.bank")} sub={sub || undefined}>
      <BankImports chosen={url.import} onStarted={(started) => setUrl({ import: started })} />
      <View asked={asked}>
        {(found) => (
          <>
            <Piles piles={found.bank.piles} state={url.state} choose={(state) => setUrl({ state, line: "" })} />
            {linked.error !== undefined && <Failed error={linked.error} />}
            <BankLines page={linked.line ? { ...found.bank, rows: [linked.line, ...found.bank.rows] } : found.bank} url={url} setUrl={setUrl} more={more} stale={asked.loading} undo={undo} />
            <Statements statements={found.bank.statements} />
          </>
        )}
      </View>
    </Page>
  );
}
