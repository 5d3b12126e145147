import { useApolloClient, useQuery } from "@apollo/client/react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { ImportDocument, type ImportQuery } from "../graphql/graphql";
import { useFormat } from "../lib/format";
import { failureText, failureOf, RouteRefusal } from "../lib/refusal";
import { useWords } from "../lib/words";
import { Shape } from "./shape";
import { Status } from "./status";
import { View } from "./view-state";

type ImportFacts = ImportQuery["import"];

/** How far an import is, asked every second until it ends; then what came of each file. */
export function ImportProgress({ id, compact = false }: { id: string; compact?: boolean }) {
  const client = useApolloClient();
  const { language } = useFormat();
  const asked = useQuery(ImportDocument, { variables: { id, language }, fetchPolicy: "network-only" });
  const running = asked.data?.import.state === "running";
  const { startPolling, stopPolling } = asked;
  const wasRunning = useRef(false);
  useEffect(() => {
    if (running) startPolling(1_000);
    else stopPolling();
    // What came in belongs in the lists that are on screen.
    if (wasRunning.current && !running) void client.refetchQueries({ include: "active" });
    wasRunning.current = running;
    return () => stopPolling();
  }, [running, startPolling, stopPolling, client]);
  return <View asked={asked} rows={2}>{(data) => <Progress progress={data.import} compact={compact} />}</View>;
}

function Progress({ progress, compact }: { progress: ImportFacts; compact: boolean }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { state, total, done, created, unchanged, failed } = progress;
  const counts = (progress.kind === "bank" ? `${t("imports.statements")} ` : "") + t("imports.counts", { created: number(created), unchanged: number(unchanged), failed: number(failed) }) + (progress.kind === "invoices" && progress.changed > 0 ? `, ${t("wizard.changedToo", { count: progress.changed })}` : "");
  return (
    <section className="stack" aria-label={progress.fileName}>
      <div className="row" aria-live="polite">
        {state === "running" && <Status shape="half"><b className="medium">{progress.fileName}</b> {t("imports.running", { total: number(total), done: number(done) })}</Status>}
        {state === "done" && <Status shape={failed > 0 ? "caution" : "done"} mood={failed > 0 ? "plain" : "running"}><b className="medium">{progress.fileName}</b> {counts}</Status>}
        {state === "failed" && <Status shape="caution"><b className="medium">{progress.fileName}</b> {t("imports.failed")}</Status>}
        {state === "running" && <progress max={Math.max(1, total)} value={done} aria-label={t("imports.progress")} />}
      </div>
      {progress.results.length > 0 && <Results progress={progress} onlyFaults={compact} />}
    </section>
  );
}

function reasonOf(result: ImportFacts["results"][number]): string | null {
  if (result.reason) return result.reason;
  if (!result.code) return null;
  let details: Record<string, unknown> = {};
  try {
    details = result.details ? (JSON.parse(result.details) as Record<string, unknown>) : {};
  } catch {
    // A detail that can't be read is left out; the code says enough.
  }
  return failureText(failureOf(new RouteRefusal(result.code, details)));
}

/** "IBAN_INVALID: PayeeFinancialAccount" in words, with the field as the file names it. */
function warningText(warning: string, word: ReturnType<typeof useWords>): string {
  const [code = "", field] = warning.split(": ");
  return field ? `${word("importWarnings", code)} (${field})` : word("importWarnings", code);
}

function Results({ progress, onlyFaults }: { progress: ImportFacts; onlyFaults: boolean }) {
  const { t } = useTranslation();
  const word = useWords();
  const results = onlyFaults ? progress.results.filter(({ outcome, warnings }) => outcome === "refused" || warnings.length > 0) : progress.results;
  if (results.length === 0) return null;
  return (
    <ul className="import-results">
      {results.map((result, index) => (
        <li key={`${result.label}-${index}`} className="row" style={{ padding: "6px 0", borderBottom: "1px solid var(--line)" }}>
          <Shape name={result.outcome === "refused" ? "caution" : result.outcome === "unchanged" ? "ring" : "done"} />
          <span className="medium">{result.invoiceId ? <Link to={`/invoices/${result.invoiceId}`}>{result.label}</Link> : result.label}</span>
          <span className="second small">{word("importOutcomes", result.outcome)}{result.line !== null && `, ${t("wizard.line").toLowerCase()} ${result.line}`}</span>
          {result.debtorId && <Link className="small" to={`/debtors/${result.debtorId}`}>{t("imports.debtor")}</Link>}
          {reasonOf(result) && <span className="small">{reasonOf(result)}</span>}
          {result.warnings.map((warning) => <span className="small second" key={warning}>{warningText(warning, word)}</span>)}
        </li>
      ))}
    </ul>
  );
}
