import type { PlainDate } from "@tegemoet/domain";
import { RecordingOutside, startTestProduct, type TestProduct } from "../../../test/harness";
import { momentAt } from "../../platform/clock";
import { newId } from "../../platform/ids";
import type { SourceInvoice } from "../invoices/source-invoice";
import { bringInvoices } from "./bring-invoices";
import { runNight } from "./run-night";
import { sendDueMessages } from "./send-due-messages";

let product: TestProduct;
let outside: RecordingOutside;
let version = 0;

beforeEach(async () => {
  outside = new RecordingOutside();
  product = await startTestProduct({ today: "2026-11-02", outside });
  await bankReadUntil("2026-12-31");
});
afterEach(() => product.stop());

/** An organisation whose bank data is of today, as the self-check wants it. */
const bankReadUntil = (day: PlainDate) => product.write((tx) => tx.query(
  `insert into statement (organisation_id, id, account, currency, statement_key, from_day, until_day, opening_cents, closing_cents, imported_at)
   values ($1, $2, 'NL91ABNA0417164300', 'EUR', $3, $4, $4, 0, 0, $5)`, [tx.organisationId, newId(), `s-${day}`, day, tx.now]));

/** What the source says of an invoice now; said anew it is another version of it. */
function says(number: string, change: Partial<Omit<SourceInvoice, "debtor">> & { email?: string } = {}): SourceInvoice {
  const { email = "oud@example.nl", totalCents = 18_600, ...rest } = change;
  version += 1;
  return {
    kind: "invoice", number, issuedOn: "2026-10-19", dueOn: "2026-11-02", totalCents, currency: "EUR", lines: [{ description: "Onderhoud", amountCents: totalCents }], source: "table",
    sourceHash: Buffer.from(String(version)), warnings: [], delivery: { channel: "mail", address: email, sentAt: momentAt("2026-10-19", 600), deliveredAt: momentAt("2026-10-19", 601) },
    debtor: { externalKey: "table:D1", name: "Jansen", kind: "consumer", email, street: "Dorpsstraat", houseNumber: "1", postalCode: "3511 AB", city: "Utrecht" }, ...rest,
  };
}

async function source(day: PlainDate, ...invoices: SourceInvoice[]): Promise<string[]> {
  product.clock.set(day, 600);
  return (await product.write((tx) => bringInvoices(tx, invoices, product.clock.realNow()))).map((taken) => (taken.outcome === "refused" ? taken.refusal.code : taken.outcome));
}

async function night(day: PlainDate): Promise<void> {
  product.clock.set(day, 120);
  await runNight(product.product.source, { organisationId: product.organisationId, day, now: product.clock.now() });
}

async function morning(day: PlainDate): Promise<void> {
  product.clock.set(day, 545);
  await sendDueMessages(product.product, { organisationId: product.organisationId, now: product.clock.now() });
}

const messages = () => product.read((reader) => reader.query<{ kind: string; state: string; reason: string | null }>(
  "select kind, state, state_reason as reason from message where organisation_id = $1 order by queued_at, id", [reader.organisationId]));
const calls = () => product.read((reader) => reader.query<{ because: string | null }>(
  "select closed_because as because from call_task where organisation_id = $1 order by created_at", [reader.organisationId]));

describe("a source that changes its mind (features 9.5)", () => {
  test("2 November due, 9 November a reminder in line, and the source says 30 November: it is cancelled, and comes on 7 December", async () => {
    await source("2026-10-19", says("A-1"));
    await night("2026-11-09");
    expect(await messages()).toEqual([{ kind: "reminder-1", state: "queued", reason: null }]);
    expect(await source("2026-11-09", says("A-1", { dueOn: "2026-11-30" }))).toEqual(["changed"]);
    expect(await messages()).toEqual([{ kind: "reminder-1", state: "cancelled", reason: "not due" }]);
    await morning("2026-11-09");
    for (const day of ["2026-11-10", "2026-11-30", "2026-12-04"]) await night(day);
    expect((await messages()).filter(({ state, kind }) => state !== "cancelled" && kind === "reminder-1")).toEqual([]);
    await night("2026-12-07");
    expect((await messages()).at(-1)).toMatchObject({ kind: "reminder-1", state: "queued" });
  });

  test("9 November a reminder in line, and the source says another address: it goes there, and the old one hears nothing", async () => {
    await source("2026-10-19", says("B-1"));
    await night("2026-11-09");
    expect(await source("2026-11-09", says("B-1", { email: "nieuw@example.nl" }))).toEqual(["changed"]);
    await morning("2026-11-09");
    expect(outside.mails.map(({ to }) => to)).toEqual(["nieuw@example.nl"]);
  });

  test("9 November a reminder over two invoices in line, and the source credits one: the mail asks for the other alone", async () => {
    await source("2026-10-19", says("C-1"), says("C-2", { totalCents: 16_400 }));
    await night("2026-11-09");
    expect(await source("2026-11-09", says("C-9", { kind: "credit-note", creditsNumber: "C-1" }))).toEqual(["created"]);
    const lines = await product.read((reader) => reader.query("select number from message_invoice join invoice on invoice.organisation_id = $1 and invoice.id = invoice_id where message_invoice.organisation_id = $1", [reader.organisationId]));
    expect(lines).toEqual([{ number: "C-2" }]);
    await morning("2026-11-09");
    expect(outside.mails).toHaveLength(1);
    expect(outside.mails[0]?.html).toMatch(/164,00/);
    expect(outside.mails[0]?.html).not.toMatch(/350,00|186,00/);
  });

  test("a credit of € 86 lowers a claim of € 186 to € 100: the reminder goes, with € 100", async () => {
    await source("2026-10-19", says("D-1"));
    await night("2026-11-09");
    await source("2026-11-09", says("D-9", { kind: "credit-note", creditsNumber: "D-1", totalCents: 8_600 }));
    await morning("2026-11-09");
    expect(outside.mails[0]?.html).toMatch(/100,00/);
    expect(outside.mails[0]?.text).toMatch(/Af: creditnota € ?86,00/);
    expect(outside.mails[0]?.text).not.toMatch(/betaalde hiervan/);
  });

  test("a call of the ladder closes when the due day moves past it, and when the invoice is credited whole", async () => {
    await source("2026-10-19", says("E-1"));
    await night("2026-11-09");
    await morning("2026-11-09");
    await night("2026-11-19");
    expect(await calls()).toEqual([{ because: null }]);
    await source("2026-11-19", says("E-1", { dueOn: "2026-12-15" }));
    expect(await calls()).toEqual([{ because: "not due" }]);
    expect(await source("2026-11-20", says("E-9", { kind: "credit-note", creditsNumber: "E-1" }))).toEqual(["created"]);
    await night("2026-12-28");
    expect((await messages()).filter(({ state }) => state === "queued")).toEqual([]);
  });

  test("the same again plans nothing anew, and another amount is refused: a claim is credited, not rewritten", async () => {
    const first = says("F-1");
    await source("2026-10-19", first);
    await night("2026-11-09");
    expect(await source("2026-11-09", first, says("F-1", { totalCents: 19_000 }))).toEqual(["unchanged", "INVOICE_EXISTS_DIFFERENTLY"]);
    expect(await messages()).toEqual([{ kind: "reminder-1", state: "queued", reason: null }]);
  });
});
