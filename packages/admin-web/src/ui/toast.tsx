import "./toast.css";
import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useKeys } from "../lib/keys";
import { errorText } from "../lib/refusal";
import { Shape } from "./shape";

interface Said {
  id: number;
  text: string;
  fault: boolean;
  undo?: () => Promise<unknown>;
}

interface Say {
  /** What was done. With an undo it stays ten seconds and Ctrl/Cmd+Z takes it back. Gives the way to take the words away sooner. */
  done: (text: string, undo?: () => Promise<unknown>) => () => void;
}

const SayContext = createContext<Say>({ done: () => () => undefined });

/** Says what was done, at the foot of the page. Never the only place where a fault stands. */
export function useSay(): Say {
  return useContext(SayContext);
}

let number = 0;

/** Where what was done is said, with the way back for ten seconds. */
export function Toasts({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState<readonly Said[]>([]);
  const drop = useCallback((id: number) => setSaid((all) => all.filter((one) => one.id !== id)), []);
  const say = useMemo<Say>(() => ({
    done: (text, undo) => {
      const id = (number += 1);
      setSaid((all) => [...all.slice(-2), { id, text, fault: false, ...(undo ? { undo } : {}) }]);
      return () => drop(id);
    },
  }), [drop]);
  const fail = useCallback((text: string) => setSaid((all) => [...all.slice(-2), { id: (number += 1), text, fault: true }]), []);
  const undo = (one: Said) => {
    drop(one.id);
    one.undo?.().catch((error: unknown) => fail(errorText(error)));
  };
  const last = said.findLast((one) => one.undo);
  useKeys({ "mod+z": () => last && undo(last) }, { active: last !== undefined });
  return (
    <SayContext.Provider value={say}>
      {children}
      <div className="toasts" role="status" aria-live="polite">
        {said.map((one) => <Toast key={one.id} said={one} drop={drop} undo={undo} />)}
      </div>
    </SayContext.Provider>
  );
}

function Toast({ said, drop, undo }: { said: Said; drop: (id: number) => void; undo: (said: Said) => void }) {
  const { t } = useTranslation();
  const [left, setLeft] = useState(said.undo || said.fault ? 10 : 5);
  useEffect(() => {
    if (left === 0) return drop(said.id);
    const timer = setTimeout(() => setLeft(left - 1), 1_000);
    return () => clearTimeout(timer);
  }, [left, drop, said.id]);
  return (
    <div className="toast">
      <Shape name={said.fault ? "caution" : "done"} />
      <span>{said.text}</span>
      {said.undo && <button type="button" onClick={() => undo(said)}>{t("toast.undo")} <span aria-hidden="true">{left}</span></button>}
      {!said.undo && <button type="button" onClick={() => drop(said.id)} aria-label={t("toast.close")}><Shape name="cross" /></button>}
    </div>
  );
}
