import supertest from "supertest";
import { callDoor, startTestProduct, type TestProduct } from "../../../test/harness";
import { TEST_SECRET } from "../../../test/test-role";
import { newToken } from "../../platform/tokens";
import { upsertDebtor } from "../debtors/upsert-debtor";
import { issueInvoice } from "../invoices/issue-invoice";
import { createLink } from "./create-link";
import { portalCode } from "./portal-code";
import { queueMessage } from "./queue-message";

let product: TestProduct;
let debtorId: string;
let token: string;

beforeEach(async () => {
  product = await startTestProduct({ today: "2026-11-20" });
  await product.write(async (tx) => {
    await tx.query("update organisation set portal_check = true where id = $1", [tx.organisationId]);
    ({ debtorId } = await upsertDebtor(tx, {
      name: "Mevrouw Hendriks", kind: "consumer", email: "hendriks@example.nl", street: "Dorpsstraat", houseNumber: "41-B", postalCode: "3511AB", city: "Utrecht",
    }));
    const line = { description: "Onderhoud", amountCents: 18_600 };
    const { invoiceId } = await issueInvoice(tx, { debtorId, number: "2026-0417", issuedOn: "2026-10-06", dueOn: "2026-10-20", totalCents: 18_600, source: "test", lines: [line] });
    await issueInvoice(tx, { debtorId, number: "2026-0999", issuedOn: "2026-10-06", dueOn: "2026-12-20", totalCents: 18_600, source: "test", lines: [line] });
    const { messageId } = await queueMessage(tx, { debtorId, kind: "reminder-1", channel: "mail", invoices: [{ invoiceId, openCents: 18_600, stepKey: "reminder-1" }], sendAfter: tx.now });
    token = await createLink(tx, TEST_SECRET, { debtorId, messageId, destination: "pay" });
  });
});
afterEach(() => product.stop());

const PREVIEW = "query($token: String!) { linkPreview(token: $token) { creditor { name brandLight } invoices { number cents } totalCents destination } }";
const SESSION = "{ session { language checkNeeded checkKind codeTo creditor { name } } }";
const preview = (text: string) => callDoor(product.app, "portal", {}, PREVIEW, { token: text });

async function openLink(text = token): Promise<{ status: number; cookie: string; code?: string }> {
  const opened = await supertest(product.app).post(`/portal/l/${text}`).set("x-tegemoet", "portal");
  const set = (opened.headers["set-cookie"] as unknown as string[] | undefined)?.[0] ?? "";
  return { status: opened.status, cookie: set.split(";")[0] ?? "", code: (opened.body as { code?: string }).code };
}

const footprint = () => product.read((reader) => reader.first(
  `select (select count(*) from portal_session where organisation_id = $1) as sessions, (select count(*) from debtor_link where organisation_id = $1 and opened_at is not null) as opened,
     (select count(*) from message where organisation_id = $1 and opened_at is not null) as read, (select count(*) from audit where organisation_id = $1) as audit`, [reader.organisationId]));

describe("debtor links", () => {
  test("the preview states the mail's invoice with the amount of now and no other invoice of the debtor (T-23)", async () => {
    const { data } = await preview(token);
    expect(data.linkPreview).toMatchObject({ creditor: { name: "IJsvogel Installatie" }, invoices: [{ number: "2026-0417", cents: 18_600 }], totalCents: 18_600, destination: "pay" });
  });

  test("a hundred GETs and HEADs and ten previews open nothing and are seen by nobody (T-21)", async () => {
    const before = await footprint();
    for (let index = 0; index < 50; index += 1) {
      await supertest(product.app).get(`/portal/l/${token}`).set("user-agent", "LinkScanner/1.0").set("accept", "text/html");
      await supertest(product.app).head(`/portal/l/${token}`).set("accept", "text/html");
    }
    for (let index = 0; index < 10; index += 1) await preview(token);
    expect(await footprint()).toEqual(before);
  });

  test("a link opens again and again until day 90, and not on day 91 (T-22)", async () => {
    expect((await openLink()).status).toBe(204);
    expect((await openLink()).status).toBe(204);
    product.clock.set("2027-02-18", 599);
    expect((await openLink()).status).toBe(204);
    product.clock.set("2027-02-18", 601);
    expect(await openLink()).toMatchObject({ status: 404, code: "LINK_INVALID" });
  });

  test("unknown, expired, revoked, malformed and another organisation's answer alike (T-29)", async () => {
    const expired = await product.write((tx) => createLink(tx, TEST_SECRET, { debtorId, days: 0 }));
    const revoked = await product.write((tx) => createLink(tx, TEST_SECRET, { debtorId }));
    await product.write((tx) => tx.query("update debtor_link set revoked_at = $2 where organisation_id = $1 and id = (select max(id::text)::uuid from debtor_link)", [tx.organisationId, tx.now]));
    const bad = [newToken(product.organisationId), newToken(product.otherOrganisationId), expired, revoked, "x", "../../etc/passwd"];
    const answers = await Promise.all(bad.map(async (text) => {
      const asked = await preview(text);
      return { status: asked.status, code: asked.code, data: asked.data, message: asked.errors?.[0]?.message, opened: await openLink(encodeURIComponent(text)) };
    }));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({ code: "LINK_INVALID", opened: { status: 404, code: "LINK_INVALID", cookie: "" } });
  });

  test("a copy of the database gives no working link: nothing stored opens anything (T-20)", async () => {
    const [row] = await product.read((reader) => reader.query<{ hmac: Buffer; id: string }>("select token_hmac as hmac, id from debtor_link where organisation_id = $1", [reader.organisationId]));
    const tenant = Buffer.from(product.organisationId.replaceAll("-", ""), "hex");
    for (const guess of [row?.hmac.toString("base64url") ?? "", Buffer.concat([tenant, row?.hmac ?? Buffer.alloc(32)]).toString("base64url"), row?.id ?? ""]) {
      expect(await openLink(guess)).toMatchObject({ status: 404 });
    }
  });
});

describe("the check of a debtor (T-24)", () => {
  const CHECK = "mutation($p: String, $h: String, $c: String) { passCheck(postalCode: $p, houseNumber: $h, code: $c) { checkNeeded } }";
  const check = (cookie: string, variables: Record<string, unknown>) => callDoor(product.app, "portal", { cookie }, CHECK, variables);

  test("no session is null; a session by link asks for the postcode and house number, and takes them as people write them", async () => {
    expect((await callDoor(product.app, "portal", {}, SESSION)).data).toEqual({ session: null });
    const { cookie } = await openLink();
    expect((await callDoor(product.app, "portal", { cookie }, SESSION)).data.session).toMatchObject({ checkNeeded: true, checkKind: "postcode", codeTo: null });
    expect(await check(cookie, { p: "3511 AC", h: "41b" })).toMatchObject({ code: "CHECK_FAILED" });
    expect((await check(cookie, { p: "3511 ab", h: "41 B" })).data.passCheck).toEqual({ checkNeeded: false });
  });

  test("the sixth try in an hour is refused, even the right one, from whichever session of the link", async () => {
    const { cookie } = await openLink();
    for (let index = 0; index < 5; index += 1) expect((await check(cookie, { p: "1000AA", h: "1" })).code).toBe("CHECK_FAILED");
    const other = await openLink();
    expect((await check(other.cookie, { p: "3511AB", h: "41B" })).code).toBe("TOO_MANY_TRIES");
  });

  test("a company gets six figures by mail: kept nowhere in clear, good once, and only for ten minutes", async () => {
    await product.write((tx) => tx.query("update debtor set kind = 'legal-person' where organisation_id = $1", [tx.organisationId]));
    const { cookie } = await openLink();
    const asked = await callDoor(product.app, "portal", { cookie }, "mutation { requestCode { checkKind codeTo } }");
    expect(asked.data.requestCode).toEqual({ checkKind: "code", codeTo: "h•••@example.nl" });
    const [mail] = await product.read((reader) => reader.query<{ facts: { sessionId: string; codeNonce: string } }>(
      "select facts from message where organisation_id = $1 and kind = 'portal-code'", [reader.organisationId]));
    const code = portalCode(TEST_SECRET, mail?.facts.sessionId ?? "", mail?.facts.codeNonce ?? "");
    expect((await check(cookie, { c: code === "000000" ? "000001" : "000000" })).code).toBe("CHECK_FAILED");
    expect((await check(cookie, { c: `${code.slice(0, 3)} ${code.slice(3)}` })).data.passCheck).toEqual({ checkNeeded: false });
    expect((await check(cookie, { c: code })).code).toBe("CHECK_FAILED");
    await callDoor(product.app, "portal", { cookie }, "mutation { requestCode { checkKind } }");
    await product.write((tx) => tx.query("update portal_session set code_expires_at = now() - interval '1 second' where organisation_id = $1", [tx.organisationId]));
    const [late] = await product.read((reader) => reader.query<{ facts: { sessionId: string; codeNonce: string } }>(
      "select facts from message where organisation_id = $1 and kind = 'portal-code' order by id desc", [reader.organisationId]));
    expect((await check(cookie, { c: portalCode(TEST_SECRET, late?.facts.sessionId ?? "", late?.facts.codeNonce ?? "") })).code).toBe("CHECK_FAILED");
  });

  test("the language of the session changes, and signing out ends it", async () => {
    const { cookie } = await openLink();
    expect((await callDoor(product.app, "portal", { cookie }, "mutation { setLanguage(language: en) { language } }")).data.setLanguage).toEqual({ language: "en" });
    expect((await callDoor(product.app, "portal", { cookie }, SESSION)).data.session.language).toBe("en");
    await callDoor(product.app, "portal", { cookie }, "mutation { endSession }");
    expect((await callDoor(product.app, "portal", { cookie }, SESSION)).data).toEqual({ session: null });
  });
});
