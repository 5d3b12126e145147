import type { PoolClient } from "pg";
import type { DataSource } from "typeorm";
import { isId } from "../ids";
import { arrayLiteral } from "./array-literal";

/** Who does something, for the audit trail. */
export interface Actor {
  readonly kind: "staff" | "debtor" | "agency" | "system";
  readonly id?: string;
}

/** Reads within one organisation: row-level security shows nothing else. */
export interface Reader {
  readonly organisationId: string;
  /** Rows of a SQL query. bigint arrives as number (cents), date as ISO string, timestamptz as Date. */
  query<Row>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** The first row, or undefined. */
  first<Row>(sql: string, values?: readonly unknown[]): Promise<Row | undefined>;
}

declare const writable: unique symbol;

/** A transaction that may write. Only {@link inTransaction} hands one out, so a write outside a transaction does not compile. */
export interface Tx extends Reader {
  readonly [writable]: true;
  readonly actor: Actor;
  /** The business moment of the act; its day is given to verbs as `today`. */
  readonly now: Date;
  readonly requestId?: string;
}

export interface Act {
  readonly organisationId: string;
  readonly actor: Actor;
  readonly now: Date;
  readonly requestId?: string;
}

const RETRYABLE = new Set(["40001", "40P01"]);

/**
 * Runs one business act in one transaction with the tenant set. A deadlock or serialisation failure is tried again, at most
 * three times (I-77); any other error rolls back and goes on to the caller.
 */
export async function inTransaction<T>(source: DataSource, act: Act, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run(source, act, false, work as (tx: Reader) => Promise<T>);
    } catch (error) {
      const code = (error as { code?: string }).code ?? "";
      if (attempt === 3 || !RETRYABLE.has(code)) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 50 * attempt));
    }
  }
}

/**
 * Whether the database went away in the middle: the connection broke, or the server was shut down. What was to be done wasn't, and says
 * nothing about what it was done to.
 */
export function isCutOff(error: unknown): boolean {
  const { code = "", message = "" } = (error ?? {}) as { code?: string; message?: string };
  return /^(57P|08|E[A-Z]+$)/.test(code) || /connection terminated|not queryable/i.test(message);
}

/** Reads in a read-only transaction with the tenant set, so that all queries see one moment. */
export function reading<T>(source: DataSource, organisationId: string, work: (reader: Reader) => Promise<T>): Promise<T> {
  return run(source, { organisationId, actor: { kind: "system" }, now: new Date(0) }, true, work);
}

async function run<T>(source: DataSource, act: Act, readOnly: boolean, work: (tx: Reader) => Promise<T>): Promise<T> {
  // The tenant goes into the text of SET LOCAL (stack.md §14: set_config fails on Citus), so it is checked letter by letter.
  if (!isId(act.organisationId)) throw new RangeError("a transaction needs the id of an organisation");
  const settings = `set local app.organisation = '${act.organisationId}'${readOnly ? "; set transaction read only" : ""}`;
  return between(source, settings, (ask) => work({ organisationId: act.organisationId, actor: act.actor, now: act.now, requestId: act.requestId, ...ask } as unknown as Reader));
}

function forPostgres(value: unknown): unknown {
  return Array.isArray(value) ? (arrayLiteral(value) ?? value) : value;
}

/** A few statements as one signed-in person, before an organisation is chosen: memberships and sessions. */
export async function asPerson<T>(
  source: DataSource,
  who: { staffId?: string; sessionHash?: string },
  work: (reader: Pick<Reader, "query" | "first">) => Promise<T>,
): Promise<T> {
  if (who.staffId !== undefined && !isId(who.staffId)) throw new RangeError("not the id of a person");
  if (who.sessionHash !== undefined && !/^[0-9a-f]{64}$/.test(who.sessionHash)) throw new RangeError("not the hash of a session");
  const settings = [who.staffId && `set local app.staff = '${who.staffId}'`, who.sessionHash && `set local app.session = '${who.sessionHash}'`];
  return between(source, settings.filter(Boolean).join("; "), work);
}

/**
 * One transaction on a connection of the pool. It begins together with its settings, and its first question goes along: should the
 * beginning fail, that question fails as well, because outside a transaction no organisation is set and nothing is to be seen.
 */
async function between<T>(source: DataSource, settings: string, work: (ask: Pick<Reader, "query" | "first">) => Promise<T>): Promise<T> {
  const runner = source.createQueryRunner("master");
  const client = (await runner.connect()) as PoolClient;
  let over = false;
  // One of several things done at once may go on when another failed: what it says then would be heard in somebody else's transaction.
  const query = async <Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> => {
    if (over) throw new Error("this transaction is over");
    return (await client.query(sql, values.map(forPostgres))).rows as Row[];
  };
  try {
    const begun = client.query(`begin; ${settings}`);
    begun.catch(() => undefined);
    const result = await work({ query, first: async <Row>(sql: string, values?: readonly unknown[]) => (await query<Row>(sql, values))[0] });
    over = true;
    await begun;
    await client.query("commit");
    return result;
  } catch (error) {
    over = true;
    await client.query("rollback").catch(() => undefined);
    throw error;
  } finally {
    await runner.release();
  }
}
