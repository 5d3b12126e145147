import type { Client } from "pg";
import type { DataSource } from "typeorm";
import type { Config } from "../../platform/config";
import { makeDataSource } from "../../platform/database/data-source";
import { applicationUrl } from "../../platform/database/migrate";
import { entities } from "../entities";
import { applicationRole } from "../start-product";

/** One, so that what is said is heard in order, and nobody has to wait for a commit before the next thing is begun. */
const CONNECTIONS = 1;

/** Statements without an answer that anybody reads: writes that return nothing, savepoints, locks of a name, jobs. */
const ANSWERLESS = /^\s*(insert|update|delete|savepoint|release|rollback to|set|select pg_advisory_xact_lock|select add_job)\b/i;
const RETURNS = /\breturning\b/i;
const EMPTY = { rows: [], rowCount: 0, command: "", fields: [] };

type Answer = Promise<unknown>;
type Ask = (text: unknown, values?: unknown) => Answer;
type Connection = Client & { readonly connection: { readonly stream: { cork(): void; uncork(): void } } };

/**
 * Connections for making the history. Eighteen months say the same few hundred sentences some two hundred thousand times, and what takes
 * time is the way there and back, and planning the same sentence anew. So each sentence is planned once a connection; what has no answer
 * goes along with the next sentence that has one, a commit too; and a commit doesn't wait for the disk, because a fill that was cut off
 * starts anew anyway. What is said, in which order, and what is kept is the same as on any other day.
 */
export async function openQuickSource(config: Config): Promise<DataSource> {
  const source = await makeDataSource(applicationUrl(config.DATABASE_URL, applicationRole(config)), entities, CONNECTIONS).initialize();
  const pool = (source.driver as unknown as { master: { on(event: "acquire", listener: (connection: Connection) => void): void } }).master;
  const names = new Map<string, string>();
  const known = new WeakSet<Connection>();
  // Not "connect": the first connection is there before anybody can listen.
  pool.on("acquire", (connection) => {
    if (known.has(connection)) return;
    known.add(connection);
    const ask = sentTogether(connection);
    void ask("set synchronous_commit = off; set plan_cache_mode = force_generic_plan");
    (connection as { query: unknown }).query = new FewerTrips(ask, names).query;
  });
  return source;
}

/** All that is asked before anything is waited for leaves in one piece. */
function sentTogether(connection: Connection): Ask {
  const ask = connection.query.bind(connection) as unknown as Ask;
  const { stream } = connection.connection;
  let corked = false;
  return (text, values) => {
    if (!corked) {
      corked = true;
      stream.cork();
      process.nextTick(() => {
        corked = false;
        stream.uncork();
      });
    }
    return ask(text, values);
  };
}

/** One connection's side of the talk: what needs no answer isn't waited for, and its fault is told by the next that is. */
class FewerTrips {
  private fault: unknown;
  /** What went wrong with a transaction that was believed to be kept: from then on nothing more is said. */
  private lost: unknown;
  /** Jobs that stand already, and those of the transaction under way: nobody takes one before the history is made. */
  private readonly standing = new Set<string>();
  private readonly jobs = new Set<string>();

  constructor(private readonly ask: Ask, private readonly names: Map<string, string>) {}

  readonly query = (text: unknown, values?: unknown): Answer => {
    if (typeof text !== "string") return this.ask(text, values);
    if (this.lost) return Promise.reject(this.lost as Error);
    if (text.startsWith("begin;")) return this.begin(text);
    if (text === "rollback") {
      this.fault = undefined;
      this.jobs.clear();
      return this.ask(text);
    }
    if (text === "commit") return this.fault ? this.answered(this.ask(text)) : this.committed(this.ask(text));
    if (Array.isArray(values) && values.length > 0) return this.withValues(text, values);
    if (text.startsWith("rollback to ")) {
      this.fault = undefined;
      this.jobs.clear();
    }
    const asked = this.ask(text);
    return ANSWERLESS.test(text) ? this.behind(asked) : this.answered(asked);
  };

  private begin(text: string): Answer {
    this.fault = undefined;
    this.jobs.clear();
    return this.behind(this.ask(text));
  }

  private withValues(text: string, values: readonly unknown[]): Answer {
    // A job by its key stands once, however often it is asked for.
    if (text.startsWith("select add_job(")) {
      const job = JSON.stringify(values);
      if (this.standing.has(job) || this.jobs.has(job)) return Promise.resolve(EMPTY);
      this.jobs.add(job);
    }
    const name = this.names.get(text) ?? `s${this.names.size}`;
    this.names.set(text, name);
    const asked = this.ask({ name, text, values });
    return ANSWERLESS.test(text) && !RETURNS.test(text) ? this.behind(asked) : this.answered(asked);
  }

  private committed(asked: Answer): Answer {
    for (const job of this.jobs) this.standing.add(job);
    this.jobs.clear();
    asked.then(
      (answer) => {
        // PostgreSQL ends a transaction that broke without an error of its own.
        if ((answer as { command?: string }).command !== "COMMIT") this.lost ??= this.fault ?? new Error("a transaction was not kept");
      },
      (error: unknown) => {
        this.lost ??= this.fault ?? error;
      },
    );
    return Promise.resolve(EMPTY);
  }

  private behind(asked: Answer): Answer {
    asked.catch((error: unknown) => {
      this.fault ??= error;
    });
    return Promise.resolve(EMPTY);
  }

  /** An answer, unless something before it went wrong: then that, which says more than "the transaction is aborted". */
  private async answered(asked: Answer): Promise<unknown> {
    try {
      const answer = await asked;
      if (this.fault) throw this.fault;
      return answer;
    } catch (error) {
      throw this.fault ?? error;
    }
  }
}
