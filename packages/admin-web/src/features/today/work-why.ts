import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../lib/format";
import { wordFor } from "../../lib/words";
import { isWorkKind, type WorkItem } from "./work-kinds";

type Fact = WorkItem["facts"][number];

/** Facts whose text is a code, with the words for it. */
function inWords(kind: string, fact: Fact): string {
  const text = fact.text ?? "";
  if (fact.name === "check") return wordFor("waitDetails", text);
  if (fact.name === "kind" || fact.name === "step" || fact.name === "note") return wordFor("steps", text);
  return fact.name === "reason" && kind.startsWith("dispute") ? wordFor("disputeReasons", text) : text;
}

/**
 * The sentence that says why a row asks for work, with the facts of the server in it. A sentence of which a fact is missing is not
 * shown half-filled: then the facts themselves follow each other.
 */
export function useWhy(): (item: WorkItem) => string {
  const { t, i18n } = useTranslation();
  const { money, day, number } = useFormat();
  return useCallback((item: WorkItem) => {
    const value = (fact: Fact) => {
      if (fact.cents !== null) return money(fact.cents);
      if (fact.day !== null) return day(fact.day);
      if (fact.number !== null) return number(fact.number);
      return inWords(item.kind, fact);
    };
    const facts = Object.fromEntries(item.facts.map((fact) => [fact.name, value(fact)]));
    // Which pile a receipt lies on is for the link to it, and the amount stands in a column of its own.
    const told = item.facts.filter(({ name, cents }) => name !== "pile" && (cents === null || cents !== item.cents));
    const listed = told.map(value).filter((text) => text !== "").join(", ");
    if (!isWorkKind(item.kind)) return listed;
    const sentence = i18n.getResource(i18n.language, "translation", `work.${item.kind}.why`) as string;
    const wanted = [...sentence.matchAll(/{{(\w+)}}/g)].map((match) => match[1] ?? "");
    if (wanted.every((name) => facts[name])) return String(t(`work.${item.kind}.why`, facts as never));
    return listed || t(`work.${item.kind}.plain`);
  }, [t, i18n, money, day, number]);
}
