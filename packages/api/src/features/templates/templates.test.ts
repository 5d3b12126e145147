import { TEMPLATES } from "@tegemoet/messages";
import { startTestProduct, type StaffCaller, type TestProduct } from "../../../test/harness";
import { newId } from "../../platform/ids";
import { queueMessage } from "../communications/queue-message";
import { upsertDebtor } from "../debtors/upsert-debtor";
import { sendDueMessages } from "../escalations/send-due-messages";
import { issueInvoice } from "../invoices/issue-invoice";

let product: TestProduct;
let manager: StaffCaller;
beforeAll(async () => {
  product = await startTestProduct({ today: "2026-11-24", minute: 600 });
  manager = await product.staff("manager");
});
afterAll(() => product.stop());

const KEY = { kind: "reminder-1", channel: "mail", language: "nl", tone: "u" };
const SAVE = `mutation($kind: String!, $channel: String!, $language: Language!, $tone: Tone!, $parts: TextPartsInput!, $rowVersion: Int) {
  saveTemplateDraft(kind: $kind, channel: $channel, language: $language, tone: $tone, parts: $parts, rowVersion: $rowVersion) { id version rowVersion state parts { body } } }`;
const ACTIVATE = `mutation($id: ID!, $rowVersion: Int!, $confirmed: Boolean) { activateTemplate(id: $id, rowVersion: $rowVersion, confirmed: $confirmed) { id state version activatedBy } }`;
const TEXT = `query($kind: String!, $channel: String!, $language: Language!, $tone: Tone!) { text(kind: $kind, channel: $channel, language: $language, tone: $tone) {
  ready { subject body } active { version } draft { id rowVersion } versions { id version state } variables { name sample } } }`;

interface Version { id: string; version: number; rowVersion: number; state: string }
const parts = (body: string) => ({ subject: "{{ creditor.name }}: {{ total }}", preheader: "", body });
const save = (body: string, changed: object = {}, rowVersion: number | null = null) =>
  manager.graphql<{ saveTemplateDraft: Version }>(SAVE, { ...KEY, parts: parts(body), rowVersion, ...changed });
const activate = (version: Version, confirmed = false) => manager.graphql<{ activateTemplate: Version }>(ACTIVATE, { id: version.id, rowVersion: version.rowVersion, confirmed });
const inUse = async (body: string, changed: object = {}): Promise<Version> => {
  const { data } = await save(body, changed);
  expect((await activate(data.saveTemplateDraft)).errors).toBeUndefined();
  return data.saveTemplateDraft;
};
const texts = async () => (await manager.graphql<{ text: { ready: { body: string }; active: { version: number } | null; draft: Version | null; versions: Version[]; variables: { name: string }[] } }>(TEXT, KEY)).data.text;
const discardDraft = async () => {
  const { draft } = await texts();
  if (draft) await manager.graphql("mutation($id: ID!) { retireTemplate(id: $id) { id } }", { id: draft.id });
};

let number = 0;
/** Sends one reminder and gives what left and what is kept of it. */
const sendOne = async (kind = "reminder-1", sentTo?: string) => {
  number += 1;
  const messageId = await product.write(async (tx) => {
    const { debtorId } = await upsertDebtor(tx, { name: `Debiteur ${number}`, kind: "legal-person", email: `d${number}@example.nl`, street: "Kade", houseNumber: "1", postalCode: "3511AB", city: "Utrecht" });
    const { invoiceId } = await issueInvoice(tx, { debtorId, number: `T-${number}`, issuedOn: "2026-10-01", dueOn: "2026-10-15", totalCents: 12_345, source: "test", lines: [{ description: "Werk", amountCents: 12_345 }] });
    if (sentTo) await tx.query(
      "insert into invoice_delivery (organisation_id, id, invoice_id, channel, address, sent_at) values ($1, $2, $3, 'mail', $4, '2026-10-01T09:00:00Z')", [tx.organisationId, newId(), invoiceId, sentTo]);
    return (await queueMessage(tx, { debtorId, kind, channel: "mail", invoices: [{ invoiceId, openCents: 12_345, stepKey: kind }], sendAfter: tx.now })).messageId;
  });
  product.outside.mails.length = 0;
  const { source, config, outside } = product.product;
  await sendDueMessages({ source, config, outside }, { organisationId: product.organisationId, now: product.clock.now() });
  const kept = await product.read((reader) => reader.first<{ state: string; reason: string | null; text: string | null; subject: string | null; templateVersionId: string | null }>(
    `select state, state_reason as reason, body_text as text, subject, template_version_id as "templateVersionId" from message where organisation_id = $1 and id = $2`, [reader.organisationId, messageId]));
  return { messageId, kept, mail: product.outside.mails[0] };
};

describe("an organisation's own text", () => {
  test("what is sent is ours, then the organisation's own while it is in use, then ours again; each message keeps its words and its version", async () => {
    const first = await sendOne();
    expect(first.kept).toMatchObject({ state: "handed-over", templateVersionId: null });
    expect(first.mail?.text).toContain("Dat kan gebeuren.");

    const version = await inUse("{{ greeting }},\n\nOnze eigen woorden over {{ total }}, graag uiterlijk {{ pay_by }}.\n\n@bill Samen nog open\n@button pay Betaal {{ total }}");
    const second = await sendOne();
    expect(second.mail?.text).toContain("Onze eigen woorden over € 123,45, graag uiterlijk dinsdag 1 december.");
    expect(second.kept).toMatchObject({ templateVersionId: version.id, subject: "IJsvogel Installatie: € 123,45" });

    const next = await inUse("{{ greeting }},\n\nAndere woorden.\n\n@button pay Betaal {{ total }}");
    expect(next.version).toBe(version.version + 1);
    expect((await sendOne()).kept?.templateVersionId).toBe(next.id);
    const kept = await product.read((reader) => reader.first<{ text: string }>("select body_text as text from message where organisation_id = $1 and id = $2", [reader.organisationId, second.messageId]));
    expect(kept?.text).toContain("Onze eigen woorden");

    await manager.graphql("mutation($id: ID!) { retireTemplate(id: $id) { state } }", { id: next.id });
    const last = await sendOne();
    expect(last.kept?.templateVersionId).toBeNull();
    expect(last.mail?.text).toContain("Dat kan gebeuren.");
    expect((await texts()).versions.map(({ version: v, state }) => `${v} ${state}`)).toEqual(["2 retired", "1 retired"]);
  });

  test.each([
    { body: "{{ greeting }}, {{ debtor.bsn }}", fault: "body: UNKNOWN_VARIABLE debtor.bsn" },
    { body: "{% include 'geheim' %}", fault: "body: UNKNOWN_TAG include" },
    { body: "{{ greeting }}\n\n@popup Betaal", fault: "body: UNKNOWN_BLOCK \"@popup Betaal\" is not a block that a message can have" },
    { body: "{{ greeting }},\n\nAnders komen er incassokosten bij.", fault: "body: LAW costs-too-early" },
  ])("“$body” can be kept as a draft and not be taken into use: $fault", async ({ body, fault }) => {
    const { data } = await save(body);
    const refused = await activate(data.saveTemplateDraft);
    expect(refused.code).toBe("TEXT_FAULTY");
    expect(refused.errors?.[0]?.extensions.details?.["faults"]).toContain(fault);
    await discardDraft();
  });

  test.each([
    { without: "the term", from: "binnen vijftien dagen nadat deze brief bij u is bezorgd", to: "vlot", fault: "body: LAW term" },
    { without: "the exact costs", from: "{{ costs }}", to: "een bedrag", fault: "body: LAW costs" },
    { without: "that paying in time costs nothing", from: "Dan betaalt u geen incassokosten.", to: "", fault: "body: LAW no-costs-in-time" },
  ])("a fourteen-day letter without $without can't be taken into use (I-39)", async ({ from, to, fault }) => {
    const key = { ...KEY, kind: "fourteen-day-letter" };
    const ready = TEMPLATES["fourteen-day-letter"].nl.u.body.replace("@costs", "");
    expect(ready).toContain(from);
    const { data } = await save(ready.replaceAll(from, to), key);
    const refused = await activate(data.saveTemplateDraft);
    expect(refused.errors?.[0]?.extensions.details?.["faults"]).toContain(fault);
    await manager.graphql("mutation($id: ID!) { retireTemplate(id: $id) { id } }", { id: data.saveTemplateDraft.id });
  });

  test("the same letter with all that the law asks is taken into use", async () => {
    const version = await inUse(TEMPLATES["fourteen-day-letter"].nl.u.body, { kind: "fourteen-day-letter" });
    expect(version.state).toBe("draft");
    await manager.graphql("mutation($id: ID!) { retireTemplate(id: $id) { id } }", { id: version.id });
  });

  test("words that sound hard need a person's word: “moet” is refused once, and goes in confirmed", async () => {
    const { data } = await save("{{ greeting }},\n\nU moet {{ total }} betalen.");
    const refused = await activate(data.saveTemplateDraft);
    expect([refused.code, refused.errors?.[0]?.extensions.details?.["marks"]]).toEqual(["TONE_UNCONFIRMED", ["must: moet"]]);
    expect((await activate(data.saveTemplateDraft, true)).data.activateTemplate.state).toBe("active");
    await manager.graphql("mutation($id: ID!) { retireTemplate(id: $id) { id } }", { id: data.saveTemplateDraft.id });
  });

  test("a text may tell how the invoice was sent; where the books don't know, the message waits for a person and never leaves with a hole in it", async () => {
    const version = await inUse("{{ greeting }},\n\nWij stuurden de factuur op {{ delivery.sent_on }} naar {{ delivery.address }}.\n\n@button pay Betaal {{ total }}");
    const { mail, kept } = await sendOne("reminder-1", "boekhouding@example.nl");
    expect(kept?.state).toBe("handed-over");
    expect(mail?.text.replace(/\s+/g, " ")).toContain("Wij stuurden de factuur op donderdag 1 oktober naar boekhouding@example.nl.");
    const unknown = await sendOne();
    expect(unknown.mail).toBeUndefined();
    expect(unknown.kept).toMatchObject({ state: "parked", reason: "LETTER_ELEMENT_MISSING: delivery.sent_on" });
    await manager.graphql("mutation($id: ID!) { retireTemplate(id: $id) { id } }", { id: version.id });
  });

  test("who saves over another's draft is told; the draft of the first stays", async () => {
    const first = (await save("Eerste")).data.saveTemplateDraft;
    expect((await save("Tweede")).code).toBe("CONFLICT");
    const again = (await save("Derde", {}, first.rowVersion)).data.saveTemplateDraft;
    expect(again.rowVersion).toBe(first.rowVersion + 1);
    expect((await save("Vierde", {}, first.rowVersion)).code).toBe("CONFLICT");
    expect((await activate({ ...again, rowVersion: first.rowVersion })).code).toBe("CONFLICT");
    await discardDraft();
    expect((await activate(again)).code).toBe("ALREADY_DECIDED");
  });

  test("five people who save the first draft at once make one draft", async () => {
    const answers = await Promise.all([1, 2, 3, 4, 5].map((one) => save(`Tegelijk ${one}`)));
    expect(answers.filter(({ code }) => code === undefined)).toHaveLength(1);
    expect(answers.filter(({ code }) => code === "CONFLICT")).toHaveLength(4);
    await discardDraft();
  });

  test("a version that was in use changes no more, whoever asks the database", async () => {
    const version = await inUse("{{ greeting }},\n\nVast.");
    await expect(product.write((tx) => tx.query("update template_version set body = 'anders' where organisation_id = $1 and id = $2", [tx.organisationId, version.id]))).rejects.toThrow(/kept as it is/);
    await manager.graphql("mutation($id: ID!) { retireTemplate(id: $id) { id } }", { id: version.id });
  });

  test("collectors and viewers read the texts and change none; another organisation has its own", async () => {
    await inUse("{{ greeting }},\n\nVan ons.");
    for (const role of ["collector", "viewer"] as const) {
      const staff = await product.staff(role);
      expect((await staff.graphql(TEXT, KEY)).errors).toBeUndefined();
      expect((await staff.graphql(SAVE, { ...KEY, parts: parts("x") })).code).toBe("NOT_ALLOWED");
    }
    const other = await product.staff("manager", product.otherOrganisationId);
    expect((await other.graphql<{ text: { active: unknown } }>(TEXT, KEY)).data.text.active).toBeNull();
    const { versions, variables } = await texts();
    expect((await other.graphql(ACTIVATE, { id: versions[0]?.id, rowVersion: 1 })).code).toBe("NOT_FOUND");
    expect(variables.map(({ name }) => name)).toEqual(expect.arrayContaining(["greeting", "total", "creditor.name", "pay_by"]));
    expect(variables.map(({ name }) => name)).not.toContain("code");
  });
});
