import { useEffect, useState } from "react";
import { sessionSigns } from "./client";
import type { Session } from "./portal";

const MINUTE = 60_000;
const WARNING = 2 * MINUTE;

/**
 * Follows how long the session still lasts. Each answer of the server moves its end, so only silence leads to the warning.
 * Returns true in the last two minutes; calls `onEnd` when it is over, or when the server says so.
 */
export function useSessionClock(session: Session | null, onEnd: () => void): boolean {
  const [nearEnd, setNearEnd] = useState(false);
  useEffect(() => {
    if (!session) return undefined;
    // The server's idle time, kept between what clocks that run apart could make of it.
    const idle = Math.min(30 * MINUTE, Math.max(WARNING + MINUTE, Date.parse(session.endsAt) - Date.now()));
    let seen = Date.now();
    sessionSigns.seen = () => {
      seen = Date.now();
      setNearEnd(false);
    };
    sessionSigns.ended = onEnd;
    const timer = setInterval(() => {
      const silent = Date.now() - seen;
      if (silent >= idle) onEnd();
      else setNearEnd(silent >= idle - WARNING);
    }, 5_000);
    return () => {
      clearInterval(timer);
      sessionSigns.seen = () => {};
      sessionSigns.ended = () => {};
    };
  }, [session, onEnd]);
  return nearEnd;
}
