import { Client } from "pg";
import { startTestProduct, type TestProduct } from "../../../test/harness";
import { verifyBooks } from "../../app/verify-books";
import { newId } from "../../platform/ids";
import { upsertDebtor } from "../debtors/upsert-debtor";
import { issueInvoice } from "../invoices/issue-invoice";
import { receivePayment } from "../payments/receive-payment";
import { bookCosts } from "./book-costs";
import { bookInterest } from "./book-interest";
import { CHECKS } from "./verify.queries";
import { breachSentence, verify } from "./verify";
import { waive } from "./waive";

const TODAY = "2026-11-20";
let product: TestProduct;
/** The owner of the tables, whom no trigger stops: somebody with the password of the database. */
let owner: Client;
const ids: Record<string, string> = {};
const named = new Set<string>();

beforeAll(async () => {
  product = await startTestProduct({ today: TODAY });
  owner = new Client({ connectionString: product.product.config.DATABASE_URL });
  await owner.connect();
  await product.write(async (tx) => {
    const { debtorId: debtor } = await upsertDebtor(tx, { name: "Kuipers Bouw B.V.", kind: "legal-person" });
    const { debtorId: other } = await upsertDebtor(tx, { name: "Sanne Hendriks", kind: "consumer" });
    const issue = async (number: string, totalCents: number, kind: "invoice" | "credit-note" = "invoice") =>
      (await issueInvoice(tx, { debtorId: debtor, kind, number, issuedOn: "2026-05-16", dueOn: "2026-06-15", totalCents, source: "test", lines: [] })).invoiceId;
    const [invoice, note] = [await issue("2026-0601", 100_000), await issue("C-0601", 10_000, "credit-note")];
    await bookCosts(tx, { invoiceIds: [invoice], bookedOn: "2026-07-20", reference: "notice:1" });
    await bookInterest(tx, { invoiceIds: [invoice], until: "2026-07-20", bookedOn: "2026-07-20" });
    const { paymentId: payment } = await receivePayment(tx, { source: "by-hand", debtorId: debtor, amountCents: 30_000, receivedOn: "2026-11-02", allocations: [{ invoiceId: invoice, cents: 25_000 }] });
    const waiver = await waive(tx, { invoiceId: invoice, interestCents: 100, reason: "afgesproken" });
    const message = newId();
    await tx.query(
      `insert into message (organisation_id, id, debtor_id, kind, channel, language, state, queued_on, queued_at, send_after) values ($1, $2, $3, 'fourteen-day-letter', 'mail', 'nl', 'parked', $4, $5, $5)`,
      [tx.organisationId, message, other, TODAY, tx.now]);
    const letter = newId();
    await tx.query(
      `insert into fourteen_day_letter (organisation_id, id, debtor_id, message_id, principal_cents, costs_cents, channel, sent_on, delivered_on, presumed, last_day, costs_from)
       values ($1, $2, $3, $4, 10000, 4000, 'mail', '2026-10-01', '2026-10-01', false, '2026-10-16', '2026-10-17')`, [tx.organisationId, letter, other, message]);
    const entry = async (kind: string) => (await tx.first<{ id: string }>("select id from ledger_entry where organisation_id = $1 and kind = $2 order by id limit 1", [tx.organisationId, kind]))?.id ?? "";
    Object.assign(ids, { debtor, other, invoice, note, payment, waiver, message, letter, costs: await entry("costs"), interest: await entry("interest"), allocation: await entry("allocation"), organisation: tx.organisationId });
  });
});
afterAll(async () => {
  await owner.end();
  await product.stop();
});

const rules = async () => (await product.read(verify)).map(({ rule }) => rule);
/** Runs SQL with names such as :invoice filled in, past all triggers and policies. */
async function asOwner(...statements: string[]): Promise<void> {
  for (const statement of statements) {
    await owner.query("begin; set local session_replication_role = replica");
    await owner.query(statement.replace(/:(\w+)\b/g, (whole, name: string) => (ids[name] ? `'${ids[name]}'` : whole)));
    await owner.query("commit");
  }
}
const posting = (values: string): string => `insert into posting (organisation_id, id, entry_id, account, part, debtor_id, invoice_id, payment_id, amount_cents) values (:organisation, ${values})`;
const PLANTED = "00000000-0000-7000-8000-000000000001";
const unplant = `delete from posting where id = '${PLANTED}'`;

describe("every rule of verify is held against a breach that was planted past the database's own locks", () => {
  test("before anything is planted the books are right", async () => expect(await product.read(verify)).toEqual([]));

  test.each<[rule: string, plant: string[], mend: string[]]>([
    ["entry-out-of-balance", [posting(`'${PLANTED}', :costs, 'costs-income', null, :debtor, null, null, 5`)], [unplant]],
    ["entry-without-postings", [`insert into ledger_entry (organisation_id, id, kind, booked_on, value_on, reference, created_at) values (:organisation, '${PLANTED}', 'payment', '2026-11-20', '2026-11-20', 'planted', now())`], [`delete from ledger_entry where id = '${PLANTED}'`]],
    ["reversal-differs", [`update ledger_entry set reverses_id = :costs where id = :interest`], ["update ledger_entry set reverses_id = null where id = :interest"]],
    ["invoice-not-booked", ["update invoice set total_cents = 100001 where id = :invoice"], ["update invoice set total_cents = 100000 where id = :invoice"]],
    ["posting-of-another-debtor", ["update posting set debtor_id = :other where entry_id = :interest and account = 'receivable'"], ["update posting set debtor_id = :debtor where entry_id = :interest and account = 'receivable'"]],
    ["reason-missing", ["alter table ledger_entry drop constraint reason_given", "update ledger_entry set kind = 'waiver', reason = ' ' where id = :allocation"], ["update ledger_entry set kind = 'allocation', reason = 'BW 6:44' where id = :allocation", "alter table ledger_entry add constraint reason_given check (kind not in ('write-off', 'waiver', 'refund', 'chargeback') or length(trim(coalesce(reason, ''))) > 0)"]],
    ["invoice-standing-differs", ["update invoice_standing set costs_cents = costs_cents + 1 where invoice_id = :invoice"], ["update invoice_standing set costs_cents = costs_cents - 1 where invoice_id = :invoice"]],
    ["invoice-overpaid", [posting(`'${PLANTED}', :allocation, 'receivable', 'costs', :debtor, :invoice, :payment, -900000`)], [unplant]],
    ["invoice-above-total", [posting(`'${PLANTED}', :costs, 'receivable', 'principal', :debtor, :invoice, null, 900000`)], [unplant]],
    ["credit-note-overdrawn", [posting(`'${PLANTED}', :costs, 'receivable', 'principal', :debtor, :note, null, 10001`)], [unplant]],
    ["standing-of-another", ["update invoice_standing set due_on = '2026-06-16' where invoice_id = :invoice"], ["update invoice_standing set due_on = '2026-06-15' where invoice_id = :invoice"]],
    ["payment-standing-differs", ["update payment_standing set unallocated_cents = 4999 where payment_id = :payment"], ["update payment_standing set unallocated_cents = 5000 where payment_id = :payment"]],
    ["payment-not-whole", ["update payment set amount_cents = 29999 where id = :payment"], ["update payment set amount_cents = 30000 where id = :payment"]],
    ["costs-before-letter", ["update debtor set kind = 'unknown' where id = :debtor"], ["update debtor set kind = 'legal-person' where id = :debtor"]],
    ["costs-above-scale", ["update posting set amount_cents = 18151 where entry_id = :costs and account = 'receivable'"], ["update posting set amount_cents = 15000 where entry_id = :costs and account = 'receivable'"]],
    ["letter-term-too-short", ["update fourteen_day_letter set last_day = '2026-10-14' where id = :letter"], ["update fourteen_day_letter set last_day = '2026-10-16' where id = :letter"]],
    ["letter-runs-undelivered", ["update message set bounced_at = now() where id = :message"], ["update message set bounced_at = null where id = :message"]],
    ["interest-above-law", ["update posting set amount_cents = amount_cents + 1 where entry_id = :interest and account = 'receivable'"], ["update posting set amount_cents = amount_cents - 1 where entry_id = :interest and account = 'receivable'"]],
    ["guard-missing", ["alter table posting disable trigger entry_balances"], ["alter table posting enable trigger entry_balances"]],
    ["guard-missing", ["alter table invoice_standing drop constraint never_negative"], ["alter table invoice_standing add constraint never_negative check (principal_cents >= 0 and interest_cents >= 0 and costs_cents >= 0)"]],
    ["guard-missing", ["alter table payment no force row level security"], ["alter table payment force row level security"]],
  ])("%s", async (rule, plant, mend) => {
    await asOwner(...plant);
    const found = await product.read(verify);
    await asOwner(...mend);
    expect(found.map((breach) => breach.rule)).toContain(rule);
    expect(found.find((breach) => breach.rule === rule)?.examples[0]?.id).toMatch(/^[0-9a-f-]{36}$|^\w+\.\w+$/);
    named.add(rule);
    expect(await rules()).toEqual([]);
  });

  test("a matched bank line without its money, foreign money booked as euros and a paid checkout without a payment", async () => {
    const [statement, line] = [newId(), newId()];
    Object.assign(ids, { statement, line });
    await asOwner(
      "insert into statement (organisation_id, id, account, currency, statement_key, opening_cents, closing_cents, imported_at) values (:organisation, :statement, 'A', 'USD', 'k', 0, 0, now())",
      "insert into bank_line (organisation_id, id, statement_id, account, line_key, booked_on, value_on, amount_cents, currency) values (:organisation, :line, :statement, 'A', 'l', '2026-11-20', '2026-11-20', 100, 'USD')",
      "update payment set bank_line_id = :line where id = :payment",
      "insert into checkout (organisation_id, id, debtor_id, amount_cents, state, reference, for_key, created_at) values (:organisation, gen_random_uuid(), :debtor, 100, 'paid', 'r', 'k', now())",
    );
    const found = await rules();
    expect(found).toEqual(["bank-line-and-payments-differ", "foreign-money-booked", "checkout-without-payment"]);
    for (const rule of found) named.add(rule);
    await asOwner("update payment set bank_line_id = null where id = :payment", "delete from bank_line where id = :line", "delete from checkout where reference = 'r'");
    expect(await rules()).toEqual([]);
  });

  test("none of the rules in SQL was left without its breach", () => {
    expect(CHECKS.map(({ rule }) => rule).filter((rule) => !named.has(rule))).toEqual([]);
  });

  test("a breach is told in a sentence with the ids", async () => {
    await asOwner("update payment set amount_cents = 29999 where id = :payment");
    const [breach] = await product.read(verify);
    await asOwner("update payment set amount_cents = 30000 where id = :payment");
    expect(breach && breachSentence(breach)).toBe(
      `payment-not-whole: once it does not hold that a payment is what was allocated, refunded and is left, or nothing when it was reversed (I-3, I-6): ${ids["payment"]} (29999 is not 30000).`);
  });
});

describe("the audit trail (I-74)", () => {
  const audits = () => product.read((reader) => reader.query<{ id: string }>("select id from audit where organisation_id = $1 order by id", [reader.organisationId]));
  const broken = async () => (await product.read(verify)).filter(({ rule }) => rule === "audit-chain-broken");

  test("is sealed after a night; what is done later is sealed with the next, and sealing again adds nothing", async () => {
    expect(await verifyBooks(product.product, product.organisationId)).toEqual([]);
    const rows = await audits();
    const sealed = () => product.read((reader) => reader.query("select position, audit_id as id from audit_seal where organisation_id = $1 order by position", [reader.organisationId]));
    expect(await sealed()).toEqual(rows.map(({ id }, index) => ({ position: index + 1, id })));
    await product.write((tx) => bookInterest(tx, { invoiceIds: [ids["invoice"] ?? ""], until: TODAY, bookedOn: TODAY }));
    await product.write((tx) => waive(tx, { invoiceId: ids["invoice"] ?? "", interestCents: 1, reason: "afronding" }));
    expect(await verifyBooks(product.product, product.organisationId)).toEqual([]);
    expect((await sealed()).length).toBe(rows.length + 1);
  });

  test("names a row that was changed or taken out, and a seal that was", async () => {
    const [first, second, third] = await audits();
    Object.assign(ids, { first: first?.id, second: second?.id, third: third?.id });
    await asOwner("create table kept as select * from audit where id in (:second, :third)", "create table kept_seal as select * from audit_seal where audit_id = :third", `update audit set after = '{"cents":1}' where id = :second`);
    expect(await broken()).toMatchObject([{ examples: [{ id: second?.id, found: "the row at 2 was changed after it was sealed" }] }]);
    await asOwner("delete from audit where id = :second", "insert into audit select * from kept where id = :second", "delete from audit where id = :third");
    expect(await broken()).toMatchObject([{ examples: [{ id: third?.id, found: "the row at 3 is gone" }] }]);
    await asOwner("insert into audit select * from kept where id = :third", "delete from audit_seal where audit_id = :third");
    expect(await broken()).toMatchObject([{ examples: [{ found: "the seal at 3 is gone" }] }]);
    await asOwner("insert into audit_seal select * from kept_seal", "drop table kept", "drop table kept_seal");
    expect(await broken()).toEqual([]);
  });

  test("the application itself can change neither", async () => {
    const change = (sql: string) => product.write((tx) => tx.query(sql, [tx.organisationId]));
    await expect(change("update audit set after = null where organisation_id = $1")).rejects.toThrow("permission denied");
    await expect(change("delete from audit_seal where organisation_id = $1")).rejects.toThrow("permission denied");
  });
});

test("what a night's check found is kept, and stands on top of the work of the morning until a check finds nothing", async () => {
  const staff = await product.staff("collector");
  const top = async () => (await staff.graphql("{ today { work { kind facts { name number text } } } }")).data["today"].work[0];
  await asOwner("update payment_standing set unallocated_cents = 4999 where payment_id = :payment");
  expect((await verifyBooks(product.product, product.organisationId)).length).toBeGreaterThan(0);
  expect(await top()).toMatchObject({ kind: "booksBroken", facts: [{ name: "count" }, { name: "rule", text: "payment-standing-differs" }] });
  await asOwner("update payment_standing set unallocated_cents = 5000 where payment_id = :payment");
  await verifyBooks(product.product, product.organisationId);
  expect((await top())?.kind).not.toBe("booksBroken");
});
