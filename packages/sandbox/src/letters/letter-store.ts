import { createHash, randomUUID } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Journal } from "../journal";

/** A letter that was printed and posted. */
export interface Letter {
  readonly id: string;
  /** The sender's own reference; one letter for each. */
  readonly reference: string;
  readonly recipient: string;
  readonly address: string;
  readonly receivedAt: string;
  readonly status: "posted";
  readonly bytes: number;
  readonly sha256: string;
}

/** The print service's shelf: an index in a journal, each PDF in its own file. */
export class LetterStore {
  private constructor(
    private readonly folder: string,
    private readonly index: Journal<Letter>,
    private readonly now: () => Date,
  ) {}

  static async open(folder: string, index: Journal<Letter>, now: () => Date): Promise<LetterStore> {
    await mkdir(folder, { recursive: true });
    return new LetterStore(folder, index, now);
  }

  /**
   * Takes a letter. The same reference with the same PDF is the same letter; with another PDF it is refused.
   *
   * @returns the letter and whether it is new, or "differs".
   */
  async post(
    pdf: Buffer,
    { reference, recipient, address }: Pick<Letter, "reference" | "recipient" | "address">,
  ): Promise<{ letter: Letter; isNew: boolean } | "differs"> {
    const sha256 = createHash("sha256").update(pdf).digest("hex");
    const earlier = this.index.all().find((letter) => letter.reference === reference);
    if (earlier && earlier.sha256 !== sha256) return "differs";
    if (earlier) {
      // A process killed between index and file left the letter without its PDF; whoever sends it again brings it.
      await writeFile(this.#file(earlier.id), pdf, { flag: "wx" }).catch(() => undefined);
      return { letter: earlier, isNew: false };
    }
    const letter: Letter = {
      id: `l_${randomUUID()}`,
      reference,
      recipient,
      address,
      receivedAt: this.now().toISOString(),
      status: "posted",
      bytes: pdf.length,
      sha256,
    };
    // The index first, in memory at once: two posts at the same moment are one letter.
    const kept = this.index.put(letter);
    await writeFile(this.#file(letter.id), pdf);
    await kept;
    return { letter, isNew: true };
  }

  /** The newest first. */
  list(): Letter[] {
    return this.index.all().reverse();
  }

  async pdf(id: string): Promise<Buffer | undefined> {
    if (!this.index.get(id)) return undefined;
    return readFile(this.#file(id)).catch(() => undefined);
  }

  async clear(): Promise<void> {
    const letters = this.index.all();
    await this.index.remove(letters.map(({ id }) => id));
    await Promise.all(letters.map(({ id }) => rm(this.#file(id), { force: true })));
  }

  #file(id: string): string {
    return join(this.folder, `${id}.pdf`);
  }
}
