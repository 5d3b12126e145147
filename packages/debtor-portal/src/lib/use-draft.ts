import { useState } from "react";
import { keep, kept } from "./storage";

/** State of a form that survives a reload, a lost connection and a closed session, until it was sent. */
export function useDraft<Draft extends object>(name: string, empty: Draft): [Draft, (change: Partial<Draft>) => void, () => void] {
  const [draft, setDraft] = useState<Draft>(() => ({ ...empty, ...read(name) }));
  const change = (part: Partial<Draft>) => {
    setDraft((before) => {
      const after = { ...before, ...part };
      keep(`draft.${name}`, JSON.stringify(after));
      return after;
    });
  };
  return [draft, change, () => keep(`draft.${name}`, null)];
}

function read(name: string): object {
  try {
    return JSON.parse(kept(`draft.${name}`) ?? "{}") as object;
  } catch {
    return {};
  }
}
