import "./command-palette.css";
import { useApolloClient } from "@apollo/client/react";
import { Modal } from "@mantine/core";
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { SearchDocument, type SearchQuery } from "../../graphql/graphql";
import { useFormat } from "../../lib/format";
import { errorText } from "../../lib/refusal";
import { wordFor } from "../../lib/words";
import { Fault } from "../field";
import { KeyHints } from "../kbd";
import { Shape } from "../shape";
import { ALL_PAGES } from "./pages";

type Found = SearchQuery["search"][number];

interface Choice {
  id: string;
  kind: string;
  title: string;
  subtitle: string | null;
  cents: number | null;
  to: string;
}

const WHERE: Readonly<Record<string, string>> = { debtor: "/debtors/", invoice: "/invoices/", case: "/cases/" };

function choiceOf(hit: Found): Choice[] {
  const where = WHERE[hit.kind];
  return where ? [{ id: `${hit.kind}-${hit.id}`, kind: wordFor("hits", hit.kind), title: hit.title, subtitle: hit.subtitle, cents: hit.cents, to: where + hit.id }] : [];
}

/** Finds a debtor, invoice number, case, amount or page, and goes there. Arrows choose, Enter opens, Esc closes. */
export default function CommandPalette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const navigate = useNavigate();
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState(0);
  const { hits, searching, fault } = useSearch(text);
  const listId = useId();
  const list = useRef<HTMLUListElement>(null);
  const choices = useMemo(() => {
    const typed = text.trim().toLowerCase();
    const pages = [
      ...ALL_PAGES.map(({ key, to }) => ({ title: t(`nav.${key}`), to: to as string })),
      { title: t("invoices.import"), to: "/invoices/import" }, { title: t("night.title"), to: "/night" },
    ].filter(({ title }) => typed === "" || title.toLowerCase().includes(typed));
    return [...pages.map(({ title, to }): Choice => ({ id: to, kind: wordFor("hits", "page"), title, subtitle: null, cents: null, to })), ...hits.flatMap(choiceOf)];
  }, [text, hits, t]);
  useEffect(() => setChosen(0), [text, hits]);
  const go = (choice: Choice | undefined) => {
    if (!choice) return;
    onClose();
    navigate(choice.to);
  };
  const press = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      const next = (chosen + step + choices.length) % Math.max(1, choices.length);
      setChosen(next);
      list.current?.children[next]?.scrollIntoView({ block: "nearest" });
    }
    if (event.key === "Enter") go(choices[chosen]);
  };
  return (
    <Modal className="palette" opened onClose={onClose} withCloseButton={false} size={620} padding={0} yOffset="12vh" centered={false} aria-label={t("palette.label")}>
      <div className="palette-field">
        <Shape name="find" />
        <input
          value={text} onChange={(event) => setText(event.target.value)} onKeyDown={press} placeholder={t("palette.placeholder")} aria-label={t("palette.label")} data-autofocus
          role="combobox" aria-expanded="true" aria-controls={listId} aria-activedescendant={choices[chosen] ? `${listId}-${chosen}` : undefined} autoComplete="off" spellCheck={false}
        />
      </div>
      <ul className="palette-list" id={listId} role="listbox" aria-label={t("palette.found")} ref={list}>
        {choices.map((choice, index) => (
          // The keys are handled by the field, which keeps the focus.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <li key={choice.id} id={`${listId}-${index}`} role="option" aria-selected={index === chosen} onMouseMove={() => setChosen(index)} onClick={() => go(choice)}>
            <span className="kind">{choice.kind}</span>
            <span className="what"><span className="medium">{choice.title}</span> {choice.subtitle && <span className="third small">{choice.subtitle}</span>}</span>
            {choice.cents !== null && <span className="amount">{money(choice.cents)}</span>}
          </li>
        ))}
      </ul>
      <div className="palette-foot" aria-live="polite">
        {fault ? <Fault>{fault}</Fault> : choices.length === 0 && text.trim() !== "" && !searching ? <span className="small">{t("palette.nothing", { text: text.trim() })}</span>
          : <KeyHints hints={[{ keys: ["↑", "↓"], does: t("keys.choose") }, { keys: ["enter"], does: t("keys.open") }, { keys: ["esc"], does: t("keys.close") }]} />}
      </div>
    </Modal>
  );
}

/** What the server finds for a text, a fifth of a second after the last letter; an answer that comes too late is dropped. */
function useSearch(text: string): { hits: readonly Found[]; searching: boolean; fault: string | null } {
  const client = useApolloClient();
  const [found, setFound] = useState<{ text: string; hits: readonly Found[]; fault: string | null }>({ text: "", hits: [], fault: null });
  const wanted = text.trim();
  useEffect(() => {
    if (wanted.length < 2) return setFound({ text: wanted, hits: [], fault: null });
    let current = true;
    const timer = setTimeout(() => {
      client.query({ query: SearchDocument, variables: { text: wanted }, fetchPolicy: "network-only" }).then(
        ({ data }) => current && setFound({ text: wanted, hits: data?.search ?? [], fault: null }),
        (error: unknown) => current && setFound({ text: wanted, hits: [], fault: errorText(error) }),
      );
    }, 200);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [client, wanted]);
  return { hits: found.hits, searching: found.text !== wanted, fault: found.fault };
}
