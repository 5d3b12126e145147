import { useRef, useState } from "react";
import { Refused, Unreachable } from "./client";
import { usePortal } from "./portal";

/** A fault of a form: the sentence that says what to do, and the field it is about ("" for the form as a whole). */
export interface Fault {
  readonly field: string;
  readonly text: string;
}

export interface Act {
  readonly faults: readonly Fault[];
  readonly busy: boolean;
  readonly faultOf: (field: string) => string | undefined;
  /** Shows the faults, or does the act when there are none. What the server refuses becomes a fault as well. */
  readonly submit: (faults: readonly (Fault | false | undefined)[], act: () => Promise<void>, place?: (code: Refused) => Fault | undefined) => void;
  /** Counts presses that found faults, so that the summary takes the focus each time. */
  readonly round: number;
}

/** Sends a form once, and keeps what is wrong with it. */
export function useAct(): Act {
  const { texts } = usePortal();
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [busy, setBusy] = useState(false);
  const [round, setRound] = useState(0);
  const running = useRef(false);

  const show = (found: readonly Fault[]) => {
    setFaults(found);
    setRound((before) => before + 1);
  };

  const submit: Act["submit"] = (checks, act, place) => {
    const found = checks.filter((fault) => !!fault);
    if (found.length > 0) return show(found);
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setFaults([]);
    act()
      .catch((error: unknown) => {
        if (error instanceof Refused) {
          if (error.code === "SESSION_ENDED") return;
          show([place?.(error) ?? { field: "", text: texts.errors.refusals[error.code] }]);
        } else if (error instanceof Unreachable) show([{ field: "", text: texts.errors.offline }]);
        else throw error;
      })
      .finally(() => {
        running.current = false;
        setBusy(false);
      });
  };

  return { faults, busy, round, submit, faultOf: (field) => faults.find((fault) => fault.field === field)?.text };
}
