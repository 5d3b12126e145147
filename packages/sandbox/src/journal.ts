import { mkdir, open, readFile, rename, writeFile, type FileHandle } from "node:fs/promises";
import { dirname } from "node:path";

/** What a journal keeps: anything with an id that becomes JSON. */
export interface Kept {
  readonly id: string;
}

/** The mark of a line that takes an entry away again. */
type Line<T extends Kept> = T | { id: string; removed: true };

/**
 * An append-only file of JSON lines, and the newest state of each entry in memory. The last line of an id wins.
 *
 * A process that is killed leaves at most one half line at the end. That line is left out at the next start and
 * the file is written anew, as it is when most of its lines have been overtaken.
 */
export class Journal<T extends Kept> {
  readonly #file: string;
  readonly #entries = new Map<string, T>();
  #handle: FileHandle | undefined;
  #waiting: string[] = [];
  #writing: Promise<void> = Promise.resolve();

  private constructor(file: string) {
    this.#file = file;
  }

  /** Opens the journal, made when it isn't there. */
  static async open<T extends Kept>(file: string): Promise<Journal<T>> {
    await mkdir(dirname(file), { recursive: true });
    const journal = new Journal<T>(file);
    const { lines, broken } = await journal.#read();
    if (broken || lines > journal.#entries.size * 2 + 1000) await journal.#rewrite();
    journal.#handle = await open(file, "a");
    return journal;
  }

  get size(): number {
    return this.#entries.size;
  }

  get(id: string): T | undefined {
    return this.#entries.get(id);
  }

  /** All entries, the oldest first. */
  all(): T[] {
    return [...this.#entries.values()];
  }

  /** Keeps an entry, new or changed; done when the line is with the operating system. */
  put(entry: T): Promise<void> {
    this.#entries.set(entry.id, entry);
    return this.#append(entry);
  }

  async remove(ids: readonly string[]): Promise<void> {
    await Promise.all(ids.filter((id) => this.#entries.delete(id)).map((id) => this.#append({ id, removed: true })));
  }

  /** Waits for what is being written and closes the file. */
  async close(): Promise<void> {
    await this.#writing.catch(() => undefined);
    await this.#handle?.close();
    this.#handle = undefined;
  }

  #append(line: Line<T>): Promise<void> {
    this.#waiting.push(`${JSON.stringify(line)}\n`);
    // Lines that arrive while the disk is busy go out together in the next write.
    this.#writing = this.#writing
      .catch(() => undefined)
      .then(async () => {
        if (this.#waiting.length === 0) return;
        const text = this.#waiting.join("");
        this.#waiting = [];
        await this.#handle?.appendFile(text);
      });
    return this.#writing;
  }

  async #read(): Promise<{ lines: number; broken: boolean }> {
    const text = await readFile(this.#file, "utf8").catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return "";
      throw error;
    });
    const rows = text.split("\n");
    let broken = rows.pop() !== "";
    for (const row of rows) {
      const line = parseLine<T>(row);
      if (!line) broken = true;
      else if ("removed" in line) this.#entries.delete(line.id);
      else this.#entries.set(line.id, line);
    }
    return { lines: rows.length, broken };
  }

  async #rewrite(): Promise<void> {
    const next = `${this.#file}.new`;
    await writeFile(
      next,
      this.all()
        .map((entry) => `${JSON.stringify(entry)}\n`)
        .join(""),
    );
    await rename(next, this.#file);
  }
}

function parseLine<T extends Kept>(row: string): Line<T> | undefined {
  try {
    const value: unknown = JSON.parse(row);
    const fits = typeof value === "object" && value !== null && "id" in value && typeof value.id === "string";
    return fits ? (value as Line<T>) : undefined;
  } catch {
    return undefined;
  }
}
