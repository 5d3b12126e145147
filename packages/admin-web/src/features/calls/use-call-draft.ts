import { useEffect, useState } from "react";

/** What somebody typed about a call so far. It stays on this machine until the call is saved, also after a reload or a lost connection. */
export interface CallDraft {
  outcome: string | null;
  excuse: string | null;
  amount: string;
  byDay: string;
  /** Invoices that are NOT meant; empty means all. */
  without: readonly string[];
  canPay: "cannot" | "willNot" | "unknown";
  notes: string;
  person: string;
  backDay: string;
  backTime: string;
  terms: string;
  extra: string;
  extraAmount: string;
  confirmTo: string;
  seconds: number;
}

const EMPTY: CallDraft = {
  outcome: null, excuse: null, amount: "", byDay: "", without: [], canPay: "unknown", notes: "", person: "", backDay: "", backTime: "", terms: "3", extra: "",
  extraAmount: "", confirmTo: "", seconds: 0,
};

export interface DraftState {
  draft: CallDraft;
  change: (part: Partial<CallDraft>) => void;
  drop: () => void;
}

/** The draft of a call task, kept in this tab. */
export function useCallDraft(taskId: string, start: Partial<CallDraft>): DraftState {
  const key = `tegemoet-call-${taskId}`;
  const [draft, setDraft] = useState<CallDraft>(() => {
    try {
      return { ...EMPTY, ...start, ...(JSON.parse(sessionStorage.getItem(key) ?? "{}") as Partial<CallDraft>) };
    } catch {
      return { ...EMPTY, ...start };
    }
  });
  useEffect(() => sessionStorage.setItem(key, JSON.stringify(draft)), [key, draft]);
  return {
    draft,
    change: (part) => setDraft((before) => ({ ...before, ...part })),
    drop: () => sessionStorage.removeItem(key),
  };
}
