/** What this tab keeps until it is closed: never on disk by us, never sent. A browser that forbids it only forgets. */
export function keep(key: string, value: string | null): void {
  try {
    if (value === null) sessionStorage.removeItem(`tegemoet.${key}`);
    else sessionStorage.setItem(`tegemoet.${key}`, value);
  } catch {
    // Storage is full or forbidden: the page works on without it.
  }
}

export function kept(key: string): string | null {
  try {
    return sessionStorage.getItem(`tegemoet.${key}`);
  } catch {
    return null;
  }
}

/** Forgets everything this tab kept. */
export function forgetAll(): void {
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith("tegemoet.")) sessionStorage.removeItem(key);
  } catch {
    // Nothing was kept then.
  }
}
