import "./view-state.css";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { failureOf, failureText } from "../lib/refusal";
import { useLate } from "../lib/use-late";
import { Button } from "./button";
import { Shape } from "./shape";

/** What a view knows about its question to the server; a part of what `useQuery` gives. */
export interface Asked<Data> {
  data?: Data | undefined;
  loading: boolean;
  error?: unknown;
  refetch: () => unknown;
}

/**
 * The states that every view owes: loading (bars after 300 ms, a sentence after two seconds), an error with a retry, no rights, not
 * found, no connection; and, when there is something to show, that. Old rows stay visible when a later question fails.
 */
export function View<Data>({ asked, rows = 8, children }: { asked: Asked<Data>; rows?: number; children: (data: Data) => ReactNode }) {
  const { t } = useTranslation();
  const { data, error, loading, refetch } = asked;
  if (data !== undefined && data !== null) {
    return (
      <>
        {error !== undefined && error !== null && (
          <p className="stale" role="status">
            <Shape name="caution" />{t("states.stale")} {failureText(failureOf(error))}
            <Button size="row" onClick={() => void refetch()}>{t("states.again")}</Button>
          </p>
        )}
        {children(data)}
      </>
    );
  }
  if (error) return <Failed error={error} retry={refetch} />;
  return <Skeleton rows={rows} waiting={loading} />;
}

/** Why a view shows nothing: the sentence of the refusal, and what to do. */
export function Failed({ error, retry }: { error: unknown; retry?: () => unknown }) {
  const { t } = useTranslation();
  const failure = failureOf(error);
  const final = failure.code === "NOT_ALLOWED" || failure.code === "NOT_FOUND";
  return (
    <div className="view-state" role="alert">
      <Shape name={final ? "ring" : "caution"} />
      <span>{failureText(failure)}</span>
      {!final && retry && <Button size="row" onClick={() => void retry()}>{t("states.again")}</Button>}
    </div>
  );
}

/** Bars in the height of the rows to come. */
export function Skeleton({ rows, waiting }: { rows: number; waiting: boolean }) {
  const { t } = useTranslation();
  const late = useLate(waiting, 300);
  const long = useLate(waiting, 2_000);
  if (!late) return <div aria-busy="true" />;
  return (
    <div className="skeleton" aria-busy="true">
      <p className={long ? "skeleton-words" : "unseen"} role="status">{t("states.loading")}</p>
      {Array.from({ length: rows }, (_, row) => <div className="skeleton-row" key={row} aria-hidden="true"><i /><i /><i /><i /></div>)}
    </div>
  );
}

/** Nothing here, and the next useful act. */
export function Empty({ children, act, done = false }: { children: ReactNode; act?: ReactNode; done?: boolean }) {
  return (
    <div className="view-state">
      <Shape name={done ? "done" : "ring"} />
      <span>{children}</span>
      {act}
    </div>
  );
}
