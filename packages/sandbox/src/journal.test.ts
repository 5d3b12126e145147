import { appendFile, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Journal } from "./journal";

interface Row {
  id: string;
  n: number;
}

describe("a journal", () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "journal-"));
    file = join(folder, "deeper", "rows.jsonl");
  });
  afterEach(() => rm(folder, { recursive: true }));

  it("knows after a restart what was put, changed and removed, the oldest first", async () => {
    const journal = await Journal.open<Row>(file);
    await Promise.all([1, 2, 3].map((n) => journal.put({ id: `r${n}`, n })));
    await journal.put({ id: "r1", n: 10 });
    await journal.remove(["r2", "never there"]);
    await journal.close();
    const again = await Journal.open<Row>(file);
    expect(again.all()).toEqual([
      { id: "r1", n: 10 },
      { id: "r3", n: 3 },
    ]);
    await again.close();
  });

  it("leaves out the half line of a killed process and goes on with whole ones", async () => {
    const journal = await Journal.open<Row>(file);
    await journal.put({ id: "r1", n: 1 });
    await journal.close();
    await appendFile(file, '{"id":"r2","n"');
    const again = await Journal.open<Row>(file);
    await again.put({ id: "r3", n: 3 });
    await again.close();
    expect(await readFile(file, "utf8")).toBe('{"id":"r1","n":1}\n{"id":"r3","n":3}\n');
  });

  it("is written anew when most of its 1,100 lines are overtaken", async () => {
    const journal = await Journal.open<Row>(file);
    await Promise.all(Array.from({ length: 1100 }, (_, n) => journal.put({ id: "r1", n })));
    await journal.close();
    const again = await Journal.open<Row>(file);
    await again.close();
    expect(await readFile(file, "utf8")).toBe('{"id":"r1","n":1099}\n');
  });
});
