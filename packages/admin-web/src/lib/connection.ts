import { useSyncExternalStore } from "react";

let lostAt: number | null = typeof navigator !== "undefined" && !navigator.onLine ? performance.timeOrigin : null;
const listeners = new Set<() => void>();

/** Told by whoever speaks with the server: it answered, or it could not be reached. */
export function tellConnection(reached: boolean): void {
  const next = reached ? null : (lostAt ?? performance.timeOrigin + performance.now());
  if (next === lostAt) return;
  lostAt = next;
  for (const listener of listeners) listener();
}

if (typeof window !== "undefined") {
  window.addEventListener("offline", () => tellConnection(false));
  window.addEventListener("online", () => tellConnection(true));
}

/** Since when there is no connection, as a moment; null while there is one. */
export function useLostAt(): string | null {
  const at = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => lostAt,
  );
  return at === null ? null : new Date(at).toISOString();
}
