import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { centsFromDecimal } from "@tegemoet/domain";
import { readCamt053 } from "./camt053/read-camt053";
import { readMt940 } from "./mt940/read-mt940";
import { sniffFile } from "./sniff-file";
import { gathered } from "./test-reading";
import { readUbl } from "./ubl/read-ubl";

/** Files of others lie beside the repository where it is developed, never in it. */
const SAMPLES = join(__dirname, "../../../../shared/samples");
const describeWhenThere = existsSync(SAMPLES) ? describe : describe.skip;

function expected<Form>(folder: string): [string, Form][] {
  if (!existsSync(SAMPLES)) return [["none", {} as Form]];
  return Object.entries(
    JSON.parse(readFileSync(join(SAMPLES, folder, "EXPECTED.json"), "utf8")) as Record<string, Form>,
  );
}

const sample = (folder: string, name: string) => readFileSync(join(SAMPLES, folder, name));
const cents = (text: string) => centsFromDecimal(text);
const orNull = (value: unknown) => value ?? null;

interface ExpectedBankFile {
  statements: {
    id?: string;
    account: string;
    number?: string;
    opening?: string;
    closing?: string;
    balances?: { type: string; amount: string; ccy: string; date: string }[];
    entries: number;
    tx_details?: number;
    balanced: boolean | null;
    credit: { n: number; sum: string };
    debit: { n: number; sum: string };
    end_to_end_ids?: number;
    structured_refs?: number;
    return_reasons?: number;
    mandate_ids?: number;
  }[];
}

describeWhenThere("samples of others: CAMT.053", () => {
  test.each(expected<ExpectedBankFile>("camt053"))("%s is read as expected", async (name, { statements: wanted }) => {
    const file = sample("camt053", name);
    expect(sniffFile(file, name)).toBe("camt053");
    const { statements, entries, ends } = await gathered(readCamt053(file));
    expect(statements.map(({ id, account }) => [id, account])).toEqual(wanted.map(({ id, account }) => [id, account]));
    for (const [index, statement] of wanted.entries()) {
      const own = entries.filter(({ statementIndex }) => statementIndex === index + 1);
      const end = ends[index];
      const balance = (...types: string[]) => statement.balances?.find(({ type }) => types.includes(type));
      for (const [found, written] of [
        [end?.opening, balance("OPBD", "PRCD")],
        [end?.closing, balance("CLBD")],
      ] as const) {
        expect(found).toEqual(written && { amount: cents(written.amount), currency: written.ccy, on: written.date });
      }
      expect(end).toMatchObject({
        entries: statement.entries,
        credits: { count: statement.credit.n, sum: cents(statement.credit.sum) },
        debits: { count: statement.debit.n, sum: cents(statement.debit.sum) },
        sumCheck: { outcome: statement.balanced === null ? "unknown" : statement.balanced ? "balanced" : "different" },
      });
      expect({
        end_to_end_ids: own.filter(({ endToEndId }) => endToEndId).length,
        structured_refs: own.filter(({ structuredReference }) => structuredReference).length,
        return_reasons: own.filter(({ returnReason }) => returnReason).length,
        mandate_ids: own.filter(({ mandateId }) => mandateId).length,
        tx_details: own.length,
      }).toEqual({
        end_to_end_ids: statement.end_to_end_ids,
        structured_refs: statement.structured_refs,
        return_reasons: statement.return_reasons,
        mandate_ids: statement.mandate_ids,
        tx_details: statement.tx_details,
      });
    }
  });
});

describeWhenThere("samples of others: MT940", () => {
  test.each(expected<ExpectedBankFile>("mt940"))("%s is read as expected", async (name, { statements: wanted }) => {
    const file = sample("mt940", name);
    expect(sniffFile(file, name)).toBe("mt940");
    const { statements, ends } = await gathered(readMt940(file));
    expect(statements.map(({ account }) => account)).toEqual(wanted.map(({ account }) => account.replace(/EUR$/, "")));
    for (const [index, statement] of wanted.entries()) {
      expect(ends[index]).toMatchObject({
        opening: { amount: cents(statement.opening ?? "") },
        closing: { amount: cents(statement.closing ?? "") },
        entries: statement.entries,
        credits: { count: statement.credit.n, sum: cents(statement.credit.sum) },
        debits: { count: statement.debit.n, sum: cents(statement.debit.sum) },
        sumCheck: { outcome: statement.balanced ? "balanced" : "different" },
      });
    }
  });
});

interface ExpectedParty {
  name: string;
  company_id: string;
  vat_raw?: string | null;
  endpoint: string | null;
  country?: string;
  email?: string | null;
}

interface ExpectedInvoice {
  document: string;
  id: string;
  issue_date: string;
  due_date: string | null;
  type: string;
  currency: string;
  buyer_reference: string | null;
  order_ref: string | null;
  credits_invoice: string[];
  supplier: ExpectedParty;
  buyer: ExpectedParty;
  payment_means: { code: string; payment_id: string | null; iban_raw: string | null; mandate: string | null }[];
  terms: string[];
  tax_inclusive: string;
  prepaid: string | null;
  payable: string;
  payable_currency: string;
  lines: number;
  attachments: { embedded: { mime: string; filename: string; b64_chars: number }[]; uri: string | null }[];
}

describeWhenThere("samples of others: UBL", () => {
  test.each(expected<ExpectedInvoice>("ubl"))("%s is read as expected", async (name, wanted) => {
    const file = sample("ubl", name);
    expect(sniffFile(file, name)).toBe("ubl");
    const invoice = await readUbl(file);
    const scheme = (id?: { id: string; scheme?: string }) => (id ? id.id + (id.scheme ? ` {${id.scheme}}` : "") : null);
    expect({
      document: invoice.document,
      id: invoice.number,
      issue_date: invoice.issuedOn,
      due_date: orNull(invoice.dueOn),
      type: invoice.typeCode,
      currency: invoice.currency,
      buyer_reference: orNull(invoice.buyerReference),
      order_ref: orNull(invoice.orderReference),
      credits_invoice: invoice.credits,
      terms: invoice.terms === undefined ? [] : [invoice.terms],
      supplier: {
        name: invoice.supplier.legalName,
        company_id: scheme(invoice.supplier.companyId),
        endpoint: scheme(invoice.supplier.endpoint),
      },
      buyer: {
        name: invoice.buyer.legalName,
        company_id: scheme(invoice.buyer.companyId),
        vat_raw: orNull(invoice.buyer.vat),
        endpoint: scheme(invoice.buyer.endpoint),
        country: invoice.buyer.address?.country,
        email: orNull(invoice.buyer.contact?.email),
      },
      payment_means: invoice.paymentMeans.map(({ code, paymentId, iban, account, mandateId }) => ({
        code,
        payment_id: orNull(paymentId),
        iban_raw: orNull(iban ?? account),
        mandate: orNull(mandateId),
      })),
      tax_inclusive: invoice.totals.taxInclusive,
      prepaid: orNull(invoice.totals.prepaid),
      payable: invoice.totals.payable,
      lines: invoice.lines.length,
      embedded: invoice.documents.map(({ mimeType, fileName, bytes }) => [mimeType, fileName, bytes.length]),
      uris: invoice.links.map(({ uri }) => uri),
    }).toEqual({
      document: wanted.document,
      id: wanted.id,
      issue_date: wanted.issue_date,
      due_date: wanted.due_date,
      type: wanted.type,
      currency: wanted.payable_currency,
      buyer_reference: wanted.buyer_reference,
      order_ref: wanted.order_ref,
      credits_invoice: wanted.credits_invoice,
      terms: wanted.terms,
      supplier: wanted.supplier,
      buyer: wanted.buyer,
      payment_means: wanted.payment_means.map((means) => ({
        ...means,
        iban_raw: orNull(means.iban_raw?.replace(/\s/g, "")),
      })),
      tax_inclusive: cents(wanted.tax_inclusive),
      prepaid: wanted.prepaid === null ? null : cents(wanted.prepaid),
      payable: cents(wanted.payable),
      lines: wanted.lines,
      embedded: wanted.attachments.flatMap(({ embedded }) =>
        embedded.map(({ mime, filename, b64_chars }) => [mime, filename, expect.closeTo(b64_chars * 0.75, -1)]),
      ),
      uris: wanted.attachments.flatMap(({ uri }) => uri ?? []),
    });
    const credit = invoice.document === "CreditNote" || invoice.totals.payable < 0;
    expect(invoice.kind).toBe(credit ? "credit-note" : "invoice");
    expect(invoice.receivable).toBe(credit ? -Math.abs(invoice.totals.payable) : invoice.totals.payable);
  });
});
