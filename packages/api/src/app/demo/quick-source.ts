import type { DataSource } from "typeorm";
import { makeDataSource } from "../../platform/database/data-source";
import { applicationUrl } from "../../platform/database/migrate";
import type { Config } from "../../platform/config";
import { entities } from "../entities";
import { applicationRole } from "../start-product";

const CONNECTIONS = 8;

interface Connection {
  query: (...args: unknown[]) => unknown;
}

/**
 * Connections for making the history: eighteen months say the same few hundred sentences a hundred thousand times, so each is planned
 * once a connection; and a commit doesn't wait for the disk, because a fill that was cut off starts anew anyway.
 */
export async function openQuickSource(config: Config): Promise<DataSource> {
  const source = await makeDataSource(applicationUrl(config.DATABASE_URL, applicationRole(config)), entities, CONNECTIONS).initialize();
  const pool = (source.driver as unknown as { master: { on(event: "connect", listener: (connection: Connection) => void): void } }).master;
  const names = new Map<string, string>();
  pool.on("connect", (connection) => {
    const ask = connection.query.bind(connection);
    void ask("set synchronous_commit = off");
    connection.query = (text: unknown, values: unknown, ...rest: unknown[]) => {
      if (typeof text !== "string" || !Array.isArray(values) || values.length === 0) return ask(text, values, ...rest);
      const name = names.get(text) ?? `s${names.size}`;
      names.set(text, name);
      return ask({ name, text, values }, ...rest);
    };
  });
  return source;
}
