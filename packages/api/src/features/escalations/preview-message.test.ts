import { MESSAGE_KINDS } from "@tegemoet/messages";
import { startTestProduct, type StaffCaller, type TestProduct } from "../../../test/harness";
import { momentAt } from "../../platform/clock";
import { newId } from "../../platform/ids";
import { upsertDebtor } from "../debtors/upsert-debtor";
import { issueInvoice } from "../invoices/issue-invoice";

let product: TestProduct;
let staff: StaffCaller;
let debtorId: string;
beforeAll(async () => {
  product = await startTestProduct({ today: "2026-11-24", minute: 600 });
  staff = await product.staff("viewer");
  debtorId = await product.write(async (tx) => {
    const { debtorId: id } = await upsertDebtor(tx, {
      name: "Yasemin Çelik", kind: "consumer", email: "yasemin@example.nl", street: "Havenstraat", houseNumber: "41", postalCode: "4811AT", city: "Breda",
    });
    for (const [number, dueOn, cents] of [["F-1", "2026-10-14", 22_250], ["F-2", "2026-10-26", 7_400]] as const)
      await issueInvoice(tx, { debtorId: id, number, issuedOn: "2026-09-30", dueOn, totalCents: cents, source: "test", lines: [{ description: "Werk", amountCents: cents }] });
    return id;
  });
});
afterAll(() => product.stop());

const PREVIEW = `query($kind: String!, $debtorId: ID!, $language: Language, $tone: Tone, $channel: String, $subject: String, $body: String) {
  previewMessage(kind: $kind, debtorId: $debtorId, language: $language, tone: $tone, channel: $channel, subject: $subject, body: $body) {
    language subject preheader html text written madeUp faults { part code detail line } toneMarks { from to rule text why(language: en) suggestion } reading { level ease wordsPerSentence }
  }
}`;
interface Preview {
  language: string; subject: string; html: string | null; text: string; written: string; madeUp: string[]; faults: { part: string; code: string; detail: string }[];
  toneMarks: { from: number; to: number; rule: string; text: string; why: string; suggestion: string | null }[]; reading: { level: string };
}
const preview = async (variables: Record<string, unknown>): Promise<Preview> => {
  const answer = await staff.graphql<{ previewMessage: Preview }>(PREVIEW, { debtorId, ...variables });
  expect(answer.errors).toBeUndefined();
  return answer.data.previewMessage;
};

describe("a preview with a real debtor", () => {
  test("reminder 1 names both invoices of this debtor, € 296,50 in all, a day, and no link that opens anything; nothing is written", async () => {
    const counts = () => product.read((reader) => reader.first("select (select count(*) from message) as messages, (select count(*) from debtor_link) as links, (select count(*) from audit) as audit"));
    const before = await counts();
    const { subject, html, text, faults, toneMarks, madeUp, written, reading } = await preview({ kind: "reminder-1" });
    expect(subject).toBe("IJsvogel Installatie: factuur F-1 en F-2, € 296,50, graag uiterlijk di 1 december");
    expect(text).toContain("Factuur F-1");
    expect(html).toContain("296,50");
    expect(text).toContain("http://localhost:4000/portal/l/een-voorbeeld-opent-niets");
    expect({ faults, toneMarks, madeUp, written }).toEqual({ faults: [], toneMarks: [], madeUp: [], written: "ready" });
    expect(["A2", "B1"]).toContain(reading.level);
    expect(await counts()).toEqual(before);
  });

  test("reminder 2 says that we called only when the log has the call", async () => {
    expect((await preview({ kind: "reminder-2" })).text).not.toContain("belden");
    await product.write((tx) => tx.query(
      "insert into call_log (organisation_id, id, debtor_id, direction, started_at, outcome, logged_at) values ($1, $2, $3, 'out', $4, 'noAnswer', $4)", [tx.organisationId, newId(), debtorId, momentAt("2026-11-18", 605)]));
    expect((await preview({ kind: "reminder-2" })).text).toContain("Wij belden u op woensdag 18 november om 10.05");
  });

  test.each(MESSAGE_KINDS.flatMap((kind) => (["nl", "en"] as const).map((language) => ({ kind, language }))))("$kind can be looked at in $language; what this debtor lacks is made up and named", async ({ kind, language }) => {
    const { faults, text, madeUp } = await preview({ kind, language, tone: "je" });
    expect(faults).toEqual([]);
    expect(text).not.toMatch(/undefined|null|NaN|\{\{/);
    if (kind === "plan-offered") expect(madeUp).toEqual(["plan"]);
  });

  test("a letter is shown as text, with its heading as subject", async () => {
    const { subject, html, text, faults } = await preview({ kind: "fourteen-day-letter", channel: "letter" });
    expect({ html, faults }).toEqual({ html: null, faults: [] });
    expect(text).toContain(subject);
    expect(text.replace(/\s+/g, " ")).toContain("binnen vijftien dagen nadat deze brief bij u is bezorgd");
  });

  test("words of one's own are written with the same facts, and marked where they sound hard: “moet”, at its place", async () => {
    const { text, toneMarks, written } = await preview({ kind: "reminder-1", body: "{{ greeting }},\n\nU moet {{ total }} betalen." });
    expect(written).toBe("given");
    expect(text).toContain("U moet € 296,50 betalen.");
    const [mark] = toneMarks;
    expect(mark).toMatchObject({ rule: "must", text: "moet", suggestion: "Wilt u …?" });
    expect(text.slice(mark!.from, mark!.to)).toBe("moet");
    expect(mark!.why).toMatch(/^Sounds like an order/);
  });

  test("an unknown variable and a letter without its term are faults, not errors", async () => {
    expect((await preview({ kind: "reminder-1", body: "Hoi {{ debtor.iban }}" })).faults).toMatchObject([{ part: "body", code: "UNKNOWN_VARIABLE", detail: "debtor.iban" }]);
    const { faults, html } = await preview({ kind: "fourteen-day-letter", body: "{{ greeting }},\n\nWilt u {{ total }} betalen?\n\n@bank Overmaken?" });
    expect(html).not.toBeNull();
    expect(faults.map(({ code }) => code)).toEqual(faults.map(() => "LAW"));
    expect(faults.map(({ detail }) => detail)).toEqual(expect.arrayContaining(["term", "costs", "no-costs-in-time", "default", "invoice-amount"]));
  });

  test("a variable of a fact that this debtor lacks is named, where the text doesn't ask first", async () => {
    const body = "{{ greeting }},\n\nWij stuurden de factuur op {{ delivery.sent_on }}.";
    expect((await preview({ kind: "reminder-1", body })).faults).toMatchObject([{ code: "FACT", detail: "delivery.sent_on" }]);
    expect((await preview({ kind: "reminder-1", body: `{% if delivery %}${body}{% else %}Hoi.{% endif %}` })).faults).toEqual([]);
  });

  test("another organisation's debtor isn't found, and a kind that nobody has is refused", async () => {
    const other = await product.staff("admin", product.otherOrganisationId);
    expect((await other.graphql(PREVIEW, { kind: "reminder-1", debtorId })).code).toBe("NOT_FOUND");
    expect((await staff.graphql(PREVIEW, { kind: "reminder-9", debtorId })).code).toBe("INPUT_INVALID");
    expect((await staff.graphql(PREVIEW, { kind: "thanks", debtorId, channel: "letter" })).code).toBe("INPUT_INVALID");
  });
});
