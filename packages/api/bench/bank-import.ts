import "reflect-metadata";
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { writeCamt053, type Camt053Entry } from "@tegemoet/files";
import { assembleProduct } from "../src/app/start-product";
import { keepMatchKeys, type DueSubject } from "../src/features/bank/keep-match-keys";
import { createOrganisation } from "../src/features/organisations/create-organisation";
import { dayOf, systemClock } from "../src/platform/clock";
import { readConfig } from "../src/platform/config";
import { inTransaction } from "../src/platform/database/transaction";
import { newId } from "../src/platform/ids";
import { BENCH_CONFIG, BENCH_ORGANISATION, connected } from "./ground/bench-organisation";
import { centsOf, debtorOf, fillAdministration, ibanOf, INVOICES_PER_ENTRY, numberOf, referenceOf } from "./bank-import/administration";
import { writeByHand } from "./bank-import/write-by-hand";

const MOST_TIMES_BY_HAND = 4;
const MOST_MEGABYTES = 250;
const MOST_DELAY_MS = 50;

interface Measured { seconds: number; megabytes: number; delayMs: number; longestMs: number }

/**
 * A CAMT.053 file parsed, stored, matched to ten times as many open invoices, allocated and posted, against the same rows written by hand
 * in SQL. Eight in ten lines bear a reference, the others a number in free text, and one in twenty is of a stranger.
 *
 * Peak memory and event-loop delay (99th percentile, sampled every 5 ms, which it includes) are those of the process that imports.
 */
export default async function bankImport({ size = 100_000, options, database }: { size?: number; options: Record<string, string>; database(): Promise<string> }): Promise<object[]> {
  const day = dayOf(systemClock.now());
  const folder = mkdtempSync(join(tmpdir(), "tegemoet-bench-"));
  try {
    const file = join(folder, "bench.xml");
    writeFileSync(file, camtOf(size, day));
    const ours = await administration(await database(), size * INVOICES_PER_ENTRY);
    const measured = await runPipeline({ ...ours, file, from: options["source"] === "true" ? "src" : "dist" });
    const booked = await countBooked(ours);
    const theirs = await administration(await database(), size * INVOICES_PER_ENTRY, { keys: false });
    const byHand = await connected(theirs.database, (client) => writeByHand(client, theirs.organisationId, size, day));
    const wanted = await countBooked(theirs);
    if (booked.paid !== wanted.paid || booked.cents !== wanted.cents) throw new Error(`the import booked ${JSON.stringify(booked)}, by hand it is ${JSON.stringify(wanted)}; not booked: ${await notBooked(ours)}`);
    console.log(`${size} entries, ${booked.paid} booked: ${measured.seconds.toFixed(1)} s, by hand ${byHand.toFixed(1)} s; longest turn ${measured.longestMs.toFixed(0)} ms`);
    const ratio = Math.round((measured.seconds / byHand) * 100) / 100;
    const rounded = (value: number): number => Math.round(value * 10) / 10;
    return [
      { bench: "bank-import", value: rounded(measured.seconds), unit: "s", limit: null, ratio, target: MOST_TIMES_BY_HAND, pass: ratio <= MOST_TIMES_BY_HAND },
      { bench: "bank-import memory", value: rounded(measured.megabytes), unit: "MB", limit: MOST_MEGABYTES, ratio: null, target: null, pass: measured.megabytes <= MOST_MEGABYTES },
      { bench: "bank-import delay p99", value: rounded(measured.delayMs), unit: "ms", limit: MOST_DELAY_MS, ratio: null, target: null, pass: measured.delayMs <= MOST_DELAY_MS },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function camtOf(size: number, day: string): string {
  const entries = Array.from({ length: size }, (_, index): Camt053Entry => {
    const n = index + 1;
    if (n % 20 === 0) return { amount: 77 + n, bookedOn: day, bankReference: `B${n}`, name: `Vreemde ${n}`, iban: `NL02ABNA${String(n).padStart(10, "0")}`, remittance: "bedankt" };
    const invoice = n * INVOICES_PER_ENTRY;
    const named = n % 10 < 8 ? { structuredReference: { value: referenceOf(invoice), issuer: "CUR" } } : { remittance: `factuur ${numberOf(invoice)}` };
    return { amount: centsOf(invoice), bookedOn: day, bankReference: `B${n}`, name: `Betaler van ${debtorOf(invoice)}`, iban: ibanOf(debtorOf(invoice)), ...named };
  });
  return writeCamt053({ createdAt: `${day}T06:00:00`, statements: [{ id: "BENCH", iban: "NL91ABNA0417164300", opening: { amount: 0, on: day }, closing: { on: day }, entries }] });
}

interface Administration { database: string; organisationId: string }

/** An organisation with this many open invoices, with the keys that are kept of them or, as SQL needs none, without. */
async function administration(database: string, invoices: number, { keys = true } = {}): Promise<Administration> {
  const organisationId = newId();
  const product = await assembleProduct(readConfig({ ...BENCH_CONFIG, DATABASE_URL: database }));
  const act = { organisationId, actor: { kind: "system" as const }, now: systemClock.now() };
  try {
    await inTransaction(product.source, act, (tx) => createOrganisation(tx, BENCH_ORGANISATION));
    await connected(database, (client) => fillAdministration(client, organisationId, invoices));
    if (!keys) await connected(database, (client) => client.query("delete from match_key_due"));
    let after: DueSubject | undefined;
    do after = await inTransaction(product.source, act, (tx) => keepMatchKeys(tx, { after, limit: 10_000 }));
    while (after);
    await connected(database, (client) => client.query("vacuum analyze debtor, debtor_iban, invoice, ledger_entry, posting, invoice_standing, match_key, match_key_due"));
  } finally {
    await product.close();
  }
  return { database, organisationId };
}

async function runPipeline(task: Administration & { file: string; from: string }): Promise<Measured> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(__dirname, "bank-import", "run-pipeline.cjs"), JSON.stringify({ ...task, config: BENCH_CONFIG })], { maxBuffer: 16 * 1024 * 1024 });
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as Measured;
}

async function countBooked({ database, organisationId }: Administration): Promise<{ paid: number; cents: number }> {
  return connected(database, async (client) => {
    const { rows } = await client.query<{ paid: string; cents: string }>(
      "select count(*) as paid, coalesce(sum(amount_cents), 0)::text as cents from posting where organisation_id = $1 and account = 'receivable' and payment_id is not null", [organisationId]);
    return { paid: Number(rows[0]?.paid), cents: Number(rows[0]?.cents) };
  });
}

/** A few lines of somebody we know that were not booked, and what was said of them. */
async function notBooked({ database, organisationId }: Administration): Promise<string> {
  return connected(database, async (client) => {
    const { rows } = await client.query(
      `select line.counterparty_name, line.amount_cents, line.reference, line.remittance, match.state, match.reason, match.confidence, match.candidates
       from bank_line line left join bank_match match on match.organisation_id = $1 and match.bank_line_id = line.id
       where line.organisation_id = $1 and line.counterparty_name like 'Betaler%' and match.payment_id is null limit 5`, [organisationId]);
    return JSON.stringify(rows);
  });
}
