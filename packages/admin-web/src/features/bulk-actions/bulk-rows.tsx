import { useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { BulkRowsDocument, type BulkFactsFragment, type BulkRowsQuery } from "../../graphql/graphql";
import { useFormat } from "../../lib/format";
import { failureOf, failureText, RouteRefusal } from "../../lib/refusal";
import { useList } from "../../lib/use-list";
import { useUrlState } from "../../lib/url-state";
import { wordFor } from "../../lib/words";
import { Button, Chip } from "../../ui/button";
import { Status } from "../../ui/status";
import { View } from "../../ui/view-state";

type Row = BulkRowsQuery["bulkRows"]["rows"][number];

/** Each row with what would happen to it, or what came of it and why. Refused rows stand first. */
export function BulkRows({ action }: { action: BulkFactsFragment }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const [{ which }, setUrl] = useUrlState({ which: "all" });
  const variables = useMemo(() => ({ id: action.id, which: which === "goes" || which === "refused" ? which : "all", first: 50 }), [action.id, which]);
  const { asked, more } = useList(BulkRowsDocument, variables, "bulkRows");
  const { refetch } = asked;
  // What a row became is known when the phase ends.
  useEffect(() => void refetch(), [action.state, refetch]);
  return (
    <section aria-label={t("bulk.rows")}>
      <div className="chips">
        {(["all", "goes", "refused"] as const).map((one) => <Chip key={one} pressed={variables.which === one} onPress={() => setUrl({ which: one })}>{t(`bulk.which.${one}`)}</Chip>)}
      </div>
      <View asked={asked} rows={6}>
        {({ bulkRows }) => (
          <>
            {bulkRows.rows.length === 0 && <p className="second">{t("bulk.noRows")}</p>}
            <ul className="bulk-rows">{bulkRows.rows.map((row) => <RowLine key={row.subjectId} row={row} list={action.list} />)}</ul>
            <div className="list-foot">
              <span className="second">{t("list.shown", { shown: number(bulkRows.rows.length), total: number(bulkRows.totalCount) })}</span>
              {more && <Button onClick={() => void more()}>{t("list.more")}</Button>}
            </div>
          </>
        )}
      </View>
    </section>
  );
}

function RowLine({ row, list }: { row: Row; list: string }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const state = row.outcome ?? row.expected;
  const good = state === "done" || state === "goes";
  return (
    <li className="bulk-row">
      <span>{state === null ? <Status shape="ring" mood="quiet">{t("bulk.states.waits")}</Status> : <Status shape={good ? (state === "done" ? "done" : "right") : "caution"} mood={state === "done" ? "running" : "plain"}>{t(`bulk.states.${state as "done"}`)}</Status>}</span>
      <Link to={`/${list}/${row.subjectId}`}>{row.label}</Link>
      <span className="small second why">{reasonOf(row)}</span>
      <span className="amount">{money(row.cents)}</span>
    </li>
  );
}

/** Why a rule says no, as a sentence; a step that isn't due says what it waits for. */
function reasonOf({ code, details }: Row): string {
  if (!code) return "";
  let known: Record<string, unknown> = {};
  try {
    known = details ? (JSON.parse(details) as Record<string, unknown>) : {};
  } catch {
    // A detail that can't be read is left out; the code says enough.
  }
  const waits = code === "STEP_NOT_DUE" && typeof known["reason"] === "string" ? ` (${wordFor("waits", known["reason"])})` : "";
  return failureText(failureOf(new RouteRefusal(code, known))) + waits;
}
