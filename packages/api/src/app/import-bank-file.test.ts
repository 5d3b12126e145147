import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { writeCamt053, type Camt053Entry, type Camt053Statement } from "@tegemoet/files";
import supertest from "supertest";
import { collector, product, startBank } from "../../test/bank";

startBank();

interface Answer {
  state: string;
  created: number;
  unchanged: number;
  failed: number;
  results: { label: string; outcome: string; code: string | null; details: string | null; statementId: string | null; warnings: string[] }[];
}

async function drop(...files: [name: string, bytes: string | Buffer][]): Promise<Answer> {
  const request = supertest(product.app).post("/admin/imports/bank").set("x-tegemoet", "admin").set("cookie", collector.cookie);
  for (const [name, bytes] of files) request.attach("files", Buffer.from(bytes as string), name);
  const response = await request;
  expect(response.status).toBe(202);
  for (;;) {
    const { data } = await collector.graphql("query($id: ID!) { import(id: $id) { state created unchanged failed results { label outcome code details statementId warnings } } }", { id: (response.body as { id: string }).id });
    const answer = data["import"] as Answer;
    if (answer.state !== "running") return answer;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const counts = async () => product.read((reader) => reader.first<{ statements: number; lines: number }>(
  "select (select count(*) from statement where organisation_id = $1) as statements, (select count(*) from bank_line where organisation_id = $1) as lines", [reader.organisationId]));

const IBAN = "NL91ABNA0417164300";
const coffee = (bookedOn: string): Camt053Entry => ({ amount: 450, bookedOn, name: "Koffie", iban: "NL44RABO0123456789" });
const day = (id: string, bookedOn: string, opening: number, entries: Camt053Entry[], more: Partial<Camt053Statement> = {}): Camt053Statement =>
  ({ id, iban: IBAN, opening: { amount: opening, on: bookedOn }, closing: { on: bookedOn }, entries, ...more });
const file = (...statements: Camt053Statement[]): string => writeCamt053({ createdAt: "2026-11-20T06:00:00", statements });

describe("the same money counts once (I-22)", () => {
  test("a day with two equal real entries holds both, and the file again brings nothing", async () => {
    const bytes = file(day("A", "2026-11-10", 0, [coffee("2026-11-10"), coffee("2026-11-10")]));
    expect(await drop(["a.xml", bytes])).toMatchObject({ state: "done", created: 1, results: [{ outcome: "created", warnings: [] }] });
    const after = await counts();
    expect(after).toEqual({ statements: 1, lines: 2 });
    expect(await drop(["a.xml", bytes])).toMatchObject({ state: "done", created: 0, unchanged: 1, failed: 0 });
    expect(await counts()).toEqual(after);
  });

  test("a week that overlaps the days that came before brings the new days only", async () => {
    const before = await counts();
    await drop(["di.xml", file(day("B", "2026-11-11", 900, [coffee("2026-11-11")]))]);
    const week = file(day("W", "2026-11-12", 0, [coffee("2026-11-10"), coffee("2026-11-10"), coffee("2026-11-11"), coffee("2026-11-12")]));
    expect(await drop(["week.xml", week])).toMatchObject({ created: 1, results: [{ warnings: ["LINES_KNOWN"] }] });
    expect((await counts())?.lines).toBe((before?.lines ?? 0) + 2);
    expect(await drop(["week.xml", week])).toMatchObject({ created: 0, unchanged: 1 });
  });

  test("the same file three times at once is stored once", async () => {
    const before = await counts();
    const bytes = file(day("C", "2026-11-13", 1_800, [coffee("2026-11-13")]));
    const answers = await Promise.all([drop(["c.xml", bytes]), drop(["c.xml", bytes]), drop(["c.xml", bytes])]);
    expect(answers.map(({ created }) => created).sort()).toEqual([0, 0, 1]);
    expect((await counts())?.lines).toBe((before?.lines ?? 0) + 1);
  });

  test("a day without entries says until when we know; a day before is known", async () => {
    expect(await drop(["leeg.xml", file(day("D", "2026-11-16", 2_250, []))])).toMatchObject({ created: 1 });
    expect(await drop(["eerder.xml", file(day("E", "2026-11-14", 2_250, []))])).toMatchObject({ created: 0, unchanged: 1 });
    const { data } = await collector.graphql("{ bank(first: 1) { lastBookedOn } }");
    expect(data["bank"]).toEqual({ lastBookedOn: "2026-11-16" });
  });
});

describe("bad input: refused with a reason, and nothing half done", () => {
  const good = () => file(day("G", "2026-11-17", 2_250, [coffee("2026-11-17"), { ...coffee("2026-11-17"), name: "Ünïcode & Zn" }]));
  test.each<[what: string, bytes: () => string | Buffer, code: RegExp]>([
    ["no CAMT at all", () => "hallo, dit is geen bankbestand", /^FILE_UNKNOWN_KIND$/],
    ["another XML", () => "<?xml version='1.0'?><recept><deeg/></recept>", /^FILE_UNKNOWN_KIND$/],
    ["a camt.054", () => good().replaceAll("camt.053", "camt.054").replaceAll("BkToCstmrStmt", "BkToCstmrDbtCdtNtfctn"), /^FILE_UNKNOWN_KIND$/],
    ["an empty file", () => "", /^FILE_EMPTY$/],
    ["a file cut in half", () => good().slice(0, good().length / 2), /^FILE_CUT_OFF$/],
    ["a closing balance of € 1 too much", () => file(day("H", "2026-11-17", 2_250, [coffee("2026-11-17")], { closing: { amount: 2_800, on: "2026-11-17" } })), /^FILE_BALANCE_WRONG$/],
    ["a DOCTYPE", () => good().replace("?>", "?><!DOCTYPE x [<!ENTITY a 'b'>]>"), /^FILE_HAS_DOCTYPE$/],
    ["a billion laughs", () => good().replace("?>", `?><!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from({ length: 9 }, (_, i) => `<!ENTITY lol${i + 1} "&lol${i || ""};&lol${i || ""};">`).join("")}]>`).replace("Koffie", "&lol9;"), /^FILE_HAS_DOCTYPE$/],
    ["an amount of 2^53 cents", () => good().replace("4.50", "90071992547409.92"), /^FILE_FIELD_INVALID$/],
    ["an amount that is no number", () => good().replace("4.50", "vier"), /^FILE_FIELD_INVALID$/],
    ["the day 2026-02-30", () => good().replaceAll("2026-11-17", "2026-02-30"), /^FILE_FIELD_INVALID$/],
    ["an account in dollars", () => good().replaceAll("EUR", "USD"), /^CURRENCY_UNSUPPORTED$/],
  ])("%s", async (_what, bytes, code) => {
    const before = await counts();
    const answer = await drop(["fout.xml", bytes()]);
    expect(answer).toMatchObject({ state: "failed", created: 0 });
    expect(answer.results.map((result) => result.code).join()).toMatch(code);
    expect(await counts()).toEqual(before);
  });

  test("a wrong balance says what was expected, what stands there and the difference, and stops no other statement", async () => {
    const bytes = file(day("I", "2026-11-17", 2_250, [coffee("2026-11-17")], { closing: { amount: 2_800, on: "2026-11-17" } }), day("J", "2026-11-18", 2_700, [coffee("2026-11-18")]));
    const answer = await drop(["twee.xml", bytes]);
    expect(answer).toMatchObject({ state: "done", created: 1, failed: 1 });
    expect(JSON.parse(answer.results[0]?.details ?? "{}")).toMatchObject({ statement: "I", expected: 2_700, actual: 2_800, difference: 100 });
  });

  test("what came before the cut is kept, the statement that was cut isn't", async () => {
    const before = await counts();
    const bytes = file(day("K", "2026-11-19", 3_150, [coffee("2026-11-19")]), day("L", "2026-11-20", 3_600, [coffee("2026-11-20"), coffee("2026-11-20")]));
    const answer = await drop(["afgebroken.xml", bytes.slice(0, bytes.lastIndexOf("</Ntry>") - 40)]);
    expect(answer.results.map(({ outcome, code }) => code ?? outcome)).toEqual(["FILE_CUT_OFF", "created"]);
    expect((await counts())?.lines).toBe((before?.lines ?? 0) + 1);
  });

  test("latin-1 bytes are read as they were meant, and the account of somebody else comes with a word of warning", async () => {
    const bytes = Buffer.from(file(day("M", "2026-11-20", 0, [{ ...coffee("2026-11-20"), name: "Café Müller" }], { iban: "NL02ABNA0123456789" })).replace('encoding="UTF-8"', 'encoding="ISO-8859-1"'), "latin1");
    const answer = await drop(["latin.xml", bytes]);
    expect(answer.results[0]).toMatchObject({ outcome: "created", warnings: expect.arrayContaining(["ACCOUNT_NOT_OURS"]) as unknown });
    const { data } = await collector.graphql(`{ bank(search: "Café Müller") { rows { counterpartyName } } }`);
    expect(data["bank"].rows).toHaveLength(1);
  });

  test("a day that is still to come is kept, with a warning, and doesn't make our bank data fresher than today", async () => {
    const answer = await drop(["toekomst.xml", file(day("N", "2026-12-24", 0, [coffee("2026-12-24")]))]);
    expect(answer.results[0]?.warnings).toContain("FUTURE_DATE");
    const { data } = await collector.graphql("{ bank(first: 1) { lastBookedOn } }");
    expect(data["bank"]).toEqual({ lastBookedOn: "2026-11-20" });
  });
});

describe.each(["camt053", "mt940"])("real files: %s", (folder) => {
  const samples = join(__dirname, "../../../../../shared/samples", folder);
  (existsSync(samples) ? test : test.skip)("each statement is taken or refused with a reason, and the second time nothing is new", async () => {
    const names = readdirSync(samples).filter((name) => name !== "EXPECTED.json");
    const files = names.map((name): [string, Buffer] => [name, readFileSync(join(samples, name))]);
    const first = await drop(...files);
    expect(first.results.filter(({ code }) => code === "INTERNAL")).toEqual([]);
    expect(first.created).toBeGreaterThan(0);
    const after = await counts();
    const second = await drop(...files);
    expect(second.created).toBe(0);
    expect(await counts()).toEqual(after);
  });
});
