import { escapeLiteral } from "pg";
import type { DataSource } from "typeorm";
import { makeDataSource } from "../../platform/database/data-source";
import { applicationUrl } from "../../platform/database/migrate";
import type { Config } from "../../platform/config";
import { entities } from "../entities";
import { applicationRole } from "../start-product";

const CONNECTIONS = 8;

/** Statements whose answer nobody waits for: they go along with the commit of their transaction. */
const WITH_THE_COMMIT = /^(insert into audit |select add_job\()/;
const EMPTY = { rows: [], rowCount: 0, command: "", fields: [] };

type Ask = (text: unknown, values?: unknown, ...rest: unknown[]) => unknown;

/**
 * Connections for making the history. Eighteen months say the same few hundred sentences some two hundred thousand times, and what takes
 * time is the way there and back. So each sentence is planned once a connection, BEGIN goes along with what follows it and the audit
 * trail with the COMMIT; and a commit doesn't wait for the disk, because a fill that was cut off starts anew anyway. What is said and
 * what is kept is the same as on any other day.
 */
export async function openQuickSource(config: Config): Promise<DataSource> {
  const source = await makeDataSource(applicationUrl(config.DATABASE_URL, applicationRole(config)), entities, CONNECTIONS).initialize();
  const pool = (source.driver as unknown as { master: { on(event: "connect", listener: (connection: { query: Ask }) => void): void } }).master;
  const names = new Map<string, string>();
  pool.on("connect", (connection) => {
    const ask = connection.query.bind(connection) as Ask;
    void ask("set synchronous_commit = off");
    connection.query = fewerTrips(ask, names);
  });
  return source;
}

function fewerTrips(ask: Ask, names: Map<string, string>): Ask {
  let begins = false;
  let waiting: string[] = [];
  let before: string[] = [];
  return (text, values, ...rest) => {
    if (typeof text !== "string") return ask(text, values, ...rest);
    if (text === "START TRANSACTION") {
      [begins, waiting, before] = [true, [], []];
      return Promise.resolve({ ...EMPTY, command: "START" });
    }
    if (Array.isArray(values) && values.length > 0) {
      if (WITH_THE_COMMIT.test(text)) {
        const statement = written(text, values);
        if (!waiting.includes(statement)) waiting.push(statement);
        return Promise.resolve(EMPTY);
      }
      const name = names.get(text) ?? `s${names.size}`;
      names.set(text, name);
      return ask({ name, text, values }, ...rest);
    }
    if (text.startsWith("savepoint ")) before = [...waiting];
    else if (text.startsWith("rollback to savepoint ")) waiting = [...before];
    else if (begins) {
      begins = false;
      return ask(`begin; ${text}`);
    } else if (text === "COMMIT" && waiting.length > 0) {
      const last = waiting.join("; ");
      waiting = [];
      return ask(`${last}; commit`);
    }
    return ask(text);
  };
}

/** A statement with its values written into it, as the simple protocol wants it. */
function written(text: string, values: readonly unknown[]): string {
  return text.replace(/\$(\d+)/g, (_, number: string) => {
    const value = values[Number(number) - 1];
    if (value === null || value === undefined) return "null";
    return escapeLiteral(value instanceof Date ? value.toISOString() : String(value));
  });
}
