import supertest from "supertest";
import { RecordingOutside, startTestProduct, type StaffCaller, type TestProduct } from "../../../test/harness";
import { momentAt } from "../../platform/clock";
import type { Outside } from "../../platform/outside";
import { seal, unseal } from "../../platform/seal";
import { queueMessage } from "../communications/queue-message";
import { upsertDebtor } from "../debtors/upsert-debtor";
import { issueInvoice } from "../invoices/issue-invoice";
import { bookLawfulCosts } from "./book-lawful-costs";
import { receivePayment } from "../payments/receive-payment";
import { sendDueMessages } from "./send-due-messages";

let product: TestProduct;
let clerk: StaffCaller;
let counter = 0;

/** A world outside without a print service: letters wait for somebody who prints them. */
function withoutService(): Outside {
  const { mail, payments } = new RecordingOutside();
  return { mail, payments };
}

beforeEach(async () => {
  product = await startTestProduct({ today: "2026-11-20", minute: 545, outside: withoutService() });
  clerk = await product.staff("collector");
});
afterEach(() => product.stop());

interface Waiting { debtorId: string; invoiceId: string; id: string }

/** A fourteen-day letter by post over € 360,00 that waits in line. */
async function waiting(): Promise<Waiting> {
  counter += 1;
  return product.write(async (tx) => {
    const { debtorId } = await upsertDebtor(tx, { name: `Sanne Hendriks ${counter}`, kind: "consumer", street: "Dorpsstraat", houseNumber: "1", postalCode: "3511AB", city: "Utrecht" });
    const { invoiceId } = await issueInvoice(tx, {
      debtorId, number: `2026-${3000 + counter}`, issuedOn: "2026-10-01", dueOn: "2026-10-30", totalCents: 36_000, source: "test", lines: [{ description: "Onderhoud", amountCents: 36_000 }],
      delivery: { channel: "mail", address: "x@example.nl", sentAt: momentAt("2026-10-01", 600), deliveredAt: momentAt("2026-10-01", 601) },
    });
    const { messageId } = await queueMessage(tx, { debtorId, kind: "fourteen-day-letter", channel: "letter", sendAfter: tx.now, invoices: [{ invoiceId, openCents: 36_000, stepKey: "fourteen-day-letter" }] });
    return { debtorId, invoiceId, id: messageId };
  });
}

const send = () => {
  const { source, config, outside } = product.product;
  return sendDueMessages({ source, config, outside }, { organisationId: product.organisationId, now: product.clock.now() });
};
const BATCH = "id state letters pages postedOn url messages { messageId changed }";
const make = (letters: readonly Waiting[]) => clerk.graphql(`mutation($ids: [ID!]!) { makeLetterBatch(ids: $ids) { printed left batch { ${BATCH} } } }`, { ids: letters.map(({ id }) => id) });
const post = (id: string, postedOn: string, leftOut: readonly string[] = []) => clerk.graphql(`mutation($id: ID!, $on: Day!, $leftOut: [ID!]) { postLetterBatch(id: $id, postedOn: $on, leftOut: $leftOut) { ${BATCH} } }`, { id, on: postedOn, leftOut });
const letters = async () => (await clerk.graphql(`{ letters { byHand printService waiting { id kind cents invoiceNumbers } batches { ${BATCH} } } }`)).data["letters"];
const rows = <Row>(sql: string) => product.read((reader) => reader.query<Row>(sql, [reader.organisationId]));
const states = async () => (await rows<{ state: string }>("select state from message where organisation_id = $1 order by id")).map(({ state }) => state);
const terms = () => rows("select sent_on, delivered_on, last_day, costs_from, costs_cents from fourteen_day_letter where organisation_id = $1");
const fetchPdf = (url: string, cookie = clerk.cookie) => supertest(product.app).get(url).set("cookie", cookie).buffer(true).parse((response, done) => {
  const chunks: Buffer[] = [];
  response.on("data", (chunk: Buffer) => chunks.push(chunk)).on("end", () => done(null, Buffer.concat(chunks)));
});

describe("letters that we print ourselves", () => {
  test("three wait; one file of six pages; posted on Saturday 21 November they are presumed delivered on Wednesday: free of costs until 10 December", async () => {
    const three = [await waiting(), await waiting(), await waiting()];
    expect(await send()).toMatchObject({ sent: 0, parked: 0 });
    expect(await letters()).toMatchObject({ byHand: true, printService: false, waiting: three.map(({ id }) => ({ id, kind: "fourteen-day-letter", cents: 36_000 })), batches: [] });
    const made = (await make(three)).data["makeLetterBatch"];
    expect(made).toMatchObject({ printed: 3, left: 0, batch: { state: "printed", letters: 3, pages: 6 } });
    expect(await states()).toEqual(["printed", "printed", "printed"]);
    expect(await terms()).toEqual([]);
    product.clock.set("2026-11-23", 545);
    const posted = (await post(made.batch.id, "2026-11-21")).data["postLetterBatch"];
    expect(posted).toMatchObject({ state: "posted", postedOn: "2026-11-21" });
    expect(await states()).toEqual(["handed-over", "handed-over", "handed-over"]);
    expect(await terms()).toEqual(Array.from({ length: 3 }, () => ({ sent_on: "2026-11-21", delivered_on: "2026-11-25", last_day: "2026-12-10", costs_from: "2026-12-11", costs_cents: 5_400 })));
    expect((await rows<{ day: string }>(`select (handed_over_at at time zone 'Europe/Amsterdam')::date as day from message where organisation_id = $1 limit 1`))[0]?.day).toBe("2026-11-21");
  });

  test("somebody who prints early on a Saturday gets their letters: nobody is disturbed before the post comes", async () => {
    const one = await waiting();
    product.clock.set("2026-11-21", 290);
    expect((await make([one])).data["makeLetterBatch"]).toMatchObject({ printed: 1, left: 0 });
  });

  test("the file for the printer has the links, is sealed in the database, and is gone once they were posted; what stays has none", async () => {
    const { batch } = (await make([await waiting()])).data["makeLetterBatch"];
    const print = await fetchPdf(batch.url).expect(200);
    expect(print.headers["content-type"]).toBe("application/pdf");
    expect((print.body as Buffer).subarray(0, 5).toString()).toBe("%PDF-");
    const [kept] = await rows<{ file: Buffer }>("select print_file as file from letter_batch where organisation_id = $1");
    expect(kept?.file.includes("%PDF-")).toBe(false);
    await fetchPdf(batch.url, (await product.staff("viewer")).cookie).expect(403);
    await fetchPdf(batch.url, (await product.staff("admin", product.otherOrganisationId)).cookie).expect(404);
    const { url } = (await post(batch.id, "2026-11-20")).data["postLetterBatch"];
    await fetchPdf(batch.url).expect(404);
    expect(url).toMatch(/^\/documents\//);
    const copy = await fetchPdf(url).expect(200);
    expect((copy.body as Buffer).subarray(0, 5).toString()).toBe("%PDF-");
    expect((copy.body as Buffer).equals(print.body as Buffer)).toBe(false);
  });

  test("what was paid since is not printed; what is paid after printing is pointed out, and left out it goes back into the line", async () => {
    const [paid, one, two] = [await waiting(), await waiting(), await waiting()];
    const pay = ({ debtorId, invoiceId }: Waiting) => product.write((tx) => receivePayment(tx, { source: "bank", debtorId, amountCents: 36_000, receivedOn: "2026-11-20", allocations: [{ invoiceId, cents: 36_000 }] }));
    await pay(paid);
    const made = (await make([paid, one, two])).data["makeLetterBatch"];
    expect(made).toMatchObject({ printed: 2, left: 1 });
    await pay(one);
    const { batches } = await letters();
    expect(Object.fromEntries(batches[0].messages.map(({ messageId, changed }: { messageId: string; changed: string | null }) => [messageId, changed]))).toEqual({ [one.id]: "paid", [two.id]: null });
    await post(made.batch.id, "2026-11-20", [one.id]);
    expect(await rows("select id, state, batch_id is null as alone from message where organisation_id = $1 and state <> 'cancelled' order by id")).toEqual([
      { id: one.id, state: "queued", alone: true }, { id: two.id, state: "handed-over", alone: false },
    ]);
    expect(await terms()).toHaveLength(1);
    expect((await make([one])).data["makeLetterBatch"]).toEqual({ printed: 0, left: 1, batch: null });
  });

  test("given up they wait again; a day before they were printed, a day to come and a second time are refused", async () => {
    const letter = await waiting();
    const { batch } = (await make([letter])).data["makeLetterBatch"];
    expect((await make([letter])).data["makeLetterBatch"]).toEqual({ printed: 0, left: 1, batch: null });
    expect((await post(batch.id, "2026-11-19")).code).toBe("INPUT_INVALID");
    expect((await post(batch.id, "2026-11-21")).code).toBe("INPUT_INVALID");
    expect((await clerk.graphql("mutation($id: ID!) { giveUpLetterBatch(id: $id) { state } }", { id: batch.id })).data).toEqual({ giveUpLetterBatch: { state: "givenUp" } });
    expect((await post(batch.id, "2026-11-20")).code).toBe("CONFLICT");
    expect((await letters()).waiting).toHaveLength(1);
    expect((await make([letter])).data["makeLetterBatch"]).toMatchObject({ printed: 1 });
    expect((await clerk.graphql("mutation { makeLetterBatch(ids: []) { printed } }")).code).toBe("INPUT_INVALID");
  });

  test("a letter that comes back stops the term, takes its costs back and is work for somebody; told twice it is once", async () => {
    const letter = await waiting();
    const { batch } = (await make([letter])).data["makeLetterBatch"];
    await post(batch.id, "2026-11-20");
    product.clock.set("2026-12-11", 545);
    await product.write((tx) => bookLawfulCosts(tx, "2026-12-11"));
    const open = () => rows<{ costs: number }>("select costs_cents as costs from invoice_standing where organisation_id = $1");
    expect(await open()).toEqual([{ costs: 5_400 }]);
    const back = () => clerk.graphql("mutation($id: ID!) { recordReturnedLetter(messageId: $id, on: \"2026-12-10\", reason: \"Onbekend op dit adres\") { costsStay } }", { id: letter.id });
    expect((await back()).data).toEqual({ recordReturnedLetter: { costsStay: false } });
    expect((await back()).data).toEqual({ recordReturnedLetter: { costsStay: false } });
    expect(await open()).toEqual([{ costs: 0 }]);
    expect(await terms()).toEqual([{ sent_on: "2026-11-20", delivered_on: null, last_day: null, costs_from: null, costs_cents: 5_400 }]);
    expect(await rows("select channel, kind, detail from contact_fault where organisation_id = $1")).toEqual([{ channel: "letter", kind: "returned", detail: "Onbekend op dit adres" }]);
    expect(await states()).toEqual(["bounced"]);
    product.clock.set("2026-12-14", 545);
    await product.write((tx) => bookLawfulCosts(tx, "2026-12-14"));
    expect(await open()).toEqual([{ costs: 0 }]);
  });

  test("with a print service letters go by it, until the organisation prints by itself; then chosen ones still may", async () => {
    await product.stop();
    product = await startTestProduct({ today: "2026-11-20", minute: 545 });
    clerk = await product.staff("collector");
    await waiting();
    expect(await send()).toMatchObject({ sent: 1 });
    const manager = await product.staff("manager");
    expect((await clerk.graphql("mutation { setLettersByHand(byHand: true) { byHand } }")).code).toBe("NOT_ALLOWED");
    await manager.graphql("mutation { setLettersByHand(byHand: true) { byHand } }");
    const [one, two] = [await waiting(), await waiting()];
    expect(await send()).toMatchObject({ sent: 0 });
    expect((await letters()).waiting).toHaveLength(2);
    expect((await clerk.graphql("mutation($ids: [ID!]!) { handToPrintService(ids: $ids) }", { ids: [one.id] })).data).toEqual({ handToPrintService: 1 });
    expect(await send()).toMatchObject({ sent: 1 });
    expect(product.outside.sentLetters.map(({ reference }) => reference)).toContain(one.id);
    expect((await letters()).waiting.map(({ id }: { id: string }) => id)).toEqual([two.id]);
  });
});

describe("what is sealed with the key of the installation", () => {
  const bytes = Buffer.from("links of debtors");
  test("opens with the key and for what it was sealed, and for nothing else", () => {
    const sealed = seal("key", "print-file:1", bytes);
    expect(sealed.includes(bytes)).toBe(false);
    expect(unseal("key", "print-file:1", sealed)).toEqual(bytes);
    expect(() => unseal("another", "print-file:1", sealed)).toThrow("unable to authenticate");
    expect(() => unseal("key", "print-file:2", sealed)).toThrow("unable to authenticate");
    expect(() => unseal("key", "print-file:1", Buffer.concat([sealed.subarray(0, -1), Buffer.from([(sealed.at(-1) ?? 0) ^ 1])]))).toThrow("unable to authenticate");
  });
});
