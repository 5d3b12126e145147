import { useQuery } from "@apollo/client/react";
import { useEffect, useRef, useState } from "react";
import { BankLineDocument, type BankLineQuery } from "../../graphql/graphql";
import type { BankLine, BankUrl, SetBankUrl } from "./bank-page";

/**
 * The line that the address names, when it lies beyond what the list shows: asked by itself, and its pile opened when it lies on
 * another one by now. Undefined when the list has it, or nobody named one.
 */
export function useLinkedLine(url: BankUrl, setUrl: SetBankUrl, rows: readonly BankLine[] | undefined): { line: BankLine | undefined; error: unknown } {
  const [linked] = useState(url.line);
  const turned = useRef(false);
  const wanted = linked !== "" && url.line === linked && rows !== undefined && !rows.some(({ id }) => id === linked);
  const { data, error } = useQuery(BankLineDocument, { variables: { id: linked }, skip: !wanted });
  const line = wanted ? (data as BankLineQuery | undefined)?.bankLine : undefined;
  const elsewhere = line && line.state !== url.state ? line.state : undefined;
  useEffect(() => {
    if (!elsewhere || turned.current) return;
    // Once: who decides on the line stays on the pile it came from.
    turned.current = true;
    setUrl({ state: elsewhere, q: "" });
  }, [elsewhere, setUrl]);
  return { line, error: wanted ? error : undefined };
}
