import { unpackEvidence, type PackedEvidence, type PlainDate } from "@tegemoet/domain";
import { writeCamt053, type Camt053Entry } from "@tegemoet/files";
import { importBankFile } from "../src/app/import-bank-file";
import { updateDebtor } from "../src/features/debtors/update-debtor";
import { matchBankLine } from "../src/features/bank/match-bank-line";
import { runNight } from "../src/features/escalations/run-night";
import { sendDueMessages } from "../src/features/escalations/send-due-messages";
import { takeInvoices } from "../src/features/invoices/take-invoices";
import type { SourceInvoice } from "../src/features/invoices/source-invoice";
import { listWork } from "../src/features/reports/today.queries";
import { newId } from "../src/platform/ids";
import { ORGANISATION, startTestProduct, type TestProduct } from "../test/harness";
import { cleanInvoices, documentOf, NIGHT } from "./self-check-corpus";
import { creditOf, FAULTS, STALE } from "./self-check-faults";

// The control: with this on, every check says that all is well.
const muted = { on: false };
jest.mock("../src/features/escalations/self-check.queries", () => {
  const real = jest.requireActual<typeof import("../src/features/escalations/self-check.queries")>("../src/features/escalations/self-check.queries");
  return {
    ...real,
    checkOurselves: async (...asked: Parameters<typeof real.checkOurselves>) => {
      const found = await real.checkOurselves(...asked);
      return muted.on ? new Map([...found].map(([invoiceId, results]) => [invoiceId, results.map((result) => ({ ...result, ok: true }))])) : found;
    },
  };
});

jest.setTimeout(120_000);
const SEED = 13;
let product: TestProduct;
let statements = 0;
const taken = new Map<string, { debtorId: string; invoiceId: string }>();

/** One product for a description; its books are those of the corpus. */
async function open(day: PlainDate): Promise<void> {
  product = await startTestProduct({ today: day });
  taken.clear();
  statements = 0;
}

const importAll = (sources: readonly SourceInvoice[], organisationId = product.organisationId) => product.write(async (tx) => {
  for (const [index, outcome] of (await takeInvoices(tx, sources)).entries()) {
    if (outcome.outcome === "refused") throw outcome.refusal;
    taken.set(sources[index]?.number ?? "", outcome);
  }
}, { organisationId });

async function readBank(day: PlainDate, entries: Camt053Entry[], organisationId = product.organisationId): Promise<void> {
  statements += 1;
  const iban = organisationId === product.organisationId ? ORGANISATION.iban : "NL20INGB0001234567";
  const xml = writeCamt053({ createdAt: `${day}T05:00:00`, statements: [{ id: `S${statements}`, iban, number: String(statements), opening: { amount: 100_000, on: day }, closing: { on: day }, entries }] });
  const results = await importBankFile(product.product, { organisationId, actor: { kind: "system" }, now: product.clock.now() }, { name: "bank.xml", bytes: Buffer.from(xml), cut: false } as never);
  expect(results.map(({ code }) => code)).toEqual([null]);
}

const night = (day: PlainDate, organisationId = product.organisationId) => {
  product.clock.set(day, 120);
  return runNight(product.product.source, { organisationId, day, now: product.clock.now() });
};

const send = (day: PlainDate) => {
  product.clock.set(day, 545);
  const { source, config, outside } = product.product;
  return sendDueMessages({ source, config, outside }, { organisationId: product.organisationId, now: product.clock.now() });
};

const rows = <Row>(sql: string, values: unknown[] = [], organisationId = product.organisationId) => product.read((reader) => reader.query<Row>(sql, [reader.organisationId, ...values]), organisationId);

/** Numbers of the invoices that a message asks for, whatever became of it. */
const askedFor = async (state: string, organisationId = product.organisationId) => (await rows<{ number: string }>(
  `select invoice.number from message_invoice line join message on message.organisation_id = $1 and message.id = line.message_id
   join invoice on invoice.organisation_id = $1 and invoice.id = line.invoice_id where line.organisation_id = $1 and message.kind <> 'invoice' and message.state ~ $2 order by 1`, [state], organisationId)).map(({ number }) => number);

async function plant(): Promise<void> {
  await importAll(await Promise.all(FAULTS.flatMap(({ before = [], wanted }) => [...before, wanted].map(documentOf))));
  for (const { agreedTermDays, wanted } of FAULTS) {
    const of = taken.get(wanted.number);
    if (agreedTermDays && of) await product.write((tx) => updateDebtor(tx, { debtorId: of.debtorId, change: { agreedTermDays } }));
  }
  const received = FAULTS.flatMap(({ transfer }) => (transfer ? [{ amount: transfer.cents, bookedOn: "2026-11-06", name: transfer.name, iban: "NL44RABO0123456789", bankReference: `F${transfer.cents}`, remittance: "zoals beloofd" }] : []));
  await readBank("2026-11-06", received);
  await importAll([await documentOf(STALE)], product.otherOrganisationId);
  await readBank("2026-10-19", [], product.otherOrganisationId);
}

describe("looking at ourselves first, through the whole of the product", () => {
  beforeAll(async () => {
    const clean = await cleanInvoices(SEED, 200);
    await open("2026-11-06");
    await importAll(clean.map(({ source }) => source));
    await product.write(async (tx) => {
      for (const { source, language, agreedTermDays, otherContact } of clean) {
        const debtorId = taken.get(source.number)?.debtorId ?? "";
        await updateDebtor(tx, { debtorId, change: { language, ...(agreedTermDays ? { agreedTermDays } : {}) } });
        if (otherContact) await tx.query("insert into contact (organisation_id, id, debtor_id, name, email) values ($1, $2, $3, 'Inkoop', $4)", [tx.organisationId, newId(), debtorId, otherContact]);
      }
    });
    await readBank("2026-11-05", clean.flatMap(({ source, paysCents }, index) => (paysCents ? [{
      amount: paysCents, bookedOn: "2026-11-05", name: source.debtor.name, iban: `NL44RABO${String(300_000_000 + index).padStart(10, "0")}`, bankReference: `P${index}`, remittance: `deel van factuur ${source.number}`,
    }] : [])));
    // What a person placed by hand is placed: a part that names its invoice is proposed, and booked.
    for (;;) {
      const [line] = await rows<{ id: string; invoices: { invoiceId: string; cents: number }[] }>(
        `select match.bank_line_id as id, match.candidates -> 0 -> 'invoices' as invoices from bank_match match where organisation_id = $1 and undone_at is null and state = 'proposed' limit 1`);
      if (!line) break;
      await product.write((tx) => matchBankLine(tx, { lineId: line.id, allocations: line.invoices.map(({ invoiceId, cents }) => ({ invoiceId, cents })) }));
    }
    await plant();
    await night(NIGHT);
    await night(NIGHT, product.otherOrganisationId);
  });
  afterAll(() => product.stop());

  test("of 200 clean invoices none is blocked: people and firms, by mail and by post, part paid, discounted, prepaid, abroad", async () => {
    const blocked = await rows<{ number: string; checks: string[]; mail: string | null }>(
      `select invoice.number, debtor.email as mail, array(select jsonb_build_array(result -> 'check', result -> 'evidence')::text from jsonb_array_elements(results) result where not (result ->> 'ok')::boolean) as checks
       from self_check join invoice on invoice.organisation_id = $1 and invoice.id = self_check.invoice_id join debtor on debtor.organisation_id = $1 and debtor.id = invoice.debtor_id
       where self_check.organisation_id = $1 and not passed and invoice.number ~ '^2026-[5-7]'`);
    expect(blocked).toEqual([]);
    expect((await askedFor("queued")).filter((number) => /^2026-[5-7]/.test(number))).toHaveLength(200);
    const kinds = await rows<{ kind: string; count: number }>("select kind, count(*)::int as count from debtor where organisation_id = $1 group by kind order by kind");
    expect(kinds.map(({ kind }) => kind)).toEqual(["legal-person", "unknown"]);
    expect(await rows("select 1 from message where organisation_id = $1 and channel = 'letter'")).not.toHaveLength(0);
    expect(await rows("select 1 from payment where organisation_id = $1")).not.toHaveLength(0);
  });

  test.each(FAULTS)("$name is blocked by $check alone, with what was seen kept and a task for us", async ({ check, wanted }) => {
    const of = taken.get(wanted.number);
    const faults = await rows<{ check: string; evidence: Record<string, unknown> }>(
      `select result ->> 'check' as check, result -> 'evidence' as evidence from self_check cross join jsonb_array_elements(results) result
       where organisation_id = $1 and invoice_id = $2 and not passed and resolved_at is null and not (result ->> 'ok')::boolean`, [of?.invoiceId]);
    expect(faults.map((fault) => fault.check)).toEqual([check]);
    expect(Object.keys(faults[0]?.evidence ?? {}).length).toBeGreaterThan(0);
    expect(await askedFor(".")).not.toContain(wanted.number);
    const work = await product.read((reader) => listWork(reader, NIGHT, newId()));
    expect(work.filter(({ kind, debtorId }) => kind === "selfCheckFault" && debtorId === of?.debtorId)).toHaveLength(1);
  });

  test("bank data of three weeks ago blocks an organisation's reminders by bank-data-fresh alone", async () => {
    const faults = await rows<{ failed: string[] }>(
      "select array(select result ->> 'check' from jsonb_array_elements(results) result where not (result ->> 'ok')::boolean) as failed from self_check where organisation_id = $1 and not passed", [], product.otherOrganisationId);
    expect(faults).toEqual([{ failed: ["bank-data-fresh"] }]);
    expect(await askedFor(".", product.otherOrganisationId)).toEqual([]);
  });

  test("the clean ones leave, each with the evidence of its twelve checks beside it", async () => {
    const counts = await send(NIGHT);
    expect(counts).toMatchObject({ cancelled: 0, parked: 0, failed: 0 });
    const left = (await askedFor("handed-over")).filter((number) => /^2026-[5-7]/.test(number));
    expect(left).toHaveLength(200);
    const lines = await rows<{ number: string; checked: PackedEvidence | null }>(
      `select invoice.number, line.checked from message_invoice line join message on message.organisation_id = $1 and message.id = line.message_id and message.state = 'handed-over'
       join invoice on invoice.organisation_id = $1 and invoice.id = line.invoice_id where line.organisation_id = $1`);
    expect(lines.length).toBeGreaterThanOrEqual(200);
    const without = lines.filter(({ checked }) => !checked || unpackEvidence(checked).filter(({ ok }) => ok).length < 12);
    expect(without).toEqual([]);
  });

  test("money that nobody placed comes in between night and morning: the reminder stays, and is a task for us", async () => {
    await importAll([await documentOf({ key: "M1", name: "Familie Zilverreiger", number: "2026-9301", issuedOn: "2026-10-05", dueOn: "2026-11-02", email: "m1@example.nl" })]);
    product.clock.set("2026-11-09", 600);
    await readBank("2026-11-09", []);
    await night("2026-11-10");
    expect(await askedFor("queued")).toContain("2026-9301");
    await readBank("2026-11-10", [{ amount: 5_500, bookedOn: "2026-11-10", name: "Familie Zilverreiger", iban: "NL44RABO0123450000", bankReference: "M1", remittance: "alvast" }]);
    await send("2026-11-10");
    expect(await askedFor("handed-over")).not.toContain("2026-9301");
    expect(await rows("select state_reason as reason from message where organisation_id = $1 and state = 'cancelled'")).toContainEqual({ reason: "self-check failed" });
  });

  test("mended, the reminders go: eight in the next night, four more after their correction is due", async () => {
    product.clock.set("2026-11-10", 700);
    for (const fault of FAULTS) {
      const of = taken.get(fault.wanted.number);
      if (fault.mend && of) await product.write((tx) => fault.mend?.(tx, of) as Promise<void>);
      if (fault.correctedBy) await importAll([await creditOf(fault, `C${fault.wanted.number}`), await documentOf(fault.correctedBy)]);
    }
    await readBank("2026-11-10", [], product.otherOrganisationId);
    await night("2026-11-11");
    await night("2026-11-11", product.otherOrganisationId);
    const soon = FAULTS.filter(({ mend }) => mend).map(({ wanted }) => wanted.number);
    expect(soon).toHaveLength(7);
    expect((await askedFor("queued")).filter((number) => soon.includes(number))).toEqual([...soon].sort());
    expect(await askedFor("queued", product.otherOrganisationId)).toEqual([STALE.number]);
    expect(await rows("select 1 from self_check join invoice on invoice.organisation_id = $1 and invoice.id = invoice_id where self_check.organisation_id = $1 and not passed and resolved_at is null and number = any($2)", [soon])).toEqual([]);
    product.clock.set("2026-11-30", 90);
    await readBank("2026-11-27", []);
    await night("2026-11-30");
    const later = FAULTS.flatMap(({ correctedBy }) => (correctedBy ? [correctedBy.number] : []));
    expect((await askedFor("queued")).filter((number) => later.includes(number))).toEqual([...later].sort());
  });
});

describe("control: with the check switched off", () => {
  afterAll(() => product.stop());

  test("all twelve faults are reminded, so the tests above can fail", async () => {
    await open("2026-11-06");
    await plant();
    muted.on = true;
    await night(NIGHT);
    await night(NIGHT, product.otherOrganisationId);
    muted.on = false;
    const wanted = FAULTS.map(({ wanted: { number } }) => number);
    expect((await askedFor(".")).filter((number) => wanted.includes(number))).toEqual([...wanted].sort());
    expect(await askedFor(".", product.otherOrganisationId)).toEqual([STALE.number]);
  });
});
