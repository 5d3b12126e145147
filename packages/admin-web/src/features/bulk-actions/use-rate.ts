import { useEffect, useRef, useState } from "react";

interface Rate {
  readonly perSecond: number | null;
  readonly secondsLeft: number | null;
}

const UNKNOWN: Rate = { perSecond: null, secondsLeft: null };

/** How fast something goes and how long it may still take, told from what this page saw of it. Null until there is something to tell. */
export function useRate(ready: number, total: number, phase: string): Rate {
  const began = useRef<{ phase: string; ready: number; at: number } | null>(null);
  const [rate, setRate] = useState<Rate>(UNKNOWN);
  useEffect(() => {
    if (began.current?.phase !== phase) began.current = { phase, ready, at: performance.now() };
    const { ready: first, at } = began.current;
    if (ready <= first) return setRate(UNKNOWN);
    const perSecond = (ready - first) / Math.max(0.5, (performance.now() - at) / 1_000);
    setRate({ perSecond: Math.max(1, Math.round(perSecond)), secondsLeft: Math.ceil((total - ready) / perSecond) });
  }, [ready, total, phase]);
  return rate;
}
