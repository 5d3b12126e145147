import supertest from "supertest";
import { startTestProduct, type TestProduct } from "../../test/harness";
import { TEST_SECRET } from "../../test/test-role";
import { createLink } from "../features/communications/create-link";
import { upsertDebtor } from "../features/debtors/upsert-debtor";
import { ensureInvoicePdf } from "../features/invoices/ensure-invoice-pdf";
import { issueInvoice } from "../features/invoices/issue-invoice";

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct({ today: "2026-11-09" });
});
afterAll(() => product.stop());

const debtorWithPdf = (number: string) => product.write(async (tx) => {
  const { debtorId } = await upsertDebtor(tx, { name: `Debiteur ${number}`, kind: "consumer", street: "Kade", houseNumber: "1", postalCode: "3511AB", city: "Utrecht" });
  const { invoiceId } = await issueInvoice(tx, { debtorId, number, issuedOn: "2026-10-06", dueOn: "2026-10-20", totalCents: 18_600, source: "test", lines: [{ description: "Werk", amountCents: 18_600 }] });
  return { debtorId, documentId: await ensureInvoicePdf(tx, invoiceId) };
});

async function sessionOf(debtorId: string): Promise<string> {
  const token = await product.write((tx) => createLink(tx, TEST_SECRET, { debtorId }));
  const opened = await supertest(product.app).post(`/portal/l/${token}`).set("x-tegemoet", "portal");
  return String((opened.headers["set-cookie"] as unknown as string[])[0]).split(";")[0] ?? "";
}

const get = (id: string, cookie = "", query = "") => supertest(product.app).get(`/documents/${id}${query}`).set("cookie", cookie);

test("staff of the organisation and the debtor get the PDF, as a download with a sandbox and no cache; everybody else gets 404", async () => {
  const [own, other] = [await debtorWithPdf("2026-1"), await debtorWithPdf("2026-2")];
  const viewer = await product.staff("viewer");
  const stranger = await product.staff("admin", product.otherOrganisationId);
  const cookie = await sessionOf(own.debtorId);
  const answer = await get(own.documentId, viewer.cookie);
  expect(answer.status).toBe(200);
  expect(answer.headers).toMatchObject({ "content-type": "application/pdf", "x-content-type-options": "nosniff", "cache-control": "private, no-store", "content-security-policy": "sandbox; default-src 'none'" });
  expect(answer.headers["content-disposition"]).toMatch(/^attachment; filename="factuur-2026-1.pdf"/);
  expect((await get(own.documentId, viewer.cookie, "?inline=1")).headers["content-disposition"]).toMatch(/^inline/);
  expect((await get(own.documentId, cookie)).status).toBe(200);
  for (const [id, who] of [[other.documentId, cookie], [own.documentId, stranger.cookie], [own.documentId, ""], ["nonsense", viewer.cookie]] as const) {
    expect((await get(id, who)).status).toBe(404);
  }
});

test("before the check a link alone gives no PDF (T-23)", async () => {
  const own = await debtorWithPdf("2026-3");
  await product.write((tx) => tx.query("update organisation set portal_check = true where id = $1", [tx.organisationId]));
  expect((await get(own.documentId, await sessionOf(own.debtorId))).status).toBe(404);
});

test("a page of HTML that was stored as a document is never shown as one", async () => {
  const viewer = await product.staff("viewer");
  const { documentId } = await debtorWithPdf("2026-4");
  await product.write((tx) => tx.query("update document set mime_type = 'text/html', file_name = 'x\".html' where organisation_id = $1 and id = $2", [tx.organisationId, documentId]));
  const answer = await get(documentId, viewer.cookie, "?inline=1");
  expect(answer.headers["content-type"]).toBe("application/octet-stream");
  expect(answer.headers["content-disposition"]).toMatch(/^attachment; filename="x_.html"/);
});
