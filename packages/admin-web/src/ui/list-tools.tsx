import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../lib/format";
import { useKeys } from "../lib/keys";
import { errorText } from "../lib/refusal";
import { Button } from "./button";
import { KeyHints } from "./kbd";
import { Shape } from "./shape";

interface SearchFieldProps {
  label: string;
  value: string;
  onSearch: (text: string) => void;
  /** Whether "/" goes to it; off where another field has that key. */
  slash?: boolean;
}

/** Searches while you type, a quarter of a second after the last letter. "/" goes to it, Esc leaves it. */
export function SearchField({ label, value, onSearch, slash = true }: SearchFieldProps) {
  const [typed, setTyped] = useState(value);
  const field = useRef<HTMLInputElement>(null);
  const search = useRef(onSearch);
  useEffect(() => {
    search.current = onSearch;
  });
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(() => search.current(typed.trim()), 250);
    return () => clearTimeout(timer);
  }, [typed, value]);
  useKeys({ "/": () => field.current?.focus() }, { active: slash });
  return (
    <div className="search-field">
      <Shape name="find" />
      <input ref={field} type="search" aria-label={label} placeholder={label} value={typed} onChange={(event) => setTyped(event.target.value)} onKeyDown={(event) => event.key === "Escape" && field.current?.blur()} />
    </div>
  );
}

/** The keys that every list has. */
export function ListKeys() {
  const { t } = useTranslation();
  return (
    <KeyHints hints={[{ keys: ["j", "k"], does: t("keys.choose") }, { keys: ["enter"], does: t("keys.open") }, { keys: ["/"], does: t("keys.search") }]} />
  );
}

interface ListFootProps {
  shown: number;
  total: number;
  totals: readonly { label: string; cents: number }[];
  onMore?: (() => Promise<unknown>) | undefined;
  onExport?: () => Promise<unknown>;
}

/** Under a list: how many of how many, the totals of the filter (not of the page), more rows, and the export. */
export function ListFoot({ shown, total, totals, onMore, onExport }: ListFootProps) {
  const { t } = useTranslation();
  const { money, number } = useFormat();
  const [busy, setBusy] = useState<"more" | "export" | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const run = (what: "more" | "export", act: () => Promise<unknown>) => {
    setBusy(what);
    setFault(null);
    act().catch((error: unknown) => setFault(errorText(error))).finally(() => setBusy(null));
  };
  return (
    <div className="list-foot">
      <span className="second">
        {t("list.shown", { shown: number(shown), total: number(total) })}
        {totals.map(({ label, cents }) => <span key={label}> · {label} <b className="medium nowrap">{money(cents)}</b></span>)}
      </span>
      {fault && <span role="alert" className="row"><Shape name="caution" />{fault}</span>}
      <span className="row">
        {onMore && <Button busy={busy === "more"} onClick={() => run("more", onMore)}>{t("list.more")}</Button>}
        {onExport && total > 0 && (
          <Button look="text" shape="fetch" busy={busy === "export"} onClick={() => run("export", onExport)}>
            {busy === "export" ? t("list.exporting") : t("list.export")}
          </Button>
        )}
      </span>
    </div>
  );
}
