const listeners = new Set<() => void>();

/** Calls back when the server says that nobody is signed in any more. Gives back how to stop listening. */
export function onSessionEnded(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Told by whoever speaks with the server. */
export function tellSessionEnded(): void {
  for (const listener of listeners) listener();
}
