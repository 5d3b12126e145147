import { startTestProduct, type StaffCaller, type TestProduct } from "../../../test/harness";
import { upsertDebtor } from "../debtors/upsert-debtor";
import { issueInvoice } from "../invoices/issue-invoice";
import { sendDueMessages } from "./send-due-messages";

let product: TestProduct;
let staff: StaffCaller;
let number = 0;
beforeAll(async () => {
  product = await startTestProduct({ today: "2026-11-24", minute: 600 });
  staff = await product.staff("collector");
});
afterAll(() => product.stop());

const newDebtor = (email: string | undefined = "saar@example.nl") => product.write(async (tx) => {
  number += 1;
  const { debtorId } = await upsertDebtor(tx, { name: `Saar ${number}`, kind: "consumer", ...(email ? { email } : {}) });
  await issueInvoice(tx, { debtorId, number: `S-${number}`, issuedOn: "2026-10-01", dueOn: "2026-10-15", totalCents: 8_000, source: "test", lines: [{ description: "Werk", amountCents: 8_000 }] });
  return debtorId;
});
const SEND = `mutation($debtorId: ID!, $subject: String!, $body: String!, $confirmed: Boolean) { sendOwnMail(debtorId: $debtorId, subject: $subject, body: $body, confirmed: $confirmed) { id kind state } }`;
const own = (debtorId: string, body: string, changed: object = {}) => staff.graphql<{ sendOwnMail: { id: string; kind: string; state: string } }>(SEND, { debtorId, subject: "Over factuur S", body, ...changed });
const send = () => {
  const { source, config, outside } = product.product;
  product.outside.mails.length = 0;
  return sendDueMessages({ source, config, outside }, { organisationId: product.organisationId, now: product.clock.now() });
};

describe("a mail in one's own words", () => {
  test("starts from a greeting and what it is about, leaves with the words as written, and is kept with who wrote them", async () => {
    const debtorId = await newDebtor();
    const start = await staff.graphql<{ ownMailStart: { subject: string; body: string; to: string; language: string } }>("query($debtorId: ID!) { ownMailStart(debtorId: $debtorId) { subject body to language } }", { debtorId });
    expect(start.data.ownMailStart).toMatchObject({ to: "saar@example.nl", language: "nl" });
    expect(start.data.ownMailStart.body).toMatch(/^Beste Saar \d+,\n\nWij schrijven u over/);
    const { data } = await own(debtorId, "Beste Saar,\n\nDank voor uw telefoontje. Er staat nog {{ total }} open.");
    expect(data.sendOwnMail).toMatchObject({ kind: "own-words", state: "queued" });
    expect(await send()).toMatchObject({ sent: 1 });
    const [mail] = product.outside.mails;
    expect(mail).toMatchObject({ to: "saar@example.nl", subject: "Over factuur S" });
    expect(mail?.text).toContain("Dank voor uw telefoontje. Er staat nog € 80,00 open.");
    expect(mail?.text).toContain("Is deze mail echt?");
    const kept = await product.read((reader) => reader.first(
      `select own_words->>'body' as body, own_words_by as "by", template_version_id as "version", body_text like '%telefoontje%' as text from message where organisation_id = $1 and id = $2`, [reader.organisationId, data.sendOwnMail.id]));
    expect(kept).toEqual({ body: "Beste Saar,\n\nDank voor uw telefoontje. Er staat nog {{ total }} open.", by: staff.staffId, version: null, text: true });
  });

  test("hard words are held until the writer confirms them, and the confirmation is in the audit trail", async () => {
    const debtorId = await newDebtor();
    const refused = await own(debtorId, "Beste Saar,\n\nU moet betalen. Anders komt de deurwaarder.");
    expect(refused.code).toBe("TONE_UNCONFIRMED");
    expect(refused.errors?.[0]?.extensions.details?.["marks"]).toEqual(["must: moet", "threat: deurwaarder"]);
    const { data } = await own(debtorId, "Beste Saar,\n\nU moet betalen. Anders komt de deurwaarder.", { confirmed: true });
    const trail = await product.read((reader) => reader.first<{ after: { confirmed: string[] } }>("select after from audit where organisation_id = $1 and subject_id = $2 and action = 'send-own-mail'", [reader.organisationId, data.sendOwnMail.id]));
    expect(trail?.after.confirmed).toEqual(["must: moet", "threat: deurwaarder"]);
    await send();
  });

  test("the emergency brake stops it like every other message", async () => {
    const debtorId = await newDebtor();
    await own(debtorId, "Beste Saar,\n\nEen vraag over uw factuur.");
    expect((await staff.graphql(`mutation($d: ID!) { pullEmergencyBrake(debtorId: $d, reason: "Klacht") { id } }`, { d: debtorId })).errors).toBeUndefined();
    await send();
    expect(product.outside.mails).toEqual([]);
  });

  test.each([
    { why: "no address", email: "", body: "Hoi", code: "INPUT_INVALID" },
    { why: "no words", email: "a@example.nl", body: "   ", code: "INPUT_INVALID" },
    { why: "a variable that doesn't exist", email: "a@example.nl", body: "{{ debtor.bsn }}", code: "TEXT_FAULTY" },
    { why: "a tag that reads files", email: "a@example.nl", body: "{% render 'x' %}", code: "TEXT_FAULTY" },
  ])("$why is refused with $code, and nothing is in line", async ({ email, body, code }) => {
    const debtorId = await newDebtor(email);
    expect((await own(debtorId, body)).code).toBe(code);
    expect(await product.read((reader) => reader.query("select 1 from message where organisation_id = $1 and debtor_id = $2", [reader.organisationId, debtorId]))).toEqual([]);
  });

  test("a viewer may not write", async () => {
    const viewer = await product.staff("viewer");
    expect((await viewer.graphql(SEND, { debtorId: await newDebtor(), subject: "x", body: "x" })).code).toBe("NOT_ALLOWED");
  });
});

describe("a trial mail", () => {
  const TRIAL = `mutation($debtorId: ID!, $body: String) { sendTestMail(kind: "reminder-1", debtorId: $debtorId, body: $body) }`;

  test("goes to who asked for it and to nobody else, with links that open nothing; no message is made", async () => {
    const debtorId = await newDebtor();
    product.outside.mails.length = 0;
    expect((await staff.graphql(TRIAL, { debtorId })).errors).toBeUndefined();
    expect(product.outside.mails.map(({ to }) => to)).toEqual([staff.email]);
    const [mail] = product.outside.mails;
    expect(mail?.subject).toMatch(/^Proef: IJsvogel Installatie: factuur S-\d+/);
    expect(mail?.text).toContain("/portal/l/een-voorbeeld-opent-niets");
    expect(await product.read((reader) => reader.query("select 1 from message where organisation_id = $1 and debtor_id = $2", [reader.organisationId, debtorId]))).toEqual([]);
  });

  test("of faulty words is refused; with the mail server down it says so", async () => {
    const debtorId = await newDebtor();
    expect((await staff.graphql(TRIAL, { debtorId, body: "{{ nope }}" })).code).toBe("TEXT_FAULTY");
    product.outside.failing = new Error("connection refused");
    expect((await staff.graphql(TRIAL, { debtorId })).code).toBe("TEMPORARILY_UNAVAILABLE");
    product.outside.failing = undefined;
  });
});
