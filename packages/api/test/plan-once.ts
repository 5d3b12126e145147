import type { DataSource } from "typeorm";

interface Connection {
  query: (...asked: unknown[]) => unknown;
}

/** One name for each sentence, whichever connection says it. */
const names = new Map<string, string>();

/**
 * Has PostgreSQL plan each sentence once a connection, and not for each time it is said. A test says the same few hundred sentences over
 * and over to tables of a few rows: planning them was a quarter of what PostgreSQL did for the tests of the API. What it answers is the same.
 */
export function planOnce(source: DataSource): void {
  const pool = (source.driver as unknown as { master: { on(event: "acquire", listener: (connection: Connection) => void): void } }).master;
  const known = new WeakSet<Connection>();
  // Not "connect": the first connection is there before anybody can listen.
  pool.on("acquire", (connection) => {
    if (known.has(connection)) return;
    known.add(connection);
    const ask = connection.query.bind(connection);
    void ask("set plan_cache_mode = force_generic_plan");
    connection.query = (text, values, ...more) => {
      if (typeof text !== "string" || !Array.isArray(values) || values.length === 0) return ask(text, values, ...more);
      const name = names.get(text) ?? `s${names.size}`;
      names.set(text, name);
      return ask({ name, text, values }, ...more);
    };
  });
}
