import { useSyncExternalStore } from "react";

/** An import that was started in this tab and hasn't ended as far as we know. */
export interface WatchedImport {
  readonly id: string;
  readonly kind: "invoices" | "bank";
}

// The tab remembers, so that a reload doesn't lose sight of what runs.
const KEY = "tegemoet-imports";
const listeners = new Set<() => void>();
let watched: readonly WatchedImport[] = read();

function read(): readonly WatchedImport[] {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? "[]") as WatchedImport[];
  } catch {
    // A browser without storage, or something else's entry: then nothing is watched.
    return [];
  }
}

function keep(next: readonly WatchedImport[]): void {
  watched = next;
  try {
    sessionStorage.setItem(KEY, JSON.stringify(next));
  } catch {
    // Without storage it is remembered until the tab is reloaded.
  }
  for (const listener of listeners) listener();
}

/** From now on somebody is told when it ends, wherever they are. */
export function watchImport(one: WatchedImport): void {
  keep([...watched.filter(({ id }) => id !== one.id), one]);
}

/** It ended, or it is nobody's business any more. */
export function dropImport(importId: string): void {
  keep(watched.filter(({ id }) => id !== importId));
}

/** What is being watched. */
export function useWatchedImports(): readonly WatchedImport[] {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, () => watched);
}
