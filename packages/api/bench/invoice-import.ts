import "reflect-metadata";
import { readUbl, writeUbl, type UblFile } from "@tegemoet/files";
import { importInvoiceFiles } from "../src/app/import-invoices";
import { assembleProduct } from "../src/app/start-product";
import { createOrganisation } from "../src/features/organisations/create-organisation";
import { insertImport } from "../src/features/invoices/import.queries";
import { systemClock } from "../src/platform/clock";
import { readConfig } from "../src/platform/config";
import { inTransaction, reading, type Act } from "../src/platform/database/transaction";
import { newId } from "../src/platform/ids";
import { BENCH_CONFIG, BENCH_ORGANISATION } from "./ground/bench-organisation";

/** How many times the time of reading the files alone an import may take. */
const TARGET = 5;
const DEFAULT_FILES = 50_000;

/** UBL files made in memory, brought in by the import that an upload starts, held against reading the same files and nothing else. */
export default async function invoiceImport({ size = DEFAULT_FILES, database }: { size?: number; database(): Promise<string> }): Promise<object> {
  const config = readConfig({ ...BENCH_CONFIG, DATABASE_URL: await database(), LOG_LEVEL: "silent" });
  const product = await assembleProduct(config);
  try {
    const act: Act = { organisationId: newId(), actor: { kind: "system" }, now: systemClock.now() };
    const { importId } = await inTransaction(product.source, act, async (tx) => {
      await createOrganisation(tx, BENCH_ORGANISATION);
      return { importId: await insertImport(tx, { kind: "invoices", fileName: "bench", total: size }) };
    });
    await readAlone(Math.min(size, 500));
    const readSeconds = await readAlone(size);
    const writeSeconds = writeAlone(size);
    const start = performance.now();
    await importInvoiceFiles(product, act, importId, files(size));
    const seconds = (performance.now() - start) / 1000 - writeSeconds;
    const counts = await reading(product.source, act.organisationId, (reader) => reader.first<{ created: number; failed: number }>(
      "select created, failed from import where organisation_id = $1 and id = $2", [reader.organisationId, importId]));
    if (counts?.created !== size) throw new Error(`of ${size} files ${counts?.created} became invoices and ${counts?.failed} were refused`);
    const ratio = seconds / readSeconds;
    console.log(`${size} files: read alone in ${readSeconds.toFixed(2)} s, imported in ${seconds.toFixed(2)} s (${Math.round(size / seconds)} a second)`);
    return { bench: `invoice-import ${size}`, value: Math.round(seconds * 100) / 100, unit: "s", limit: Math.round(readSeconds * TARGET * 100) / 100, ratio, target: TARGET, pass: ratio <= TARGET };
  } finally {
    await product.close();
  }
}

/** Writing the files is no part of either time, so it is taken off both; all at once they would fill memory. */
function writeAlone(size: number): number {
  const start = performance.now();
  for (const { bytes } of files(size)) if (bytes.length === 0) throw new Error("an empty file");
  return (performance.now() - start) / 1000;
}

async function readAlone(size: number): Promise<number> {
  const writeSeconds = writeAlone(size);
  const start = performance.now();
  for (const { bytes } of files(size)) await readUbl(bytes);
  return (performance.now() - start) / 1000 - writeSeconds;
}

function* files(size: number): Generator<{ name: string; bytes: Buffer; cut: boolean }> {
  for (let index = 0; index < size; index += 1) {
    yield { name: `${index}.xml`, bytes: Buffer.from(dialectOf(index)(writeUbl(fileOf(index)))), cut: false };
  }
}

/** One debtor has five invoices; every fortieth file is a credit note on the invoice before it, every ninth is of a consumer without numbers. */
function fileOf(index: number): UblFile {
  const credit = index % 40 === 39;
  const debtor = Math.floor(index / 5);
  const consumer = debtor % 9 === 4;
  return {
    kind: credit ? "credit-note" : "invoice", number: `${credit ? "C" : "F"}${100_000 + index}`, issuedOn: "2026-10-06", dueOn: "2026-11-05",
    ...(credit ? { credits: [`F${100_000 + index - 1}`] } : {}),
    note: "Onderhoud volgens contract", orderReference: `PO-${index % 977}`,
    supplier: { name: "Bench B.V.", kvk: "12345678", vat: "NL001234567B01", address: { street: "Kade 1", postalCode: "3511 AB", city: "Utrecht", country: "NL" } },
    buyer: {
      name: consumer ? `Mevrouw ${debtor}` : `Bedrijf ${debtor} B.V.`,
      ...(consumer ? {} : { kvk: String(10_000_000 + debtor), customerNumber: `K${debtor}` }),
      address: { street: `Dorpsstraat ${debtor % 200}`, postalCode: "1234 AB", city: "Ede", country: "NL" },
      contact: { name: `Persoon ${debtor}`, phone: "0318-123456", email: `debiteur${debtor}@example.nl` },
    },
    lines: Array.from({ length: 1 + (index % 4) }, (_, line) => ({
      description: `Dienst ${line + 1}`, quantity: "2", unit: "HUR", unitPrice: "62.50", amount: 12_500 + index % 100, vatRateBasisPoints: line % 2 ? 900 : 2_100,
    })),
    paymentMeans: [{ iban: "NL91ABNA0417164300", paymentId: `RF${index}` }],
  };
}

/** How programs differ: prefixes as the standard has them, other prefixes, no line ends, and the old Dutch customisation. */
function dialectOf(index: number): (xml: string) => string {
  const kinds: ((xml: string) => string)[] = [
    (xml) => xml,
    (xml) => xml.replaceAll("cbc:", "b:").replaceAll("cac:", "a:").replace("xmlns:cbc", "xmlns:b").replace("xmlns:cac", "xmlns:a"),
    (xml) => xml.replaceAll(/>\s+</g, "><"),
    (xml) => xml.replace(/urn:cen\.eu[^<]*/, "urn:www.cenbii.eu:transaction:biitrns010:ver2.0"),
  ];
  return kinds[index % kinds.length] as (xml: string) => string;
}
