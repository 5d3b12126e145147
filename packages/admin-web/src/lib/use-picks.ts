import { useEffect, useState } from "react";

export interface Pickable {
  readonly id: string;
}

export interface Picks<Row extends Pickable> {
  /** Rows picked by name; empty while everything is picked. */
  readonly ids: readonly string[];
  /** Everything that the filter shows, rows on later pages too. */
  readonly all: boolean;
  readonly count: number;
  readonly cents: number;
  has: (id: string) => boolean;
  toggle: (row: Row) => void;
  /** All rows that are on screen, or none of them. */
  toggleShown: () => void;
  takeAll: () => void;
  clear: () => void;
}

/**
 * Which rows of a list are picked: some by name, or everything that the filter shows. Another filter starts anew.
 *
 * @param whole Count and sum of the whole filter, as the server gives them.
 * @param filter Whatever names the filter: when it changes nothing is picked any more.
 */
export function usePicks<Row extends Pickable>(rows: readonly Row[], centsOf: (row: Row) => number, whole: { count: number; cents: number }, filter: unknown): Picks<Row> {
  const [picked, setPicked] = useState<ReadonlyMap<string, number>>(new Map());
  const [all, setAll] = useState(false);
  const clear = () => {
    setPicked(new Map());
    setAll(false);
  };
  useEffect(clear, [filter]);
  const has = (id: string) => all || picked.has(id);
  const shown = () => new Map(rows.map((row) => [row.id, centsOf(row)]));
  return {
    ids: all ? [] : [...picked.keys()], all, has, clear,
    count: all ? whole.count : picked.size,
    cents: all ? whole.cents : [...picked.values()].reduce((sum, cents) => sum + cents, 0),
    toggle: (row) => {
      const next = new Map(all ? shown() : picked);
      if (!next.delete(row.id)) next.set(row.id, centsOf(row));
      setPicked(next);
      setAll(false);
    },
    toggleShown: () => {
      const next = new Map(all ? [] : picked);
      const every = rows.length > 0 && rows.every(({ id }) => has(id));
      for (const row of rows) {
        if (every) next.delete(row.id);
        else next.set(row.id, centsOf(row));
      }
      setPicked(next);
      setAll(false);
    },
    takeAll: () => setAll(true),
  };
}
