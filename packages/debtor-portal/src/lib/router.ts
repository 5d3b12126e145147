import { useSyncExternalStore } from "react";

/** Where the portal lives on the server. */
export const BASE = "/portal";

const listeners = new Set<() => void>();
let moves = 0;

function changed(): void {
  moves += 1;
  for (const listener of listeners) listener();
}

/** The page in the address, without base and trailing slash: "/" or "/betalen". */
export function currentPath(): string {
  return location.pathname.slice(BASE.length).replace(/\/+$/, "") || "/";
}

/** Goes to another page of the portal. `state` stays with the page, also after a reload. */
export function navigate(path: string, { replace = false, state = null }: { replace?: boolean; state?: unknown } = {}): void {
  const address = `${BASE}${path === "/" ? "/" : path}`;
  if (replace) history.replaceState(state, "", address);
  else history.pushState(state, "", address);
  window.scrollTo(0, 0);
  changed();
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) window.addEventListener("popstate", changed);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener("popstate", changed);
  };
}

/** The current page, followed. */
export function usePath(): string {
  return useSyncExternalStore(subscribe, currentPath);
}

/** Whether the person has gone from one page to another since the portal was loaded: then a new page takes the focus. */
export function hasMoved(): boolean {
  return moves > 0;
}
