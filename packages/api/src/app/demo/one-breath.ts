import { Query, types, type Client, type Connection } from "pg";

/** How pg writes a value for PostgreSQL; it tells nobody the types of this. */
const { prepareValue } = require("pg/lib/utils") as { prepareValue(value: unknown): unknown };

/** What PostgreSQL says to one statement. */
export interface Answer {
  readonly rows: unknown[];
  readonly rowCount: number;
  readonly command: string;
  readonly fields: readonly unknown[];
}

export type Ask = (text: string, values?: readonly unknown[]) => Promise<Answer>;

interface Column {
  readonly name: string;
  readonly parse: (text: string) => unknown;
}

/** One of the sentences that are said again and again: it is planned once, and how its rows look is told once. */
interface Sentence {
  readonly name: string;
  readonly text: string;
  columns?: readonly Column[];
}

interface Statement {
  readonly sentence: Sentence;
  readonly values: readonly unknown[];
  /** Whether this is the first that is said of its sentence. */
  readonly isNew: boolean;
  readonly rows: unknown[];
  /** Why a row of its couldn't be read. */
  unreadable?: unknown;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Asks everything that is asked before anything is waited for in one breath: it leaves in one piece, PostgreSQL works it off without coming
 * up for air, and its answers come back in one piece. When a statement fails, those behind it in the same breath aren't done and fail with
 * its error.
 *
 * A sentence keeps its plan and the look of its rows for as long as the connection lives, so tables must not change under it.
 */
export function asksInOneBreath(connection: Client): Ask {
  const query = connection.query.bind(connection) as (breath: Breath) => unknown;
  const sentences = new Map<string, Sentence>();
  let named = 0;
  let waiting: Statement[] = [];
  const forget = (text: string): void => void sentences.delete(text);
  const speak = (): void => {
    if (waiting.length > 0) query(new Breath(waiting, forget));
    waiting = [];
  };
  return (text, values = []) =>
    new Promise((resolve, reject) => {
      // What takes back isn't done either when it stands behind what failed.
      if (text.startsWith("rollback")) speak();
      // Whatever is said after the end of a transaction comes a little later, and goes along with it.
      if (waiting.length === 0) (text === "commit" ? setImmediate : process.nextTick)(speak);
      const known = sentences.get(text);
      const sentence = known ?? { name: `said${(named += 1)}`, text };
      if (!known) sentences.set(text, sentence);
      waiting.push({ sentence, values: values.map(prepareValue), isNew: !known, rows: [], resolve, reject });
    });
}

/** The messages of PostgreSQL's protocol that pg reads and writes, as far as they are needed here. */
interface Wire {
  readonly stream: { cork(): void; uncork(): void };
  parse(sentence: { name: string; text: string }): void;
  bind(said: { statement: string; values: readonly unknown[] }): void;
  describe(portal: { type: "P" }): void;
  execute(): void;
  sync(): void;
}

class Breath extends Query {
  private at = 0;

  constructor(private readonly statements: readonly Statement[], private readonly forget: (text: string) => void) {
    super("");
  }

  override readonly submit = (connection: Connection): null => {
    const wire = connection as unknown as Wire;
    wire.stream.cork();
    for (const { sentence, values, isNew } of this.statements) {
      if (isNew) wire.parse(sentence);
      wire.bind({ statement: sentence.name, values });
      if (!sentence.columns) wire.describe({ type: "P" });
      wire.execute();
    }
    wire.sync();
    wire.stream.uncork();
    return null;
  };

  handleRowDescription({ fields }: { fields: readonly { name: string; dataTypeID: number }[] }): void {
    const { sentence } = this.statements[this.at] as Statement;
    sentence.columns ??= fields.map(({ name, dataTypeID }) => ({ name, parse: types.getTypeParser(dataTypeID, "text") as Column["parse"] }));
  }

  handleDataRow({ fields }: { fields: readonly (string | null)[] }): void {
    const statement = this.statements[this.at] as Statement;
    try {
      statement.rows.push(rowOf(statement.sentence.columns ?? [], fields));
    } catch (error) {
      statement.unreadable ??= error;
    }
  }

  handleCommandComplete({ text }: { text: string }): void {
    const { sentence, rows, unreadable, resolve, reject } = this.statements[this.at] as Statement;
    sentence.columns ??= [];
    this.at += 1;
    if (unreadable) reject(unreadable);
    else resolve({ rows, rowCount: Number(/\d+$/.exec(text)?.[0] ?? 0), command: (/^\w+/.exec(text) as RegExpExecArray)[0], fields: [] });
  }

  handleError(error: unknown): void {
    // Whether PostgreSQL knows a sentence that was new here can't be told, so it gets another name when it is said again.
    for (const { sentence, isNew, reject } of this.statements.slice(this.at)) {
      if (isNew) this.forget(sentence.text);
      reject(error);
    }
  }

  handleReadyForQuery(): void {
    // Each statement was answered when it was complete.
  }
}

function rowOf(columns: readonly Column[], fields: readonly (string | null)[]): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (let index = 0; index < columns.length; index += 1) {
    const { name, parse } = columns[index] as Column;
    const text = fields[index] as string | null;
    row[name] = text === null ? null : parse(text);
  }
  return row;
}
