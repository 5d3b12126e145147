/** Takes turns, the next so many milliseconds after the last ended, until it is stopped; stopping waits for the turn under way. A turn tells its own faults. */
export function takeTurns(everyMs: number, turn: () => Promise<unknown>): { stop(): Promise<void> } {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let current: Promise<unknown> = Promise.resolve();
  const next = (): void => {
    current = turn().finally(() => {
      if (!stopped) timer = setTimeout(next, everyMs);
    });
  };
  next();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await current;
    },
  };
}
