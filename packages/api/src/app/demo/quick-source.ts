import type { Client } from "pg";
import type { DataSource } from "typeorm";
import type { Config } from "../../platform/config";
import { applicationRole, applicationUrl } from "../../platform/database/application-role";
import { makeDataSource } from "../../platform/database/data-source";
import { entities } from "../entities";
import { asksInOneBreath, type Answer, type Ask } from "./one-breath";

/** One, so that what is said is heard in order, and nobody has to wait for a commit before the next thing is begun. */
const CONNECTIONS = 1;

/** Statements without an answer that anybody reads: writes that return nothing, savepoints, locks of a name, jobs. */
const ANSWERLESS = /^\s*(insert|update|delete|savepoint|release|rollback to|set|select pg_advisory_xact_lock|select add_job)\b/i;
const RETURNS = /\breturning\b/i;
const EMPTY: Answer = { rows: [], rowCount: 0, command: "", fields: [] };

/**
 * Connections for making the history. Eighteen months say the same few hundred sentences some two hundred thousand times, and what takes
 * time is the way there and back, and planning the same sentence anew. So each sentence is planned once a connection; what has no answer
 * goes along in one breath with the next sentence that has one, a commit too; and a commit doesn't wait for the disk, because a fill that
 * was cut off starts anew anyway. What is said, in which order, and what is kept is the same as on any other day.
 */
export async function openQuickSource(config: Config): Promise<DataSource> {
  const source = await makeDataSource(applicationUrl(config.DATABASE_URL, applicationRole(config)), entities, CONNECTIONS).initialize();
  const pool = (source.driver as unknown as { master: { on(event: "acquire", listener: (connection: Client) => void): void } }).master;
  const known = new WeakSet<Client>();
  // Not "connect": the first connection is there before anybody can listen.
  pool.on("acquire", (connection) => {
    if (known.has(connection)) return;
    known.add(connection);
    const ask = asksInOneBreath(connection);
    void ask("set synchronous_commit = off");
    void ask("set plan_cache_mode = force_generic_plan");
    (connection as { query: unknown }).query = new FewerTrips(ask).query;
  });
  return source;
}

/** One connection's side of the talk: what needs no answer isn't waited for, and its fault is told by the next that is. */
class FewerTrips {
  private fault: unknown;
  /** What went wrong with a transaction that was believed to be kept: from then on nothing more is said. */
  private lost: unknown;
  /** Jobs that stand already, and those of the transaction under way: nobody takes one before the history is made. */
  private readonly standing = new Set<string>();
  private readonly jobs = new Set<string>();

  constructor(private readonly ask: Ask) {}

  readonly query = (text: string, values: readonly unknown[] = []): Promise<Answer> => {
    if (this.lost) return Promise.reject(this.lost as Error);
    if (text.startsWith("begin;")) return this.begin(text);
    if (text === "commit") return this.fault ? this.answered(this.ask(text)) : this.committed(this.ask(text));
    if (text.startsWith("rollback")) {
      this.fault = undefined;
      this.jobs.clear();
    }
    if (text.startsWith("select add_job(") && this.isStanding(values)) return Promise.resolve(EMPTY);
    const asked = this.ask(text, values);
    return ANSWERLESS.test(text) && !RETURNS.test(text) ? this.behind(asked) : this.answered(asked);
  };

  /** A transaction begins together with its settings, and a sentence that is planned is one sentence. */
  private begin(text: string): Promise<Answer> {
    this.fault = undefined;
    this.jobs.clear();
    for (const sentence of text.split("; ")) void this.behind(this.ask(sentence));
    return Promise.resolve(EMPTY);
  }

  /** A job by its key stands once, however often it is asked for. */
  private isStanding(values: readonly unknown[]): boolean {
    const job = JSON.stringify(values);
    if (this.standing.has(job) || this.jobs.has(job)) return true;
    this.jobs.add(job);
    return false;
  }

  private committed(asked: Promise<Answer>): Promise<Answer> {
    for (const job of this.jobs) this.standing.add(job);
    this.jobs.clear();
    asked.then(
      ({ command }) => {
        // PostgreSQL ends a transaction that broke without an error of its own.
        if (command !== "COMMIT") this.lost ??= this.fault ?? new Error("a transaction was not kept");
      },
      (error: unknown) => {
        this.lost ??= this.fault ?? error;
      },
    );
    return Promise.resolve(EMPTY);
  }

  private behind(asked: Promise<Answer>): Promise<Answer> {
    asked.catch((error: unknown) => {
      this.fault ??= error;
    });
    return Promise.resolve(EMPTY);
  }

  /** An answer, unless something before it went wrong: then that, which says more than "the transaction is aborted". */
  private async answered(asked: Promise<Answer>): Promise<Answer> {
    try {
      const answer = await asked;
      if (this.fault) throw this.fault;
      return answer;
    } catch (error) {
      throw this.fault ?? error;
    }
  }
}
